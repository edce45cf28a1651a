// The conformity report of an operation, on any day.
import { paths } from '../../paths.ts'
import { may } from '../../platform/guard.ts'
import { notFound, routes } from '../../platform/web.ts'
import { findOperation } from '../operations/operations.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { ConformityPage, RuleFilePage } from './conformity.pages.tsx'
import { evaluateConformity } from './conformity.rules.ts'
import { gatherConstellation } from './constellation.ts'
import { loadConformityRules } from './rule-file.ts'

export const conformity = routes()

conformity.get(paths.conformity(':operation'), may('viewOperation'), async (c) => {
  const { db, space, day } = c.var
  const rules = loadConformityRules()
  if (typeof rules === 'string') return page(c, RuleFilePage({ frame: operationFrame(c), fault: rules }), 503)
  const operation = (await findOperation(db, space.operationId)) ?? notFound()
  const insee = operation.mainTownInsee
  const mainTown = insee === null ? null : { insee, name: loadTerritories().commune(insee)?.name ?? insee }
  const constellation = await gatherConstellation(db, mainTown, day)
  return page(c, ConformityPage({
    frame: operationFrame(c), slug: space.slug, day, results: evaluateConformity(rules, constellation, day),
    counted: constellation.documents.filter((document) => document.counts), left: constellation.documents.filter((document) => !document.counts),
  }))
})
