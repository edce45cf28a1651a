// From an uploaded convention to a living operation, over HTTP: review, publication, permanent addresses, registers, dashboard.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { assetsRoot } from '../../design/assets.ts'
import { instant } from '../../kernel/date.ts'
import { newId, readId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { fieldOf, htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { inTenant } from '../../platform/database.ts'
import { verifyJournal } from '../../platform/journal.ts'
import { readingsEnded } from '../readings/reading-job.ts'
import { insertDecisions, listFacts } from '../readings/readings.store.ts'
import { waiting } from '../readings/fact.rules.ts'
import type { ReviewedFact } from '../readings/fact.rules.ts'

const convention = readFileSync('demonstration/convention-chapeau.md', 'utf8')
type Reviewed = TestApp & {
  readonly reading: string; readonly publication: string; readonly facts: () => Promise<readonly ReviewedFact[]>
  readonly acceptAll: () => Promise<void>
}

/** A convention handed in and read, nothing decided yet. */
async function start(open: () => Promise<TestDatabase>, text = convention, inside?: TestApp): Promise<Reviewed> {
  const app = inside ?? await startApp(open)
  const reading =
    (await app.as('lawyer').upload(paths.documents(app.operation.slug), { name: 'convention.md', bytes: text })).headers.get('location') ?? ''
  await readingsEnded()
  const id = readId<'reading'>(reading.split('/').at(-1) ?? '') ?? newId<'reading'>()
  const facts = (): Promise<readonly ReviewedFact[]> => app.inside((db) => listFacts(db, id))
  const acceptAll = async (): Promise<void> => {
    const decisions = waiting(await facts())
      .map((fact) => ({ factId: fact.id, version: fact.version, verdict: 'accepted' as const, value: fact.value }))
    await inTenant(app.database, { operationId: app.operation.id, personId: app.people.lawyer.id },
      (db) => insertDecisions(db, app.operation.id, id, decisions, app.people.lawyer.id, instant(app.services.clock())))
  }
  return { ...app, reading, publication: paths.publication(app.operation.slug, id), facts, acceptAll }
}

onEachEngine('a convention', (open) => {
  it('goes from its document to a living operation', async () => {
    const app = await start(open)
    const { slug } = app.operation
    expect(await wordsOf(await app.as('lawyer').get(app.publication))).toContain('Des faits restent à relire')
    const review = await htmlOf(await app.as('lawyer').get(app.reading))
    await app.as('lawyer').post(`${app.reading}/faits-surs`, { facts: fieldOf(review, 'facts') ?? '' })
    const unsure = waiting(await app.facts())
    expect([unsure.length > 0, unsure.length < (await app.facts()).length / 2]).toEqual([true, true])
    for (const fact of unsure) {
      expect((await app.as('lawyer').post(paths.fact(slug, app.reading.split('/').at(-1) ?? '', fact.id),
        { version: '0', verdict: 'accepted' })).status).toBe(303)
    }
    const page = await htmlOf(await app.as('lawyer').get(app.publication))
    expect(fieldOf(page, 'slug')).toBe('chapeau')
    const published = await app.as('lawyer').post(app.publication, { cle: fieldOf(page, 'cle') ?? '', slug: 'chapeau' })
    expect([published.status, published.headers.get('location')]).toEqual([303, paths.convention(slug, 'chapeau')])

    const text = await wordsOf(await app.as('funder').get(paths.convention(slug, 'chapeau')))
    for (const part of ['Bully-les-Mines', 'Sylvain ROBERT', 'à compter de la signature', 'la date de signature manque', 'La gouvernance']) {
      expect(text).toContain(part)
    }
    const provision = await app.as('funder').get(paths.provision(slug, 'chapeau', 'article-3-1'))
    expect([provision.status, (await wordsOf(provision)).includes('Le contexte territorial')]).toEqual([200, true])
    expect(await wordsOf(await app.as('funder').get(paths.acts(slug)))).toContain('062-216201863-20221214-2022-120-DE')
    expect(await wordsOf(await app.as('funder').get(paths.bodies(slug)))).toMatch(/comité de suivi.*au moins 1 par an/i)
    expect(await wordsOf(await app.as('funder').get(paths.obligations(slug)))).toContain('au moins 1 fois par an')
    expect(await wordsOf(await app.as('funder').get(paths.conventions(slug)))).toContain('Convention chapeau')
    const dashboard = await wordsOf(await app.as('funder').get(paths.operation(slug)))
    for (const part of ['Ce qui est dû', 'Ce qui manque', 'Ce qui ne va pas', 'Lens', 'comité de pilotage']) expect(dashboard).toContain(part)
    expect(await app.inside((db) => verifyJournal(db, app.operation.id))).toMatchObject({ breaks: [] })
  })

  it('leads from the dashboard to its clauses, none of them a dead end', async () => {
    const app = await start(open)
    await app.acceptAll()
    await app.as('lawyer').post(app.publication, { slug: 'chapeau' })
    const { slug } = app.operation
    const pages = [
      paths.operation(slug), paths.convention(slug, 'chapeau'), paths.bodies(slug), paths.obligations(slug), paths.acts(slug),
      paths.conventions(slug), app.reading,
    ]
    const links = new Set<string>()
    for (const path of pages) for (const [, href = ''] of (await htmlOf(await app.as('projectLead').get(path))).matchAll(/href="(\/[^"#]*)/g)) {
      links.add(href)
    }
    expect([...links].filter((href) => href.includes('/conventions/chapeau/article-')).length).toBeGreaterThan(8)
    const dead = []
    for (const href of [...links].filter((link) => !link.startsWith(assetsRoot))) {
      const { status } = await app.as('projectLead').get(href)
      if (status !== 200) dead.push(`${status} ${href}`)
    }
    expect(dead).toEqual([])
  })

  it('publishes what people made of it: corrected, rejected and added facts', async () => {
    const app = await start(open)
    const facts = await app.facts()
    const id = (wanted: ReviewedFact | undefined): string => paths.fact(app.operation.slug, app.reading.split('/').at(-1) ?? '', wanted?.id ?? '')
    const body = facts.find(({ kind }) => kind === 'body')
    await app.as('lawyer').post(id(body), {
      version: '0', verdict: 'corrected', name: 'Comité rebaptisé', article: '5', seats: 'Maire de Lens [ou son représentant]',
      meetingsPerYear: '0,5',
    })
    await app.as('lawyer').post(id(facts.find(({ kind }) => kind === 'obligation')), { version: '0', verdict: 'rejected' })
    await app.as('lawyer').post(`${app.reading}/faits`, { type: 'article', number: '9.1' })
    await app.as('lawyer').post(`${app.reading}/faits`, { type: 'stamp', id: '062-246200364-20221206-C061222-D12-DE' })
    await app.as('lawyer').post(`${app.reading}/faits`, {
      type: 'obligation', kind: 'report', 'rule.kind': 'recurring', 'rule.timesPerYear': '2', article: '9.1',
    })
    for (const kind of ['party', 'body', 'date', 'amount', 'rate', 'programme', 'reference', 'term', 'defect']) {
      const typed = {
        name: 'Ajout', kind: 'other', role: 'partner', startsOn: 'signature', date: '1/1/2024', what: 'ajout', cents: '1', percent: '1', code: 'X',
        text: 'X', message: 'X',
      }
      expect([kind, (await app.as('lawyer').post(`${app.reading}/faits`, { type: kind, ...typed })).status]).toEqual([kind, 303])
    }
    await app.acceptAll()
    expect((await app.as('lawyer').post(app.publication, { slug: 'chapeau' })).status).toBe(303)
    const { slug } = app.operation
    const bodies = await wordsOf(await app.as('funder').get(paths.bodies(slug)))
    expect([bodies.includes('Comité rebaptisé'), bodies.includes('au moins 0,5 par an')]).toEqual([true, true])
    expect((await app.as('funder').get(paths.provision(slug, 'chapeau', 'article-9-1'))).status).toBe(200)
    const acts = await wordsOf(await app.as('funder').get(paths.acts(slug)))
    expect([acts.includes('CA de Lens - Liévin'), acts.includes('C061222-D12')]).toEqual([true, true])
    const kept = (await app.facts()).filter(({ kind, verdict }) => kind === 'obligation' && verdict !== 'rejected').length
    expect(await app.inside((db) => db.selectFrom('obligation').select('id').execute())).toHaveLength(kept)
  })

  it('that has ended shows what was due at its end as late, not as to come', async () => {
    const app = await start(open)
    const term = (await app.facts()).find(({ kind }) => kind === 'term')
    const path = paths.fact(app.operation.slug, app.reading.split('/').at(-1) ?? '', term?.id ?? '')
    await app.as('lawyer').post(path, { version: '0', verdict: 'corrected', years: '5', startsOn: 'signature', signedOn: '1/1/2020' })
    await app.acceptAll()
    await app.as('lawyer').post(app.publication, { slug: 'chapeau' })
    const dashboard = await wordsOf(await app.as('funder').get(paths.operation(app.operation.slug)))
    expect(dashboard).toMatch(/1er janvier 2025.{0,300}En retard/)
    expect(dashboard).not.toContain('À venir')
  })

  it.each([['', 'Écrivez l’adresse'], ['Chapeau', 'Écrivez l’adresse'], ['a/b', 'Écrivez l’adresse'], ['-a', 'Écrivez l’adresse'],
    ['x'.repeat(61), 'Écrivez l’adresse']])(
    'is not published under the address « %s »', async (slug, sentence) => {
      const app = await start(open, '# Convention\n\nENTRE la Commune de Lens, représentée par son Maire, Jean PETIT.\n')
      await app.acceptAll()
      const answer = await app.as('lawyer').post(app.publication, { slug })
      const html = await htmlOf(answer)
      expect([answer.status, html.includes(sentence), fieldOf(html, 'slug')]).toEqual([422, true, slug])
      expect((await app.as('lawyer').post(app.publication, { slug: 'convention' })).status).toBe(303)
    })

  it('is not published while facts wait, twice, or under an address that is taken', async () => {
    const app = await start(open)
    const early = await app.as('lawyer').post(app.publication, { slug: 'chapeau' })
    expect([early.status, (await wordsOf(early)).includes('Des faits restent à relire')]).toEqual([422, true])
    await app.acceptAll()
    await app.as('lawyer').post(app.publication, { slug: 'chapeau' })
    const twice = await app.as('lawyer').post(app.publication, { slug: 'encore' })
    expect([twice.status, (await wordsOf(twice)).includes('Cette lecture est déjà publiée.')]).toEqual([422, true])
    const other = await start(open, convention, app)
    await other.acceptAll()
    expect(fieldOf(await htmlOf(await app.as('lawyer').get(other.publication)), 'slug')).toBe('chapeau-2')
    const taken = await app.as('lawyer').post(other.publication, { slug: 'chapeau' })
    expect([taken.status, (await wordsOf(taken)).includes('a déjà cette adresse')]).toEqual([422, true])
    expect(await app.inside((db) => db.selectFrom('convention').select('slug').execute())).toEqual([{ slug: 'chapeau' }])
  })

  it('published by two people at the same instant is published once, and the other is told', async () => {
    const app = await start(open)
    await app.acceptAll()
    const answers = await Promise.all([app.as('lawyer').post(app.publication, { cle: newId(), slug: 'une' }),
      app.as('projectLead').post(app.publication, { cle: newId(), slug: 'autre' })])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await app.inside((db) => db.selectFrom('convention').select('id').execute())).toHaveLength(1)
  })

  it('of another EPCI is not published here', async () => {
    const app =
      await start(open, '# Convention\n\nENTRE la Communauté de Communes Roi Morvan Communauté, représentée par son Président, Jean PETIT.\n')
    await app.acceptAll()
    const answer = await app.as('lawyer').post(app.publication, { slug: 'chapeau' })
    expect([answer.status, (await wordsOf(answer)).includes('L’intercommunalité du texte n’est pas celle de cette opération')]).toEqual([422, true])
  })

  it('once published is no longer reviewed', async () => {
    const app = await start(open)
    await app.acceptAll()
    const [fact] = await app.facts()
    await app.as('lawyer').post(app.publication, { slug: 'chapeau' })
    const id = app.reading.split('/').at(-1) ?? ''
    for (const path of [paths.fact(app.operation.slug, id, fact?.id ?? ''), `${app.reading}/faits`, `${app.reading}/faits-surs`]) {
      expect((await app.as('lawyer').post(path, { version: '1', verdict: 'rejected', type: 'rate', percent: '5' })).status).toBe(404)
    }
    expect(await wordsOf(await app.as('lawyer').get(app.reading))).toContain('Voir la convention publiée')
  })

  it('is published by who may, and read by who has a mandate', async () => {
    const [app, other] = [await start(open), await startApp(open)]
    for (const role of ['townLead', 'elected', 'prefecture', 'funder'] as const) {
      const answer = await app.as(role).post(app.publication, { slug: 'chapeau' })
      expect([answer.status, (await wordsOf(answer)).includes('chef de projet, juriste'), (await app.as(role).get(app.publication)).status])
        .toEqual([403, true, 403])
    }
    expect([(await app.visitor().post(app.publication, { slug: 'x' })).status,
      (await other.as('lawyer').post(app.publication, { slug: 'x' })).status]).toEqual([401, 404])
    expect((await app.as('lawyer').get(paths.publication(app.operation.slug, newId()))).status).toBe(404)
    for (const path of [paths.operation, paths.conventions, paths.acts, paths.bodies, paths.obligations]) {
      const [here, visitor, stranger] = [
        await app.as('funder').get(path(app.operation.slug)), await app.visitor().get(path(app.operation.slug)),
        await other.as('lawyer').get(path(app.operation.slug)),
      ]
      expect([here.status, visitor.status, stranger.status]).toEqual([200, 303, 404])
    }
    for (const path of [paths.convention(app.operation.slug, 'chapeau'), paths.provision(app.operation.slug, 'chapeau', 'article-1')]) {
      expect((await app.as('lawyer').get(path)).status).toBe(404)
    }
  })
})

onEachEngine('an operation without a convention', (open) => {
  it('says on each of its pages what to do next', async () => {
    const app = await startApp(open)
    const expected = [[paths.operation, 'Déposez la convention signée'], [paths.conventions, 'Aucune convention publiée'],
      [paths.acts, 'Aucun acte pour l’instant'], [paths.bodies, 'Aucune instance pour l’instant'],
      [paths.obligations, 'Aucun engagement pour l’instant'], [paths.readings, 'Aucun document pour l’instant']] as const
    for (const [path, sentence] of expected) expect(await wordsOf(await app.as('funder').get(path(app.operation.slug)))).toContain(sentence)
  })
})
