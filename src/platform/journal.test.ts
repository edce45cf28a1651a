// The journal: what it appends, and that nothing done to it behind the program's back goes unseen.
import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { instant } from '../kernel/date.ts'
import { newId } from '../kernel/id.ts'
import type { Id } from '../kernel/id.ts'
import { onEachEngine } from '../testing/database.ts'
import type { TestDatabase } from '../testing/database.ts'
import { inTenant } from './database.ts'
import { appendToJournal, canonical, seal, verifyJournal } from './journal.ts'
import type { Verification } from './journal.ts'

const at = instant(new Date('2026-03-12T09:00:00.123Z'))
const event = (rank: number) => ({ what: 'thingDone', objectKind: 'thing', objectId: newId(), before: rank === 0 ? null : { rank: rank - 1 }, after: { rank, name: 'Liévin « é »', list: [1, 2.5, null] } })

/** An operation with this many entries. */
async function written(database: TestDatabase, entries: number): Promise<Id<'operation'>> {
  const operationId = newId<'operation'>()
  await inTenant(database, { operationId, personId: null }, async (db) => {
    await db.insertInto('operation').values({ operation_id: operationId, slug: `o-${operationId}`, name: 'O', epci_siren: '246200364', main_town_insee: null, created_at: at }).execute()
    for (let rank = 0; rank < entries; rank += 1) await appendToJournal(db, operationId, null, at, event(rank))
  })
  return operationId
}

const verify = (database: TestDatabase, operationId: Id<'operation'>): Promise<Verification> =>
  inTenant(database, { operationId, personId: null, readOnly: true }, (db) => verifyJournal(db, operationId))

/** Writes as the superuser, whom nothing stops. */
async function tamper(database: TestDatabase, statement: string, values: readonly unknown[]): Promise<void> {
  const client = new pg.Client(database.superuser)
  await client.connect()
  try {
    await client.query(statement, [...values])
  } finally {
    await client.end()
  }
}

onEachEngine('the journal', (open) => {
  it('numbers its entries and holds; empty, it has lost its first entry', async () => {
    const database = await open()
    const [empty, long] = [await written(database, 0), await written(database, 5)]
    expect(await verify(database, empty)).toEqual({ entries: 0, head: '0'.repeat(64), breaks: [{ position: 1, why: 'empty' }] })
    expect(await verify(database, long)).toMatchObject({ entries: 5, breaks: [] })
    const positions = await inTenant(database, { operationId: long, personId: null }, (db) => db.selectFrom('journal_entry').select('position').orderBy('position').execute())
    expect(positions.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5])
  })

  it('gives the seal of its own last entry as its head, which depends on every entry before', async () => {
    const database = await open()
    const operationId = await written(database, 0)
    const entries = [0, 1, 2].map((rank) => ({ position: rank + 1, at, personId: null, ...event(rank) }))
    await inTenant(database, { operationId, personId: null }, async (db) => {
      for (const { what, objectKind, objectId, before, after } of entries) await appendToJournal(db, operationId, null, at, { what, objectKind, objectId, before, after })
    })
    const expected = entries.reduce<Buffer>((previous, entry) => seal(operationId, previous, entry), Buffer.alloc(32))
    expect((await verify(database, operationId)).head).toBe(expected.toString('hex'))
  })

  it('has no fork when twelve people write at once', async () => {
    const database = await open()
    const operationId = await written(database, 1)
    await Promise.all(Array.from({ length: 12 }, (_, rank) =>
      inTenant(database, { operationId, personId: null }, (db) => appendToJournal(db, operationId, null, at, event(rank)))))
    expect(await verify(database, operationId)).toMatchObject({ entries: 13, breaks: [] })
  })

  it('keeps nothing of a transaction that was undone', async () => {
    const database = await open()
    const operationId = await written(database, 2)
    await inTenant(database, { operationId, personId: null }, async (db) => {
      await appendToJournal(db, operationId, null, at, event(2))
      throw new Error('undone')
    }).catch(() => {})
    expect(await verify(database, operationId)).toMatchObject({ entries: 2, breaks: [] })
  })

  it.each([
    ['what', "update journal_entry set what = 'other' where operation_id = $1 and position = 3"],
    ['before', `update journal_entry set before = '{"rank": 7}' where operation_id = $1 and position = 3`],
    ['after', "update journal_entry set after = jsonb_set(after, '{name}', '\"Lens\"') where operation_id = $1 and position = 3"],
    ['when', "update journal_entry set at = at + interval '1 millisecond' where operation_id = $1 and position = 3"],
    ['the object', 'update journal_entry set object_id = operation_id where operation_id = $1 and position = 3'],
    ['the kind of object', "update journal_entry set object_kind = 'other' where operation_id = $1 and position = 3"],
    ['the seal', "update journal_entry set hash = sha256('x') where operation_id = $1 and position = 3"],
  ])('shows an entry of which %s was changed', async (_, statement) => {
    const database = await open()
    const operationId = await written(database, 5)
    await tamper(database, statement, [operationId])
    expect((await verify(database, operationId)).breaks[0]).toEqual({ position: 3, why: 'changed' })
  })

  it('shows an entry of which who was changed', async () => {
    const database = await open()
    const operationId = await written(database, 3)
    const person = newId()
    await tamper(database, "insert into person (id, email, name, created_at) values ($1, $2, 'X', now())", [person, `${person}@x.fr`])
    await tamper(database, 'update journal_entry set person_id = $2 where operation_id = $1 and position = 2', [operationId, person])
    expect((await verify(database, operationId)).breaks).toEqual([{ position: 2, why: 'changed' }])
  })

  it.each([[1], [3], [5]])('shows that entry %d was removed', async (position) => {
    const database = await open()
    const operationId = await written(database, 5)
    await tamper(database, 'delete from journal_entry where operation_id = $1 and position = $2', [operationId, position])
    expect((await verify(database, operationId)).breaks[0]).toEqual(position === 5 ? { position: 5, why: 'headDiffers' } : { position, why: 'missing' })
  })

  it('shows entries removed with the following ones moved up to hide it', async () => {
    const database = await open()
    const operationId = await written(database, 5)
    await tamper(database, 'delete from journal_entry where operation_id = $1 and position = 2', [operationId])
    for (const position of [3, 4, 5]) await tamper(database, 'update journal_entry set position = position - 1 where operation_id = $1 and position = $2', [operationId, position])
    expect((await verify(database, operationId)).breaks[0]).toEqual({ position: 2, why: 'changed' })
  })

  it('shows two entries put in another order', async () => {
    const database = await open()
    const operationId = await written(database, 5)
    for (const [from, to] of [[2, 99], [3, 2], [99, 3]]) await tamper(database, 'update journal_entry set position = $3 where operation_id = $1 and position = $2', [operationId, from, to])
    expect((await verify(database, operationId)).breaks[0]).toEqual({ position: 2, why: 'changed' })
  })

  it('shows a head written again, moved back, or taken away', async () => {
    const database = await open()
    const statements = ["update journal_head set hash = sha256('x') where operation_id = $1", 'update journal_head set position = position - 1 where operation_id = $1', 'delete from journal_head where operation_id = $1']
    for (const statement of statements) {
      const operationId = await written(database, 3)
      await tamper(database, statement, [operationId])
      expect((await verify(database, operationId)).breaks).toEqual([{ position: 4, why: 'headDiffers' }])
    }
  })

  it('shows an entry brought from another operation', async () => {
    const database = await open()
    const [one, other] = [await written(database, 3), await written(database, 3)]
    await tamper(database, `update journal_entry mine set (what, object_id, before, after, hash) = (select what, object_id, before, after, hash from journal_entry where operation_id = $2 and position = 1)
      where mine.operation_id = $1 and position = 1`, [one, other])
    expect((await verify(database, one)).breaks[0]).toEqual({ position: 1, why: 'changed' })
  })

  it('cannot be changed or shortened by the program itself', async () => {
    const database = await open()
    const operationId = await written(database, 2)
    for (const statement of [sql`update journal_entry set what = 'x'`, sql`delete from journal_entry`, sql`delete from journal_head`, sql`truncate journal_entry`]) {
      await expect(inTenant(database, { operationId, personId: null }, (db) => statement.execute(db))).rejects.toThrow('permission denied')
    }
  })
})

describe('the text that is sealed', () => {
  it('is the same whatever the order of the keys, and tells any two values apart', () => {
    expect(canonical({ b: 1, a: [{ d: null, c: undefined }] })).toBe('{"a":[{"d":null}],"b":1}')
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }))
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect(canonical(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonical(value))
    }))
  })
})
