// One orientation: its sheet, its form, its place in the tree, its removal.
import type { Fault } from '../../design/faults.tsx'
import { newId, readId } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { scopeOf } from '../../planning/scope.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, routes, wholeNumber } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { holdOperation, listJournal } from '../operations/operations.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { gatherClauses } from './clauses.ts'
import { RemovalPage } from './frameworks.pages.tsx'
import { findFramework } from './frameworks.store.ts'
import { listIndicators } from './indicators.store.ts'
import { OrientationConflictPage, OrientationFormPage, orientationFaults } from './orientation-form.pages.tsx'
import { OrientationPage } from './orientation.pages.tsx'
import type { LinkedClause } from './orientation.pages.tsx'
import { clauseKey, orientationFields, readOrientation } from './orientation.rules.ts'
import type { ClauseChoice, Orientation, OrientationTyped, OrientationValues } from './orientation.rules.ts'
import {
  countActions, countHanging, findOrientation, insertOrientation, listHeldActions, listOrientations, listPlaces, removeOrientations,
  updateOrientation,
  updatePlaces,
} from './orientations.store.ts'
import { treePage } from './tree-page.ts'
import { moves, orientationLabel, placed, stepped, withBelow } from './tree.rules.ts'

export const orientations = routes()
const actionsAPage = 100

orientations.get(paths.newOrientation(':operation', ':framework'), may('keepPlan'), (c) =>
  formPage(c, { typed: emptyTyped, parent: c.req.query('sous') ?? '', faults: [] }))

orientations.post(paths.newOrientation(':operation', ':framework'), may('keepPlan'), recorded('orientationAdded'), async (c) => {
  const { db, space: { operationId, slug } } = c.var
  const framework = await frameworkOf(c)
  const { parent, ...typed } = await fields(c, [...orientationFields, 'parent'])
  const outcome = readOrientation(typed, await clausesOf(c), null)
  if (!outcome.ok) return await formPage(c, { typed, parent, faults: outcome.problems.map((problem) => orientationFaults[problem]) })
  await holdOperation(db, operationId)
  const above = (await listPlaces(db, framework.id)).find(({ id }) => id === parent)
  const id = await insertOrientation(db, operationId, framework.id, above?.id ?? null, outcome.value)
  const after = { ...outcome.value, frameworkId: framework.id, parentId: above?.id ?? null }
  await c.var.record({ objectKind: 'orientation', objectId: id, before: null, after })
  return c.redirect(`${paths.framework(slug, framework.slug)}#orientation-${id}`, 303)
})

orientations.get(paths.orientation(':operation', ':framework', ':orientation'), may('viewPlan'), async (c) => {
  const { db, space, day } = c.var
  const { framework, orientation } = await orientationOf(c)
  const scope = scopeOf(space.mandates)
  const tree = (await listOrientations(db)).filter(({ frameworkId }) => frameworkId === framework.id)
  const ids = tree.map(({ id }) => id).filter((id) => withBelow(tree, orientation.id).has(id))
  const counts = await countActions(db, { operationId: c.var.space.operationId, scope })
  const wanted = Math.max(1, wholeNumber(c.req.query('page')) ?? 1)
  const lines = ids.map((id) => counts(id).direct).reduce((sum, direct) => sum + direct, 0)
  return page(c, OrientationPage({
    frame: operationFrame(c), slug: space.slug, framework, orientation, tree, clause: linked(orientation.clause, await clausesOf(c)),
    actions: await listHeldActions(db, scope, ids, { day, most: actionsAPage, skip: (wanted - 1) * actionsAPage }),
    total: counts(orientation.id).below, page: wanted, pages: Math.ceil(lines / actionsAPage),
    indicators: (await listIndicators(db)).filter(({ orientationId }) => orientationId === orientation.id), mayKeep: holds(space.roles, 'keepPlan'),
  }))
})

orientations.get(paths.orientationForm(':operation', ':framework', ':orientation'), may('keepPlan'), async (c) => {
  const { orientation } = await orientationOf(c)
  return await formPage(c, { typed: typedOf(orientation), parent: '', faults: [], known: orientation })
})

orientations.post(paths.orientationForm(':operation', ':framework', ':orientation'), may('keepPlan'), recorded('orientationChanged'), async (c) => {
  const { db, space: { slug } } = c.var
  const { framework, orientation } = await orientationOf(c)
  const { version: typedVersion, ...typed } = await fields(c, [...orientationFields, 'version'])
  const version = wholeNumber(typedVersion) ?? 0
  const clauses = await clausesOf(c)
  const outcome = readOrientation(typed, clauses, orientation.clause)
  if (!outcome.ok) {
    const faults = outcome.problems.map((problem) => orientationFaults[problem])
    return await formPage(c, { typed, parent: '', faults, known: { ...orientation, version } })
  }
  if (!(await updateOrientation(db, orientation.id, version, outcome.value))) {
    const [last] = await listJournal(db, { objectId: orientation.id, most: 1 })
    return page(c, OrientationConflictPage({
      frame: operationFrame(c), slug, framework, known: knownOf(orientation), parent: undefined, typed, theirs: typedOf(orientation), clauses,
      faults: [],
      lostClause: lostClause(orientation.clause, clauses), onceKey: newId(), author: last?.personName ?? 'Chapeau', at: last?.at ?? c.var.now,
    }), 409)
  }
  await c.var.record({ objectKind: 'orientation', objectId: orientation.id, before: valuesOf(orientation), after: outcome.value })
  return c.redirect(paths.orientation(slug, framework.slug, orientation.id), 303)
})

orientations.post(paths.orientationPlace(':operation', ':framework', ':orientation'), may('keepPlan'), recorded('orientationMoved'), async (c) => {
  const { db, space: { operationId, slug } } = c.var
  const { framework, orientation } = await orientationOf(c)
  const { move, parent } = await fields(c, ['move', 'parent'])
  await holdOperation(db, operationId)
  const tree = await listPlaces(db, framework.id)
  const step = moves.find((one) => one === move)
  const above = tree.find(({ id }) => id === parent)
  const changed = step !== undefined ? stepped(tree, orientation.id, step)
    : parent !== '' && above === undefined ? [] : placed(tree, orientation.id, above?.id ?? null, null)
  const moved = changed.find(({ id }) => id === orientation.id)
  if (moved === undefined) return page(c, await treePage(c, framework, { moved: orientation.id, refused: true }), 409)
  await updatePlaces(db, changed)
  const { parentId, position } = orientation
  await c.var.record({
    objectKind: 'orientation', objectId: orientation.id, before: { parentId, position },
    after: { parentId: moved.parentId, position: moved.position },
  })
  return c.redirect(`${paths.framework(slug, framework.slug)}?rangee=${orientation.id}#orientation-${orientation.id}`, 303)
})

orientations.get(paths.orientationRemoval(':operation', ':framework', ':orientation'), may('keepPlan'),
  async (c) => page(c, (await removalPage(c)).node))

orientations.post(paths.orientationRemoval(':operation', ':framework', ':orientation'), may('keepPlan'), recorded('orientationRemoved'),
  async (c) => {
  await holdOperation(c.var.db, c.var.space.operationId)
  const { node, framework, orientation, ids, hanging } = await removalPage(c)
  if (hanging.actions > 0 || hanging.indicators > 0) return page(c, node, 409)
  await removeOrientations(c.var.db, ids, c.var.now)
  await c.var.record({ objectKind: 'orientation', objectId: orientation.id, before: { ...valuesOf(orientation), with: ids }, after: null })
  return c.redirect(paths.framework(c.var.space.slug, framework.slug), 303)
})

const frameworkOf = async (c: Request) => (await findFramework(c.var.db, c.req.param('framework') ?? '')) ?? notFound()

async function orientationOf(c: Request) {
  const framework = await frameworkOf(c)
  const orientation = (await findOrientation(c.var.db, idOf<'orientation'>(c, 'orientation'))) ?? notFound()
  return orientation.frameworkId === framework.id ? { framework, orientation } : notFound()
}

const clausesOf = async (c: Request): Promise<readonly ClauseChoice[]> => (await gatherClauses(c.var.db, c.var.day)).flatMap(({ clauses }) => clauses)

/** A clause with what the text of the day says of it; without a heading when it no longer holds it. */
function linked(clause: OrientationValues['clause'], clauses: readonly ClauseChoice[]): LinkedClause | undefined {
  if (clause === null) return undefined
  const known = clauses.find(({ key }) => key === clauseKey(clause))
  const convention = clauses.find(({ conventionId }) => conventionId === clause.conventionId)
  return known ?? (convention === undefined ? undefined
    : { conventionSlug: convention.conventionSlug, conventionTitle: convention.conventionTitle, provision: clause.provision, number: null,
      heading: '' })
}

const lostClause = (clause: OrientationValues['clause'], clauses: readonly ClauseChoice[]) =>
  (clause === null || clauses.some(({ key }) => key === clauseKey(clause)) ? undefined
    : { key: clauseKey(clause), label: `${clause.provision} (absente du texte ce jour-là)` })

const emptyTyped: OrientationTyped = { number: '', title: '', clause: '', context: '', objectives: '', audience: '', centrality: '', pilots: '' }
const typedOf = ({ number, title, clause, context, objectives, audience, centrality, pilots }: Orientation): OrientationTyped =>
  ({ number: number ?? '', title, clause: clause === null ? '' : clauseKey(clause), context, objectives, audience, centrality, pilots })
const valuesOf = ({ number, title, clause, context, objectives, audience, centrality, pilots }: Orientation): OrientationValues =>
  ({ number, title, clause, context, objectives, audience, centrality, pilots })
const knownOf = (orientation: Orientation) => ({ id: orientation.id, label: orientationLabel(orientation), version: orientation.version })

type Typing = { readonly typed: OrientationTyped; readonly parent: string; readonly faults: readonly Fault[]; readonly known?: Orientation }
async function formPage(c: Request, { typed, parent, faults, known }: Typing) {
  const framework = await frameworkOf(c)
  const clauses = await clausesOf(c)
  const above = readId(parent) === undefined ? undefined : (await listPlaces(c.var.db, framework.id)).find(({ id }) => id === parent)
  const node = OrientationFormPage({
    frame: operationFrame(c), slug: c.var.space.slug, framework, typed, faults, clauses, lostClause: lostClause(known?.clause ?? null, clauses),
    known: known === undefined ? undefined : knownOf(known), onceKey: newId(),
    parent: above === undefined ? undefined : { id: above.id, label: orientationLabel(above) },
  })
  return page(c, node, faults.length > 0 ? 422 : 200)
}

async function removalPage(c: Request) {
  const { db, space: { slug } } = c.var
  const { framework, orientation } = await orientationOf(c)
  const tree = (await listOrientations(db)).filter(({ frameworkId }) => frameworkId === framework.id)
  const inside = withBelow(tree, orientation.id)
  const hanging = await countHanging(db, [...inside])
  const here = paths.orientation(slug, framework.slug, orientation.id)
  const node = RemovalPage({
    frame: operationFrame(c), slug, title: `Retirer « ${orientationLabel(orientation)} »`,
    breadcrumb: [{ href: paths.frameworks(slug), label: 'Cadres et orientations' },
      { href: paths.framework(slug, framework.slug), label: framework.name }],
    action: paths.orientationRemoval(slug, framework.slug, orientation.id), back: here,
    below: tree.filter(({ id }) => inside.has(id) && id !== orientation.id), hanging, planHref: `${paths.plan(slug)}?orientation=${orientation.id}`,
  })
  return { node, framework, orientation, ids: [...inside], hanging }
}
