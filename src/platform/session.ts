// Sessions: a row each, found by the hash of a random token, listed and revoked by their person.
import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { newId } from '../kernel/id.ts'
import { instant } from '../kernel/date.ts'
import type { Instant } from '../kernel/date.ts'
import type { Id } from '../kernel/id.ts'
import type { Schema } from '../schema.ts'
import type { Reader } from './web.ts'

/** Team practice: a session unused for fourteen days is closed; its use is noted every five minutes at most. */
const lifetime = 14 * 86_400_000
const noteEvery = 5 * 60_000

type SessionRow = { readonly id: Id<'session'>; readonly openedAt: Instant; readonly seenAt: Instant; readonly browser: string }

/** 256 random bits, as they travel in a cookie or an invitation link. */
export const newToken = (): string => randomBytes(32).toString('base64url')
/** What is kept of a token: its SHA-256, so that the database alone opens nothing. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Opens a session and gives its token, which is kept nowhere. `browser`: the User-Agent line, shortened. */
export async function openSession(db: Kysely<Schema>, personId: Id<'person'>, now: Date, browser: string): Promise<string> {
  const token = newToken()
  await db.insertInto('session').values({
    id: newId(), token_hash: hashToken(token), person_id: personId, opened_at: instant(now), seen_at: instant(now),
    expires_at: instant(new Date(now.getTime() + lifetime)), revoked_at: null, browser: browser.slice(0, 200),
  }).execute()
  return token
}

/** Whose session this token opens now; undefined when unknown, revoked or out of time. */
export async function findReader(db: Kysely<Schema>, token: string, now: Date): Promise<Reader | undefined> {
  const row = await db.selectFrom('session').innerJoin('person', 'person.id', 'session.person_id')
    .select(['person.id', 'person.name', 'person.email', 'session.id as sessionId', 'session.seen_at as seenAt'])
    .where('session.token_hash', '=', hashToken(token)).where('session.revoked_at', 'is', null).where('session.expires_at', '>', instant(now))
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { seenAt, ...found } = row
  if (now.getTime() - Date.parse(seenAt) > noteEvery) {
    await db.updateTable('session').set({ seen_at: instant(now), expires_at: instant(new Date(now.getTime() + lifetime)) })
      .where('id', '=', found.sessionId).execute()
  }
  return found
}

/** Open sessions of a person, the latest used first. */
export const listSessions = (db: Kysely<Schema>, personId: Id<'person'>, now: Date): Promise<SessionRow[]> =>
  db.selectFrom('session').select(['id', 'opened_at as openedAt', 'seen_at as seenAt', 'browser'])
    .where('person_id', '=', personId).where('revoked_at', 'is', null).where('expires_at', '>', instant(now))
    .orderBy('seen_at', 'desc').execute()

/** Closes one of this person's sessions; false when it is not theirs or already closed. */
export async function revokeSession(db: Kysely<Schema>, personId: Id<'person'>, sessionId: Id<'session'>, now: Date): Promise<boolean> {
  const revoked = await db.updateTable('session').set({ revoked_at: instant(now) })
    .where('id', '=', sessionId).where('person_id', '=', personId).where('revoked_at', 'is', null).executeTakeFirst()
  return revoked.numUpdatedRows > 0n
}

/** Closes every session of a person, but one when it is named: what a change of password does. */
export async function revokeSessions(db: Kysely<Schema>, personId: Id<'person'>, now: Date, kept?: Id<'session'>): Promise<void> {
  const open = db.updateTable('session').set({ revoked_at: instant(now) }).where('person_id', '=', personId).where('revoked_at', 'is', null)
  await (kept === undefined ? open : open.where('id', '<>', kept)).execute()
}
