// What other sites cannot make a browser do here, and the headers every answer bears.
import { expect, it } from 'vitest'
import { assetsRoot } from '../design/assets.ts'
import { paths } from '../paths.ts'
import { startApp } from '../testing/app.ts'
import { htmlOf } from '../testing/client.ts'
import { onEachEngine } from '../testing/database.ts'

const form = 'application/x-www-form-urlencoded'

onEachEngine('a request that may change something', (open) => {
  it.each<[string, Record<string, string>]>([
    ['sent from another site as JSON', { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' }],
    ['sent from another site as text', { 'sec-fetch-site': 'cross-site', 'content-type': 'text/plain' }],
    ['sent from a sister site', { 'sec-fetch-site': 'same-site', 'content-type': form }],
    ['typed in the address bar', { 'sec-fetch-site': 'none', 'content-type': form }],
    ['from a browser that says nothing of its origin', { 'content-type': form }],
    ['from another origin', { origin: 'https://ailleurs.example', 'content-type': form }],
    ['from another port', { origin: 'http://chapeau.test:81', 'content-type': form }],
    ['from an origin that is hidden', { origin: 'null', 'content-type': form }],
    ['from another site that names ours in its origin', { origin: 'http://chapeau.test.ailleurs.example', 'content-type': form }],
    ['whose two accounts disagree', { 'sec-fetch-site': 'cross-site', origin: 'http://chapeau.test', 'content-type': form }],
  ])('%s is refused, and nothing is written', async (_, headers) => {
    const app = await startApp(open)
    const body = headers['content-type'] === 'application/json' ? '{"name":"Détournée"}' : 'version=1&name=D%C3%A9tourn%C3%A9e&mainTown='
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await app.as('projectLead').send(paths.identity(app.operation.slug), { method, headers, body })
      expect([method, answer.status]).toEqual([method, 403])
    }
    expect(await htmlOf(await app.as('projectLead').get(paths.operation(app.operation.slug)))).not.toContain('Détournée')
  })

  it('is let through from our own pages, by either account', async () => {
    const app = await startApp(open)
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://chapeau.test' }]) {
      const answer = await app.visitor().send(paths.theme(), {
        method: 'POST', headers: { ...headers, 'content-type': form }, body: 'theme=dark&back=%2Faide',
      })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/aide'])
    }
  })

  it('must come from the public address when the site has one', async () => {
    const app = await startApp(open, { publicUrl: 'https://ort.example.fr' })
    const send = (origin: string) => app.visitor().send(paths.theme(), {
      method: 'POST', headers: { origin, 'content-type': form }, body: 'theme=dark',
    })
    expect((await send('https://ort.example.fr')).status).toBe(303)
    expect((await send('http://ort.example.fr')).status).toBe(403)
  })

  it('gives back what it carried, secrets left out, when it is refused', async () => {
    const app = await startApp(open)
    const answer = await app.as('lawyer').send(paths.identity(app.operation.slug), {
      method: 'POST', headers: { 'content-type': form }, body: 'name=longuement+tap%C3%A9&password=secret',
    })
    const html = await htmlOf(answer)
    expect([answer.status, html.includes('longuement tapé'), html.includes('secret')]).toEqual([403, true, false])
  })
})

onEachEngine('an answer of a program that shows tiles', (open) => {
  it('lets pictures and requests go to their origin, and nothing else', async () => {
    const app = await startApp(open, { tiles: { url: 'https://tuiles.example.fr/{z}/{x}/{y}.png', attribution: 'IGN' } })
    const policy = (await app.visitor().get(paths.home())).headers.get('content-security-policy') ?? ''
    expect(policy.split('; ').filter((rule) => rule.includes('tuiles.example.fr')))
      .toEqual(["img-src 'self' data: https://tuiles.example.fr", "connect-src 'self' https://tuiles.example.fr"])
    expect(await (await app.visitor().get(paths.mapBackground())).json()).toEqual({ url: 'https://tuiles.example.fr/{z}/{x}/{y}.png', attribution: 'IGN' })
  })
})

onEachEngine('every answer', (open) => {
  const policy =
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
  it('forbids scripts and styles of elsewhere, frames, and guessing of types: pages, refusals, errors, assets, documents', async () => {
    const app = await startApp(open)
    const lead = app.as('projectLead')
    app.app.get('/fails', () => { throw new Error('on purpose') })
    const answers = [
      await lead.get(paths.home()), await lead.get(paths.operation(app.operation.slug)), await app.visitor().get(paths.operations()),
      await lead.get('/nulle-part'),
      await app.as('funder').get(paths.journal(app.operation.slug)), await lead.send(paths.theme(), { method: 'POST' }), await lead.get('/fails'),
      await lead.get(`${assetsRoot}/chapeau.css`), await lead.get(`${assetsRoot}/absent.css`), await lead.get(paths.health()),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 303, 404, 403, 403, 500, expect.any(Number), 404, 200])
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toBe(policy)
      expect([headers.get('x-frame-options'), headers.get('x-content-type-options'), headers.get('referrer-policy')])
        .toEqual(['DENY', 'nosniff', 'same-origin'])
      expect(headers.get('strict-transport-security')).toBeNull()
    }
  })

  it('has no script, style or handler inside the page', async () => {
    const app = await startApp(open)
    for (const path of [paths.home(), paths.signIn(), paths.operation(app.operation.slug), paths.people(app.operation.slug),
      paths.newDocument(app.operation.slug), paths.design()]) {
      const html = await (await app.as('projectLead').get(path)).text()
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son[a-z]+=|\sstyle=|javascript:/i)
    }
  })

  it('asks for HTTPS from then on where the site has it', async () => {
    const app = await startApp(open, { publicUrl: 'https://ort.example.fr' })
    expect((await app.visitor().get(paths.home())).headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
  })

  it('is kept by no cache when it is a page', async () => {
    const app = await startApp(open)
    for (const path of [paths.operations(), paths.home(), '/nulle-part']) {
      expect((await app.as('lawyer').get(path)).headers.get('cache-control')).toBe('private, no-store')
    }
  })

  it('too large is refused before it is read', async () => {
    const app = await startApp(open)
    const answer = await app.as('lawyer').send(paths.documents(app.operation.slug), {
      method: 'POST', headers: { 'sec-fetch-site': 'same-origin', 'content-type': form, 'content-length': '60000000' }, body: 'x=1',
    })
    expect([answer.status, (await htmlOf(answer)).includes('L’envoi dépasse 50 Mo')]).toEqual([413, true])
  })
})
