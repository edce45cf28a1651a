// Sets of shapes under dense codes: 0 is the empty set, and a set has one code, however it was made.

/** Ranks of set c, ascending, stand in members[starts[c]…starts[c+1]]. */
export type PackedSets = { readonly starts: Int32Array; readonly members: Int32Array }
export type Sets = {
  /** The code of this set with one more shape. */
  readonly plus: (code: number, shape: number) => number
  readonly has: (code: number, shape: number) => boolean
  /** Ranks, ascending; a view, not to be written. */
  readonly members: (code: number) => Int32Array
  readonly packed: () => PackedSets
}

/** Shapes that lie one upon another by the thousand make sets without end: past this many members in all, they are refused. */
const mostMembers = 10_000_000

/** Starts from the sets already known elsewhere, whose codes stay what they are. */
export function openSets(known: PackedSets = { starts: Int32Array.of(0, 0), members: new Int32Array(0) }): Sets {
  const sets: Int32Array[] = []
  const found = new Map<number, number[]>()
  const after = new Map<number, number>()
  let total = 0
  const keep = (set: Int32Array): number => {
    total += set.length
    if (total > mostMembers) throw new RangeError('too many shapes lie one upon another')
    const hash = hashOf(set)
    found.set(hash, [...found.get(hash) ?? [], sets.length])
    return sets.push(set) - 1
  }
  const members = (code: number): Int32Array => sets[code] ?? new Int32Array(0)
  const has = (code: number, shape: number): boolean => placeOf(members(code), shape) < 0
  const add = (code: number, shape: number): number => {
    const before = members(code)
    const place = placeOf(before, shape)
    if (place < 0) return code
    const set = new Int32Array(before.length + 1)
    set.set(before.subarray(0, place))
    set[place] = shape
    set.set(before.subarray(place), place + 1)
    return found.get(hashOf(set))?.find((one) => same(members(one), set)) ?? keep(set)
  }
  const plus = (code: number, shape: number): number => {
    const key = code * 2 ** 24 + shape
    const reached = after.get(key) ?? add(code, shape)
    after.set(key, reached)
    return reached
  }
  for (let code = 0; code < known.starts.length - 1; code += 1) keep(known.members.slice(known.starts[code], known.starts[code + 1]))
  return { plus, has, members, packed: () => pack(sets) }
}

/** Where the shape would go; negative when it is there. */
function placeOf(set: Int32Array, shape: number): number {
  let [low, high] = [0, set.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((set[middle] ?? 0) < shape) low = middle + 1
    else high = middle
  }
  return set[low] === shape ? -1 : low
}

const hashOf = (set: Int32Array): number => set.reduce((hash, shape) => Math.imul(hash ^ shape, 0x01000193), 0x811c9dc5)
const same = (one: Int32Array, other: Int32Array): boolean => one.length === other.length && one.every((shape, at) => shape === other[at])

function pack(sets: readonly Int32Array[]): PackedSets {
  const starts = new Int32Array(new SharedArrayBuffer(4 * (sets.length + 1)))
  let total = 0
  for (const [code, { length }] of sets.entries()) {
    total += length
    starts[code + 1] = total
  }
  const members = new Int32Array(new SharedArrayBuffer(4 * total))
  for (const [code, set] of sets.entries()) members.set(set, starts[code])
  return { starts, members }
}
