// The parts of an action through their pages: what is kept, what is refused, who may.
import { beforeAll, describe, expect, it } from 'vitest'
import { date, instant } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { emptyAction } from '../../planning/action-fields.ts'
import type { ActionValues } from '../../planning/action-fields.ts'
import { inTenant } from '../../platform/database.ts'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { insertActions } from './change-sets.store.ts'

const at = instant(new Date('2026-03-01T09:00:00Z'))

onEachEngine('the parts of an action', (open) => {
  let app: TestApp
  let slug = ''
  let [works, studies, theirs] = ['', '', '']

  const anAction = async (values: Partial<ActionValues>): Promise<Id<'action'>> => {
    const by = app.people.projectLead.id
    const [id] = await inTenant(app.database, { operationId: app.operation.id, personId: by }, (db) => insertActions(db, app.operation.id,
      [{ values: { ...emptyAction, ...values }, state: { state: 'planned', on: date('2026-01-01'), reason: '' } }],
      { setId: newId(), kind: 'entry', label: 'Essai', by, at }))
    if (id === undefined) throw new Error('no action')
    return id
  }
  beforeAll(async () => {
    app = await startApp(open)
    slug = app.operation.slug
    works = await anAction({ code: 'T1', title: 'Travaux de la place', owner: app.organisations.commune, startsOn: date('2026-06-01'),
      endsOn: date('2026-12-31') })
    studies = await anAction({ code: 'E1', title: 'Études de la place', owner: app.organisations.commune, startsOn: date('2026-01-10'),
      endsOn: date('2026-05-31') })
    theirs = await anAction({ code: 'X1', title: 'Action de l’agglomération', owner: app.organisations.epci })
  })
  const lead = () => app.as('projectLead')
  const sheet = async (id: string, day = '') => wordsOf(await lead().get(`${paths.action(slug, id)}${day}`))
  const state = (id: string, fields: Record<string, string>) => lead().post(paths.actionState(slug, id), fields)

  describe('its state', () => {
    it('goes on from day to day, late entries in their place, and any past day finds its own', async () => {
      expect((await state(studies, { state: 'inProgress', on: '01/03/2026', reason: 'Lancement sans engagement', shown: '||',
        progress: '40' })).status).toBe(303)
      expect((await state(studies, { state: 'committed', on: '10/02/2026' })).status).toBe(303)
      expect(await sheet(studies)).toContain('En cours depuis le 1er mars 2026')
      expect(await sheet(studies, '?le=2026-02-15')).toContain('Engagée depuis le 10 février 2026')
      expect(await sheet(studies, '?le=2026-01-15')).toContain('Prévue depuis le 1er janvier 2026')
      expect(await sheet(studies)).toContain('40 %')
    })
    it('asks why when the change is unusual, corrects a day with a reason, and waits for days to come', async () => {
      expect(await wordsOf(await state(studies, { state: 'abandoned', on: '12/03/2026' }))).toContain('dites pourquoi')
      expect(await wordsOf(await state(studies, { state: 'delivered', on: '13/03/2026' }))).toContain('pas encore venu')
      expect(await wordsOf(await state(studies, { state: 'inProgress', on: '12/03/2026' }))).toContain('déjà dans cet état')
      expect((await state(studies, { state: 'suspended', on: '12/03/2026', reason: 'Fouilles' })).status).toBe(303)
      expect((await state(studies, { state: 'inProgress', on: '12/03/2026', reason: 'Erreur : pas de suspension' })).status).toBe(303)
      const words = await sheet(studies)
      expect(words).toContain('En cours depuis le 12 mars 2026')
      expect(await wordsOf(await lead().get(paths.actionState(slug, studies)))).toContain('Fouilles')
      const untils = await app.inside((db) => db.selectFrom('action_transition').select(['until']).where('action_id', '=', studies as Id<'action'>)
        .orderBy('happened_on').orderBy('recorded_at').orderBy('id').execute())
      expect(untils.map(({ until }) => until)).toEqual(['2026-02-10', '2026-03-01', '2026-03-12', '2026-03-12', null])
    })
    it('keeps what was typed when someone else changed the same figure meanwhile', async () => {
      const answer = await state(studies, { state: '', on: '', shown: '10||', progress: '60', forecastStartsOn: '', forecastEndsOn: '' })
      expect(answer.status).toBe(409)
      const html = await htmlOf(answer)
      expect(html).toContain('a enregistré « 40 »')
      expect(html).toContain('value="60"')
    })
    it('returns to the list it was changed from, and never outside the operation', async () => {
      const back = `${paths.plan(slug)}?vue=tableau`
      expect((await state(works, { state: 'committed', on: '01/03/2026', back })).headers.get('location')).toBe(back)
      expect((await state(works, { state: 'inProgress', on: '02/03/2026', back: 'https://ailleurs.example/' })).headers.get('location'))
        .toContain(paths.action(slug, works))
      await state(works, { state: 'committed', on: '03/03/2026', reason: 'Pas encore commencée' })
    })
  })

  describe('its steps', () => {
    it('are added, ordered, done and removed; a passed one makes the action late', async () => {
      const add = (fields: Record<string, string>) => lead().post(paths.actionSteps(slug, works), { kind: 'step', ...fields })
      expect((await add({ title: 'Consultation', endsOn: '01/03/2026' })).status).toBe(303)
      expect((await add({ title: 'Chantier', startsOn: '01/06/2026', endsOn: '31/12/2026', who: 'Service voirie' })).status).toBe(303)
      expect(await sheet(works)).toContain('L’étape « Consultation » devait être faite le 1er mars 2026')
      const steps = await app.inside((db) => db.selectFrom('action_step').select(['id', 'title']).where('removed_at', 'is',
        null).orderBy('position').execute())
      const [first, second] = steps.map(({ id }) => id)
      await lead().post(paths.actionStepRank(slug, works, second ?? ''))
      const page = await wordsOf(await lead().get(paths.actionSteps(slug, works)))
      expect(page.indexOf('Chantier')).toBeLessThan(page.indexOf('Consultation'))
      expect((await lead().post(paths.actionStepDone(slug, works, first ?? ''))).status).toBe(303)
      expect(await sheet(works)).not.toContain('En retard')
      const stale = await lead().post(paths.actionStep(slug, works, second ?? ''), { kind: 'step', title: 'Grand chantier', version: '0' })
      expect(stale.status).toBe(409)
      expect(await htmlOf(stale)).toContain('value="Grand chantier"')
      expect((await lead().post(paths.actionStepRemoval(slug, works, first ?? ''))).status).toBe(303)
      expect((await lead().get(paths.actionStep(slug, works, first ?? ''))).status).toBe(404)
    })
    it('say every fault at once', async () => {
      const answer = await lead().post(paths.actionSteps(slug, works),
        { kind: 'step', startsOn: '02/02/2026', endsOn: '01/01/2026', doneOn: '01/01/2030' })
      expect(answer.status).toBe(422)
      const words = await wordsOf(answer)
      for (const fault of ['Nommez l’étape', 'précède le début', 'pas encore venu']) expect(words).toContain(fault)
    })
  })

  describe('what it needs', () => {
    it('is found by its number, and makes it late when it pushes it', async () => {
      expect((await lead().post(paths.actionDependencies(slug, works), { words: 'e1', kind: 'finishToStart', lag: '' })).status).toBe(303)
      await state(studies, { state: '', on: '', shown: '40||', progress: '40', forecastStartsOn: '', forecastEndsOn: '30/09/2026' })
      expect(await sheet(works)).toContain('Dépend de « E1 Études de la place », en retard : pas avant le 1er octobre 2026')
    })
    it('never turns in a circle: the refusal names it', async () => {
      const answer = await lead().post(paths.actionDependencies(slug, studies), { words: 'T1', kind: 'startToStart', lag: '' })
      expect(answer.status).toBe(422)
      expect(await wordsOf(answer)).toContain('« E1 Études de la place » → « T1 Travaux de la place » → « E1 Études de la place »')
      expect((await lead().post(paths.actionDependencies(slug, studies), { words: 'T1', kind: 'related', lag: '' })).status).toBe(303)
    })
    it('is chosen among those found when several answer, and untied', async () => {
      const several = await lead().post(paths.actionDependencies(slug, theirs), { words: 'place', kind: 'related', lag: '' })
      expect(await wordsOf(several)).toContain('Plusieurs actions répondent')
      expect((await lead().post(paths.actionDependencies(slug, theirs), { words: 'place', needs: works, kind: 'related', lag: '' })).status).toBe(303)
      expect((await lead().post(paths.actionDependencyRemoval(slug, theirs, works))).status).toBe(303)
      expect((await lead().post(paths.actionDependencyRemoval(slug, theirs, works))).status).toBe(404)
    })
  })

  describe('its places, notes, documents, what stops it', () => {
    it('keeps a commune, a parcel and a drawing, and says what is wrong with coordinates', async () => {
      const add = (fields: Record<string, string>) => lead().post(paths.actionPlaces(slug, works), fields)
      expect((await add({ kind: 'commune', commune: 'Lens' })).status).toBe(303)
      expect((await add({ kind: 'parcel', commune: '62498', parcel: 'ab 12', longitude: '2,832', latitude: '50,43' })).status).toBe(303)
      expect(await wordsOf(await add({ kind: 'drawn', label: 'Place',
        shape: '{"type":"Point","coordinates":[50.43,2.832]}' }))).toContain('inversées')
      const shape = '{"type":"Polygon","coordinates":[[[2.83,50.43],[2.84,50.43],[2.84,50.44],[2.83,50.43]]]}'
      expect((await add({ kind: 'drawn', label: 'Place du marché', shape })).status).toBe(303)
      const words = await sheet(works)
      for (const said of ['Lens', 'Parcelle AB 12', '62498000AB0012', 'Place du marché', 'une surface']) expect(words).toContain(said)
    })
    it('keeps notes that are found again, removable by their author or a lead', async () => {
      const town = app.as('townLead')
      const added = await town.post(paths.actionNotes(slug, works), { on: '12/03/2026', words: 'Réunion avec les riverains' })
      expect(added.status).toBe(303)
      expect(await wordsOf(await town.get(added.headers.get('location') ?? ''))).toMatch(/C’est ajouté.*Réunion avec les riverains/)
      const { id } = await app.inside((db) => db.selectFrom('action_note').select('id').executeTakeFirstOrThrow())
      const { search } = await app.inside((db) => db.selectFrom('action').select('search').where('id', '=',
        works as Id<'action'>).executeTakeFirstOrThrow())
      expect(search).toContain('riverains')
      expect((await lead().post(paths.actionNoteRemoval(slug, works, id))).status).toBe(303)
      await lead().post(paths.actionNotes(slug, works), { on: '12/03/2026', words: 'Note du chef de projet' })
      const { id: other } = await app.inside((db) => db.selectFrom('action_note').select('id').where('removed_at', 'is',
        null).executeTakeFirstOrThrow())
      expect((await town.post(paths.actionNoteRemoval(slug, works, other))).status).toBe(403)
    })
    it('keeps a file byte for byte, and only addresses that are safe', async () => {
      expect((await lead().upload(paths.actionAttachments(slug, works), { name: 'Étude.txt', bytes: 'Bonjour' })).status).toBe(303)
      expect(await wordsOf(await lead().post(paths.actionAttachments(slug, works), { address: 'javascript:alert(1)' }))).toContain('https://')
      expect(await wordsOf(await lead().post(paths.actionAttachments(slug, works), {}))).toContain('Choisissez un fichier')
      expect((await lead().post(paths.actionAttachments(slug, works), { title: 'Site', address: 'https://www.example.fr/a' })).status).toBe(303)
      const { id } = await app.inside((db) => db.selectFrom('action_attachment').select('id').where('address', 'is', null).executeTakeFirstOrThrow())
      const file = await app.as('elected').get(paths.actionAttachment(slug, works, id))
      expect([await file.text(), file.headers.get('content-disposition')]).toEqual(['Bonjour', expect.stringContaining('attachment')])
    })
    it('says what stops it and who can lift it, until it is lifted', async () => {
      const blocked = { reason: 'Avis de l’ABF attendu', since: '01/03/2026', organisation: app.organisations.epci, lifter: 'UDAP',
        expectedOn: '01/05/2026' }
      expect((await lead().post(paths.actionBlockings(slug, works), { ...blocked, organisation: '', lifter: '' })).status).toBe(422)
      expect((await lead().post(paths.actionBlockings(slug, works), blocked)).status).toBe(303)
      expect(await sheet(works)).toContain('Action bloquée Avis de l’ABF attendu')
      expect(await sheet(works, '?le=2026-02-01')).not.toContain('Action bloquée')
      const { id } = await app.inside((db) => db.selectFrom('action_blocking').select('id').executeTakeFirstOrThrow())
      expect((await lead().post(paths.actionBlocking(slug, works, id), { liftedOn: '01/02/2026' })).status).toBe(422)
      expect((await lead().post(paths.actionBlocking(slug, works, id), { liftedOn: '10/03/2026' })).status).toBe(303)
      expect(await sheet(works)).not.toContain('Action bloquée')
    })
    it('follows an indicator from its baseline to its target', async () => {
      const indicator = newId<'indicator'>()
      await inTenant(app.database, { operationId: app.operation.id, personId: null }, (db) => db.insertInto('indicator').values({
        operation_id: app.operation.id, id: indicator, name: 'Logements rénovés', unit: 'logements', kind: 'realisation', orientation_id: null,
          removed_at: null,
      }).execute())
      expect((await lead().post(paths.actionIndicators(slug, works), { indicator, baseline: '10', target: '50' })).status).toBe(303)
      expect((await lead().post(paths.actionIndicators(slug, works), { indicator })).status).toBe(422)
      expect((await lead().post(paths.actionIndicatorValues(slug, works, indicator), { on: '01/03/2026', value: '20' })).status).toBe(303)
      expect(await sheet(works)).toMatch(/Logements rénovés 10 logements 20 logements \( 01\/03\/2026 \) 50 logements 25 %/)
      expect((await lead().post(paths.actionIndicator(slug, works, indicator), { baseline: '10', target: '30' })).status).toBe(303)
      expect((await lead().post(paths.actionIndicatorRemoval(slug, works, indicator))).status).toBe(303)
    })
  })

  it('is written by who bears the action and by who leads, and read by the others', async () => {
    const fields = { on: '12/03/2026', words: 'Essai' }
    expect((await app.as('townLead').post(paths.actionNotes(slug, works), fields)).status).toBe(303)
    expect((await app.as('townLead').post(paths.actionNotes(slug, theirs), fields)).status).toBe(403)
    expect((await app.as('elected').post(paths.actionNotes(slug, works), fields)).status).toBe(403)
    expect((await app.as('elected').get(paths.actionNotes(slug, works))).status).toBe(200)
  })

  it('of a restricted action, or of one that a funder does not fund, is not there', async () => {
    const hidden = await anAction({ title: 'Négociation foncière', owner: app.organisations.epci, restricted: true })
    for (const address of [paths.action, paths.actionSteps, paths.actionNotes, paths.actionState]) {
      expect((await app.as('elected').get(address(slug, hidden))).status).toBe(404)
      expect((await app.as('funder').get(address(slug, works))).status).toBe(404)
      expect((await lead().get(address(slug, hidden))).status).toBe(200)
    }
  })

  it('is journalled under its action', async () => {
    const events = await app.inside((db) => db.selectFrom('journal_entry').select('what').where('object_id', '=', works).execute())
    for (const what of ['stepAdded', 'stepDone', 'dependencyAdded', 'placeAdded', 'noteAdded', 'attachmentAdded', 'blockingLifted',
      'actionIndicatorAdded', 'actionStateChanged']) {
      expect(events.map((event) => event.what)).toContain(what)
    }
  })
})
