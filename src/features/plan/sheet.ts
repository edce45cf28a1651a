// Everything the sheet of an action shows, gathered in a fixed number of statements.
import type { Id } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { mayEdit, mayKeepMoney, scopeOf } from '../../planning/scope.ts'
import type { Request } from '../../platform/web.ts'
import { listActionIndicators } from '../actions/action-indicators.store.ts'
import { seenAction } from '../actions/action-part.ts'
import { actionLine } from '../actions/action-tabs.tsx'
import { listAttachments } from '../actions/attachments.store.ts'
import { listBlockings } from '../actions/blockings.store.ts'
import { listDependencies, listTitles } from '../actions/dependencies.store.ts'
import { listLateness } from '../actions/lateness.store.ts'
import { listNames } from '../actions/naming.store.ts'
import { listNotes } from '../actions/notes.store.ts'
import { listPlaces } from '../actions/places.store.ts'
import { listSteps } from '../actions/steps.store.ts'
import { judgedMoney, moneyScene } from '../funding/action-money.ts'
import { listFrameworks } from '../frameworks/frameworks.store.ts'
import { loadTerritories } from '../territories/territories.store.ts'

export type SheetScene = Awaited<ReturnType<typeof gatherSheet>>

/** The action of the address as this person sees it on the day asked. */
export async function gatherSheet(c: Request) {
  const { db, space, day } = c.var
  const action = await seenAction(c)
  const scope = scopeOf(space.mandates)
  const lateness = (await listLateness(db, [action.id], day)).get(action.id)
  const needed = (lateness?.causes ?? []).flatMap((cause) => (cause.reason === 'needsLate' ? [cause.neededId] : []))
  const money = await moneyScene(c)
  const places = await listPlaces(db, action.id)
  return {
    slug: space.slug, day, action, lateness, mayEdit: mayEdit(scope, action.values), mayKeepMoney: mayKeepMoney(scope, action.values),
    mayViewJournal: holds(space.roles, 'viewJournal'),
    titles: new Map((await listTitles(db, scope, needed)).map((one): [Id<'action'>, string] => [one.id, `« ${actionLine(one)} »`])),
    names: await listNames(db), frameworks: new Map((await listFrameworks(db)).map(({ id, slug }) => [id, slug])),
    steps: await listSteps(db, action.id), dependencies: await listDependencies(db, action.id, scope),
    places: places.map((place) => ({ ...place, town: place.insee === null ? null : (loadTerritories().commune(place.insee)?.name ?? place.insee) })),
    notes: await listNotes(db, action.id), attachments: await listAttachments(db, action.id), blockings: await listBlockings(db, action.id),
    indicators: await listActionIndicators(db, action.id, day), money, judged: await judgedMoney(c, money),
  }
}
