// Founding an operation in one transaction: its address, its EPCI, its first mandate, its first journal entry.
import type { Kysely } from 'kysely'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { appendToJournal } from '../../platform/journal.ts'
import type { Schema } from '../../schema.ts'
import { insertMandate } from '../people/people.store.ts'
import type { Epci } from '../territories/territory.rules.ts'
import { firstFree, operationSlug } from './operation.rules.ts'
import { findOperation, insertOperation, listSlugs, upsertOrganisation } from './operations.store.ts'

type NewFounding = {
  readonly id: Id<'operation'>; readonly epci: Epci; readonly name: string; readonly mainTownInsee: string | null
  /** In which capacity the founder acts for the EPCI; they lead the project. */
  readonly capacity: string; readonly personId: Id<'person'>; readonly at: Instant; readonly today: PlainDate
}

/** The address of the operation, and whether it was founded now: the same form sent twice founds it once. */
export async function foundOperation(db: Kysely<Schema>, founding: NewFounding): Promise<{ slug: string; founded: boolean }> {
  const { id, epci, name, mainTownInsee, capacity, personId, at, today } = founding
  const wanted = operationSlug(epci.name, epci.siren)
  const slug = firstFree(wanted, await listSlugs(db, wanted))
  const operation = { id, slug, name, epciSiren: epci.siren, mainTownInsee, createdAt: at, demonstration: false }
  if (!(await insertOperation(db, operation))) return { slug: (await findOperation(db, id))?.slug ?? slug, founded: false }
  const organisationId = await upsertOrganisation(db, id, { name: epci.name, kind: 'epci', siren: epci.siren, insee: null })
  const mandate = { personId, organisationId, role: 'projectLead', capacity, since: today } as const
  await insertMandate(db, id, mandate, at)
  await appendToJournal(db, id, personId, at, {
    what: 'operationFounded', objectKind: 'operation', objectId: id, before: null, after: { ...operation, mandate },
  })
  return { slug, founded: true }
}
