// What each view of the plan is asked with: who looks at which actions, and how it writes the address of the same page asked otherwise.
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import type { Request } from '../../platform/web.ts'
import type { Facets } from './facets.ts'
import { printPlanAsked } from './plan-address.rules.ts'
import type { PlanAsked } from './plan-address.rules.ts'
import type { PlanSight } from './sight.ts'

export type ViewAsked = {
  /** The operation, as addresses name it. */
  readonly slug: string
  readonly sight: PlanSight
  /** The day it is, which may not be the day shown. */
  readonly today: PlainDate
  readonly filter: PlanFilter
  readonly facets: Facets
  /** What the address says of a parameter, as typed; empty when it says nothing. */
  readonly query: (name: string) => string
  /** The address of this page with these parameters changed, all else kept; null takes one away. */
  readonly link: (changes: Readonly<Record<string, string | null>>) => string
  /** Where the map fetches the places of these actions. */
  readonly pointsAt: string
}

/** The parameters that only the views read. */
const ownKeys = ['par', 'echelle', 'du', 'pp', 'mois', 'annee'] as const

export function viewAskedOf(c: Request, sight: PlanSight, asked: PlanAsked, facets: Facets): ViewAsked {
  const query = (name: string): string => c.req.query(name) ?? ''
  const { slug } = c.var.space
  const said = [...printPlanAsked(asked), ...ownKeys.flatMap((key) => (query(key) === '' ? [] : [[key, query(key)] as const]))]
  const link = (changes: Readonly<Record<string, string | null>>): string => {
    const kept = [...said.filter(([key]) => !(key in changes)), ...Object.entries(changes)].flatMap(([key, value]) =>
      (value === null ? [] : [[key, value]]))
    const printed = new URLSearchParams(kept).toString()
    return `${paths.plan(slug)}${printed === '' ? '' : `?${printed}`}`
  }
  const pointsAt = link({}).replace(paths.plan(slug), paths.planPoints(slug))
  return { slug, sight, today: c.var.today, filter: asked.filter, facets, query, link, pointsAt }
}
