// What a careful clerk finds in an amendment and writes after it: the shapes of the JSON beside each sample.
import type { Change, InstructionProblem } from '../../reading/instruction.ts'
import type { RefusalCode } from '../consolidation.ts'

/** A repealed article keeps its number and has no text; its heading is not compared. */
export type ExpectedNode = { readonly number: string; readonly heading: string; readonly text: string; readonly repealed?: true }

/** `article`: of the amendment. `verb`: alternatives parted by `|`. `number`: of a new or renumbered article. `avenant`: which of two. */
export type ExpectedInstruction = {
  readonly article: string; readonly verb: string; readonly targetArticle: string | null
  readonly number?: string; readonly entersOn?: string; readonly avenant?: number
}

export type ExpectedRefusal = { readonly article: string; readonly reason: InstructionProblem | RefusalCode; readonly avenant?: number }

/** A change of term, party, sector or body; durations in months. */
export type ExpectedChange = {
  readonly verb: Change['verb']; readonly change?: string; readonly name?: string; readonly to?: string
  readonly until?: string; readonly by?: number; readonly lasts?: number
}

/** The text on a day. `instructions` are those of all the amendments, in force that day or not; `refused`, `conflicts` and `changes` that day's. */
export type ExpectedDay = {
  readonly on: string
  readonly avenants: readonly { readonly file: string; readonly entersOn: string }[]
  readonly nodes: readonly ExpectedNode[]
  readonly instructions: readonly ExpectedInstruction[]
  readonly refused: readonly ExpectedRefusal[]
  readonly conflicts: number
  readonly changes: readonly ExpectedChange[]
}

/** One instruction of a sentence, laid flat; what is left out is not narrowed. `by`: new words, or months of a term. */
export type ExpectedOrder = {
  readonly verb: Change['verb']; readonly article?: string; readonly level?: 'heading'; readonly paragraph?: number; readonly sentence?: number
  readonly item?: string | number; readonly words?: string; readonly occurrence?: number | 'all'; readonly side?: 'before' | 'after'
  readonly by?: string | number; readonly text?: string; readonly number?: string; readonly heading?: string; readonly to?: string
  readonly until?: string; readonly lasts?: number; readonly change?: string; readonly name?: string; readonly commune?: string
  readonly entersOn?: string
}

/** A sentence orders what is `expected` (nothing, when empty) or is `refused` with a reason. */
export type DraftingSentence = { readonly text: string; readonly expected?: readonly ExpectedOrder[]; readonly refused?: InstructionProblem }
