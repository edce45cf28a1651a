// Reading order of a page: bands of text with a white gutter are read column by column when they are prose or signatures, else row by row.
import { type Piece, type Row, rowsOf } from './page-rows.ts'
import { signatureStart, unwrapped } from './page-cells.ts'

/** `score`: rows on the side that has fewer; `clearance`: white on the narrower side of the line at `x`. */
type Band = { readonly x: number; readonly pieces: readonly Piece[]; readonly score: number; readonly clearance: number }

/** White on each side of the line that cuts columns, in letter sizes: of prose, and of signatures, whose cells may touch. */
const wide = 0.4
const thin = 0.06
/** First word of a signature, which may stand alone in a justified line. */
const mayOpen = /^(pour|la|le|les|l['’]|ville|commune|communaut[ée])\b/i
/** How many of the best bands are looked at; how deep columns may nest. */
const tried = 16
const deepest = 4

/**
 * The pieces of a page as flows of rows, in the order they are to be read.
 * `limit`: in a column of signatures, where it ends on the right: a name cut by it is made whole.
 */
export function flowsOf(pieces: readonly Piece[], depth = 0, limit?: number): Row[][] {
  const words = pieces.filter((piece) => piece.text.trim() !== '')
  if (words.length === 0) return []
  const band = depth < deepest ? bestBand(words) : undefined
  if (band === undefined) return [limit === undefined ? rowsOf(pieces) : unwrapped(rowsOf(pieces), limit)]
  const inside = new Set(band.pieces)
  const tops = band.pieces.map((piece) => piece.y)
  const top = Math.min(...tops)
  const bottom = Math.max(...tops)
  const blanks = pieces.filter((piece) => piece.text.trim() === '')
  const isLeft = (piece: Piece): boolean => piece.x + piece.width / 2 < band.x
  const within = [...band.pieces, ...blanks.filter((piece) => piece.y >= top - 1 && piece.y <= bottom + 1)]
  const rest = pieces.filter((piece) => !inside.has(piece))
  return [
    ...flowsOf(rest.filter((piece) => piece.y < top), depth),
    ...flowsOf(within.filter(isLeft), depth + 1, band.limits[0]),
    ...flowsOf(within.filter((piece) => !isLeft(piece)), depth + 1, band.limits[1] === undefined ? undefined : (limit ?? band.limits[1])),
    ...flowsOf(rest.filter((piece) => piece.y >= top && piece.text.trim() !== ''), depth),
  ]
}

function bestBand(words: readonly Piece[]): (Band & { readonly limits: readonly number[] }) | undefined {
  const sorted = [...words].sort((one, other) => one.y - other.y)
  const prose = bandsOf(sorted, wide).find((band) => isColumns(band, isProse) && !isColumns(band, isSignatures))
  if (prose !== undefined) return { ...prose, limits: [] }
  if (!sorted.some((piece) => mayOpen.test(piece.text))) return undefined
  const signatures = bandsOf(sorted, thin).find((band) => isColumns(band, isSignatures))
  if (signatures === undefined) return undefined
  const right = signatures.pieces.filter((piece) => piece.x >= signatures.x)
  return { ...signatures, limits: [Math.min(...right.map((piece) => piece.x)), Math.max(...sorted.map((piece) => piece.x + piece.width))] }
}

/** Bands around every place where a piece starts, best first, with more and less of what stands above them. */
function bandsOf(sorted: readonly Piece[], white: number): Band[] {
  const left = Math.min(...sorted.map((piece) => piece.x))
  const right = Math.max(...sorted.map((piece) => piece.x + piece.width))
  const margin = (right - left) * 0.15
  const starts = new Set(sorted.map((piece) => Math.round((piece.x - piece.size * white) * 5 - 1) / 5))
  const bands = [...starts].filter((x) => x > left + margin && x < right - margin).flatMap((x) => bandsAt(sorted, x, white))
  bands.sort((one, other) => other.score - one.score || other.pieces.length - one.pieces.length || other.clearance - one.clearance)
  return bands.slice(0, tried).flatMap((band) => [trimmed(band, 3), trimmed(band, 0.9)])
}

/** The runs of pieces, from top to bottom, between those that cross this vertical line. */
function bandsAt(sorted: readonly Piece[], x: number, white: number): Band[] {
  const bands: Band[] = []
  let run: Piece[] = []
  let barrier = Number.NEGATIVE_INFINITY
  const close = (limit: number): void => {
    const pieces = run.filter((piece) => piece.y < limit)
    const lefts = new Set(pieces.filter((piece) => piece.x < x).map((piece) => Math.round(piece.y)))
    const rights = new Set(pieces.filter((piece) => piece.x >= x).map((piece) => Math.round(piece.y)))
    const score = Math.min(lefts.size, rights.size)
    const clearance = Math.min(...pieces.map((piece) => (piece.x < x ? x - piece.x - piece.width : piece.x - x)))
    if (score >= 2) bands.push({ x, pieces, score, clearance })
    run = []
  }
  for (const piece of sorted) {
    const half = piece.size * white
    if (piece.x < x + half && piece.x + piece.width > x - half) {
      close(piece.y - piece.size * 0.5)
      barrier = piece.y + piece.size * 0.5
    } else if (piece.y > barrier) run.push(piece)
  }
  close(Number.POSITIVE_INFINITY)
  return bands
}

/** Without what stands on one side only, `above` letter sizes over the other side or far below the last line of both. */
function trimmed(band: Band, above: number): Band {
  const ofSide = (isSide: (piece: Piece) => boolean): number[] => band.pieces.filter(isSide).map((piece) => piece.y)
  const lefts = ofSide((piece) => piece.x < band.x)
  const rights = ofSide((piece) => piece.x >= band.x)
  const size = band.pieces[0]?.size ?? 12
  const top = Math.max(Math.min(...lefts), Math.min(...rights)) - size * above
  const bottom = Math.min(Math.max(...lefts), Math.max(...rights))
  const jump = [...band.pieces].sort((one, other) => one.y - other.y).map((piece) => piece.y)
    .find((y, index, all) => y > bottom + size && y - (all[index - 1] ?? y) > size * 3.5)
  return { ...band, pieces: band.pieces.filter((piece) => piece.y >= top && piece.y < (jump ?? Number.POSITIVE_INFINITY)) }
}

function isColumns(band: Band, isKind: (rows: readonly Row[]) => boolean): boolean {
  const left = rowsOf(band.pieces.filter((piece) => piece.x < band.x))
  const right = rowsOf(band.pieces.filter((piece) => piece.x >= band.x))
  return isKind(left) && isKind(right)
}

const words = (row: Row): string => row.segments.map((segment) => segment.text).join(' ')

/** Opens as a signature does, and stays as short as one. */
const isSignatures = (rows: readonly Row[]): boolean =>
  rows.length >= 2 && signatureStart.test(rows[0] === undefined ? '' : words(rows[0])) && rows.every((row) => words(row).length < 90)
  && rows.filter((row) => words(row).length > 60).length <= rows.length / 3

/** Lines that mostly fill the width of their column, several of them. */
function isProse(rows: readonly Row[]): boolean {
  if (rows.length < 5) return false
  const left = Math.min(...rows.map((row) => row.segments[0]?.left ?? 0))
  const right = Math.max(...rows.map((row) => row.segments.at(-1)?.right ?? 0))
  const letters = rows.reduce((sum, row) => sum + words(row).length, 0)
  const full = rows.filter((row) => (row.segments.at(-1)?.right ?? 0) - left > (right - left) * 0.7).length
  return full >= rows.length * 0.45 && letters / rows.length >= 18
}
