// Who put or removed each changed word between two days: the amendment and the day it took effect, as the history of each part tells.
import type { ConsolidatedNode, Consolidation, Strand } from '../amending/consolidation.ts'
import type { RedlineNode, Run } from '../amending/redline.ts'
import type { PlainDate } from '../kernel/date.ts'

export type Author = { readonly name: string; readonly date: PlainDate }
/** A run of one author; none for words that stay, or when the history cannot tell. */
export type AuthoredRun = Run & { readonly author?: Author | undefined }

/** Words of one instruction, from the end of those before to `end`. */
type Stretch = { readonly end: number; readonly instruction: string | null }
type Sides = { readonly inserted: readonly Stretch[]; readonly deleted: readonly Stretch[] }
type Origins = { readonly heading: Sides; readonly text: Sides }
export type Authors = { readonly of: (instruction: string) => Author | undefined; readonly origins: ReadonlyMap<string, Origins> }

/** `amendments`: with the name Word shows as the author of a change. Both consolidations are of the same base text. */
export function redlineAuthors(
  before: Consolidation, after: Consolidation, amendments: readonly { readonly id: string; readonly title: string }[],
): Authors {
  const names = new Map(amendments.map(({ id, title }) => [id, title]))
  const authors = new Map(after.applied.map(({ instruction, amendment, since }) => [instruction, { name: names.get(amendment) ?? '', date: since }]))
  const already = new Set(before.applied.map(({ instruction }) => instruction))
  const former = new Map(before.nodes.map((node) => [node.key, node]))
  const origins = after.nodes.map((node) => [node.key, originsOf(node, former.get(node.key), already)] as const)
  return { of: (instruction) => authors.get(instruction), origins: new Map(origins) }
}

function originsOf(node: ConsolidatedNode, former: ConsolidatedNode | undefined, already: ReadonlySet<string>): Origins {
  const sides = (strands: readonly Strand[], now: string, then: string): Sides => ({
    inserted: stretches(strands.filter((strand) => strand.removedInstruction === null), now, (strand) => strand.instruction),
    deleted: stretches(strands.filter((strand) => stood(strand, already)), then, (strand) => strand.removedInstruction),
  })
  return {
    heading: sides(node.history.heading, node.heading, former?.heading ?? ''), text: sides(node.history.text, node.text, former?.text ?? ''),
  }
}

const stood = ({ instruction, removedInstruction }: Strand, already: ReadonlySet<string>): boolean =>
  (instruction === null || already.has(instruction)) && !(removedInstruction !== null && already.has(removedInstruction))

/** Nothing when the strands are not, to the letter, the words they should be. */
function stretches(strands: readonly Strand[], words: string, by: (strand: Strand) => string | null): readonly Stretch[] {
  if (strands.map((strand) => strand.text).join('') !== words) return []
  let end = 0
  return strands.map((strand) => ({ end: (end += strand.text.length), instruction: by(strand) }))
}

/** The runs of a part, cut where the author changes: its heading, then its paragraphs. */
export function authoredRuns(node: RedlineNode, authors: Authors | undefined): {
  readonly heading: readonly AuthoredRun[]; readonly paragraphs: readonly (readonly AuthoredRun[])[]
} {
  const origins = authors?.origins.get(node.key)
  if (authors === undefined || origins === undefined) return { heading: node.headingRuns, paragraphs: node.paragraphs.map(({ runs }) => runs) }
  const [inHeading, inText] = [cutter(origins.heading, authors.of), cutter(origins.text, authors.of)]
  return { heading: node.headingRuns.flatMap(inHeading), paragraphs: node.paragraphs.map(({ runs }) => runs.flatMap(inText)) }
}

/** Called with the runs of a text in order: all of them, without the inserted ones, are the former text, without the deleted ones the later. */
function cutter(sides: Sides, of: Authors['of']): (run: Run) => readonly AuthoredRun[] {
  let [then, now] = [0, 0]
  return ({ kind, text }) => {
    const from = kind === 'deleted' ? then : now
    if (kind !== 'inserted') then += text.length
    if (kind !== 'deleted') now += text.length
    return kind === 'same' ? [{ kind, text }] : cut({ kind, text }, sides[kind], from, of)
  }
}

function cut({ kind, text }: Run, parts: readonly Stretch[], from: number, of: Authors['of']): readonly AuthoredRun[] {
  const runs: AuthoredRun[] = []
  let at = from
  for (const { end, instruction } of parts) {
    if (end <= at) continue
    const words = text.slice(at - from, end - from)
    if (words === '') break
    runs.push({ kind, text: words, author: instruction === null ? undefined : of(instruction) })
    at += words.length
  }
  return at - from < text.length ? [...runs, { kind, text: text.slice(at - from) }] : runs
}
