// A browser as the server sees it: it asks for pages, sends forms from our own pages, hands in files, keeps its cookies.
import type { Hono } from 'hono'
import type { Config } from '../platform/config.ts'
import type { Env } from '../platform/web.ts'

type Fields = Readonly<Record<string, string>>
type Headers = Readonly<Record<string, string>>
export type Client = {
  readonly get: (path: string, headers?: Headers) => Promise<Response>
  /** Sends a form as a page of the site would: from the same origin. */
  readonly post: (path: string, fields?: Fields, headers?: Headers) => Promise<Response>
  /** Sends a form with a file in the field `file`. */
  readonly upload: (
    path: string, file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> | string }, fields?: Fields,
  ) => Promise<Response>
  /** Sends exactly this, cookies added. */
  readonly send: (path: string, request: RequestInit & { readonly headers?: Headers }) => Promise<Response>
  readonly cookies: () => string
}

const fromHere = { 'sec-fetch-site': 'same-origin' }

export function clientOf(app: Hono<Env>, config: Pick<Config, 'publicUrl'>, token?: string): Client {
  const origin = config.publicUrl ?? 'http://chapeau.test'
  const kept = new Map<string, string>()
  if (token !== undefined) kept.set(origin.startsWith('https://') ? '__Host-chapeau' : 'chapeau', token)
  const cookies = (): string => [...kept].map(([name, value]) => `${name}=${value}`).join('; ')
  const send: Client['send'] = async (path, { headers = {}, ...request }) => {
    const answer = await app.request(`${origin}${path}`, {
      ...request, headers: { host: new URL(origin).host, ...headers, ...(kept.size > 0 && { cookie: cookies() }) },
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (/max-age=0/i.test(cookie)) kept.delete(name)
      else kept.set(name, value)
    }
    return answer
  }
  return {
    cookies, send,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields = {}, headers = {}) =>
      send(path, { method: 'POST', headers: { ...fromHere, ...headers }, body: new URLSearchParams(fields) }),
    upload: (path, { name, bytes }, fields = {}) => {
      const form = new FormData()
      for (const [field, value] of Object.entries(fields)) form.set(field, value)
      form.set('file', new File([bytes], name))
      return send(path, { method: 'POST', headers: fromHere, body: form })
    },
  }
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

const plain = (html: string): string =>
  html.replace(/[\u00a0\u202f]/g, ' ').replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)

/** The HTML of an answer with plain spaces and letters, so that a test reads as the page does. */
export const htmlOf = async (answer: Response): Promise<string> => plain(await answer.text())

/** The words of a page, without its tags. */
export const wordsOf = async (answer: Response): Promise<string> => plain((await answer.text()).replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')

/** The value of a field of a page, hidden or not. */
export function fieldOf(html: string, name: string): string | undefined {
  const tag = [...html.matchAll(/<input\b[^>]*>/g)].map(([input]) => input).find((input) => input.includes(`name="${name}"`))
  return tag === undefined ? undefined : (/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '')
}
