// A page compressed for those who read it so, and the same page for the others.
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { htmlAnswer } from './compressed.ts'
import { routes } from './web.ts'

const html = `<!doctype html><p>${'Liévin, déjà vu « œuvre ». '.repeat(500)}</p>`
const app = routes()
app.get('/', (c) => htmlAnswer(c, html, 422))
const ask = async (accepted?: string) => await app.request('/', accepted === undefined ? {} : { headers: { 'accept-encoding': accepted } })

it.each(['gzip', 'gzip, deflate, br', 'br;q=1.0, gzip;q=0.8', 'deflate, gzip;q=0.05'])('is compressed for who accepts %s', async (accepted) => {
  const answer = await ask(accepted)
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect([answer.status, answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([422, 'gzip', 'Accept-Encoding'])
  expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8')
  expect(bytes.length).toBeLessThan(html.length / 10)
  expect(gunzipSync(bytes).toString()).toBe(html)
})

it.each([undefined, 'br', 'gzip;q=0', 'gzip; q=0.0, br', 'x-gzipped'])('is as it is for who accepts %s', async (accepted) => {
  const answer = await ask(accepted)
  expect([answer.status, answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([422, null, 'Accept-Encoding'])
  expect(await answer.text()).toBe(html)
})
