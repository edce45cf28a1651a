// What a secret in the address opens, without session or form of ours: a calendar to follow, the one click that stops letters.
import { createHash } from 'node:crypto'
import { paths } from '../../paths.ts'
import { hashToken } from '../../platform/session.ts'
import { notFound, routes } from '../../platform/web.ts'
import { frequencies } from './digest.rules.ts'
import { calendarOf } from './feed.ts'
import { findOpenFeed } from './feeds.store.ts'
import { calendarText } from './icalendar.rules.ts'
import { findByLink, setPreference } from './reminders.store.ts'

/** Mounted before the guard against other sites: programs that come here send neither session nor origin, the secret is all they have. */
export const doors = routes()

doors.get(paths.calendar(':token'), async (c) => {
  const { services, today } = c.var
  const feed = (await findOpenFeed(services.database.kysely, hashToken(c.req.param('token') ?? ''))) ?? notFound()
  const origin = services.config.publicUrl ?? new URL(c.req.url).origin
  const text = calendarText((await calendarOf(services, feed, today, origin)) ?? notFound())
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const headers = { etag: tag, 'cache-control': 'private, max-age=900', 'x-robots-tag': 'noindex' }
  if (c.req.header('if-none-match') === tag) return c.body(null, 304, headers)
  return c.body(text, 200, {
    ...headers, 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="echeances.ics"',
  })
})

/** The one click of mail programs (RFC 8058) names no frequency: it stops the letters. */
doors.post(paths.reminderLink(':token'), async (c) => {
  const { database } = c.var.services
  const found = (await findByLink(database.kysely, hashToken(c.req.param('token') ?? ''), new Date(c.var.now))) ?? notFound()
  const asked = c.req.query('frequence')
  const frequency = asked === undefined ? 'never' : (frequencies.find((known) => known === asked) ?? notFound())
  await setPreference(database.kysely, found.id, frequency, c.var.now)
  return c.redirect(`${new URL(c.req.url).pathname}?fait=frequence`, 303)
})
