// The funding lines of one action: added, changed, removed; and each step of their ladder, recorded or withdrawn.
import type { Fault } from '../../design/faults.tsx'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { writerOf } from '../actions/action-part.ts'
import { upsertNamedOrganisations } from '../actions/naming.store.ts'
import { listProofDocuments } from '../obligations/obligations.store.ts'
import { page } from '../site/chrome.ts'
import { formScene, keptMoney, lineIn, moneyFrame, moneyScene } from './action-money.ts'
import type { MoneyScene } from './action-money.ts'
import { fundingFaults, newFunding, typedFunding } from './funding-line-form.tsx'
import { FundingLinePage, LineConflictPage, NewLinePage } from './funding-line.pages.tsx'
import type { LineTyping } from './funding-line.pages.tsx'
import { fundingFields, readFunding } from './funding-line.rules.ts'
import type { ReadFunding, TypedFunding } from './funding-line.rules.ts'
import { lastChange } from './line-conflict.tsx'
import { historyOf, recordChanged, recordMade, recordRemoved } from './money-changes.ts'
import { lineName } from './money-tables.tsx'
import { insertFundingLines, removeMoneyLines, replaceInstalments, updateFundingLines } from './money-writes.store.ts'
import { listSteps } from './money.store.ts'
import type { FundingLine } from './money-line.rules.ts'
import { listOrganisations } from './organisations.store.ts'
import { newStep, stepFaults, withdrawalFaults } from './steps.pages.tsx'
import { insertEvents, withdrawEvent } from './steps.store.ts'
import { recordStep, stepFields, withdrawStep } from './step.rules.ts'

export const fundingLines = routes()

const theLine = (scene: MoneyScene, c: Request): FundingLine => lineIn(scene, idOf<'fundingLine'>(c, 'line'))
const named = (line: FundingLine, verb: string) =>
  ({ kind: 'fundingLine' as const, id: line.id, actionId: line.actionId, label: `Financement ${verb} : ${lineName(line)}` })

fundingLines.get(paths.fundingLines(':operation', ':action'), may('keepFunding'), async (c) => {
  const scene = await formScene(c)
  const [cost] = scene.money.costs
  return await newLinePage(c, scene, newFunding(cost?.basis ?? 'HT'), [])
})

const newLinePage = async (c: Request, scene: MoneyScene, typed: TypedFunding, faults: readonly Fault[]) => page(c, NewLinePage({
  ...moneyFrame(c, scene), typed, faults, onceKey: newId(), funders: await listOrganisations(c.var.db),
}), faults.length > 0 ? 422 : 200)

fundingLines.post(paths.fundingLines(':operation', ':action'), may('keepFunding'), recorded('fundingLineAdded'), async (c) => {
  const [scene, typed, funders] = [await keptMoney(c), await fields(c, fundingFields), await listOrganisations(c.var.db)]
  const outcome = readFunding(typed, funders.map(({ id }) => id), { position: scene.money.lines.length + 1, written: null })
  if (!outcome.ok) return await newLinePage(c, scene, typed, outcome.problems.map((problem) => fundingFaults[problem]))
  const [id, actionId] = [newId<'fundingLine'>(), scene.action.id]
  const values = await withFunder(c, outcome.value)
  await insertFundingLines(c.var.db, c.var.space.operationId, [{ ...values, id, actionId }])
  await replaceInstalments(c.var.db, c.var.space.operationId, id, outcome.value.instalments)
  const funder = funders.find((one) => one.id === values.funderId)
  const label = `Financement ajouté : ${lineName({ ...values, funder: funder ?? null })}`
  await recordMade(c, { kind: 'fundingLine', id, actionId, label }, { ...values, instalments: outcome.value.instalments })
  return c.redirect(`${paths.actionMoney(c.var.space.slug, actionId)}?fait=ligne`, 303)
})

/** The values of a line, its funder made when it was typed by name. */
async function withFunder(c: Request, { values, newFunder }: ReadFunding) {
  const [made] = newFunder === null ? [] : await upsertNamedOrganisations(c.var.db, c.var.space.operationId, [newFunder])
  return { ...values, funderId: made ?? values.funderId }
}

// A form refused is shown at the address it was sent to, which is then reloaded.
for (const address of [paths.fundingLine, paths.fundingLineRemoval, paths.fundingEvents]) {
  fundingLines.get(address(':operation', ':action', ':line'), may('viewPlan'), async (c) => {
    const scene = await moneyScene(c)
    return await linePage(c, scene, untouched(theLine(scene, c)), [])
  })
}
fundingLines.get(paths.fundingEventWithdrawal(':operation', ':action', ':line', ':event'), may('viewPlan'), async (c) => {
  const scene = await moneyScene(c)
  const [line, event] = [theLine(scene, c), idOf<'fundingEvent'>(c, 'event')]
  if (!(await listSteps(c.var.db, [line.id])).some(({ id }) => id === event)) notFound()
  return await linePage(c, scene, untouched(line), [])
})

const untouched = (line: FundingLine): LineTyping =>
  ({ line: typedFunding(line), step: newStep(line.status), version: String(line.version), withdrawing: undefined })

async function linePage(c: Request, scene: MoneyScene, typing: LineTyping, faults: readonly Fault[]) {
  const line = theLine(scene, c)
  return page(c, FundingLinePage({
    ...moneyFrame(c, scene), line, typing, faults, keys: [newId(), newId(), newId()], done: c.req.query('fait') ?? '',
    steps: await listSteps(c.var.db, [line.id]), funders: scene.mayKeep ? await listOrganisations(c.var.db) : [],
    documents: scene.mayKeep ? await listProofDocuments(c.var.db) : [],
    history: scene.whole ? await historyOf(c, line.id) : { lines: [], organisations: new Map() },
  }), faults.length > 0 ? 422 : 200)
}

const at = (c: Request, line: FundingLine, done: string): string => `${paths.fundingLine(c.var.space.slug, line.actionId, line.id)}?fait=${done}`

fundingLines.post(paths.fundingLine(':operation', ':action', ':line'), may('keepFunding'), recorded('fundingLineChanged'), async (c) => {
  const [scene, { version, ...typed }] = [await keptMoney(c), await fields(c, [...fundingFields, 'version'])]
  const line = theLine(scene, c)
  if (version !== String(line.version)) return await conflict(c, scene, line, typed)
  const funders = await listOrganisations(c.var.db)
  const outcome = readFunding(typed, funders.map(({ id }) => id), { position: line.position, written: line.written })
  if (!outcome.ok) {
    return await linePage(c, scene, { ...untouched(line), line: typed, version }, outcome.problems.map((problem) => fundingFaults[problem]))
  }
  const values = await withFunder(c, outcome.value)
  await updateFundingLines(c.var.db, c.var.space.operationId, [{ id: line.id, values }])
  await replaceInstalments(c.var.db, c.var.space.operationId, line.id, outcome.value.instalments)
  await recordChanged(c, named(line, 'modifié'), valuesOf(line), { ...values, instalments: outcome.value.instalments })
  return c.redirect(at(c, line, 'ligne'), 303)
})

const valuesOf = ({ position, funderId, scheme, kind, basis, amountCents, rateBasisPoints, baseCents, note, written, instalments }: FundingLine) =>
  ({ position, funderId, scheme, kind, basis, amountCents, rateBasisPoints, baseCents, note, written, instalments })

const conflict = async (c: Request, scene: MoneyScene, line: FundingLine, typed: TypedFunding) => page(c, LineConflictPage({
  ...moneyFrame(c, scene), typed, faults: [], onceKey: newId(), funders: await listOrganisations(c.var.db), line, ...await lastChange(c, line.id),
}), 409)

fundingLines.post(paths.fundingLineRemoval(':operation', ':action', ':line'), may('keepFunding'), recorded('fundingLineRemoved'), async (c) => {
  const [scene, { version }] = [await keptMoney(c), await fields(c, ['version'])]
  const line = theLine(scene, c)
  if (version !== String(line.version)) return await conflict(c, scene, line, typedFunding(line))
  await removeMoneyLines(c.var.db, { costs: [], lines: [line.id] }, c.var.now)
  await recordRemoved(c, named(line, 'retiré'), valuesOf(line))
  return c.redirect(`${paths.actionMoney(c.var.space.slug, line.actionId)}?fait=ligne-retiree`, 303)
})

fundingLines.post(paths.fundingEvents(':operation', ':action', ':line'), may('keepFunding'), recorded('fundingStepRecorded'), async (c) => {
  const [scene, typed] = [await keptMoney(c), await fields(c, stepFields)]
  const line = theLine(scene, c)
  const steps = (await listSteps(c.var.db, [line.id])).filter(({ withdrawnAt }) => withdrawnAt === null)
  const outcome = recordStep(typed, { steps, documents: (await listProofDocuments(c.var.db)).map(({ id }) => id), today: c.var.today })
  if (!outcome.ok) return await linePage(c, scene, { ...untouched(line), step: typed }, outcome.problems.map((problem) => stepFaults[problem]))
  await insertEvents(c.var.db, writerOf(c), [{ ...outcome.value, id: newId(), lineId: line.id }])
  await c.var.record({ objectKind: 'fundingLine', objectId: line.id, before: null, after: outcome.value })
  return c.redirect(at(c, line, 'etape'), 303)
})

const withdrawal = paths.fundingEventWithdrawal(':operation', ':action', ':line', ':event')
fundingLines.post(withdrawal, may('keepFunding'), recorded('fundingStepWithdrawn'), async (c) => {
  const [scene, typed] = [await keptMoney(c), await fields(c, ['withdrawalReason'])]
  const [line, event]: [FundingLine, Id<'fundingEvent'>] = [theLine(scene, c), idOf<'fundingEvent'>(c, 'event')]
  const step = (await listSteps(c.var.db, [line.id])).find(({ id, withdrawnAt }) => id === event && withdrawnAt === null) ?? notFound()
  const outcome = withdrawStep(typed)
  if (!outcome.ok) {
    const faults = outcome.problems.map((problem) => withdrawalFaults[problem])
    return await linePage(c, scene, { ...untouched(line), withdrawing: { step: event, reason: typed.withdrawalReason, faults } }, faults)
  }
  await withdrawEvent(c.var.db, writerOf(c), line.id, event, outcome.value)
  const { status, on, amountCents } = step
  await c.var.record({ objectKind: 'fundingLine', objectId: line.id, before: { status, on, amountCents }, after: { reason: outcome.value } })
  return c.redirect(at(c, line, 'etape-retiree'), 303)
})
