// What the plan leaves uncovered, on any day.
import { holds } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { scopeOf } from '../../planning/scope.ts'
import { may } from '../../platform/guard.ts'
import { routes, wholeNumber } from '../../platform/web.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { gatherClauses } from './clauses.ts'
import { CoveragePage, lackInAddress } from './coverage.pages.tsx'
import { actionLacks, nothingCovered, uncovered, unserved } from './coverage.rules.ts'
import { findCoverage, listServedClauses } from './coverage.store.ts'
import { listFrameworks } from './frameworks.store.ts'
import { countActions, listOrientations } from './orientations.store.ts'
import { articlesOf } from './templates.words.ts'

export const coverage = routes()
const [inOverview, aPage] = [10, 100]

coverage.get(paths.coverage(':operation'), may('viewPlan'), async (c) => {
  const { db, space, day } = c.var
  const sight = { scope: scopeOf(space.mandates), day }
  const only = actionLacks.find((lack) => lackInAddress[lack] === c.req.query('manque'))
  const wanted = Math.max(1, wholeNumber(c.req.query('page')) ?? 1)
  const { counts, lacking } = await findCoverage(db, space.operationId, {
    sight, asked: only === undefined ? { lacks: actionLacks, most: inOverview, skip: 0 } : { lacks: [only], most: aPage, skip: (wanted - 1) * aPage },
  })
  const [frameworks, orientations, countsOf, served, texts] = [
    await listFrameworks(db), await listOrientations(db), await countActions(db, { operationId: space.operationId, ...sight }),
    await listServedClauses(db), await gatherClauses(db, day),
  ]
  const all = counts.find(({ frameworkId }) => frameworkId === null) ?? nothingCovered
  const bare = uncovered(orientations, countsOf)
  return page(c, CoveragePage({
    frame: operationFrame(c), slug: space.slug, day, all, lacking, bare, orientations: orientations.length, only, page: wanted,
    pages: only === undefined ? 1 : Math.ceil((all.actions - all[only]) / aPage), mayKeep: holds(space.roles, 'keepPlan'),
    partial: !sight.scope.seesAll,
    frameworks: frameworks.map(({ id, slug, name }) => {
      const own = orientations.filter(({ frameworkId }) => frameworkId === id)
      const covered = counts.find(({ frameworkId }) => frameworkId === id) ?? nothingCovered
      return { slug, name, orientations: own.length, served: own.length - uncovered(own, countsOf).length, covered }
    }),
    texts: texts.filter(({ state, clauses }) => state === 'inForce' && clauses.length > 0).map(({ convention, clauses }) =>
      ({ title: convention.title, articles: articlesOf(clauses).length, unserved: unserved(clauses, served) })),
  }))
})
