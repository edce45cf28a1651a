// The guard against forms sent from other sites: every request that may change something must come from one of our own pages.
import { createMiddleware } from 'hono/factory'
import { TurnedAway } from './web.ts'
import type { Env } from './web.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Browsers say where a request comes from: `Sec-Fetch-Site` where they have it, else `Origin`. An unsafe request that says neither, or says
 * elsewhere, is refused, whatever its content type.
 */
export const sameSite = createMiddleware<Env>(async (c, next) => {
  if (!safe.has(c.req.method)
    && !fromHere(c.req.header('sec-fetch-site'), c.req.header('origin'), c.req.header('host'), c.var.services.config.publicUrl)) {
    throw new TurnedAway('crossSite')
  }
  await next()
})

function fromHere(site: string | undefined, origin: string | undefined, host: string | undefined, publicUrl: string | undefined): boolean {
  if (site !== undefined) return site === 'same-origin'
  if (origin === undefined || !URL.canParse(origin)) return false
  return publicUrl === undefined ? new URL(origin).host === host : origin === new URL(publicUrl).origin
}
