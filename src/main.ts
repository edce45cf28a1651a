// Starts the program: settings, database, demonstration, web server; and ends it without cutting anyone off.
import { serve } from '@hono/node-server'
import { fileURLToPath } from 'node:url'
import { createApp } from './app.ts'
import { prepareDemonstration } from './features/dashboard/demonstration.ts'
import { scheduleReminders } from './features/obligations/reminders.ts'
import { demonstrationAccounts } from './features/people/demonstration.ts'
import { importsEnded } from './features/imports/import-job.ts'
import { readingsEnded } from './features/readings/reading-job.ts'
import { isStartRefusal, readConfig, startRefusal } from './platform/config.ts'
import { startDatabase } from './platform/database-start.ts'
import { openLog } from './platform/log.ts'
import { openMailer } from './platform/mail.ts'
import { paths } from './paths.ts'
import type { Schema } from './schema.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Team practice: a request still running after this long no longer holds up a stop. */
const stopWithinMs = 10_000

async function main(): Promise<void> {
  const config = readConfig({ CHAPEAU_DATA: `${root}.data`, ...process.env })
  if (!config.ok) throw startRefusal(config.problems.join('\n'))
  const log = openLog(config.value.logLevel)
  const database = await startDatabase<Schema>(config.value, `${root}migrations`, log)
  const services = { config: config.value, database, clock: () => new Date(), log }
  if (config.value.demonstration) await prepareDemonstration(services, `${root}demonstration`)
  const mailer = openMailer(config.value)
  const stopReminders = mailer === undefined ? async () => {} : scheduleReminders(services, mailer, config.value.publicUrl ?? '')
  const server = serve({ fetch: createApp(services).fetch, port: config.value.port, hostname: config.value.host }, () => announce(config.value))
  server.on('error', (error: NodeJS.ErrnoException) => {
    void database.close().finally(() => refuse(deafness(error, config.value)))
  })
  let stopping = false
  const stop = (signal: string): void => {
    if (stopping) return
    stopping = true
    log.info('stopping', { signal })
    setTimeout(() => process.exit(1), stopWithinMs).unref()
    server.close(() => void Promise.all([readingsEnded(), importsEnded(), stopReminders()]).then(() => database.close()).then(() => process.exit(0)))
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function announce({ host, port, publicUrl, demonstration }: { host: string; port: number; publicUrl?: string; demonstration: boolean }): void {
  const address = publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const accounts = demonstrationAccounts.map((account) => `  ${account.name}, ${account.capacity}`)
  const demo = demonstration ? ['', `Démonstration : ${address}${paths.signIn()}`, 'Comptes ouverts en un clic :', ...accounts] : []
  process.stdout.write(`${['', `Chapeau est prêt : ${address}`, ...demo, '', 'Ctrl+C pour arrêter.', ''].join('\n')}\n`)
}

/** Why the program cannot listen, in a sentence that names the setting to change. */
function deafness({ code, message }: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): string {
  if (code === 'EADDRINUSE') return `Le port ${port} est déjà pris : Chapeau tourne peut-être déjà. Donnez-en un autre avec PORT.`
  if (code === 'EACCES') return `Le port ${port} demande des droits d’administrateur : donnez-en un autre avec PORT, au-dessus de 1024.`
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') return `HOST vaut « ${host} », qui n’est pas une adresse de cette machine.`
  return `Chapeau ne peut pas écouter sur ${host}, port ${port} : ${message}`
}

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}

main().catch((error: unknown) => {
  if (isStartRefusal(error)) refuse(error.message)
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
