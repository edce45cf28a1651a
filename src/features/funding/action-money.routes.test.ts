// The money of an action over HTTP: lines and steps recorded, refused, in conflict; who may; what a funder sees.
import { expect, it } from 'vitest'
import { date, instant } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { emptyAction } from '../../planning/action-fields.ts'
import type { ActionValues } from '../../planning/action-fields.ts'
import { scopeOf } from '../../planning/scope.ts'
import { inTenant } from '../../platform/database.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { insertActions } from '../actions/change-sets.store.ts'
import { listFundingLines } from './money.store.ts'
import type { FundingLine } from './money-line.rules.ts'
import { moneyTotalsOf } from './money-sums.store.ts'
import { summaryOf } from '../../planning/money-summary.ts'
import { loadMoney } from './money.store.ts'

const today = date('2026-03-12')
const lead = scopeOf([{ role: 'projectLead', organisationId: newId<'organisation'>() }])

async function anAction(app: TestApp, values: Partial<ActionValues> = {}): Promise<Id<'action'>> {
  const by = app.people.projectLead.id
  const ids = await inTenant(app.database, { operationId: app.operation.id, personId: by }, (db) => insertActions(db, app.operation.id,
    [{ values: { ...emptyAction, title: 'Rénover les halles', owner: app.organisations.epci, nature: 'investment', ...values }, state: null }],
    { setId: newId(), kind: 'entry', label: 'Essai', by, at: instant(new Date('2026-03-01T08:00:00Z')) }))
  return ids[0] ?? newId()
}
const cost = { nature: 'works', label: '', year: '2026', basis: 'HT', planned: '1,2 M€', final: '', fctva: '' }
const grant = { kind: 'grant', newFunder: 'Préfecture du Pas-de-Calais', scheme: 'DETR', basis: 'HT', amount: '', rate: '35', base: '1 000 000',
  years: '2026 : 150 000\n2027 : 200 k€' }
const linesOf = (app: TestApp): Promise<FundingLine[]> => app.inside((db) => listFundingLines(db, 'all', lead, today))
const theLine = async (app: TestApp): Promise<FundingLine> => (await linesOf(app))[0] ?? expect.fail('no line')

async function funded(app: TestApp): Promise<{ readonly action: Id<'action'>; readonly line: FundingLine; readonly steps: string }> {
  const [action, { slug }] = [await anAction(app), app.operation]
  expect((await app.as('finance').post(paths.costLines(slug, action), cost)).status).toBe(303)
  expect((await app.as('finance').post(paths.fundingLines(slug, action), grant)).status).toBe(303)
  const line = await theLine(app)
  return { action, line, steps: paths.fundingEvents(slug, action, line.id) }
}

onEachEngine('the money of an action', (open) => {
  it('is typed as people write it, the amount told from the rate and the base', async () => {
    const app = await startApp(open)
    const { action, line } = await funded(app)
    expect(line).toMatchObject({
      amountCents: 35_000_000, rateBasisPoints: 3500, scheme: 'DETR', status: 'toRequest',
      instalments: [{ year: 2026, amountCents: 15_000_000 }, { year: 2027, amountCents: 20_000_000 }], funder: { name:
        'Préfecture du Pas-de-Calais', kind: 'other' },
    })
    const words = await wordsOf(await app.as('finance').get(paths.actionMoney(app.operation.slug, action)))
    for (const said of ['1 200 000 €', 'Préfecture du Pas-de-Calais – DETR', '35 %', 'reste 850 000 €', 'À solliciter']) expect(words).toContain(said)
  })

  it('climbs its ladder with dated steps, several payments, and a warning when more is paid than was awarded', async () => {
    const app = await startApp(open)
    const { steps, line } = await funded(app)
    const step = (typed: Readonly<Record<string, string>>) => app.as('finance').post(steps, typed)
    expect((await step({ status: 'requested', on: '01/02/2025', stepAmount: '350 000' })).status).toBe(303)
    expect((await step({ status: 'awarded', on: '15/06/2025', stepAmount: '300 000', reference: 'Arrêté 2025-17' })).status).toBe(303)
    expect((await step({ status: 'paid', on: '10/01/2026', stepAmount: '200 000' })).status).toBe(303)
    expect((await step({ status: 'paid', on: '10/02/2026', stepAmount: '150 000' })).status).toBe(303)
    expect((await theLine(app)).standing).toEqual({
      requested: { cents: 35_000_000, unknown: false }, awarded: { cents: 30_000_000, unknown: false }, committed: { cents: null, unknown: true },
      paid: { cents: 35_000_000, unknown: false },
    })
    const [before] = await app.inside((db) => listFundingLines(db, 'all', lead, date('2025-12-31')))
    expect(before).toMatchObject({ status: 'awarded', since: '2025-06-15', standing: { paid: { cents: null, unknown: false } } })
    const words = await wordsOf(await app.as('finance').get(paths.fundingLine(app.operation.slug, line.actionId, line.id)))
    expect(words).toContain('Les versements dépassent le montant attribué')
    expect(words).toContain('Arrêté 2025-17')
  })

  it('asks why a line steps back, and takes a step withdrawn out of every sum', async () => {
    const app = await startApp(open)
    const { action, steps, line } = await funded(app)
    await app.as('finance').post(steps, { status: 'awarded', on: '15/06/2025', stepAmount: '300 000' })
    const back = await app.as('finance').post(steps, { status: 'requested', on: '20/06/2025', stepAmount: '' })
    expect([back.status, await wordsOf(back)]).toEqual([422, expect.stringContaining('dites pourquoi')])
    const early = await app.as('finance').post(steps, { status: 'paid', on: '01/06/2025', stepAmount: '1' })
    expect(await wordsOf(early)).toContain('dites pourquoi')
    expect(await wordsOf(await app.as('finance').post(steps, { status: 'paid', on: '01/01/2027', stepAmount:
      '' }))).toContain('n’est pas encore venu')
    const event = await app.inside((db) => db.selectFrom('funding_event').select('id').executeTakeFirstOrThrow())
    const withdrawal = paths.fundingEventWithdrawal(app.operation.slug, action, line.id, event.id)
    expect((await app.as('finance').post(withdrawal, { withdrawalReason: '' })).status).toBe(422)
    expect((await app.as('finance').post(withdrawal, { withdrawalReason: 'Saisie sur la mauvaise ligne' })).status).toBe(303)
    expect(await theLine(app)).toMatchObject({ status: 'toRequest', since: null, standing: { awarded: { cents: null, unknown: false } } })
    expect(await wordsOf(await app.as('finance').get(paths.fundingLine(app.operation.slug, action,
      line.id)))).toContain('Saisie sur la mauvaise ligne')
  })

  it('refuses with every problem at once, and shows both versions when someone was faster', async () => {
    const app = await startApp(open)
    const { action, line } = await funded(app)
    const { slug } = app.operation
    const refused = await app.as('finance').post(paths.fundingLines(slug, action), { ...grant, kind: '', amount: '999', years: '2026 : beaucoup' })
    expect(refused.status).toBe(422)
    const words = await wordsOf(refused)
    for (const said of ['Choisissez la forme', 'n’est pas ce taux', 'une année par ligne']) expect(words).toContain(said)
    const changed = { ...grant, funder: line.funderId ?? '', newFunder: '', amount: '350 000', version: String(line.version) }
    expect((await app.as('projectLead').post(paths.fundingLine(slug, action, line.id), { ...changed, scheme: 'DSIL' })).status).toBe(303)
    const conflict = await app.as('finance').post(paths.fundingLine(slug, action, line.id), { ...changed, note: 'Ma note' })
    expect(conflict.status).toBe(409)
    const both = await conflict.text()
    for (const said of ['DSIL', 'Ma note', 'Personne projectLead']) expect(both).toContain(said)
    expect(await wordsOf(await app.as('finance').get(paths.fundingLine(slug, action, line.id)))).toMatch(/Dispositif : DETR → DSIL/)
    const unclear = await app.as('finance').post(paths.costLines(slug, action), { ...cost, planned: '10 000 € TTC', year: '26' })
    expect(await wordsOf(unclear)).toMatch(/choisissez HT ou TTC[\s\S]*quatre chiffres|quatre chiffres[\s\S]*choisissez HT ou TTC/)
  })

  it('is written by finance and by the authority that bears the action, read by the others', async () => {
    const app = await startApp(open)
    const [theirs, ours] = [await anAction(app), await anAction(app, { owner: app.organisations.commune })]
    const { slug } = app.operation
    const status = async (role: 'townLead' | 'elected' | 'lawyer' | 'funder', id: Id<'action'>): Promise<number> =>
      (await app.as(role).post(paths.costLines(slug, id), cost)).status
    expect([await status('townLead', theirs), await status('townLead', ours)]).toEqual([403, 303])
    expect([await status('elected', ours), await status('lawyer', ours), await status('funder', ours)]).toEqual([403, 403, 403])
    expect((await app.as('townLead').get(paths.costLines(slug, theirs))).status).toBe(403)
    expect((await app.as('elected').get(paths.actionMoney(slug, ours))).status).toBe(200)
    expect((await app.as('funder').get(paths.actionMoney(slug, ours))).status).toBe(404)
  })

  it('shows a funder the lines of its institution, and nothing else', async () => {
    const app = await startApp(open)
    const { action, line } = await funded(app)
    const { slug } = app.operation
    const own = { ...grant, newFunder: '', funder: app.organisations.epci, scheme: 'Fonds propres de l’agglo', kind: 'own', rate: '', base: '',
      years: '', amount: '100 000' }
    await app.as('finance').post(paths.fundingLines(slug, action), own)
    const words = await wordsOf(await app.as('funder').get(paths.actionMoney(slug, action)))
    expect(words).toContain('Fonds propres de l’agglo')
    for (const hidden of ['DETR', '1 200 000', 'Plan de financement']) expect(words).not.toContain(hidden)
    expect((await app.as('funder').get(paths.fundingLine(slug, action, line.id))).status).toBe(404)
  })

  it('proposes a plan within the rules, and writes its lines once it is accepted', async () => {
    const app = await startApp(open)
    const { action } = await funded(app)
    const { slug } = app.operation
    const region = await app.inside((db) => db.selectFrom('organisation').select('id').where('name', '=',
      'Bully-les-Mines').executeTakeFirstOrThrow())
    const asked = { cost: '1 200 000', basis: 'HT', eligible: '', ownShare: 'oui', ceiling: 'oui', funder1: region.id, scheme1: 'Fonds de concours',
      rate1: '', most1: '' }
    const proposed = await wordsOf(await app.as('finance').get(`${paths.fundingProposal(slug, action)}?${new URLSearchParams({ calcul: 'oui', ...asked })}`))
    expect(proposed).toMatch(/Bully-les-Mines – Fonds de concours 610 000 €[\s\S]*Maître d’ouvrage 240 000 €/)
    expect((await app.as('finance').post(paths.fundingProposal(slug, action), asked)).status).toBe(303)
    const lines = await linesOf(app)
    expect(lines.map(({ amountCents, kind, status }) => [amountCents, kind, status]))
      .toEqual([[35_000_000, 'grant', 'toRequest'], [61_000_000, 'grant', 'toRequest'], [24_000_000, 'own', 'toRequest']])
    expect(await wordsOf(await app.as('finance').get(paths.actionMoney(slug, action)))).toMatch(/équilibré/)
    const impossible = await app.as('finance').get(`${paths.fundingProposal(slug, action)}?${new URLSearchParams({ ...asked, calcul: 'oui', cost: '100' })}`)
    expect(await wordsOf(impossible)).toContain('Aucun plan ne satisfait toutes les règles')
  })

  it('gives the same sums made by the database and made line by line, today and on a day before', async () => {
    const app = await startApp(open)
    const { steps } = await funded(app)
    await app.as('finance').post(steps, { status: 'requested', on: '01/02/2025', stepAmount: '' })
    await app.as('finance').post(steps, { status: 'paid', on: '10/02/2026', stepAmount: '12 345,67' })
    for (const day of [today, date('2025-06-01'), date('2024-01-01')]) {
      const { costs, lines } = await app.inside((db) => loadMoney(db, lead, day))
      expect(await app.inside((db) => moneyTotalsOf(db, 'all', lead, day))).toEqual(summaryOf(costs, lines))
    }
  })
})
