// What changed from one state of a text to another: parts by their address, paragraphs aligned, words inside.
import type { TextNode } from './consolidation.ts'
import { alignParagraphs, type Paragraph, paragraphsOf, type Pair } from './paragraphs.ts'
import { compareWords, type Run } from './runs.ts'
import { wording, type Worded } from './tokens.ts'

export type { Run }
/** The line breaks that end a paragraph are in its runs: all of them, one after another, are the two texts to the letter. */
export type RedlineParagraph = { readonly status: 'same' | 'changed' | 'inserted' | 'deleted'; readonly runs: readonly Run[] }
/**
 * `number`, `heading`: those of after, or of before for a part that is gone. `formerNumber`: when it changed. `renumbered`: nothing else did. A part
 * emptied of all its words is deleted.
 */
export type RedlineNode = {
  readonly key: string; readonly number: string; readonly formerNumber: string | null; readonly heading: string; readonly depth: number
  readonly status: 'same' | 'changed' | 'inserted' | 'deleted' | 'renumbered'
  readonly headingRuns: readonly Run[]; readonly paragraphs: readonly RedlineParagraph[]
}

/** Two states of a text compared; parts in the order of the second, those it no longer has where the first had them. */
export function redline(before: readonly TextNode[], after: readonly TextNode[]): readonly RedlineNode[] {
  const [old, now] = [new Map(before.map((node) => [node.key, node])), new Map(after.map((node) => [node.key, node]))]
  const answer: RedlineNode[] = []
  let next = 0
  const passGone = (until: string | undefined): void => {
    if (until !== undefined && before.findIndex(({ key }, rank) => rank >= next && key === until) < 0) return
    for (; next < before.length && before[next]?.key !== until; next += 1) {
      const node = before[next]
      if (node !== undefined && !now.has(node.key)) answer.push(compareNodes(node, undefined))
    }
    next += 1
  }
  for (const node of after) {
    const former = old.get(node.key)
    if (former !== undefined) passGone(node.key)
    answer.push(compareNodes(former, node))
  }
  passGone(undefined)
  return answer
}

/** Two texts without parts compared, paragraphs first, words inside. */
export function redlineText(before: string, after: string): readonly RedlineParagraph[] {
  const worded = wording()
  return alignParagraphs(paragraphsOf(before), paragraphsOf(after), worded).map((pair) => compareParagraphs(pair, worded))
}

const isEmpty = (node: TextNode | undefined): boolean => node === undefined || (node.text === '' && node.heading === '')

function compareNodes(before: TextNode | undefined, after: TextNode | undefined): RedlineNode {
  const shown = after === undefined || (isEmpty(after) && before !== undefined) ? (before ?? after) : after
  const headingRuns = compareWords(before?.heading ?? '', after?.heading ?? '')
  const paragraphs = redlineText(before?.text ?? '', after?.text ?? '')
  const worded = before?.heading !== after?.heading || before?.text !== after?.text
  const renumbered = before !== undefined && after !== undefined && before.number !== after.number
  return {
    key: shown?.key ?? '', number: after?.number ?? before?.number ?? '', formerNumber: renumbered ? before.number : null,
    heading: shown?.heading ?? '', depth: shown?.depth ?? 1, headingRuns, paragraphs,
    status: before === undefined ? 'inserted' : isEmpty(after) && !isEmpty(before) ? 'deleted'
      : worded ? 'changed' : renumbered ? 'renumbered' : 'same',
  }
}

const run = (kind: Run['kind'], text: string): readonly Run[] => (text === '' ? [] : [{ kind, text }])

function compareParagraphs({ before, after }: Pair, worded: (text: string) => Worded): RedlineParagraph {
  if (after === undefined) return { status: 'deleted', runs: run('deleted', whole(before)) }
  if (before === undefined) return { status: 'inserted', runs: run('inserted', whole(after)) }
  if (before.words === after.words && before.gap === after.gap) return { status: 'same', runs: run('same', whole(after)) }
  const words = compareWords(before.words, after.words, worded)
  const kept = before.gap.startsWith(after.gap) ? after.gap : after.gap.startsWith(before.gap) ? before.gap : ''
  const gaps = [...run('same', kept), ...run('deleted', before.gap.slice(kept.length)), ...run('inserted', after.gap.slice(kept.length))]
  return { status: before.words === after.words ? 'same' : 'changed', runs: [...words, ...gaps] }
}

const whole = ({ words, gap }: Paragraph): string => words + gap
