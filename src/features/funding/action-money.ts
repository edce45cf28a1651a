// What every page of the money of one action begins with: the action as this person sees it, its lines, its plan, and what the law says of it.
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { fundingPlan, isPublic } from '../../planning/funding-plan.ts'
import type { FundingPlan } from '../../planning/funding-plan.ts'
import { basesSaid, isGone, stageList } from '../../planning/funding-sums.ts'
import { basisOf } from '../../planning/money-sum.ts'
import type { Basis } from '../../planning/money-sum.ts'
import { mayKeepMoney, maySee, scopeOf } from '../../planning/scope.ts'
import type { PartyKind } from '../../reading/facts.ts'
import { TurnedAway, idOf, notFound } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { seenAction } from '../actions/action-part.ts'
import type { ActionRow } from '../actions/actions.store.ts'
import { holdActions } from '../actions/actions.store.ts'
import { operationFrame } from '../site/chrome.ts'
import type { PartFrame } from '../actions/action-tabs.tsx'
import { listMoneyOf, listSteps } from './money.store.ts'
import type { ActionMoney, FundingLine, RecordedStep } from './money-line.rules.ts'
import { lineName } from './money-tables.tsx'
import { verdictsOf } from './money-verdicts.ts'
import type { MoneyVerdict } from './money-verdicts.ts'
import { findOrganisationKind } from './organisations.store.ts'

/** The money of an action as one person sees it; `whole`: all of it, otherwise the lines of their institution alone. */
export type MoneyScene = { readonly action: ActionRow; readonly money: ActionMoney; readonly whole: boolean; readonly mayKeep: boolean }

export async function moneyScene(c: Request): Promise<MoneyScene> {
  const [action, scope] = [await seenAction(c), scopeOf(c.var.space.mandates)]
  const money = (await listMoneyOf(c.var.db, [action.id], scope, c.var.day)).get(action.id) ?? { costs: [], lines: [] }
  return {
    action, money, whole: maySee(scope, { ...action.values, funds: false }), mayKeep: mayKeepMoney(scope, action.values),
  }
}

/** The same, about to be written to after whoever is writing it; forbidden when its money is kept by others. */
export async function keptMoney(c: Request): Promise<MoneyScene> {
  await holdActions(c.var.db, [idOf<'action'>(c, 'action')])
  return await formScene(c)
}

/** The same, for the page of a form that this person may send. */
export async function formScene(c: Request): Promise<MoneyScene> {
  const scene = await moneyScene(c)
  if (!scene.mayKeep) throw new TurnedAway('notYours')
  return scene
}

/** The line of the address, in the action of the address. */
export const lineIn = ({ money }: MoneyScene, id: Id<'fundingLine'>): FundingLine => money.lines.find((line) => line.id === id) ?? notFound()

export const moneyFrame = (c: Request, { action, mayKeep }: MoneyScene): PartFrame => ({
  frame: operationFrame(c), slug: c.var.space.slug, mayEdit: mayKeep,
  action: { id: action.id, code: action.values.code, title: action.values.title },
})

export type JudgedMoney = {
  readonly plan: FundingPlan; readonly bases: readonly Basis[]
  readonly verdicts: readonly { readonly basis: Basis; readonly rules: readonly MoneyVerdict[] }[]
}
/** The funding plan of an action, and what the law says of each basis it is written in. */
export async function judgedMoney(c: Request, { action, money }: MoneyScene): Promise<JudgedMoney> {
  const { owner, delegatedOwner, nature } = action.values
  const plan = fundingPlan(money.costs, money.lines, { id: owner, delegatedId: delegatedOwner })
  const { plannedCost, finalCost } = plan.summary.cost
  const bases = basesSaid({
    HT: [plannedCost.HT, finalCost.HT, ...stageList(plan.summary.funding.HT)], TTC: [plannedCost.TTC, finalCost.TTC,
      ...stageList(plan.summary.funding.TTC)],
    unstated: [plannedCost.unstated, finalCost.unstated, ...stageList(plan.summary.funding.unstated)],
  })
  const kind = owner === null ? undefined : await findOrganisationKind(c.var.db, owner)
  const steps = await listSteps(c.var.db, money.lines.map(({ id }) => id))
  const judged = (basis: Basis): readonly MoneyVerdict[] => verdictsOf({
    plan, basis, ownerIsPublic: ownerIsPublic(kind), investment: nature === null || nature === 'mixed' ? null : nature === 'investment',
    eligibleCents: agreedBase(money.lines, basis), costs: money.costs, 
    subsidies: subsidyDates(action, money.lines.filter((line) => basisOf(line.basis) === basis), steps, c.var.day),
  }, c.var.day)
  return { plan, bases, verdicts: bases.filter((basis) => basis !== 'unstated' || bases.length === 1).map((basis) => ({ basis, rules:
    judged(basis) })) }
}

const ownerIsPublic = (kind: PartyKind | undefined): boolean | undefined => (kind === undefined ? undefined : isPublic[kind])

/** The eligible base of the lines, when those that name one name the same. */
function agreedBase(lines: readonly FundingLine[], basis: Basis) {
  const bases = new Set(lines.filter((line) => (line.basis ?? 'unstated') === basis).flatMap(({ baseCents }) => (baseCents === null ? [] :
    [baseCents])))
  const [only] = bases
  return bases.size === 1 && only !== undefined ? only : null
}

/** The days that count for each DETR or DSIL line that was asked for: what is not known is null. */
function subsidyDates({ values, state }: ActionRow, lines: readonly FundingLine[], steps: readonly RecordedStep[], day: PlainDate) {
  const started = state?.state === 'inProgress' ? state.on : state?.state === 'delivered' ? values.startsOn : null
  return lines.filter(({ scheme, status }) => /^(?:DETR|DSIL)\b/i.test(scheme ?? '') && !isGone(status)).map((line) => ({
    line: lineName(line),
    fileCompletedOn: null, startedOn: started, completedOn: state?.state === 'delivered' ? state.on : null,
    awardedOn: steps.find((step) => step.lineId === line.id && step.status === 'awarded' && step.withdrawnAt === null && step.on <= day)?.on ?? null,
  }))
}
