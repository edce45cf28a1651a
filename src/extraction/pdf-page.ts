// The text layer of one PDF page: pieces of text where they stand on the page as it is seen, upright or turned.
import type { Piece } from './page-rows.ts'
import type { Rule } from './page-tables.ts'
import { writePage } from './page-text.ts'
import type { PdfPage } from './pdf-engine.ts'

/** `upright`: in the direction most of the page is written; `turned`: margins, stamps, watermarks, by direction. */
export type PlacedText = { readonly upright: readonly Piece[]; readonly turned: readonly (readonly Piece[])[] }

type Matrix = readonly [number, number, number, number, number, number]

export async function placedText(page: PdfPage): Promise<PlacedText> {
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  const directions = new Map<number, Piece[]>()
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue
    const place = multiply(matrixOf(viewport.transform), matrixOf(item.transform))
    if (isOutside(place, viewport)) continue
    const angle = Math.round((Math.atan2(place[1], place[0]) * 180) / Math.PI)
    // Scans are straightened by a degree or two: nearly upright is upright.
    const direction = Math.abs(angle) <= 3 ? 0 : (angle + 360) % 360
    const pieces = directions.get(direction) ?? []
    pieces.push(pieceAt(item.str, turnBack(place, direction), item.width))
    directions.set(direction, pieces)
  }
  const byLetters = [...directions].sort((one, other) => letters(other[1]) - letters(one[1]) || one[0] - other[0])
  const [upright = [], ...turned] = byLetters.map(([, pieces]) => pieces)
  return { upright, turned: turned.filter((pieces) => letters(pieces) > 0) }
}

const letters = (pieces: readonly Piece[]): number => pieces.reduce((count, piece) => count + piece.text.trim().length, 0)

/** `rules`: the straight lines of the page, which frame its tables. */
export const writePlaced = ({ upright, turned }: PlacedText, rules: readonly Rule[] = []): string =>
  [writePage(upright, rules), ...turned.map((pieces) => writePage(pieces))].filter((text) => text !== '').join('\n\n')

function pieceAt(text: string, place: Matrix, width: number): Piece {
  return { text: text.replaceAll('\0', ''), x: place[4], y: place[5], width, size: Math.hypot(place[2], place[3]) || 1 }
}

function matrixOf(numbers: readonly unknown[]): Matrix {
  const [a, b, c, d, e, f] = numbers.map((value) => (typeof value === 'number' && Number.isFinite(value) ? value : 0))
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0]
}

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1], m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4], m[1] * n[4] + m[3] * n[5] + m[5],
]

/** Turns the page so that this direction reads from left to right. */
function turnBack(place: Matrix, direction: number): Matrix {
  if (direction === 0) return place
  const angle = (-direction * Math.PI) / 180
  return multiply([Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0], place)
}

const isOutside = (place: Matrix, { width, height }: { width: number; height: number }): boolean =>
  place[4] < -width * 0.1 || place[4] > width * 1.1 || place[5] < -height * 0.1 || place[5] > height * 1.1
