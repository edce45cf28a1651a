// The money of the demonstration's plan: costs, lines with every step they took, instalments, posts.
import type { Kysely } from 'kysely'
import { date } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import type { TaxBasis } from '../../kernel/money.ts'
import { costNatures, fundingKinds, fundingStatuses } from '../../planning/funding-status.ts'
import type { Schema } from '../../schema.ts'
import { insertCostLines, insertFundingLines, insertInstalments } from '../funding/money-writes.store.ts'
import { insertEvents } from '../funding/steps.store.ts'
import type { NewFundingEvent } from '../funding/steps.store.ts'
import { insertPost, writeYear } from '../posts/posts.store.ts'
import { cellsOf, centsOf, dayOf } from './demonstration-plan-file.ts'
import type { DemonstrationAction, DemonstrationPost } from './demonstration-plan-file.ts'

type Db = Kysely<Schema>
type Writer = { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant }
export type OrganisationOf = (key: string) => Id<'organisation'>

const oneOf = <One extends string>(all: readonly One[], word: string | undefined): One => {
  const found = all.find((one) => one === word)
  if (found === undefined) throw new Error(`unknown word in the demonstration: ${word}`)
  return found
}
const basisOf = (cell: string | undefined): TaxBasis => (cell === 'HT' || cell === 'TTC' ? cell : null)

/** What actions cost, and who brings what. */
export async function keepMoney(
  db: Db, writer: Writer, actions: readonly (DemonstrationAction & { readonly id: Id<'action'> })[], organisation: OrganisationOf,
): Promise<void> {
  const costs = actions.flatMap(({ id: actionId, costs: lines }) => lines.map((line, rank) => {
    const [nature, year, basis, planned, final, label = ''] = cellsOf(line)
    return {
      id: newId<'costLine'>(), actionId, position: rank + 1, label, nature: oneOf(costNatures, nature), year: year === '' ? null : Number(year),
      basis: basisOf(basis), plannedCents: centsOf(planned), finalCents: centsOf(final), fctvaEligible: nature === 'works' ? true : null,
        written: null,
    }
  }))
  const lines = actions.flatMap(({ id: actionId, funds, years }) => funds.map((line, rank) => {
    const [funder = '', scheme = '', kind, basis, amount, steps = ''] = cellsOf(line)
    const known = {
      id: newId<'fundingLine'>(), actionId, position: rank + 1, funderId: organisation(funder), scheme: scheme === '' ? null : scheme,
      kind: oneOf(fundingKinds, kind), basis: basisOf(basis), amountCents: centsOf(amount), rateBasisPoints: null, baseCents: null, note: '',
        written: null,
    }
    return { known, steps: stepsOf(known.id, steps), years: years[rank] ?? {} }
  }))
  await insertCostLines(db, writer.operationId, costs)
  await insertFundingLines(db, writer.operationId, lines.map(({ known }) => known))
  await insertEvents(db, writer, lines.flatMap(({ steps }) => steps))
  await insertInstalments(db, writer.operationId, lines.flatMap(({ known, years }) =>
    Object.entries(years).flatMap(([year, euros]) => {
      const amountCents = centsOf(euros)
      return amountCents === null ? [] : [{ lineId: known.id, year: Number(year), amountCents }]
    })))
}

/** « requested 2023-01-30 19250, awarded 2023-03-20 19250 » */
const stepsOf = (lineId: Id<'fundingLine'>, written: string): readonly NewFundingEvent[] => written.split(',').map((step) => {
  const [status, on = '', amount] = step.trim().split(/\s+/)
  return {
    id: newId<'fundingEvent'>(), lineId, status: oneOf(fundingStatuses, status), on: date(on), amountCents: centsOf(amount), reference: '',
    documentId: null,
  }
})

/** Engineering posts, year by year. */
export async function keepPosts(
  db: Db, operationId: Id<'operation'>, posts: readonly DemonstrationPost[], organisation: OrganisationOf, conventionId: Id<'convention'>,
): Promise<void> {
  for (const { employer, clause, years, ...post } of posts) {
    const id = newId<'post'>()
    await insertPost(db, operationId, id, { ...post, employerId: organisation(employer), clause: { conventionId, provision: clause }, until: null })
    for (const { year, cost, basis, funds } of years) {
      const fundings = funds.map((line) => {
        const [funder = '', scheme = '', amount, step = ''] = cellsOf(line)
        const [status, on] = step.split(' ')
        return {
          funderId: organisation(funder), scheme, amountCents: centsOf(amount), status: oneOf(fundingStatuses, status), statusOn: dayOf(on),
            reference: '',
        }
      })
      await writeYear(db, operationId, id, { year, costCents: centsOf(cost), basis, note: '', fundings }, 0)
    }
  }
}
