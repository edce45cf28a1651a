// From the reviewed facts of an amendment to the instructions it orders once published. Pure.
import type { PlainDate } from '../../kernel/date.ts'
import { nameKey } from '../../kernel/text.ts'
import type { Change, Instruction } from '../../reading/instruction.ts'
import type { ReviewedFact } from '../readings/fact.rules.ts'

/**
 * An instruction ready to be kept. `words`: of the amendment, empty when entered by form. `provision`: address of the clause that orders it, in
 * the amendment. `factId`: the reviewed fact it comes from.
 */
export type OrderedInstruction = {
  readonly change: Change; readonly sentence: string; readonly words: string; readonly confidence: number | null
  readonly entersOn: PlainDate | null; readonly provision: string | null; readonly factId: string | null
}

/** The instructions among the facts that stand, in the order of the text. `text`: where their spans point. */
export function orderedInstructions(
  facts: readonly ReviewedFact[], provisions: readonly { readonly slug: string; readonly number: string }[], text: string,
): readonly OrderedInstruction[] {
  const slugs = new Map(provisions.map((provision) => [nameKey(provision.number), provision.slug]))
  return facts.filter((fact) => fact.kind === 'instruction').map((fact) => {
    const { article, change, entersOn, sentence } = fact.value as unknown as Instruction
    const words = fact.span === null ? '' : text.slice(fact.span.start, fact.span.end).replace(/[ \t]+/g, ' ').trim()
    return {
      change, sentence, words: words.slice(0, longestWords), confidence: fact.confidence, entersOn: entersOn ?? null,
      provision: slugs.get(nameKey(article)) ?? null, factId: fact.id,
    }
  })
}
const longestWords = 20_000
