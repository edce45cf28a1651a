// The settings of the program, read once from the environment; every wrong value names itself, all of them at once.
import { resolve } from 'node:path'
import { accepted, refused, type Outcome } from '../kernel/outcome.ts'
import type { LogLevel } from './log.ts'

export type Config = {
  readonly port: number
  readonly host: string
  /** A PostgreSQL server, version 15 or later; without it the program runs the one npm brought. */
  readonly databaseUrl?: string
  /** Where the embedded database and its log live. */
  readonly dataFolder: string
  /** Demonstration operation, accounts one click away. */
  readonly demonstration: boolean
  /** Address of the site as its readers type it, without a final slash: `https://ort.example.fr`. */
  readonly publicUrl?: string
  /** Believe the `X-Forwarded-*` headers of the one proxy in front. */
  readonly trustProxy: boolean
  /** Connections to the database, at most. */
  readonly poolSize: number
  readonly logLevel: LogLevel
  /** The mail server, and whose name reminders are sent under; without them none is sent. */
  readonly mail?: { readonly smtpUrl: string; readonly from: string }
  /** Where `chapeau addresses load` finds the extract of a department: a file or an address, `{departement}` being its code. */
  readonly addresses?: string
  /** Tiles behind the maps (`https://…/{z}/{x}/{y}.png`) and whose they are; none unless given. */
  readonly tiles?: { readonly url: string; readonly attribution: string }
  /** An outside geocoder (the API of the national base), asked only when our own addresses know nothing; none unless given. */
  readonly geocoder?: string
}

type Environment = Readonly<Record<string, string | undefined>>
type Read<Value> = { readonly value: Value } | { readonly problem: string }

const yes = ['1', 'oui', 'true']
const no = ['0', 'non', 'false']

function readFlag(name: string, text: string | undefined, otherwise: boolean): Read<boolean> {
  if (text === undefined) return { value: otherwise }
  if (yes.includes(text)) return { value: true }
  if (no.includes(text)) return { value: false }
  return { problem: `${name} vaut « ${text} » : il faut « oui » ou « non ».` }
}

function readInteger(name: string, text: string | undefined, otherwise: number, from: number, to: number): Read<number> {
  if (text === undefined) return { value: otherwise }
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  return value >= from && value <= to ? { value } : { problem: `${name} vaut « ${text} » : il faut un nombre entier de ${from} à ${to}.` }
}

function readUrl(name: string, text: string | undefined, protocols: readonly string[], shown: boolean): Read<string | undefined> {
  if (text === undefined) return { value: undefined }
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && protocols.includes(url.protocol)) return { value: text.replace(/\/+$/, '') }
  const wanted = protocols.map((protocol) => `« ${protocol}//… »`).join(' ou ')
  return { problem: `${name} ${shown ? `vaut « ${text} » : il` : 'est illisible : il'} faut une adresse en ${wanted}.` }
}

function readLevel(name: string, text: string | undefined): Read<LogLevel> {
  if (text === undefined) return { value: 'info' }
  if (text === 'debug' || text === 'info' || text === 'silent') return { value: text }
  return { problem: `${name} vaut « ${text} » : il faut « debug », « info » ou « silent ».` }
}

/** `rappels@ort.example.fr`, or with a name before it: `ORT de Lens-Liévin <rappels@ort.example.fr>`. */
function readSender(name: string, text: string | undefined): Read<string | undefined> {
  if (text === undefined || /^(?:[^<>"\r\n]+ <)?[^\s<>@,;"]+@[^\s<>@,;"]+\.[^\s<>@,;".]+>?$/.test(text)) return { value: text }
  return { problem: `${name} vaut « ${text} » : il faut une adresse, comme « ORT <rappels@ort.example.fr> ».` }
}

/** What is missing for reminders to leave, once a mail server is given. */
function mailProblems(smtpUrl: string | undefined, from: string | undefined, publicUrl: string | undefined): readonly string[] {
  if (smtpUrl === undefined) return from === undefined ? [] : ['MAIL_FROM est donné sans SMTP_URL : donnez l’adresse du serveur de courrier.']
  return [
    ...(from === undefined ? ['SMTP_URL est donné sans MAIL_FROM : dites de quelle adresse partent les rappels.'] : []),
    ...(publicUrl === undefined ? ['SMTP_URL est donné sans CHAPEAU_PUBLIC_URL : les rappels doivent porter l’adresse du site.'] : []),
  ]
}

/** Both or neither: whoever lends their tiles is named on every map. */
function readTiles(url: string | undefined, attribution: string | undefined): Read<Config['tiles']> {
  if (url === undefined && attribution === undefined) return { value: undefined }
  if (url === undefined) return { problem: 'CHAPEAU_TILES_ATTRIBUTION est donné sans CHAPEAU_TILES_URL : donnez l’adresse des tuiles.' }
  const sound = /^https?:\/\/[^/{}\s]+\//.test(url) && URL.canParse(url) && ['{z}', '{x}', '{y}'].every((part) => url.includes(part))
  if (!sound) return { problem: 'CHAPEAU_TILES_URL est illisible : il faut une adresse en « https://…/{z}/{x}/{y}.png ».' }
  if (attribution === undefined) return { problem: 'CHAPEAU_TILES_URL est donné sans CHAPEAU_TILES_ATTRIBUTION : dites à qui sont les tuiles.' }
  return { value: { url, attribution } }
}

/** The settings, or one French sentence per wrong value. An empty variable counts as absent; passwords inside addresses are never repeated. */
export function readConfig(environment: Environment): Outcome<Config, string> {
  const text = (name: string): string | undefined => environment[name]?.trim() || undefined
  const problems: string[] = []
  const take = <Value>(read: Read<Value>, otherwise: Value): Value => {
    if ('value' in read) return read.value
    problems.push(read.problem)
    return otherwise
  }
  const databaseUrl = take(readUrl('DATABASE_URL', text('DATABASE_URL'), ['postgres:', 'postgresql:'], false), undefined)
  const publicUrl = take(readUrl('CHAPEAU_PUBLIC_URL', text('CHAPEAU_PUBLIC_URL'), ['http:', 'https:'], true), undefined)
  const smtpUrl = take(readUrl('SMTP_URL', text('SMTP_URL'), ['smtp:', 'smtps:'], false), undefined)
  const from = take(readSender('MAIL_FROM', text('MAIL_FROM')), undefined)
  const addresses = text('CHAPEAU_ADDRESSES')
  const geocoder = take(readUrl('CHAPEAU_GEOCODER', text('CHAPEAU_GEOCODER'), ['http:', 'https:'], true), undefined)
  const tiles = take(readTiles(text('CHAPEAU_TILES_URL'), text('CHAPEAU_TILES_ATTRIBUTION')), undefined)
  const config: Config = {
    port: take(readInteger('PORT', text('PORT'), 8080, 0, 65_535), 0),
    host: text('HOST') ?? '127.0.0.1',
    ...(databaseUrl !== undefined && { databaseUrl }),
    dataFolder: resolve(text('CHAPEAU_DATA') ?? '.data'),
    demonstration: take(readFlag('CHAPEAU_DEMONSTRATION', text('CHAPEAU_DEMONSTRATION'), text('DATABASE_URL') === undefined), false),
    ...(publicUrl !== undefined && { publicUrl }),
    trustProxy: take(readFlag('CHAPEAU_TRUST_PROXY', text('CHAPEAU_TRUST_PROXY'), false), false),
    poolSize: take(readInteger('CHAPEAU_POOL', text('CHAPEAU_POOL'), 10, 1, 500), 1),
    logLevel: take(readLevel('CHAPEAU_LOG', text('CHAPEAU_LOG')), 'info'),
    ...(smtpUrl !== undefined && from !== undefined && { mail: { smtpUrl, from } }),
    ...(addresses !== undefined && { addresses }),
    ...(geocoder !== undefined && { geocoder }),
    ...(tiles !== undefined && { tiles }),
  }
  if (problems.length === 0) problems.push(...mailProblems(smtpUrl, from, publicUrl))
  return problems.length > 0 ? refused(problems) : accepted(config)
}

/** Why the program will not start, in a French sentence for whoever runs it: `main.ts` prints the sentence and stops, without a stack. */
export const startRefusal = (sentence: string, cause?: unknown): Error =>
  Object.assign(new Error(sentence, { cause }), { name: 'StartRefusal' })

export const isStartRefusal = (error: unknown): error is Error => error instanceof Error && error.name === 'StartRefusal'
