// The commands `consolidate` and `redline`: the text in force on a day from the base and its amendments, and what changed between two texts.
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { consolidate } from './amending/consolidate.ts'
import type { Amendment, Consolidation } from './amending/consolidation.ts'
import { entryIntoForce } from './amending/entry.ts'
import { allNodesOf, nodesOf } from './amending/nodes.ts'
import { printRedline, printText, waitSentence } from './amending/printed.ts'
import { redline } from './amending/redline.ts'
import { extractInChild } from './extraction/run.ts'
import { problemSentences, warningSentences } from './extraction/sentences.ts'
import { loadTerritories } from './features/territories/territories.store.ts'
import { dayInParis, type PlainDate, readDate } from './kernel/date.ts'
import type { Reading } from './reading/facts.ts'
import { readConvention } from './reading/read.ts'

const options = {
  json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, on: { type: 'string' }, 'assume-signed': { type: 'string' },
} as const
/** What the program lends to a command: its usage, and where to write: the answer, and what must be said beside it. */
type Lent = { readonly usage: string; readonly tell: (text: string) => void; readonly warn: (text: string) => void }
type Read = { readonly file: string; readonly raw: string; readonly reading: Reading }

/** Exit codes: 0 done, what was refused being told on standard error · 1 an unreadable file · 2 the command is wrong. */
export async function amend(verb: 'consolidate' | 'redline', words: readonly string[], lent: Lent): Promise<number> {
  const { values, positionals } = understood(words)
  const [base, ...others] = positionals
  if (values.help === true) return answer(lent, lent.usage)
  if (base === undefined || others.length === 0 || (verb === 'redline' && others.length > 1)) return refuse(lent, lent.usage.trimEnd(), 2)
  const [on, assumed] = [readDay(values.on), readDay(values['assume-signed'])]
  if (on === undefined || assumed === undefined) return refuse(lent, 'Donnez une date existante, sous la forme aaaa-mm-jj ou jj/mm/aaaa.', 2)
  const twice = new Set(positionals.map((file) => resolve(file))).size < positionals.length
  if (verb === 'consolidate' && twice) return refuse(lent, 'Le même fichier est donné deux fois.', 2)
  const texts: Read[] = []
  for (const file of positionals) {
    const read = await readText(file, lent)
    if (typeof read === 'string') return refuse(lent, read, 1)
    texts.push(read)
  }
  const [first, ...rest] = texts
  if (first === undefined) return refuse(lent, lent.usage.trimEnd(), 2)
  return verb === 'redline' ? compare(first, rest, values.json === true, lent)
    : apply(first, rest, { on: on ?? dayInParis(new Date()), assumed, json: values.json === true }, lent)
}

type Wanted = { readonly on: PlainDate; readonly assumed: PlainDate | null; readonly json: boolean }

/** The text of the day on standard output; what is refused, waits or was not understood on standard error. */
function apply(base: Read, amendments: readonly Read[], { on, assumed, json }: Wanted, lent: Lent): number {
  const dated = amendments.map((read) => ({ ...read, entry: entryIntoForce(read.reading, read.raw) }))
  const result = consolidate(nodesOf(base.reading, base.raw), dated.map(({ entry, ...read }) => amendmentOf(read, entry.on ?? assumed)), on)
  const unread = dated.flatMap(({ file, reading }) => reading.unreadInstructions.map((one) => ({ amendment: file, ...one })))
  for (const { file, entry, reading } of dated) {
    if (entry.on === null) lent.warn(`${waitSentence(basename(file), entry.waitsFor, assumed)}\n`)
    for (const { sentence, confidence } of reading.instructions) {
      if (confidence < sureFrom) lent.warn(`${basename(file)} : lecture peu sûre, à vérifier : ${sentence}\n`)
    }
    if (reading.instructions.length === 0) {
      lent.warn(`${basename(file)} : aucune instruction n’a été reconnue. Donnez la convention d’abord, ses avenants ensuite.\n`)
    }
  }
  if (base.reading.kind === 'amendment') lent.warn(`${basename(base.file)} est un avenant : donnez d’abord la convention qu’il modifie.\n`)
  for (const { amendment, article, message } of unread) {
    lent.warn(`${basename(amendment)}${article === '' ? '' : `, article ${article}`} : ${message}\n`)
  }
  for (const { amendment, message } of result.refused) lent.warn(`${basename(amendment)} : ${message}\n`)
  return answer(lent, json ? asJson(printable(result, dated, unread)) : printText([...result.nodes, ...closingOf(base)]))
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Signatures, which no amendment changes, end the text as in the base. */
const closingOf = ({ reading, raw }: Read) => allNodesOf(reading, raw).filter(({ key }) => key === 'signatures')

/** An amendment read from a file; its instructions are named after the file and their rank. */
const amendmentOf = ({ file, reading }: Read, entersOn: PlainDate | null): Amendment => ({
  id: file, title: reading.title === '' ? basename(file) : reading.title, entersOn,
  instructions: named(file, reading).map(({ id, change, sentence, entersOn: own }) =>
    ({ id, change, sentence, ...(own !== undefined && { entersOn: own }) })),
})

const named = (file: string, reading: Reading) => reading.instructions.map((instruction, rank) => ({ id: `${file}#${rank + 1}`, ...instruction }))
/** Under this confidence a reading is told to be checked, as everywhere in the program. */
const sureFrom = 0.7

type Dated = Read & { readonly entry: ReturnType<typeof entryIntoForce> }

function printable({ algorithm, on, nodes, ...outcome }: Consolidation, dated: readonly Dated[], unread: readonly object[]) {
  const amendments = dated.map(({ file, reading, entry }) => ({
    file, title: reading.title, entersOn: entry.on, basis: entry.basis,
    instructions: named(file, reading).map(({ id, article, sentence, change, confidence }) => ({ id, article, sentence, change, confidence })),
  }))
  const provisions = nodes.map(({ key, number, heading, depth, text, headingPieces, pieces, insertedBy, repealedBy, touchedBy }) =>
    ({ key, number, heading, depth, text, headingPieces, pieces, insertedBy, repealedBy, touchedBy }))
  return { algorithm, on, amendments, provisions, ...outcome, unread }
}

function compare(before: Read, after: readonly Read[], json: boolean, lent: Lent): number {
  const [other] = after
  if (other === undefined) return refuse(lent, lent.usage.trimEnd(), 2)
  const parts = redline(allNodesOf(before.reading, before.raw), allNodesOf(other.reading, other.raw))
  return answer(lent, json ? asJson(parts) : printRedline(parts))
}

/** What a file says, or why it cannot be read. */
async function readText(file: string, lent: Lent): Promise<Read | string> {
  const bytes = await readFile(resolve(file)).catch(() => undefined)
  if (bytes === undefined) return `Le fichier « ${file} » est introuvable ou illisible : vérifiez son chemin.`
  const extraction = await extractInChild(bytes, basename(file), {})
  if (!extraction.ok) return `${basename(file)} : ${problemSentences[extraction.problem]}`
  for (const { code } of extraction.warnings) lent.warn(`${basename(file)} : ${warningSentences[code]}\n`)
  return { file, raw: extraction.text, reading: readConvention(extraction.text, loadTerritories().gazetteer) }
}

/** Null when nothing was said, undefined when it is no date. */
const readDay = (text: string | undefined): PlainDate | null | undefined => (text === undefined ? null : readDate(text))

function understood(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch {
    return { values: { json: undefined, help: undefined, on: undefined, 'assume-signed': undefined }, positionals: [] }
  }
}

function answer({ tell }: Lent, text: string): 0 {
  tell(text)
  return 0
}

function refuse({ warn }: Lent, sentence: string, code: 1 | 2): number {
  warn(`${sentence}\n`)
  return code
}
