// What is remembered of an operation: asked once until its journal moves, never of another operation, never what a transaction has not committed.
import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { instant } from '../kernel/date.ts'
import { newId } from '../kernel/id.ts'
import type { Id } from '../kernel/id.ts'
import type { Schema } from '../schema.ts'
import { onEachEngine } from '../testing/database.ts'
import type { TestDatabase } from '../testing/database.ts'
import { inTenant } from './database.ts'
import { appendToJournal } from './journal.ts'
import { rememberedByJournal } from './journal-memory.ts'

const at = instant(new Date('2026-03-12T09:00:00.000Z'))
const write = async (db: Kysely<Schema>, operationId: Id<'operation'>, name: string): Promise<void> => {
  await db.insertInto('tag').values({ operation_id: operationId, id: newId(), kind: 'free', name }).execute()
  await appendToJournal(db, operationId, null, at, { what: 'thingDone', objectKind: 'thing', objectId: newId(), before: null, after: { name } })
}

onEachEngine('what is remembered of an operation', (open) => {
  const found = async (database: TestDatabase): Promise<Id<'operation'>> => {
    const operationId = newId<'operation'>()
    await inTenant(database, { operationId, personId: null }, async (db) => {
      await db.insertInto('operation').values({ operation_id: operationId, slug: `o-${operationId}`, name: 'O', epci_siren: '246200364', main_town_insee: null, created_at: at }).execute()
      await write(db, operationId, 'première')
    })
    return operationId
  }
  const memory = (most: number) => {
    let looks = 0
    const names = rememberedByJournal(most, async (db, kind: 'free' | 'theme') => {
      looks += 1
      return (await db.selectFrom('tag').select('name').where('kind', '=', kind).orderBy('name').execute()).map(({ name }) => name)
    })
    return { names, looks: () => looks }
  }

  it('is asked once a question, in as many transactions as there are, until something is written', async () => {
    const database = await open()
    const operationId = await found(database)
    const { names, looks } = memory(10)
    const read = (kind: 'free' | 'theme') => inTenant(database, { operationId, personId: null, readOnly: true }, (db) => names(db, operationId, kind))
    expect([await read('free'), await read('free'), await read('theme')]).toEqual([['première'], ['première'], []])
    expect(looks()).toBe(2)
    await inTenant(database, { operationId, personId: null }, (db) => write(db, operationId, 'seconde'))
    expect([await read('free'), await read('free')]).toEqual([['première', 'seconde'], ['première', 'seconde']])
    expect(looks()).toBe(3)
  })

  it('is that of the moment a page reads, though someone writes meanwhile', async () => {
    const database = await open()
    const operationId = await found(database)
    const { names } = memory(10)
    const free = (db: Kysely<Schema>) => names(db, operationId, 'free')
    const tenant = { operationId, personId: null, readOnly: true }
    const [before, again] = await inTenant(database, tenant, async (db) => {
      const first = await free(db)
      await inTenant(database, { operationId, personId: null }, (other) => write(other, operationId, 'seconde'))
      await inTenant(database, tenant, free)
      return [first, await free(db)]
    })
    expect([before, again]).toEqual([['première'], ['première']])
    expect(await inTenant(database, tenant, free)).toEqual(['première', 'seconde'])
  })

  it('is nothing of what a transaction may still undo', async () => {
    const database = await open()
    const operationId = await found(database)
    const { names } = memory(10)
    const undone = inTenant(database, { operationId, personId: null }, async (db) => {
      await write(db, operationId, 'défaite')
      expect(await names(db, operationId, 'free')).toEqual(['défaite', 'première'])
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await inTenant(database, { operationId, personId: null, readOnly: true }, (db) => names(db, operationId, 'free'))).toEqual(['première'])
  })

  it('is never told to another operation, and has an end', async () => {
    const database = await open()
    const [one, other] = [await found(database), await found(database)]
    await inTenant(database, { operationId: other, personId: null }, (db) => write(db, other, 'autre'))
    const { names, looks } = memory(2)
    const read = (operationId: Id<'operation'>) => inTenant(database, { operationId, personId: null, readOnly: true }, (db) => names(db, operationId, 'free'))
    expect([await read(one), await read(other), await read(one)]).toEqual([['première'], ['autre', 'première'], ['première']])
    expect(looks()).toBe(2)
    const third = await found(database)
    await read(third)
    expect([await read(one), looks()]).toEqual([['première'], 3])
    expect([await read(other), looks()]).toEqual([['autre', 'première'], 4])
  })
})
