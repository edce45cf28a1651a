// Signing in and out, one's account, sessions and password, over HTTP on a real database.
import { expect, it } from 'vitest'
import { hashPassword } from '../../platform/password.ts'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { fieldOf, htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { insertAttempt, updatePassword } from './people.store.ts'

const password = ' une phrase avec des espaces '
const hash = hashPassword(password)

async function withPassword(app: TestApp): Promise<{ email: string; password: string }> {
  await updatePassword(app.database.kysely, app.people.projectLead.id, await hash)
  return { email: app.people.projectLead.email, password }
}

onEachEngine('signing in', (open) => {
  it('opens a session and leads where one was going', async () => {
    const app = await startApp(open)
    const account = await withPassword(app)
    const browser = app.visitor()
    expect((await browser.get(paths.operations())).headers.get('location')).toBe(`${paths.signIn()}?next=%2Foperations`)
    const page = await htmlOf(await browser.get(`${paths.signIn()}?next=%2Foperations`))
    expect(fieldOf(page, 'next')).toBe('/operations')
    const answer = await browser.post(paths.signIn(), { ...account, next: '/operations' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/operations'])
    expect(await wordsOf(await browser.get(paths.operations()))).toContain('ORT d’essai')
    expect((await browser.get(paths.signIn())).headers.get('location')).toBe(paths.operations())
  })

  it('never leads to another site', async () => {
    const app = await startApp(open)
    const account = await withPassword(app)
    for (const next of ['//ailleurs.example', 'https://ailleurs.example/', '/\\ailleurs.example']) {
      expect((await app.visitor().post(paths.signIn(), { ...account, next })).headers.get('location')).toBe(paths.operations())
    }
  })

  it('takes the address in any case, and the password as it is', async () => {
    const app = await startApp(open)
    const account = await withPassword(app)
    expect((await app.visitor().post(paths.signIn(), { ...account, email: account.email.toUpperCase() })).status).toBe(303)
    expect((await app.visitor().post(paths.signIn(), { ...account, password: password.trim() })).status).toBe(422)
  })

  it('is refused with a wrong password, the address kept and the password not sent back', async () => {
    const app = await startApp(open)
    const { email } = await withPassword(app)
    const browser = app.visitor()
    const answer = await browser.post(paths.signIn(), { email, password: 'pas le bon mot de passe' })
    const html = await htmlOf(answer)
    expect(answer.status).toBe(422)
    expect(html).toContain('Adresse électronique ou mot de passe inconnu')
    expect(html).toMatch(/<title>Erreur/)
    expect(fieldOf(html, 'email')).toBe(email)
    expect(html).not.toContain('pas le bon')
    expect(browser.cookies()).toBe('')
  })

  it('says the same of an unknown address, of a person without a password and of a wrong one, and takes as long', async () => {
    const app = await startApp(open)
    const { email } = await withPassword(app)
    const attempt = async (address: string): Promise<{ page: string; ms: number }> => {
      const started = performance.now()
      const answer = await app.visitor().post(paths.signIn(), { email: address, password: 'pas le bon mot de passe' })
      const ms = performance.now() - started
      return { page: (await htmlOf(answer)).replaceAll(address, ''), ms }
    }
    const addresses = [email, 'inconnu@essai.example', app.people.funder.email]
    await attempt('premier@essai.example')
    const tries: { readonly address: string; readonly page: string; readonly ms: number }[] = []
    for (const address of [...addresses, ...addresses, ...addresses]) tries.push({ address, ...await attempt(address) })
    const quickest = addresses.map((address) => Math.min(...tries.filter((one) => one.address === address).map(({ ms }) => ms)))
    expect(new Set(tries.map(({ page }) => page)).size).toBe(1)
    // Without the work of argon2 the answer would come some ten times sooner.
    expect(Math.min(...quickest)).toBeGreaterThan(Math.max(...quickest) / 4)
  })

  it('waits after ten failures, for this account only, and for a quarter of an hour', async () => {
    const app = await startApp(open)
    const account = await withPassword(app)
    for (let tries = 0; tries < 9; tries += 1) await insertAttempt(app.database.kysely, account.email, '', app.services.clock())
    expect((await app.visitor().post(paths.signIn(), { email: account.email, password: 'faux' })).status).toBe(422)
    const refused = await app.visitor().post(paths.signIn(), account)
    expect([refused.status, await wordsOf(refused)]).toEqual([429, expect.stringContaining('attendez 15 minutes')])
    expect((await app.visitor().post(paths.signIn(), { email: app.people.elected.email, password: 'faux' })).status).toBe(422)
    app.wait(16)
    expect((await app.visitor().post(paths.signIn(), account)).status).toBe(303)
  })

  it('tries no more than a few passwords when many are sent at the same instant', async () => {
    const app = await startApp(open)
    const { email } = await withPassword(app)
    const answers =
      await Promise.all(Array.from({ length: 30 }, (_, rank) => app.visitor().post(paths.signIn(), { email, password: `faux ${rank}` })))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(10)
    expect(new Set(statuses).has(429)).toBe(true)
    app.wait(16)
    expect((await app.visitor().post(paths.signIn(), { email, password })).status).toBe(303)
  })

  it('keeps the session in a cookie that scripts and other sites cannot use', async () => {
    const app = await startApp(open)
    const answer = await app.visitor().post(paths.signIn(), await withPassword(app))
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^chapeau=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/)
    const secure = await startApp(open, { publicUrl: 'https://ort.example.fr' })
    const overHttps = await secure.visitor().post(paths.signIn(), await withPassword(secure))
    expect(overHttps.headers.getSetCookie()[0]).toMatch(/^__Host-chapeau=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  it('with a demonstration account exists in demonstration mode only', async () => {
    const closed = await startApp(open)
    const email = 'juriste@demonstration.example'
    expect((await closed.visitor().post(paths.demonstrationSignIn(), { email })).status).toBe(404)
    expect(await wordsOf(await closed.visitor().get(paths.signIn()))).not.toContain('démonstration')
    const shown = await startApp(open, { demonstration: true })
    expect(await wordsOf(await shown.visitor().get(paths.signIn()))).toContain('Inès Carlier')
    expect((await shown.visitor().post(paths.demonstrationSignIn(), { email: shown.people.lawyer.email })).status).toBe(404)
  })
})

onEachEngine('a form sent after its session ended', (open) => {
  it('is kept, secrets left out, and offered again once signed in', async () => {
    const app = await startApp(open)
    const account = await withPassword(app)
    const browser = app.visitor()
    const typed = { version: '1', name: 'ORT « rebaptisée » & <fils>', mainTown: '62510', password: 'secret de trop' }
    const answer = await browser.post(paths.identity(app.operation.slug), typed)
    const html = await htmlOf(answer)
    expect([answer.status, html.includes('Votre session a pris fin'), html.includes('secret de trop')]).toEqual([401, true, false])
    const held = JSON.stringify({ to: paths.identity(app.operation.slug), fields: Object.entries(typed).filter(([name]) => name !== 'password') })
    expect(html).toContain(held)
    const offered = await browser.post(paths.signIn(), { ...account, held })
    const page = await htmlOf(offered)
    expect([offered.status, page.includes(`action="${paths.identity(app.operation.slug)}"`), page.includes('ORT « rebaptisée » & <fils>')])
      .toEqual([200, true, true])
    expect((await browser.post(paths.identity(app.operation.slug), typed)).status).toBe(303)
    expect(await wordsOf(await browser.get(paths.operation(app.operation.slug)))).toContain('ORT « rebaptisée » & <fils>')
  })

  it('survives a wrong password in between, and goes nowhere but to this site', async () => {
    const app = await startApp(open)
    const account = await withPassword(app)
    const held = JSON.stringify({ to: paths.identity(app.operation.slug), fields: [['name', 'tapé avant']] })
    const again = await app.visitor().post(paths.signIn(), { email: account.email, password: 'faux', held })
    expect([again.status, (await htmlOf(again)).includes('tapé avant')]).toEqual([422, true])
    for (const elsewhere of [JSON.stringify({ to: '//ailleurs.example', fields: [['a', 'b']] }), '{', '[]', '"x"',
      JSON.stringify({ to: '/compte' })]) {
      expect((await app.visitor().post(paths.signIn(), { ...account, held: elsewhere })).status).toBe(303)
    }
  })
})

onEachEngine('an account', (open) => {
  it('is for who is signed in', async () => {
    const app = await startApp(open)
    expect((await app.visitor().get(paths.account())).headers.get('location')).toBe(`${paths.signIn()}?next=%2Fcompte`)
    for (const path of [paths.accountName(), paths.password(), paths.sessionRevocation('x')]) {
      expect((await app.visitor().post(path, { name: 'x' })).status).toBe(401)
    }
  })

  it('shows its sessions, and closes one of them', async () => {
    const app = await startApp(open)
    const [here, there] = [app.as('lawyer'), await app.signedIn(app.people.lawyer)]
    const page = await htmlOf(await here.get(paths.account()))
    const [path = ''] = /\/compte\/sessions\/[^/]+\/revocation/.exec(page) ?? []
    expect(page.match(/Test browser/g)).toHaveLength(2)
    expect((await here.post(path)).status).toBe(303)
    expect((await there.get(paths.account())).status).toBe(303)
    expect((await here.get(paths.account())).status).toBe(200)
    expect((await here.post(path)).status).toBe(404)
  })

  it('does not close the session of someone else', async () => {
    const app = await startApp(open)
    await app.signedIn(app.people.elected)
    const page = await htmlOf(await app.as('elected').get(paths.account()))
    const [path = ''] = /\/compte\/sessions\/[^/]+\/revocation/.exec(page) ?? []
    expect((await app.as('lawyer').post(path)).status).toBe(404)
    expect((await app.as('elected').post(path)).status).toBe(303)
  })

  it('is left by signing out, and the session is closed for good', async () => {
    const app = await startApp(open)
    const browser = app.as('funder')
    const cookie = browser.cookies()
    const answer = await browser.post(paths.signOut())
    expect([answer.status, browser.cookies()]).toEqual([303, ''])
    expect((await app.visitor().get(paths.account(), { cookie })).status).toBe(303)
    expect((await app.visitor().post(paths.signOut())).status).toBe(303)
  })

  it('is closed after a fortnight without use, and kept open by use', async () => {
    const app = await startApp(open)
    const day = 24 * 60
    app.wait(13 * day)
    expect((await app.as('lawyer').get(paths.account())).status).toBe(200)
    app.wait(13 * day)
    expect((await app.as('lawyer').get(paths.account())).status).toBe(200)
    expect((await app.as('elected').get(paths.account())).status).toBe(303)
  })

  it('changes its name, and refuses an empty one with what was typed', async () => {
    const app = await startApp(open)
    const browser = app.as('townLead')
    expect((await browser.post(paths.accountName(), { name: '  Malik VASSEUR ' })).status).toBe(303)
    expect(fieldOf(await htmlOf(await browser.get(paths.account())), 'name')).toBe('Malik VASSEUR')
    const refused = await browser.post(paths.accountName(), { name: 'x'.repeat(121) })
    expect([refused.status, (await htmlOf(refused)).includes('x'.repeat(121))]).toEqual([422, true])
  })

  it('changes its password and closes its other sessions', async () => {
    const app = await startApp(open)
    await withPassword(app)
    const [here, there] = [app.as('projectLead'), await app.signedIn(app.people.projectLead)]
    const chosen = ' une autre phrase '
    expect((await here.post(paths.password(), { current: password, password: chosen })).status).toBe(303)
    expect([(await here.get(paths.account())).status, (await there.get(paths.account())).status]).toEqual([200, 303])
    expect((await app.visitor().post(paths.signIn(), { email: app.people.projectLead.email, password })).status).toBe(422)
    expect((await app.visitor().post(paths.signIn(), { email: app.people.projectLead.email, password: chosen })).status).toBe(303)
  })

  it('keeps its password when the present one is not given, or the new one is too weak, and says both', async () => {
    const app = await startApp(open)
    const account = await withPassword(app)
    const answer = await app.as('projectLead').post(paths.password(), { current: 'faux', password: 'court' })
    const words = await wordsOf(answer)
    expect(answer.status).toBe(422)
    expect(words).toContain('Le mot de passe actuel n’est pas celui-là.')
    expect(words).toContain('d’au moins 12 caractères')
    expect((await app.visitor().post(paths.signIn(), account)).status).toBe(303)
  })
})
