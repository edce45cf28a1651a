// Every SQL statement about reminders: what people chose, which digests are waiting, who sends each, how it ended.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Role } from '../../kernel/rights.ts'
import type { Schema } from '../../schema.ts'
import type { Frequency } from './digest.rules.ts'

type Db = Kysely<Schema>

export const findPreference = async (db: Db, personId: Id<'person'>): Promise<Frequency | null> =>
  (await db.selectFrom('reminder_preference').select('frequency').where('person_id', '=', personId).executeTakeFirst())?.frequency ?? null

export async function setPreference(db: Db, personId: Id<'person'>, frequency: Frequency, at: Instant): Promise<void> {
  await db.insertInto('reminder_preference').values({ person_id: personId, frequency, chosen_at: at })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ frequency, chosen_at: at })).execute()
}

/** Team practice: a sender that died is relieved after so long; a server that refuses is tried so many times. */
const [relievedAfterMinutes, mostAttempts] = [10, 5]
const relief = (now: Date): Instant => new Date(now.getTime() - relievedAfterMinutes * 60_000).toISOString() as Instant

export type Recipient = { readonly id: Id<'person'>; readonly email: string; readonly name: string; readonly frequency: Frequency | null }
/**
 * People with a door to some operation whose digest of this period is not ended, not being sent, and not given up. Without a choice of theirs,
 * their period is the week.
 */
export const listRecipients = (db: Db, today: PlainDate, monday: PlainDate, now: Date): Promise<Recipient[]> =>
  db.selectFrom('person').leftJoin('reminder_preference', 'reminder_preference.person_id', 'person.id')
    .leftJoin('reminder_sending', (join) => join.onRef('reminder_sending.person_id', '=', 'person.id')
      .on(sql<boolean>`reminder_sending.day = case when reminder_preference.frequency = 'daily' then ${today}::date else ${monday}::date end`))
    .select(['person.id', 'person.email', 'person.name', 'reminder_preference.frequency'])
    .where((eb) => eb.exists(eb.selectFrom('operation_access').select('person_id').whereRef('person_id', '=', 'person.id')))
    .where((eb) => eb.or([eb('reminder_preference.frequency', 'is', null), eb('reminder_preference.frequency', '!=', 'never')]))
    .where((eb) => eb.or([
      eb('reminder_sending.day', 'is', null),
      eb.and([eb('reminder_sending.ended_at', 'is', null), eb('reminder_sending.claimed_at', '<', relief(now))]),
    ]))
    .orderBy('person.id').execute()

/** Takes a digest to send it; undefined when another process has it, or it is ended. `attempt`: from 1. */
export async function claimDigest(
  db: Db, personId: Id<'person'>, day: PlainDate, tokenHash: Buffer, now: Date,
): Promise<{ readonly attempt: number; readonly last: boolean } | undefined> {
  const at = now.toISOString() as Instant
  const row = await db.insertInto('reminder_sending').values({
    person_id: personId, day, token_hash: tokenHash, claimed_at: at, ended_at: null, outcome: null,
  }).onConflict((conflict) => conflict.columns(['person_id', 'day'])
    .doUpdateSet({ token_hash: tokenHash, claimed_at: at, attempts: sql<number>`reminder_sending.attempts + 1` })
    .where('reminder_sending.ended_at', 'is', null).where('reminder_sending.claimed_at', '<', relief(now)))
    .returning('attempts').executeTakeFirst()
  return row === undefined ? undefined : { attempt: row.attempts, last: row.attempts >= mostAttempts }
}

export async function endDigest(
  db: Db, personId: Id<'person'>, day: PlainDate, outcome: 'sent' | 'nothing' | 'failed', at: Instant,
): Promise<void> {
  await db.updateTable('reminder_sending').set({ ended_at: at, outcome }).where('person_id', '=', personId).where('day', '=', day).execute()
}

/** Whose letter holds this link, for three months. */
export const findByLink = (db: Db, tokenHash: Buffer, now: Date): Promise<Pick<Recipient, 'id' | 'frequency'> | undefined> =>
  db.selectFrom('reminder_sending').leftJoin('reminder_preference', 'reminder_preference.person_id', 'reminder_sending.person_id')
    .select(['reminder_sending.person_id as id', 'reminder_preference.frequency']).where('reminder_sending.token_hash', '=', tokenHash)
    .where('reminder_sending.claimed_at', '>', new Date(now.getTime() - 90 * 86_400_000).toISOString() as Instant).executeTakeFirst()

/** The roles people hold in this operation on a day; inside its fence. */
export async function listRolesByPerson(db: Db, day: PlainDate): Promise<ReadonlyMap<Id<'person'>, readonly Role[]>> {
  const rows = await db.selectFrom('mandate').select(['person_id', 'role']).where('since', '<=', day)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', day)])).execute()
  const roles = new Map<Id<'person'>, Role[]>()
  for (const { person_id, role } of rows) roles.set(person_id, [...(roles.get(person_id) ?? []), role])
  return roles
}
