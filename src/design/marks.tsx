// A text with its facts marked in it: overlapping spans are cut into segments, each tied to its facts.
import type { VNode } from 'preact'

/** The families of facts, told apart by wash, underline and word. */
export type FactFamily = 'party' | 'date' | 'money' | 'body' | 'obligation' | 'law' | 'stamp' | 'instruction'

export const familyWords: Record<FactFamily, string> = {
  party: 'partie',
  date: 'date ou durée',
  money: 'montant ou taux',
  body: 'instance',
  obligation: 'obligation',
  law: 'référence ou programme',
  stamp: 'cachet ou signature',
  instruction: 'instruction d’avenant',
}

/** A fact in the text: `id` unique in the page; `start` and `end` offsets in the text, end excluded. */
export type Mark = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly family: FactFamily
  readonly unsure?: boolean | undefined
  /** Where the fact is shown; its place in the list of facts when absent. */
  readonly href?: string | undefined
}

type Segment = {
  readonly start: number; readonly end: number
  /** Widest first. */
  readonly marks: readonly Mark[]; readonly opens: readonly Mark[]
}

/** The text cut wherever a mark begins or ends: segments without gap or overlap, empty and misplaced marks left out. */
export function segments(length: number, marks: readonly Mark[], from = 0): readonly Segment[] {
  const inside = marks.filter((mark) => mark.start < mark.end && mark.start < from + length && mark.end > from)
  const ordered = [...inside].sort((a, b) => a.start - b.start || b.end - a.end)
  const edges = [from, from + length, ...inside.flatMap((mark) => [Math.max(from, mark.start), Math.min(from + length, mark.end)])]
  const cuts = [...new Set(edges)].sort((a, b) => a - b)
  const answer: Segment[] = []
  let active: Mark[] = []
  let next = 0
  for (const [rank, start] of cuts.entries()) {
    const end = cuts[rank + 1]
    if (end === undefined) break
    active = active.filter((mark) => mark.end > start)
    for (let mark = ordered[next]; mark !== undefined && mark.start <= start; mark = ordered[next]) {
      active.push(mark)
      next += 1
    }
    const covering = [...active].sort((a, b) => b.end - b.start - (a.end - a.start))
    answer.push({ start, end, marks: covering, opens: covering.filter((mark) => mark.start === start) })
  }
  return answer
}

/** Paragraphs of a text with their offsets: cut at blank lines. */
export function paragraphs(text: string): readonly { readonly start: number; readonly end: number }[] {
  const answer: { start: number; end: number }[] = []
  for (const found of text.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g)) {
    if (found[0].trim() !== '') answer.push({ start: found.index, end: found.index + found[0].length })
  }
  return answer
}

/**
 * The text in paragraphs, each fact a `<mark>` that leads to it. `data-start` and `data-mark` let the script find its way;
 * the first words of a fact carry the id `mark-…`, and its family in words for screen readers.
 */
export const MarkedText = ({ text, marks }: { text: string; marks: readonly Mark[] }) => {
  const ordered = [...marks].sort((a, b) => a.start - b.start)
  return (
    <div class="marked-text" data-text lang="fr">
      {paragraphs(text).map(({ start, end }) => (
        <p key={start} data-start={start}>
          {segments(end - start, ordered.filter((mark) => mark.start < end && mark.end > start), start).map((segment) => (
            <MarkedSegment key={segment.start} segment={segment} words={text.slice(segment.start, segment.end)} />
          ))}
        </p>
      ))}
    </div>
  )
}

const MarkedSegment = ({ segment, words }: { segment: Segment; words: string }): VNode => {
  const innermost = segment.marks.at(-1)
  if (innermost === undefined) return <>{words}</>
  const link = (
    <a href={innermost.href ?? `#fact-${innermost.id}`} tabIndex={segment.opens.includes(innermost) ? undefined : -1}>
      {segment.opens.length === 0 ? null
        : <span class="visually-hidden">{`[${segment.opens.map((mark) => familyWords[mark.family]).join(', ')}] `}</span>}
      {words}
    </a>
  )
  return segment.marks.reduceRight<VNode>(
    (content, mark) => (
      <mark class={`mark mark-${mark.family}${mark.unsure === true ? ' mark-unsure' : ''}`} data-mark={mark.id}
        id={segment.opens.includes(mark) ? `mark-${mark.id}` : undefined}>
        {content}
      </mark>
    ),
    link,
  )
}

/** What each wash and underline means. */
export const MarkLegend = ({ families }: { families: readonly FactFamily[] }) => (
  <ul class="mark-legend" aria-label="Légende des faits marqués">
    {families.map((family) => (
      <li key={family}>
        <span class={`mark mark-${family}`}>{familyWords[family]}</span>
      </li>
    ))}
  </ul>
)
