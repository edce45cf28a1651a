// Certificates: where they say they are verified, the day they are asked for, and a form sent twice.
import { expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import { fieldOf, htmlOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'

const place = { lon: '2.8325', lat: '50.431' }
const abroad = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }

onEachEngine('a certificate', (open) => {
  /** A program whose operation answers the public. */
  async function start(publicUrl?: string) {
    const app = await startApp(open, publicUrl === undefined ? {} : { publicUrl })
    await app.as('projectLead').post(paths.effectsOpening(app.operation.slug), { open: 'oui' })
    const kept = async (): Promise<number> =>
      (await app.database.kysely.selectFrom('certificate').select((eb) => eb.fn.countAll<number>().as('kept')).executeTakeFirstOrThrow()).kept
    return { ...app, kept, to: paths.certificates(app.operation.slug) }
  }

  let known: ReturnType<typeof start> | undefined
  const opened = () => (known ??= start())

  it('never takes where it is verified from the host that a request names: the address of the settings, else its path alone', async () => {
    const bare = await opened()
    const issued = await bare.as('projectLead').post(bare.to, { ...place, le: '2026-03-12' }, abroad)
    const address = issued.headers.get('location') ?? ''
    expect(address).toMatch(/^\/attestations\/[2-9A-Z-]{19}$/)
    expect(await (await bare.visitor().get(`${address}/json`, abroad)).json()).toMatchObject({ address })
    const html = await htmlOf(await bare.visitor().get(address, abroad))
    expect([html.includes(`>${address}, sur le site de l’opération</a>`), html.includes('evil.example')]).toEqual([true, false])
    expect(html).toContain(`href="${paths.publicEffects()}?lon=2.8325&lat=50.431&le=2026-03-12&role="`)
    const named = await start('https://ort.example.fr')
    const other = (await named.visitor().post(paths.publicCertificates(), place)).headers.get('location') ?? ''
    expect(await (await named.visitor().get(`${other}/json`, abroad)).json()).toMatchObject({ address: `https://ort.example.fr${other}` })
  })

  it.each(['2025-02-31', '0001-01-01', '1899-12-31', '2201-01-01', 'hier'])('is not issued for « %s »: what was typed is given back', async (le) => {
    const { as, visitor, kept, to } = await opened()
    const before = await kept()
    for (const [client, action] of [[as('projectLead'), to], [visitor(), paths.publicCertificates()]] as const) {
      const refused = await client.post(action, { ...place, le, role: 'notaire', cle: newId() })
      const html = (await htmlOf(refused)).split('<main')[1] ?? ''
      expect([refused.status, fieldOf(html, 'le'), fieldOf(html, 'lon'), fieldOf(html, 'role')]).toEqual([422, le, '2.8325', 'notaire'])
      expect([html.includes('Ce jour ne se lit pas'), html.includes(`action="${action}"`)]).toEqual([true, true])
    }
    expect(await kept()).toBe(before)
  })

  it('is one when its form is sent twice, with an account or without, one after the other or at once', async () => {
    const { as, visitor, kept, to } = await opened()
    for (const [client, action] of [[as('projectLead'), to], [visitor(), paths.publicCertificates()]] as const) {
      const before = await kept()
      const form = { ...place, le: '2026-03-12', cle: newId() }
      const answers = await Promise.all([client.post(action, form), client.post(action, form)])
      const codes = [...answers, await client.post(action, form)].map(({ headers }) => headers.get('location'))
      expect([new Set(codes).size, codes[0]?.startsWith('/attestations/'), await kept()]).toEqual([1, true, before + 1])
      await client.post(paths.publicCertificates(), { ...form, le: '2026-03-13' })
      expect(await kept()).toBe(before + 2)
    }
  })
})
