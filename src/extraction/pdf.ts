// A PDF as text: the text layer of each page in reading order, recognition for the pages that are only pictures.
import { type Budget, Refusal, refuse } from './budget.ts'
import type { Extracted, ExtractionWarning, Progress, WarningCode } from './extraction.ts'
import { limits } from './limits.ts'
import { type Ocr, openOcr } from './ocr.ts'
import { drawingsOf } from './pdf-drawings.ts'
import { type PdfDocument, type PdfPage, openPdf } from './pdf-engine.ts'
import { type PlacedText, placedText, writePlaced } from './pdf-page.ts'
import { lettersIn, looksScanned, needsDrawings } from './pdf-pictures.ts'
import { mergeRecognised, renderPage } from './pdf-scan.ts'

export async function readPdf(bytes: Uint8Array, budget: Budget, onProgress: Progress): Promise<Extracted> {
  const { document, canRender } = await budget.within(openPdf(bytes))
  try {
    if (document.numPages > limits.pages) return refuse('tooManyPages')
    const warnings = openWarnings()
    if (!endsProperly(bytes)) warnings.add('damaged')
    const pages = await readTextLayers(document, budget, onProgress, warnings)
    const scanned = pages.flatMap((page, index) => (page.scanned ? [index] : []))
    if (scanned.length > 0) await recognise(document, pages, scanned, { budget, onProgress, warnings, canRender })
    pages.forEach((page, index) => {
      if (page.text.trim() === '' && !page.scanned && !page.unread) warnings.add('pagesEmpty', index + 1)
    })
    const image = scanned.length > pages.length / 2
    return { ok: true, format: image ? 'pdf-scan' : 'pdf', text: joinPages(pages), pages: pages.length, warnings: warnings.list() }
  } finally {
    await document.cleanup().catch(() => undefined)
    await document.destroy().catch(() => undefined)
  }
}

type PageState = { text: string; readonly placed: PlacedText; readonly scanned: boolean; readonly unread: boolean }

const joinPages = (pages: readonly PageState[]): string => `${pages.map((page) => page.text.trim()).join('\n\f\n')}\n`

/** A whole PDF ends with its mark, give or take what a mail server adds. */
const endsProperly = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-4096).includes('%%EOF')

async function readTextLayers(document: PdfDocument, budget: Budget, onProgress: Progress, warnings: Warnings): Promise<PageState[]> {
  const pages: PageState[] = []
  let characters = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    budget.check()
    const read = await budget.within(readTextLayer(document, number, warnings))
    characters += read.text.length
    if (characters > limits.characters) refuse('tooLong')
    pages.push(read)
    onProgress(number, document.numPages, 'text')
  }
  return pages
}

async function readTextLayer(document: PdfDocument, number: number, warnings: Warnings): Promise<PageState> {
  try {
    const page = await document.getPage(number)
    const placed = await placedText(page)
    const letters = lettersIn(placed.upright)
    const drawings = needsDrawings(placed.upright, letters) ? await drawingsOf(page) : undefined
    const scanned = drawings !== undefined && looksScanned(drawings, letters)
    if (placed.turned.length > 0 && !scanned) warnings.add('rotatedText', number)
    page.cleanup()
    return { placed, text: writePlaced(placed, scanned ? [] : drawings?.rules), scanned, unread: false }
  } catch (error) {
    if (error instanceof Refusal) throw error
    warnings.add('pagesUnread', number)
    return { placed: { upright: [], turned: [] }, text: '', scanned: false, unread: true }
  }
}

type Recognition = { readonly budget: Budget; readonly onProgress: Progress; readonly warnings: Warnings; readonly canRender: boolean }

async function recognise(document: PdfDocument, pages: PageState[], scanned: readonly number[], recognition: Recognition): Promise<void> {
  const { budget, onProgress, warnings, canRender } = recognition
  const ocr = canRender ? await openOcr() : undefined
  if (ocr === undefined) {
    if (scanned.length === pages.length) refuse('ocrMissing')
    scanned.forEach((index) => warnings.add('pagesUnread', index + 1))
    return
  }
  try {
    budget.extend(scanned.length * limits.ocrPageMs)
    for (const [done, index] of scanned.entries()) {
      budget.check()
      onProgress(done, scanned.length, 'ocr')
      const state = pages[index]
      if (state !== undefined) await recognisePage(await document.getPage(index + 1), state, ocr, recognition)
    }
    onProgress(scanned.length, scanned.length, 'ocr')
  } finally {
    await ocr.close()
  }
}

async function recognisePage(page: PdfPage, state: PageState, ocr: Ocr, { budget, warnings }: Recognition): Promise<void> {
  const number = page.pageNumber
  try {
    const picture = await budget.within(renderPage(page), limits.drawMs)
    const recognised = await budget.within(ocr.read(picture), limits.ocrPageMs)
    const { pieces, added } = mergeRecognised(state.placed.upright, recognised.pieces, lettersIn(state.placed.upright))
    if (added) {
      warnings.add('pagesRecognised', number)
      if (recognised.confidence < 75) warnings.add('pagesUnsure', number)
      state.text = writePlaced({ upright: pieces, turned: [] })
    } else if (state.text.trim() === '') warnings.add('pagesEmpty', number)
  } catch (error) {
    if (error instanceof Refusal) throw error
    warnings.add('pagesUnread', number)
  } finally {
    page.cleanup()
  }
}

type Warnings = { readonly add: (code: WarningCode, page?: number) => void; readonly list: () => ExtractionWarning[] }

function openWarnings(): Warnings {
  const found = new Map<WarningCode, number[]>()
  return {
    add: (code, page) => void found.set(code, [...(found.get(code) ?? []), ...(page === undefined ? [] : [page])]),
    list: () => [...found].map(([code, pages]) => (pages.length === 0 ? { code } : { code, pages })),
  }
}
