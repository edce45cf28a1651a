// Starting from a convention over HTTP: its operation founded or extended, or a sentence that says what to do.
import { expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { lens, startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import type { Client } from '../../testing/client.ts'
import { fieldOf, htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { insertAccount } from '../people/people.store.ts'
import { instant } from '../../kernel/date.ts'

const convention = (epci: string): string => `# Convention-cadre valant opération de revitalisation de territoire

ENTRE

- ${epci}, représentée par son Président, Jean PETIT ;
- La Commune de Liévin, représentée par son Maire, Anne GRAND ;

## Article 1 – Durée

La convention dure 5 ans à compter de sa signature.
`
const ofLens = convention("La Communauté d'Agglomération de Lens-Liévin")

/** Someone signed in who has no operation yet. */
async function newcomer(app: TestApp): Promise<Client> {
  const id = newId<'person'>()
  await insertAccount(app.database.kysely, { id, email: `${id}@essai.example`, name: 'Nouvelle venue', passwordHash: null },
    instant(app.services.clock()))
  return await app.signedIn({ id })
}
const operationsOf = async (browser: Client): Promise<readonly string[]> =>
  [
    ...new Set(
      [...(await htmlOf(await browser.get(paths.operations()))).matchAll(/href="\/operations\/([a-z0-9-]+)"/g)].map(([, slug = '']) => slug),
    ),
  ].filter((slug) => slug !== 'nouvelle')

onEachEngine('a convention handed in outside any operation', (open) => {
  it('founds the operation of its EPCI, its reading ready for review', async () => {
    const app = await startApp(open)
    const browser = await newcomer(app)
    const page = await htmlOf(await browser.get(paths.deposit()))
    const answer = await browser.upload(paths.deposit(), { name: 'convention.md', bytes: ofLens }, {
      id: fieldOf(page, 'id') ?? '', capacity: 'cheffe de projet',
    })
    const location = answer.headers.get('location') ?? ''
    expect([answer.status, location]).toEqual([303, expect.stringMatching(/^\/operations\/lens-lievin[-\d]*\/lectures\/[0-9a-f-]{36}$/)])
    expect(await wordsOf(await browser.get(location))).toContain('Accepter')
    const [slug = ''] = await operationsOf(browser)
    const [dashboard, journal] = [await wordsOf(await browser.get(paths.operation(slug))), await wordsOf(await browser.get(paths.journal(slug)))]
    expect([dashboard.includes('CA de Lens - Liévin'), dashboard.includes('Liévin')]).toEqual([true, true])
    for (const event of ['Opération créée', 'Document déposé', 'Document lu']) expect(journal).toContain(event)
  })

  it('extends the operation one already has for that EPCI', async () => {
    const app = await startApp(open)
    const answer =
      await app.as('townLead').upload(paths.deposit(), { name: 'convention.md', bytes: ofLens }, { id: newId(), capacity: 'chef de projet' })
    expect([answer.status, answer.headers.get('location')])
      .toEqual([303, expect.stringContaining(`${paths.operation(app.operation.slug)}/lectures/`)])
    expect(await operationsOf(app.as('townLead'))).toEqual([app.operation.slug])
  })

  it('sent twice, one after the other or at the same instant, founds one operation with one reading', async () => {
    const app = await startApp(open)
    const browser = await newcomer(app)
    const typed = { id: newId(), capacity: 'cheffe de projet' }
    const answers = await Promise.all([1, 2].map(() => browser.upload(paths.deposit(), { name: 'convention.md', bytes: ofLens }, typed)))
    answers.push(await browser.upload(paths.deposit(), { name: 'convention.md', bytes: ofLens }, typed))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    const slugs = await operationsOf(browser)
    expect(slugs).toHaveLength(1)
    const list = await htmlOf(await browser.get(paths.readings(slugs[0] ?? '')))
    expect(new Set(list.match(/lectures\/[0-9a-f-]{36}/g)).size).toBe(1)
  })

  it('sent twice for an operation one already has is read once', async () => {
    const app = await startApp(open)
    const typed = { id: newId(), capacity: 'chef de projet' }
    const answers = await Promise.all([1, 2].map(() => app.as('townLead').upload(paths.deposit(), { name: 'convention.md', bytes: ofLens }, typed)))
    answers.push(await app.as('townLead').upload(paths.deposit(), { name: 'convention.md', bytes: ofLens }, typed))
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect(await app.inside((db) => db.selectFrom('reading').select('id').execute())).toHaveLength(1)
  })

  it('is not put in the operation of someone else, even under its identifier', async () => {
    const app = await startApp(open)
    const browser = await newcomer(app)
    const answer = await browser.upload(paths.deposit(), { name: 'convention.md', bytes: ofLens }, { id: app.operation.id, capacity: 'intruse' })
    expect(answer.status).toBe(403)
    expect(await app.inside((db) => db.selectFrom('document').select('id').execute())).toEqual([])
    expect((await browser.get(paths.operation(app.operation.slug))).status).toBe(404)
  })

  it('needs the right to hand in documents where the operation exists', async () => {
    const app = await startApp(open)
    const answer =
      await app.as('funder').upload(paths.deposit(), { name: 'convention.md', bytes: ofLens }, { id: newId(), capacity: 'chargée de mission' })
    expect([answer.status, (await wordsOf(answer)).includes('chef de projet, commune, finances, juriste')]).toEqual([403, true])
    expect(await app.inside((db) => db.selectFrom('document').select('id').execute())).toEqual([])
  })

  it.each([
    ['names no EPCI', convention('La Région Hauts-de-France'), 'Aucune intercommunalité n’est reconnue'],
    [
      'names two EPCI', ofLens.replace('- La Commune',
        "- La Communauté de Communes Roi Morvan Communauté, représentée par son Président, Paul GRIS ;\n- La Commune"), 'Plusieurs intercommunalités',
    ],
    ['is empty', '', 'le fichier est absent ou vide'], ['cannot be read', '%PDF-1.7\nrien', 'Le fichier est endommagé'],
  ])('that %s is refused, what was typed kept, and nothing founded', async (_, text, sentence) => {
    const app = await startApp(open)
    const browser = await newcomer(app)
    const answer = await browser.upload(paths.deposit(), { name: text.startsWith('%') ? 'c.pdf' : 'c.md', bytes: text },
      { id: newId(), capacity: 'cheffe de projet' })
    const html = await htmlOf(answer)
    expect([answer.status, html.includes(sentence), fieldOf(html, 'capacity')]).toEqual([422, true, 'cheffe de projet'])
    expect(await operationsOf(browser)).toEqual([])
  })

  it('needs a capacity, and someone signed in', async () => {
    const app = await startApp(open)
    const answer = await (await newcomer(app)).upload(paths.deposit(), { name: 'c.md', bytes: ofLens }, { id: newId(), capacity: ' ' })
    expect([answer.status, (await wordsOf(answer)).includes('Indiquez la fonction')]).toEqual([422, true])
    expect((await app.visitor().get(paths.deposit())).headers.get('location')).toContain(paths.signIn())
    expect((await app.visitor().upload(paths.deposit(), { name: 'c.md', bytes: ofLens }, { capacity: lens.name })).status).toBe(401)
  })
})
