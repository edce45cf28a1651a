// A migrated database of its own for each test file and each engine, so that tests run on what production runs on.
import { afterAll, describe, inject, it } from 'vitest'
import type pg from 'pg'
import { newId } from '../kernel/id.ts'
import { openDatabase, type Database } from '../platform/database.ts'
import { openLog } from '../platform/log.ts'
import type { Schema } from '../schema.ts'
import { ask } from './ask.ts'
import { template } from './engines.ts'

export type TestDatabase = Database<Schema> & {
  readonly engine: string
  /** How to connect as the owner of the tables, whom row-level security forced on them stops as well. */
  readonly owner: pg.ClientConfig
  /** How to connect as the superuser, whom nothing stops: to look behind the fences, or to tamper. */
  readonly superuser: pg.ClientConfig
}

/**
 * The same suite once per engine. `open` gives the database of this suite, the same at each call, made at the first one:
 * `onEachEngine('the register', (open) => { it('…', async () => { const db = await open() … }) })`.
 */
export function onEachEngine(title: string, suite: (open: () => Promise<TestDatabase>) => void): void {
  for (const engine of inject('engines')) {
    describe(`${title} [${engine.name}]`, () => {
      const name = `test_${newId().replaceAll('-', '')}`
      let opened: Promise<TestDatabase> | undefined
      const open = async (): Promise<TestDatabase> => {
        await ask(engine.superuser, `create database ${name} template ${template} owner chapeau_owner`)
        const owner = { ...engine.superuser, user: 'chapeau_owner', database: name }
        const database = await openDatabase<Schema>(owner, openLog('silent'), { poolSize: 4 })
        return { ...database, engine: engine.name, owner, superuser: { ...engine.superuser, database: name } }
      }
      afterAll(async () => {
        await (await opened)?.close()
        if (opened !== undefined) await ask(engine.superuser, `drop database if exists ${name} with (force)`)
      })
      suite(() => (opened ??= open()))
    })
  }
  for (const missing of inject('missingEngines')) it.skipIf(true)(`${title} [${missing}: not installed]`, () => {})
}
