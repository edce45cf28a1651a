// What the demonstration keeps of its levers, all invented: three uses, and a request of suspension in which one mayor has not answered yet.
import type { Kysely } from 'kysely'
import { dayInParis, plusDays } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { appendToJournal } from '../../platform/journal.ts'
import type { Schema } from '../../schema.ts'
import { listSectors } from '../sectors/sectors.store.ts'
import type { Evidence } from './evidence.rules.ts'
import type { LeverUseValues } from './lever-use.rules.ts'
import { insertUse } from './lever-uses.store.ts'
import { organisationOf, signatoriesOf } from './signatories.ts'
import { findSuspension, insertStep, insertSuspension, updateSuspension } from './suspensions.store.ts'

type Db = Kysely<Schema>
type Writer = { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant }

const uses: readonly (Omit<LeverUseValues, 'usedOn' | 'sectorId' | 'actionId' | 'documentId'> & { readonly daysAgo: number | null })[] = [
  { lever: 'L10', daysAgo: 240, outcome: 'granted', beneficiary: 'SCI des Tisserands (démonstration)', place: '14 rue de la Paix', insee: '62498',
    note: 'Deux logements vacants depuis six ans, loués après travaux.' },
  { lever: 'L01', daysAgo: 95, outcome: 'granted', beneficiary: 'Halle du Centre (démonstration)', place: 'Place Jean-Jaurès', insee: '62498',
    note: 'Ouverture annoncée dans deux journaux.' },
  { lever: 'L20', daysAgo: null, outcome: 'asked', beneficiary: 'Bailleur de la démonstration', place: 'Rue de la gare', insee: '62498', note: '' },
]

const evidence: Evidence = {
  lines: {
    housingVacancy: { figure: '9,8 % des logements (chiffre inventé)', trend: 'up', source: 'Démonstration, d’après LOVAC', on: null },
    commercialVacancy: { figure: '17,2 % des locaux (chiffre inventé)', trend: 'up', source: 'Démonstration, relevé de vitrines', on: null },
    unemployment: { figure: '', trend: null, source: '', on: null },
  },
  effect: 'Le projet reprendrait une part de la clientèle alimentaire du centre-ville (texte de démonstration).', sectors: '',
}

/** Records the uses and opens the request, as the project lead would; the days are counted back from today, so that something is to be done. */
export async function prepareLevers(db: Db, writer: Writer): Promise<void> {
  const told = telling(db, writer)
  const today = dayInParis(new Date(writer.at))
  const sectors = await listSectors(db)
  for (const { daysAgo, ...use } of uses) {
    const id = newId<'leverUse'>()
    const sector = sectors.find(({ kind, insee }) => kind === 'intervention' && insee === use.insee)
    const usedOn = daysAgo === null ? null : plusDays(today, -daysAgo)
    const values: LeverUseValues = { ...use, usedOn, sectorId: sector?.id ?? null, actionId: null, documentId: null }
    await insertUse(db, writer, id, values)
    await told('leverUseRecorded', 'leverUse', id, values)
  }
  await openRequest(db, writer)
}

const telling = (db: Db, { operationId, by, at }: Writer) =>
  (what: string, objectKind: string, objectId: string, after: unknown): Promise<number> =>
    appendToJournal(db, operationId, by, at, { what, objectKind, objectId, before: null, after })

async function openRequest(db: Db, writer: Writer): Promise<void> {
  const { operationId, at } = writer
  const told = telling(db, writer)
  const today = dayInParis(new Date(at))
  const id = newId<'suspension'>()
  const values = {
    project: 'Extension d’une zone commerciale (démonstration)', insee: '62498', place: 'Route de Béthune', salesAreaM2: 4500,
    developer: 'Promoteur de la démonstration', registeredOn: plusDays(today, -6),
  }
  await insertSuspension(db, writer, id, values)
  await told('suspensionOpened', 'suspension', id, values)
  await updateSuspension(db, id, (await findSuspension(db, id))?.version ?? 1, { evidence })
  await told('suspensionDataKept', 'suspension', id, evidence)
  const signatories = (await signatoriesOf(db, operationId))(values.registeredOn)
  for (const [rank, signatory] of signatories.slice(0, -1).entries()) {
    const step = {
      id: newId<'suspensionStep'>(), kind: 'joined' as const, organisationId: await organisationOf(db, operationId, signatory),
      happenedOn: plusDays(today, -4 + Math.min(rank, 3)), words: '', documentId: null,
    }
    await insertStep(db, writer, id, step)
    await told('suspensionStepRecorded', 'suspension', id, step)
  }
}
