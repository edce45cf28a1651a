// Posts over HTTP: kept by the leads and by the authority that employs, seen by funders in part, changed by two people without loss.
import { expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { verifyJournal } from '../../platform/journal.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import type { Client } from '../../testing/client.ts'
import { htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { publishText } from '../../testing/published.ts'
import { signedConvention } from '../../testing/signed-convention.ts'

const addPost = async (app: TestApp, by: Client, form: Readonly<Record<string, string>> = {}): Promise<string> => {
  const made = await by.post(paths.newPost(app.operation.slug), {
    title: 'Cheffe de projet ACV', kind: 'projectLead', opahRu: 'oui', employer: app.organisations.epci, since: '01/09/2021', ...form,
  })
  expect(made.status).toBe(303)
  return made.headers.get('location')?.split('/').at(-1) ?? ''
}
const year = { cost: '80 000', basis: 'HT', 'newFunder-0': 'Anah', 'amount-0': '55 000', 'status-0': 'awarded' }

onEachEngine('posts', (open) => {
  it('have years, whose co-funding is held against both readings of the cap', async () => {
    const app = await startApp(open)
    const [{ slug }, lead] = [app.operation, app.as('projectLead')]
    await publishText(app, signedConvention, 'chapeau')
    expect(await wordsOf(await lead.get(paths.posts(slug)))).toContain('Aucun poste')
    const clause = /<option value="([\w-]{36} article-2)"/.exec(await htmlOf(await lead.get(paths.newPost(slug))))?.[1] ?? ''
    const post = await addPost(app, lead, { clause })
    expect((await lead.get(`${paths.post(slug, post)}?annee=2024`)).headers.get('location')).toBe(paths.postYear(slug, post, '2024'))
    expect((await lead.post(paths.postYear(slug, post, '2024'), { ...year, version: '0' })).status).toBe(303)
    const words = await wordsOf(await lead.get(paths.post(slug, post)))
    for (const part of [/80\s000\s€ HT/, /55\s000\s€ ou 41\s250\s€/, /Selon la lecture de la clause/, /Lecture 2/, /Anah/]) expect(words).toMatch(part)
    expect(await htmlOf(await lead.get(paths.post(slug, post)))).toContain(paths.provision(slug, 'chapeau', 'article-2'))
    await lead.post(paths.postYear(slug, post, '2024'), { ...year, version: '1', 'scheme-1': 'Région', 'amount-1': '10 000', 'status-1': 'requested' })
    expect(await wordsOf(await lead.get(paths.posts(slug)))).toMatch(/65\s000\s€.*Au-delà du plafond/)
    expect(await app.inside((db) => verifyJournal(db, app.operation.id))).toMatchObject({ breaks: [] })
  })

  it('say everything that is wrong at once, and keep what was typed', async () => {
    const app = await startApp(open)
    const [{ slug }, lead] = [app.operation, app.as('projectLead')]
    const refused = await lead.post(paths.newPost(slug), { title: '', kind: 'x', employer: newId(), since: 'hier', note: 'gardée' })
    const words = await wordsOf(refused)
    expect(refused.status).toBe(422)
    for (const part of ['Donnez un intitulé', 'Choisissez la nature', 'employeur n’est pas', 'début est illisible', 'gardée']) expect(words).toContain(part)
    const post = await addPost(app, lead)
    const wrong = await lead.post(paths.postYear(slug, post, '2024'), { ...year, version: '0', 'amount-0': 'beaucoup', 'scheme-7': 'gardé' })
    expect([wrong.status, await htmlOf(wrong)]).toEqual([422, expect.stringMatching(/href="#field-amount-0"[\s\S]*value="gardé"/)])
    expect((await lead.get(`${paths.post(slug, post)}?annee=douze`)).status).toBe(422)
    expect((await lead.get(paths.postYear(slug, post, '1800'))).status).toBe(404)
  })

  it('lose nothing when two people change them', async () => {
    const app = await startApp(open)
    const [{ slug }, lead] = [app.operation, app.as('projectLead')]
    const post = await addPost(app, lead)
    const form = { title: 'Chef', kind: 'projectLead', employer: app.organisations.epci, version: '1' }
    expect((await lead.post(paths.postForm(slug, post), form)).status).toBe(303)
    const late = await app.as('finance').post(paths.postForm(slug, post), { ...form, title: 'Directrice' })
    expect([late.status, await htmlOf(late)]).toEqual([409, expect.stringMatching(/Chef[\s\S]*value="Directrice"/)])
    await lead.post(paths.postYear(slug, post, '2024'), { ...year, version: '0' })
    const lateYear = await app.as('finance').post(paths.postYear(slug, post, '2024'), { ...year, cost: '81 000', version: '0' })
    expect([lateYear.status, await htmlOf(lateYear)]).toEqual([409, expect.stringMatching(/Personne projectLead[\s\S]*value="81 000"/)])
    expect((await lead.post(paths.postRemoval(slug, post))).status).toBe(303)
    expect((await lead.get(paths.post(slug, post))).status).toBe(404)
  })

  it('are kept by the leads, and by the authority that employs; others read', async () => {
    const app = await startApp(open)
    const [{ slug }, town] = [app.operation, app.as('townLead')]
    const post = await addPost(app, app.as('projectLead'))
    expect((await app.as('elected').get(paths.post(slug, post))).status).toBe(200)
    for (const role of ['elected', 'funder', 'lawyer'] as const) expect([role, (await app.as(role).post(paths.newPost(slug), {})).status]).toEqual([role, 403])
    expect((await town.get(paths.postForm(slug, post))).status).toBe(403)
    expect((await town.post(paths.postYear(slug, post, '2024'), { ...year, version: '0' })).status).toBe(403)
    expect((await town.post(paths.postRemoval(slug, post))).status).toBe(403)
    const others = await town.post(paths.newPost(slug), { title: 'Manager', kind: 'townCentreManager', employer: app.organisations.epci })
    expect([others.status, await wordsOf(others)]).toEqual([422, expect.stringContaining('Choisissez votre collectivité')])
    const own = await addPost(app, town, { employer: app.organisations.commune })
    expect((await town.post(paths.postYear(slug, own, '2024'), { ...year, version: '0' })).status).toBe(303)
  })

  it('show a funder its own co-funding only, and no cost', async () => {
    const app = await startApp(open)
    const [{ slug }, lead, funder] = [app.operation, app.as('projectLead'), app.as('funder')]
    const [post, other] = [await addPost(app, lead), await addPost(app, lead, { title: 'Autre' })]
    await lead.post(paths.postYear(slug, post, '2024'), {
      ...year, version: '0', note: 'confidentielle', 'funder-1': app.organisations.epci, 'amount-1': '5 000', 'status-1': 'awarded',
    })
    expect((await funder.get(paths.post(slug, other))).status).toBe(404)
    const words = await wordsOf(await funder.get(paths.post(slug, post)))
    expect(words).toMatch(/5\s000\s€/)
    for (const hidden of [/Anah/, /80\s000/, /55\s000/, /confidentielle/]) expect(words).not.toMatch(hidden)
    expect(await wordsOf(await funder.get(paths.posts(slug)))).not.toContain('Autre')
  })
})
