// Which cells of a grid an edge may touch, and how far it stays from the sides of one: both err on the side of touching.

/** A grid of columns × rows square-ish cells; `perX`, `perY`: cells per degree. */
export type Grid = {
  readonly west: number; readonly south: number; readonly perX: number; readonly perY: number; readonly columns: number; readonly rows: number
}
/** Cells are taken this much larger on each side, far more than rounding can move a point. In cells. */
export const margin = 1e-4
/** Columns from…to of one row. */
export type Span = { from: number; to: number }

const within = (cell: number, cells: number): number => Math.min(Math.max(Math.floor(cell), 0), cells - 1)

/** Calls back with each row and the columns that the edge at `at` may touch there; nothing when it stays outside the grid. */
export function eachSpan(edges: Float64Array, at: number, grid: Grid, visit: (row: number, from: number, to: number) => void): void {
  const { columns, rows } = grid
  const x1 = ((edges[at] ?? 0) - grid.west) * grid.perX
  const y1 = ((edges[at + 1] ?? 0) - grid.south) * grid.perY
  const x2 = ((edges[at + 2] ?? 0) - grid.west) * grid.perX
  const y2 = ((edges[at + 3] ?? 0) - grid.south) * grid.perY
  if (y2 < -margin || y1 > rows + margin || Math.max(x1, x2) < -margin || Math.min(x1, x2) > columns + margin) return
  const slope = y2 > y1 ? (x2 - x1) / (y2 - y1) : 0
  const last = within(y2 + margin, rows)
  for (let row = within(y1 - margin, rows); row <= last; row += 1) {
    const low = y1 >= row - margin ? x1 : x1 + (row - margin - y1) * slope
    const high = y2 <= row + 1 + margin ? x2 : x1 + (row + 1 + margin - y1) * slope
    const [west, east] = low < high ? [low - margin, high + margin] : [high - margin, low + margin]
    if (east >= 0 && west < columns) visit(row, within(west, columns), within(east, columns))
  }
}

/** The sides of a cell, as bits, that an edge may touch. */
export const sides = { west: 1, east: 2, south: 4, north: 8 } as const

export function sidesTouched(edges: Float64Array, at: number, grid: Grid, column: number, row: number): number {
  const x1 = ((edges[at] ?? 0) - grid.west) * grid.perX - column
  const y1 = ((edges[at + 1] ?? 0) - grid.south) * grid.perY - row
  const x2 = ((edges[at + 2] ?? 0) - grid.west) * grid.perX - column
  const y2 = ((edges[at + 3] ?? 0) - grid.south) * grid.perY - row
  // The stretch of the edge, from 0 to 1, that lies in the cell and its margin: first by columns, then by rows.
  const [fromX, toX] = stretch(x1, x2)
  const [fromY, toY] = stretch(y1, y2)
  const [from, to] = [Math.max(fromX, fromY), Math.min(toX, toY)]
  if (from > to + margin) return 0
  const [startX, endX] = [x1 + (x2 - x1) * from, x1 + (x2 - x1) * to]
  const [startY, endY] = [y1 + (y2 - y1) * from, y1 + (y2 - y1) * to]
  const near = 3 * margin
  return (Math.min(startX, endX) <= near ? sides.west : 0) | (Math.max(startX, endX) >= 1 - near ? sides.east : 0)
    | (Math.min(startY, endY) <= near ? sides.south : 0) | (Math.max(startY, endY) >= 1 - near ? sides.north : 0)
}

/** Of the way from `start` to `end`, what lies between 0 and 1 with a double margin. */
function stretch(start: number, end: number): readonly [from: number, to: number] {
  const [low, high] = [-2 * margin, 1 + 2 * margin]
  const way = end - start
  if (way === 0) return start >= low && start <= high ? [0, 1] : [2, -1]
  const [one, other] = [(low - start) / way, (high - start) / way]
  return [Math.max(0, Math.min(one, other)), Math.min(1, Math.max(one, other))]
}
