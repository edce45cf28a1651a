// What one asks again: the place as it was typed, a day that is one, each thing once, parcels of the three towns of arrondissements.
import { expect, it } from 'vitest'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import { fieldOf, htmlOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'

onEachEngine('a place asked for', (open) => {
  let kept: ReturnType<typeof start> | undefined
  const opened = () => (kept ??= start())
  async function start() {
    const app = await startApp(open)
    await app.as('projectLead').post(paths.effectsOpening(app.operation.slug), { open: 'oui' })
    const inside = { client: app.as('projectLead'), to: paths.effects(app.operation.slug) }
    return { app, both: [inside, { client: app.visitor(), to: paths.publicEffects() }] }
  }

  it.each(['lon=2.83&lat=50.431', 'lon=2&lat=50', 'parcelle=62498000ZX0101'])('by « %s » is asked for again from what its field keeps', async (query) => {
    for (const { client, to } of (await opened()).both) {
      const first = await htmlOf(await client.get(`${to}?${query}&le=2026-03-10`))
      const again = await htmlOf(await client.get(`${to}?q=${encodeURIComponent(fieldOf(first, 'q') ?? '')}&le=2026-03-11`))
      const place = (html: string) => /<dt>Lieu<\/dt><dd>([^<]+)/.exec(html)?.[1]
      expect(place(first)).toBeTruthy()
      expect([place(again), fieldOf(again, 'q')]).toEqual([place(first), fieldOf(first, 'q')])
    }
  })

  it.each(['2025-02-31', '0001-01-01', '2201-01-01', 'hier'])('for « %s » has no answer, and keeps what was typed', async (le) => {
    for (const { client, to } of (await opened()).both) {
      const refused = await client.get(`${to}?lon=2.83&lat=50.431&role=notaire&le=${le}`)
      const html = (await htmlOf(refused)).split('<main')[1] ?? ''
      expect([refused.status, fieldOf(html, 'le'), fieldOf(html, 'q')]).toEqual([422, le, '50,431, 2,83'])
      expect([html.includes('Ce jour ne se lit pas'), html.includes('value="notaire" selected'), html.includes('Établir l’attestation')])
        .toEqual([true, true, false])
    }
    const { app } = await opened()
    expect((await app.visitor().get(`${paths.effectsApi()}?lon=2.83&lat=50.431&le=${le}`)).status).toBe(400)
    const file = { name: 'points.csv', bytes: 'id,lon,lat\na,2.83,50.43\n' }
    expect((await app.as('projectLead').upload(`${paths.effectsBatch(app.operation.slug)}?le=${le}`, file)).status).toBe(422)
  })

  it('is refused when something of it is said twice', async () => {
    const { app, both } = await opened()
    for (const { client, to } of both) expect((await client.get(`${to}?lon=2.83&lat=50.431&lon=3`)).status).toBe(422)
    for (const query of ['lon=2.83&lon=3&lat=50.4', 'lon=2.83&lat=50.4&le=2026-01-01&le=2026-01-02', 'q=a&q=b']) {
      const answer = await app.visitor().get(`${paths.effectsApi()}?${query}`)
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('plusieurs fois')])
    }
  })

  it.each([['75101000AB0001', '75056', 'Paris'], ['69381000AB0001', '69123', 'Lyon'], ['13216000AB0001', '13055', 'Marseille']])(
    'by a parcel of an arrondissement, %s, is in the commune %s', async (parcel, insee, name) => {
      const { app } = await opened()
      const answer = await app.visitor().get(`${paths.effectsApi()}?parcelle=${parcel}&operation=${app.operation.slug}`)
      expect(answer.status).toBe(200)
      expect(await answer.json()).toMatchObject({ question: { parcel }, commune: { value: { insee, name } } })
    })
})
