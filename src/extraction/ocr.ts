// Recognition of French characters, offline: tesseract.js and its French data are optional packages, nothing is ever downloaded.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Line, Word, Worker } from 'tesseract.js'
import { refuse } from './budget.ts'
import type { Piece } from './page-rows.ts'
import { type Picture, greyMap } from './pdf-scan.ts'

/** `pieces`: words in points of the page; `confidence`: mean over the page, out of 100. */
type Recognised = { readonly pieces: readonly Piece[]; readonly confidence: number }
export type Ocr = { readonly read: (picture: Picture) => Promise<Recognised>; readonly close: () => Promise<void> }

/** Nothing when a package is missing. */
export async function openOcr(): Promise<Ocr | undefined> {
  const require = createRequire(import.meta.url)
  let paths: { readonly workerPath: string; readonly langPath: string; readonly corePath: string }
  let createWorker
  try {
    paths = {
      langPath: join(dirname(require.resolve('@tesseract.js-data/fra/package.json')), '4.0.0'),
      workerPath: join(dirname(require.resolve('tesseract.js/package.json')), 'src', 'worker-script', 'node', 'index.js'),
      corePath: dirname(require.resolve('tesseract.js-core/package.json')),
    }
    ;({ createWorker } = await import('tesseract.js'))
  } catch {
    return undefined
  }
  const silent = (): void => undefined
  const worker = await createWorker('fra', 1, { ...paths, gzip: true, cacheMethod: 'none', errorHandler: silent, logger: silent })
    .catch(() => refuse('ocrFailed'))
  await worker.setParameters({ user_defined_dpi: '300' })
  return { read: async (picture) => readPicture(worker, picture), close: async () => void (await worker.terminate()) }
}

async function readPicture(worker: Worker, picture: Picture): Promise<Recognised> {
  const { data } = await worker.recognize(greyMap(picture), {}, { text: false, blocks: true })
  const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs).flatMap((paragraph) => paragraph.lines)
  return { pieces: wordsOf(lines, picture.perPoint), confidence: confidenceOf(lines) }
}

/** Below this confidence a word is dust on the glass; in a line of tiny letters, below the second. */
const dust = 25
const sure = 70

/** Mean of the words, long words weighing more. */
function confidenceOf(lines: readonly Line[]): number {
  const words = lines.flatMap((line) => line.words).filter((word) => word.confidence > dust)
  const letters = words.reduce((sum, word) => sum + word.text.length, 0)
  return letters === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters
}

/** Words with the baseline of their line, straightened by the slope of the page; noise of the scan left out. */
function wordsOf(lines: readonly Line[], perPoint: number): Piece[] {
  const long = lines.map((line) => line.baseline).filter(({ x0, x1 }) => x1 - x0 > 200)
  const slopes = long.map(({ x0, y0, x1, y1 }) => (y1 - y0) / (x1 - x0))
  const slope = slopes.sort((one, other) => one - other)[Math.floor(slopes.length / 2)] ?? 0
  const heights = lines.map((line) => line.rowAttributes.rowHeight).filter((height) => height > 0).sort((one, other) => one - other)
  const usual = heights[Math.floor(heights.length / 2)] ?? 40
  return lines.flatMap((line) => {
    const height = line.rowAttributes.rowHeight
    // Heights of neighbouring lines vary with their letters: only a clear difference is another size.
    const size = height > usual * 0.75 && height < usual * 1.3 ? usual : height
    const base = (line.baseline.y0 + line.baseline.y1) / 2 - slope * ((line.baseline.x0 + line.baseline.x1) / 2)
    const least = height < usual * 0.6 ? sure : dust
    return line.words.flatMap((word, index): Piece[] => {
      const text = index === 0 && isBullet(word, line.words[1], height) ? '•' : mended(word.text)
      if (text !== '•' && (word.confidence <= least || !isWord.test(text))) return []
      const width = (word.bbox.x1 - word.bbox.x0) / perPoint
      return [{ text, x: word.bbox.x0 / perPoint, y: base / perPoint, width, size: (size * 0.75) / perPoint }]
    })
  })
}

/** A small round spot at the head of a line, away from the first word: read as `<`, `+` or `e`, it is a bullet. */
function isBullet({ text, bbox }: Word, next: Word | undefined, height: number): boolean {
  const [width, tall] = [bbox.x1 - bbox.x0, bbox.y1 - bbox.y0]
  if (next === undefined || text.length > 1 || tall > height * 0.45) return false
  return Math.max(width, tall) < Math.min(width, tall) * 1.7 && next.bbox.x0 - bbox.x1 > height * 0.5
}

/** Letters, figures, or a mark that stands alone in French; the rest is dust and ruled lines. */
const isWord = /[\p{L}\p{N}«»<>:;!?%€–—•→-]/u

/** French quotation marks are often read as angle brackets. */
const mended = (word: string): string => word.replace(/^[<«]+(?!\d)/, '«').replace(/(?<!\d)[>»]+(?=[.,;:]?$)/, '»')
