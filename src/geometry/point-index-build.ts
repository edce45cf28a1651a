// Builds a point index: a grid whose cells know which shapes cover them whole; where boundaries run, a finer grid or the few edges that decide.
import { piecesIn, writeCell } from './point-index-cell.ts'
import type { Cell, CellPiece, Piece } from './point-index-cell.ts'
import type { Draft } from './point-index-draft.ts'
import { openEntries } from './point-index-entries.ts'
import type { Entries } from './point-index-entries.ts'
import { standingIn } from './point-index-part.ts'
import { eachSpan } from './point-index-raster.ts'
import type { Grid } from './point-index-raster.ts'
import type { Sets } from './point-index-sets.ts'

/** Everything a cell is built with. `left`: how much work may still go into finer grids, so that no file can ask for all the memory. */
export type Site = { readonly draft: Draft; readonly sets: Sets; readonly smallest: number; left: number }
/** How many edges the cell had out of which a grid is made, and how many grids in a row hardly parted them. */
type Trail = { readonly edges: number; readonly stuck: number }

/** Cells with more than this get a finer grid. */
const mostEdges = 5
const mostPieces = 3
const mostStuck = 3

/** Writes a grid and all it holds; answers its record. */
export function buildGrid(site: Site, grid: Grid, code: number, pieces: readonly Piece[], trail: Trail = { edges: Infinity, stuck: 0 }): number {
  const { columns, rows } = grid
  const record = site.draft.record(6)
  const first = site.draft.cellsFor(columns * rows)
  const { ints, floats } = site.draft.memory()
  ints.set([0, first, columns, rows], 2 * record)
  floats.set([grid.west, grid.south, grid.perX, grid.perY], record + 2)
  const codes = new Int32Array(columns * rows).fill(code)
  const stamps = new Int32Array(columns * rows)
  const entries = openEntries()
  for (const [rank, piece] of pieces.entries()) {
    layEdges(grid, piece, rank, stamps, entries)
    layShape(site.sets, grid, piece, rank, stamps, codes)
  }
  site.draft.memory().cells.set(codes, first)
  entries.byCell(codes.length, (cell, ranks, edges, from, to) => {
    const place = { grid, column: cell % columns, row: Math.floor(cell / columns), code: codes[cell] ?? 0 }
    const undecided = piecesIn(place, pieces, ranks, edges, from, to).filter(({ part }) => !site.sets.has(place.code, part.owner))
    if (undecided.length === 0) return
    const decided = buildCell(site, place, undecided, trail)
    site.draft.memory().cells[first + cell] = ~decided
  })
  return record
}

/** Notes each edge in the cells it may touch; `stamps` then holds the rank of the piece, plus one. */
function layEdges(grid: Grid, { part, edges }: Piece, rank: number, stamps: Int32Array, entries: Entries): void {
  for (const at of edges) {
    eachSpan(part.edges, at, grid, (row, from, to) => {
      for (let cell = row * grid.columns + from; cell <= row * grid.columns + to; cell += 1) {
        stamps[cell] = rank + 1
        entries.add(cell, rank, at)
      }
    })
  }
}

/** Adds the shape to the cells its polygon covers whole: cells side by side that no edge touches are all inside, or all outside. */
function layShape({ plus }: Sets, grid: Grid, { part }: Piece, rank: number, stamps: Int32Array, codes: Int32Array): void {
  const { columns, rows, west, south, perX, perY } = grid
  const fromColumn = Math.max(0, Math.floor((part.west - west) * perX) - 1)
  const toColumn = Math.min(columns - 1, Math.floor((part.east - west) * perX) + 1)
  const fromRow = Math.max(0, Math.floor((part.south - south) * perY) - 1)
  const toRow = Math.min(rows - 1, Math.floor((part.north - south) * perY) + 1)
  for (let row = fromRow; row <= toRow; row += 1) {
    let covered: boolean | undefined
    for (let cell = row * columns + fromColumn; cell <= row * columns + toColumn; cell += 1) {
      if (stamps[cell] === rank + 1) covered = undefined
      else {
        covered ??= standingIn(part, west + (cell - row * columns + 0.5) / perX, south + (row + 0.5) / perY) === 'inside'
        if (covered) codes[cell] = plus(codes[cell] ?? 0, part.owner)
      }
    }
  }
}

function buildCell(site: Site, cell: Cell, pieces: readonly CellPiece[], trail: Trail): number {
  const edges = pieces.reduce((total, piece) => total + piece.edges.length, 0)
  const stuck = edges < trail.edges * 0.9 ? 0 : trail.stuck + 1
  const simple = edges <= mostEdges && pieces.length <= mostPieces && pieces.every(({ touched }) => touched !== 15)
  const finer = simple || stuck > mostStuck ? undefined : finerGrid(site, cell, pieces, edges)
  return finer === undefined ? writeCell(site.draft, site.sets, cell, pieces) : buildGrid(site, finer, cell.code, pieces, { edges, stuck })
}

/** A grid over one cell that no few edges decide; undefined when the cell is tiny, or work has run out. */
function finerGrid(site: Site, cell: Cell, pieces: readonly Piece[], edges: number): Grid | undefined {
  const { west, south, perX, perY } = cell.grid
  if (Math.min(1 / perX, 1 / perY) < site.smallest) return undefined
  const cells = Math.min(32, Math.max(2, Math.ceil(Math.sqrt(edges))))
  // To place the cells of a row, each polygon looks at the edges of one slab or two.
  const looked = pieces.reduce((total, { part }) => total + 1 + part.members.length / part.starts.length / 16, 0)
  const work = looked * cells * cells + edges * cells
  if (work > site.left) return undefined
  site.left -= work
  return { west: west + cell.column / perX, south: south + cell.row / perY, perX: perX * cells, perY: perY * cells, columns: cells, rows: cells }
}
