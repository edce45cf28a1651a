// Which instructions touched which parts, when, and with what words: what makes an obligation read from a clause turn stale.
import { date, type PlainDate } from '../kernel/date.ts'
import { consolidate } from './consolidate.ts'
import type { Amendment, Consolidation, ConsolidatedNode, Strand, TextNode } from './consolidation.ts'
import { holds } from './words.ts'

/** `removed`: the words an instruction took out of a part, heading and text, stretches parted by « … »; `added`: those it put there. */
export type Touch = {
  readonly instruction: string; readonly amendment: string; readonly since: PlainDate; readonly removed: string; readonly added: string
}

/** Far enough for every instruction that has a day. */
const theEnd = date('9999-12-31')

/** For each part that an instruction touches one day or another, by address, the touches in the order they take effect. */
export const touches = (base: readonly TextNode[], amendments: readonly Amendment[]): ReadonlyMap<string, readonly Touch[]> =>
  touchesIn(consolidate(base, amendments, theEnd))

/** The same for what is in force in a consolidated text. */
export function touchesIn({ nodes, applied }: Pick<Consolidation, 'nodes' | 'applied'>): ReadonlyMap<string, readonly Touch[]> {
  const ordered = new Map(applied.map((one) => [one.instruction, one]))
  return new Map(nodes.filter(({ touchedBy }) => touchedBy.length > 0).map((node) => [node.key, node.touchedBy.flatMap((instruction) => {
    const own = ordered.get(instruction)
    return own === undefined ? [] : [{ instruction, amendment: own.amendment, since: own.since, ...wordsOf(node, instruction) }]
  })]))
}

function wordsOf({ history }: ConsolidatedNode, instruction: string): { readonly removed: string; readonly added: string } {
  const join = (kept: (strand: Strand) => boolean): string =>
    [stretchesOf(history.heading, kept), stretchesOf(history.text, kept)].flat().join(' … ')
  return { removed: join((strand) => strand.removedInstruction === instruction), added: join((strand) => strand.instruction === instruction) }
}

/** The words of strands that stand side by side, put together. */
function stretchesOf(strands: readonly Strand[], kept: (strand: Strand) => boolean): readonly string[] {
  const stretches = ['']
  for (const strand of strands) {
    if (kept(strand)) stretches.push((stretches.pop() ?? '') + strand.text)
    else if (stretches.at(-1) !== '' && strand.removedBy === null) stretches.push('')
  }
  return stretches.map((words) => words.trim()).filter((words) => words !== '')
}

/**
 * Whether the words of a clause no longer stand in a part as they stood; spaces, quotes and apostrophes aside. Words that never stood there as
 * given (cut, put together from elsewhere) count as touched as soon as the part has changed.
 */
export function touchesWords(before: Pick<TextNode, 'heading' | 'text'>, after: Pick<TextNode, 'heading' | 'text'>, words: string): boolean {
  const stood = holds(`${before.heading}\n${before.text}`, words)
  return stood ? !holds(`${after.heading}\n${after.text}`, words) : before.text !== after.text || before.heading !== after.heading
}
