// Edges noted in the cells they may touch, then given back cell by cell, each cell's in the order they were noted.

/** `ranks` and `edges` of the cell stand from `from` to `to`, excluded. */
type VisitCell = (cell: number, ranks: Int32Array, edges: Int32Array, from: number, to: number) => void
export type Entries = {
  readonly add: (cell: number, rank: number, edge: number) => void
  readonly byCell: (cells: number, visit: VisitCell) => void
}

export function openEntries(): Entries {
  let noted = new Int32Array(192)
  let used = 0
  const add = (cell: number, rank: number, edge: number): void => {
    if (used === noted.length) {
      const larger = new Int32Array(2 * used)
      larger.set(noted)
      noted = larger
    }
    noted[used] = cell
    noted[used + 1] = rank
    noted[used + 2] = edge
    used += 3
  }
  return { add, byCell: (cells, visit) => sorted(noted.subarray(0, used), cells, visit) }
}

/** Sorted by counting, which keeps the order within a cell. */
function sorted(noted: Int32Array, cells: number, visit: VisitCell): void {
  const starts = new Int32Array(cells + 2)
  for (let at = 0; at < noted.length; at += 3) starts[(noted[at] ?? 0) + 2] = (starts[(noted[at] ?? 0) + 2] ?? 0) + 1
  for (let cell = 2; cell < starts.length; cell += 1) starts[cell] = (starts[cell] ?? 0) + (starts[cell - 1] ?? 0)
  const [ranks, edges] = [new Int32Array(noted.length / 3), new Int32Array(noted.length / 3)]
  for (let at = 0; at < noted.length; at += 3) {
    const cell = (noted[at] ?? 0) + 1
    const place = starts[cell] ?? 0
    ranks[place] = noted[at + 1] ?? 0
    edges[place] = noted[at + 2] ?? 0
    starts[cell] = place + 1
  }
  for (let cell = 0; cell < cells; cell += 1) {
    const [from, to] = [starts[cell] ?? 0, starts[cell + 1] ?? 0]
    if (from < to) visit(cell, ranks, edges, from, to)
  }
}
