// The two cookies of the site: the session, never readable by scripts, and the chosen theme.
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Request } from './web.ts'

/** Over HTTPS the session's cookie is bound to this host and to HTTPS by its very name. */
const secure = (c: Request): boolean => c.var.services.config.publicUrl?.startsWith('https://') === true
const sessionName = (c: Request): string => (secure(c) ? '__Host-chapeau' : 'chapeau')
const fortnight = 14 * 86_400
const year = 365 * 86_400

export const sessionToken = (c: Request): string | undefined => getCookie(c, sessionName(c))
export const keepSession = (c: Request, token: string): void =>
  setCookie(c, sessionName(c), token, { path: '/', httpOnly: true, sameSite: 'Lax', secure: secure(c), maxAge: fortnight })
export const dropSession = (c: Request): string | undefined => deleteCookie(c, sessionName(c), { path: '/', secure: secure(c) })

export const chosenTheme = (c: Request): 'light' | 'dark' | undefined => {
  const theme = getCookie(c, 'theme')
  return theme === 'light' || theme === 'dark' ? theme : undefined
}
export const keepTheme = (c: Request, theme: string): void => {
  if (theme === 'light' || theme === 'dark') setCookie(c, 'theme', theme, {
    path: '/', sameSite: 'Lax', httpOnly: true, secure: secure(c), maxAge: year,
  })
  else deleteCookie(c, 'theme', { path: '/', secure: secure(c) })
}
