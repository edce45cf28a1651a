// A convention with a thousand obligations in the demonstration operation, so that a page of a thousand rows can be measured.
import { findAccount, findOperationBySlug } from '../src/features/people/people.store.ts'
import { listOrganisations } from '../src/features/people/people.store.ts'
import { insertConvention, listConventions } from '../src/features/conventions/conventions.store.ts'
import { keepDeposit } from '../src/features/readings/reading-job.ts'
import { demonstrationAccounts } from '../src/features/people/demonstration.ts'
import { instant } from '../src/kernel/date.ts'
import { newId } from '../src/kernel/id.ts'
import { readConfig } from '../src/platform/config.ts'
import { startDatabase } from '../src/platform/database-start.ts'
import { inTenant } from '../src/platform/database.ts'
import { openLog } from '../src/platform/log.ts'
import type { Schema } from '../src/schema.ts'

export const rowsOfBench = 1000

/** Joins the database of the running program and publishes the convention there. */
export async function publishThousand(root: string, dataFolder: string): Promise<void> {
  const config = readConfig({ CHAPEAU_DATA: dataFolder })
  if (!config.ok) throw new Error(config.problems.join(' '))
  const database = await startDatabase<Schema>(config.value, `${root}/migrations`, openLog('silent'))
  const operation = await findOperationBySlug(database.kysely, 'lens-lievin')
  const lead = await findAccount(database.kysely, demonstrationAccounts[0]?.email ?? '')
  if (operation === undefined || lead === undefined) throw new Error('no demonstration to measure')
  const [by, at] = [lead.id, instant(new Date())]
  await inTenant(database, { operationId: operation.id, personId: by }, async (db) => {
    const bytes = Buffer.from('a document for measures')
    const readingId = await keepDeposit(db, operation.id, {
      id: newId<'document'>(), sha256: Buffer.alloc(32, 1), fileName: 'mesures.txt', mediaType: 'text/plain', bytes, by, at,
    })
    const [convention] = await listConventions(db)
    const [organisation] = await listOrganisations(db)
    if (convention === undefined || organisation === undefined) throw new Error('no convention to stand beside')
    const provision = { slug: 'article-1', number: '1', heading: 'Engagements', depth: 1, text: 'Mille engagements.' }
    const obligations = Array.from({ length: rowsOfBench }, (_, index) => ({
      kind: 'report' as const, bearer: `la commune ${index + 1}`, rule: { kind: 'recurring' as const, timesPerYear: 1 }, provision: 'article-1',
      words: `Un bilan annuel est présenté par la commune ${index + 1}, en conseil municipal, avant la fin de l’année.`,
    }))
    const published = {
      title: 'Convention pour mesurer', kind: 'other' as const, term: null, provisions: [provision], parties: [], bodies: [], obligations, acts: [],
      mentions: [], instructions: [], unread: [],
    }
    await insertConvention(db, published, {
      operationId: operation.id, slug: 'mesures', documentId: convention.documentId, readingId, by, at, organisations: [], amends: null,
      signedOn: null,
    })
  })
  await database.close()
}
