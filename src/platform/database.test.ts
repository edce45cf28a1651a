// What the pool and the transaction of a tenant promise, on both engines.
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { newId } from '../kernel/id.ts'
import { ask } from '../testing/ask.ts'
import { onEachEngine, type TestDatabase } from '../testing/database.ts'
import { isStartRefusal } from './config.ts'
import { startDatabase } from './database-start.ts'
import { inTenant, isUnavailable, openDatabase } from './database.ts'
import { openLog } from './log.ts'

const operationId = newId()
const tenant = { operationId, personId: null }
const silent = openLog('silent')

onEachEngine('the database', (open) => {
  it('runs every request under the role without privilege', async () => {
    const database = await open()
    const { rows } = await sql<{ role: string }>`select current_user as role`.execute(database.kysely)
    expect(rows).toEqual([{ role: 'chapeau_app' }])
    await expect(sql`create table intruder (id integer)`.execute(database.kysely)).rejects.toThrow('permission denied')
  })

  it('gives dates, instants and exact numbers as the code reads them', async () => {
    const database = await open()
    const { rows } = await sql`select date '2024-02-29' as day, timestamptz '2024-02-29 23:30:00.123456+02' as at, 1.10::numeric as amount,
      9007199254740991::int8 as big, array[date '2024-02-29', null] as days,
      array[timestamptz '2024-02-29 00:00Z'] as moments`.execute(database.kysely)
    expect(rows).toEqual([{
      day: '2024-02-29', at: '2024-02-29T21:30:00.123Z', amount: '1.10', big: 9_007_199_254_740_991,
      days: ['2024-02-29', null], moments: ['2024-02-29T00:00:00.000Z'],
    }])
  })

  it('refuses a number that JavaScript would round', async () => {
    const database = await open()
    await expect(sql`select 9007199254740993::int8`.execute(database.kysely)).rejects.toThrow('number too large')
  })

  it('tells PostgreSQL the operation and the person, for the time of the transaction only', async () => {
    const database = await open()
    const seen = sql<{ operation: string; person: string }>`
      select current_setting('chapeau.operation', true) as operation, current_setting('chapeau.person', true) as person`
    const { rows } = await inTenant(database, { operationId, personId: operationId }, (transaction) => seen.execute(transaction))
    expect(rows).toEqual([{ operation: operationId, person: operationId }])
    const after = await Promise.all([1, 2, 3, 4].map(async () => (await seen.execute(database.kysely)).rows[0]?.operation ?? ''))
    expect(after).toEqual(['', '', '', ''])
  })

  it('lets nothing but an identifier into the text of the opening statement', async () => {
    const database = await open()
    const intruder = inTenant(database, { operationId: "x', true); drop table person; --", personId: null }, async () => 'inside')
    await expect(intruder).rejects.toThrow('not an identifier')
  })

  it('keeps what a transaction wrote, and nothing of one that failed', async () => {
    const database = await open()
    await ask(database.owner, 'create table kept (id integer); grant select, insert on kept to chapeau_app')
    await inTenant(database, tenant, (transaction) => sql`insert into kept values (1)`.execute(transaction))
    const failing = inTenant(database, tenant, async (transaction) => {
      await sql`insert into kept values (2)`.execute(transaction)
      throw new Error('on second thoughts')
    })
    await expect(failing).rejects.toThrow('on second thoughts')
    expect((await sql`select id from kept`.execute(database.kysely)).rows).toEqual([{ id: 1 }])
  })

  it('never takes a failed transaction for a kept one', async () => {
    const database = await open()
    const swallowed = inTenant(database, tenant, async (transaction) => {
      await sql`select 1 / 0`.execute(transaction).catch(() => {})
    })
    await expect(swallowed).rejects.toThrow('failed before its end')
  })

  it('refuses to write in a transaction that only reads', async () => {
    const database = await open()
    await ask(database.owner, 'create table untouched (id integer); grant insert on untouched to chapeau_app')
    const writing = inTenant(database, { ...tenant, readOnly: true }, (transaction) => sql`insert into untouched values (1)`.execute(transaction))
    await expect(writing).rejects.toThrow('read-only transaction')
  })

  it('answers the same statement after its table changed shape', async () => {
    const database = await open()
    await ask(database.owner, 'create table shape (one integer); insert into shape values (1); grant select on shape to chapeau_app')
    const read = async (): Promise<unknown> => (await sql`select * from shape`.execute(database.kysely)).rows
    expect(await read()).toEqual([{ one: 1 }])
    await ask(database.owner, 'alter table shape add two integer')
    await read().catch(() => 'the one connection that remembered it is thrown away')
    expect(await read()).toEqual([{ one: 1, two: null }])
  })

  it('outlives the loss of its idle connections', async () => {
    const database = await open()
    await sql`select 1`.execute(database.kysely)
    await cutConnections(database)
    const faults: unknown[] = []
    const one = sql<{ one: number }>`select 1 as one`
    const ask = (): Promise<unknown> => one.execute(database.kysely).then(({ rows }) => rows, (error: unknown) => void faults.push(error))
    let answer = await ask()
    while (answer === undefined && faults.length < 5) answer = await ask()
    expect(answer).toEqual([{ one: 1 }])
    expect(faults.filter((fault) => !isUnavailable(fault))).toEqual([])
  })

  it('outlives the loss of a connection that a request holds, and says that it is away for a moment', async () => {
    const database = await open()
    const held = inTenant(database, tenant, async (transaction) => {
      await sql`select 1`.execute(transaction)
      await cutConnections(database)
      await new Promise((resolve) => setTimeout(resolve, 50))
      return await sql`select 1`.execute(transaction)
    })
    expect(isUnavailable(await held.catch((error: unknown) => error))).toBe(true)
  })

  it('tells two writes that wait for each other apart from our mistakes', async () => {
    const database = await open()
    await ask(database.owner, `create table knot (id integer primary key, turns integer);
      insert into knot values (1, 0), (2, 0); grant select, update on knot to chapeau_app`)
    const turn = (first: number, second: number): Promise<unknown> => inTenant(database, tenant, async (transaction) => {
      await sql`update knot set turns = turns + 1 where id = ${first}`.execute(transaction)
      await new Promise((resolve) => setTimeout(resolve, 100))
      await sql`update knot set turns = turns + 1 where id = ${second}`.execute(transaction)
    }).catch((error: unknown) => error)
    const faults = (await Promise.all([turn(1, 2), turn(2, 1)])).filter((fault) => fault !== undefined)
    expect(faults.map(isUnavailable)).toEqual([true])
    expect((await sql`select id, turns from knot order by id`.execute(database.kysely)).rows).toEqual([{ id: 1, turns: 1 }, { id: 2, turns: 1 }])
  })

  it('closes its connections, even when nothing was asked', async () => {
    const { owner } = await open()
    const idle = await openDatabase(owner, silent)
    await idle.close()
    await idle.close()
    expect(idle.pool.totalCount).toBe(0)
  })

  it('will not open under a role that sees through the fences', async () => {
    const database = await open()
    await ask(database.superuser, 'create table owned (id integer); alter table owned owner to chapeau_app')
    await expect(openDatabase(database.owner, silent)).rejects.toThrow('il possède la table « owned »')
    await ask(database.superuser, 'drop table owned')
  })
})

describe('a database that does not answer', () => {
  it('is named in French at start, without the password', async () => {
    const config = { databaseUrl: 'postgres://ort:secret@127.0.0.1:1/ort', dataFolder: '', poolSize: 1 }
    const refused = await startDatabase(config, 'migrations', silent).catch((error: unknown) => error)
    expect(isStartRefusal(refused)).toBe(true)
    expect(String(refused)).toContain('Le serveur de DATABASE_URL ne répond pas')
    expect(String(refused)).not.toContain('secret')
  })

  it('is told apart from our own mistakes', async () => {
    const away = await openDatabase({ host: '127.0.0.1', port: 1, user: 'nobody' }, silent).catch((error: unknown) => error)
    expect(isUnavailable(away)).toBe(true)
    expect(isUnavailable(new Error('relation does not exist'))).toBe(false)
  })
})

/** Ends every connection of the program to this database, as a restart of the server would. */
const cutConnections = ({ superuser }: TestDatabase): Promise<unknown> =>
  ask(superuser, "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'chapeau_owner' and datname = current_database()")
