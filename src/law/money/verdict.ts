// The answer of a rule on money: three-valued, and a fourth for cases the rule says nothing about.

/**
 * `unknown`: a fact that decides is not known · `not-applicable`: the rule does not speak of such a case.
 * @source ours (no statute): an unknown fact is never taken for a zero, nor for a yes
 */
export type Verdict = 'pass' | 'fail' | 'unknown' | 'not-applicable'

/** Of several conditions that must all hold: one failure is enough, then one unknown; conditions that do not apply count for nothing. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes('fail') ? 'fail' : verdicts.includes('unknown') ? 'unknown' : verdicts.includes('pass') ? 'pass' : 'not-applicable'
}
