// The money of the operation: the whole, the model and its file, the delays, one funder.
import { holds } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { scopeOf } from '../../planning/scope.ts'
import { may } from '../../platform/guard.ts'
import { idOf, notFound, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { isSpreadsheetFormat, spreadsheetMedia, writeSpreadsheet } from '../../writing/spreadsheet.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { AgeingPage } from './ageing.pages.tsx'
import { ageingOf } from './ageing.store.ts'
import { FunderPage } from './funder.pages.tsx'
import { gatherFunder } from './funder.ts'
import { modelBook } from './model-file.ts'
import { ModelPage } from './model.pages.tsx'
import { gatherModel } from './model.ts'
import type { Asking } from './money-memory.store.ts'
import { OverviewPage } from './overview.pages.tsx'
import { overviewOf } from './overview.store.ts'

export const funding = routes()

const asking = (c: Request): Asking => ({ operationId: c.var.space.operationId, scope: scopeOf(c.var.space.mandates), day: c.var.day })
const common = (c: Request) => ({ frame: operationFrame(c), slug: c.var.space.slug, mayKeep: holds(c.var.space.roles, 'keepFunding') })

funding.get(paths.funding(':operation'), may('viewPlan'), async (c) => {
  const { scope } = asking(c)
  const [own] = scope.funders
  // Who only funds sees what their institution put in, nothing of the others.
  if (!scope.seesAll) return own === undefined ? notFound() : c.redirect(paths.funder(c.var.space.slug, own), 303)
  return page(c, OverviewPage({ ...common(c), overview: await overviewOf(c.var.db, asking(c), undefined) }))
})

funding.get(paths.fundingModel(':operation'), may('viewWholeMoney'), async (c) => page(c, ModelPage({ ...common(c), model: await gatherModel(c) })))

funding.get(paths.fundingModelFile(':operation', ':format'), may('viewWholeMoney'), async (c) => {
  const format = c.req.param('format') ?? ''
  if (!isSpreadsheetFormat(format)) notFound()
  const bytes = await writeSpreadsheet(modelBook(await gatherModel(c, 100_000), c.var.day), format)
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': spreadsheetMedia[format], 'Content-Disposition': `attachment; filename="maquette-${c.var.space.slug}.${format}"`,
  })
})

funding.get(paths.fundingAgeing(':operation'), may('viewWholeMoney'), async (c) =>
  page(c, AgeingPage({ ...common(c), ageing: await ageingOf(c.var.db, asking(c), undefined) })))

funding.get(paths.funder(':operation', ':funder'), may('viewPlan'), async (c) =>
  page(c, FunderPage({ frame: operationFrame(c), slug: c.var.space.slug, ...await gatherFunder(c, asking(c), idOf<'organisation'>(c, 'funder')) })))
