// Operations over HTTP: listing, founding, changing the identity alone or at the same time as someone else, reading the journal.
import { readFileSync, readdirSync } from 'node:fs'
import { expect, it, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { lens, startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { fieldOf, htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { verifyJournal } from '../../platform/journal.ts'
import { eventNames } from './journal.pages.tsx'

const identity = (app: TestApp): string => paths.identity(app.operation.slug)

onEachEngine('operations', (open) => {
  it('are listed for who has a mandate in them', async () => {
    const [app, other] = [await startApp(open), await startApp(open)]
    const html = await htmlOf(await app.as('funder').get(paths.operations()))
    expect([html.includes(paths.operation(app.operation.slug)), html.includes(other.operation.slug), html.includes('CA de Lens - Liévin')])
      .toEqual([true, false, true])
    expect((await app.visitor().get(paths.operations())).status).toBe(303)
    expect((await app.visitor().get(paths.newOperation())).status).toBe(303)
  })

  it('are founded for any EPCI, found by its name or by one of its communes', async () => {
    const app = await startApp(open)
    const browser = app.as('funder')
    expect(await htmlOf(await browser.get(`${paths.newOperation()}?q=bully les mines`))).toContain(`epci=${lens.siren}`)
    expect(await wordsOf(await browser.get(`${paths.newOperation()}?q=zzzz`))).toContain('Aucune intercommunalité ne répond à « zzzz »')
    const page = await htmlOf(await browser.get(`${paths.newOperation()}?epci=${lens.siren}`))
    expect([fieldOf(page, 'name'), fieldOf(page, 'epci')]).toEqual(['ORT de Lens - Liévin', lens.siren])
    const typed = { id: fieldOf(page, 'id') ?? '', epci: lens.siren, name: 'Notre ORT', mainTown: lens.mainTown, capacity: 'cheffe de projet' }
    const [first, second] = await Promise.all([browser.post(paths.operations(), typed), browser.post(paths.operations(), typed)])
    const path = first?.headers.get('location') ?? ''
    expect(path).toMatch(/^\/operations\/lens-lievin(-\d+)?$/)
    expect([second?.status, second?.headers.get('location')]).toEqual([303, path])
    expect(await wordsOf(await browser.get(path))).toContain('Notre ORT')
    expect(await wordsOf(await browser.get(`${path}/personnes`))).toContain('cheffe de projet')
    expect(await wordsOf(await browser.get(`${path}/journal`))).toContain('Opération créée')
    const again = await browser.post(paths.operations(), { ...typed, id: newId() })
    expect(again.headers.get('location')).not.toBe(path)
  })

  it.each([
    ['without a name', { name: '' }, 'Donnez un nom à l’opération'],
    ['with a ville principale of elsewhere', { mainTown: '75056' }, 'La ville principale doit être une commune de l’EPCI'],
    ['without a capacity', { capacity: '' }, 'Indiquez la fonction'],
  ])('are not founded %s, and what was typed is kept', async (_, change, sentence) => {
    const app = await startApp(open)
    const answer = await app.as('funder').post(paths.operations(), {
      id: newId(), epci: lens.siren, name: 'Tapé', mainTown: '', capacity: 'tapée', ...change,
    })
    const html = await htmlOf(answer)
    expect([answer.status, html.includes(sentence), html.includes('value="tapée"') || html.includes('value="Tapé"')]).toEqual([422, true, true])
  })

  it('are not founded for an EPCI that does not exist, nor by a visitor', async () => {
    const app = await startApp(open)
    const typed = { id: newId(), epci: '123456789', name: 'X', mainTown: '', capacity: 'x' }
    expect((await app.as('funder').post(paths.operations(), typed)).status).toBe(404)
    const visitor = await app.visitor().post(paths.operations(), { ...typed, epci: lens.siren })
    expect([visitor.status, (await htmlOf(visitor)).includes(lens.siren)]).toEqual([401, true])
  })

  it('already founded are not taken over by sending their id again', async () => {
    const app = await startApp(open)
    const stranger = await startApp(open)
    const browser = stranger.as('funder')
    const answer = await browser.post(paths.operations(), {
      id: app.operation.id, epci: lens.siren, name: 'Prise', mainTown: '', capacity: 'intruse',
    })
    expect((await browser.get(answer.headers.get('location') ?? '/')).status).toBe(404)
    expect(await wordsOf(await app.as('funder').get(paths.people(app.operation.slug)))).not.toContain('intruse')
  })
})

onEachEngine('the identity of an operation', (open) => {
  it('is changed by who may, and journalled with before and after', async () => {
    const app = await startApp(open)
    const page = await htmlOf(await app.as('lawyer').get(identity(app)))
    expect([fieldOf(page, 'name'), fieldOf(page, 'version')]).toEqual(['ORT d’essai', '1'])
    expect((await app.as('lawyer').post(identity(app), { version: '1', name: ' ORT de Lens ', mainTown: '' })).status).toBe(303)
    const dashboard = await wordsOf(await app.as('funder').get(paths.operation(app.operation.slug)))
    expect([dashboard.includes('ORT de Lens'), dashboard.includes('à établir d’après les textes')]).toEqual([true, true])
    const entries = await app.inside((db) => db.selectFrom('journal_entry').select(['what', 'person_id', 'object_id', 'before', 'after']).execute())
    expect(entries).toEqual([{
      what: 'operationIdentified', person_id: app.people.lawyer.id, object_id: app.operation.id,
      before: { name: 'ORT d’essai', mainTownInsee: lens.mainTown }, after: { name: 'ORT de Lens', mainTownInsee: null },
    }])
  })

  it.each([[{ name: '' }, 'Donnez un nom'], [{ name: 'x'.repeat(201) }, 'dépasse 200 caractères'],
    [{ mainTown: '75056' }, 'doit être une commune de l’EPCI']])(
    'as %o is refused', async (change, sentence) => {
      const app = await startApp(open)
      const answer = await app.as('lawyer').post(identity(app), { version: '1', name: 'Tapé', mainTown: '62510', ...change })
      const html = await htmlOf(answer)
      expect([answer.status, html.includes(sentence), fieldOf(html, 'name')]).toEqual([422, true, 'name' in change ? change.name : 'Tapé'])
    })

  it('is closed to other roles and to other operations', async () => {
    const [app, other] = [await startApp(open), await startApp(open)]
    for (const role of ['townLead', 'elected', 'prefecture', 'funder'] as const) {
      expect([(await app.as(role).get(identity(app))).status,
        (await app.as(role).post(identity(app), { version: '1', name: 'X', mainTown: '' })).status]).toEqual([403, 403])
    }
    expect([(await other.as('lawyer').get(identity(app))).status,
      (await other.as('lawyer').post(identity(app), { version: '1', name: 'X', mainTown: '' })).status]).toEqual([404, 404])
  })

  it('changed by two people shows both versions to the second, who may send theirs again over the first', async () => {
    const app = await startApp(open)
    const [mine, theirs] = [{ version: '1', name: 'Ma version', mainTown: '62510' }, { version: '1', name: 'Leur version', mainTown: '62498' }]
    expect((await app.as('projectLead').post(identity(app), theirs)).status).toBe(303)
    const conflict = await app.as('lawyer').post(identity(app), mine)
    const html = await htmlOf(conflict)
    expect(conflict.status).toBe(409)
    expect(html).toContain('Leur version')
    expect(html).toContain(app.people.projectLead.name)
    expect([fieldOf(html, 'name'), fieldOf(html, 'version')]).toEqual(['Ma version', '2'])
    expect(await wordsOf(await app.as('funder').get(paths.operation(app.operation.slug)))).toContain('Leur version')
    expect((await app.as('lawyer').post(identity(app), { ...mine, version: fieldOf(html, 'version') ?? '' })).status).toBe(303)
    expect(await wordsOf(await app.as('funder').get(paths.operation(app.operation.slug)))).toContain('Ma version')
  })

  it('changed by two people at the same instant is changed once', async () => {
    const app = await startApp(open)
    const answers = await Promise.all([app.as('projectLead').post(identity(app), { version: '1', name: 'Une', mainTown: '' }),
      app.as('lawyer').post(identity(app), { version: '1', name: 'Autre', mainTown: '' })])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  })

  it('sent with a version that is not one is shown as a conflict, never an error', async () => {
    const app = await startApp(open)
    for (const version of ['', 'x', '1.5', '99999999999999999999', '-1']) {
      expect([version, (await app.as('lawyer').post(identity(app), { version, name: 'X', mainTown: '' })).status]).toEqual([version, 409])
    }
  })
})

onEachEngine('the journal of an operation', (open) => {
  it('shows who did what, of everything or of one object, and verifies', async () => {
    const app = await startApp(open)
    await app.as('lawyer').post(identity(app), { version: '1', name: 'ORT de Lens', mainTown: '' })
    const words = await wordsOf(await app.as('elected').get(paths.journal(app.operation.slug)))
    for (const part of ['Fiche de l’opération modifiée', app.people.lawyer.name, '"name": "ORT d’essai"', '"name": "ORT de Lens"']) {
      expect(words).toContain(part)
    }
    expect(await wordsOf(await app.as('elected').get(paths.objectJournal(app.operation.slug, app.operation.id))))
      .toContain('Fiche de l’opération modifiée')
    expect(await app.inside((db) => verifyJournal(db, app.operation.id))).toMatchObject({ entries: 1, breaks: [] })
  })

  it('is turned page by page', async () => {
    const app = await startApp(open)
    for (let version = 1; version <= 102; version += 1) {
      await app.as('lawyer').post(identity(app), { version: String(version), name: `Nom ${version}`, mainTown: '' })
    }
    const first = await htmlOf(await app.as('lawyer').get(paths.journal(app.operation.slug)))
    const [, older = ''] = /href="([^"]*\?avant=\d+)"/.exec(first) ?? []
    expect([first.match(/<details>/g)?.length, older]).toEqual([100, `${paths.journal(app.operation.slug)}?avant=3`])
    expect((await htmlOf(await app.as('lawyer').get(older))).match(/<details>/g)).toHaveLength(2)
  })

  it('is closed to those without the right, and knows nothing of an object never written', async () => {
    const app = await startApp(open)
    expect((await app.as('funder').get(paths.journal(app.operation.slug))).status).toBe(403)
    expect((await app.as('townLead').get(paths.objectJournal(app.operation.slug, app.operation.id))).status).toBe(403)
    expect((await app.as('lawyer').get(paths.objectJournal(app.operation.slug, newId()))).status).toBe(404)
    expect((await app.as('lawyer').get(paths.objectJournal(app.operation.slug, 'x'))).status).toBe(404)
    for (const before of ['x', '-1', '1e99', '0.5']) {
      expect([before, (await app.as('lawyer').get(`${paths.journal(app.operation.slug)}?avant=${before}`)).status]).toEqual([before, 200])
    }
  })
})

test('every event the program records has a name in French, and no name is left over', () => {
  const files = readdirSync('src/features', { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
  const events =
    files.flatMap(
      (file) => [...readFileSync(`src/features/${file}`, 'utf8').matchAll(/(?:recorded\(|what: )'(\w+)'(?! \|)/g)].map((match) => match[1] ?? ''),
    )
  expect([...new Set(events)].sort()).toEqual(Object.keys(eventNames).sort())
})
