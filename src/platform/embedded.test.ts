// The embedded database: shared, watched over, stopped by the last one out, and never started on what it could harm.
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ask } from '../testing/ask.ts'
import { temporaryFolder } from '../testing/folder.ts'
import { clusterFolder, reachable } from './cluster-binaries.ts'
import { inTenant, isUnavailable, openDatabase } from './database.ts'
import { startEmbedded, type Embedded } from './embedded.ts'
import { openLog } from './log.ts'
import { migrate } from './migrate.ts'

const silent = openLog('silent')
const nobody = { uid: 65_534, gid: 65_534 }

/** Started for this test, and surely stopped after it. */
async function started(folder: string): Promise<Embedded> {
  const embedded = await startEmbedded(folder, silent)
  onTestFinished(() => embedded.stop())
  return embedded
}

describe('the embedded database', () => {
  it('is shared by the programs that start on one folder, and stopped by the last one out', async () => {
    const folder = temporaryFolder()
    const [one, other] = await Promise.all([startEmbedded(folder, silent), startEmbedded(folder, silent)])
    const server = one.postmaster()
    expect(server).toBeGreaterThan(0)
    expect(other.postmaster()).toBe(server)
    await ask(one.connection, 'create table kept (id integer); insert into kept values (1)')
    await one.stop()
    expect(await ask(other.connection, 'select id from kept')).toEqual([{ id: 1 }])
    await other.stop()
    expect(other.postmaster()).toBeUndefined()
    const again = await started(folder)
    expect(await ask(again.connection, 'select id from kept')).toEqual([{ id: 1 }])
  })

  it('writes to the disk before it accepts, sorts by code point everywhere, and is closed to the network', async () => {
    const { connection } = await started(temporaryFolder())
    const settings = await ask<{ name: string; setting: string }>(connection, `
      select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses')`)
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting])))
      .toEqual({ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', listen_addresses: '' })
    expect(await ask(connection, "select lower('ÉVREUX') as low, 'Z' < 'é' as by_code, 'Évreux' < 'Fécamp' collate \"fr-x-icu\" as in_french"))
      .toEqual([{ low: 'évreux', by_code: true, in_french: true }])
  })

  it('comes back by itself after a sudden death, and meanwhile requests fail at once', async () => {
    const embedded = await started(temporaryFolder())
    const folder = temporaryFolder()
    writeFileSync(join(folder, '0001_kept.sql'), 'create table kept (id integer); grant select, insert on kept to chapeau_app;')
    await migrate(embedded.connection, folder)
    const database = await openDatabase(embedded.connection, silent, { poolSize: 3 })
    onTestFinished(() => database.close())
    const write = (): Promise<unknown> => inTenant(database, { operationId: null, personId: null }, (db) =>
       sql`insert into kept values (1)`.execute(db))
    await write()
    const dead = embedded.postmaster() ?? 0
    process.kill(dead, 'SIGKILL')
    const faults: unknown[] = []
    const began = Date.now()
    let back = false
    while (!back && Date.now() - began < 10_000) {
      const asked = Date.now()
      back = await write().then(() => embedded.postmaster() !== dead, (error: unknown) => (faults.push(error), false))
      expect(Date.now() - asked).toBeLessThan(5000)
      await wait(20)
    }
    expect(back).toBe(true)
    expect(faults.filter((fault) => !isUnavailable(fault))).toEqual([])
  })

  it('starts in spite of a number left by a crash, since given to another program', async () => {
    const folder = temporaryFolder()
    const embedded = await startEmbedded(folder, silent)
    const file = join(folder, 'postgres', 'postmaster.pid')
    const left = readFileSync(file, 'utf8').split('\n')
    await embedded.stop()
    writeFileSync(file, [process.pid, ...left.slice(1)].join('\n'))
    const again = await started(folder)
    expect(again.postmaster()).not.toBe(process.pid)
    expect(await ask(again.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('stays in the folder asked for when root closed it to others, and opens no more of it than a way through', async () => {
    const folder = join(temporaryFolder(), 'closed')
    mkdirSync(folder, { mode: 0o700 })
    const embedded = await started(folder)
    expect(embedded.postmaster()).toBeGreaterThan(0)
    expect(existsSync(join(folder, 'postgres'))).toBe(true)
    expect(statSync(folder).mode & 0o066).toBe(0)
    expect(statSync(join(folder, 'postgres')).mode & 0o077).toBe(0)
    expect(statSync(join(folder, 'postgres.log')).mode & 0o077).toBe(0)
  })

  it('opens again elsewhere from a copy of its folder made while it was stopped, as the manual says', async () => {
    const [folder, copy] = [temporaryFolder(), join(temporaryFolder(), 'copy')]
    const embedded = await startEmbedded(folder, silent)
    await ask(embedded.connection, 'create table kept (id integer); insert into kept values (7)')
    await embedded.stop()
    expect(spawnSync('cp', ['-a', folder, copy]).status).toBe(0)
    const restored = await started(copy)
    expect(await ask(restored.connection, 'select id from kept')).toEqual([{ id: 7 }])
  })

  it('refuses the files of another version of PostgreSQL, in French, and leaves them as they are', async () => {
    const folder = temporaryFolder()
    const data = join(folder, 'postgres')
    mkdirSync(data, { mode: 0o700 })
    if (process.getuid?.() === 0) chownSync(data, nobody.uid, nobody.gid)
    writeFileSync(join(data, 'PG_VERSION'), '14\n')
    const refused = await startEmbedded(folder, silent).catch((error: Error) => error.message)
    expect(refused).toContain('format PostgreSQL 14')
    expect(readFileSync(join(data, 'PG_VERSION'), 'utf8')).toBe('14\n')
    expect(existsSync(join(data, 'base'))).toBe(false)
  })

  it('refuses at once a folder where it cannot write, and names the setting', async () => {
    const file = join(temporaryFolder(), 'a-file')
    writeFileSync(file, '')
    for (const folder of [file, join(file, 'inside'), '/proc/nowhere']) {
      await expect(startEmbedded(folder, silent)).rejects.toThrow(`CHAPEAU_DATA vaut « ${folder} »`)
    }
  })

  it('lets nothing open that sees through the fences', async () => {
    const { connection } = await started(temporaryFolder())
    await migrate(connection, temporaryFolder())
    await ask({ ...connection, user: 'postgres' }, 'alter role chapeau_app bypassrls')
    await expect(openDatabase(connection, silent)).rejects.toThrow('contourne les règles par ligne')
  })
})

describe('the folder of the database', () => {
  it('moves where the server’s user can go when the one asked for is closed to it', () => {
    const closed = temporaryFolder()
    expect(clusterFolder(closed, nobody)).toEqual({ folder: join(closed, 'postgres'), moved: false })
    chmodSync(closed, 0o700)
    expect(reachable(join(closed, 'postgres'), nobody)).toBe(false)
    const moved = clusterFolder(closed, nobody)
    expect(moved.moved).toBe(true)
    expect(moved.folder.startsWith(closed)).toBe(false)
    expect(clusterFolder(closed, nobody)).toEqual(moved)
    expect(clusterFolder(join(closed, 'other'), nobody).folder).not.toBe(moved.folder)
  })
})
