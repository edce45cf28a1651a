// The text in force on a day: the base text, and each instruction in force applied in order, with what was refused and what collides.
import type { PlainDate } from '../kernel/date.ts'
import type { Change } from '../reading/instruction.ts'
import { applyEdit, type Applied, type Edit } from './apply.ts'
import {
  type Amendment, amendingAlgorithm, type Conflict, type ConsolidatedNode, type Consolidation, type Piece, type Refusal, type Strand,
  type StructuredChange, type TextNode,
} from './consolidation.ts'
import { bearing, type Draft, type DraftNode, draftOf, isTaken, withChildren } from './draft.ts'
import { erasedBy } from './erased.ts'
import { checkParty } from './members.ts'
import { conflictSentence, refusalSentence } from './refusals.ts'
import { type Mark, standing, textOf, type Weave, type Woven } from './weave.ts'

/** An instruction with the day it takes effect and the rank of its batch: those of one amendment that take effect the same day. */
type Due = { readonly amendment: Amendment; readonly instruction: Amendment['instructions'][number]; readonly mark: Mark }
type Waiting = Consolidation['waiting'][number]
type Tally = {
  readonly applied: Consolidation['applied'][number][]; readonly changes: StructuredChange[]
  readonly refused: Refusal[]; readonly conflicts: Conflict[]
}

/**
 * Applies what is in force on the day: ordered by day of effect, then by rank of the amendment, then by rank of the instruction. Refused
 * instructions leave the text as it was; the others still apply.
 */
export function consolidate(base: readonly TextNode[], amendments: readonly Amendment[], on: PlainDate): Consolidation {
  const { due, waiting } = sorted(amendments, on)
  const draft = draftOf(base)
  const tally: Tally = { applied: [], changes: [], refused: [], conflicts: [] }
  const titles = new Map(amendments.map(({ id, title }) => [id, title]))
  due.forEach((one, rank) => {
    if (one.mark.batch !== due[rank - 1]?.mark.batch) {
      draft.batch = one.mark.batch
      draft.freed = freedBy(draft, due.slice(rank).filter(({ mark }) => mark.batch === draft.batch))
    }
    const { change } = one.instruction
    record(tally, one, isEdit(change) ? edited(draft, change, one.mark) : checkParty(change, tally.changes), titles, draft)
  })
  return { algorithm: amendingAlgorithm, on, nodes: draft.nodes.map(published), ...tally, waiting }
}

const isEdit = (change: Change): change is Edit => ['replace', 'insert', 'complete', 'delete', 'renumber'].includes(change.verb)

/** The day an instruction takes effect: that of its amendment, or its own when that is later. */
const dayOf = (amendment: Amendment, own: PlainDate | undefined): PlainDate | null =>
  amendment.entersOn === null ? null : own !== undefined && own > amendment.entersOn ? own : amendment.entersOn

function sorted(amendments: readonly Amendment[], on: PlainDate): { readonly due: readonly Due[]; readonly waiting: readonly Waiting[] } {
  const waiting: Waiting[] = []
  const ready = amendments.flatMap((amendment) => amendment.instructions.flatMap((instruction) => {
    const since = dayOf(amendment, instruction.entersOn)
    if (since !== null && since <= on) return [{ amendment, instruction, since }]
    waiting.push({ amendment: amendment.id, instruction: instruction.id, since })
    return []
  })).sort((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0))
  let batch = 0
  const due = ready.map(({ amendment, instruction, since }, rank) => {
    const before = ready[rank - 1]
    if (before?.since !== since || before.amendment !== amendment) batch += 1
    return { amendment, instruction, mark: { amendment: amendment.id, instruction: instruction.id, batch, day: since } }
  })
  return { due, waiting }
}

/** The parts that this batch renumbers for good: each finds its new number free, or left by another of them. */
function freedBy(draft: Draft, batch: readonly Due[]): ReadonlySet<DraftNode> {
  let moves = batch.flatMap(({ instruction: { change } }) => {
    if (change.verb !== 'renumber' || change.target.article === undefined || change.target.item !== undefined) return []
    const [node] = bearing(draft, change.target.article, 'before')
    return node === undefined || node.repealed !== null ? [] : [{ to: change.to, parts: withChildren(draft, node) }]
  })
  for (;;) {
    const freed = new Set(moves.flatMap(({ parts }) => parts))
    const kept = moves.filter(({ to }) => !isTaken({ ...draft, freed }, to))
    if (kept.length === moves.length) return freed
    moves = kept
  }
}

/** Words that are not there any more because of another instruction are a conflict, not a mistake in the citation. */
function edited(draft: Draft, change: Edit, mark: Mark): Applied {
  const answer = applyEdit(draft, change, mark)
  if (answer.ok || answer.code !== 'wordsNotFound') return answer
  return erasedBy(draft, change.target) ?? answer
}

function record(tally: Tally, { amendment, instruction, mark }: Due, answer: Applied, titles: ReadonlyMap<string, string>, draft: Draft): void {
  const ids = { amendment: amendment.id, instruction: instruction.id }
  if (answer.ok) {
    tally.applied.push({ ...ids, since: mark.day })
    if (!isEdit(instruction.change)) tally.changes.push({ ...ids, change: instruction.change, since: mark.day })
    return
  }
  const number = answer.code === 'conflict' ? textOf(draft.nodes.find(({ key }) => key === answer.key)?.number ?? []) : ''
  const message = answer.code === 'conflict'
    ? conflictSentence(number, titles.get(answer.with.amendment) ?? '', amendment.title,
      isEdit(instruction.change) ? instruction.change.target.words : undefined)
    : refusalSentence(answer.code, instruction.change, answer.count ?? 0)
  tally.refused.push({ ...ids, code: answer.code, message })
  if (answer.code === 'conflict') tally.conflicts.push({ instructions: [answer.with.instruction, instruction.id], key: answer.key, message })
}

const strandOf = ({ text, added, removed }: Woven): Strand => ({
  text, by: added?.amendment ?? null, instruction: added?.instruction ?? null,
  removedBy: removed?.amendment ?? null, removedInstruction: removed?.instruction ?? null,
})

/** What stands, words of one instruction together. */
function piecesOf(weave: Weave): readonly Piece[] {
  const pieces: Piece[] = []
  for (const { text, added } of weave.filter(standing)) {
    const last = pieces.at(-1)
    const own = { by: added?.amendment ?? null, instruction: added?.instruction ?? null }
    if (last?.by === own.by && last.instruction === own.instruction) pieces[pieces.length - 1] = { ...own, text: last.text + text }
    else pieces.push({ ...own, text })
  }
  return pieces
}

function published(node: DraftNode): ConsolidatedNode {
  const number = textOf(node.number)
  const renumbered = node.number.some(({ removed }) => removed !== null)
  return {
    key: node.key, number, heading: textOf(node.heading), text: textOf(node.text),
    depth: renumbered ? number.split(/[.-]/).length : node.depth,
    headingPieces: piecesOf(node.heading), pieces: piecesOf(node.text),
    insertedBy: node.inserted?.amendment ?? null, repealedBy: node.repealed?.amendment ?? null,
    touchedBy: [...new Set(node.touched.map(({ instruction }) => instruction))],
    history: {
      baseDepth: node.depth, number: node.number.map(strandOf), heading: node.heading.map(strandOf), text: node.text.map(strandOf),
    },
  }
}
