// Testing an address: inside the operation, without an account, and the certificate one keeps of it.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { date, instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { inTenant } from '../../platform/database.ts'
import { openLog } from '../../platform/log.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { clientOf, htmlOf } from '../../testing/client.ts'
import type { Client } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { prepareDemonstration } from '../dashboard/demonstration.ts'
import { demonstrationAccounts } from '../people/demonstration.ts'
import { readContours } from '../territories/contour-file.ts'
import { upsertContours } from '../territories/contours.store.ts'
import { answerPlace } from './answer.ts'
import { askerOf } from './asking.store.ts'
import { sourcesOf } from './sources.ts'

const slug = 'lens-lievin'
const contoursFile = '../shared/data/communes-lens-lievin.geojson'
const square = '62498_9001_00004'
type Scene = { readonly app: TestApp; readonly id: Id<'operation'>; readonly lead: Client; readonly elected: Client }
const scenes = new Map<() => Promise<TestDatabase>, Promise<Scene>>()
function scene(open: () => Promise<TestDatabase>): Promise<Scene> {
  const known = scenes.get(open) ?? makeScene(open)
  scenes.set(open, known)
  return known
}
async function makeScene(open: () => Promise<TestDatabase>): Promise<Scene> {
  const app = await startApp(open, { demonstration: true })
  await prepareDemonstration(app.services, 'demonstration')
  const signedIn = async (role: string): Promise<Client> => {
    const client = clientOf(app.app, {})
    await client.post(paths.demonstrationSignIn(), { email: demonstrationAccounts.find((account) => account.role === role)?.email ?? '' })
    return client
  }
  const { id } = await app.database.kysely.selectFrom('operation').select('operation_id as id').where('slug', '=', slug).executeTakeFirstOrThrow()
  return { app, id, lead: await signedIn('projectLead'), elected: await signedIn('elected') }
}

/** Which group the lever of this name stands in. */
const groupOf = (html: string, name: string): string | undefined =>
  [...html.slice(0, html.indexOf(`">${name}`)).matchAll(/class="effects effects-(\w+)"/g)].at(-1)?.[1]
const [trade, landlord] = ['Dispense d’autorisation d’exploitation commerciale', 'Denormandie']

onEachEngine('an address tested', (open) => {
  it('is found from what is typed, and answered lever by lever with its sector, its act and its sources', async () => {
    const { lead } = await scene(open)
    expect(await htmlOf(await lead.get(`${paths.effects(slug)}?q=pl+jean+jaure`))).toContain('?adresse=62498_9001"')
    expect(await htmlOf(await lead.get(`${paths.effects(slug)}?q=4+place+jean+jaures+lens`))).toContain('4 Place Jean-Jaurès, 62300 Lens')
    const html = await htmlOf(await lead.get(`${paths.effects(slug)}?adresse=${square}`))
    for (const words of ['Centre-ville de Lens', 'tracé illustratif', 'Base Adresse Nationale']) expect(html).toContain(words)
    expect(html).toContain('fixée par : Secteur d’intervention, Commune de Lens, 12 novembre 2025')
    expect(groupOf(html, trade)).toBe('applies')
  })
  it('answers for a notary only what concerns one, and says so of a day the amendment had not come', async () => {
    const { lead } = await scene(open)
    const html = await htmlOf(await lead.get(`${paths.effects(slug)}?adresse=62498_9002_00006&role=commerce&le=2024-06-15`))
    expect(html).toContain('Hors de tout secteur d’intervention')
    expect(html).not.toContain(landlord)
  })
  it('is answered to anybody while the lead leaves it open, and to nobody after', async () => {
    const { app, lead, elected } = await scene(open)
    const visitor = app.visitor()
    const ask = async () => await htmlOf(await visitor.get(`${paths.publicEffects()}?adresse=${square}`))
    expect(await ask()).toContain('Centre-ville de Lens')
    expect((await elected.post(paths.effectsOpening(slug), { open: 'non' })).status).toBe(403)
    expect((await lead.post(paths.effectsOpening(slug), { open: 'non' })).status).toBe(303)
    expect(await ask()).toContain('Aucune opération n’a ouvert ses réponses')
    expect((await lead.post(paths.effectsOpening(slug), { open: 'oui' })).status).toBe(303)
    expect(await ask()).toContain('Centre-ville de Lens')
    expect(await htmlOf(await visitor.get(`${paths.publicEffects()}?q=zzzz`))).toContain('Aucune adresse ne répond')
  })
  it('of an action is that of its places', async () => {
    const { app, lead } = await scene(open)
    const plan = await htmlOf(await lead.get(paths.plan(slug)))
    const [action] = [...plan.matchAll(/actions\/([0-9a-f-]{36})"/g)].map((found) => found[1] ?? '')
    expect((await lead.get(paths.effectsOfAction(slug, action ?? ''))).status).toBe(200)
    expect((await app.as('projectLead').get(paths.effectsOfAction(slug, action ?? ''))).status).toBe(404)
  })

  it('leaves a certificate, kept with its question, its answer and its hash, opened and verified by anyone, and never changes', async () => {
    const { app, lead } = await scene(open)
    const issued = await lead.post(paths.certificates(slug), { adresse: square, le: '2026-03-12', role: 'notaire' })
    const address = issued.headers.get('location') ?? ''
    expect([issued.status, /^\/attestations\/[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/.test(address)]).toEqual([303, true])
    const visitor = app.visitor()
    const html = await htmlOf(await visitor.get(address))
    expect([html.includes('Authentique'), html.includes('Sans valeur'), html.includes('ni un permis')]).toEqual([true, true, true])
    const sealed = await htmlOf(await visitor.get(`${address}/json`))
    const hash = createHash('sha256').update(sealed).digest('hex')
    expect(html).toContain(hash)
    for (const typed of [address.slice('/attestations/'.length).toLowerCase().replaceAll('-', ' '), hash]) {
      expect((await visitor.get(`${paths.certificateCheck()}?code=${encodeURIComponent(typed)}`)).headers.get('location')).toBe(address)
    }
    expect((await visitor.get(`${paths.certificateCheck()}?code=ABCD-ABCD-ABCD-ABCD`)).status).toBe(422)
    expect([(await visitor.get('/attestations/ABCD-ABCD-ABCD-ABCD')).status, (await visitor.get(`${address}/exe`)).status]).toEqual([404, 404])
    await lead.post(paths.effectsOpening(slug), { open: 'non' })
    expect(await htmlOf(await visitor.get(`${address}/json`))).toBe(sealed)
    await lead.post(paths.effectsOpening(slug), { open: 'oui' })
  })
  it('leaves a certificate printed as the same bytes each time', async () => {
    const { app, lead } = await scene(open)
    const address = (await lead.post(paths.certificates(slug), { lon: '2.8325', lat: '50.431', le: '2026-03-12' })).headers.get('location') ?? ''
    const [one, other] = await Promise.all([0, 1].map(async () => Buffer.from(await (await app.visitor().get(`${address}/pdf`)).arrayBuffer())))
    expect([one?.subarray(0, 5).toString(), one?.equals(other ?? Buffer.alloc(0))]).toEqual(['%PDF-', true])
  })
  it('leaves certificates to anybody, twenty an hour', async () => {
    const { app } = await scene(open)
    const visitor = app.visitor()
    const statuses = []
    for (let rank = 0; rank < 21; rank += 1) statuses.push((await visitor.post(paths.publicCertificates(), { adresse: square })).status)
    expect([statuses.slice(0, 20).every((status) => status === 303), statuses[20]]).toEqual([true, 429])
    app.wait(61)
    expect((await visitor.post(paths.publicCertificates(), { adresse: square })).status).toBe(303)
  })
  it('leaves certificates that the program itself cannot change nor remove', async () => {
    const { app } = await scene(open)
    await expect(app.database.pool.query('update certificate set content = content')).rejects.toThrow('permission denied')
    await expect(app.database.pool.query('delete from certificate')).rejects.toThrow('permission denied')
  })

  it('answers programs as JSON, with a tag, and says what is wrong as a problem', async () => {
    const { app } = await scene(open)
    const visitor = app.visitor()
    const answer = await visitor.get(`${paths.effectsApi()}?lon=2.8325&lat=50.431&le=2026-03-12&role=commerce`)
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    expect(await answer.json()).toMatchObject({
      question: { lon: 2.8325, lat: 50.431, on: '2026-03-12', role: 'commerce' }, commune: { value: { insee: '62498' } }, illustrative: true,
      sectors: [{ name: 'Centre-ville de Lens', version: 2, inside: 'yes', townCentre: true }],
    })
    const tag = answer.headers.get('etag') ?? ''
    expect((await visitor.get(`${paths.effectsApi()}?lon=2.8325&lat=50.431&le=2026-03-12&role=commerce`, { 'if-none-match': tag })).status).toBe(304)
    const wrong = ['lon=2,8', 'lon=a&lat=b', '', 'lon=2.8&lat=50.4&le=hier', 'lon=2.8&lat=50.4&role=roi', 'q=zzzz', 'q=rue']
    const problems = []
    for (const query of wrong) problems.push(await visitor.get(`${paths.effectsApi()}?${query}`))
    expect(problems.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400, 422])
    expect(problems.every(({ headers }) => headers.get('content-type')?.startsWith('application/problem+json') === true)).toBe(true)
    expect((await visitor.get(`${paths.effectsApi()}?lon=2.8&lat=50.4&operation=autre`)).status).toBe(404)
  })
  it('answers a file line by line, in the same order, from anywhere, and refuses whole what it cannot understand', async () => {
    const { app, lead } = await scene(open)
    const csv = 'id;lon;lat;insee\nplace;2.8325;50.431;62498\n=1+1;2.5;50.2;62413\nbord;2.8268;50.4302;62498\n"x, y";abc;50;\n'
    const send = async (body: string) => await app.visitor().send(`${paths.effectsBatchApi()}?le=2026-03-12`,
      { method: 'POST', body, headers: { 'content-type': 'text/csv' } })
    const text = await (await send(csv)).text()
    const [header = '', ...lines] = text.trim().split('\n')
    const cell = (line: string | undefined, name: string) => line?.split(',')[header.split(',').indexOf(name)]
    expect(lines.map((line) => [cell(line, 'id'), cell(line, 'sector'), cell(line, 'version'), cell(line, 'L01'), cell(line, 'L10')])).toEqual([
      ['place', 'centre-ville-de-lens', '2', 'applies', 'applies'], ["'=1+1", '', '', 'no', 'no'], ['bord', '', '', 'unknown', 'applies'],
      ['"x', ' y"', '', '', 'unknown'],
    ])
    expect(lines[3]).toContain('longitude ou latitude illisible')
    const french = await (await send('id;lon;lat;insee\n"12; rue";2,8325;+50,431;62498\n')).text()
    expect(french.split('\n')[1]).toMatch(/^12; rue,centre-ville-de-lens,2,/)
    for (const bad of ['', 'a;b\n1;2', 'PK', 'x'.repeat(40_000)]) expect((await send(bad)).status).toBe(422)
    const inside = await lead.upload(`${paths.effectsBatch(slug)}?le=2026-03-12`, { name: 'points.csv', bytes: csv })
    expect([inside.status, await inside.text()]).toEqual([200, text])
    expect((await lead.upload(paths.effectsBatch(slug), { name: 'vide.csv', bytes: '' })).status).toBe(422)
  })

  it('goes on in the same transaction when the statement of one source fails', async () => {
    const { app, id } = await scene(open)
    const answer = await inTenant(app.database, { operationId: id, personId: null, readOnly: true }, async (db) => {
      const sources = sourcesOf(db, id, date('2026-03-12'))
      const broken = { ...sources, sectors: async () => { throw (await sql`select 1/0`.execute(db)) } }
      const place = { how: 'point', lon: 2.8325, lat: 50.431 } as const
      return await answerPlace(broken, askerOf(db, openLog('silent'), true),
        { place, on: date('2026-03-12'), audience: undefined, project: false, demonstration: true })
    })
    expect(answer.sources.map(({ name, why }) => [name, why])).toEqual([
      ['operation', null], ['sectors', 'sourceDown'], ['contours', 'notLoaded'], ['levers', null],
    ])
    expect(answer.levers.filter(({ verdict, reason }) => verdict === 'no' && !reason.code.startsWith('lever'))).toEqual([])
  })
  it.skipIf(!existsSync(contoursFile))('knows the commune of a bare point from real contours (skipped without ../shared/data)', async () => {
    const { app, lead } = await scene(open)
    const read = readContours(readFileSync(contoursFile, 'utf8'))
    const contours = (read?.contours ?? []).map((contour) =>
      ({ ...contour, precisionMetres: 100, source: 'IGN, INSEE', vintage: date('2018-01-01') }))
    await upsertContours(app.database.kysely, contours, instant(new Date(0)))
    const html = await htmlOf(await lead.get(`${paths.effects(slug)}?lon=2.8150&lat=50.4360&le=2026-03-12`))
    expect([html.includes('<dd>Lens</dd>'), html.includes('Hors de tout secteur d’intervention')]).toEqual([true, true])
    const harnes = await htmlOf(await lead.get(`${paths.effects(slug)}?lon=2.9050&lat=50.4450&le=2026-03-12`))
    const lot = await lead.upload(`${paths.effectsBatch(slug)}?le=2023-05-01`, { name: 'p.csv', bytes: 'id,lon,lat,insee\na,2.8325,50.431,62413\n' })
    const [header = [], line = []] = (await lot.text()).split('\n').map((row) => row.split(','))
    expect(['L10', 'L40', 'L02a'].map((lever) => line[header.indexOf(lever)])).toEqual(['unknown', 'unknown', 'unknown'])
    expect([harnes.includes('<dd>Harnes</dd>'), harnes.includes('Aucune en vigueur pour cette commune')]).toEqual([true, true])
  })
})
