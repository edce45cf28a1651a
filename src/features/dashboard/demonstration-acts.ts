// What the demonstration knows by acts alone: the ORT of Lens and Liévin that an order approved in 2019, without a word on its duration.
import type { Kysely } from 'kysely'
import { date } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { appendToJournal } from '../../platform/journal.ts'
import type { Schema } from '../../schema.ts'
import type { NewAct } from '../acts/act.rules.ts'
import { insertActs } from '../acts/acts.store.ts'
import { declare } from '../acts/declaring.ts'

const declared = {
  title: 'ORT de Lens et Liévin, homologuée en 2019', kind: 'other', slug: 'ort-2019', withEpci: true, withState: true, term: null,
  towns: [{ insee: '62498', name: 'Lens' }, { insee: '62510', name: 'Liévin' }],
} as const

type Declaring = {
  readonly operationId: Id<'operation'>; readonly epci: { readonly name: string; readonly siren: string }; readonly by: Id<'person'>;
    readonly at: Instant
}
/** Declares it and records its order. */
export async function declareOlderOrt(db: Kysely<Schema>, declaring: Declaring): Promise<void> {
  const { operationId, by, at } = declaring
  const conventionId = await declare(db, declared, declaring)
  await appendToJournal(db, operationId, by, at, {
    what: 'conventionDeclared', objectKind: 'convention', objectId: conventionId, before: null, after: declared,
  })
  const order: NewAct = {
    id: newId<'act'>(), conventionId, kind: 'homologation', authority: { name: 'Préfet du Pas-de-Calais', siren: null }, on: date('2019-08-04'),
    effectiveOn: null, about: null, number: null, identifier: null, nature: null, documentId: null, effect: {},
    reason: 'Arrêté cité par la convention chapeau et par la liste nationale des ORT, qui ne lui donnent ni durée ni fin.',
  }
  await insertActs(db, operationId, [order], by, at)
  await appendToJournal(db, operationId, by, at, { what: 'actRecorded', objectKind: 'act', objectId: order.id, before: null, after: order })
}
