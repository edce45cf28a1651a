// Is a page a picture of text? Decided from the letters of its text layer and from what else is drawn on it.
import { getResolvedPDFJS } from 'unpdf'
import type { Piece } from './page-rows.ts'
import type { PdfPage } from './pdf-engine.ts'

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

export async function looksScanned(page: PdfPage, letters: number): Promise<boolean> {
  if (letters > manyLetters) return false
  const { covered, draws } = await drawings(page)
  return letters < fewLetters ? draws : covered > 0.6
}

type Matrix = readonly number[]

/** `covered`: share of the page under its largest picture; `draws`: whether anything but text is drawn. */
async function drawings(page: PdfPage): Promise<{ covered: number; draws: boolean }> {
  const { OPS } = await getResolvedPDFJS()
  const images = new Set([OPS.paintImageXObject, OPS.paintImageMaskXObject, OPS.paintInlineImageXObject, OPS.paintImageXObjectRepeat])
  const strokes = new Set([OPS.constructPath, OPS.shadingFill])
  const { width, height } = page.getViewport({ scale: 1 })
  const { fnArray, argsArray } = await page.getOperatorList()
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  const saved: Matrix[] = []
  let covered = 0
  let sum = 0
  let paths = 0
  fnArray.forEach((operation: number, index: number) => {
    const given: unknown = argsArray[index]
    if (operation === OPS.save) saved.push(matrix)
    else if (operation === OPS.restore) matrix = saved.pop() ?? matrix
    else if (operation === OPS.transform) matrix = product(matrix, numbers(given))
    else if (operation === OPS.paintFormXObjectBegin) {
      saved.push(matrix)
      matrix = product(matrix, numbers(Array.isArray(given) ? given[0] : undefined))
    } else if (operation === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix
    else if (images.has(operation)) {
      const area = Math.abs((matrix[0] ?? 0) * (matrix[3] ?? 0) - (matrix[1] ?? 0) * (matrix[2] ?? 0)) / (width * height)
      covered = Math.max(covered, area)
      sum += area
    } else if (strokes.has(operation)) paths += 1
  })
  // Scanners cut a page in strips; text drawn as outlines makes many paths.
  return { covered: Math.max(covered, Math.min(sum, 1)), draws: sum > 0.02 || paths > 60 }
}

const numbers = (given: unknown): Matrix => (Array.isArray(given) && given.length === 6 ? given.map(Number) : [1, 0, 0, 1, 0, 0])

function product(m: Matrix, n: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
