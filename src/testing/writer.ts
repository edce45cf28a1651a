// A program that writes without rest and says each write that was accepted; made to be killed. Arguments: data folder, operation.
import { setTimeout as wait } from 'node:timers/promises'
import { instant } from '../kernel/date.ts'
import { newId, readId, type Id } from '../kernel/id.ts'
import { inTenant, isUnavailable, type Database } from '../platform/database.ts'
import { startDatabase } from '../platform/database-start.ts'
import { appendToJournal } from '../platform/journal.ts'
import { openLog } from '../platform/log.ts'
import type { Schema } from '../schema.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** The write path of the program: the row and its entry in the journal, in one transaction. */
async function writeOne(database: Database<Schema>, operationId: Id<'operation'>): Promise<string> {
  const id = newId<'organisation'>()
  await inTenant(database, { operationId, personId: null }, async (db) => {
    const organisation = { id, name: `Organisation ${id}`, kind: 'other', siren: null, insee: null } as const
    await db.insertInto('organisation').values({ operation_id: operationId, ...organisation }).execute()
    await appendToJournal(db, operationId, null, instant(new Date()), {
      what: 'organisationAdded', objectKind: 'organisation', objectId: id, before: null, after: organisation,
    })
  })
  return id
}

async function writeForEver(database: Database<Schema>, operationId: Id<'operation'>): Promise<void> {
  while (true) {
    try {
      say(`written ${await writeOne(database, operationId)}`)
      await wait(2)
    } catch (error) {
      if (!isUnavailable(error)) say(`fault ${String(error)}`)
      await wait(10)
    }
  }
}

async function found(database: Database<Schema>, operationId: Id<'operation'>): Promise<void> {
  await inTenant(database, { operationId, personId: null }, async (db) => {
    await db.insertInto('operation').values({
      operation_id: operationId, slug: 'operation', name: 'Operation', epci_siren: '246200364', main_town_insee: null,
      created_at: instant(new Date()),
    }).onConflict((conflict) => conflict.doNothing()).execute()
  })
}

const [dataFolder = '', operation = ''] = process.argv.slice(2)
const operationId = readId<'operation'>(operation)
if (operationId === undefined) throw new Error('the second argument is the operation')
const database = await startDatabase<Schema>({ dataFolder, poolSize: 4 }, 'migrations', openLog('silent'))
await found(database, operationId)
await Promise.all([writeForEver(database, operationId), writeForEver(database, operationId)])
