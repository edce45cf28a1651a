// The clauses that plans hang on: those of every convention as amended on a day, gathered in a fixed number of statements.
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { isTitle } from '../../kernel/provision.ts'
import { stateOf } from '../../law/operation-state.ts'
import type { ConventionState } from '../../law/operation-record.ts'
import type { Schema } from '../../schema.ts'
import { operationRecord } from '../acts/acts.store.ts'
import { gatherTexts } from '../amendments/amendments.store.ts'
import { sourceOf, textOn } from '../amendments/text-at.ts'
import { clauseKey } from './orientation.rules.ts'
import type { ClauseChoice } from './orientation.rules.ts'

/** A convention that amends no other, its state that day, and its clauses as they stand then. */
export type ConventionClauses = {
  readonly convention: { readonly id: Id<'convention'>; readonly slug: string; readonly title: string }
  readonly state: ConventionState['state'] | undefined
  readonly clauses: readonly ClauseChoice[]
}

/** Every convention that amends no other with its clauses on a day, in the order they were published. */
export async function gatherClauses(db: Kysely<Schema>, day: PlainDate): Promise<readonly ConventionClauses[]> {
  const record = await operationRecord(db)
  const states = new Map(stateOf(record, day, null).conventions.map((one) => [one.conventionId, one.state]))
  return [...await gatherTexts(db)].flatMap(([id, parts]) => {
    const convention = record.conventions.find((one) => one.id === id)
    if (convention === undefined || convention.amends !== null) return []
    const { slug, title } = convention
    const nodes = textOn(sourceOf(parts, record, day), day).nodes.filter(({ number, repealedBy }) => !isTitle(number) && repealedBy === null)
    return [{
      convention: { id, slug, title }, state: states.get(id),
      clauses: nodes.map(({ key, number, heading, depth }) => ({
        key: clauseKey({ conventionId: id, provision: key }), conventionId: id, conventionSlug: slug, conventionTitle: title, provision: key, number,
        heading, depth,
      })),
    }]
  })
}
