// The documents of an operation as they stand on a day, each with its amendments applied, gathered in a fixed number of statements.
import type { Kysely } from 'kysely'
import { daysBetween } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { stateOf } from '../../law/operation-state.ts'
import type { ConventionState, RecordedConvention } from '../../law/operation-record.ts'
import type { Schema } from '../../schema.ts'
import { gatherTexts } from '../amendments/amendments.store.ts'
import { operationRecord } from '../acts/acts.store.ts'
import { sourceOf, textOn } from '../amendments/text-at.ts'
import type { Constellation } from './conformity.rules.ts'
import { listCreatedBodies } from './conformity.store.ts'

/** `mainTown`: from the identity of the operation, null while nobody established it. */
export async function gatherConstellation(
  db: Kysely<Schema>, mainTown: Constellation['mainTown'], day: PlainDate,
): Promise<Constellation> {
  const record = await operationRecord(db)
  const texts = await gatherTexts(db)
  const bodies = await listCreatedBodies(db)
  const state = stateOf(record, day, null)
  const states = new Map(state.conventions.map((one) => [one.conventionId, one]))
  const documents = record.conventions.filter((convention) => convention.amends === null).map((convention) => {
    const parts = [...texts].find(([id]) => id === convention.id)?.[1]
    const own = states.get(convention.id)
    return {
      slug: convention.slug, title: convention.title, kind: convention.kind, parties: convention.parties,
      counts: own !== undefined && counted.has(own.state), ...lasting(convention, own),
      provisions: parts === undefined ? [] : textOn(sourceOf(parts, record, day), day).nodes,
      bodies: bodies.filter((body) => body.conventionId === convention.id),
    }
  })
  const sectors = state.sectors.filter((sector) => sector.state === 'inForce')
  return { documents, mainTown, sectors }
}

/** Ended and not yet begun documents do not count; those whose state nobody knows do: their words stand until one knows better. */
const counted: ReadonlySet<string> = new Set(['inForce', 'unknown', 'disputed'])

/** How long a convention lasts, in whole years: from its days when both are known, else from its clause. */
function lasting({ term }: RecordedConvention, state: ConventionState | undefined): { years: number | null; endsOn: PlainDate | null } {
  const endsOn = state?.endsOn ?? null
  const start = state?.entersOn ?? null
  const months = (term?.years ?? 0) * 12 + (term?.months ?? 0)
  const years = endsOn !== null && start !== null ? Math.floor(daysBetween(start, endsOn) / 365.2) : months > 0 ? Math.floor(months / 12) : null
  return { years, endsOn }
}
