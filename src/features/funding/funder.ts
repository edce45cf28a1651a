// One funder gathered: its sums, its years, a page of the actions it pays for with its lines and their proofs.
import type { Id } from '../../kernel/id.ts'
import { notFound } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { funderYearsOf, listFundedActions } from './funder.store.ts'
import type { FundedAction, Funder, FundingLine, RecordedStep } from './money-line.rules.ts'
import type { Asking } from './money-memory.store.ts'
import { listFundingLines, listSteps } from './money.store.ts'
import { findOrganisation } from './organisations.store.ts'
import type { Overview } from './overview.rules.ts'
import { overviewOf } from './overview.store.ts'

/** `own`: the reader acts for this funder. `overview`: this funder's part of it. */
export type FunderView = {
  readonly funder: Funder; readonly own: boolean; readonly overview: Overview; readonly actions: readonly FundedAction[]; readonly all: number
  readonly lines: ReadonlyMap<Id<'action'>, readonly FundingLine[]>; readonly steps: readonly RecordedStep[]
  readonly page: number; readonly pages: number; readonly whole: boolean
}

const actionsAPage = 50

/** Not found for who acts for another funder and sees nothing else: what one funder pays is not shown to another. */
export async function gatherFunder(c: Request, asking: Asking, id: Id<'organisation'>): Promise<FunderView> {
  const { scope, day } = asking
  const [own, db] = [scope.funders.includes(id), c.var.db]
  const funder = (scope.seesAll || own ? await findOrganisation(db, id) : undefined) ?? notFound()
  const page = /^[1-9]\d{0,4}$/.test(c.req.query('page') ?? '') ? Number(c.req.query('page')) : 1
  const { actions, all } = await listFundedActions(db, scope, id, day, { from: (page - 1) * actionsAPage, most: actionsAPage })
  const lines = (await listFundingLines(db, actions.map((action) => action.id), scope, day)).filter(({ funderId }) => funderId === id)
  const overview = await overviewOf(db, asking, undefined)
  return {
    funder, own, actions, all, page, pages: Math.ceil(all / actionsAPage), whole: scope.seesAll,
    lines: new Map(actions.map((action) => [action.id, lines.filter(({ actionId }) => actionId === action.id)])),
    steps: (await listSteps(db, lines.map((line) => line.id), 'standing')).filter(({ on }) => on <= day),
    overview: {
      ...overview, costs: [], funders: overview.funders.filter(({ funderId }) => funderId === id), ...await funderYearsOf(db, asking, id),
    },
  }
}
