// The bytes of a spreadsheet (XLSX, ODS, CSV) become a grid of cells, or one problem; nothing is ever thrown out of here.
import type { Grid } from '../planning/sheets/grid.ts'
import { type Budget, Refusal, openBudget } from './budget.ts'
import { extensionOf, sniff } from './format.ts'
import { readCsv } from './sheets-csv.ts'
import { sheetLimits } from './sheets-limits.ts'
import { readWorkbook } from './sheets-workbook.ts'
import type { SheetProblem, SheetReading } from './sheets-problem.ts'
import { openArchive } from './unzip.ts'

/** Reads in this process; a server calls `sheetsInChild`. */
export async function readSheets(bytes: Uint8Array, fileName: string, signal?: AbortSignal): Promise<SheetReading> {
  try {
    const budget = openBudget(signal, undefined, sheetLimits.ms)
    if (bytes.length > sheetLimits.bytes) return refused('tooLarge')
    if (bytes.length === 0) return refused('empty')
    const read = await readFormat(bytes, fileName, budget)
    return 'problem' in read ? refused(read.problem) : checked(read)
  } catch (error) {
    return refused(problemOf(error))
  }
}

const refused = (problem: SheetProblem): SheetReading => ({ ok: false, problem })

/** A library that stumbles on a file says that the file is broken; what it threw is of no use to the person. */
function problemOf(error: unknown): SheetProblem {
  if (error instanceof RangeError && /allocation|too large|string length|array length/i.test(error.message)) return 'bomb'
  if (!(error instanceof Refusal)) return 'broken'
  const { problem } = error
  if (problem === 'bomb' || problem === 'encrypted' || problem === 'unsafeXml' || problem === 'timeout' || problem === 'cancelled') return problem
  return problem === 'unknownFormat' ? 'unknownFormat' : problem === 'tooHeavy' ? 'bomb' : 'broken'
}

async function readFormat(bytes: Uint8Array, fileName: string, budget: Budget): Promise<Grid | { readonly problem: SheetProblem }> {
  const sniffed = sniff(bytes)
  if ('problem' in sniffed) return { problem: sniffed.problem === 'encrypted' ? 'encrypted' : sniffed.problem === 'oldWord' ? 'oldExcel'
    : 'notASheet' }
  if (sniffed.container === 'pdf') return { problem: 'notASheet' }
  if (sniffed.container === 'text') return ['xlsx', 'ods', 'xls', 'xlsm'].includes(extensionOf(fileName)) ? { problem: 'broken' } : readCsv(bytes)
  const archive = await openArchive(bytes, budget)
  const mimetype = Buffer.from((await archive.read('mimetype')) ?? []).toString('latin1').trim()
  const isOds = mimetype.startsWith('application/vnd.oasis.opendocument.spreadsheet')
  if (!isOds && !archive.names.has('xl/workbook.xml')) return { problem: archive.names.has('xl/workbook.bin') ? 'oldExcel' : 'notASheet' }
  // Every part is inflated once within limits before the library, which has none, opens the file.
  for (const name of archive.names) {
    budget.check()
    const part = await archive.read(name)
    if (part !== undefined && /\.(?:xml|rels|vml)$/.test(name)) refuseDeclarations(part)
  }
  return readWorkbook(bytes, isOds)
}

/** No spreadsheet program writes a document type: entities that grow without end begin with one. */
function refuseDeclarations(part: Uint8Array): void {
  const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  const wide = part[0] === 0xff || part[0] === 0xfe
  const found = (word: string): boolean => text.includes(wide ? Buffer.from(word, 'utf16le') : word)
  if (found('<!DOCTYPE') || found('<!ENTITY') || found('<!doctype')) throw new Refusal('unsafeXml')
}

function checked(grid: Grid): SheetReading {
  let cells = 0
  for (const { rows } of grid.sheets) for (const row of rows) for (const cell of row) if (cell !== null) cells += 1
  if (cells === 0) return refused('empty')
  return cells > sheetLimits.cells ? refused('tooManyCells') : { ok: true, grid }
}
