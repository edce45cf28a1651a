// The tables of a text as cells, each knowing the head of its column and of its row.
import type { Text } from './text.ts'

/** Offsets in the clean text, spaces left out. `head`: flattened words at the top of its column; empty for the top row itself. */
export type Cell = {
  readonly start: number; readonly end: number; readonly head: string; readonly rowHead: string
  /** Rank of its line in the text. */
  readonly row: number
}

const known = new WeakMap<Text, readonly Cell[]>()

/** Every cell of every table, in the order of the text; computed once per text. */
export function cellsOf(text: Text): readonly Cell[] {
  const already = known.get(text)
  if (already) return already
  const answer: Cell[] = []
  let heads: readonly string[] = []
  let last = -2
  text.lines.forEach((line, index) => {
    if (!line.row) return
    const cells = cut(text.flat, line.start, line.end)
    const words = cells.map(([start, end]) => text.flat.slice(start, end))
    const top = index !== last + 1
    if (top) heads = words
    cells.forEach(([start, end], column) => answer.push({ start, end, head: top ? '' : (heads[column] ?? ''), rowHead: words[0] ?? '', row: index }))
    last = index
  })
  known.set(text, answer)
  return answer
}

/** The cell that holds this offset of the clean text. */
export function cellAt(text: Text, offset: number): Cell | undefined {
  const cells = cellsOf(text)
  let low = 0
  let high = cells.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cells[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const cell = cells[low - 1]
  return cell !== undefined && offset < cell.end ? cell : undefined
}

function cut(flat: string, start: number, end: number): readonly (readonly [number, number])[] {
  const answer: [number, number][] = []
  let from = start
  for (let at = start; at <= end; at += 1) {
    if (at < end && flat.charAt(at) !== '|') continue
    let [first, last] = [from, at]
    while (first < last && flat.charAt(first) === ' ') first += 1
    while (last > first && flat.charAt(last - 1) === ' ') last -= 1
    if (!(first === last && (at === start || at === end))) answer.push([first, last])
    from = at + 1
  }
  return answer
}
