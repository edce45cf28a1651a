// The door of this room: the bytes of an uploaded file become text, or one problem; nothing is ever thrown out of here.
import { type Budget, Refusal, openBudget, refuse } from './budget.ts'
import { readDocx } from './docx.ts'
import type { Extracted, Extraction, ExtractionOptions, ExtractionProblem } from './extraction.ts'
import { contradicts, extensionOf, isMarkdown, officeFormat, sniff } from './format.ts'
import { limits } from './limits.ts'
import { readOdt } from './odt.ts'
import { readPdf } from './pdf.ts'
import { decodeText } from './text.ts'
import { openArchive } from './unzip.ts'

/** Reads in this process; a server calls `extractInChild`, which can also stop what never comes back. */
export async function extract(bytes: Uint8Array, fileName: string, options: ExtractionOptions = {}): Promise<Extraction> {
  try {
    const budget = openBudget(options.signal)
    budget.check()
    if (bytes.length > limits.bytes) return refuse('tooLarge')
    if (bytes.length === 0) return refuse('empty')
    const read = await readFormat(bytes, fileName, options, budget)
    budget.check()
    return checked(read, fileName)
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

/** A library that stumbles on a file says that the file is broken; what it threw is of no use to the person. */
const problemOf = (error: unknown): ExtractionProblem => {
  if (error instanceof Refusal) return error.problem
  return error instanceof RangeError && /allocation|too large|string length/i.test(error.message) ? 'tooHeavy' : 'broken'
}

async function readFormat(bytes: Uint8Array, fileName: string, options: ExtractionOptions, budget: Budget): Promise<Extracted> {
  const sniffed = sniff(bytes)
  if ('problem' in sniffed) return refuse(sniffed.problem)
  const onProgress = options.onProgress ?? (() => undefined)
  if (sniffed.container === 'pdf') return readPdf(bytes, budget, onProgress)
  onProgress(0, 1, 'text')
  const read = sniffed.container === 'zip' ? await readOffice(bytes, budget) : readText(bytes, fileName)
  onProgress(1, 1, 'text')
  return read
}

async function readOffice(bytes: Uint8Array, budget: Budget): Promise<Extracted> {
  const archive = await openArchive(bytes, budget)
  const mimetype = Buffer.from((await archive.read('mimetype')) ?? []).toString('latin1').slice(0, 200).trim()
  const format = officeFormat(archive.names, mimetype)
  if (format === 'docx') return { ok: true, format, ...(await readDocx(archive, budget)) }
  return format === 'odt' ? { ok: true, format, ...(await readOdt(archive, budget)) } : refuse(format)
}

function readText(bytes: Uint8Array, fileName: string): Extracted {
  // A name that announces a document over a content that is none: an error page saved as a PDF, a file emptied by a transfer.
  if (['pdf', 'docx', 'odt'].includes(extensionOf(fileName))) return refuse('wrongExtension')
  const { text, guessed } = decodeText(bytes)
  return { ok: true, format: isMarkdown(fileName, text) ? 'markdown' : 'text', text, warnings: guessed ? [{ code: 'encodingGuessed' }] : [] }
}

function checked(read: Extracted, fileName: string): Extracted {
  if (read.text.length > limits.characters) return refuse('tooLong')
  if (!/[\p{L}\p{N}]/u.test(read.text)) return refuse(read.warnings.some(({ code }) => code === 'pagesUnread') ? 'ocrFailed' : 'empty')
  const misnamed = contradicts(fileName, read.format === 'pdf-scan' ? 'pdf' : read.format)
  return misnamed ? { ...read, warnings: [{ code: 'wrongExtension' }, ...read.warnings] } : read
}
