// Changing many actions at once: choosing them, saying what changes, seeing what it would do, doing it.
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { holdActions } from '../actions/actions.store.ts'
import { digestOf } from '../actions/change-digest.ts'
import { applyChanges } from '../actions/change-sets.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { bulkForm, chosenActions, gatherTargets, pairsOf } from './bulk.ts'
import { BulkFormPage, BulkPreviewPage, NothingTickedPage } from './bulk.pages.tsx'
import type { BulkSelection } from './bulk.pages.tsx'
import { judgeBulk, readBulk } from './bulk.rules.ts'
import type { BulkEdit, BulkFault, BulkQuery, BulkVerdict } from './bulk.rules.ts'
import { bulkFaults, editInWords } from './bulk.words.ts'
import { gatherFacets } from './facets.ts'
import type { Facets } from './facets.ts'
import { listPeopleNamed } from './facets.store.ts'
import { sightOf } from './sight.ts'

export const bulk = routes()

bulk.get(paths.bulkEdit(':operation'), may('editAction'), async (c) => {
  const { search } = new URL(c.req.url)
  return formPage(c, { ids: null, query: search }, () => [], [])
})

bulk.post(paths.bulkSelection(':operation'), may('editAction'), async (c) => {
  const { selection } = await bulkForm(c)
  if (selection.ids === null) {
    return page(c, NothingTickedPage({ frame: operationFrame(c), slug: c.var.space.slug, query: selection.query }), 422)
  }
  return formPage(c, selection, () => [], [])
})

bulk.post(paths.bulkPreview(':operation'), may('editAction'), async (c) => {
  const { query, selection, sent } = await bulkForm(c)
  const { facets, edit, faults } = await readChange(c, query)
  if (edit === undefined || sent('revenir') === 'oui') return formPage(c, selection, query, sent('revenir') === 'oui' ? [] : faults)
  const sight = sightOf(c)
  const { ids, digest } = await chosenActions(c.var.db, sight, selection)
  const verdict = judgeBulk(edit, await gatherTargets(c.var.db, sight, ids), sight.scope, c.var.today)
  return previewPage(c, { query, selection, facets, verdict, digest, moved: false })
})

// A reload of what was sent leads back to the plan.
for (const address of [paths.bulkSelection(':operation'), paths.bulkPreview(':operation')]) {
  bulk.get(address, may('editAction'), (c) => c.redirect(paths.plan(c.var.space.slug), 303))
}

bulk.post(paths.bulkEdit(':operation'), may('editAction'), recorded('actionsEdited'), async (c) => {
  const { query, selection, sent } = await bulkForm(c)
  const { facets, edit, faults } = await readChange(c, query)
  if (edit === undefined) return formPage(c, selection, query, faults)
  const { db, space, now, today } = c.var
  const sight = sightOf(c)
  await holdActions(db, (await chosenActions(db, sight, selection)).ids)
  const { ids, digest } = await chosenActions(db, sight, selection)
  const verdict = judgeBulk(edit, await gatherTargets(db, sight, ids), sight.scope, today)
  if (digest !== sent('digest') || verdict.changed.length === 0)
    return previewPage(c, { query, selection, facets, verdict, digest, moved: true }, 409)
  const changes = verdict.changed.flatMap(({ changes }) => changes)
  const setId = newId<'changeSet'>()
  const count = verdict.changed.length
  const label = `${editInWords(query, facets).slice(0, 250)} (${count.toLocaleString('fr-FR')} ${count > 1 ? 'actions' : 'action'})`
  await applyChanges(db, space.operationId, changes, { setId, kind: 'bulk', label, by: reader(c).id, at: now })
  await c.var.record({ objectKind: 'changeSet', objectId: setId, before: null, after: { label, ...digestOf(changes) } })
  return c.redirect(`${paths.plan(space.slug)}${selection.query === '' ? '?' : `${selection.query}&`}lot=${setId}`, 303)
})

const facetsOf = (c: Request): Promise<Facets> => gatherFacets(c.var.db, sightOf(c), [])

type Change = { readonly facets: Facets; readonly edit: BulkEdit | undefined; readonly faults: readonly BulkFault[] }
async function readChange(c: Request, query: BulkQuery): Promise<Change> {
  const facets = await facetsOf(c)
  const people = await listPeopleNamed(c.var.db)
  const outcome = readBulk(query, {
    today: c.var.today, organisations: new Set(facets.names.organisations.keys()), tags: new Set(facets.names.tags.keys()),
    orientations: new Set(facets.of('orientation').map(({ value }) => value)),
    account: (name) => people.find((person) => person.name === name && person.personId !== null)?.personId ?? undefined,
  })
  return outcome.ok ? { facets, edit: outcome.value, faults: [] } : { facets, edit: undefined, faults: outcome.problems }
}

async function formPage(c: Request, selection: BulkSelection, typed: BulkQuery, faults: readonly BulkFault[]) {
  const { ids } = await chosenActions(c.var.db, sightOf(c), selection)
  return page(c, BulkFormPage({
    frame: operationFrame(c), slug: c.var.space.slug, selection, count: ids.length, facets: await facetsOf(c), typed, faults: bulkFaults(faults),
    today: c.var.today,
  }), faults.length > 0 ? 422 : 200)
}

type Preview = {
  readonly query: BulkQuery; readonly selection: BulkSelection; readonly facets: Facets; readonly verdict: BulkVerdict; readonly digest: string
  readonly moved: boolean
}
function previewPage(c: Request, { query, selection, facets, verdict, digest, moved }: Preview, status: 200 | 409 = 200) {
  const { changed, same, refused } = verdict
  return page(c, BulkPreviewPage({
    frame: operationFrame(c), slug: c.var.space.slug, selection, count: changed.length + same.length + refused.length, facets, verdict, digest, moved,
    words: editInWords(query, facets), pairs: pairsOf(query), onceKey: newId(),
  }), status)
}
