// The indicators of an operation: their list, their forms, the values observed.
import type { Fault } from '../../design/faults.tsx'
import { newId } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { scopeOf } from '../../planning/scope.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, reader, routes, wholeNumber } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { listJournal } from '../operations/operations.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { IndicatorConflictPage, IndicatorFormPage, indicatorFaults, observationFaults } from './indicator-form.pages.tsx'
import { indicatorFields, observationFields, readIndicator, readObservation } from './indicator.rules.ts'
import type { Indicator, IndicatorTyped, IndicatorValues, ObservationTyped } from './indicator.rules.ts'
import { IndicatorPage, IndicatorsPage } from './indicators.pages.tsx'
import {
  findIndicator, insertIndicators, insertObservations, listActionChoices, listIndicatorLines, listIndicators, listObservations, listPromised,
  removeIndicator, removeObservation, updateIndicator,
} from './indicators.store.ts'
import { listOrientations } from './orientations.store.ts'

export const indicators = routes()

indicators.get(paths.indicators(':operation'), may('viewPlan'), async (c) => {
  const { db, space, day } = c.var
  return page(c, IndicatorsPage({
    frame: operationFrame(c), slug: space.slug, lines: await listIndicatorLines(db, scopeOf(space.mandates), day),
    orientations: await listOrientations(db), mayKeep: holds(space.roles, 'keepPlan'),
  }))
})

const emptyIndicator: IndicatorTyped = { name: '', unit: '', kind: '', formula: '', source: '', orientation: '' }
indicators.get(paths.newIndicator(':operation'), may('keepPlan'), (c) =>
  formPage(c, { ...emptyIndicator, orientation: c.req.query('orientation') ?? '' }, [], undefined))

indicators.post(paths.newIndicator(':operation'), may('keepPlan'), recorded('indicatorAdded'), async (c) => {
  const { db, space } = c.var
  const typed = await fields(c, indicatorFields)
  const outcome = readIndicator(typed, await listIndicators(db), await listOrientations(db))
  if (!outcome.ok) return await formPage(c, typed, outcome.problems.map((problem) => indicatorFaults[problem]), undefined)
  const id = newId<'indicator'>()
  await insertIndicators(db, space.operationId, [{ id, ...outcome.value }])
  await c.var.record({ objectKind: 'indicator', objectId: id, before: null, after: outcome.value })
  return c.redirect(paths.indicator(space.slug, id), 303)
})

const noValue: ObservationTyped = { on: '', value: '', unpublished: '', note: '', action: '' }
for (const address of [paths.indicator(':operation', ':indicator'), paths.indicatorValues(':operation', ':indicator')]) {
  indicators.get(address, may('viewPlan'), async (c) => await onePage(c, await indicatorOf(c), noValue, []))
}

indicators.get(paths.indicatorForm(':operation', ':indicator'), may('keepPlan'), async (c) => {
  const indicator = await indicatorOf(c)
  return await formPage(c, typedOf(indicator), [], indicator)
})

indicators.post(paths.indicatorForm(':operation', ':indicator'), may('keepPlan'), recorded('indicatorChanged'), async (c) => {
  const { db, space: { slug } } = c.var
  const indicator = await indicatorOf(c)
  const { version: typedVersion, ...typed } = await fields(c, [...indicatorFields, 'version'])
  const version = wholeNumber(typedVersion) ?? 0
  const others = (await listIndicators(db)).filter(({ id }) => id !== indicator.id)
  const orientations = await listOrientations(db)
  const outcome = readIndicator(typed, others, orientations)
  if (!outcome.ok) return await formPage(c, typed, outcome.problems.map((problem) => indicatorFaults[problem]), { ...indicator, version })
  if (!(await updateIndicator(db, indicator.id, version, outcome.value))) {
    const [last] = await listJournal(db, { objectId: indicator.id, most: 1 })
    return page(c, IndicatorConflictPage({
      frame: operationFrame(c), slug, known: indicator, typed, theirs: typedOf(indicator), orientations, faults: [], onceKey: newId(),
      author: last?.personName ?? 'Chapeau', at: last?.at ?? c.var.now,
    }), 409)
  }
  await c.var.record({ objectKind: 'indicator', objectId: indicator.id, before: valuesOf(indicator), after: outcome.value })
  return c.redirect(paths.indicator(slug, indicator.id), 303)
})

indicators.post(paths.indicatorRemoval(':operation', ':indicator'), may('keepPlan'), recorded('indicatorRemoved'), async (c) => {
  const indicator = await indicatorOf(c)
  await removeIndicator(c.var.db, indicator.id, c.var.now)
  await c.var.record({ objectKind: 'indicator', objectId: indicator.id, before: valuesOf(indicator), after: null })
  return c.redirect(paths.indicators(c.var.space.slug), 303)
})

indicators.post(paths.indicatorValues(':operation', ':indicator'), may('keepPlan'), recorded('indicatorObserved'), async (c) => {
  const { db, space: { operationId, slug, mandates }, now, today } = c.var
  const indicator = await indicatorOf(c)
  const typed = await fields(c, observationFields)
  const outcome = readObservation(typed, await listActionChoices(db, scopeOf(mandates)), today)
  if (!outcome.ok) return await onePage(c, indicator, typed, outcome.problems.map((problem) => observationFaults[problem]))
  await insertObservations(db, { operationId, by: reader(c).id, at: now }, [{ indicatorId: indicator.id, ...outcome.value }])
  await c.var.record({ objectKind: 'indicator', objectId: indicator.id, before: null, after: outcome.value })
  return c.redirect(`${paths.indicator(slug, indicator.id)}#valeurs`, 303)
})

indicators.post(paths.indicatorValueRemoval(':operation', ':indicator', ':value'), may('keepPlan'), recorded('indicatorValueWithdrawn'),
  async (c) => {
  const indicator = await indicatorOf(c)
  const id = idOf<'indicatorValue'>(c, 'value')
  if (!(await removeObservation(c.var.db, indicator.id, id, c.var.now))) notFound()
  await c.var.record({ objectKind: 'indicator', objectId: indicator.id, before: { value: id }, after: null })
  return c.redirect(`${paths.indicator(c.var.space.slug, indicator.id)}#valeurs`, 303)
})

const indicatorOf = async (c: Request): Promise<Indicator> => (await findIndicator(c.var.db, idOf<'indicator'>(c, 'indicator'))) ?? notFound()
const valuesOf = ({ name, unit, kind, formula, source, orientationId }: Indicator): IndicatorValues =>
  ({ name, unit, kind, formula, source, orientationId })
const typedOf = ({ name, unit, kind, formula, source, orientationId }: Indicator): IndicatorTyped =>
  ({ name, unit, kind, formula, source, orientation: orientationId ?? '' })

async function formPage(c: Request, typed: IndicatorTyped, faults: readonly Fault[], known: Indicator | undefined) {
  const orientations = await listOrientations(c.var.db)
  const node = IndicatorFormPage({ frame: operationFrame(c), slug: c.var.space.slug, typed, faults, orientations, known, onceKey: newId() })
  return page(c, node, faults.length > 0 ? 422 : 200)
}

async function onePage(c: Request, indicator: Indicator, typed: ObservationTyped, faults: readonly Fault[]) {
  const { db, space, day } = c.var
  const scope = scopeOf(space.mandates)
  const mayKeep = holds(space.roles, 'keepPlan')
  const node = IndicatorPage({
    frame: operationFrame(c), slug: space.slug, indicator, typed, faults, mayKeep, onceKey: newId(),
    orientation: (await listOrientations(db)).find(({ id }) => id === indicator.orientationId),
    values: (await listObservations(db, scope, indicator.id)).filter(({ on }) => on <= day),
    promised: await listPromised(db, scope, indicator.id, day), actions: mayKeep ? await listActionChoices(db, scope) : [],
  })
  return page(c, node, faults.length > 0 ? 422 : 200)
}
