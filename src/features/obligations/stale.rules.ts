// Whether the words an obligation comes from still stand in the text in force, and which instructions changed them. Pure.
import type { ConsolidatedNode, Consolidation, Strand } from '../../amending/consolidation.ts'
import { flat } from '../../kernel/text.ts'
import type { Entry } from './entry.rules.ts'

type Placed = { readonly words: string; readonly provisionSlug: string | null }

/**
 * The instructions in force that changed the words of this obligation; none while its words stand whole in its clause. Words that cannot be found
 * in the base text (a stamp cut them, or an amendment brought them and they are gone) are taken as changed as soon as their clause is.
 * @source team practice: a promise whose words changed is looked at again by a person, never changed by the program
 */
export function changedBy({ words, provisionSlug }: Placed, { nodes }: Pick<Consolidation, 'nodes'>): readonly string[] {
  const node = nodes.find(({ key }) => key === provisionSlug)
  if (node === undefined || (node.touchedBy.length === 0 && node.repealedBy === null)) return []
  const base = node.history.text.filter(({ by }) => by === null).map(({ text }) => text).join('')
  const place = placeOf(words, base)
  if (place === undefined) return placeOf(words, node.text) === undefined ? node.touchedBy : []
  return [...new Set(touching(node, place))]
}

type Place = { readonly start: number; readonly end: number }

/** Who took away words between these places of the base text, or put some among them. */
function touching(node: ConsolidatedNode, { start, end }: Place): readonly string[] {
  let at = 0
  return node.history.text.flatMap(({ text, by, instruction, removedInstruction }: Strand) => {
    const here = at
    if (by !== null) return instruction !== null && removedInstruction === null && here > start && here < end ? [instruction] : []
    at += text.length
    return removedInstruction !== null && here < end && at > start ? [removedInstruction] : []
  })
}

/** Where words stand in a text, spaces, case and typography aside; undefined when they do not. */
function placeOf(words: string, text: string): Place | undefined {
  const letters = [...flat(text).matchAll(/\S/g)]
  const wanted = flat(words).replace(/\s/g, '')
  const first = wanted === '' ? -1 : letters.map(([letter]) => letter).join('').indexOf(wanted)
  const [from, to] = [letters[first]?.index, letters[first + wanted.length - 1]?.index]
  return from === undefined || to === undefined ? undefined : { start: from, end: to + 1 }
}

/** Those that no decision has answered yet. */
export function undecided(
  instructions: readonly string[], entries: readonly Pick<Entry, 'kind' | 'withdrawnFor' | 'instructions'>[],
): readonly string[] {
  const answered = new Set(entries.filter(({ kind, withdrawnFor }) => kind === 'decision' && withdrawnFor === null)
    .flatMap((decision) => decision.instructions))
  return instructions.filter((instruction) => !answered.has(instruction))
}
