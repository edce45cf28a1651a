// Amendments over HTTP: published onto a convention, its text on two days, compared, saved; drafted, previewed, closed once signed.
import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { date, instant } from '../../kernel/date.ts'
import { newId, readId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { inTenant } from '../../platform/database.ts'
import { verifyJournal } from '../../platform/journal.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { fieldOf, htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { insertActs } from '../acts/acts.store.ts'
import { waiting } from '../readings/fact.rules.ts'
import { readingsEnded } from '../readings/reading-job.ts'
import { insertDecisions, listFacts } from '../readings/readings.store.ts'

const sample = (name: string): string => readFileSync(`demonstration/${name}.md`, 'utf8')

/** A document handed in, read, every fact accepted; gives the address where it is published. */
async function reviewed(app: TestApp, text: string): Promise<string> {
  const { operation, people, database, services } = app
  const answer = await app.as('lawyer').upload(paths.documents(operation.slug), { name: 'document.md', bytes: text })
  await readingsEnded()
  const id = readId<'reading'>(answer.headers.get('location')?.split('/').at(-1) ?? '') ?? newId<'reading'>()
  await inTenant(database, { operationId: operation.id, personId: people.lawyer.id }, async (db) => {
    const decisions = waiting(await listFacts(db, id)).map((fact) => ({ factId: fact.id, version: fact.version, verdict: 'accepted' as const, value: fact.value }))
    await insertDecisions(db, operation.id, id, decisions, people.lawyer.id, instant(services.clock()))
  })
  return paths.publication(operation.slug, id)
}

async function publish(app: TestApp, text: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  return await app.as('lawyer').post(await reviewed(app, text), fields)
}

/** The demonstration convention with its two signed amendments. */
async function amended(open: () => Promise<TestDatabase>): Promise<TestApp & { readonly text: (path: string) => Promise<string> }> {
  const app = await startApp(open)
  await publish(app, sample('convention-chapeau'), { slug: 'chapeau' })
  await publish(app, sample('avenant-1'), { slug: 'avenant-1', amends: 'chapeau', signedOn: '18/03/2024' })
  await publish(app, sample('avenant-2'), { slug: 'avenant-2', amends: 'chapeau', signedOn: '12/11/2025' })
  const text = async (path: string): Promise<string> => await wordsOf(await app.as('funder').get(path))
  return { ...app, text }
}

onEachEngine('a published amendment', (open) => {
  it('asks which convention it amends and when it was signed, proposes both, and tells every fault at once', async () => {
    const app = await startApp(open)
    await publish(app, sample('convention-chapeau'), { slug: 'chapeau' })
    const publication = await reviewed(app, sample('avenant-1'))
    const page = await htmlOf(await app.as('lawyer').get(publication))
    expect(page).toMatch(/<option value="chapeau" selected/)
    expect(fieldOf(page, 'signedOn')).toBe('18/03/2024')
    const refused = await app.as('lawyer').post(publication, { slug: 'chapeau', amends: '', signedOn: 'un jour' })
    expect(refused.status).toBe(422)
    const words = await wordsOf(refused)
    for (const part of ['a déjà cette adresse', 'Choisissez la convention que cet avenant modifie', 'Indiquez la date de signature']) expect(words).toContain(part)
    expect((await app.as('lawyer').post(publication, { slug: 'avenant', amends: 'chapeau', signedOn: '' })).status).toBe(303)
    const convention = await wordsOf(await app.as('funder').get(paths.convention(app.operation.slug, 'chapeau')))
    expect(convention).toMatch(/Avenant n° 1 , 4 instructions, sans effet tant que sa signature n’est pas établie.*au moins une fois par an/)
  })

  it('leaves the text once a judge annuls it, and is said to be annulled', async () => {
    const app = await amended(open)
    const { slug } = app.operation
    expect((await app.as('lawyer').post(paths.acts(slug), {
      kind: 'annulment', convention: 'avenant-2', authority: 'Tribunal administratif de Lille', on: '01/03/2026', outcome: 'annuls',
    })).status).toBe(303)
    expect(await app.text(paths.convention(slug, 'chapeau'))).toMatch(/Sans effet ce jour-là.*Avenant n° 2 , 4 instructions, sans effet : il est annulé.*5 ans/)
  })

  it('changes the text from the day it was signed, and later for what it defers; each word says which act put it there', async () => {
    const app = await amended(open)
    const convention = paths.convention(app.operation.slug, 'chapeau')
    const on = async (day: string): Promise<string> => await app.text(`${convention}?le=${day}`)
    expect(await on('2024-03-17')).toContain('Il se réunit au moins une fois par an')
    const signed = await on('2024-03-18')
    for (const part of ['au moins deux fois par an A1 , Avenant n° 1', 'Les secteurs d\'intervention', 'comité de suivi de l\'ORT A1', 'pour une durée de 5 ans']) {
      expect(signed).toContain(part)
    }
    expect(await on('2026-12-31')).toMatch(/7 ans A2.*soit 25 000 €|soit 25 000 €.*7 ans A2/)
    expect(await on('2027-01-01')).toContain('soit 30 000 € A2')
    expect(await app.text(convention)).toMatch(/À partir du 1er janvier 2027 : Remplacer.*25 000 €/)
    expect(await app.text(convention)).toContain('5 avril 2030 Prorogée')
    const article = paths.provision(app.operation.slug, 'chapeau', 'article-5')
    expect(await app.text(article)).toMatch(/Versions de cet article.*Depuis le 18 mars 2024.*au moins deux fois.*Texte d’origine.*au moins une fois/)
    const added = paths.provision(app.operation.slug, 'chapeau', 'article-3-bis')
    expect(await app.text(added)).toContain('Chaque commune bénéficiaire délimite')
    expect(await app.text(`${added}?le=2024-01-01`)).toContain('n’est pas dans le texte au 1er janvier 2024')
    expect((await app.as('funder').get(paths.provision(app.operation.slug, 'chapeau', 'article-99'))).status).toBe(404)
    expect(await app.inside((db) => verifyJournal(db, app.operation.id))).toMatchObject({ breaks: [] })
  })

  it('waits for the day its own clause states', async () => {
    const app = await startApp(open)
    await publish(app, sample('convention-chapeau'), { slug: 'chapeau' })
    const later = sample('avenant-1').replace('entre en vigueur à la date de sa signature', 'entre en vigueur le 1er septembre 2024')
    const publication = await reviewed(app, later)
    expect(fieldOf(await htmlOf(await app.as('lawyer').get(publication)), 'entersOn')).toBe('01/09/2024')
    await app.as('lawyer').post(publication, { slug: 'avenant', amends: 'chapeau', signedOn: '18/03/2024', entersOn: '01/09/2024' })
    const on = async (day: string): Promise<string> => await wordsOf(await app.as('funder').get(`${paths.convention(app.operation.slug, 'chapeau')}?le=${day}`))
    expect([(await on('2024-08-31')).includes('deux fois par an A1'), (await on('2024-09-01')).includes('deux fois par an A1')]).toEqual([false, true])
    expect(await wordsOf(await app.as('funder').get(`${paths.state(app.operation.slug)}?le=2024-08-31`))).toMatch(/Avenant n° 1.{0,300}Pas encore/)
    const event = sample('avenant-1').replace('à la date de sa signature', 'à compter de sa notification aux parties')
    expect(await wordsOf(await app.as('lawyer').get(await reviewed(app, event)))).toContain('dit entrer en vigueur « à compter de sa notification aux parties »')
  })

  it('shows its instructions with what each did, and what could not be read; signed, they change no more', async () => {
    const app = await amended(open)
    const instructions = paths.instructions(app.operation.slug, 'avenant-1')
    const words = await app.text(instructions)
    expect(words).toContain('4 instructions')
    expect(words.match(/Appliquée Depuis le 18 mars 2024/g)).toHaveLength(4)
    expect(words).toMatch(/Ce qui n’a pas pu être lu.*adaptées en conséquence/)
    const [line] = await app.inside((db) => db.selectFrom('instruction').select(['id', 'algorithm']).execute())
    expect(line?.algorithm).toBe('chapeau.amending/1')
    expect((await app.as('lawyer').post(instructions, { verb: 'delete', article: '5' })).status).toBe(409)
    const withdrawal = paths.instruction(app.operation.slug, 'avenant-1', line?.id ?? '')
    expect((await app.as('lawyer').post(withdrawal, { reason: 'erreur' })).status).toBe(409)
  })

  it('is compared between any two days, on a page and in Word', async () => {
    const app = await amended(open)
    const { slug } = app.operation
    const comparison = paths.comparison(slug, 'chapeau')
    const last = await app.text(comparison)
    expect(last).toMatch(/Du 11 novembre 2025 au 12 mars 2026.*3 instructions/)
    const whole = await app.text(`${comparison}?de=2024-03-17&a=01/01/2027`)
    for (const part of ['8 instructions', 'Article 3 bis', 'Ajouté', '[début d’ajout] deux', '[début de suppression] une']) expect(whole).toContain(part)
    expect(await app.text(`${comparison}?de=2024-03-18&a=2024-03-18`)).toContain('aucune instruction')
    const wrong = await app.as('funder').get(`${comparison}?de=hier&a=31/02/2024`)
    expect(wrong.status).toBe(422)
    expect((await wordsOf(wrong)).match(/Indiquez la (?:première|seconde) date/g)?.length).toBeGreaterThan(1)
    expect((await app.as('funder').get(`${comparison}?de=2025-01-01&a=2024-01-01`)).status).toBe(422)
    const word = await app.as('funder').get(`${paths.comparisonFile(slug, 'chapeau', 'docx')}?de=2024-03-17&a=2027-01-01`)
    expect([word.status, word.headers.get('content-type')]).toEqual([200, expect.stringContaining('wordprocessingml')])
    expect((await app.as('funder').get(`${paths.comparisonFile(slug, 'chapeau', 'docx')}?de=hier`)).status).toBe(303)
    expect((await app.as('funder').get(paths.comparison(slug, 'nulle-part'))).status).toBe(404)
  })

  it('is in the files of the text of a day, which a browser that has them does not fetch again', async () => {
    const app = await amended(open)
    const file = (format: string, day: string): Promise<Response> =>
      app.as('funder').get(`${paths.textFile(app.operation.slug, 'chapeau', format)}?le=${day}`)
    expect(await (await file('md', '2024-03-17')).text()).toContain('au moins une fois par an')
    const markdown = await file('md', '2024-03-18')
    expect(await markdown.text()).toContain('au moins deux fois par an')
    expect(markdown.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+2024-03-18\.md"$/)
    const again = await app.as('funder').get(`${paths.textFile(app.operation.slug, 'chapeau', 'md')}?le=2024-03-18`,
      { 'if-none-match': markdown.headers.get('etag') ?? '' })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await file('akn', '2024-03-18')).headers.get('content-type')).toContain('akn+xml')
    expect((await file('docx', '2024-03-18')).status).toBe(200)
    expect((await app.as('funder').get(paths.textFile(app.operation.slug, 'chapeau', 'exe'))).status).toBe(404)
  })
})

onEachEngine('a draft amendment', (open) => {
  it('is opened by who may draft, fed by form, and changes nothing before it is signed', async () => {
    const app = await amended(open)
    const { slug } = app.operation
    expect((await app.as('townLead').get(paths.newAmendment(slug))).status).toBe(403)
    const refused = await app.as('lawyer').post(paths.newAmendment(slug), { title: '', amends: 'nulle-part' })
    expect(refused.status).toBe(422)
    expect(await wordsOf(refused)).toMatch(/Donnez un titre.*Choisissez la convention/)
    const opened = await app.as('lawyer').post(paths.newAmendment(slug), { title: 'Avenant n° 3', amends: 'chapeau' })
    const instructions = paths.instructions(slug, 'avenant')
    expect([opened.status, opened.headers.get('location')]).toEqual([303, instructions])

    const incomplete = await app.as('lawyer').post(instructions, { verb: 'replace', words: 'mots <gardés>', paragraph: 'au milieu' })
    expect(incomplete.status).toBe(422)
    const kept = await htmlOf(incomplete)
    for (const part of ['mots <gardés>', 'Article visé : remplissez ce champ', 'Alinéa : indiquez un rang', 'Nouveau texte : remplissez']) expect(kept).toContain(part)
    expect((await app.as('townLead').post(instructions, { verb: 'delete', article: '5' })).status).toBe(403)
    expect((await app.as('lawyer').post(instructions, { verb: 'inventer' })).status).toBe(404)

    await app.as('lawyer').post(instructions, { verb: 'replace', article: '5', words: 'deux fois', text: 'trois fois' })
    await app.as('lawyer').post(instructions, { verb: 'replace', article: '5', words: 'introuvable', text: 'rien' })
    await app.as('lawyer').post(instructions, { verb: 'party', action: 'add', name: 'Commune de Harnes' })
    const listed = await app.text(instructions)
    expect(listed).toMatch(/« deux fois » par « trois fois ».*S’applique.*introuvable.*Inapplicable.*vérifiez le passage.*Harnes.*S’applique/)
    expect(await app.text(paths.convention(slug, 'chapeau'))).not.toContain('trois fois')
    expect(await app.text(paths.convention(slug, 'chapeau'))).toContain('sans effet tant que sa signature n’est pas établie')
    const preview = await app.text(paths.preview(slug, 'avenant'))
    for (const part of ['Une instruction ne s’applique pas', 'Adhère', 'Commune de Harnes', 'au moins 2 fois par an', 'au moins 3 fois par an', '[début d’ajout] trois']) {
      expect(preview).toContain(part)
    }
    expect(await app.text(`${paths.preview(slug, 'avenant')}?le=2026-05-01&effet=01/09/2026`)).toContain('prenait effet le 1er septembre 2026')
    const unreadable = await app.as('funder').get(`${paths.preview(slug, 'avenant')}?effet=un+jour`)
    expect([unreadable.status, await wordsOf(unreadable)]).toEqual([422, expect.stringContaining('Indiquez la prise d’effet')])
    expect((await app.as('funder').get(paths.preview(slug, 'chapeau'))).status).toBe(404)
    expect(await app.inside((db) => verifyJournal(db, app.operation.id))).toMatchObject({ breaks: [] })
  })

  it('is fed from pasted French, confirmed line by line', async () => {
    const app = await amended(open)
    const { slug } = app.operation
    await app.as('lawyer').post(paths.newAmendment(slug), { title: 'Avenant n° 3', amends: 'chapeau' })
    const instructions = paths.instructions(slug, 'avenant')
    expect((await app.as('lawyer').post(instructions, { verb: 'paste', pasted: 'Rien à lire ici.' })).status).toBe(422)
    const pasted = sample('avenant-3-projet')
    const proposed = await app.as('lawyer').post(instructions, { verb: 'paste', pasted })
    expect(proposed.status).toBe(422)
    expect(await wordsOf(proposed)).toMatch(/À confirmer : 5 instructions.*Harnes.*Le texte ne contient pas l’article 9/)
    expect((await app.as('lawyer').post(instructions, { verb: 'paste', pasted, confirmed: 'oui' })).status).toBe(422)
    expect((await app.as('lawyer').post(instructions, { verb: 'paste', pasted, confirmed: 'oui', 'keep-0': 'oui', 'keep-1': 'oui' })).status).toBe(303)
    expect(await app.text(instructions)).toContain('2 instructions')
  })

  it('has instructions withdrawn with a reason that stays, until it is signed by all', async () => {
    const app = await amended(open)
    const { slug } = app.operation
    await app.as('lawyer').post(paths.newAmendment(slug), { title: 'Avenant n° 3', amends: 'chapeau' })
    const instructions = paths.instructions(slug, 'avenant')
    const added = await app.as('lawyer').post(instructions, { verb: 'delete', article: '8' })
    const withdrawal = paths.instruction(slug, 'avenant', added.headers.get('location')?.split('instruction-')[1] ?? '')
    expect((await app.as('lawyer').get(withdrawal)).status).toBe(200)
    expect((await app.as('lawyer').post(withdrawal, { reason: '' })).status).toBe(422)
    expect((await app.as('lawyer').post(withdrawal, { reason: 'doublon' })).status).toBe(303)
    expect(await app.text(instructions)).toMatch(/0 instruction .*Instructions retirées.*Retirée : doublon/)
    expect((await app.as('lawyer').post(withdrawal, { reason: 'encore' })).status).toBe(409)
    expect((await app.as('lawyer').post(paths.instruction(slug, 'avenant', newId()), { reason: 'x' })).status).toBe(404)

    await app.as('lawyer').post(instructions, { verb: 'replace', article: '5', words: 'deux fois', text: 'trois fois' })
    await sign(app, 'avenant', '2026-02-01', 1)
    expect((await app.as('lawyer').post(instructions, { verb: 'delete', article: '8' })).status).toBe(409)
    expect(await app.text(paths.convention(slug, 'chapeau'))).not.toContain('trois fois A3')
    await sign(app, 'avenant', '2026-02-01')
    expect(await app.text(paths.convention(slug, 'chapeau'))).toContain('trois fois A3')
    expect(await app.text(`${paths.convention(slug, 'chapeau')}?le=2026-01-31`)).not.toContain('trois fois A3')
    expect((await app.as('lawyer').post(instructions, { verb: 'delete', article: '8' })).status).toBe(409)
  })
})

/** Every party signs that day, or the first `some`. */
async function sign(app: TestApp, amendment: string, day: string, some = Number.POSITIVE_INFINITY): Promise<void> {
  const { operation, people, database, services } = app
  await inTenant(database, { operationId: operation.id, personId: people.lawyer.id }, async (db) => {
    const parties = await db.selectFrom('party').innerJoin('convention', 'convention.id', 'party.convention_id')
      .select(['party.name', 'convention.id']).where('convention.slug', '=', amendment).execute()
    const acts = parties.slice(0, some).map(({ name, id }) => ({
      id: newId<'act'>(), conventionId: id, kind: 'signature' as const, authority: { name, siren: null }, on: date(day), effectiveOn: null, about: null,
      number: null, identifier: null, nature: null, reason: null, documentId: null, effect: { party: name },
    }))
    await insertActs(db, operation.id, acts, people.lawyer.id, instant(services.clock()))
  })
}

const founding = '../shared/data/convention-chapeau-lens-lievin.md'
onEachEngine('the founding convention with two avenants', (open) => {
  it.skipIf(!existsSync(founding))('has a consolidated text at three dates', async () => {
    const app = await startApp(open)
    const { slug } = app.operation
    await publish(app, readFileSync(founding, 'utf8'), { slug: 'fondatrice' })
    const first = sample('avenant-1').replace('au moins une fois par an', 'une fois par an').replace('au moins deux fois par an', 'deux fois par an')
    await publish(app, first, { slug: 'avenant-1', amends: 'fondatrice', signedOn: '18/03/2024' })
    await publish(app, sample('avenant-2'), { slug: 'avenant-2', amends: 'fondatrice', signedOn: '12/11/2025' })
    const address = paths.convention(slug, 'fondatrice')
    const on = async (day: string): Promise<string> => await wordsOf(await app.as('funder').get(`${address}?le=${day}`))
    const [before, between, after] = [await on('2023-06-01'), await on('2024-06-01'), await on('2027-02-01')]
    expect([before, between, after].map((text) => [text.includes('dont un au moins comprend son centre-ville'), /7 ans A2/.test(text), / A1/.test(text)])).toEqual(
      [[false, false, false], [true, false, true], [true, true, true]])
  })
})
