// Obligations whose clause an amendment in force has changed, with the instructions that did it; in a fixed number of statements.
import type { Kysely } from 'kysely'
import type { Consolidation } from '../../amending/consolidation.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'
import { gatherTexts } from '../amendments/amendments.store.ts'
import { sourceOf, textOn } from '../amendments/text-at.ts'
import type { TextSource } from '../amendments/text-at.ts'
import type { FollowedObligation, Following } from './followed.ts'
import { changedBy, undecided } from './stale.rules.ts'

/** An instruction that changed the words of a clause, and the amendment it is in. */
export type StaleCause = {
  readonly id: string; readonly sentence: string; readonly amendment: string; readonly label: string; readonly amendmentSlug: string
}

type AmendedText = { readonly source: TextSource; readonly text: Consolidation }
/** The texts that amendments change and that hold obligations, as they stand on a day, by convention. */
export type AmendedTexts = ReadonlyMap<Id<'convention'>, AmendedText>

/** None at once when the operation has no amendment; else in a fixed number of statements. */
export async function amendedTexts(db: Kysely<Schema>, { record }: Following, day: PlainDate): Promise<AmendedTexts> {
  if (!record.conventions.some(({ amends }) => amends !== null)) return new Map()
  return new Map([...await gatherTexts(db)].filter(([, { amendments }]) => amendments.length > 0).map(([convention, parts]) => {
    const source = sourceOf(parts, record, day)
    return [convention, { source, text: textOn(source, day) }]
  }))
}

/** By obligation: what changed its words in the text in force that day, and nobody has decided on. */
export const staleCauses = async (db: Kysely<Schema>, following: Following, day: PlainDate): Promise<StaleCauses> =>
  causesIn(await amendedTexts(db, following, day), following, day)

export type StaleCauses = ReadonlyMap<string, readonly StaleCause[]>
/** The same, in texts gathered already. */
export const causesIn = (texts: AmendedTexts, { obligations }: Pick<Following, 'obligations'>, day: PlainDate): StaleCauses =>
  new Map(obligations.flatMap((obligation) => {
    const amended = texts.get(obligation.conventionId)
    if (amended === undefined || isOver(obligation, day)) return []
    const causes = undecided(changedBy(obligation, amended.text), obligation.entries).flatMap((id) => causeOf(amended.source, id))
    return causes.length === 0 ? [] : [[obligation.id, causes] as const]
  }))

const isOver = ({ endedOn, owedFrom }: FollowedObligation, day: PlainDate): boolean =>
  (endedOn !== null && endedOn <= day) || (owedFrom !== null && owedFrom > day)

/** An instruction and its amendment; none when it is of no amendment of this text. */
export function causeOf({ instructions, amendments }: TextSource, id: string): readonly StaleCause[] {
  const instruction = instructions.get(id)
  const amendment = amendments.find((one) => one.id === instruction?.amendment)
  return instruction === undefined || amendment === undefined ? []
    : [{ id, sentence: instruction.sentence, amendment: amendment.title, label: amendment.label, amendmentSlug: amendment.slug }]
}
