// The plan under its five views, each narrowed by the same filter.
import type { VNode } from 'preact'
import type { Fault } from '../../design/faults.tsx'
import { holds } from '../../kernel/rights.ts'
import { newId, readId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { setNames } from '../../planning/plan-criteria.ts'
import { may } from '../../platform/guard.ts'
import { routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { findChangeSet } from '../actions/change-sets.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { gatherBoard } from './board.ts'
import { BoardView } from './board.pages.tsx'
import { gatherCalendar } from './calendar.ts'
import { CalendarView } from './calendar.pages.tsx'
import { chipsOf } from './chips.ts'
import { gatherFacets } from './facets.ts'
import type { Facets } from './facets.ts'
import { gatherPoints } from './map-points.ts'
import { gatherMap } from './map-view.ts'
import { MapView } from './map-view.pages.tsx'
import { queryOf, readPlanAsked } from './plan-address.rules.ts'
import type { PlanAsked } from './plan-address.rules.ts'
import { problemWords } from './plan-filter.words.ts'
import { BulkNotice, PlanPage } from './plan.pages.tsx'
import { gatherTable } from './plan-table.ts'
import { PlanTableView } from './plan-table.pages.tsx'
import { sightOf } from './sight.ts'
import type { PlanSight } from './sight.ts'
import { gatherTimeline } from './timeline.ts'
import { TimelineView } from './timeline.pages.tsx'
import { viewAskedOf } from './view-asked.ts'
import { knowingSets } from './whole-sets.store.ts'
import { ViewMenu } from './views.pages.tsx'
import { listViews } from './views.store.ts'

export const plan = routes()

plan.get(paths.plan(':operation'), may('viewPlan'), async (c) => {
  const { db, space } = c.var
  const asked = readPlanAsked((key) => c.req.queries(key) ?? [])
  const all = c.req.query('criteres') === 'tous'
  const sight = await knowingSets(db, sightOf(c), asked.filter)
  const facets = await gatherFacets(db, sight, all ? 'all' : setNames.filter((name) => asked.filter.sets[name] !== undefined || asked.group === name))
  const faults = asked.faults.map(({ key, problem }): Fault => [key, problemWords[problem]])
  const { view, total } = await viewOf(c, sight, asked, facets)
  return page(c, PlanPage({
    frame: operationFrame(c), slug: space.slug, asked, facets, faults, all, scope: sight.scope, chips: chipsOf(asked.filter, facets), total,
    notice: await bulkNotice(c),
    saved: ViewMenu({ slug: space.slug, views: await listViews(db, sight.personId), query: queryOf(asked), onceKey: newId() }),
    typed: (key) => c.req.query(key) ?? '', mayEdit: holds(space.roles, 'editAction'), mayImport: holds(space.roles, 'keepPlan'), children: view,
  }))
})

/** The places of the same filter, for the map one can move. */
plan.get(paths.planPoints(':operation'), may('viewPlan'), async (c) => {
  const { db, space } = c.var
  const asked = readPlanAsked((key) => c.req.queries(key) ?? [])
  const sight = await knowingSets(db, sightOf(c), asked.filter)
  return c.json(await gatherPoints(db, space.slug, sight, asked.filter))
})

/** What a change of many just did, and where to look at it or take it back. */
async function bulkNotice(c: Request) {
  const id = readId<'changeSet'>(c.req.query('lot') ?? '')
  const set = id === undefined ? undefined : await findChangeSet(c.var.db, id)
  return set === undefined ? undefined : BulkNotice({ slug: c.var.space.slug, id: set.id, label: set.label, undone: set.undoneById !== null })
}

type Shown = { readonly view: VNode; readonly total: number }
/** The view asked for, and how many actions answer the filter. */
async function viewOf(c: Request, sight: PlanSight, asked: PlanAsked, facets: Facets): Promise<Shown> {
  const { db, space } = c.var
  if (asked.view === 'table') {
    const table = await gatherTable(db, sight, asked, facets)
    return { view: PlanTableView({ slug: space.slug, asked, facets, table, mayEdit: holds(space.roles, 'editAction') }), total: table.total }
  }
  const view = viewAskedOf(c, sight, asked, facets)
  switch (asked.view) {
    case 'board': return shown(BoardView, await gatherBoard(db, view))
    case 'timeline': return shown(TimelineView, await gatherTimeline(db, view))
    case 'calendar': return shown(CalendarView, await gatherCalendar(db, view))
    case 'map': return shown(MapView, await gatherMap(db, view))
  }
}

const shown = <Props extends { readonly total: number }>(View: (props: Props) => VNode, props: Props): Shown =>
  ({ view: View(props), total: props.total })
