// Front page, help, accessibility, design, theme and health: what is open to everybody.
import { DesignPage } from '../../design/showroom.tsx'
import { ownPath } from '../../kernel/address.ts'
import { paths } from '../../paths.ts'
import { keepTheme } from '../../platform/cookies.ts'
import { fields, notFound, routes } from '../../platform/web.ts'
import { version } from '../../version.ts'
import { frame, page } from './chrome.ts'
import { HelpIndexPage, HelpTopicPage } from './help.pages.tsx'
import { helpTopics } from './help.topics.tsx'
import { AccessibilityPage, HomePage } from './site.pages.tsx'

export const site = routes()

site.get(paths.home(), (c) => page(c, HomePage({ frame: frame(c), demonstration: c.var.services.config.demonstration })))
site.get(paths.accessibility(), (c) => page(c, AccessibilityPage({ frame: frame(c) })))
site.get(paths.design(), (c) => page(c, DesignPage(frame(c))))
site.get(paths.help(), (c) => page(c, HelpIndexPage({ frame: frame(c), topics: helpTopics })))
site.get(paths.helpPage(':page'), (c) => {
  const topic = helpTopics.find((known) => known.slug === c.req.param('page')) ?? notFound()
  return page(c, HelpTopicPage({ frame: frame(c), topic }))
})

site.post(paths.theme(), async (c) => {
  const { theme, back } = await fields(c, ['theme', 'back'])
  keepTheme(c, theme)
  return c.redirect(ownPath(back) ?? paths.home(), 303)
})

/** What the maps ask once: the tiles behind them, null when none are set. */
site.get(paths.mapBackground(), (c) => c.json(c.var.services.config.tiles ?? null))

/** For supervisors: 200 when the database answers, 503 when it does not. */
site.get(paths.health(), async (c) => {
  const started = performance.now()
  await c.var.services.database.pool.query('select 1')
  return c.json({ status: 'ok', version, databaseMs: Math.round((performance.now() - started) * 10) / 10 })
})
