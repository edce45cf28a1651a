// Every SQL statement about calendars opened by a secret address: of one operation, or of all those of one person.
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'

type Db = Kysely<Schema>

export type FeedRow = {
  readonly id: Id<'calendarFeed'>; readonly name: string; readonly openedBy: string; readonly openedAt: Instant; readonly revokedAt: Instant | null
}
const feeds = (db: Db) =>
  db.selectFrom('calendar_feed').innerJoin('person', 'person.id', 'calendar_feed.person_id')
    .select(['calendar_feed.id', 'calendar_feed.name', 'person.name as openedBy', 'calendar_feed.opened_at as openedAt',
      'calendar_feed.revoked_at as revokedAt'])
    .orderBy('calendar_feed.opened_at', 'desc').limit(100)

export const listOperationFeeds = (db: Db, operationId: Id<'operation'>): Promise<FeedRow[]> =>
  feeds(db).where('calendar_feed.operation_id', '=', operationId).execute()
export const listPersonalFeeds = (db: Db, personId: Id<'person'>): Promise<FeedRow[]> =>
  feeds(db).where('calendar_feed.person_id', '=', personId).where('calendar_feed.operation_id', 'is', null).execute()

type NewFeed = { readonly operationId: Id<'operation'> | null; readonly personId: Id<'person'>; readonly name: string; readonly tokenHash: Buffer }
export async function insertFeed(db: Db, feed: NewFeed, at: Instant): Promise<Id<'calendarFeed'>> {
  const id = newId<'calendarFeed'>()
  await db.insertInto('calendar_feed').values({
    id, token_hash: feed.tokenHash, operation_id: feed.operationId, person_id: feed.personId, name: feed.name, opened_at: at, revoked_at: null,
    revoked_by: null,
  }).execute()
  return id
}

/** Shuts a calendar of this operation; false when it is not one, or is shut already. */
export async function revokeOperationFeed(
  db: Db, operationId: Id<'operation'>, id: Id<'calendarFeed'>, by: Id<'person'>, at: Instant,
): Promise<boolean> {
  const shut = await db.updateTable('calendar_feed').set({ revoked_at: at, revoked_by: by })
    .where('id', '=', id).where('operation_id', '=', operationId).where('revoked_at', 'is', null).executeTakeFirst()
  return shut.numUpdatedRows > 0n
}

/** Shuts a calendar of one's own; false when it is not one, or is shut already. */
export async function revokePersonalFeed(db: Db, personId: Id<'person'>, id: Id<'calendarFeed'>, at: Instant): Promise<boolean> {
  const shut = await db.updateTable('calendar_feed').set({ revoked_at: at, revoked_by: personId })
    .where('id', '=', id).where('person_id', '=', personId).where('operation_id', 'is', null).where('revoked_at', 'is', null).executeTakeFirst()
  return shut.numUpdatedRows > 0n
}

export type OpenFeed = { readonly operationId: Id<'operation'> | null; readonly personId: Id<'person'> }
/** What a secret opens; undefined for an unknown or revoked one. */
export const findOpenFeed = (db: Db, tokenHash: Buffer): Promise<OpenFeed | undefined> =>
  db.selectFrom('calendar_feed').select(['operation_id as operationId', 'person_id as personId'])
    .where('token_hash', '=', tokenHash).where('revoked_at', 'is', null).executeTakeFirst()

export type DoorRow = { readonly personId: Id<'person'>; readonly operationId: Id<'operation'>; readonly slug: string; readonly name: string }
/** The operations these people have ever had a door to; what they may see there is in their mandates. */
export const listDoors = (db: Db, people: readonly Id<'person'>[]): Promise<DoorRow[]> => people.length === 0 ? Promise.resolve([])
  : db.selectFrom('operation_access').innerJoin('operation', 'operation.operation_id', 'operation_access.operation_id')
    .select(['operation_access.person_id as personId', 'operation.operation_id as operationId', 'operation.slug', 'operation.name'])
    .where('operation_access.person_id', 'in', people).orderBy('operation.name').orderBy('operation.operation_id').execute()

export const findDirectoryEntry = (db: Db, operationId: Id<'operation'>): Promise<Omit<DoorRow, 'personId'> | undefined> =>
  db.selectFrom('operation').select(['operation_id as operationId', 'slug', 'name']).where('operation_id', '=', operationId).executeTakeFirst()
