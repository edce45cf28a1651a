// The list of frameworks, one framework as a tree, its forms, its removal.
import type { Fault } from '../../design/faults.tsx'
import type { PlainDate } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { scopeOf } from '../../planning/scope.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, notFound, routes, wholeNumber } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { holdOperation, listJournal } from '../operations/operations.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { gatherClauses } from './clauses.ts'
import { uncovered } from './coverage.rules.ts'
import { FrameworkConflictPage, FrameworkFormPage, NewFrameworkPage, frameworkFaults, outlineFaults } from './framework-form.pages.tsx'
import { frameworkFields, readFramework } from './framework.rules.ts'
import type { Framework, FrameworkTyped, FrameworkValues } from './framework.rules.ts'
import { FrameworksPage, RemovalPage } from './frameworks.pages.tsx'
import { findFramework, insertFrameworks, listFrameworks, removeFramework, updateFramework } from './frameworks.store.ts'
import { namedOrientation } from './orientation.rules.ts'
import type { ClauseChoice } from './orientation.rules.ts'
import { countActions, countHanging, insertOrientations, listOrientations, removeOrientations } from './orientations.store.ts'
import type { NewOrientation } from './orientations.store.ts'
import { readOutline } from './outline.rules.ts'
import type { OutlineLine } from './outline.rules.ts'
import { clauseNumbered, templateOf, templates } from './templates.words.ts'
import { treePage } from './tree-page.ts'

export const frameworks = routes()

frameworks.get(paths.frameworks(':operation'), may('viewPlan'), async (c) => {
  const { db, space } = c.var
  const scope = scopeOf(space.mandates)
  const [all, orientations, countsOf] = [
    await listFrameworks(db), await listOrientations(db), await countActions(db, { operationId: space.operationId, scope }),
  ]
  const lines = all.map((framework) => {
    const own = orientations.filter(({ frameworkId }) => frameworkId === framework.id)
    const covered = own.length - uncovered(own, countsOf).length
    return { framework, orientations: own.length, covered, actions: countsOf(framework.id).below }
  })
  const mayKeep = holds(space.roles, 'keepPlan')
  return page(c, FrameworksPage({ frame: operationFrame(c), slug: space.slug, lines, mayKeep, partial: !scope.seesAll }))
})

frameworks.get(paths.newFramework(':operation'), may('keepPlan'), async (c) => {
  const gathered = await gatherClauses(c.var.db, c.var.day)
  const chosen = c.req.query('modele') ?? ''
  const template = templates.find(({ key }) => key === chosen)
  const source = gathered.find(({ convention }) => convention.slug === chosen)
  const model = source === undefined ? template : templateOf(source.convention, source.clauses)
  const typed = { name: model?.name ?? '', kind: model?.kind ?? '', convention: source?.convention.id ?? '', since: '', until: '', summary: '' }
  return newPage(c, { typed, outline: model?.outline ?? '', faults: [] }, gathered)
})

frameworks.post(paths.newFramework(':operation'), may('keepPlan'), recorded('frameworkAdded'), async (c) => {
  const { db, space: { operationId, slug: operation }, day } = c.var
  const gathered = await gatherClauses(db, day)
  const { outline, ...typed } = await fields(c, [...frameworkFields, 'outline'])
  const framework = readFramework(typed, gathered.map(({ convention }) => convention))
  const lines = readOutline(outline)
  if (!framework.ok || !lines.ok) {
    return newPage(c, { typed, outline, faults: [
      ...(framework.ok ? [] : framework.problems.map((problem) => frameworkFaults[problem])),
      ...(lines.ok ? [] : lines.problems.map((problem) => outlineFaults[problem])),
    ] }, gathered)
  }
  await holdOperation(db, operationId)
  const id = newId<'framework'>()
  const [written] = await insertFrameworks(db, operationId, [{ id, ...framework.value }])
  const clauses = gathered.find(({ convention }) => convention.id === framework.value.conventionId)?.clauses ?? []
  const orientations = planted(id, lines.value, framework.value.kind === 'convention' ? clauses : [])
  await insertOrientations(db, operationId, orientations)
  await c.var.record({ objectKind: 'framework', objectId: id, before: null, after: { ...framework.value, orientations: lines.value } })
  return c.redirect(paths.framework(operation, written?.slug ?? ''), 303)
})

/** The orientations of a list, ready to be written, with the clause of their number. */
function planted(frameworkId: Framework['id'], lines: readonly OutlineLine[], clauses: readonly ClauseChoice[]): readonly NewOrientation[] {
  const ids = lines.map(() => newId<'orientation'>())
  return lines.flatMap(({ number, title, under }, position) => {
    const id = ids[position]
    const clause = clauseNumbered(clauses, number)
    return id === undefined ? [] : [{
      ...namedOrientation(number, title), id, frameworkId, position, parentId: under === null ? null : ids[under] ?? null,
      clause: clause === undefined ? null : { conventionId: clause.conventionId, provision: clause.provision },
    }]
  })
}

frameworks.get(paths.framework(':operation', ':framework'), may('viewPlan'), async (c) => {
  const framework = await frameworkOf(c)
  return page(c, await treePage(c, framework, { moved: c.req.query('rangee') ?? '', refused: false }))
})

frameworks.get(paths.frameworkForm(':operation', ':framework'), may('keepPlan'), async (c) => {
  const framework = await frameworkOf(c)
  return await formPage(c, framework, typedOf(framework), [])
})

frameworks.post(paths.frameworkForm(':operation', ':framework'), may('keepPlan'), recorded('frameworkChanged'), async (c) => {
  const { db, space: { slug } } = c.var
  const framework = await frameworkOf(c)
  const { version, ...typed } = await fields(c, [...frameworkFields, 'version'])
  const gathered = await gatherClauses(db, c.var.day)
  const outcome = readFramework(typed, gathered.map(({ convention }) => convention))
  if (!outcome.ok) return await formPage(c, framework, typed, outcome.problems.map((problem) => frameworkFaults[problem]), wholeNumber(version))
  if (!(await updateFramework(db, framework.id, wholeNumber(version) ?? 0, outcome.value))) {
    const [last] = await listJournal(db, { objectId: framework.id, most: 1 })
    return page(c, FrameworkConflictPage({
      frame: operationFrame(c), slug, framework, version: framework.version, typed, theirs: typedOf(framework), faults: [],
      conventions: gathered.map(({ convention }) => convention), author: last?.personName ?? 'Chapeau', at: last?.at ?? c.var.now,
    }), 409)
  }
  await c.var.record({ objectKind: 'framework', objectId: framework.id, before: valuesOf(framework), after: outcome.value })
  return c.redirect(paths.framework(slug, framework.slug), 303)
})

frameworks.get(paths.frameworkRemoval(':operation', ':framework'), may('keepPlan'), async (c) => page(c, (await removalPage(c)).node))

frameworks.post(paths.frameworkRemoval(':operation', ':framework'), may('keepPlan'), recorded('frameworkRemoved'), async (c) => {
  await holdOperation(c.var.db, c.var.space.operationId)
  const { node, framework, below, hanging } = await removalPage(c)
  if (hanging.actions > 0 || hanging.indicators > 0) return page(c, node, 409)
  await removeOrientations(c.var.db, below.map(({ id }) => id), c.var.now)
  await removeFramework(c.var.db, framework.id, c.var.now)
  const before = { ...valuesOf(framework), orientations: below.map(({ path }) => path) }
  await c.var.record({ objectKind: 'framework', objectId: framework.id, before, after: null })
  return c.redirect(paths.frameworks(c.var.space.slug), 303)
})

const frameworkOf = async (c: Request): Promise<Framework> => (await findFramework(c.var.db, c.req.param('framework') ?? '')) ?? notFound()

const valuesOf = ({ name, kind, conventionId, since, until, summary }: Framework): FrameworkValues =>
  ({ name, kind, conventionId, since, until, summary })
const typedOf = ({ name, kind, conventionId, since, until, summary }: Framework): FrameworkTyped =>
  ({ name, kind, convention: conventionId ?? '', since: typedDay(since), until: typedDay(until), summary })
const typedDay = (day: PlainDate | null): string => (day === null ? '' : day.split('-').reverse().join('/'))

type Gathered = Awaited<ReturnType<typeof gatherClauses>>
type NewTyped = { readonly typed: FrameworkTyped; readonly outline: string; readonly faults: readonly Fault[] }
function newPage(c: Request, { typed, outline, faults }: NewTyped, gathered: Gathered) {
  const node = NewFrameworkPage({
    frame: operationFrame(c), slug: c.var.space.slug, typed, outline, faults, onceKey: newId(), chosen: c.req.query('modele') ?? '',
    conventions: gathered.map(({ convention }) => convention),
    templates: [
      ...templates,
      ...gathered.filter(({ clauses }) => clauses.length > 0).map(({ convention, clauses }) => templateOf(convention, clauses)),
    ],
  })
  return page(c, node, faults.length > 0 ? 422 : 200)
}

async function formPage(c: Request, framework: Framework, typed: FrameworkTyped, faults: readonly Fault[], version = framework.version) {
  const conventions = (await gatherClauses(c.var.db, c.var.day)).map(({ convention }) => convention)
  const node = FrameworkFormPage({ frame: operationFrame(c), slug: c.var.space.slug, framework, typed, conventions, faults, version })
  return page(c, node, faults.length > 0 ? 422 : 200)
}

async function removalPage(c: Request) {
  const { db, space: { slug } } = c.var
  const framework = await frameworkOf(c)
  const below = (await listOrientations(db)).filter(({ frameworkId }) => frameworkId === framework.id)
  const hanging = await countHanging(db, below.map(({ id }) => id))
  const node = RemovalPage({
    frame: operationFrame(c), slug, title: `Retirer « ${framework.name} »`, action: paths.frameworkRemoval(slug, framework.slug),
    breadcrumb: [{ href: paths.frameworks(slug), label: 'Cadres et orientations' },
      { href: paths.framework(slug, framework.slug), label: framework.name }],
    back: paths.framework(slug, framework.slug), below, hanging, planHref: `${paths.plan(slug)}?cadre=${framework.id}`,
  })
  return { node, framework, below, hanging }
}
