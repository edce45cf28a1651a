// Obligations whose clause an amendment in force has changed, with the instructions that did it; in a fixed number of statements.
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Schema } from '../../schema.ts'
import { gatherTexts } from '../amendments/amendments.store.ts'
import { sourceOf, textOn } from '../amendments/text-at.ts'
import type { Following } from './followed.ts'
import { changedBy, undecided } from './stale.rules.ts'

/** An instruction that changed the words of a clause, and the amendment it is in. */
export type StaleCause = { readonly id: string; readonly sentence: string; readonly amendment: string; readonly amendmentSlug: string }

/** By obligation: what changed its words in the text in force that day, and nobody has decided on. */
export async function staleCauses(
  db: Kysely<Schema>, { record, obligations }: Following, day: PlainDate,
): Promise<ReadonlyMap<string, readonly StaleCause[]>> {
  if (!record.conventions.some(({ amends }) => amends !== null)) return new Map()
  const bound = new Set<string>(obligations.map(({ conventionId }) => conventionId))
  const inForce = new Map([...await gatherTexts(db)].filter(([convention, { amendments }]) => amendments.length > 0 && bound.has(convention))
    .map(([convention, parts]) => {
      const source = sourceOf(parts, record, day)
      return [convention, { source, text: textOn(source, day) }] as const
    }))
  return new Map(obligations.flatMap((obligation) => {
    const amended = inForce.get(obligation.conventionId)
    if (amended === undefined || (obligation.endedOn !== null && obligation.endedOn <= day)) return []
    const { instructions, amendments } = amended.source
    const causes = undecided(changedBy(obligation, amended.text), obligation.entries).flatMap((id) => {
      const instruction = instructions.get(id)
      const amendment = amendments.find((one) => one.id === instruction?.amendment)
      return instruction === undefined || amendment === undefined ? []
        : [{ id, sentence: instruction.sentence, amendment: amendment.title, amendmentSlug: amendment.slug }]
    })
    return causes.length === 0 ? [] : [[obligation.id, causes] as const]
  }))
}
