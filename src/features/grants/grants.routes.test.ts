// Published grants over HTTP: a list read once, proposals confirmed by a person, taken back, kept to those they concern; the real list when at hand.
import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { insertActions } from '../actions/change-sets.store.ts'
import { insertFundingLines } from '../funding/money-writes.store.ts'
import { upsertOrganisation } from '../operations/operations.store.ts'
import { instant } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { cents } from '../../kernel/money.ts'
import { paths } from '../../paths.ts'
import { emptyAction } from '../../planning/action-fields.ts'
import { inTenant } from '../../platform/database.ts'
import { verifyJournal } from '../../platform/journal.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { listGrants } from './grants.store.ts'

const real = '../shared/data/fonds-vert-2023-france.csv'
const at = instant(new Date('2026-03-01T09:00:00Z'))
const headings = 'code_commune;nom_commune;nom_demarche_ds;numero_dossier_ds;nom_du_projet;nom_beneficiaire_principal;siren;montant_engage'
const list = [
  headings,
  '62186;BULLY LES MINES;Luminaires;1001;Rénovation de l’éclairage public;BULLY LES MINES;216201863;105 224,20 €',
  '62186;BULLY LES MINES;Foncier;1002;"Friche de la gare ; dépollution";CA LENS LIEVIN;246200364;678 623,00 €',
  '1004;AMBERIEU;Biodiversité;1003;Ancienne décharge;SYNDICAT;200078004;21 667,00 €', 'ligne;cassée',
].join('\n')

/** An action of the town with one line, and what is needed to look for it. */
const keepAction = (app: TestApp, title: string, owner: Id<'organisation'>): Promise<{ action: Id<'action'>; line: Id<'fundingLine'> }> =>
  inTenant(app.database, { operationId: app.operation.id, personId: null }, async (db) => {
    const set = { setId: newId<'changeSet'>(), kind: 'entry', label: title, by: app.people.projectLead.id, at } as const
    const [action = newId<'action'>()] = await insertActions(db, app.operation.id, [{ values: { ...emptyAction, title, owner }, state: null }], set)
    const line = newId<'fundingLine'>()
    await insertFundingLines(db, app.operation.id, [{
      id: line, actionId: action, position: 0, funderId: null, scheme: 'Fonds vert', kind: 'grant', basis: 'HT', amountCents: cents(12_000_000),
      rateBasisPoints: null, baseCents: null, note: '', written: null,
    }])
    return { action, line }
  })
const known = (app: TestApp) => app.inside((db) => listGrants(db))
const idOfGrant = async (app: TestApp, reference: string) => (await known(app)).find((one) => one.reference === reference)?.id ?? newId<'grant'>()
const linesOf = (app: TestApp) => app.inside((db) => db.selectFrom('funding_line').select(['id', 'status', 'awarded_cents', 'committed_cents', 'removed_at']).orderBy('position').execute())
const upload = (app: TestApp, bytes = list, name = 'fonds-vert-2023.csv') =>
  app.as('projectLead').upload(paths.grants(app.operation.slug), { name, bytes }, { scheme: 'Fonds vert' })

onEachEngine('published grants', (open) => {
  it('are those of the operation alone, once, whatever the number of times the list is handed in', async () => {
    const app = await startApp(open)
    const first = await upload(app)
    expect(first.headers.get('location')).toMatch(/gardees=2&nouvelles=2$/)
    expect((await upload(app)).headers.get('location')).toMatch(/gardees=2&nouvelles=0$/)
    expect((await upload(app, `${list}\n`, 'autre.csv')).headers.get('location')).toMatch(/gardees=2&nouvelles=0$/)
    expect((await known(app)).map(({ reference, amountCents, year }) => [reference, amountCents, year])).toEqual([
      ['1002', 67_862_300, 2023], ['1001', 10_522_420, 2023],
    ])
    expect(await wordsOf(await app.as('finance').get(paths.grants(app.operation.slug)))).toContain('Aucune proposition')
  })

  it('are proposed to an action, confirmed on its line, and taken back', async () => {
    const app = await startApp(open)
    const [{ slug }, lead] = [app.operation, app.as('projectLead')]
    const { action, line } = await keepAction(app, 'Rénover l’éclairage public du centre', app.organisations.commune)
    await upload(app)
    expect(await wordsOf(await lead.get(paths.grants(slug)))).toMatch(/Proposée\s: \d+ sur 100 Rénover l’éclairage public du centre/)
    const grant = await idOfGrant(app, '1001')
    const html = await htmlOf(await lead.get(paths.grant(slug, grant)))
    expect(html).toMatch(new RegExp(`value="line ${line}" checked`))
    expect(html).toContain('value="31/12/2023"')
    const decided = { choice: `line ${line}`, on: '15/11/2023', reason: 'arrêté reçu' }
    expect((await lead.post(paths.grant(slug, grant), decided)).status).toBe(303)
    expect(await linesOf(app)).toMatchObject([{ id: line, status: 'committed', awarded_cents: 10_522_420, committed_cents: 10_522_420 }])
    expect(await wordsOf(await lead.get(paths.grants(slug)))).toMatch(/Rapprochée d’une ligne Rénover/)
    expect(await wordsOf(await lead.get(paths.fundingLine(slug, action, line)))).toMatch(/Dossier 1001.*Dossier 1001/)
    const again = await lead.post(paths.grant(slug, grant), decided)
    expect([again.status, (await linesOf(app))[0]?.committed_cents]).toEqual([409, 10_522_420])
    expect((await lead.post(paths.grantWithdrawal(slug, grant))).status).toBe(303)
    expect(await linesOf(app)).toMatchObject([{ id: line, status: 'toRequest', awarded_cents: null }])
    expect((await known(app)).find(({ id }) => id === grant)?.standing).toBeNull()
    expect(await app.inside((db) => verifyJournal(db, app.operation.id))).toMatchObject({ breaks: [] })
  })

  it('make a new line of the action one looked for, which goes when the verdict is taken back', async () => {
    const app = await startApp(open)
    const [{ slug }, lead] = [app.operation, app.as('projectLead')]
    const { action } = await keepAction(app, 'Foncière commerce', app.organisations.epci)
    await upload(app)
    const grant = await idOfGrant(app, '1002')
    expect(await htmlOf(await lead.get(`${paths.grant(slug, grant)}?q=fonciere`))).toContain(`value="action ${action}"`)
    await lead.post(paths.grant(slug, grant), { choice: `action ${action}`, on: '31/12/2023', funder: app.organisations.epci })
    expect(await linesOf(app)).toMatchObject([{ status: 'toRequest' }, { status: 'committed', committed_cents: 67_862_300 }])
    await lead.post(paths.grantWithdrawal(slug, grant))
    expect((await linesOf(app)).map(({ removed_at: removed }) => removed === null)).toEqual([true, false])
  })

  it('write no second step on a line committed already, and take back only what they wrote', async () => {
    const app = await startApp(open)
    const [{ slug }, lead] = [app.operation, app.as('projectLead')]
    const { line } = await keepAction(app, 'Éclairage et friche', app.organisations.epci)
    await upload(app)
    const [first, second] = [await idOfGrant(app, '1001'), await idOfGrant(app, '1002')]
    for (const grant of [first, second]) await lead.post(paths.grant(slug, grant), { choice: `line ${line}`, on: '31/12/2023' })
    expect(await linesOf(app)).toMatchObject([{ status: 'committed', committed_cents: 10_522_420 }])
    await lead.post(paths.grantWithdrawal(slug, second))
    expect(await linesOf(app)).toMatchObject([{ status: 'committed', committed_cents: 10_522_420 }])
  })

  it('are put aside with a reason, and every mistake is said at once', async () => {
    const app = await startApp(open)
    const [{ slug }, lead] = [app.operation, app.as('projectLead')]
    await upload(app)
    const grant = await idOfGrant(app, '1001')
    const refused = await lead.post(paths.grant(slug, grant), { choice: 'setAside', on: '', reason: '' })
    expect([refused.status, await wordsOf(refused)]).toEqual([422, expect.stringContaining('Dites pourquoi')])
    await lead.post(paths.grant(slug, grant), { choice: 'setAside', reason: 'projet abandonné' })
    expect(await wordsOf(await lead.get(paths.grants(slug)))).toContain('Mise de côté projet abandonné')
    const wrong = await lead.upload(paths.grants(slug), { name: 'x.csv', bytes: 'a;b\n1;2' }, { scheme: '', year: '23' })
    const words = await wordsOf(wrong)
    expect(wrong.status).toBe(422)
    for (const part of ['nom du dispositif', 'Écrivez une année', 'numéro de dossier, nom du projet, montant engagé, SIREN']) expect(words).toContain(part)
    expect((await lead.upload(paths.grants(slug), { name: 'x.csv', bytes: '' }, { scheme: 'DSIL' })).status).toBe(422)
  })

  it('are decided by an authority for its own actions only, and read by no funder', async () => {
    const app = await startApp(open)
    const [{ slug }, town] = [app.operation, app.as('townLead')]
    const [theirs, others] = [await keepAction(app, 'Éclairage', app.organisations.commune), await keepAction(app, 'Friche', app.organisations.epci)]
    await upload(app)
    const [own, foreign] = [await idOfGrant(app, '1001'), await idOfGrant(app, '1002')]
    expect((await app.as('funder').get(paths.grants(slug))).status).toBe(403)
    expect((await app.as('elected').post(paths.grant(slug, own), { choice: 'none' })).status).toBe(403)
    const stranger = await town.post(paths.grant(slug, own), { choice: `line ${others.line}`, on: '31/12/2023' })
    expect([stranger.status, await wordsOf(stranger)]).toEqual([422, expect.stringContaining('n’est pas de votre collectivité')])
    expect((await town.post(paths.grant(slug, own), { choice: `line ${theirs.line}`, on: '31/12/2023' })).status).toBe(303)
    await app.as('projectLead').post(paths.grant(slug, foreign), { choice: `line ${others.line}`, on: '31/12/2023' })
    expect((await town.post(paths.grantWithdrawal(slug, foreign))).status).toBe(403)
    expect(await wordsOf(await town.get(paths.grant(slug, foreign)))).not.toContain('Revenir sur ce verdict')
    expect(await wordsOf(await town.get(paths.grant(slug, own)))).toContain('Revenir sur ce verdict')
  })

  it.skipIf(!existsSync(real))('of the real list of 2023 are those of Lens-Liévin (skipped when ../shared/data is absent)', async () => {
    const app = await startApp(open)
    await inTenant(app.database, { operationId: app.operation.id, personId: null }, async (db) => {
      for (const [name, siren, insee] of [['Lens', '216204982', '62498'], ['Liévin', '216205104', '62510'], ['Mazingarbe', '216205633', '62563']] as const) {
        await upsertOrganisation(db, app.operation.id, { name, kind: 'commune', siren, insee })
      }
    })
    const town = await app.inside((db) => db.selectFrom('organisation').select('id').where('insee', '=', '62510').executeTakeFirstOrThrow())
    await keepAction(app, 'Modernisation de l’éclairage public', town.id)
    await upload(app, readFileSync(real, 'utf8'), 'fonds-vert-2023-france.csv')
    expect((await known(app)).map(({ reference, amountCents }) => [reference, amountCents]).toSorted()).toEqual([
      ['11678667', 67_862_300], ['12007216', 14_340_000], ['12017088', 26_141_200], ['12069384', 10_522_420], ['12399889', 3_854_200],
    ])
    expect(await wordsOf(await app.as('projectLead').get(paths.grants(app.operation.slug))))
      .toMatch(/éclairage public LIEVIN, dossier 12017088 LIEVIN 261\s412\s€ Proposée\s: \d+ sur 100 Modernisation/)
  })
})
