// A funding plan proposed by the rules: computed as often as one likes, written once it is accepted.
import { newId } from '../../kernel/id.ts'
import { cents } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import type { FundedLine } from '../../law/money/funding-problem.ts'
import { proposeFunding } from '../../law/money/funding-solver.ts'
import { paths } from '../../paths.ts'
import { shareOf } from '../../planning/funding-plan.ts'
import { isGone } from '../../planning/funding-sums.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { writerOf } from '../actions/action-part.ts'
import { recordObjectChanges } from '../actions/change-sets.store.ts'
import { touchAction } from '../actions/parts.store.ts'
import { page } from '../site/chrome.ts'
import { formScene, keptMoney, moneyFrame } from './action-money.ts'
import type { MoneyScene } from './action-money.ts'
import { amountTyped } from './amount.words.ts'
import { lineName } from './money-tables.tsx'
import { insertFundingLines } from './money-writes.store.ts'
import type { NewFundingLine } from './money-writes.store.ts'
import { listOrganisations } from './organisations.store.ts'
import { ProposalPage, proposalFaults } from './proposal.pages.tsx'
import { ownAlready, ownerKey, proposalFields, readProposal } from './proposal.rules.ts'
import type { PlannedMoney, ReadProposal, TypedProposal } from './proposal.rules.ts'

export const proposals = routes()

const plannedOf = ({ action: { values }, money }: MoneyScene): readonly PlannedMoney[] => money.lines.flatMap((line) => {
  const share = shareOf(line, { id: values.owner, delegatedId: values.delegatedOwner })
  return line.amountCents === null || isGone(line.status) || share === 'bridging' ? [] : [{ name: lineName(line), share, cents: line.amountCents,
    basis: line.basis }]
})

/** The cost as it is planned, when one basis says it all. */
function blank({ money, action }: MoneyScene): TypedProposal {
  const basis = money.costs.find((cost) => cost.basis !== null)?.basis ?? 'HT'
  const known = money.costs.filter((cost) => cost.basis === basis).map(({ plannedCents }) => plannedCents)
  const cost = known.every((one) => one !== null) && known.length > 0 ? amountTyped(cents(known.reduce<number>((so, one) => so + (one ?? 0), 0))) : ''
  return { cost, basis, ownShare: action.values.nature === 'operating' ? '' : 'oui', ceiling: action.values.nature === 'operating' ? '' : 'oui' }
}

const theirs = async (c: Request, scene: MoneyScene) =>
  ({ funders: await listOrganisations(c.var.db), ownerId: scene.action.values.owner, planned: plannedOf(scene) })

async function proposalPage(c: Request, scene: MoneyScene, typed: TypedProposal, asked: boolean) {
  const context = await theirs(c, scene)
  const outcome = asked ? readProposal(typed, context) : undefined
  const faults = outcome === undefined || outcome.ok ? [] : outcome.problems.map((problem) => proposalFaults[problem])
  return page(c, ProposalPage({
    ...moneyFrame(c, scene), typed, faults, funders: context.funders, onceKey: newId(),
    proposal: outcome?.ok === true ? proposeFunding(outcome.value.problem, c.var.today) : undefined,
  }), faults.length > 0 || c.req.method === 'POST' ? 422 : 200)
}

proposals.get(paths.fundingProposal(':operation', ':action'), may('keepFunding'), async (c) => {
  const [scene, asked] = [await formScene(c), c.req.query('calcul') === 'oui']
  const typed = asked ? Object.fromEntries(proposalFields.map((name) => [name, (c.req.query(name) ?? '').trim()])) : blank(scene)
  return await proposalPage(c, scene, typed, asked)
})

proposals.post(paths.fundingProposal(':operation', ':action'), may('keepFunding'), recorded('fundingPlanAccepted'), async (c) => {
  const [scene, typed] = [await keptMoney(c), await fields(c, proposalFields)]
  const context = await theirs(c, scene)
  const outcome = readProposal(typed, context)
  const proposal = outcome.ok ? proposeFunding(outcome.value.problem, c.var.today) : undefined
  if (!outcome.ok || proposal?.ok !== true) return await proposalPage(c, scene, typed, true)
  const lines = linesOf(scene, outcome.value, proposal.lines, context.planned)
  const { by, at, operationId } = writerOf(c)
  await insertFundingLines(c.var.db, operationId, lines)
  const presence = { field: 'presence', before: { there: false, reason: '' }, after: { there: true, reason: '' } }
  if (lines.length > 0) {
    await recordObjectChanges(c.var.db, operationId, lines.map(({ id }) => ({ objectId: id, objectKind: 'fundingLine', ...presence })),
      { setId: newId(), kind: 'entry', label: 'Plan de financement proposé, accepté', by, at })
  }
  await touchAction(c.var.db, { by, at }, scene.action.id)
  await c.var.record({ objectKind: 'action', objectId: scene.action.id, before: null, after: { lines } })
  return c.redirect(`${paths.actionMoney(c.var.space.slug, scene.action.id)}?fait=proposition`, 303)
})

/** The lines to make: new sources, and what the owner brings beyond what was planned; nothing for what comes to zero. */
function linesOf(
  { action, money }: MoneyScene, { basis, sources }: ReadProposal, funded: readonly FundedLine[], planned: readonly PlannedMoney[],
): readonly NewFundingLine[] {
  const made = funded.map((line): Pick<NewFundingLine, 'funderId' | 'scheme' | 'kind'> & { readonly amountCents: Cents } => {
    const source = sources.find(({ key }) => key === line.key)
    if (source !== undefined) {
      return { funderId: source.funder.id, scheme: source.scheme === '' ? null : source.scheme, kind: 'grant', amountCents: line.cents }
    }
    const amountCents = cents(line.cents - (line.key === ownerKey ? ownAlready(planned, basis) : line.cents))
    return { funderId: action.values.owner, scheme: null, kind: 'own', amountCents }
  })
  return made.filter(({ amountCents }) => amountCents > 0).map((line, rank) => ({
    ...line, id: newId<'fundingLine'>(), actionId: action.id, position: money.lines.length + rank + 1, basis, rateBasisPoints: null, baseCents: null,
    note: '', written: null,
  }))
}
