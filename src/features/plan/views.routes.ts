// The views of the plan that people keep: saving, opening, renaming, sharing, copying, removing.
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, notFound, reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { holdOperation } from '../operations/operations.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { copyName, saveView } from './view.rules.ts'
import type { SavedView, ViewProblem, ViewTyped } from './view.rules.ts'
import { ViewsPage, viewFaults } from './views.pages.tsx'
import { insertView, listViews, removeView, updateView } from './views.store.ts'

export const views = routes()

views.get(paths.savedViews(':operation'), may('viewPlan'), async (c) => viewsPage(c, undefined, []))

views.post(paths.savedViews(':operation'), may('viewPlan'), recorded('planViewSaved'), async (c) => {
  const { db, space, now } = c.var
  await holdOperation(db, space.operationId)
  const known = await listViews(db, reader(c).id)
  const names = known.filter(({ mine }) => mine).map(({ name }) => name)
  const { copy, ...sent } = await fields(c, ['name', 'query', 'shared', 'copy'])
  const original = copy === '' ? undefined : known.find(({ slug }) => slug === copy) ?? notFound()
  const typed = original === undefined ? sent : { name: copyName(original.name, names), query: original.query, shared: '' }
  const outcome = saveView(typed, names)
  if (!outcome.ok) return viewsPage(c, { ...typed, view: 'nouvelle' }, outcome.problems)
  const { id, slug } = await insertView(db, { operationId: space.operationId, by: reader(c).id, at: now }, outcome.value)
  await c.var.record({ objectKind: 'savedView', objectId: id, before: null, after: outcome.value })
  return c.redirect(original === undefined ? paths.savedView(space.slug, slug) : paths.savedViews(space.slug), 303)
})

views.get(paths.savedView(':operation', ':view'), may('viewPlan'), async (c) => {
  const { query } = await viewOf(c)
  return c.redirect(`${paths.plan(c.var.space.slug)}${query === '' ? '' : `?${query}`}`, 302)
})

views.post(paths.savedView(':operation', ':view'), may('viewPlan'), recorded('planViewChanged'), async (c) => {
  const { db, space } = c.var
  const view = await ownView(c)
  const { name, shared } = await fields(c, ['name', 'shared'])
  const others = (await listViews(db, reader(c).id)).filter(({ mine, id }) => mine && id !== view.id)
  const typed = { name, shared, query: view.query }
  const outcome = saveView(typed, others.map((other) => other.name))
  if (!outcome.ok) return viewsPage(c, { ...typed, view: view.slug }, outcome.problems)
  await updateView(db, view.id, outcome.value)
  const { query, name: before, shared: wasShared } = view
  await c.var.record({ objectKind: 'savedView', objectId: view.id, before: { name: before, query, shared: wasShared }, after: outcome.value })
  return c.redirect(paths.savedViews(space.slug), 303)
})

views.get(paths.savedViewRemoval(':operation', ':view'), may('viewPlan'), async (c) => {
  await ownView(c)
  return c.redirect(paths.savedViews(c.var.space.slug), 302)
})

views.post(paths.savedViewRemoval(':operation', ':view'), may('viewPlan'), recorded('planViewRemoved'), async (c) => {
  const view = await ownView(c)
  await removeView(c.var.db, view.id, c.var.now)
  await c.var.record({ objectKind: 'savedView', objectId: view.id, before: { name: view.name, query: view.query, shared: view.shared }, after: null })
  return c.redirect(paths.savedViews(c.var.space.slug), 303)
})

/** The view of the address, when it is one's own or shared. */
async function viewOf(c: Request): Promise<SavedView> {
  const slug = c.req.param('view')
  return (await listViews(c.var.db, reader(c).id)).find((view) => view.slug === slug) ?? notFound()
}

/** Another's view can be opened and copied, never changed. */
async function ownView(c: Request): Promise<SavedView> {
  const view = await viewOf(c)
  return view.mine ? view : notFound()
}

async function viewsPage(c: Request, typed: (ViewTyped & { readonly view: string }) | undefined, problems: readonly ViewProblem[]) {
  return page(c, ViewsPage({
    frame: operationFrame(c), slug: c.var.space.slug, views: await listViews(c.var.db, reader(c).id), onceKey: newId(), typed,
    faults: problems.map((problem) => viewFaults[problem]),
  }), problems.length > 0 ? 422 : 200)
}
