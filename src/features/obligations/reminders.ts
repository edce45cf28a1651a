// Reminders by e-mail: one round sends the digests that wait, each once, whatever the number of processes; the schedule makes rounds.
import { dayInParis, instant } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Role } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { inTenant } from '../../platform/database.ts'
import type { Mailer } from '../../platform/mail.ts'
import { hashToken, newToken } from '../../platform/session.ts'
import type { Services } from '../../platform/web.ts'
import { agendaOf, anyDay } from './agenda.rules.ts'
import { digestDay, digestOf, frequencyOf, mondayOf, saysNothing } from './digest.rules.ts'
import { listDoors } from './feeds.store.ts'
import { listFollowed } from './followed.ts'
import { letterOf } from './reminder.words.ts'
import type { OperationDigest } from './reminder.words.ts'
import { claimDigest, endDigest, listRecipients, listRolesByPerson } from './reminders.store.ts'
import type { Recipient } from './reminders.store.ts'
import { staleCauses } from './stale.ts'

/** What a round did: letters sent, people with nothing to read or no wish to, letters the server refused. */
export type Round = { readonly sent: number; readonly nothing: number; readonly failed: number }
type Sender = Pick<Services, 'database' | 'clock' | 'log'>

/** Team practice: a server that refuses so many letters in a row is left alone until the next round. */
const mostRefusals = 3

/** Sends the digests that wait. One letter at a time, each claimed, sent and ended on its own: a round that dies loses nothing. */
export async function sendReminders(sender: Sender, mailer: Mailer, origin: string): Promise<Round> {
  const { kysely } = sender.database
  const now = sender.clock()
  const today = dayInParis(now)
  const recipients = await listRecipients(kysely, today, mondayOf(today), now)
  const briefings = await briefingsOf(sender.database, recipients, today)
  const round = { sent: 0, nothing: 0, failed: 0 }
  let refusals = 0
  for (const recipient of recipients) {
    if (refusals >= mostRefusals) break
    const outcome = await remind(sender, mailer, { recipient, held: briefings.get(recipient.id) ?? [], today, origin })
    if (outcome === undefined) continue
    round[outcome] += 1
    refusals = outcome === 'failed' ? refusals + 1 : 0
  }
  return round
}

type Reminding = { readonly recipient: Recipient; readonly held: readonly Held[]; readonly today: PlainDate; readonly origin: string }
/** One person's digest; undefined when another process has it. */
async function remind({ database, clock, log }: Sender, mailer: Mailer, { recipient, held, today, origin }: Reminding) {
  const frequency = frequencyOf(recipient.frequency, held.flatMap(({ roles }) => roles))
  const day = frequency === 'never' ? mondayOf(today) : digestDay(frequency, today)
  const token = newToken()
  const claim = await claimDigest(database.kysely, recipient.id, day, hashToken(token), clock())
  if (claim === undefined) return undefined
  const end = (outcome: 'sent' | 'nothing' | 'failed') => endDigest(database.kysely, recipient.id, day, outcome, instant(clock()))
  const news = held.filter(({ roles, briefing }) => roles.length > 0 && !saysNothing(briefing.digest)).map(({ briefing }) => briefing)
  if (frequency === 'never' || news.length === 0) {
    await end('nothing')
    return 'nothing'
  }
  const link = `${origin}${paths.reminderLink(token)}`
  const words = letterOf(recipient.name, news, today, origin, link)
  const letter = { to: recipient.email, ...words, id: `rappel-${day}-${recipient.id}`, unsubscribe: link }
  try {
    await mailer.send(letter)
  } catch (error) {
    log.error('reminder refused', error, { person: recipient.id, attempt: claim.attempt })
    if (claim.last) await end('failed')
    return 'failed'
  }
  await end('sent')
  return 'sent'
}

type Held = { readonly roles: readonly Role[]; readonly briefing: OperationDigest }
/** What each operation of these people has to say, read once per operation whatever the number of its people. */
async function briefingsOf(
  database: Services['database'], recipients: readonly Recipient[], today: PlainDate,
): Promise<ReadonlyMap<Id<'person'>, readonly Held[]>> {
  const doors = await listDoors(database.kysely, recipients.map(({ id }) => id))
  const briefings = new Map<Id<'operation'>, { readonly briefing: OperationDigest; readonly roles: ReadonlyMap<Id<'person'>, readonly Role[]> }>()
  // One transaction per operation: the fence shows one at a time.
  for (const { operationId, slug, name } of new Map(doors.map((door) => [door.operationId, door])).values()) {
    briefings.set(operationId, await inTenant(database, { operationId, personId: null, readOnly: true }, async (db) => {
      const following = await listFollowed(db)
      const causes = await staleCauses(db, following, today)
      const stale = following.obligations.filter(({ id }) => causes.has(id))
      const digest = digestOf(agendaOf(following.obligations, anyDay, today), stale, today)
      return { briefing: { slug, name, digest }, roles: await listRolesByPerson(db, today) }
    }))
  }
  const held = new Map<Id<'person'>, Held[]>()
  for (const { personId, operationId } of doors) {
    const found = briefings.get(operationId)
    if (found === undefined) continue
    held.set(personId, [...(held.get(personId) ?? []), { roles: found.roles.get(personId) ?? [], briefing: found.briefing }])
  }
  return held
}

/** Team practice: rounds are a quarter of an hour apart, from seven in the morning in Paris. */
const quarter = 15 * 60_000
const firstHour = 7
const parisHour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hour12: false })

/** Makes rounds, the first one minute after the start; answers how to stop, a round in progress being ended first. */
export function scheduleReminders(
  sender: Sender, mailer: Mailer, origin: string, { firstMs = 60_000, everyMs = quarter } = {},
): () => Promise<void> {
  let running: Promise<void> | undefined
  const round = async (): Promise<void> => {
    try {
      const done = await sendReminders(sender, mailer, origin)
      if (done.sent + done.failed > 0) sender.log.info('reminders', done)
    } catch (error) {
      sender.log.error('reminders stopped', error)
    } finally {
      running = undefined
    }
  }
  const tick = (): void => {
    if (running === undefined && Number(parisHour.format(sender.clock())) >= firstHour) running = round()
  }
  const [first, next] = [setTimeout(tick, firstMs).unref(), setInterval(tick, everyMs).unref()]
  return async () => {
    clearTimeout(first)
    clearInterval(next)
    await running
    mailer.close()
  }
}
