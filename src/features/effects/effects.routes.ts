// Testing an address inside an operation: by its people, at the day of the address; an action; opening the answers to the public.
import { newId } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, notFound, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { seenAction } from '../actions/action-part.ts'
import type { PlaceRow } from '../actions/place.rules.ts'
import { listPlaces } from '../actions/places.store.ts'
import { listLoads } from '../addresses/loads.store.ts'
import { findParcelAddresses } from '../addresses/addresses.store.ts'
import { findOperation } from '../operations/operations.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import { answerInside } from './answering.ts'
import { askedOf, repeatedIn, resolvePlace } from './asked-place.ts'
import { ActionEffectsPage, EffectsPage } from './effects.pages.tsx'
import type { Tested } from './effects.pages.tsx'
import { isOpen, setOpening } from './openings.store.ts'
import { placeTyped, readAudience } from './question.rules.ts'
import type { PlaceAsked } from './question.rules.ts'

export const effects = routes()

effects.get(paths.effects(':operation'), may('viewOperation'), async (c) => {
  const { db, space, day, dayAsked } = c.var
  const operation = (await findOperation(db, space.operationId)) ?? notFound()
  const members = loadTerritoryCodes().epci(operation.epciSiren)?.members ?? []
  const role = readAudience(c.req.query('role'))
  const resolved = await resolvePlace(c, askedOf(c), members)
  const refused = repeatedIn(c) === undefined ? dayAsked === 'unreadable' ? 'dayUnreadable' : undefined : 'repeated'
  const record = 'place' in resolved && refused === undefined ? await answerInside(c, { place: resolved.place, on: day, role }) : undefined
  const tested: Tested = {
    q: c.req.query('q') || ('place' in resolved ? placeTyped(resolved.place) : ''), role, record, le: c.req.query('le') ?? '',
    found: 'found' in resolved && refused === undefined ? resolved.found : [], loads: await listLoads(db),
    trouble: refused ?? ('trouble' in resolved ? resolved.trouble : undefined),
  }
  return page(c, EffectsPage({
    frame: operationFrame(c), slug: space.slug, action: paths.effects(space.slug), tested, prefer: operation.epciSiren, day,
    query: role === undefined ? '' : `&role=${role}`, certify: paths.certificates(space.slug), onceKey: newId(),
    open: await isOpen(db, space.operationId), mayOpen: holds(space.roles, 'managePeople'), demonstration: space.demonstration,
  }), refused === undefined ? 200 : 422)
})

effects.post(paths.effectsOpening(':operation'), may('managePeople'), recorded('answersOpened'), async (c) => {
  const { db, space, now } = c.var
  const { open } = await fields(c, ['open'])
  const before = await isOpen(db, space.operationId)
  const after = open === 'oui'
  if (before === after) c.var.unchanged()
  else {
    await setOpening(db, space.operationId, after ? now : null)
    await c.var.record({ objectKind: 'operation', objectId: space.operationId, before: { answersPublic: before }, after: { answersPublic: after } })
  }
  return c.redirect(paths.effects(space.slug), 303)
})

effects.get(paths.effectsOfAction(':operation', ':action'), may('viewPlan'), async (c) => {
  const { db, space, day } = c.var
  const action = await seenAction(c)
  const places = []
  for (const place of await listPlaces(db, action.id)) {
    const asked = await placeOfAction(c, place)
    const record = asked === undefined ? undefined : await answerInside(c, { place: asked, on: day, role: undefined, project: true })
    places.push({ label: place.label, record })
  }
  return page(c, ActionEffectsPage({
    frame: operationFrame(c), slug: space.slug, action: { id: action.id, title: action.values.title }, places,
  }))
})

/** Its point, its parcel, or its commune; a line or a shape is not a place one can answer for. */
async function placeOfAction(c: Request, { longitude, latitude, parcel, insee, label }: PlaceRow): Promise<PlaceAsked | undefined> {
  if (longitude !== null && latitude !== null) return { how: 'point', lon: longitude, lat: latitude }
  if (parcel?.length === 14) return { how: 'parcel', parcel, addresses: await findParcelAddresses(c.var.db, parcel) }
  return insee === null ? undefined : { how: 'commune', insee, label }
}
