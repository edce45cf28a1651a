// The outside geocoder: what it knows, what it does not, and what it says too late or not at all.
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { searchOutside } from './geocoder.ts'

let server: Server | undefined
let address = ''
const feature = (score: number) => ({
  geometry: { type: 'Point', coordinates: [2.83, 50.43] }, properties: { label: '1 Rue Ailleurs 62300 Lens', citycode: '62498', score },
})
beforeAll(async () => {
  server = createServer((asked, answer) => {
    const q = new URL(asked.url ?? '', 'http://localhost').searchParams.get('q')
    if (q === 'late') return
    if (q === 'broken') return void answer.writeHead(500).end('{}')
    if (q === 'strange') return void answer.end('<html>')
    answer.end(JSON.stringify({ features: q === 'nothing' ? [] : [feature(q === 'doubtful' ? 0.2 : 0.9)] }))
  })
  await new Promise<void>((resolve) => { server?.listen(0, '127.0.0.1', resolve) })
  const at = server.address()
  address = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`
})
afterAll(() => {
  server?.closeAllConnections()
  server?.close()
})

it('gives the place and its commune, nothing when it is not sure', async () => {
  expect(await searchOutside(address, '1 rue ailleurs')).toEqual({ label: '1 Rue Ailleurs 62300 Lens', lon: 2.83, lat: 50.43, insee: '62498' })
  expect([await searchOutside(address, 'nothing'), await searchOutside(address, 'doubtful')]).toEqual([undefined, undefined])
})

it('is silent, never an error, when it is late, broken, strange or away', async () => {
  const said = await Promise.all(['late', 'broken', 'strange'].map((q) => searchOutside(address, q)))
  expect([...said, await searchOutside('http://127.0.0.1:9', 'x')]).toEqual(['silent', 'silent', 'silent', 'silent'])
})
