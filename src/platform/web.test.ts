// What a request carries as text, read once and for all routes.
import fc from 'fast-check'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { fields, idOf, secret, wholeNumber } from './web.ts'
import type { Env } from './web.ts'

const app = new Hono<Env>()
app.post('/fields', async (c) => c.json({ ...await fields(c, ['name', 'lines', 'absent']), password: await secret(c, 'password') }))
app.get('/id/:id', (c) => c.text(idOf(c, 'id')))
app.onError((error, c) => c.text(error.message, 404))

const sent = async (body: URLSearchParams | FormData): Promise<unknown> => (await app.request('/fields', { method: 'POST', body })).json()

describe('the fields of a form', () => {
  test('are trimmed, their lines parted by line feeds, empty when absent; a password is left as typed', async () => {
    const typed = { name: '  Lens ', lines: 'une\r\ndeux\rtrois\n', password: ' secret\r\n' }
    expect(await sent(new URLSearchParams(typed))).toEqual({ name: 'Lens', lines: 'une\ndeux\ntrois', absent: '', password: ' secret\r\n' })
  })

  test('are empty when a file was sent in their place', async () => {
    const form = new FormData()
    form.set('name', new File(['x'], 'x.txt'))
    form.set('password', new File(['x'], 'x.txt'))
    expect(await sent(form)).toEqual({ name: '', lines: '', absent: '', password: '' })
  })
})

describe('a whole number', () => {
  test('is read when a column can hold it', () => {
    fc.assert(fc.property(fc.nat(2 ** 31 - 1), (number) => {
      expect(wholeNumber(String(number))).toBe(number)
    }))
  })

  test.each(['', 'x', '-1', '1.5', '1e3', ' 1', '2147483648', '99999999999', undefined])('is not read from %j', (text) => {
    expect(wholeNumber(text)).toBeUndefined()
  })
})

test.each(['x', '1', '0198c000-0000-7000-8000-00000000000Z',
  "'; drop table person; --"])('an address with %j in the place of an id leads nowhere', async (text) => {
  expect((await app.request(`/id/${encodeURIComponent(text)}`)).status).toBe(404)
})
