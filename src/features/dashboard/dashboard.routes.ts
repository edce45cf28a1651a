// The dashboard of an operation, gathered from every feature below.
import { plusMonths } from '../../kernel/date.ts'
import { holds } from '../../kernel/rights.ts'
import { stateOf } from '../../law/operation-state.ts'
import { paths } from '../../paths.ts'
import { may } from '../../platform/guard.ts'
import { notFound, routes } from '../../platform/web.ts'
import { countParts, listBodies, listConventions, listMentions } from '../conventions/conventions.store.ts'
import { defectLine } from '../conventions/defect-line.ts'
import { agendaOf, anyDay } from '../obligations/agenda.rules.ts'
import { listFollowed } from '../obligations/followed.ts'
import { listProposals } from '../obligations/proposals.ts'
import { amendedTexts, causesIn } from '../obligations/stale.ts'
import { findOperation } from '../operations/operations.store.ts'
import { sightOf } from '../plan/sight.ts'
import { isAbsence } from '../readings/fact.rules.ts'
import { listReadings } from '../readings/readings.store.ts'
import { sectorsOn } from '../sectors/sector-index.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { DashboardPage } from './dashboard.pages.tsx'
import { openDefects } from './open-defect.rules.ts'
import { glanceAtPlan } from './plan-glance.store.ts'

export const dashboard = routes()

dashboard.get(paths.operation(':operation'), may('viewOperation'), async (c) => {
  const { db, space } = c.var
  const operation = (await findOperation(db, space.operationId)) ?? notFound()
  const [published, following, bodies, defects, readings, counts] = [
    await listConventions(db), await listFollowed(db), await listBodies(db), await listMentions(db, ['defect']), await listReadings(db),
    await countParts(db),
  ]
  const territories = loadTerritories()
  const state = stateOf(following.record, c.var.day, null)
  const lines = openDefects(defects.map(defectLine), state.conventions)
  const texts = await amendedTexts(db, following, c.var.day)
  const causes = causesIn(texts, following, c.var.day)
  const obligations = following.obligations.map((obligation) => ({ ...obligation, stale: (causes.get(obligation.id) ?? []).map(({ id }) => id) }))
  const due = agendaOf(obligations, { from: anyDay.from, to: plusMonths(c.var.day, 24) }, c.var.day)
  return page(c, DashboardPage({
    frame: operationFrame(c), slug: space.slug, name: operation.name, epci: territories.epci(operation.epciSiren)?.name ?? operation.epciSiren,
    mainTown: operation.mainTownInsee === null ? null : (territories.commune(operation.mainTownInsee)?.name ?? operation.mainTownInsee),
    due, state, plan: await glanceAtPlan(db, sightOf(c)), proposed: (await listProposals(db, following, texts)).proposals.length,
    conventions: published, counts: { ...counts, bodies: bodies.length, obligations: obligations.length },
    missing: lines.filter((line) => isAbsence(line.code)), wrong: lines.filter((line) => !isAbsence(line.code)),
    waiting: readings.filter((reading) => reading.conventionSlug === null && reading.problem === null && reading.setAsideAt === null)
      .map((reading) => ({ id: reading.id, title: reading.title ?? reading.fileName })),
    sectors: (await sectorsOn(db, space.operationId, c.var.day)).all.map(({ standing }) => standing),
    mayDeposit: holds(space.roles, 'depositDocument'), mayEdit: holds(space.roles, 'editOperation'),
  }))
})
