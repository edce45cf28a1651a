// What is open to everybody: front page, manual, accessibility, design, health, theme, and the page for what is not there.
import { expect, it } from 'vitest'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import { htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { helpTopics } from './help.topics.tsx'

onEachEngine('the site', (open) => {
  it('shows its open pages to anyone', async () => {
    const app = await startApp(open)
    for (const path of [paths.home(), paths.accessibility(), paths.design(), paths.help(), ...helpTopics.map(({ slug }) => paths.helpPage(slug))]) {
      const answer = await app.visitor().get(path)
      expect([path, answer.status, (await htmlOf(answer)).includes('lang="fr"')]).toEqual([path, 200, true])
    }
  })

  it('has no dead link on its open pages', async () => {
    const app = await startApp(open)
    const links = new Set<string>()
    for (const path of [paths.home(), paths.accessibility(), paths.help(), ...helpTopics.map(({ slug }) => paths.helpPage(slug))]) {
      for (const [, href = ''] of (await htmlOf(await app.visitor().get(path))).matchAll(/href="(\/[^"#?]*)/g)) links.add(href)
    }
    const dead = []
    for (const href of links) {
      const { status } = await app.visitor().get(href)
      if (status >= 400 && !href.startsWith('/assets/')) dead.push(`${status} ${href}`)
    }
    expect(dead).toEqual([])
  })

  it('offers the demonstration in demonstration mode only', async () => {
    const [plain, demonstration] = [await startApp(open), await startApp(open, { demonstration: true })]
    expect(await wordsOf(await plain.visitor().get(paths.home()))).not.toContain('Essayer avec Lens-Liévin')
    expect(await wordsOf(await demonstration.visitor().get(paths.home()))).toContain('Essayer avec Lens-Liévin')
  })

  it('says that it is well when its database answers', async () => {
    const app = await startApp(open)
    const answer = await app.visitor().get(paths.health())
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok', version: expect.any(String), databaseMs: expect.any(Number) }])
  })

  it('keeps the chosen theme, and leads back to a page of its own only', async () => {
    const app = await startApp(open)
    const browser = app.visitor()
    expect((await browser.post(paths.theme(), { theme: 'dark', back: '/aide' })).headers.get('location')).toBe('/aide')
    expect(await htmlOf(await browser.get(paths.home()))).toContain('data-theme="dark"')
    expect((await browser.post(paths.theme(), { theme: 'auto', back: '//ailleurs.example' })).headers.get('location')).toBe('/')
    expect(await htmlOf(await browser.get(paths.home()))).not.toContain('data-theme="dark"')
    await browser.post(paths.theme(), { theme: '"><script>', back: '' })
    expect(await htmlOf(await browser.get(paths.home()))).not.toContain('"><script>')
  })

  it('says what is not there, with a number to quote', async () => {
    const app = await startApp(open)
    for (const path of ['/nulle-part', paths.helpPage('absente'), '/operations/x/y/z/t', '/%2e%2e/etc', '/assets/../app.ts']) {
      const answer = await app.visitor().get(path)
      expect([path, answer.status]).toEqual([path, 404])
    }
    expect(await wordsOf(await app.visitor().get('/nulle-part'))).toMatch(/Page introuvable.*Numéro de la demande : [0-9a-f-]{36}/)
    expect((await app.visitor().post('/nulle-part', { a: 'b' })).status).toBe(404)
  })
})
