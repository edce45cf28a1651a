// What is drawn on a PDF page besides text: how much of it pictures cover, and the straight rules that may frame a table.
import { getResolvedPDFJS } from 'unpdf'
import type { Rule } from './page-tables.ts'
import type { PdfPage } from './pdf-engine.ts'

/** `covered`: share of the page under pictures; `draws`: whether anything but text and a few lines is drawn. */
export type Drawings = { readonly covered: number; readonly draws: boolean; readonly rules: readonly Rule[] }
type Matrix = readonly number[]

/** More rules than this make a plan, not a table. */
const mostRules = 3000
/** Paths above which a page may well be text drawn as outlines. */
const manyPaths = 60
const thin = 3

export async function drawingsOf(page: PdfPage): Promise<Drawings> {
  const { OPS } = await getResolvedPDFJS()
  const images = new Set([OPS.paintImageXObject, OPS.paintImageMaskXObject, OPS.paintInlineImageXObject, OPS.paintImageXObjectRepeat])
  const strokes = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])
  const fills = new Set([OPS.fill, OPS.eoFill])
  const viewport = page.getViewport({ scale: 1 })
  const { fnArray, argsArray } = await page.getOperatorList()
  let matrix: Matrix = viewport.transform
  const saved: Matrix[] = []
  const rules: Rule[] = []
  let [largest, sum, paths] = [0, 0, 0]
  fnArray.forEach((operation: number, index: number) => {
    const given: unknown = argsArray[index]
    if (operation === OPS.save) saved.push(matrix)
    else if (operation === OPS.restore) matrix = saved.pop() ?? matrix
    else if (operation === OPS.transform) matrix = product(matrix, numbersIn(given))
    else if (operation === OPS.paintFormXObjectBegin) {
      saved.push(matrix)
      matrix = product(matrix, numbersIn(Array.isArray(given) ? given[0] : undefined))
    } else if (operation === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix
    else if (images.has(operation)) {
      const [a = 0, b = 0, c = 0, d = 0] = matrix
      const area = Math.abs(a * d - b * c) / (viewport.width * viewport.height)
      largest = Math.max(largest, area)
      sum += area
    } else if (operation === OPS.constructPath && Array.isArray(given)) {
      paths += 1
      const kind: unknown = given[0]
      if (typeof kind !== 'number' || rules.length > mostRules) return
      const lines = segmentsOf(Array.isArray(given[1]) ? given[1][0] : undefined, matrix)
      if (strokes.has(kind)) rules.push(...lines.flatMap(ruleOf))
      else if (fills.has(kind)) rules.push(...filledRule(lines))
    }
  })
  const straight = rules.length
  // Scanners cut a page in strips; text drawn as outlines makes many paths that are no rules.
  const draws = sum > 0.02 || paths - straight > manyPaths
  return { covered: Math.max(largest, Math.min(sum, 1)), draws, rules: rules.length > mostRules ? [] : rules }
}

type Segment = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }

/** The straight segments of a path, on the page as it is seen. The library packs a path as codes and coordinates in one array. */
function segmentsOf(packed: unknown, m: Matrix): Segment[] {
  if (!(packed instanceof Float32Array) || packed.length > 400) return []
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const segments: Segment[] = []
  let [x, y, startX, startY] = [0, 0, 0, 0]
  const lineTo = (toX: number, toY: number): void => {
    segments.push({ x1: x, y1: y, x2: toX, y2: toY })
    ;[x, y] = [toX, toY]
  }
  for (let at = 0; at < packed.length;) {
    const code = packed[at] ?? 4
    const length = { 0: 2, 1: 2, 2: 6, 3: 4 }[code] ?? 0
    const [px, py] = [packed[at + length - 1] ?? 0, packed[at + length] ?? 0]
    const [tx, ty] = [a * px + c * py + e, b * px + d * py + f]
    if (code === 0) [x, y, startX, startY] = [tx, ty, tx, ty]
    else if (code === 1) lineTo(tx, ty)
    else if (code === 4) lineTo(startX, startY)
    else [x, y] = [tx, ty]
    at += length + 1
  }
  return segments
}

function ruleOf({ x1, y1, x2, y2 }: Segment): Rule[] {
  if (Math.abs(y1 - y2) < 1 && Math.abs(x1 - x2) > thin) return [{ across: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }]
  if (Math.abs(x1 - x2) < 1 && Math.abs(y1 - y2) > thin) return [{ across: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }]
  return []
}

/** A rule drawn as a thin filled shape. */
function filledRule(segments: readonly Segment[]): Rule[] {
  if (segments.length === 0) return []
  const xs = segments.flatMap(({ x1, x2 }) => [x1, x2])
  const ys = segments.flatMap(({ y1, y2 }) => [y1, y2])
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (bottom - top < thin && right - left > thin) return [{ across: true, at: (top + bottom) / 2, from: left, to: right }]
  return right - left < thin && bottom - top > thin ? [{ across: false, at: (left + right) / 2, from: top, to: bottom }] : []
}

const numbersIn = (given: unknown): Matrix => (Array.isArray(given) && given.length === 6 ? given.map(Number) : [1, 0, 0, 1, 0, 0])

function product(m: Matrix, n: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
