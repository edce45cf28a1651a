// A convention handed in, accepted whole and published, as people do over HTTP but without a click for each fact.
import { readId, newId } from '../kernel/id.ts'
import { instant } from '../kernel/date.ts'
import { paths } from '../paths.ts'
import { inTenant } from '../platform/database.ts'
import { readingsEnded } from '../features/readings/reading-job.ts'
import { waiting } from '../features/readings/fact.rules.ts'
import { insertDecisions, listFacts } from '../features/readings/readings.store.ts'
import type { TestApp } from './app.ts'

/** Publishes this text under `slug`; `form`: other fields of the publication. Throws when the program refuses it. */
export async function publishText(app: TestApp, text: string, slug: string, form: Readonly<Record<string, string>> = {}): Promise<void> {
  const { operation, people, services } = app
  const lawyer = app.as('lawyer')
  const deposited = await lawyer.upload(paths.documents(operation.slug), { name: `${slug}.md`, bytes: text })
  await readingsEnded()
  const id = readId<'reading'>(deposited.headers.get('location')?.split('/').at(-1) ?? '') ?? newId<'reading'>()
  await inTenant(app.database, { operationId: operation.id, personId: people.lawyer.id }, async (db) => {
    const decisions = waiting(await listFacts(db, id)).map((fact) =>
      ({ factId: fact.id, version: fact.version, verdict: 'accepted' as const, value: fact.value }))
    await insertDecisions(db, operation.id, id, decisions, people.lawyer.id, instant(services.clock()))
  })
  const published = await lawyer.post(paths.publication(operation.slug, id), { slug, ...form })
  if (published.status !== 303) throw new Error(`publication refused: ${published.status} ${await published.text()}`)
}
