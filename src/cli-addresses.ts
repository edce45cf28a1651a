// The command `addresses`: loads the addresses of a department from an extract of the national base, a file or an address of the web.
import { parseArgs } from 'node:util'
import { lineSentences, sourceSentences } from './features/addresses/address.words.ts'
import { withSource } from './features/addresses/address-source.ts'
import { loadAddresses } from './features/addresses/loading.ts'
import { listLoads } from './features/addresses/loads.store.ts'
import { lineProblems } from './features/addresses/ban-line.rules.ts'
import { dayInParis, instant, inWords, readDate } from './kernel/date.ts'
import type { PlainDate } from './kernel/date.ts'
import type { Config } from './platform/config.ts'
import type { Database } from './platform/database.ts'
import type { Schema } from './schema.ts'

/** What the program lends to this command: its usage, its settings, its database. */
type Lent = {
  readonly usage: string; readonly settings: () => Config
  readonly withDatabase: (act: (database: Database<Schema>) => Promise<number>) => Promise<number>
}
const options = { department: { type: 'string' }, sha256: { type: 'string' }, vintage: { type: 'string' } } as const
const count = (value: number): string => value.toLocaleString('fr-FR')

/** Exit codes: 0 done, or already there · 1 the extract cannot be used · 2 the command is wrong. */
export async function addresses(words: readonly string[], lent: Lent): Promise<number> {
  const { values, positionals } = understood(words)
  const [verb, file] = positionals
  if (verb === 'list' && positionals.length === 1) return await lent.withDatabase(list)
  const department = values.department?.toUpperCase() ?? ''
  if (verb !== 'load' || positionals.length > 2 || values.department === undefined) return complain(lent.usage.trimEnd(), 2)
  if (!/^(?:\d{2}|2[AB]|97[1-8])$/.test(department)) return complain('Donnez le département par son code : 62, 2A, 974.', 2)
  if (values.sha256 !== undefined && !/^[0-9a-f]{64}$/i.test(values.sha256)) return complain('Une empreinte SHA-256 a 64 chiffres hexadécimaux.', 2)
  const vintage = values.vintage === undefined ? undefined : readDate(values.vintage)
  if (values.vintage !== undefined && vintage === undefined) return complain('Donnez une date existante, sous la forme aaaa-mm-jj ou jj/mm/aaaa.', 2)
  const today = dayInParis(new Date())
  if (vintage !== undefined && vintage > today) return complain('--vintage est à venir : donnez le jour de l’extrait, au plus tard aujourd’hui.', 2)
  const source = file ?? lent.settings().addresses?.replaceAll('{departement}', department)
  if (source === undefined) return complain('Donnez le fichier ou son adresse, ou réglez CHAPEAU_ADDRESSES.', 2)
  if (vintage === undefined && !/^https?:\/\//.test(source)) return complain(`${undated} (--vintage 2026-11-01).`, 2)
  return await lent.withDatabase((database) => load(database, source, { department, vintage, today, expected: values.sha256?.toLowerCase() }))
}

const undated = 'Dites de quel jour est l’extrait : les réponses disent l’âge de ce qu’elles lisent'
/** `vintage` undefined: whoever publishes the extract is to tell it. */
type Asked = {
  readonly department: string; readonly vintage: PlainDate | undefined; readonly today: PlainDate; readonly expected: string | undefined
}

async function load(database: Database<Schema>, source: string, { department, vintage: told, today, expected }: Asked): Promise<number> {
  const megabytes = every(20_000_000, (bytes) => complain(`Téléchargement : ${Math.round(bytes / 1_000_000)} Mo`, 0))
  const answer = await withSource(source, megabytes, async (local) => {
    const sha256 = local.sha256.toString('hex')
    complain(`SHA-256 de l’extrait : ${sha256}`, 0)
    if (expected !== undefined && expected !== sha256) return complain('Ce n’est pas l’empreinte attendue : rien n’a été chargé.', 1)
    const vintage = told ?? local.dated
    if (vintage === null || vintage > today) return complain(`${undated} (--vintage) ; le site qui le publie ne le dit pas.`, 1)
    const tell = (lines: number): void => void complain(`${count(lines)} lignes lues`, 0)
    return report(await loadAddresses(database, local, { department, vintage, at: instant(new Date()), tell }), department)
  })
  return typeof answer === 'string' ? complain(sourceSentences[answer](source), 1) : answer
}

function report(loaded: Awaited<ReturnType<typeof loadAddresses>>, department: string): number {
  if (loaded.outcome === 'known') return tell(`Cet extrait est déjà celui du département ${department} : rien n’a changé.\n`)
  if (loaded.outcome === 'redated') {
    return tell(`Cet extrait est déjà celui du département ${department} : il était dit du ${inWords(loaded.before)}, sa date est corrigée.\n`)
  }
  if (loaded.outcome === 'damaged') return complain('L’extrait est abîmé : sa compression ne se lit pas jusqu’au bout. Rien n’a été chargé.', 1)
  if (loaded.outcome === 'missingColumns') {
    return complain(`Ce n’est pas un extrait de la Base Adresse Nationale (CSV à points-virgules) : il manque ${loaded.missing.join(', ')}.`, 1)
  }
  for (const problem of lineProblems) {
    const refused = loaded.refused[problem]
    if (refused === undefined) continue
    const lines = `${count(refused.count)} ligne${refused.count > 1 ? 's refusées' : ' refusée'}`
    complain(`${lines}, ${lineSentences[problem]} (à partir de la ligne ${refused.firstLine})`, 0)
  }
  if (loaded.outcome === 'nothing') return complain(`Aucune adresse du département ${department} : rien n’a été changé.`, 1)
  return tell(`Département ${department} : ${count(loaded.addresses)} adresses dans ${count(loaded.streets)} voies.\n`)
}

async function list({ kysely }: Database<Schema>): Promise<number> {
  const loads = await listLoads(kysely)
  const lines = loads.map(({ department, addresses: kept, vintage, source }) =>
    `${department} : ${count(kept)} adresses, état au ${inWords(vintage)}, ${source}`)
  return tell(lines.length === 0 ? 'Aucun département n’est chargé.\n' : `${lines.join('\n')}\n`)
}

/** Calls once each time the number passes a multiple of `step`. */
function every(step: number, act: (value: number) => void): (value: number) => void {
  let next = step
  return (value) => {
    if (value < next) return
    next = value + step
    act(value)
  }
}

function understood(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch {
    return { values: { department: undefined, sha256: undefined, vintage: undefined }, positionals: [] }
  }
}

function tell(text: string): number {
  process.stdout.write(text)
  return 0
}

function complain(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`)
  return code
}
