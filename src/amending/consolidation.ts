// The text in force at a date, and how it came to be: provisions with the amendment behind each word, what was refused, what collides.
import type { PlainDate } from '../kernel/date.ts'
import type { Change } from '../reading/instruction.ts'

/** Version of the rules that apply instructions, kept with every consolidated text; raised when a same input would give another text. */
export const amendingAlgorithm = 'chapeau.amending/1'

/** A part of a text, in order. `key`: its permanent address (`article-3-1`). `text`: paragraphs separated as the reading left them. */
export type TextNode = { readonly key: string; readonly number: string; readonly heading: string; readonly depth: number; readonly text: string }

/**
 * `entersOn`: the day the amendment takes effect, null while it does not (not signed, withdrawn): its instructions then wait. An instruction's own
 * `entersOn` only defers it. Its `id` is that of no other instruction, of any amendment.
 */
export type Amendment = {
  readonly id: string; readonly title: string; readonly entersOn: PlainDate | null
  readonly instructions: readonly { readonly id: string; readonly change: Change; readonly entersOn?: PlainDate; readonly sentence: string }[]
}

/** Words and the amendment that put them there; null for the base text. */
export type Piece = { readonly text: string; readonly by: string | null; /** The instruction. */ readonly instruction: string | null }
/** Words that stand, or stood: `removedBy`, `removedInstruction` are null while they stand. */
export type Strand = Piece & { readonly removedBy: string | null; readonly removedInstruction: string | null }
/** Everything a part ever said, in order, its depth in the base text with it: what undoes a consolidation and tells who changed what. */
export type NodeHistory = {
  readonly baseDepth: number; readonly number: readonly Strand[]; readonly heading: readonly Strand[]; readonly text: readonly Strand[]
}
export type ConsolidatedNode = TextNode & {
  readonly headingPieces: readonly Piece[]; readonly pieces: readonly Piece[]
  /** Amendment that inserted or repealed the whole node; a repealed node keeps its address and has no text. */
  readonly insertedBy: string | null; readonly repealedBy: string | null
  /** Instructions that touched it, in the order they applied. */
  readonly touchedBy: readonly string[]
  readonly history: NodeHistory
}

export type RefusalCode =
  | 'articleNotFound' | 'placeAmbiguous' | 'paragraphNotFound' | 'sentenceNotFound' | 'itemNotFound' | 'wordsNotFound' | 'wordsAmbiguous'
  | 'articleExists' | 'articleRepealed' | 'nothingToChange' | 'partyNotFound' | 'partyAlready' | 'conflict'
/** `message`: one French sentence: what could not be done and what to do. */
export type Refusal = { readonly amendment: string; readonly instruction: string; readonly code: RefusalCode; readonly message: string }
/** Two instructions in force on the same words. `applied`: the one that stands, first in force; the other is refused too. `message`: French. */
export type Conflict = {
  readonly instructions: readonly [applied: string, other: string]; readonly key: string; readonly message: string
}
/** What is in force besides words, from `term`, `party`, `sector` and `body` changes, in order. */
export type StructuredChange = { readonly amendment: string; readonly instruction: string; readonly change: Change; readonly since: PlainDate }

export type Consolidation = {
  readonly algorithm: typeof amendingAlgorithm
  readonly on: PlainDate
  readonly nodes: readonly ConsolidatedNode[]
  readonly applied: readonly { readonly amendment: string; readonly instruction: string; readonly since: PlainDate }[]
  /** Not in force that day: deferred, or of an amendment that waits. */
  readonly waiting: readonly { readonly amendment: string; readonly instruction: string; readonly since: PlainDate | null }[]
  readonly changes: readonly StructuredChange[]
  readonly refused: readonly Refusal[]
  readonly conflicts: readonly Conflict[]
}
