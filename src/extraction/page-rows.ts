// From words placed on a page to rows: pieces of one baseline, in order, cut where the white is too wide to be a space.

/** A run of text placed on the page. `x`, `y`: start of its baseline, in points from the top left; `size`: height of its letters' body. */
export type Piece = { readonly text: string; readonly x: number; readonly y: number; readonly width: number; readonly size: number }
/** Words of one row without wide white between them. */
type Segment = { readonly text: string; readonly left: number; readonly right: number; readonly size: number }
export type Row = { readonly y: number; readonly size: number; readonly segments: readonly Segment[] }

/** White between two pieces, in letter sizes: above the first they are two words, above the second two segments. */
const wordGap = 0.13
const segmentGap = 1.6
/** After the bullet or the number of an item, white is only an indent. */
const markGap = 5
const mark = /^\s*(?:[•▪●○■□◦‣➢➔→↳✓✔*·–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)°]|\d{1,2}(?:\.\d{1,2})+\.?)\s*$/iu
/** What symbol fonts show as bullets comes out as a letter or a private character, alone at the head of its line. */
const symbolMark = /^(?:[\uf000-\uf0ff]|[oØü§])$/

export function rowsOf(pieces: readonly Piece[]): Row[] {
  const sorted = pieces.filter((piece) => piece.text !== '').sort((one, other) => one.y - other.y || one.x - other.x)
  const groups: Piece[][] = []
  for (const piece of sorted) {
    const group = groups.slice(-3).reverse().find((candidate) => sharesBaseline(candidate, piece))
    if (group === undefined) groups.push([piece])
    else group.push(piece)
  }
  return groups.filter((group) => group.some((piece) => piece.text.trim() !== '')).map(rowOf).sort((one, other) => one.y - other.y)
}

/** Same baseline, or raised and lowered by less than a line: `1er`, a note mark. */
function sharesBaseline(group: readonly Piece[], piece: Piece): boolean {
  const main = mainPiece(group)
  const distance = Math.abs(piece.y - main.y)
  const large = Math.max(main.size, piece.size)
  if (distance <= large * 0.2) return true
  const small = Math.min(main.size, piece.size)
  if (distance > large * 0.55 || small > large * 0.85) return false
  return group.some((other) => Math.abs(piece.x - (other.x + other.width)) < large * 0.6 || Math.abs(piece.x + piece.width - other.x) < large * 0.6)
}

const mainPiece = (pieces: readonly Piece[]): Piece => pieces.reduce((main, piece) => (weight(piece) > weight(main) ? piece : main))
const weight = (piece: Piece): number => piece.size * Math.min(piece.text.trim().length, 20)

function rowOf(pieces: readonly Piece[]): Row {
  const segments: Segment[] = []
  const ordered = [...pieces].sort((one, other) => one.x - other.x)
  ordered.forEach((piece, index) => addPiece(segments, index === 0 && opensItem(piece, ordered) ? { ...piece, text: '•' } : piece))
  const main = mainPiece(pieces)
  const trimmed = segments.map((segment) => ({ ...segment, text: segment.text.replace(/[ \t]+/g, ' ').trim() }))
  return { y: main.y, size: main.size, segments: trimmed.filter(({ text }) => text !== '') }
}

const opensItem = (piece: Piece, ordered: readonly Piece[]): boolean => {
  const next = ordered.find((other) => other !== piece && other.text.trim() !== '')
  return symbolMark.test(piece.text.trim()) && next !== undefined && next.x - piece.x - piece.width > piece.size * 0.5
}

/** Puts a piece at the end of the last segment, or opens another. */
function addPiece(segments: Segment[], piece: Piece): void {
  const blank = piece.text.trim() === ''
  const last = segments.at(-1)
  const size = Math.max(last?.size ?? 0, piece.size)
  const gap = last === undefined ? 0 : piece.x - last.right
  if (last === undefined || gap > size * (mark.test(last.text) ? markGap : segmentGap)) {
    // A run of spaces alone neither opens nor stretches a segment.
    if (!blank) segments.push(segmentOf(piece))
    return
  }
  const right = Math.max(last.right, piece.x + piece.width)
  if (blank) {
    if (piece.width < size * segmentGap) segments[segments.length - 1] = { ...last, text: `${last.text.trimEnd()} `, right }
    return
  }
  if (isOverprint(last, piece)) return
  const space = gap > size * wordGap && !last.text.endsWith(' ') && !piece.text.startsWith(' ') ? ' ' : ''
  segments[segments.length - 1] = { text: last.text + space + piece.text, left: last.left, right, size }
}

const segmentOf = (piece: Piece): Segment => ({ text: piece.text, left: piece.x, right: piece.x + piece.width, size: piece.size })

/** The same words printed twice on the same spot, as some programs do to make them bold. */
const isOverprint = (last: Segment, piece: Piece): boolean =>
  piece.x < last.right - piece.width * 0.7 && piece.text.trim().length > 1 && last.text.trimEnd().endsWith(piece.text.trim())
