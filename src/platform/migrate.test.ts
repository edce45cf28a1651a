// What applying migrations promises, on both engines: once each, in order, whole or not at all.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { newId } from '../kernel/id.ts'
import { onEachEngine, type TestDatabase } from '../testing/database.ts'
import { ask } from '../testing/ask.ts'
import { temporaryFolder } from '../testing/folder.ts'
import { openDatabase } from './database.ts'
import { openLog } from './log.ts'
import { migrate, readMigrations } from './migrate.ts'

/** A folder of migrations for one test. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** A database of its own without a table, dropped after the test. */
async function emptyDatabase({ superuser, owner }: TestDatabase): Promise<pg.ClientConfig> {
  const database = `empty_${newId().replaceAll('-', '')}`
  await ask(superuser, `create database ${database} owner chapeau_owner`)
  onTestFinished(async () => void (await ask(superuser, `drop database ${database} with (force)`)))
  return { ...owner, database }
}

const tables = async (connection: pg.ClientConfig): Promise<readonly string[]> =>
  (await ask<{ name: string }>(connection, "select tablename as name from pg_tables where schemaname = 'public' order by 1")).map(({ name }) => name)

const first = { '0001_town.sql': 'create table town (id integer primary key);' }
const second = { '0002_street.sql': 'create table street (id integer primary key); insert into street values (1);' }

onEachEngine('migrating', (open) => {
  it('applies what is missing, once', async () => {
    const connection = await emptyDatabase(await open())
    expect(await migrate(connection, folderOf(first))).toEqual({ applied: ['0001_town.sql'], total: 1 })
    const both = folderOf({ ...first, ...second })
    expect(await migrate(connection, both)).toEqual({ applied: ['0002_street.sql'], total: 2 })
    expect(await migrate(connection, both)).toEqual({ applied: [], total: 2 })
    expect(await tables(connection)).toEqual(['migration', 'street', 'town'])
  })

  it('applies each once when several programs start together', async () => {
    const connection = await emptyDatabase(await open())
    const folder = folderOf({ ...first, ...second })
    const reports = await Promise.all([1, 2, 3, 4].map(() => migrate(connection, folder)))
    expect(reports.flatMap(({ applied }) => applied)).toEqual(['0001_town.sql', '0002_street.sql'])
  })

  it('leaves the old schema when a file fails, and goes on from there once mended', async () => {
    const connection = await emptyDatabase(await open())
    const broken = { '0002_street.sql': 'create table street (id integer); insert into town values (1); create table town (id integer);' }
    await expect(migrate(connection, folderOf({ ...first, ...broken, '0003_later.sql': 'create table later (id integer);' })))
      .rejects.toThrow('La migration « 0002_street.sql » a échoué, et la base est restée comme avant elle')
    expect(await tables(connection)).toEqual(['migration', 'town'])
    expect(await ask(connection, 'select * from town')).toEqual([])
    expect((await migrate(connection, folderOf({ ...first, ...second }))).applied).toEqual(['0002_street.sql'])
  })

  it('refuses a file that changed after it was applied', async () => {
    const connection = await emptyDatabase(await open())
    await migrate(connection, folderOf(first))
    const changed = folderOf({ '0001_town.sql': 'create table town (id bigint primary key);' })
    await expect(migrate(connection, changed)).rejects.toThrow('« 0001_town.sql » a changé')
  })

  it('takes Windows line endings for the same file', async () => {
    const connection = await emptyDatabase(await open())
    await migrate(connection, folderOf({ '0001_town.sql': 'create table town (\n  id integer\n);' }))
    expect((await migrate(connection, folderOf({ '0001_town.sql': 'create table town (\r\n  id integer\r\n);' }))).applied).toEqual([])
  })

  it('refuses a database that a more recent program has migrated', async () => {
    const connection = await emptyDatabase(await open())
    await migrate(connection, folderOf({ ...first, ...second }))
    await expect(migrate(connection, folderOf(first))).rejects.toThrow('plus récente')
  })

  it('refuses a file that ends the transaction it runs in', async () => {
    const connection = await emptyDatabase(await open())
    await expect(migrate(connection, folderOf({ '0001_town.sql': 'create table town (id integer); commit; create table street (id integer);' })))
      .rejects.toThrow('ends the transaction')
  })

  it('is content with an owner who may create no role, when an administrator granted the one of the requests', async () => {
    const { superuser } = await open()
    const name = `plain_${newId().replaceAll('-', '')}`
    await ask(superuser, `create role ${name} login; grant chapeau_app to ${name}`)
    await ask(superuser, `create database ${name} owner ${name}`)
    onTestFinished(async () => void (await ask(superuser, `drop database ${name} with (force)`), await ask(superuser, `drop role ${name}`)))
    const connection = { ...superuser, user: name, database: name }
    expect((await migrate(connection, 'migrations')).applied.length).toBeGreaterThan(0)
    const database = await openDatabase(connection, openLog('silent'), { poolSize: 1 })
    await database.close()
  })

  it('gives the requests a role that owns nothing and bypasses nothing', async () => {
    const { owner } = await open()
    expect(await ask(owner, "select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole from pg_roles where rolname = 'chapeau_app'"))
      .toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false }])
  })

  it('refuses a gap, a double and a stranger in the folder', () => {
    expect(() => readMigrations(folderOf({ ...first, '0003_later.sql': '' }))).toThrow('le numéro 0002 est attendu')
    expect(() => readMigrations(folderOf({ ...first, '0001_twin.sql': '' }))).toThrow('le numéro 0002 est attendu')
    expect(() => readMigrations(folderOf({ 'town.sql': '' }))).toThrow('le numéro 0001 est attendu')
  })
})
