// The command line: reads a convention, verifies journals, opens an account. Prints its result on standard output, the rest on standard error.
import { basename, resolve } from 'node:path'
import { write } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs, promisify } from 'node:util'
import { addresses } from './cli-addresses.ts'
import { amend } from './cli-amending.ts'
import { contours } from './cli-contours.ts'
import { effects } from './cli-effects.ts'
import { register } from './cli-register.ts'
import { applyRule } from './cli-rules.ts'
import { extractInChild } from './extraction/run.ts'
import { problemSentences, warningSentences } from './extraction/sentences.ts'
import { checkName, checkPassword } from './features/people/person.rules.ts'
import { passwordFaults } from './features/people/account.pages.tsx'
import { listDirectory } from './features/operations/operations.store.ts'
import { sendReminders } from './features/obligations/reminders.ts'
import { findAccount, insertAccount, updatePassword } from './features/people/people.store.ts'
import { factsOf } from './features/readings/fact.rules.ts'
import { factLines, kindNames } from './features/readings/fact.words.ts'
import { loadTerritories } from './features/territories/territories.store.ts'
import { instant } from './kernel/date.ts'
import { newId } from './kernel/id.ts'
import { isStartRefusal, readConfig, startRefusal } from './platform/config.ts'
import type { Config } from './platform/config.ts'
import { startDatabase } from './platform/database-start.ts'
import { inTenant } from './platform/database.ts'
import type { Database } from './platform/database.ts'
import { verifyJournal } from './platform/journal.ts'
import { openLog } from './platform/log.ts'
import { openMailer } from './platform/mail.ts'
import { hashPassword } from './platform/password.ts'
import { revokeSessions } from './platform/session.ts'
import { readConvention } from './reading/read.ts'
import type { Schema } from './schema.ts'
import { version } from './version.ts'

const usage = `Usage :
  chapeau read FICHIER [--json]         lit une convention (PDF, DOCX, ODT, Markdown, texte)
  chapeau consolidate BASE AVENANT... [--on DATE] [--assume-signed DATE] [--json]  donne le texte en vigueur à une date
  chapeau redline A B [--json]          montre ce qui change d’un texte à l’autre
  chapeau register FICHIER [--on DATE] [--json]  lit la liste nationale des communes en ORT et dit leur état à une date
  chapeau register import FICHIER [--vintage DATE]  garde la liste pour les pages du registre, sous la date de sa mise à jour
  chapeau contours import FICHIER.geojson --source SOURCE --vintage DATE [--precision 100]  garde les contours des communes
  chapeau addresses load [FICHIER|ADRESSE] --department 62 --vintage DATE [--sha256 EMPREINTE]  charge les adresses d’un département (BAN)
  chapeau addresses list                donne les départements chargés
  chapeau rule RÈGLE CAS.json [--on DATE]  applique une règle de droit sur l’argent à un cas, et l’explique en JSON
  chapeau rule --list                   donne les règles ; avec RÈGLE --help, les champs d’un cas
  chapeau effects POINTS --sectors FICHIER --on DATE [OPTIONS]  dit ce que le droit ouvre en chaque point d’un CSV ou d’un Parquet
  chapeau journal verify [OPÉRATION]    vérifie le journal d’une opération, ou de toutes
  chapeau reminders send                envoie une fois les rappels qui attendent (SMTP_URL, MAIL_FROM)
  chapeau person add ADRESSE NOM        ouvre un compte ; le mot de passe est lu sur l’entrée standard
  chapeau person password ADRESSE       donne un nouveau mot de passe à un compte, lu de même, et ferme ses sessions
`
const writeOut = promisify(write)
const root = fileURLToPath(new URL('..', import.meta.url))

const lent = {
  usage, tell: (text: string) => void process.stdout.write(text), warn: (text: string) => void process.stderr.write(text),
}

/** Exit codes: 0 done · 1 the answer is bad news (unreadable file, broken journal) · 2 the command is wrong. */
async function run(words: readonly string[]): Promise<number> {
  if (words[0] === 'consolidate' || words[0] === 'redline') return await amend(words[0], words.slice(1), lent)
  if (words[0] === 'effects') return await effects(words.slice(1), { tell: written, warn: lent.warn })
  if (words[0] === 'rule') return await applyRule(words.slice(1), lent)
  if (words[0] === 'addresses') return await addresses(words.slice(1), { usage, settings, withDatabase })
  if (words[0] === 'contours') return await contours(words.slice(1), { usage, withDatabase })
  if (words[0] === 'register') return await register(words.slice(1), { usage, withDatabase })
  const { values, positionals } = understood(words)
  const [noun, verb, ...rest] = positionals
  if (values.version === true) return tell(`${version}\n`)
  if (values.help === true) return tell(usage)
  if (noun === 'read' && verb !== undefined && rest.length === 0) return await read(verb, values.json === true)
  if (noun === 'journal' && verb === 'verify' && rest.length <= 1) return await verify(rest[0])
  if (noun === 'reminders' && verb === 'send' && rest.length === 0) return await remind()
  if (noun === 'person' && verb === 'add' && rest.length >= 2) return await addPerson(rest[0] ?? '', rest.slice(1).join(' '))
  if (noun === 'person' && verb === 'password' && rest.length === 1) return await changePassword(rest[0] ?? '')
  process.stderr.write(usage)
  return 2
}

/** The options and the other words; an option nobody knows leaves none, so that the usage is shown. */
function understood(words: readonly string[]) {
  const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } } as const
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch {
    return { values: { json: undefined, help: undefined, version: undefined }, positionals: [] }
  }
}

/** All the bytes on standard output, which may be a slow pipe. */
async function written(bytes: Uint8Array): Promise<void> {
  let at = 0
  while (at < bytes.length) {
    const written = await writeOut(1, bytes, at, bytes.length - at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EAGAIN') throw error
      return undefined
    })
    if (written === undefined) await wait(2)
    else at += written.bytesWritten
  }
}

function tell(text: string): number {
  process.stdout.write(text)
  return 0
}

async function read(file: string, json: boolean): Promise<number> {
  const bytes = await readFile(resolve(file)).catch(() => undefined)
  if (bytes === undefined) return complain(`Le fichier « ${file} » est introuvable ou illisible : vérifiez son chemin.`)
  const extraction = await extractInChild(bytes, basename(file), {
    onProgress: (done, total, stage) => {
      if (stage === 'ocr') process.stderr.write(`Reconnaissance de caractères : page ${done} sur ${total}\n`)
    },
  })
  if (!extraction.ok) return complain(problemSentences[extraction.problem])
  for (const warning of extraction.warnings) process.stderr.write(`${warningSentences[warning.code]}\n`)
  const reading = readConvention(extraction.text, loadTerritories().gazetteer)
  const lines = factsOf(reading).map((fact) => `${kindNames[fact.kind][0]} : ${factLines[fact.kind](fact.value)}`)
  process.stdout.write(json ? `${JSON.stringify(reading, null, 2)}\n` : `${lines.join('\n')}\n`)
  return 0
}

async function verify(slug: string | undefined): Promise<number> {
  return await withDatabase(async (database) => {
    const wanted = (await listDirectory(database.kysely)).filter((operation) => slug === undefined || operation.slug === slug)
    if (wanted.length === 0) return complain(slug === undefined ? 'Aucune opération.' : `Aucune opération n’a l’adresse « ${slug} ».`)
    let broken = 0
    for (const operation of wanted) {
      const tenant = { operationId: operation.id, personId: null, readOnly: true }
      const { entries, head, breaks } = await inTenant(database, tenant, (db) => verifyJournal(db, operation.id))
      const words = {
        changed: 'modifiée', missing: 'absente ou déplacée', headDiffers: 'retirée en fin de journal', empty: 'absente : le journal est vide',
      }
      process.stdout.write(`${operation.slug} : ${entries} écriture${entries > 1 ? 's' : ''}, sceau ${head}, ${breaks.length === 0 ? 'intact'
        : 'ROMPU'}\n`)
      for (const { position, why } of breaks) process.stdout.write(`  écriture ${position} ${words[why]}\n`)
      broken += breaks.length
    }
    return broken === 0 ? 0 : 1
  })
}

/** One round of reminders, for whoever would rather call it from cron. */
async function remind(): Promise<number> {
  const { mail, publicUrl = '' } = settings()
  const mailer = openMailer({ ...(mail !== undefined && { mail }) })
  if (mailer === undefined) return complain('Aucun serveur de courrier : donnez SMTP_URL, MAIL_FROM et CHAPEAU_PUBLIC_URL.')
  return await withDatabase(async (database) => {
    const sender = { database, clock: () => new Date(), log: openLog('info') }
    const { sent, nothing, failed } = await sendReminders(sender, mailer, publicUrl).finally(() => mailer.close())
    process.stdout.write(`Rappels envoyés : ${sent} ; sans objet : ${nothing} ; refusés par le serveur de courrier : ${failed}.\n`)
    return failed === 0 ? 0 : 1
  })
}

async function addPerson(email: string, name: string): Promise<number> {
  const [named, chosen] = [checkName(name), checkPassword(await typedPassword(), email)]
  if (!named.ok) return complain('Donnez un nom de 120 caractères au plus.')
  if (!chosen.ok) return complain(chosen.problems.map((problem) => passwordFaults[problem][1]).join('\n'))
  return await withDatabase(async ({ kysely }) => {
    if ((await findAccount(kysely, email)) !== undefined) return complain(`Un compte existe déjà pour ${email}.`)
    await insertAccount(kysely, { id: newId(), email: email.toLowerCase(), name, passwordHash: await hashPassword(chosen.value) },
      instant(new Date()))
    process.stdout.write(`Compte ouvert pour ${name} (${email}).\n`)
    return 0
  })
}

async function changePassword(email: string): Promise<number> {
  const chosen = checkPassword(await typedPassword(), email)
  if (!chosen.ok) return complain(chosen.problems.map((problem) => passwordFaults[problem][1]).join('\n'))
  return await withDatabase(async ({ kysely }) => {
    const account = await findAccount(kysely, email)
    if (account === undefined) return complain(`Aucun compte n’existe pour ${email}.`)
    await updatePassword(kysely, account.id, await hashPassword(chosen.value))
    await revokeSessions(kysely, account.id, new Date())
    process.stdout.write(`Mot de passe changé pour ${account.name} (${account.email}) ; ses sessions sont fermées.\n`)
    return 0
  })
}

/** The first line of standard input. */
async function typedPassword(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8').split(/\r?\n/)[0] ?? ''
}

function settings(): Config {
  const config = readConfig({ CHAPEAU_DATA: `${root}.data`, CHAPEAU_LOG: 'silent', ...process.env })
  if (!config.ok) throw startRefusal(config.problems.join('\n'))
  return config.value
}

async function withDatabase(act: (database: Database<Schema>) => Promise<number>): Promise<number> {
  const config = settings()
  const database = await startDatabase<Schema>(config, `${root}migrations`, openLog(config.logLevel))
  return await act(database).finally(() => database.close())
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}

run(process.argv.slice(2)).then((code) => {
  process.exitCode = code
}, (error: unknown) => {
  process.stderr.write(`${isStartRefusal(error) ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 2
})
