// Is a page a picture of text? Decided from the letters of its text layer and from what else is drawn on it.
import { type Piece, rowsOf } from './page-rows.ts'
import type { Drawings } from './pdf-drawings.ts'

/** A page with more letters than this is text, whatever pictures it carries. */
const manyLetters = 400
/** Below this, a page that draws anything is worth recognising. */
const fewLetters = 20

const stamps = new RegExp([
  '(accus[ée] de r[ée]ception', 'envoy[ée] en pr[ée]fecture', 're[çc]u en pr[ée]fecture', 'affich[ée] le', 'publi[ée] le', 'id\\s*:',
  'date de (t[ée]l[ée]transmission|r[ée]ception)', '\\d{3}-\\d{9}-)[^a-z]{0,4}\\S*',
].join('|'), 'gi')

/** Letters, transmission stamps apart: they are printed over scans by the State's platform. */
export function lettersIn(pieces: readonly Piece[]): number {
  const text = pieces.map((piece) => piece.text).join(' ')
  return (text.replace(stamps, ' ').match(/\p{L}/gu) ?? []).length
}

export const needsDrawings = (pieces: readonly Piece[], letters: number): boolean => letters <= manyLetters || mayHoldTable(pieces)

/** Two rows at least with words far apart. */
const mayHoldTable = (pieces: readonly Piece[]): boolean => rowsOf(pieces).filter((row) => row.segments.length > 1).length >= 2

export function looksScanned({ covered, draws }: Drawings, letters: number): boolean {
  if (letters > manyLetters) return false
  return letters < fewLetters ? draws : covered > 0.6
}
