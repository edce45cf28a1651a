// The money of an operation over HTTP: overview, model and its files, delays, one funder; sums that agree by every path; what funders see.
import { expect, it } from 'vitest'
import { date } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { cents, inEuros } from '../../kernel/money.ts'
import { paths } from '../../paths.ts'
import { fundingPlan, shares } from '../../planning/funding-plan.ts'
import { finances, isGone } from '../../planning/funding-sums.ts'
import { summaryOf } from '../../planning/money-summary.ts'
import { scopeOf } from '../../planning/scope.ts'
import { inTenant } from '../../platform/database.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { fillBigPlan } from '../../testing/big-plan.ts'
import { wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { listOrientations } from '../frameworks/orientations.store.ts'
import { withBelow } from '../frameworks/tree.rules.ts'
import { ageingOf } from './ageing.store.ts'
import { stageInAddress } from './model-address.rules.ts'
import { byAction, modelSums, setsUnder } from './model.rules.ts'
import { listModelCells, modelOf } from './model.store.ts'
import { listFundingLines, loadMoney } from './money.store.ts'
import { moneySummaryOf } from './money-sums.store.ts'
import { costOfAll, shareOfCell, totalOf } from './overview.rules.ts'
import { overviewOf } from './overview.store.ts'

const today = date('2026-03-12')

async function planned(open: Parameters<typeof startApp>[0]) {
  const app = await startApp(open)
  await inTenant(app.database, { operationId: app.operation.id, personId: app.people.projectLead.id }, (db) =>
    fillBigPlan(db, app.operation.id, { actions: 60, linesPerAction: 4, by: app.people.projectLead.id }))
  const scope = scopeOf([{ role: 'projectLead', organisationId: app.organisations.epci }])
  const owners = new Map((await app.inside((db) => db.selectFrom('action').select(['id', 'owner_id', 'delegated_owner_id']).execute()))
    .map((row) => [row.id, { id: row.owner_id, delegatedId: row.delegated_owner_id }]))
  return { app, asking: { operationId: app.operation.id, scope, day: today }, owners, slug: app.operation.slug }
}

const someFunder = async (app: TestApp): Promise<Id<'organisation'>> =>
  (await app.inside((db) => db.selectFrom('funding_line').select('funder_id').where('funder_id', 'is not',
    null).orderBy('id').limit(1).executeTakeFirstOrThrow())).funder_id
    ?? expect.fail('no funder')

onEachEngine('the money of an operation', (open) => {
  // Nothing is written below: one plan for all.
  let made: ReturnType<typeof planned> | undefined
  const plan = (): ReturnType<typeof planned> => (made ??= planned(open))

  it('adds up to the cent by every path: line by line, by action, by funder, by share', async () => {
    const { app, asking, owners } = await plan()
    const tree = (await app.inside(listOrientations)).filter(({ frameworkSlug }) => frameworkSlug === 'grand-cadre-1')
    const framework = tree[0]?.frameworkId ?? null
    const served = await app.inside((db) =>
      db.selectFrom('action_orientation').select(['action_id as actionId', 'orientation_id as orientationId']).execute())
    for (const day of [today, date('2024-06-01')]) {
      const { costs, lines } = await app.inside((db) => loadMoney(db, asking.scope, day))
      const whole = summaryOf(costs, lines)
      const overview = await app.inside((db) => overviewOf(db, { ...asking, day }, undefined))
      expect(totalOf(overview.funders.filter((cell) => shareOfCell(cell) !== 'bridging'))).toEqual(whole.funding)
      expect(costOfAll(overview)).toEqual(whole.cost)
      const awaited = lines.filter(({ status, kind }) => !isGone(status) && finances(kind)).flatMap(({ instalments }) => instalments)
      expect(overview.expected.reduce((so, one) => so + one.cents, 0)).toBe(awaited.reduce((so, { amountCents }) => so + amountCents, 0))
      const perAction = [...(await app.inside((db) => moneySummaryOf(db, 'all', asking.scope, day))).values()]
      expect(perAction.reduce((so, { funding }) => so + funding.HT.paid.cents, 0)).toBe(whole.funding.HT.paid.cents)
      const plans = [...owners].map(([id, owner]) => fundingPlan([], lines.filter(({ actionId }) => actionId === id), owner))
      for (const [basis, stage] of [['HT', 'planned'], ['TTC', 'awarded'], ['HT', 'paid']] as const) {
        const question = { basis, stage, year: null }
        const sets = await app.inside((db) => modelOf(db, { ...asking, day }, { ...question, framework }))
        const sums = modelSums(sets, question)
        expect(sums.actions).toBe(owners.size)
        for (const share of shares) {
          const own = plans.map((plan) => plan.shares[share][basis][stage])
          expect([day, share, sums.shares[share].cents, sums.shares[share].unknown])
            .toEqual([day, share, own.reduce((so, one) => so + one.cents, 0), own.reduce((so, one) => so + one.unknown, 0)])
          const shown = totalOf(overview.funders.filter((cell) => shareOfCell(cell) === share))
          expect([day, share, shown[basis][stage].cents]).toEqual([day, share, sums.shares[share].cents])
        }
        const columns = await app.inside((db) => listModelCells(db, { ...asking, day }, question, 'all'))
        expect(columns.reduce((so, one) => so + one.cents, 0)).toBe(sums.total.cents + sums.shares.bridging.cents)
        const [under, cells] = [setsUnder(tree, sets), byAction(columns)]
        for (const { id } of tree) {
          const own = new Set(served.filter(({ orientationId }) => withBelow(tree, id).has(orientationId)).map(({ actionId }) => actionId))
          const { actions, total, shares: { bridging } } = modelSums(under(id), question)
          expect([actions, total.cents + bridging.cents])
            .toEqual([own.size, [...own].flatMap((one) => cells.get(one) ?? []).reduce((so, one) => so + one.cents, 0)])
        }
      }
    }
  })

  it('is shown stage by stage, base by base, with what is unknown, and by year', async () => {
    const { app, asking, slug } = await plan()
    const { funding, cost } = summaryOf(...await both(app, asking.scope))
    const words = await wordsOf(await app.as('finance').get(paths.funding(slug)))
    for (const said of [inEuros(cents(funding.HT.awarded.cents)), 'montants inconnus', 'Effet de levier', 'Par année, HT',
      'Montants TTC']) expect(words).toContain(said.replaceAll(/\s/g, ' '))
    expect(cost.plannedCost.HT.unknown).toBeGreaterThan(0)
  })

  it('is laid out by orientation, an action in two of them counted once in the whole, and goes into a spreadsheet', async () => {
    const { app, slug } = await plan()
    const model = await app.as('elected').get(`${paths.fundingModel(slug)}?etape=attribue&base=ht`)
    expect([model.status, await wordsOf(model)]).toEqual([200, expect.stringMatching(/Ensemble du cadre, chaque action une fois \d+/)])
    for (const stage of ['planned', 'committed', 'paid'] as const) {
      expect((await app.as('finance').get(`${paths.fundingModel(slug)}?etape=${stageInAddress[stage]}&base=ttc&annee=2025`)).status).toBe(200)
    }
    for (const [format, first] of [['xlsx', 'PK'], ['ods', 'PK'], ['csv', '\ufeffNum']] as const) {
      const file = await app.as('finance').get(`${paths.fundingModelFile(slug, format)}?etape=prevu`)
      expect([format, file.status, new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer()).slice(0,
        first.length)]).toEqual([format, 200, first])
    }
    expect((await app.as('finance').get(paths.fundingModelFile(slug, 'exe'))).status).toBe(404)
  })

  it('tells who keeps it waiting, since when, and how long each usually takes', async () => {
    const { app, asking, slug } = await plan()
    const { groups, oldest, all } = await app.inside((db) => ageingOf(db, asking, undefined))
    const requested = (await app.inside((db) => listFundingLines(db, 'all', asking.scope, today)))
      .filter(({ status, kind }) => status === 'requested' && kind !== 'own' && kind !== 'inKind')
    expect(groups.filter(({ waiting }) => waiting === 'decision').reduce((so, { lines }) => so + lines, 0)).toBe(requested.length)
    const waits = oldest.filter(({ waiting }) => waiting === 'decision').map(({ days }) => days)
    expect(waits).toEqual(waits.toSorted((one, other) => other - one))
    expect(all.decisionDays).toBe(100)
    expect(await wordsOf(await app.as('elected').get(paths.fundingAgeing(slug)))).toContain('Demandes sans réponse')
  })

  it('shows one funder its own lines and what became of its money, and nobody else’s', async () => {
    const { app, slug } = await plan()
    const other = await someFunder(app)
    const lead = await app.as('projectLead').get(paths.funder(slug, other))
    expect([lead.status, await wordsOf(lead)]).toEqual([200, expect.stringContaining('Ce qui est fait de cet argent')])
    expect((await app.as('funder').get(paths.funding(slug))).headers.get('location')).toBe(paths.funder(slug, app.organisations.epci))
    expect((await app.as('funder').get(paths.funder(slug, app.organisations.epci))).status).toBe(200)
    expect((await app.as('funder').get(paths.funder(slug, other))).status).toBe(404)
    for (const refused of [paths.fundingModel(slug), paths.fundingAgeing(slug), paths.fundingModelFile(slug, 'csv')]) {
      const answer = await app.as('funder').get(refused)
      expect([refused, answer.status, await wordsOf(answer)]).toEqual([refused, 403, expect.stringContaining('consulter tout le financement du plan')])
    }
  })
})

const both = async (app: TestApp, scope: ReturnType<typeof scopeOf>) => {
  const { costs, lines } = await app.inside((db) => loadMoney(db, scope, today))
  return [costs, lines] as const
}
