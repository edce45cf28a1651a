// Frameworks over HTTP: made from templates and lists, shown as trees, moved, changed by two people, removed without losing an action.
import { expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { maySee, scopeOf } from '../../planning/scope.ts'
import { inTenant } from '../../platform/database.ts'
import { verifyJournal } from '../../platform/journal.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { publishText } from '../../testing/published.ts'
import { signedConvention } from '../../testing/signed-convention.ts'
import { countActions, listOrientations } from './orientations.store.ts'
import { visibleActions } from './visible-actions.store.ts'

const acv = { name: 'Action cœur de ville', kind: 'programme', outline: '1 Habitat\n1.1 Rénover\n1.2 Louer\n2 Commerce' }

type Made = {
  readonly owner?: Id<'organisation'> | null; readonly restricted?: boolean; readonly on?: Id<'orientation'>; readonly funder?: Id<'organisation'>
}
/** An action written as the feature above does, with what these tests look at. */
const keepAction = (app: TestApp, title: string, { owner = null, restricted = false, on, funder }: Made = {}): Promise<Id<'action'>> =>
  inTenant(app.database, { operationId: app.operation.id, personId: null }, async (db) => {
    const [id, inside, at] = [newId<'action'>(), { operation_id: app.operation.id }, '2026-03-01T09:00:00.000Z' as never]
    const [created_by, updated_by] = [app.people.projectLead.id, app.people.projectLead.id]
    const written = { ...inside, id, title, owner_id: owner, restricted, created_at: at, created_by, updated_at: at, updated_by }
    await db.insertInto('action').values(written).execute()
    if (on !== undefined) await db.insertInto('action_orientation').values({ ...inside, action_id: id, orientation_id: on, code: 'F-7' }).execute()
    if (funder !== undefined) {
      await db.insertInto('funding_line').values({ ...inside, id: newId(), action_id: id, position: 0, funder_id: funder, kind: 'grant' }).execute()
    }
    return id
  })

const start = async (app: TestApp) => {
  const { slug } = app.operation
  const lead = app.as('projectLead')
  await lead.post(paths.newFramework(slug), acv)
  const framework = paths.framework(slug, 'action-coeur-de-ville')
  const tree = async () => await app.inside((db) => listOrientations(db))
  const named = async (title: string) => (await tree()).find((one) => one.title === title)?.id ?? newId<'orientation'>()
  const place = async (title: string, form: Readonly<Record<string, string>>) =>
    (await lead.post(paths.orientationPlace(slug, 'action-coeur-de-ville', await named(title)), form)).status
  return { slug, lead, framework, tree, named, place }
}

onEachEngine('frameworks', (open) => {
  it('are made from a list of orientations, each under the number it is printed with', async () => {
    const app = await startApp(open)
    const { lead, framework, tree, slug } = await start(app)
    expect((await tree()).map(({ label, depth, path }) => [label, depth, path])).toEqual([
      ['1 Habitat', 0, 'Action cœur de ville › 1 Habitat'], ['1.1 Rénover', 1, 'Action cœur de ville › 1 Habitat › 1.1 Rénover'],
      ['1.2 Louer', 1, 'Action cœur de ville › 1 Habitat › 1.2 Louer'], ['2 Commerce', 0, 'Action cœur de ville › 2 Commerce'],
    ])
    expect(await wordsOf(await lead.get(framework))).toContain('1.1 Rénover Sans action')
    expect(await wordsOf(await lead.get(paths.frameworks(slug)))).toMatch(/Action cœur de ville Programme national non précisée 4 0/)
    expect((await lead.post(paths.newFramework(slug), acv)).headers.get('location')).toBe(`${framework}-2`)
    expect(await app.inside((db) => verifyJournal(db, app.operation.id))).toMatchObject({ breaks: [] })
  })

  it('come with templates: the five axes, and one orientation an article of a published convention, tied to its clause', async () => {
    const app = await startApp(open)
    const { lead, slug } = await start(app)
    await publishText(app, signedConvention, 'chapeau')
    expect(await htmlOf(await lead.get(`${paths.newFramework(slug)}?modele=acv`))).toContain('5 Fournir l’accès aux équipements et services publics')
    const html = await htmlOf(await lead.get(`${paths.newFramework(slug)}?modele=chapeau`))
    const outline = /name="outline"[^>]*>([^<]*)</.exec(html)?.[1] ?? ''
    const convention = /value="([\w-]{36})" selected/.exec(html)?.[1] ?? ''
    expect(outline.split('\n').length).toBe(3)
    await lead.post(paths.newFramework(slug), { name: 'Orientations du chapeau', kind: 'convention', convention, outline })
    const tied = await app.inside((db) => db.selectFrom('orientation').select(['number', 'clause']).where('clause', 'is not', null).execute())
    expect(tied).toContainEqual({ number: '1', clause: 'article-1' })
    expect(await wordsOf(await app.as('funder').get(paths.provision(slug, 'chapeau', 'article-2'))))
      .toMatch(/Plan d’action 2 Suivi Orientation : Orientations du chapeau/)
    const words = await wordsOf(await lead.get(paths.coverage(slug)))
    expect(words).toContain('Chaque article est servi')
    expect(await wordsOf(await lead.get(`${paths.coverage(slug)}?le=2022-01-01`))).toContain('Aucune convention n’est en vigueur ce jour-là')
  })

  it('say everything that is wrong at once, and keep what was typed', async () => {
    const app = await startApp(open)
    const { lead, slug, named } = await start(app)
    const refused = await lead.post(paths.newFramework(slug), {
      name: '', kind: 'convention', convention: '', since: 'hier', until: '1/1/2020', summary: 'gardé', outline: 'x'.repeat(301),
    })
    expect(refused.status).toBe(422)
    const words = await wordsOf(refused)
    for (const part of ['Donnez un nom', 'Choisissez la convention', 'Le début est illisible', 'dépasse 300 caractères', 'gardé']) {
      expect(words).toContain(part)
    }
    const form = paths.orientationForm(slug, 'action-coeur-de-ville', await named('Commerce'))
    const sheet = await lead.post(form, { title: '', clause: 'x', number: 'n'.repeat(31), context: 'gardé aussi' })
    expect(sheet.status).toBe(422)
    expect(await wordsOf(sheet)).toMatch(/Donnez un intitulé.*Le numéro dépasse.*Cette clause.*gardé aussi/)
  })

  it('let an orientation be moved step by step or under another, never under itself', async () => {
    const app = await startApp(open)
    const { place, tree, named } = await start(app)
    const order = async () => (await tree()).map(({ title, depth }) => `${depth}${title}`).join(' ')
    expect(await place('Commerce', { move: 'up' })).toBe(303)
    expect(await order()).toBe('0Commerce 0Habitat 1Rénover 1Louer')
    expect(await place('Commerce', { move: 'up' })).toBe(409)
    expect(await place('Habitat', { move: 'in' })).toBe(303)
    expect(await order()).toBe('0Commerce 1Habitat 2Rénover 2Louer')
    expect(await place('Commerce', { parent: await named('Louer') })).toBe(409)
    expect(await place('Rénover', { move: 'out' })).toBe(303)
    expect(await place('Louer', { parent: await named('Rénover') })).toBe(303)
    expect(await order()).toBe('0Commerce 1Habitat 1Rénover 2Louer')
    expect(await place('Louer', { parent: '' })).toBe(303)
    expect(await order()).toBe('0Commerce 1Habitat 1Rénover 0Louer')
  })

  it('show both versions when two people change the same orientation or framework', async () => {
    const app = await startApp(open)
    const { lead, slug, framework, named } = await start(app)
    const form = paths.orientationForm(slug, 'action-coeur-de-ville', await named('Commerce'))
    expect((await lead.post(form, { title: 'Commerces', version: '1' })).status).toBe(303)
    const late = await lead.post(form, { title: 'Boutiques', version: '1', pilots: 'moi' })
    expect(late.status).toBe(409)
    expect(await wordsOf(late)).toMatch(/Personne projectLead.*Commerces/)
    expect(await wordsOf(await lead.get(paths.orientation(slug, 'action-coeur-de-ville', await named('Commerces'))))).toContain('Commerces')
    expect((await lead.post(`${framework}/modifier`, { name: 'ACV', kind: 'programme', version: '1' })).status).toBe(303)
    const second = await lead.post(`${framework}/modifier`, { name: 'Cœur', kind: 'programme', version: '1' })
    expect([second.status, await wordsOf(second)]).toEqual([409, expect.stringMatching(/ACV.*Garder la version enregistrée/)])
  })

  it('are not removed while an action hangs on them, and then with what stands under them', async () => {
    const app = await startApp(open)
    const { lead, slug, framework, named, tree } = await start(app)
    const id = await keepAction(app, 'Rénover la cité 4', { on: await named('Rénover'), owner: app.organisations.commune })
    for (const address of [`${framework}/retrait`, paths.orientationRemoval(slug, 'action-coeur-de-ville', await named('Habitat'))]) {
      const refused = await lead.post(address)
      expect([refused.status, await wordsOf(refused)]).toEqual([409, expect.stringContaining('1 action : rattachez-les ailleurs')])
    }
    const sheet = await wordsOf(await lead.get(paths.orientation(slug, 'action-coeur-de-ville', await named('Habitat'))))
    expect(sheet).toMatch(/F-7 Rénover la cité 4 1.1 Rénover Bully-les-Mines Sans état/)
    await inTenant(app.database, { operationId: app.operation.id, personId: null }, async (db) => {
      await db.updateTable('action').set({ removed_at: '2026-03-02T09:00:00.000Z' as never }).where('id', '=', id).execute()
    })
    expect((await lead.post(paths.orientationRemoval(slug, 'action-coeur-de-ville', await named('Habitat')))).status).toBe(303)
    expect((await tree()).map(({ title }) => title)).toEqual(['Commerce'])
    expect((await lead.post(`${framework}/retrait`)).status).toBe(303)
    expect((await lead.get(framework)).status).toBe(404)
  })

  it('show each person the actions that person may see, by the rule of the plan', async () => {
    const app = await startApp(open)
    const { named, slug } = await start(app)
    const { epci, commune } = app.organisations
    const on = await named('Rénover')
    const made = [
      { owner: commune, restricted: true }, { owner: epci, restricted: true }, { owner: commune }, { owner: null }, { funder: epci },
      { funder: epci, restricted: true },
    ]
    for (const [rank, one] of made.entries()) await keepAction(app, `Action ${rank}`, { on, ...one })
    for (const role of ['projectLead', 'townLead', 'finance', 'funder'] as const) {
      const scope = scopeOf([{ role, organisationId: role === 'townLead' ? commune : epci }])
      const expected = made.filter(({ owner = null, restricted = false, funder }) =>
        maySee(scope, { owner, delegatedOwner: null, restricted, funds: funder === epci })).length
      expect([role, (await app.inside((db) => countActions(db, { operationId: app.operation.id, scope })))(on).direct]).toEqual([role, expected])
      const rows = await app.inside((db) => db.selectFrom('action').select('id').where(visibleActions(scope)).execute())
      expect([role, rows.length]).toEqual([role, expected])
    }
    expect(await wordsOf(await app.as('funder').get(paths.coverage(slug)))).toMatch(/ne portent que sur elles.*Actions financées/)
    expect(await wordsOf(await app.as('finance').get(paths.orientation(slug, 'action-coeur-de-ville', on)))).not.toContain('Action 0')
  })

  it('list what the plan lacks, with the link that mends it, and all of one lack page after page', async () => {
    const app = await startApp(open)
    const { named, slug, lead } = await start(app)
    const bare = await keepAction(app, 'Nue')
    await keepAction(app, 'Rangée', { on: await named('Rénover'), owner: app.organisations.commune })
    const html = await htmlOf(await lead.get(paths.coverage(slug)))
    expect(html).toContain(`${paths.actionForm(slug, bare)}#field-owner`)
    expect(html).toContain(`${paths.newAction(slug)}?orientation=${await named('Commerce')}`)
    const words = await wordsOf(await lead.get(paths.coverage(slug)))
    expect(words).toMatch(/Actions sans orientation \(1\).*Nue.*Actions sans financement \(2\)/)
    expect(words).toMatch(/Action cœur de ville 2 sur 4 \(50 %\) 0 sur 1 \(0 %\)/)
    const only = await wordsOf(await lead.get(`${paths.coverage(slug)}?manque=financement`))
    expect(only).toMatch(/Actions sans financement \(2\).*Nue.*Rangée/)
  })

  it('are kept by project leads alone, and read by all', async () => {
    const app = await startApp(open)
    const { slug, framework, named } = await start(app)
    for (const role of ['townLead', 'finance', 'lawyer', 'elected', 'prefecture', 'funder'] as const) {
      expect([role, (await app.as(role).get(framework)).status]).toEqual([role, 200])
      expect([role, (await app.as(role).post(paths.newFramework(slug), acv)).status]).toEqual([role, 403])
      const place = paths.orientationPlace(slug, 'action-coeur-de-ville', await named('Habitat'))
      expect([role, (await app.as(role).post(place, { move: 'down' })).status]).toEqual([role, 403])
    }
  })
})
