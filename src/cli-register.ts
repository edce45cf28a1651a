// The command `register`: reads the State's list of communes in an ORT, says the state of each on a day, and imports the list for the public pages.
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readListFile } from './features/register/list-file.ts'
import type { ListFile } from './features/register/list-file.ts'
import { reportOn, several, summaryOf } from './features/register/register-report.ts'
import { assemble } from './features/register/register.rules.ts'
import { insertVintage } from './features/register/register.store.ts'
import { fileProblem } from './features/register/register.words.ts'
import { loadTerritoryCodes } from './features/territories/territories.store.ts'
import { dayInParis, instant, inWords, readDate } from './kernel/date.ts'
import type { PlainDate } from './kernel/date.ts'
import { newId } from './kernel/id.ts'
import type { Database } from './platform/database.ts'
import type { Schema } from './schema.ts'

const options = { json: { type: 'boolean' }, on: { type: 'string' }, vintage: { type: 'string' } } as const

/** What the program lends to a command: its usage, and its database. */
export type Lent = { readonly usage: string; readonly withDatabase: (act: (database: Database<Schema>) => Promise<number>) => Promise<number> }

/** Exit codes: 0 done · 1 unreadable file, not the list, or another list of that day · 2 the command is wrong. */
export async function register(words: readonly string[], lent: Lent): Promise<number> {
  const { values, positionals } = understood(words)
  const importing = positionals[0] === 'import' && positionals.length === 2
  const file = positionals.at(-1)
  if (file === undefined || positionals.length > (importing ? 2 : 1)) return complain(lent.usage.trimEnd(), 2)
  const [on, vintage] = [readDay(values.on), readDay(values.vintage)]
  if (on === undefined || vintage === undefined) return complain('Donnez une date existante, sous la forme aaaa-mm-jj ou jj/mm/aaaa.', 2)
  const bytes = await readFile(resolve(file)).catch(() => undefined)
  if (bytes === undefined) return complain(`Le fichier « ${file} » est introuvable ou illisible : vérifiez son chemin.`, 1)
  const read = readListFile(bytes)
  if (!read.ok) return complain(read.problems.map(fileProblem).join('\n'), 1)
  if (read.value.ignored.length > 0) complain(`Colonnes laissées de côté : ${read.value.ignored.join(', ')}.`, 0)
  const today = dayInParis(new Date())
  const listedOn = vintage ?? read.value.latestUpdate ?? today
  if (importing) return await keep(read.value, { listedOn, fileName: basename(file) }, lent)
  const report = reportOn(read.value, loadTerritoryCodes(), listedOn, on ?? today)
  process.stdout.write(values.json === true ? `${JSON.stringify(report, null, 2)}\n` : summaryOf(report))
  return 0
}

/** Keeps the list for the public pages: whole, once. */
async function keep(list: ListFile, { listedOn, fileName }: { listedOn: PlainDate; fileName: string }, { withDatabase }: Lent): Promise<number> {
  complain(`${several(list.rows.length, 'ligne lue')}, ${several(list.refused.length, 'ligne refusée')} ; écriture…`, 0)
  const register = assemble(list.rows, loadTerritoryCodes(), listedOn)
  return await withDatabase(async (database) => {
    const vintage = { id: newId<'vintage'>(), listedOn, fileName, sha256: list.sha256, importedAt: instant(new Date()), refused: refusedLines(list) }
    const outcome = await insertVintage(database, vintage, register)
    if (outcome === 'dayTaken') {
      return complain(`Une autre liste est déjà gardée au ${inWords(listedOn)} : donnez à celle-ci sa date, avec --vintage.`, 1)
    }
    process.stdout.write(outcome === 'known' ? 'Cette liste est déjà gardée : rien n’a changé.\n'
      : `Liste du ${inWords(listedOn)} gardée : ${several(list.rows.length, 'commune')}, ${several(register.operations.length, 'opération')}.\n`)
    return 0
  })
}

const refusedLines = ({ refused }: ListFile) => refused.map(({ line, problem }) => ({ line, problem }))

/** Null when nothing was said, undefined when it is no date. */
const readDay = (text: string | undefined): PlainDate | null | undefined => (text === undefined ? null : readDate(text))

function understood(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch {
    return { values: { json: undefined, on: undefined, vintage: undefined }, positionals: [] }
  }
}

function complain(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`)
  return code
}
