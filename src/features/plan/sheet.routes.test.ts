// The sheet of an action: what it shows, to whom, and what it says is missing.
import { beforeAll, expect, it } from 'vitest'
import { date, instant } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { cents } from '../../kernel/money.ts'
import { paths } from '../../paths.ts'
import { emptyAction } from '../../planning/action-fields.ts'
import type { ActionValues } from '../../planning/action-fields.ts'
import { inTenant } from '../../platform/database.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { insertActions } from '../actions/change-sets.store.ts'
import { insertCostLines, insertFundingLines } from '../funding/money-writes.store.ts'
import { upsertOrganisation } from '../operations/operations.store.ts'

const at = instant(new Date('2026-03-01T09:00:00Z'))

onEachEngine('the sheet of an action', (open) => {
  let app: TestApp
  let slug = ''
  let [full, bare] = ['', '']
  const inside = <Answer>(act: (db: TestApp['database']['kysely']) => Promise<Answer>): Promise<Answer> =>
    inTenant(app.database, { operationId: app.operation.id, personId: app.people.projectLead.id }, act)
  const anAction = (values: Partial<ActionValues>): Promise<Id<'action'>> => inside(async (db) => {
    const [id] = await insertActions(db, app.operation.id, [{ values: { ...emptyAction, ...values }, state: null }],
      { setId: newId(), kind: 'entry', label: 'Essai', by: app.people.projectLead.id, at })
    if (id === undefined) throw new Error('no action')
    return id
  })

  beforeAll(async () => {
    app = await startApp(open)
    slug = app.operation.slug
    const action = await anAction({
      code: 'A1', title: 'Requalifier la place', owner: app.organisations.commune, description: 'Une place.\nDes arbres.',
      startsOn: date('2026-01-01'), endsOn: date('2027-12-31'), pilots: [{ personId: null, name: 'Anne Durand' }],
    })
    full = action
    bare = await anAction({ title: 'À peine esquissée' })
    await inside(async (db) => {
      const state = await upsertOrganisation(db, app.operation.id, { name: 'Préfecture du Pas-de-Calais', kind: 'state', siren: null, insee: null })
      const cost = { position: 1, label: 'Travaux', nature: 'works' as const, year: 2027, finalCents: null, fctvaEligible: null, written: null }
      await insertCostLines(db, app.operation.id, [
        { ...cost, id: newId(), actionId: action, basis: 'HT', plannedCents: cents(100_000_00) },
        { ...cost, id: newId(), actionId: action, position: 2, basis: 'TTC', plannedCents: cents(12_000_00) },
      ])
      const line = { scheme: null, kind: 'grant' as const, basis: 'HT' as const, rateBasisPoints: null, baseCents: null, note: '', written: null }
      await insertFundingLines(db, app.operation.id, [
        { ...line, id: newId(), actionId: action, position: 1, funderId: app.organisations.epci, amountCents: cents(30_000_00) },
        { ...line, id: newId(), actionId: action, position: 2, funderId: state, amountCents: cents(45_000_00) },
      ])
    })
  })

  it('says who, what, when and how much, HT and TTC apart', async () => {
    const words = await wordsOf(await app.as('elected').get(paths.action(slug, full)))
    const expected = ['A1 Requalifier la place', 'Sans état', 'Devait commencer le 1er janvier 2026', 'Bully-les-Mines', 'Anne Durand', 'Des arbres.']
    for (const said of expected) expect(words).toContain(said)
    expect(words).toMatch(/HT 100 000 € 75 000 € — — 25 000 €/)
    expect(words).toMatch(/TTC 12 000 €/)
    expect(words).not.toContain('112 000')
  })

  it('shows a funder its own lines, and no cost', async () => {
    const words = await wordsOf(await app.as('funder').get(paths.action(slug, full)))
    expect(words).toContain('Vos financements dans cette action')
    expect(words).toMatch(/HT 30 000 € — —/)
    for (const hidden of ['100 000', '75 000', '45 000', 'Modifier la fiche']) expect(words).not.toContain(hidden)
  })

  it('names what is missing once, each leading to its form for who may write it', async () => {
    const html = await htmlOf(await app.as('projectLead').get(paths.action(slug, bare)))
    expect(html).toContain('Pas encore renseigné')
    expect(html).toContain(`href="${paths.actionForm(slug, bare)}#contenu"`)
    expect(html).toContain(`href="${paths.actionPlaces(slug, bare)}"`)
    expect(await htmlOf(await app.as('elected').get(paths.action(slug, bare)))).not.toContain(`href="${paths.actionForm(slug, bare)}`)
  })

  it('offers its edits to who bears the action, not to another authority', async () => {
    expect(await wordsOf(await app.as('townLead').get(paths.action(slug, full)))).toContain('Modifier la fiche')
    expect(await wordsOf(await app.as('townLead').get(paths.action(slug, bare)))).not.toContain('Modifier la fiche')
  })

  it('is not found when it does not exist, nor under an address that is no identifier', async () => {
    expect((await app.as('projectLead').get(paths.action(slug, newId()))).status).toBe(404)
    expect((await app.as('projectLead').get(paths.action(slug, 'inconnue'))).status).toBe(404)
  })
})
