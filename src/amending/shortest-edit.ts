// The fewest things to take out and put in to go from one sequence to another, in linear space.

/** `removed[i]`, `added[j]`: 1 for what only the first, only the second has; the rest is common, in order. */
export type Edit = { readonly removed: Uint8Array; readonly added: Uint8Array }

/**
 * Divide and conquer on the middle of a shortest path between the two sequences, found from both ends at once.
 * @source E. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986), section 4b
 */
export function shortestEdit(one: Int32Array, other: Int32Array): Edit {
  const edit = { removed: new Uint8Array(one.length), added: new Uint8Array(other.length) }
  const size = 2 * (one.length + other.length) + 3
  const paths = { forward: new Int32Array(size), backward: new Int32Array(size) }
  const work: [number, number, number, number][] = [[0, one.length, 0, other.length]]
  for (let box = work.pop(); box !== undefined; box = work.pop()) {
    let [left, right, top, bottom] = box
    while (left < right && top < bottom && one[left] === other[top]) {
      left += 1
      top += 1
    }
    while (left < right && top < bottom && one[right - 1] === other[bottom - 1]) {
      right -= 1
      bottom -= 1
    }
    if (left === right) edit.added.fill(1, top, bottom)
    else if (top === bottom) edit.removed.fill(1, left, right)
    else {
      const [x, y] = middle(one, other, [left, right, top, bottom], paths)
      work.push([left, x, top, y], [x, right, y, bottom])
    }
  }
  return edit
}

type Box = readonly [left: number, right: number, top: number, bottom: number]
/** How far each diagonal reached, `zero` being the main one; diagonals that left the box on either side are walked no more. */
type Front = { readonly reached: Int32Array; readonly zero: number; low: number; high: number }

function frontOf(reached: Int32Array, zero: number): Front {
  reached.fill(-1, 0, 2 * zero + 1)
  reached[zero + 1] = 0
  return { reached, zero, low: 0, high: 0 }
}

/** A point in the middle of a shortest path across the box, never one of its two corners: the box begins and ends with a difference. */
function middle(
  one: Int32Array, other: Int32Array, [left, right, top, bottom]: Box,
  paths: { readonly forward: Int32Array; readonly backward: Int32Array },
): readonly [number, number] {
  const [width, height] = [right - left, bottom - top]
  const zero = width + height + 1
  const size = { width, height }
  const forward = frontOf(paths.forward, zero)
  const backward = frontOf(paths.backward, zero)
  const odd = (width - height) % 2 !== 0
  for (let steps = 0; ; steps += 1) {
    const met = advance(forward, backward, steps, size, odd, { one, other, from: left, to: top, way: 1 })
    if (met !== undefined) return [left + met[0], top + met[1]]
    const back = advance(backward, forward, steps, size, !odd, { one, other, from: right - 1, to: bottom - 1, way: -1 })
    if (back !== undefined) return [right - back[0], bottom - back[1]]
  }
}

/** The two sequences as a front reads them: from these places on, forwards or backwards. */
type Side = { readonly one: Int32Array; readonly other: Int32Array; readonly from: number; readonly to: number; readonly way: 1 | -1 }

/** One more step on each diagonal of a front; the point where it meets the other front, when it does (`mayMeet`: on this parity of steps). */
function advance(
  own: Front, facing: Front, steps: number, { width, height }: { readonly width: number; readonly height: number }, mayMeet: boolean,
  { one, other, from, to, way }: Side,
): readonly [number, number] | undefined {
  const { reached, zero } = own
  for (let diagonal = -steps + own.low; diagonal <= steps - own.high; diagonal += 2) {
    const below = reached[zero + diagonal - 1] ?? -1
    const above = reached[zero + diagonal + 1] ?? -1
    let x = diagonal === -steps || (diagonal !== steps && below < above) ? above : below + 1
    let y = x - diagonal
    while (x < width && y < height && one[from + way * x] === other[to + way * y]) {
      x += 1
      y += 1
    }
    reached[zero + diagonal] = x
    if (x > width) own.high += 2
    else if (y > height) own.low += 2
    else if (mayMeet) {
      const met = facing.reached[zero + width - height - diagonal] ?? -1
      if (met >= 0 && x + met >= width) return [x, y]
    }
  }
  return undefined
}
