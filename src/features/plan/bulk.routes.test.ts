// Changing many actions: what is typed wrong, what is seen before, what is done, what moved meanwhile, whose actions; and the views one keeps.
import { expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { inTenant } from '../../platform/database.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { fillBigPlan } from '../../testing/big-plan.ts'
import { fieldOf, htmlOf, wordsOf } from '../../testing/client.ts'
import type { Client } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'

const scenes = new Map<() => Promise<TestDatabase>, Promise<TestApp>>()
/** Forty actions, the first ten borne by the commune of the town lead. */
function scene(open: () => Promise<TestDatabase>): Promise<TestApp> {
  const known = scenes.get(open) ?? makeScene(open)
  scenes.set(open, known)
  return known
}
async function makeScene(open: () => Promise<TestDatabase>): Promise<TestApp> {
  const app = await startApp(open)
  const by = app.people.projectLead.id
  await inTenant(app.database, { operationId: app.operation.id, personId: by }, async (db) => {
    await fillBigPlan(db, app.operation.id, { actions: 40, linesPerAction: 1, by })
    await db.updateTable('action').set({ owner_id: app.organisations.commune }).where('code', '<=', 'G-00010').execute()
  })
  return app
}

type Fields = Readonly<Record<string, string>>
const previewOf = (client: Client, slug: string, query: string, fields: Fields) => client.post(paths.bulkPreview(slug), { query, ...fields })
/** Seen, then confirmed. */
async function change(client: Client, slug: string, query: string, fields: Fields): Promise<Response> {
  const digest = fieldOf(await htmlOf(await previewOf(client, slug, query, fields)), 'digest') ?? ''
  return client.post(paths.bulkEdit(slug), { query, ...fields, digest, cle: newId() })
}
const valuesOf = (app: TestApp, code: string) => app.inside((db) =>
  db.selectFrom('action').selectAll().where('code', '=', code).executeTakeFirstOrThrow())

onEachEngine('a change of many actions', (open) => {
  it('says every fault at once, and keeps what was typed', async () => {
    const app = await scene(open)
    const answer = await previewOf(app.as('projectLead'), app.operation.slug, '', { progress: '120', endsOn: 'demain', state: 'delivered', stateOn: '1/1/2099' })
    const html = await htmlOf(answer)
    expect(answer.status).toBe(422)
    expect(html).toContain('L’avancement est un nombre entier de 0 à 100')
    expect(html).toContain('un décalage en jours')
    expect(html).toContain('Ce jour n’est pas encore venu')
    expect([fieldOf(html, 'progress'), fieldOf(html, 'endsOn')]).toEqual(['120', 'demain'])
    expect((await previewOf(app.as('projectLead'), app.operation.slug, '', {})).status).toBe(422)
  })

  it('shows what it would do, does it in one set, and is journalled', async () => {
    const app = await scene(open)
    const { slug } = app.operation
    const lead = app.as('projectLead')
    const before = await valuesOf(app, 'G-00003')
    const fields = { priority: 'high', progress: '37', endsOn: '+30' }
    const seen = await wordsOf(await previewOf(lead, slug, '?q=G-00003', fields))
    expect(seen).toContain('Vont changer 1')
    expect(seen).toContain('Fin prévue : +30')
    const done = await change(lead, slug, '?q=G-00003', fields)
    expect([done.status, done.headers.get('location')?.startsWith(`${paths.plan(slug)}?q=G-00003&lot=`)]).toEqual([303, true])
    const after = await valuesOf(app, 'G-00003')
    expect([after.priority, after.progress, after.version]).toEqual(['high', 37, before.version + 1])
    expect(Date.parse(after.ends_on ?? '') - Date.parse(before.ends_on ?? '')).toBe(30 * 86_400_000)
    expect(await wordsOf(await lead.get(done.headers.get('location') ?? ''))).toContain('Modification faite')
    expect(await wordsOf(await lead.get(paths.journal(slug)))).toContain('Plusieurs actions modifiées')
    expect(await wordsOf(await previewOf(lead, slug, '?q=G-00003', { progress: '37' }))).toContain('Le disent déjà 1')
  })

  it('does nothing when an action moved since it was seen, and shows it again', async () => {
    const app = await scene(open)
    const { slug } = app.operation
    const lead = app.as('projectLead')
    const query = '?q=G-00020'
    const digest = fieldOf(await htmlOf(await previewOf(lead, slug, query, { progress: '11' })), 'digest') ?? ''
    await change(lead, slug, query, { progress: '12' })
    const late = await lead.post(paths.bulkEdit(slug), { query, progress: '11', digest, cle: newId() })
    expect([late.status, (await wordsOf(late)).includes('Le plan a changé entre-temps')]).toEqual([409, true])
    expect((await valuesOf(app, 'G-00020')).progress).toBe(12)
  })

  it('leaves alone what is refused, each with its reason', async () => {
    const app = await scene(open)
    const { slug } = app.operation
    const town = app.as('townLead')
    const seen = await wordsOf(await previewOf(town, slug, '', { progress: '64' }))
    expect(seen).toContain('Vont changer 10')
    expect(seen).toContain('Elle n’est pas portée par votre collectivité.')
    await change(town, slug, '', { progress: '64' })
    expect([(await valuesOf(app, 'G-00005')).progress, (await valuesOf(app, 'G-00030')).progress === 64]).toEqual([64, false])
    const backwards = await wordsOf(await previewOf(app.as('projectLead'), slug, '?q=G-00001', { endsOn: '01/01/1999' }))
    expect(backwards).toContain('Laissées de côté 1')
    const noReason = await wordsOf(await previewOf(app.as('projectLead'), slug, '?q=G-00001', { state: 'abandoned', stateOn: '10/03/2026' }))
    expect(noReason).toContain('dites pourquoi')
  })

  it('works on ticked rows, and adds to lists, takes from them or replaces them', async () => {
    const app = await scene(open)
    const { slug } = app.operation
    const lead = app.as('projectLead')
    const { id } = await valuesOf(app, 'G-00015')
    const pilots = () => app.inside((db) => db.selectFrom('action_person').select('name').where('action_id', '=', id).where('role', '=', 'pilot')
      .orderBy('position').execute())
    expect((await lead.post(paths.bulkSelection(slug), { query: '' })).status).toBe(422)
    const ticked = await htmlOf(await lead.post(paths.bulkSelection(slug), { query: '', id }))
    expect([ticked.includes('Modifier 1 action<'), fieldOf(ticked, 'ids')]).toEqual([true, id])
    const held = (await pilots()).map(({ name }) => name)
    const apply = async (fields: Fields) => {
      const digest = fieldOf(await htmlOf(await lead.post(paths.bulkPreview(slug), { query: '', ids: id, ...fields })), 'digest') ?? ''
      expect((await lead.post(paths.bulkEdit(slug), { query: '', ids: id, ...fields, digest, cle: newId() })).status).toBe(303)
    }
    await apply({ pilotsMode: 'add', pilots: 'Zoé Petit\nAnne Grand' })
    expect((await pilots()).map(({ name }) => name)).toEqual([...held, 'Zoé Petit', 'Anne Grand'])
    await apply({ pilotsMode: 'remove', pilots: 'zoe petit' })
    expect((await pilots()).map(({ name }) => name)).toEqual([...held, 'Anne Grand'])
    await apply({ pilotsMode: 'replace', pilots: 'Léa Seule' })
    expect((await pilots()).map(({ name }) => name)).toEqual(['Léa Seule'])
  })

  it('is for those who write actions', async () => {
    const app = await scene(open)
    for (const role of ['finance', 'elected', 'prefecture', 'funder', 'lawyer'] as const) {
      expect((await app.as(role).get(paths.bulkEdit(app.operation.slug))).status).toBe(403)
      expect((await app.as(role).post(paths.bulkEdit(app.operation.slug), { progress: '1' })).status).toBe(403)
    }
  })
})

onEachEngine('a saved view', (open) => {
  it('keeps a filter under an address that stays; what is shared is seen, opened and copied by others, never changed', async () => {
    const app = await scene(open)
    const { slug } = app.operation
    const [lead, town] = [app.as('projectLead'), app.as('townLead')]
    const kept = await lead.post(paths.savedViews(slug), { name: 'Priorités en retard', query: '?priorite=haute&en-retard=oui&inconnu=1', shared: 'oui' })
    const address = kept.headers.get('location') ?? ''
    expect(address).toBe(paths.savedView(slug, 'priorites-en-retard'))
    expect((await lead.get(address)).headers.get('location')).toBe(`${paths.plan(slug)}?priorite=haute&en-retard=oui`)
    expect((await town.get(address)).status).toBe(302)
    expect((await town.post(address, { name: 'À moi' })).status).toBe(404)
    expect((await town.post(paths.savedViews(slug), { copy: 'priorites-en-retard' })).status).toBe(303)
    expect(await wordsOf(await town.get(paths.savedViews(slug)))).toContain('Vues partagées par d’autres')
    const again = await lead.post(paths.savedViews(slug), { name: 'PRIORITÉS en retard', query: '' })
    expect([again.status, (await wordsOf(again)).includes('porte déjà ce nom')]).toEqual([422, true])
    const renamed = await lead.post(address, { name: 'Urgences' })
    expect(renamed.status).toBe(303)
    expect([(await lead.get(address)).status, (await town.get(address)).status]).toEqual([302, 404])
    expect((await lead.post(paths.savedViewRemoval(slug, 'priorites-en-retard'))).status).toBe(303)
    expect((await lead.get(address)).status).toBe(404)
  })
})
