// Actions made and changed over HTTP: what is done, refused, merged, in conflict, kept as a draft, and who may.
import { expect, it } from 'vitest'
import { newId, readId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { wordsOf } from '../../testing/client.ts'
import type { Client } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { listActionValues } from './actions.store.ts'
import type { ActionRow } from './actions.store.ts'
import { date } from '../../kernel/date.ts'

const today = date('2026-03-12')
const create = async (app: TestApp, browser: Client, typed: Readonly<Record<string, string>>): Promise<Id<'action'>> => {
  const answer = await browser.post(paths.newAction(app.operation.slug), { cle: newId(), title: 'Rénover les halles', ...typed })
  expect([answer.status, answer.status === 303 ? '' : await wordsOf(answer)]).toEqual([303, ''])
  return readId<'action'>(/actions\/([\w-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? '') ?? missing('no id')
}
const read = async (app: TestApp, id: Id<'action'>): Promise<ActionRow> =>
  (await app.inside((db) => listActionValues(db, [id], today)))[0] ?? missing('no action')
/** The hidden fields a form carries. */
async function carried(browser: Client, address: string): Promise<Readonly<Record<string, string>>> {
  const html = await (await browser.get(address)).text()
  return Object.fromEntries([...html.matchAll(/<input type="hidden" name="(cle|champs|socle)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
}

function missing(what: string): never {
  throw new Error(what)
}

onEachEngine('an action', (open) => {
  it('is made with everything its form says, names not known yet included', async () => {
    const app = await startApp(open)
    const id = await create(app, app.as('projectLead'), {
      code: 'A-7', owner: 'Bully-les-Mines', 'partners.0': 'Établissement public foncier ; Région Hauts-de-France', 'pilots.0': 'Personne projectLead', 'pilots.1': 'Jeanne Petit',
      'themes.0': 'Commerce', startsOn: '1/4/2026', progress: '20 %', ongoing: 'oui', etat: 'inProgress', 'etat-le': '01/03/2026',
    })
    const { values, state } = await read(app, id)
    expect(state).toEqual({ state: 'inProgress', on: '2026-03-01', reason: '' })
    expect(values).toMatchObject({
      code: 'A-7', title: 'Rénover les halles', owner: app.organisations.commune, startsOn: '2026-04-01', progress: 20, ongoing: true,
      pilots: [{ personId: app.people.projectLead.id, name: 'Personne projectLead' }, { personId: null, name: 'Jeanne Petit' }],
    })
    expect([values.partners.length, values.themes.length]).toEqual([2, 1])
    const page = await wordsOf(await app.as('projectLead').get(paths.actionForm(app.operation.slug, id)))
    expect(page).toContain('Modifier la fiche')
    expect(await wordsOf(await app.as('elected').get(paths.actionHistory(app.operation.slug, id)))).toContain('Création de A-7 Rénover les halles')
  })

  it('is refused with every problem at once, what was typed kept', async () => {
    const app = await startApp(open)
    await create(app, app.as('projectLead'), { code: 'B-1' })
    const answer = await app.as('projectLead').post(paths.newAction(app.operation.slug), { code: 'b-1', title: '', startsOn: 'demain', progress: '140', description: 'Gardé' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const words of ['Nom de l’action', 'ne se lit pas', '0 à 100', 'Gardé', 'value="demain"']) expect(html).toContain(words)
    const taken = await app.as('projectLead').post(paths.newAction(app.operation.slug), { code: 'b-1', title: 'Deuxième', startsOn: '2/1/2026', endsOn: '1/1/2026' })
    expect(await wordsOf(taken)).toMatch(/porte déjà ce numéro[\s\S]*précède le début prévu/)
  })

  it('takes what two people changed apart from each other, and says so', async () => {
    const app = await startApp(open)
    const id = await create(app, app.as('projectLead'), { code: 'C-1', owner: 'Bully-les-Mines' })
    const form = paths.actionForm(app.operation.slug, id)
    const seen = await carried(app.as('projectLead'), form)
    await app.as('townLead').post(form, { champs: 'priority,results', priority: 'high', results: 'Douze vitrines', cle: newId() })
    const answer = await app.as('projectLead').post(form, { ...seen, title: 'Rénover les halles et la place', code: 'C-1', owner: 'Bully-les-Mines' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${paths.action(app.operation.slug, id)}?fait=modifiee&fusion=priority,results`])
    expect((await read(app, id)).values).toMatchObject({ title: 'Rénover les halles et la place', priority: 'high', results: 'Douze vitrines' })
  })

  it('shows both versions when two people changed one field, and takes the one chosen', async () => {
    const app = await startApp(open)
    const id = await create(app, app.as('projectLead'), { code: 'D-1', owner: 'Bully-les-Mines' })
    const form = paths.actionForm(app.operation.slug, id)
    const seen = await carried(app.as('projectLead'), form)
    await app.as('townLead').post(form, { champs: 'title,priority', title: 'Leur titre', priority: 'low', cle: newId() })
    const mine = { code: 'D-1', owner: 'Bully-les-Mines', title: 'Mon titre', description: 'Ma description' }
    const conflict = await app.as('projectLead').post(form, { ...seen, ...mine })
    expect(conflict.status).toBe(409)
    const html = await conflict.text()
    for (const words of ['Leur titre', 'Mon titre', 'Ma description', 'Personne townLead']) expect(html).toContain(words)
    expect((await read(app, id)).values.title).toBe('Leur titre')
    const again = Object.fromEntries([...html.matchAll(/<input type="hidden" name="(cle|champs|socle)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
    const faulty = await app.as('projectLead').post(form, { ...again, ...mine, priority: 'low', progress: 'beaucoup', 'leur.title': 'oui' })
    expect([faulty.status, (await faulty.text()).includes('value="Leur titre"')]).toEqual([422, true])
    const settled = await app.as('projectLead').post(form, { ...again, ...mine, priority: 'low', 'leur.title': 'oui' })
    expect(settled.status).toBe(303)
    expect((await read(app, id)).values).toMatchObject({ title: 'Leur titre', description: 'Ma description', priority: 'low' })
  })

  it('never loses a field the form does not have', async () => {
    const app = await startApp(open)
    const id = await create(app, app.as('projectLead'), { code: 'E-1', description: 'Longue description', 'themes.0': 'Habitat', ongoing: 'oui' })
    const { values: before } = await read(app, id)
    const field = paths.actionField(app.operation.slug, id, 'priority')
    expect((await app.as('projectLead').post(field, { priority: 'medium', retour: `${paths.plan(app.operation.slug)}?etat=prevue` })).headers.get('location'))
      .toBe(`${paths.plan(app.operation.slug)}?etat=prevue`)
    expect((await read(app, id)).values).toEqual({ ...before, priority: 'medium' })
    const same = await app.as('projectLead').post(field, { priority: 'medium' })
    expect([same.status, (await read(app, id)).version]).toEqual([303, 2])
    expect((await app.as('projectLead').post(field, { priority: 'urgent' })).status).toBe(422)
  })

  it('gives one number to one action, whoever asks at the same instant, and answers an inline day as tables write them', async () => {
    const app = await startApp(open)
    const ids = await Promise.all(['N-1', 'N-2', 'N-3', 'N-4'].map((code) => create(app, app.as('projectLead'), { code })))
    const sent = await Promise.all(ids.map((id, rank) =>
      app.as('projectLead').post(paths.actionForm(app.operation.slug, id), { champs: 'code,title', code: 'N-9', title: `Titre ${rank}` })))
    expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 422, 422, 422])
    const refused = await Promise.all(sent.filter(({ status }) => status === 422).map((answer) => answer.text()))
    for (const html of refused) expect(html).toMatch(/porte déjà ce numéro[^]*value="N-9"[^]*value="Titre \d"/)
    const day = paths.actionField(app.operation.slug, ids[0] ?? '', 'startsOn')
    const saved = await app.as('projectLead').post(day, { startsOn: '2 janvier 2024' }, { 'x-fragment': 'cell' })
    expect(await saved.text()).toContain('>02/01/2024<')
    const alone = await app.as('projectLead').post(paths.actionField(app.operation.slug, ids[0] ?? '', 'orientations'),
      { 'orientations.0': '', 'orientations.0.code': 'A1' })
    expect([alone.status, (await alone.text()).includes('un numéro est saisi sans orientation')]).toEqual([422, true])
  })

  it('keeps a draft of what is typed until it is sent, for its author alone', async () => {
    const app = await startApp(open)
    const id = await create(app, app.as('projectLead'), { code: 'F-1' })
    const { slug } = app.operation
    const form = paths.actionForm(slug, id)
    const kept = await app.as('projectLead').post(paths.drafts(slug), { ...await carried(app.as('projectLead'), form), brouillon: form, title: 'Titre en cours' })
    expect([kept.status, kept.headers.get('location')]).toEqual([303, `${form}?brouillon=reprendre`])
    const elsewhere = await app.signedIn(app.people.projectLead)
    expect(await wordsOf(await elsewhere.get(form))).toContain('Reprendre le brouillon')
    expect(await (await elsewhere.get(`${form}?brouillon=reprendre`)).text()).toContain('value="Titre en cours"')
    expect(await wordsOf(await app.as('townLead').get(paths.drafts(slug)))).toContain('Aucun brouillon')
    await elsewhere.post(form, { champs: 'title', title: 'Titre en cours' })
    expect(await wordsOf(await elsewhere.get(form))).not.toContain('Brouillon du')
    expect((await app.as('projectLead').post(paths.drafts(slug), { brouillon: 'https://ailleurs.example/', title: 'x' })).status).toBe(422)
    expect((await read(app, id)).values.title).toBe('Titre en cours')
  })

  it('is never given the number of another, even when two make one at the same moment', async () => {
    const app = await startApp(open)
    const make = () => app.as('projectLead').post(paths.newAction(app.operation.slug), { cle: newId(), title: 'Ensemble', code: 'Z-1' })
    expect((await Promise.all([make(), make()])).map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await (await app.as('projectLead').get(paths.newAction(app.operation.slug))).text()).toContain('value="Z-2"')
  })

  it('is written by those who bear it only, and hidden from others when it is restricted', async () => {
    const app = await startApp(open)
    const { slug } = app.operation
    const other = await create(app, app.as('projectLead'), { code: 'G-1', owner: 'Une autre commune', restricted: 'oui' })
    const open1 = await create(app, app.as('projectLead'), { code: 'G-2', owner: 'Une autre commune' })
    const statuses = async (browser: Client, id: Id<'action'>) =>
      [(await browser.get(paths.actionForm(slug, id))).status, (await browser.post(paths.actionForm(slug, id), { champs: 'title', title: 'Pris' })).status,
        (await browser.get(paths.actionHistory(slug, id))).status]
    expect(await statuses(app.as('townLead'), other)).toEqual([404, 404, 404])
    expect(await statuses(app.as('townLead'), open1)).toEqual([403, 403, 200])
    expect(await statuses(app.as('finance'), open1)).toEqual([403, 403, 200])
    expect(await statuses(app.as('funder'), open1)).toEqual([403, 403, 404])
    const refused = await app.as('townLead').post(paths.newAction(slug), { title: 'Pour un autre', owner: 'Une autre commune' })
    expect([refused.status, await wordsOf(refused)]).toEqual([422, expect.stringContaining('que porte votre organisation')])
    const own = await create(app, app.as('townLead'), { code: 'G-3', owner: 'Bully-les-Mines' })
    expect((await app.as('townLead').post(paths.actionForm(slug, own), { champs: 'owner', owner: 'Une autre commune' })).status).toBe(422)
  })

  it('is removed with a reason, and put back', async () => {
    const app = await startApp(open)
    const { slug } = app.operation
    const id = await create(app, app.as('projectLead'), { code: 'H-1' })
    expect((await app.as('projectLead').post(paths.actionRemoval(slug, id), { motif: '' })).status).toBe(422)
    expect((await app.as('projectLead').post(paths.actionRemoval(slug, id), { motif: 'Saisie en double' })).status).toBe(303)
    expect((await app.as('projectLead').get(paths.actionForm(slug, id))).status).toBe(404)
    expect(await wordsOf(await app.as('projectLead').get(paths.actionHistory(slug, id)))).toContain('Saisie en double')
  })
})
