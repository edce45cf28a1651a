// A rule on what an ORT must contain, as data: `conformity.yaml` holds them all, for a lawyer to read and correct.
import type { PlainDate } from '../kernel/date.ts'

/** `duty` the law demands it · `recommendation` · `option` the law allows it · `practice` · `information` nothing to look for in a text. */
export type RuleNature = 'duty' | 'recommendation' | 'option' | 'practice' | 'information'

/**
 * What shows that a rule is kept, in any document of the operation. `words`: one of these expressions. `each`: one of each group, by its name.
 * `parties`: how many of a kind sign. `mainTown`: it signs, or a derogation is cited. `sector`: an act sets one; `townCentre` the main town's.
 * `term`: it is known, or reaches five years. `body`: a clause creates one. `none`: texts do not tell, and why.
 */
export type RuleEvidence = {
  readonly words?: readonly string[]
  readonly each?: Readonly<Record<string, readonly string[]>>
  readonly parties?: readonly { readonly kind: string; readonly atLeast: number; readonly atMost?: number }[]
  readonly mainTown?: true
  readonly sector?: 'any' | 'townCentre'
  readonly term?: 'known' | 'fiveYears'
  readonly body?: true
  readonly none?: string
}

/**
 * `confirmed`: false is shown as « à confirmer ». `read`: whether the source was read whole, as an extract, or is from memory. `from` and `until`:
 * first and last day in force.
 * @source CCH, art. L.303-1, L.303-2, L.303-3; each rule names its own
 */
export type ConformityRule = {
  readonly id: string; readonly rule: string; readonly nature: RuleNature; readonly source: string
  readonly confirmed: boolean; readonly read: 'whole' | 'extract' | 'memory'; readonly verifiedOn: PlainDate
  readonly from: PlainDate; readonly until: PlainDate | null
  readonly evidence: RuleEvidence; readonly remedy: string
}
/** `pointers`: expressions by which a text sends to another document. */
export type ConformityRules = { readonly pointers: readonly string[]; readonly rules: readonly ConformityRule[] }
