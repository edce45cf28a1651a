// A ceiling that is a share of a base: the aid asked for is compared with it, to the cent. Several rules have this shape.
import type { Cents } from '../../kernel/money.ts'
import { cents } from '../../kernel/money.ts'
import { partOf } from './exact.ts'
import { cite, step } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import { euros, rateInWords, verdictNames } from './money-words.ts'
import type { DatedValue } from './parameter.ts'
import type { Verdict } from './verdict.ts'

/** `result`: absent when there is no aid to check and the ceiling is known. */
export type CeilingAnswer = { readonly result?: Verdict; readonly maximumCents: Cents | null; readonly explanation: Explanation }
type Shape = {
  readonly title: string; readonly base: Cents | null; readonly baseName: string; readonly rate: DatedValue
  /** What is checked; undefined: nothing is. */
  readonly aid: Cents | null | undefined; readonly aidName: string; readonly parts?: readonly Explanation[]
}

/**
 * At most that rate of the base, rounded down.
 * @source ours (no statute): each rule that uses it names its own text
 */
export function shareCeiling({ title, base, baseName, rate, aid, aidName, parts = [] }: Shape): CeilingAnswer {
  const maximumCents = base === null ? null : partOf(base, rate.value)
  const result = aid === undefined ? maximumCents === null ? 'unknown' : undefined : compared(aid, maximumCents)
  const explanation = step(title, said(aid, maximumCents, result), {
    formula: `${aidName.toLowerCase()} ≤ ${rateInWords(rate.value)} × ${baseName.toLowerCase()}`, source: cite(rate), binds: result === 'fail',
    inputs: [{ label: baseName, value: euros(base) }, ...(aid === undefined ? [] : [{ label: aidName, value: euros(aid) }])],
    parts: [step('Maximum', euros(maximumCents), { formula: `${rateInWords(rate.value)} × ${baseName.toLowerCase()}, au centime inférieur` }),
      ...parts],
  })
  return { ...(result !== undefined && { result }), maximumCents, explanation }
}

const compared = (aid: Cents | null, maximum: Cents | null): Verdict =>
  (aid === null || maximum === null ? 'unknown' : aid <= maximum ? 'pass' : 'fail')

function said(aid: Cents | null | undefined, maximum: Cents | null, result: Verdict | undefined): string {
  if (maximum === null) return 'Inconnu : la base du calcul n’est pas connue.'
  if (result === undefined) return `${euros(maximum)} au plus.`
  if (aid === null || aid === undefined) return `Inconnu : le montant à vérifier n’est pas connu. Il ne peut dépasser ${euros(maximum)}.`
  if (result === 'fail') return `Règle ${verdictNames[result]} : ${euros(cents(aid - maximum))} de trop, pour ${euros(maximum)} au plus.`
  return `Règle respectée : ${euros(aid)} pour ${euros(maximum)} au plus.`
}
