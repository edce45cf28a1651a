// Which page answers a request that was turned away or that failed, with its status, and the form it carried.
import type { Frame } from '../../design/page.tsx'
import { paths } from '../../paths.ts'
import { isUnavailable } from '../../platform/database.ts'
import { TurnedAway } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { frame, operationFrame, page } from '../site/chrome.ts'
import { signInPage } from './account.routes.ts'
import type { HeldForm } from './held.ts'
import { CrossSitePage, ForbiddenPage, NotFoundPage, NotYoursPage, OurFaultPage, TooLargePage } from './refusal.pages.tsx'

/** Answers an error thrown below; what the program does not expect is logged by the caller. */
export async function answerError(c: Request, error: unknown): Promise<Response> {
  const shown = { frame: frameOf(c), number: c.var.requestId }
  if (!(error instanceof TurnedAway)) {
    const away = isUnavailable(error)
    return page(c, OurFaultPage({ ...shown, away, held: await heldForm(c) }), away ? 503 : 500)
  }
  switch (error.reason) {
    case 'notFound':
      return page(c, NotFoundPage(shown), 404)
    case 'forbidden':
      return page(c, ForbiddenPage({ ...shown, right: error.right ?? 'viewOperation' }), 403)
    case 'notYours':
      return page(c, NotYoursPage({ ...shown, held: await heldForm(c) }), 403)
    case 'crossSite':
      return page(c, CrossSitePage({ ...shown, held: await heldForm(c) }), 403)
    case 'tooLarge':
      return page(c, TooLargePage(shown), 413)
    case 'signIn':
      return c.req.method === 'GET' || c.req.method === 'HEAD'
        ? c.redirect(`${paths.signIn()}?next=${encodeURIComponent(shown.frame.here)}`, 303)
        : signInPage(c, { email: '', next: '', held: await heldForm(c) }, [], 401)
  }
}

const frameOf = (c: Request): Frame => (c.var.space === undefined ? frame(c) : operationFrame(c))

const secrets = new Set(['password', 'current', 'held'])
/** The text fields of a posted form, secrets left out; undefined for a page that was only asked for. */
async function heldForm(c: Request): Promise<HeldForm | undefined> {
  if (c.req.method !== 'POST') return undefined
  const form: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
  const fields = Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' && !secrets.has(name) ? [[name, value] as const] : []))
  return fields.length === 0 ? undefined : { to: new URL(c.req.url).pathname, fields }
}
