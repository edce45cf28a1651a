// The whole program on one page: what every request goes through, then the features, in their order.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { trimTrailingSlash } from 'hono/trailing-slash'
import { amendments } from './features/amendments/amendments.routes.ts'
import { comparison } from './features/amendments/comparison.routes.ts'
import { preview } from './features/amendments/preview.routes.ts'
import { account } from './features/people/account.routes.ts'
import { acts } from './features/acts/acts.routes.ts'
import { state } from './features/acts/state.routes.ts'
import { addresses } from './features/addresses/addresses.routes.ts'
import { answerError } from './features/people/refusal.routes.ts'
import { assetsRoot, fontFiles } from './design/assets.ts'
import { conformity } from './features/conformity/conformity.routes.ts'
import { conventions } from './features/conventions/conventions.routes.ts'
import { coverage } from './features/frameworks/coverage.routes.ts'
import { grants } from './features/grants/grants.routes.ts'
import { actionMoney } from './features/funding/action-money.routes.ts'
import { funding } from './features/funding/funding.routes.ts'
import { fundingLines } from './features/funding/funding-lines.routes.ts'
import { proposals as fundingProposals } from './features/funding/proposal.routes.ts'
import { frameworks } from './features/frameworks/frameworks.routes.ts'
import { indicators } from './features/frameworks/indicators.routes.ts'
import { orientations } from './features/frameworks/orientations.routes.ts'
import { effectsApi } from './features/effects/api.routes.ts'
import { certificates } from './features/effects/certificates.routes.ts'
import { effects } from './features/effects/effects.routes.ts'
import { lots } from './features/effects/lot.routes.ts'
import { publicEffects } from './features/effects/public.routes.ts'
import { dashboard } from './features/dashboard/dashboard.routes.ts'
import { added } from './features/obligations/added.routes.ts'
import { doors } from './features/obligations/doors.routes.ts'
import { feeds } from './features/obligations/feeds.routes.ts'
import { obligations } from './features/obligations/obligations.routes.ts'
import { proposals } from './features/obligations/proposals.routes.ts'
import { operations } from './features/operations/operations.routes.ts'
import { people } from './features/people/people.routes.ts'
import { actionParts } from './features/actions/action-parts.routes.ts'
import { actions } from './features/actions/actions.routes.ts'
import { drafts } from './features/actions/drafts.routes.ts'
import { history } from './features/actions/history.routes.ts'
import { changeSets } from './features/plan/change-sets.routes.ts'
import { bulk } from './features/plan/bulk.routes.ts'
import { imports } from './features/imports/imports.routes.ts'
import { plan } from './features/plan/plan.routes.ts'
import { planFiles } from './features/plan/plan-files.routes.ts'
import { views } from './features/plan/views.routes.ts'
import { sheet } from './features/plan/sheet.routes.ts'
import { leverUses } from './features/levers/lever-uses.routes.ts'
import { suspensionFiles } from './features/levers/suspension-files.routes.ts'
import { suspensions } from './features/levers/suspensions.routes.ts'
import { levers } from './features/levers/levers.routes.ts'
import { postYears } from './features/posts/post-years.routes.ts'
import { posts } from './features/posts/posts.routes.ts'
import { deposit } from './features/readings/deposit.routes.ts'
import { readings } from './features/readings/readings.routes.ts'
import { review } from './features/readings/review.routes.ts'
import { register } from './features/register/register.routes.ts'
import { lawOfMoney } from './features/site/money-rules.routes.ts'
import { sectorComparison } from './features/sectors/comparison.routes.ts'
import { sectorFiles } from './features/sectors/sector-files.routes.ts'
import { sectors } from './features/sectors/sectors.routes.ts'
import { sectorVersions } from './features/sectors/versions.routes.ts'
import { site } from './features/site/site.routes.ts'
import { territories } from './features/territories/territories.routes.ts'
import { dayInParis, instant } from './kernel/date.ts'
import { newId } from './kernel/id.ts'
import { assetRoutes } from './platform/assets.ts'
import { chosenTheme, sessionToken } from './platform/cookies.ts'
import { askedDay } from './platform/day.ts'
import { withoutSecrets } from './platform/log.ts'
import { findReader } from './platform/session.ts'
import { sameSite } from './platform/same-site.ts'
import { TurnedAway, notFound } from './platform/web.ts'
import type { Env, Services } from './platform/web.ts'
import { largestDocument } from './extraction/limits.ts'

const hour = 3600

/** The program, ready to answer requests: the same in production, in the demonstration and in tests. */
export function createApp(services: Services): Hono<Env> {
  const app = new Hono<Env>()
  const https = services.config.publicUrl?.startsWith('https://') === true

  app.use(async (c, next) => {
    const now = services.clock()
    c.set('services', services)
    c.set('requestId', newId<'request'>())
    c.set('remoteAddress', c.env?.incoming?.socket.remoteAddress ?? '')
    c.set('now', instant(now))
    c.set('today', dayInParis(now))
    const { day, dayAsked } = askedDay(c.req.query('le'), c.var.today)
    c.set('day', day)
    c.set('dayAsked', dayAsked)
    c.set('theme', chosenTheme(c))
    c.set('db', services.database.kysely)
    const started = performance.now()
    await next()
    const { method, path } = c.req
    services.log.info('request', {
      request: c.var.requestId, method, path: withoutSecrets(path), status: c.res.status, ms: Math.round((performance.now() - started) * 10) / 10,
    })
  })
  // Tiles alone may come from elsewhere, once whoever runs the program has said where.
  const tiles = services.config.tiles === undefined ? [] : [new URL(services.config.tiles.url).origin]
  app.use(secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:', ...tiles], objectSrc: ["'none'"],
      ...(tiles.length > 0 && { connectSrc: ["'self'", ...tiles] }),
      baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    strictTransportSecurity: https ? `max-age=${365 * 24 * hour}; includeSubDomains` : false,
  }))
  app.use(compress())
  app.use(trimTrailingSlash())
  app.route('/', assetRoutes(assetsRoot, fontFiles))
  app.route('/', doors)
  app.route('/', effectsApi)
  app.use(sameSite)
  app.use(bodyLimit({ maxSize: largestDocument + 1_000_000, onError: () => { throw new TurnedAway('tooLarge') } }))
  app.use(async (c, next) => {
    // PostgreSQL has no place for this character: nothing is kept under such an address.
    if (c.req.url.includes('%00')) notFound()
    const token = sessionToken(c)
    if (token !== undefined) c.set('reader', await findReader(services.database.kysely, token, services.clock()))
    c.header('Cache-Control', 'private, no-store')
    await next()
  })
  const features = [
    site, lawOfMoney, account, people, territories, addresses, register, operations, deposit, readings, review, acts, state, amendments, comparison,
    preview, added, proposals, obligations, feeds, conformity, conventions, sectorFiles, sectors, sectorVersions, sectorComparison, levers, leverUses,
    suspensions, suspensionFiles, coverage, frameworks, orientations, indicators, posts, postYears, grants, imports, actions, drafts, history,
    changeSets, actionParts, actionMoney, fundingLines, fundingProposals, funding, bulk, views, planFiles, plan, effects, publicEffects, certificates,
    lots, dashboard, sheet,
  ]
  for (const feature of features) app.route('/', feature)
  app.notFound(() => notFound())
  app.onError((error, c) => {
    if (!(error instanceof TurnedAway)) services.log.error('request failed', error, { request: c.var.requestId, path: withoutSecrets(c.req.path) })
    return answerError(c, error)
  })
  return app
}
