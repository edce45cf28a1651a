// What decides inside one cell: for each polygon whose boundary runs there, the edges in the cell, and one side of it that none touches.
import { mostTabled, wordBits } from './point-index-draft.ts'
import type { Draft } from './point-index-draft.ts'
import { edgesOfBand, standingIn } from './point-index-part.ts'
import type { Part } from './point-index-part.ts'
import { sides, sidesTouched } from './point-index-raster.ts'
import type { Grid } from './point-index-raster.ts'
import type { Sets } from './point-index-sets.ts'

/** A polygon and those of its edges (places in `part.edges`) that may touch a place. */
export type Piece = { readonly part: Part; readonly edges: ArrayLike<number> & Iterable<number> }
/** The same in one cell. `touched`: the sides of the cell that these edges may touch, as bits. */
export type CellPiece = { readonly part: Part; readonly edges: readonly number[]; readonly touched: number }
/** One cell of a grid, and the code of the shapes that cover it whole. */
export type Cell = { readonly grid: Grid; readonly column: number; readonly row: number; readonly code: number }
/** Bits of a test word, and the edges that the ray may meet. */
type Test = { readonly bits: number; readonly edges: readonly number[]; readonly part: Part }

/** The pieces of one cell, from its edges in the order of the ranks of their polygons. */
export function piecesIn(
  { grid, column, row }: Cell, pieces: readonly Piece[], ranks: Int32Array, edges: Int32Array, from: number, to: number,
): readonly CellPiece[] {
  const found: CellPiece[] = []
  let at = from
  while (at < to) {
    const rank = ranks[at] ?? 0
    const part = pieces[rank]?.part
    const own: number[] = []
    let touched = 0
    for (; at < to && ranks[at] === rank; at += 1) {
      const edge = edges[at] ?? 0
      own.push(edge)
      if (part !== undefined) touched |= sidesTouched(part.edges, edge, grid, column, row)
    }
    if (part !== undefined) found.push({ part, edges: own, touched })
  }
  return found
}

/**
 * A side no edge touches is wholly inside or wholly outside; the ray from a point of the cell to that side meets edges of the cell alone, since one
 * from elsewhere would have come through the side. Without such a side, the ray goes on to the end of the polygon, and takes all edges on its way.
 */
function testOf({ grid, column, row }: Cell, { part, edges, touched }: CellPiece): Test {
  const [left, right] = [grid.west + column / grid.perX, grid.west + (column + 1) / grid.perX]
  const [low, high] = [grid.south + row / grid.perY, grid.south + (row + 1) / grid.perY]
  const seen = (x: number, y: number, bits: number): Test => ({ bits: bits | (standingIn(part, x, y) === 'inside' ? wordBits.odd : 0), edges, part })
  if ((touched & sides.west) === 0) return seen(left, (low + high) / 2, 0)
  if ((touched & sides.east) === 0) return seen(right, (low + high) / 2, wordBits.mirrored)
  if ((touched & sides.south) === 0) return seen((left + right) / 2, low, wordBits.turned)
  if ((touched & sides.north) === 0) return seen((left + right) / 2, high, wordBits.turned | wordBits.mirrored)
  return { bits: 0, edges: edgesOfBand(part, low - (high - low) / 1000, high + (high - low) / 1000), part }
}

/** Writes the record of a cell; answers where it is. */
export function writeCell(draft: Draft, sets: Sets, cell: Cell, pieces: readonly CellPiece[]): number {
  const tests = pieces.map((piece) => testOf(cell, piece))
  const [first, ...others] = tests
  if (first !== undefined && others.length === 0) return writeOne(draft, sets, cell.code, first)
  const tabled = tests.length <= mostTabled
  const head = 1 + (tabled ? 2 ** (tests.length - 1) : Math.ceil(tests.length / 2))
  const record = draft.record(head + tests.reduce((total, { edges }) => total + 1 + 4 * edges.length, 0))
  const { ints } = draft.memory()
  ints[2 * record] = tests.length
  ints[2 * record + 1] = tabled ? 0 : cell.code
  if (tabled) {
    for (let outcome = 0; outcome < 2 ** tests.length; outcome += 1) {
      ints[2 * record + 2 + outcome] = tests.reduce((code, { part }, at) => ((outcome >> at) & 1 ? sets.plus(code, part.owner) : code), cell.code)
    }
  } else for (const [at, { part }] of tests.entries()) ints[2 * record + 2 + at] = part.owner
  let step = record + head
  for (const test of tests) step = writeEdges(draft, test, 2 * step, step + 1)
  return record
}

function writeOne(draft: Draft, sets: Sets, code: number, test: Test): number {
  const record = draft.record(2 + 4 * test.edges.length)
  const { ints } = draft.memory()
  ints[2 * record] = 1
  ints[2 * record + 2] = code
  ints[2 * record + 3] = sets.plus(code, test.part.owner)
  writeEdges(draft, test, 2 * record + 1, record + 2)
  return record
}

/** The edges as the ray sees them: along the first coordinate, towards -∞, climbing along the second. Answers the step after them. */
function writeEdges(draft: Draft, { bits, edges, part }: Test, word: number, from: number): number {
  const { ints, floats } = draft.memory()
  ints[word] = bits | (edges.length << wordBits.countShift)
  const [first, second] = (bits & wordBits.turned) === 0 ? [0, 1] : [1, 0]
  const sign = (bits & wordBits.mirrored) === 0 ? 1 : -1
  let step = from
  for (const at of edges) {
    const [u1, v1] = [sign * (part.edges[at + first] ?? 0), part.edges[at + second] ?? 0]
    const [u2, v2] = [sign * (part.edges[at + 2 + first] ?? 0), part.edges[at + 2 + second] ?? 0]
    const climbs = v1 <= v2
    floats[step] = climbs ? u1 : u2
    floats[step + 1] = climbs ? v1 : v2
    floats[step + 2] = climbs ? u2 : u1
    floats[step + 3] = climbs ? v2 : v1
    step += 4
  }
  return step
}
