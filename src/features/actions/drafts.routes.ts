// Drafts: what someone types in a long form, kept on the server before it is sent, on whatever device; seen by nobody else.
import { paths } from '../../paths.ts'
import { may, unrecorded } from '../../platform/guard.ts'
import { allFields, reader, routes } from '../../platform/web.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { DraftsPage } from './drafts.pages.tsx'
import { listDrafts, removeDraft, saveDraft } from './drafts.store.ts'

export const drafts = routes()
const most = 400_000

drafts.get(paths.drafts(':operation'), may('viewPlan'), async (c) => page(c, DraftsPage({
  frame: operationFrame(c), slug: c.var.space.slug, drafts: await listDrafts(c.var.db, reader(c).id), problem: undefined,
})))

drafts.post(paths.drafts(':operation'), may('viewPlan'), unrecorded('a draft is a working copy, no fact'), async (c) => {
  const { brouillon: form = '', oublier: forgotten = '', cle: _, ...fields } = await allFields(c)
  const { operationId, slug } = c.var.space
  const place = { personId: reader(c).id, form }
  const isForm = form.startsWith(`${paths.operation(slug)}/`) && /^[\w/.-]{1,500}$/.test(form)
  if (isForm && forgotten !== '') {
    await removeDraft(c.var.db, place)
    return c.redirect(form, 303)
  }
  const size = Object.entries(fields).reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  if (!isForm || size > most) {
    return page(c, DraftsPage({
      frame: operationFrame(c), slug, drafts: await listDrafts(c.var.db, place.personId), problem: isForm ? 'tooLong' : 'noForm',
    }), 422)
  }
  await saveDraft(c.var.db, operationId, place, fields, c.var.now)
  return c.req.header('x-fragment') === 'draft' ? c.body(null, 204) : c.redirect(`${form}?brouillon=reprendre`, 303)
})
