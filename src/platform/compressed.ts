// A page on its way out, compressed in one piece: it is whole in memory already, and a stream would cost more than the page.
import { gzipSync } from 'node:zlib'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Request } from './web.ts'

const gzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/
/** Beyond, the time it takes grows faster than what it saves. */
const level = 4

/** Answers with this HTML, compressed for browsers that read it so. */
export function htmlAnswer(c: Request, html: string, status: ContentfulStatusCode): Response {
  c.header('Vary', 'Accept-Encoding')
  if (!gzip.test(c.req.header('accept-encoding') ?? '')) return c.html(html, status)
  return c.body(gzipSync(html, { level }), status, { 'Content-Type': 'text/html; charset=UTF-8', 'Content-Encoding': 'gzip' })
}
