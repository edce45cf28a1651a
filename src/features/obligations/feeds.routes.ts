// Calendars and reminders: what people choose inside an operation and for themselves.
import type { Fault } from '../../design/faults.tsx'
import { newId } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { hashToken, newToken } from '../../platform/session.ts'
import { fields, idOf, notFound, reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { frame, operationFrame, page } from '../site/chrome.ts'
import { frequencies } from './digest.rules.ts'
import { OperationCalendarPage, ReminderLinkPage, RemindersPage } from './feeds.pages.tsx'
import { insertFeed, listOperationFeeds, listPersonalFeeds, revokeOperationFeed, revokePersonalFeed } from './feeds.store.ts'
import { findByLink, findPreference, setPreference } from './reminders.store.ts'

export const feeds = routes()

const longestName = 120
const nameFaults = (name: string): readonly Fault[] => name === '' ? [['name', 'Dites pour qui, ou pour quel agenda, est cette adresse.']]
  : name.length > longestName ? [['name', 'Le nom dépasse 120 caractères : raccourcissez-le.']] : []

feeds.get(paths.operationCalendar(':operation'), may('viewOperation'), (c) => operationPage(c, { name: '', faults: [] }))

feeds.post(paths.operationCalendar(':operation'), may('keepObligation'), recorded('calendarOpened'), async (c) => {
  const { name } = await fields(c, ['name'])
  const faults = nameFaults(name)
  if (faults.length > 0) return await operationPage(c, { name, faults })
  const token = newToken()
  const { operationId } = c.var.space
  const id = await insertFeed(c.var.db, { operationId, personId: reader(c).id, name, tokenHash: hashToken(token) }, c.var.now)
  await c.var.record({ objectKind: 'calendar', objectId: id, before: null, after: { name } })
  return await operationPage(c, { name: '', faults: [], link: linkOf(c, token) })
})

feeds.post(paths.calendarRevocation(':operation', ':feed'), may('keepObligation'), recorded('calendarRevoked'), async (c) => {
  const id = idOf<'calendarFeed'>(c, 'feed')
  if (!(await revokeOperationFeed(c.var.db, c.var.space.operationId, id, reader(c).id, c.var.now))) notFound()
  await c.var.record({ objectKind: 'calendar', objectId: id, before: { open: true }, after: { open: false } })
  return c.redirect(paths.operationCalendar(c.var.space.slug), 303)
})

feeds.get(paths.reminders(), (c) => remindersPage(c, { name: '', faults: [] }))

feeds.post(paths.reminders(), async (c) => {
  const person = reader(c)
  const { frequency } = await fields(c, ['frequency'])
  const chosen = frequencies.find((known) => known === frequency)
  if (chosen === undefined) return await remindersPage(c, { name: '', faults: [['frequency', 'Choisissez une fréquence.']] })
  await setPreference(c.var.services.database.kysely, person.id, chosen, c.var.now)
  return c.redirect(`${paths.reminders()}?fait=frequence`, 303)
})

feeds.post(paths.personalCalendars(), async (c) => {
  const person = reader(c)
  const { name } = await fields(c, ['name'])
  const faults = nameFaults(name)
  if (faults.length > 0) return await remindersPage(c, { name, faults })
  const token = newToken()
  await insertFeed(c.var.services.database.kysely, { operationId: null, personId: person.id, name, tokenHash: hashToken(token) }, c.var.now)
  return await remindersPage(c, { name: '', faults: [], link: linkOf(c, token) })
})

feeds.post(paths.personalCalendarRevocation(':feed'), async (c) => {
  const person = reader(c)
  if (!(await revokePersonalFeed(c.var.services.database.kysely, person.id, idOf<'calendarFeed'>(c, 'feed'), c.var.now))) notFound()
  return c.redirect(`${paths.reminders()}?fait=retrait`, 303)
})

feeds.get(paths.reminderLink(':token'), async (c) => {
  const { database } = c.var.services
  const found = (await findByLink(database.kysely, hashToken(c.req.param('token') ?? ''), new Date(c.var.now))) ?? notFound()
  return page(c, ReminderLinkPage({
    frame: frame(c), frequency: found.frequency, action: new URL(c.req.url).pathname, done: c.req.query('fait') === 'frequence',
  }))
})

/** The address of a calendar, as an agenda is told it. */
const linkOf = (c: Request, token: string): string =>
  new URL(paths.calendar(token), c.var.services.config.publicUrl ?? new URL(c.req.url).origin).href

type View = { readonly name: string; readonly faults: readonly Fault[]; readonly link?: string }
async function operationPage(c: Request, { name, faults, link }: View) {
  const { operationId, slug, roles } = c.var.space
  const node = OperationCalendarPage({
    frame: operationFrame(c), slug, feeds: await listOperationFeeds(c.var.db, operationId), link, name, faults, onceKey: newId(),
    mayKeep: holds(roles, 'keepObligation'), action: paths.operationCalendar(slug), revocation: (feed) => paths.calendarRevocation(slug, feed),
  })
  return page(c, node, faults.length > 0 ? 422 : 200)
}

const done: Readonly<Record<string, string>> = { frequence: 'Votre choix est enregistré.', retrait: 'L’adresse du calendrier est retirée.' }
async function remindersPage(c: Request, { name, faults, link }: View) {
  const person = reader(c)
  const { database, config } = c.var.services
  const [chosen, own] = [await findPreference(database.kysely, person.id), await listPersonalFeeds(database.kysely, person.id)]
  const node = RemindersPage({
    frame: frame(c), feeds: own, link, name, faults, onceKey: newId(), mayKeep: true, action: paths.personalCalendars(),
    revocation: paths.personalCalendarRevocation, frequency: chosen, email: person.email,
    sends: config.mail !== undefined, done: done[c.req.query('fait') ?? ''],
  })
  return page(c, node, faults.length > 0 ? 422 : 200)
}
