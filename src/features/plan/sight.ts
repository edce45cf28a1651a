// Who looks at the plan, and at which day.
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { scopeOf } from '../../planning/scope.ts'
import type { PlanScope } from '../../planning/scope.ts'
import { reader } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'

export const wholeSets = ['late', 'leftToFinance'] as const
/** A set of actions that takes a look at the whole plan to know. */
export type WholeSet = (typeof wholeSets)[number]
/** `day`: the one whose situation is shown. `known`: sets already at hand, as arrays of identifiers that SQL reads. */
export type PlanSight = {
  readonly operationId: Id<'operation'>; readonly scope: PlanScope; readonly personId: Id<'person'>; readonly day: PlainDate
  readonly known?: Readonly<Partial<Record<WholeSet, string>>>
}

/** The reader of this request, within the mandates held today, at the day the page shows. */
export const sightOf = (c: Request): PlanSight =>
  ({ operationId: c.var.space.operationId, scope: scopeOf(c.var.space.mandates), personId: reader(c).id, day: c.var.day })
