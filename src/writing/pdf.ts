// A text at a date, or sheets of actions, as an accessible PDF (PDF/UA-1), made beside the server: a process for each, few at a time, killed when
// it takes too long.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ActionSheets } from './action-sheets.ts'
import type { ConsolidatedText } from './consolidated-text.ts'
import { layOut } from './pdf-engine.ts'
import { missingEngine } from './pdf-exit.ts'
import { printedText } from './pdf-page.ts'
import { printedSheets } from './pdf-sheets.ts'

/** A 60-page text takes half a second; nothing that people sign takes thirty. */
const limits = { milliseconds: 30_000, bytes: 100_000_000, atOnce: 2 }

/** `childFile`: the bundled process; where the program is not bundled (tests of other rooms) there is none and this one lays out. */
export type PdfOptions = { readonly signal?: AbortSignal | undefined; readonly childFile?: URL; readonly milliseconds?: number }
/** Why there is none: `cancelled` when whoever asked has left. */
export type PdfProblem = 'engineMissing' | 'tooLong' | 'failed' | 'cancelled'
export type Pdf = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly problem: PdfProblem }

const refused = (problem: PdfProblem): Pdf => ({ ok: false, problem })

/** The same text gives the same bytes, on any machine and at any time. */
export const writePdf = (text: ConsolidatedText, options: PdfOptions = {}): Promise<Pdf> => writePrinted(printedText(text), options)

/** The same for sheets. */
export const writeSheetsPdf = (sheets: ActionSheets, options: PdfOptions = {}): Promise<Pdf> => writePrinted(printedSheets(sheets), options)

/** Sheets as a Word document, in the same process: three hundred of them would hold the server for seconds. */
export const writeSheetsWord = (sheets: ActionSheets, options: PdfOptions = {}): Promise<Pdf> => writePrinted({ word: sheets }, options)

type Job = Parameters<typeof layOut>[0] | { readonly word: ActionSheets }
const writeHere = async (job: Job): Promise<Uint8Array | undefined> =>
  ('word' in job ? await (await import('./docx-sheets.ts')).writeSheetsDocx(job.word) : await layOut(job))

async function writePrinted(printed: Job, options: PdfOptions): Promise<Pdf> {
  const childFile = options.childFile ?? new URL('./pdf-child.js', import.meta.url)
  if (!existsSync(childFile)) {
    const bytes = await writeHere(printed)
    return bytes === undefined ? refused('engineMissing') : { ok: true, bytes }
  }
  const leave = await enter()
  try {
    return options.signal?.aborted === true ? refused('cancelled') : await inChild(childFile, JSON.stringify(printed), options)
  } finally {
    leave()
  }
}

/** PDFs being laid out, and those that wait for their turn. */
let running = 0
const waiting: (() => void)[] = []

async function enter(): Promise<() => void> {
  while (running >= limits.atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  return () => {
    running -= 1
    waiting.shift()?.()
  }
}

/** Nothing of ours goes in but the text: no settings, no secret; only what Node itself may need to start. */
function inChild(childFile: URL, input: string, { signal, milliseconds = limits.milliseconds }: PdfOptions): Promise<Pdf> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [fileURLToPath(childFile)], {
      encoding: 'buffer', maxBuffer: limits.bytes, timeout: milliseconds, killSignal: 'SIGKILL', signal,
      env: { LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'], SystemRoot: process.env['SystemRoot'] },
    }, (error, bytes) => {
      process.off('exit', kill)
      if (error === null) resolve({ ok: true, bytes })
      else if (error.name === 'AbortError') resolve(refused('cancelled'))
      else resolve(refused(error.killed === true ? 'tooLong' : error.code === missingEngine ? 'engineMissing' : 'failed'))
    })
    const kill = (): void => void child.kill('SIGKILL')
    process.on('exit', kill)
    // What cannot be sent goes to a process that is dying: its end says why.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}
