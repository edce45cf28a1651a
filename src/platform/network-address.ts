// Where a request comes from, for what counts attempts.
import type { Request } from './web.ts'

/** The network address of whoever asks: that of the proxy's client when the configuration trusts one. */
export function networkAddress(c: Request): string {
  const forwarded = c.var.services.config.trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return (forwarded ?? c.var.remoteAddress).slice(0, 64)
}
