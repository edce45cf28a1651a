// The journal of an operation: every write appended with who, when, what, before and after, each entry sealed to the one before.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant } from '../kernel/date.ts'
import type { Id } from '../kernel/id.ts'
import type { Schema } from '../schema.ts'

/** What is appended. `what`: the event's name; `objectId`: the thing it happened to; `before`, `after`: plain JSON, null when there is none. */
export type Event = {
  readonly what: string; readonly objectKind: string; readonly objectId: string; readonly before: unknown; readonly after: unknown
}
export type JournalEntry = Event & { readonly position: number; readonly at: Instant; readonly personId: Id<'person'> | null; readonly hash: Buffer }

const genesis = Buffer.alloc(32)

/** JSON with its keys in order, so that the same value always gives the same text, whatever the database did to it. */
export function canonical(value: unknown): string {
  if (value === undefined || value === null) return 'null'
  if (typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const fields = Object.entries(value).filter(([, field]) => field !== undefined).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
}

/** SHA-256 of the hash before and of everything the entry says, its place and its operation included. */
export function seal(operationId: Id<'operation'>, previous: Buffer, entry: Omit<JournalEntry, 'hash'>): Buffer {
  const { position, at, personId, what, objectKind, objectId, before, after } = entry
  return createHash('sha256').update(previous)
    .update(canonical([operationId, position, at, personId, what, objectKind, objectId, before, after])).digest()
}

/** Appends one event inside the current transaction; writers of one operation queue here, so that the chain has no fork. */
export async function appendToJournal(
  db: Kysely<Schema>, operationId: Id<'operation'>, personId: Id<'person'> | null, at: Instant, event: Event,
): Promise<number> {
  const { rows } = await sql<{ position: number; hash: Buffer }>`
    insert into journal_head (operation_id, position, hash) values (${operationId}, 1, ${genesis})
    on conflict (operation_id) do update set position = journal_head.position + 1
    returning position, hash`.execute(db)
  const head = rows[0]
  if (head === undefined) throw new Error('the journal gave no head')
  const entry = { ...event, position: head.position, at, personId }
  const hash = seal(operationId, head.hash, entry)
  await sql`
    with head as (update journal_head set hash = ${hash} where operation_id = ${operationId})
    insert into journal_entry (operation_id, position, at, person_id, what, object_kind, object_id, before, after, hash)
    values (${operationId}, ${entry.position}, ${at}, ${personId}, ${event.what}, ${event.objectKind}, ${event.objectId},
            ${jsonOrNull(event.before)}::jsonb, ${jsonOrNull(event.after)}::jsonb, ${hash})`.execute(db)
  return entry.position
}

const jsonOrNull = (value: unknown): string | null => (value === undefined || value === null ? null : canonical(value))

/** What is wrong with a chain: the place of the first entry that does not hold, and why. `empty`: an operation always has its founding entry. */
export type Break = { readonly position: number; readonly why: 'changed' | 'missing' | 'headDiffers' | 'empty' }
export type Verification = { readonly entries: number; readonly head: string; readonly breaks: readonly Break[] }

/**
 * Reads the whole chain of one operation again, a thousand entries at a time, and names what was changed, removed or reordered.
 * An entry removed at the end shows against the head; keep the head's hash elsewhere to guard against both being rewritten.
 */
export async function verifyJournal(db: Kysely<Schema>, operationId: Id<'operation'>): Promise<Verification> {
  const breaks: Break[] = []
  let previous: Buffer = genesis
  let position = 0
  for (;;) {
    const page = await readJournal(db, operationId, { after: position, most: 1000 })
    for (const entry of page) {
      if (entry.position !== position + 1) breaks.push({ position: position + 1, why: 'missing' })
      else if (!seal(operationId, previous, entry).equals(entry.hash)) breaks.push({ position: entry.position, why: 'changed' })
      previous = entry.hash
      position = entry.position
    }
    if (page.length < 1000) break
  }
  const head = await db.selectFrom('journal_head').select(['position', 'hash']).where('operation_id', '=', operationId).executeTakeFirst()
  if ((head?.position ?? 0) !== position || !(head?.hash ?? genesis).equals(previous)) breaks.push({ position: position + 1, why: 'headDiffers' })
  if (position === 0) breaks.push({ position: 1, why: 'empty' })
  return { entries: position, head: previous.toString('hex'), breaks }
}

/** Entries in the order they were written, after a place. */
async function readJournal(db: Kysely<Schema>, operationId: Id<'operation'>, page: { after: number; most: number }): Promise<JournalEntry[]> {
  const rows = await db.selectFrom('journal_entry').selectAll()
    .where('operation_id', '=', operationId).where('position', '>', page.after)
    .orderBy('position').limit(page.most).execute()
  return rows.map((row) => ({
    position: row.position, at: row.at, personId: row.person_id, what: row.what, objectKind: row.object_kind, objectId: row.object_id,
    before: row.before, after: row.after, hash: row.hash,
  }))
}
