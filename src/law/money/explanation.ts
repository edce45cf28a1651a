// Why a rule answers what it answers: a tree of steps, each with its formula, what went in, what came out, its source, and whether it decides.
import type { Citation } from './parameter.ts'

/**
 * One step, in plain French. `binds`: this is the constraint that sets the result; the others leave room.
 * @source ours (no statute): each step cites the text it applies
 */
export type Explanation = {
  readonly label: string
  readonly formula: string | null
  readonly inputs: readonly { readonly label: string; readonly value: string }[]
  readonly result: string
  readonly source: Citation | null
  readonly binds: boolean
  readonly parts: readonly Explanation[]
}

type Step = Partial<Omit<Explanation, 'label' | 'result'>>

/** A step; what is not said is nothing. */
export const step = (label: string, result: string, more: Step = {}): Explanation =>
  ({ label, formula: null, inputs: [], result, source: null, binds: false, parts: [], ...more })

/** Text, status and day of a source, without the value it comes with. */
export const cite = ({ text, status, verifiedOn }: Citation): Citation => ({ text, status, verifiedOn })
