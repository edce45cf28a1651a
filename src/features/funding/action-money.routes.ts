// The money of one action, and its cost lines: added, changed, removed.
import type { Fault } from '../../design/faults.tsx'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { page } from '../site/chrome.ts'
import { ActionMoneyPage } from './action-money.pages.tsx'
import { formScene, judgedMoney, keptMoney, moneyFrame, moneyScene } from './action-money.ts'
import type { MoneyScene } from './action-money.ts'
import { CostConflictPage, CostLinePage, NewCostPage, costFaults, newCost, typedCost } from './cost-line.pages.tsx'
import { lastChange } from './line-conflict.tsx'
import { historyOf, recordChanged, recordMade, recordRemoved } from './money-changes.ts'
import { costFields, readCost } from './money-form.rules.ts'
import type { TypedCost } from './money-form.rules.ts'
import { costName } from './money-tables.tsx'
import { insertCostLines, removeMoneyLines, updateCostLines } from './money-writes.store.ts'
import type { CostLine } from './money-line.rules.ts'

export const actionMoney = routes()
const address = (c: Request, done: string, id: Id<'action'>): string => `${paths.actionMoney(c.var.space.slug, id)}?fait=${done}`

actionMoney.get(paths.actionMoney(':operation', ':action'), may('viewPlan'), async (c) => {
  const scene = await moneyScene(c)
  return page(c, ActionMoneyPage({
    ...moneyFrame(c, scene), money: scene.money, whole: scene.whole, judged: await judgedMoney(c, scene), done: c.req.query('fait') ?? '',
  }))
})

const newCostPage = (c: Request, scene: MoneyScene, typed: TypedCost, faults: readonly Fault[]) =>
  page(c, NewCostPage({ ...moneyFrame(c, scene), typed, faults, onceKey: newId() }), faults.length > 0 ? 422 : 200)

actionMoney.get(paths.costLines(':operation', ':action'), may('keepFunding'), async (c) => newCostPage(c, await formScene(c), newCost, []))

actionMoney.post(paths.costLines(':operation', ':action'), may('keepFunding'), recorded('costLineAdded'), async (c) => {
  const [scene, typed] = [await keptMoney(c), await fields(c, costFields)]
  const outcome = readCost(typed, { position: scene.money.costs.length + 1, written: null })
  if (!outcome.ok) return newCostPage(c, scene, typed, outcome.problems.map((problem) => costFaults[problem]))
  const line = { ...outcome.value, id: newId<'costLine'>(), actionId: scene.action.id }
  await insertCostLines(c.var.db, c.var.space.operationId, [line])
  await recordMade(c, { kind: 'costLine', id: line.id, actionId: line.actionId, label: `Coût ajouté : ${costName(line)}` }, outcome.value)
  return c.redirect(address(c, 'cout', line.actionId), 303)
})

const costIn = ({ money }: MoneyScene, c: Request): CostLine => money.costs.find(({ id }) => id === idOf<'costLine'>(c, 'cost')) ?? notFound()
const lineOf = (cost: CostLine, verb: string) => ({ kind: 'costLine' as const, id: cost.id, actionId: cost.actionId, label:
  `Coût ${verb} : ${costName(cost)}` })

async function costPage(c: Request, scene: MoneyScene, typed: TypedCost, faults: readonly Fault[]) {
  const cost = costIn(scene, c)
  return page(c, CostLinePage({
    ...moneyFrame(c, scene), typed, faults, onceKey: newId(), cost, version: String(cost.version), history: await historyOf(c, cost.id),
  }), faults.length > 0 ? 422 : 200)
}

for (const form of [paths.costLine, paths.costLineRemoval]) {
  actionMoney.get(form(':operation', ':action', ':cost'), may('keepFunding'), async (c) => {
    const scene = await formScene(c)
    return await costPage(c, scene, typedCost(costIn(scene, c)), [])
  })
}

actionMoney.post(paths.costLine(':operation', ':action', ':cost'), may('keepFunding'), recorded('costLineChanged'), async (c) => {
  const [scene, { version, ...typed }] = [await keptMoney(c), await fields(c, [...costFields, 'version'])]
  const cost = costIn(scene, c)
  if (version !== String(cost.version)) {
    return page(c, CostConflictPage({ ...moneyFrame(c, scene), typed, faults: [], onceKey: newId(), cost, ...await lastChange(c, cost.id) }), 409)
  }
  const outcome = readCost(typed, { position: cost.position, written: cost.written })
  if (!outcome.ok) return await costPage(c, scene, typed, outcome.problems.map((problem) => costFaults[problem]))
  const { id, actionId, version: _, ...before } = cost
  await updateCostLines(c.var.db, c.var.space.operationId, [{ id, values: outcome.value }])
  await recordChanged(c, lineOf(cost, 'modifié'), before, outcome.value)
  return c.redirect(address(c, 'cout', actionId), 303)
})

actionMoney.post(paths.costLineRemoval(':operation', ':action', ':cost'), may('keepFunding'), recorded('costLineRemoved'), async (c) => {
  const [scene, { version }] = [await keptMoney(c), await fields(c, ['version'])]
  const cost = costIn(scene, c)
  if (version !== String(cost.version)) {
    return page(c, CostConflictPage({
      ...moneyFrame(c, scene), typed: typedCost(cost), faults: [], onceKey: newId(), cost, ...await lastChange(c, cost.id),
    }), 409)
  }
  await removeMoneyLines(c.var.db, { costs: [cost.id], lines: [] }, c.var.now)
  await recordRemoved(c, lineOf(cost, 'retiré'), cost)
  return c.redirect(address(c, 'cout-retire', cost.actionId), 303)
})
