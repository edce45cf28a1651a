// What an amendment orders, one instruction at a time: where in the amended text, and what to do there. Read from French or entered by form.
import type { PlainDate } from '../kernel/date.ts'
import type { Confidence, Span } from './span.ts'

/** A place counted from the start (1, 2…) or from the end (-1 the last, -2 the one before). */
export type Rank = number

/**
 * Where in the amended text, from the outermost in; what is left out is not narrowed. `article`: number as cited (`5`, `3.2`, `3 bis`,
 * `annexe 2`, `préambule`, `intitulé`). `paragraph`: alinéa. `item`: mark of a list item (`a`, `3°`; `2°>b` in a list
 * within a list) or its rank. `words`: as quoted, spaces and
 * apostrophes compared loosely. `occurrence`: which of several same words; left out, they must be found once, `all` replaces each.
 */
export type Target = {
  readonly article?: string; readonly heading?: true; readonly paragraph?: Rank; readonly sentence?: Rank; readonly item?: string | Rank
  readonly words?: string; readonly occurrence?: Rank | 'all'
}

/** What stands at the target, when the text says it: an instruction « le montant de … » is about an amount. */
export type TargetLevel = 'article' | 'heading' | 'paragraph' | 'sentence' | 'item' | 'words' | 'number' | 'amount' | 'annex'

export type Change =
  | { readonly verb: 'replace'; readonly target: Target; readonly level: TargetLevel; readonly by: string; readonly heading?: string }
  | { readonly verb: 'insert'; readonly side: 'before' | 'after'; readonly target: Target; readonly level: TargetLevel; readonly text: string
      /** For a new article or annex: its number and heading; `text` is then its body. */
      readonly number?: string; readonly heading?: string }
  /** Adds at the end of the target: words, a sentence, paragraphs, list items, sub-articles. */
  | { readonly verb: 'complete'; readonly target: Target; readonly level: TargetLevel; readonly text: string; readonly number?: string
      readonly heading?: string }
  | { readonly verb: 'delete'; readonly target: Target; readonly level: TargetLevel }
  | { readonly verb: 'renumber'; readonly target: Target; readonly to: string }
  /** `until`: prorogée jusqu'au; `by`: prorogée de; `lasts`: portée à. Durations in months. */
  | { readonly verb: 'term'; readonly until?: PlainDate; readonly by?: number; readonly lasts?: number; readonly target?: Target }
  | { readonly verb: 'party'; readonly change: 'add' | 'remove'; readonly name: string; readonly role?: string }
  | { readonly verb: 'sector'; readonly change: 'add' | 'replace' | 'remove'; readonly name: string; readonly commune?: string }
  | { readonly verb: 'body'; readonly change: 'add' | 'rename' | 'remove'; readonly name: string; readonly to?: string }

/**
 * `article`: the article of the amendment that orders it. `entersOn`: its own entry into force, when deferred. `sentence`: what it will do, in
 * French.
 */
export type Instruction = {
  readonly article: string; readonly change: Change; readonly entersOn?: PlainDate; readonly sentence: string
  readonly span: Span; readonly confidence: Confidence
}

export type InstructionProblem =
  | 'noTarget' | 'noQuotedText' | 'unclosedQuote' | 'vague' | 'unknownForm' | 'dateUnreadable'
/** Words that order a change which cannot be told for sure; refused, never guessed. `message`: one French sentence that says why. */
export type UnreadInstruction = { readonly article: string; readonly problem: InstructionProblem; readonly message: string; readonly span: Span }
