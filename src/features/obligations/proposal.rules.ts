// Promises that amendments put into the text in force and that nobody follows yet: proposed to people, never added by the program. Pure.
import { remembered } from '../../kernel/remembered.ts'
import type { ConsolidatedNode, Consolidation, Strand } from '../../amending/consolidation.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { nameKey } from '../../kernel/text.ts'
import type { Obligation, ObligationRule } from '../../reading/facts.ts'
import { readPromises } from '../../reading/promises.ts'
import { asDocument } from '../amendments/preview.rules.ts'

/** A promise of the text in force. `instructions`: those that brought its words; `since`: the day the last of them took effect. */
export type Proposal = {
  readonly conventionId: Id<'convention'>; readonly provisionSlug: string; readonly provisionNumber: string; readonly kind: string
  readonly bearer: string | null; readonly rule: ObligationRule; readonly words: string
  readonly instructions: readonly string[]; readonly since: PlainDate
}
/** An obligation that is followed already. */
export type KnownPromise = Pick<Proposal, 'kind' | 'bearer' | 'rule' | 'words'> & {
  readonly conventionId: string; readonly provisionSlug: string | null; readonly endedOn: PlainDate | null
}
/** A proposal that people set aside. */
export type Dismissed = { readonly conventionId: string; readonly clause: string; readonly words: string }

/** The promises that amendments in force brought into this text, those followed or set aside left out; `family`: the text and its amendments. */
export function proposalsIn(
  conventionId: Id<'convention'>, text: Pick<Consolidation, 'nodes' | 'applied' | 'on'>, known: readonly KnownPromise[],
  dismissed: readonly Dismissed[], family: ReadonlySet<string>,
): readonly Proposal[] {
  const { raw, places } = extractOf(text.nodes)
  if (places.length === 0) return []
  const owed = known.filter((one) => family.has(one.conventionId) && (one.endedOn === null || one.endedOn > text.on))
  const answer: Proposal[] = []
  for (const promise of promisesOf(raw)) {
    const place = places.find(({ start, end }) => start <= promise.span.start && promise.span.start < end)
    const proposal = place === undefined ? undefined : proposalOf(conventionId, text, place, promise)
    if (proposal === undefined || answer.some((other) => sameWords(other, proposal) && other.provisionSlug === proposal.provisionSlug)) continue
    if (owed.some((one) => isFollowed(proposal, one)) || dismissed.some((one) => isDismissed(proposal, one))) continue
    answer.push(proposal)
  }
  return answer
}

/** Those that may take the place of an obligation whose clause changed: of the same clause and kind. */
export const replacementsOf = <Found extends Pick<Proposal, 'conventionId' | 'provisionSlug' | 'kind'>>(
  obligation: { readonly conventionId: string; readonly provisionSlug: string | null; readonly kind: string }, proposals: readonly Found[],
): readonly Found[] => proposals.filter((one) => one.conventionId === obligation.conventionId && one.provisionSlug === obligation.provisionSlug
  && one.kind === obligation.kind)

export type DismissalProblem = 'reasonMissing' | 'reasonTooLong'
const longest = 500
/** Sets a proposal aside, with the reason. */
export function dismiss(reason: string): Outcome<string, DismissalProblem> {
  const problems = found<DismissalProblem>({ reasonMissing: reason === '', reasonTooLong: reason.length > longest })
  return problems.length > 0 ? refused(problems) : accepted(reason)
}

/** What these clauses promise, remembered: the same text in force is asked about page after page. */
const promisesOf = remembered<readonly Obligation[]>(50, readPromises)

type Place = { readonly node: ConsolidatedNode; readonly start: number; readonly end: number }

/** The clauses that amendments touched under their headings, as one text, and where the words of each stand in it. */
function extractOf(nodes: readonly ConsolidatedNode[]): { readonly raw: string; readonly places: readonly Place[] } {
  const touched = new Set(nodes.filter(({ touchedBy, insertedBy, text }) => text !== '' && (touchedBy.length > 0 || insertedBy !== null)))
  const above = new Set<ConsolidatedNode>()
  for (const [rank, node] of nodes.entries()) {
    let depth = touched.has(node) ? node.depth : 0
    for (let before = rank - 1; before >= 0 && depth > 1; before -= 1) {
      const other = nodes[before]
      if (other === undefined || other.depth >= depth) continue
      above.add(other)
      depth = other.depth
    }
  }
  let raw = ''
  const places: Place[] = []
  for (const node of nodes) {
    if (!touched.has(node) && !above.has(node)) continue
    raw += `${asDocument([touched.has(node) ? node : { ...node, text: '' }])}\n\n`
    if (touched.has(node)) places.push({ node, start: raw.length - 2 - node.text.length, end: raw.length - 2 })
  }
  return { raw, places }
}

/** The promise as it is proposed; undefined when no amendment in force put or took words in it. */
function proposalOf(
  conventionId: Id<'convention'>, { applied }: Pick<Consolidation, 'applied'>, { node, start }: Place, { kind, bearer, rule, span }: Obligation,
): Proposal | undefined {
  const instructions = broughtBy(node.history.text, span.start - start, span.end - start)
  const since = applied.filter(({ instruction }) => instructions.includes(instruction)).map((one) => one.since).sort().at(-1)
  const words = node.text.slice(span.start - start, span.end - start).replace(/\s+/g, ' ').trim().slice(0, 2000)
  return since === undefined || words === '' ? undefined : {
    conventionId, provisionSlug: node.key, provisionNumber: node.number, kind, bearer: bearer ?? null, rule, words, instructions, since,
  }
}

/** The instructions that put words between these places of the text in force, or took some away there. */
function broughtBy(strands: readonly Strand[], start: number, end: number): readonly string[] {
  let at = 0
  return [...new Set(strands.flatMap(({ text, instruction, removedInstruction, removedBy }) => {
    const here = at
    if (removedBy !== null) return removedInstruction !== null && here > start && here < end ? [removedInstruction] : []
    at += text.length
    return instruction !== null && here < end && at > start && text.slice(Math.max(0, start - here), end - here).trim() !== '' ? [instruction] : []
  }))]
}

const sameWords = (one: { readonly words: string }, other: { readonly words: string }): boolean => nameKey(one.words) === nameKey(other.words)

/** Same words, or in the same clause the same promise in other words; one owed all the time is told by its words alone. */
const isFollowed = (proposal: Proposal, known: KnownPromise): boolean => sameWords(proposal, known)
  || (proposal.rule.kind !== 'standing' && known.conventionId === proposal.conventionId && known.provisionSlug === proposal.provisionSlug
    && known.kind === proposal.kind && sameBearer(known.bearer, proposal.bearer) && ruleKey(known.rule) === ruleKey(proposal.rule))
const sameBearer = (one: string | null, other: string | null): boolean => one === null || other === null || nameKey(one) === nameKey(other)
const ruleKey = (rule: ObligationRule): string => JSON.stringify(Object.entries(rule).sort(([one], [other]) => (one < other ? -1 : 1)))
const isDismissed = (proposal: Proposal, { conventionId, clause, words }: Dismissed): boolean =>
  conventionId === proposal.conventionId && clause === proposal.provisionSlug && sameWords(proposal, { words })
