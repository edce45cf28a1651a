// The catalogue as anybody reads it, without an account: on a day, for a public, one lever at a time.
import { expect, it } from 'vitest'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import { onEachEngine } from '../../testing/database.ts'

onEachEngine('levers', (open) => {
  it('shows every lever on a day, those for a public, and one with its versions, to a reader without account', async () => {
    const app = await startApp(open)
    const browser = app.visitor()
    const text = async (address: string) => (await browser.get(address)).text()
    const all = await text(paths.levers())
    expect(all).toContain('Dispense d’autorisation d’exploitation commerciale')
    expect(all).toContain('44 leviers sur 44')
    const forNotaries = await text(`${paths.levers()}?public=notaire&theme=logement&le=2025-06-15`)
    expect(forNotaries).toContain('/leviers/L17?le=2025-06-15')
    expect(forNotaries).not.toContain('/leviers/L01?')
    const expired = await text(`${paths.levers()}?etat=expire`)
    expect(expired).toContain('1 levier sur 44')
    expect(await text(`${paths.levers()}?q=drives`)).toContain('/leviers/L01b')

    const wrong = await browser.get(`${paths.levers()}?le=31/02/2026`)
    expect([wrong.status, (await wrong.text()).includes('href="#field-le"')]).toEqual([422, true])

    const one = await text(`${paths.lever('L17')}?le=2026-06-15`)
    expect(one).toContain('Le texte lu s’arrête au 31 décembre 2025')
    expect(one).toContain('CGI, art. 150 VE')
    expect(await text(`${paths.lever('L17')}?le=2020-06-15`)).toContain('n’existait pas encore')
    expect((await browser.get(paths.lever('L99'))).status).toBe(404)
  })
})
