// What the law on money says of the plan of one action, with its reasons: the same rules as the page of rules, the import and the command line.
import type { PlainDate } from '../../kernel/date.ts'
import type { Cents } from '../../kernel/money.ts'
import { publicAidCeiling } from '../../law/money/ceilings.ts'
import { step } from '../../law/money/explanation.ts'
import type { Explanation } from '../../law/money/explanation.ts'
import { fctva } from '../../law/money/fctva.ts'
import { ownShare } from '../../law/money/own-share.ts'
import { subsidyDeadlines } from '../../law/money/subsidy-deadlines.ts'
import type { SubsidyDates } from '../../law/money/subsidy-deadlines.ts'
import type { Verdict } from '../../law/money/verdict.ts'
import { countedMoney, together } from '../../planning/funding-plan.ts'
import type { FundingPlan } from '../../planning/funding-plan.ts'
import type { CostValues } from '../../planning/money-line.ts'
import type { Basis } from '../../planning/money-sum.ts'

/** One rule applied: absent `result` is information only. */
export type MoneyVerdict = { readonly key: string; readonly result: Verdict | undefined; readonly explanation: Explanation }
/** `investment`: null when the sheet does not say. `eligibleCents`: the base the lines name, when they agree on one. */
export type JudgedPlan = {
  readonly plan: FundingPlan; readonly basis: Basis; readonly ownerIsPublic: boolean | undefined; readonly investment: boolean | null
  readonly eligibleCents: Cents | null; readonly costs: readonly CostValues[]
  readonly subsidies: readonly (SubsidyDates & { readonly line: string })[]
}

/** The rules that speak of this plan, as it is planned. */
export function verdictsOf(judged: JudgedPlan, on: PlainDate): readonly MoneyVerdict[] {
  const money = countedMoney(judged.plan, judged.basis, 'planned')
  const eligible = judged.costs.some(({ fctvaEligible, basis }) => fctvaEligible === true && basis === 'TTC')
  return [
    { key: 'own-share', ...ownShareOf(judged, on) },
    { key: 'ceiling', ...ceilingOf(judged, money.otherPublicCents, on) },
    ...judged.subsidies.map((dates, rank) => ({ key: `deadlines-${rank}`, ...deadlinesOf(dates, on) })),
    ...(eligible ? [{ key: 'fctva', result: undefined, explanation: fctva({ expenseTtcCents: eligibleExpense(judged.costs), eligible: true },
      on).explanation }] : []),
  ]
}

type Judged = Pick<MoneyVerdict, 'result' | 'explanation'>

function deadlinesOf({ line, ...dates }: JudgedPlan['subsidies'][number], on: PlainDate): Judged {
  const { result, explanation } = subsidyDeadlines(dates, on)
  return { result, explanation: { ...explanation, label: `${explanation.label} : ${line}` } }
}

/**
 * The owner pays a loan back: whether it counts as its own money is not settled, so both readings are made, and told when they differ.
 */
function ownShareOf({ plan, basis, ownerIsPublic, investment }: JudgedPlan, on: PlainDate): Judged {
  if (ownerIsPublic === false) {
    return { result: 'not-applicable', explanation: step('Participation minimale du maître d’ouvrage',
      'Sans objet : le maître d’ouvrage n’est pas une collectivité.') }
  }
  const { ownCents, otherPublicCents, privateCents, loanCents } = countedMoney(plan, basis, 'planned')
  const read = (own: Cents | null) =>
    ownShare({ ownerPublicCents: ownerIsPublic === true ? own : null, otherPublicCents, privateCents, exception: null, investment }, on)
  const [without, within] = [read(ownCents), read(together(ownCents, loanCents))]
  if (without.result === within.result) return without
  return {
    result: 'unknown', explanation: step('Participation minimale du maître d’ouvrage',
      'Inconnu : tout dépend de savoir si l’emprunt, que le maître d’ouvrage rembourse, compte dans sa part. Les deux lectures sont données.',
      { parts: [{ ...without.explanation, label: 'Sans l’emprunt' }, { ...within.explanation, label: 'Avec l’emprunt' }] }),
  }
}

const ceilingOf = ({ plan, basis, eligibleCents }: JudgedPlan, publicAidCents: Cents | null, on: PlainDate): Judged => {
  const cost = plan.summary.cost.plannedCost[basis]
  const base = eligibleCents ?? (cost.known > 0 && cost.unknown === 0 ? cost.cents : null)
  const { result, explanation } = publicAidCeiling({ eligibleCents: base, publicAidCents }, on)
  return { result, explanation }
}

const eligibleExpense = (costs: readonly CostValues[]): Cents | null =>
  costs.filter(({ fctvaEligible, basis }) => fctvaEligible === true && basis === 'TTC').map(({ plannedCents, finalCents }) => finalCents ??
    plannedCents)
    .reduce((so, next) => together(so, next))
