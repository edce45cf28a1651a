// One page of the timeline, as it is told: rows, steps, what each needs, and the words of its address.
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { GanttScale } from '../../planning/gantt.ts'
import type { DependencyKind } from '../../planning/lateness.ts'

export const timelineGroups = ['orientation', 'owner', 'none'] as const
/** What the rows of the timeline are grouped by. */
export type TimelineGroups = (typeof timelineGroups)[number]

/** The words of the address. */
export const scaleKeys: Readonly<Record<GanttScale, string>> = { year: 'annee', quarter: 'trimestre', month: 'mois' }
export const groupKeys: Readonly<Record<TimelineGroups, string>> = { orientation: 'orientation', owner: 'porteur', none: 'aucun' }

/** One action of the page. `group`: an orientation or an organisation. */
export type TimelineRow = {
  readonly id: Id<'action'>; readonly code: string | null; readonly title: string; readonly group: string | null
  readonly startsOn: PlainDate | null; readonly endsOn: PlainDate | null; readonly forecastStartsOn: PlainDate | null
  readonly forecastEndsOn: PlainDate | null; readonly ongoing: boolean
}
export type StepRow = {
  readonly id: Id<'step'>; readonly actionId: Id<'action'>; readonly kind: 'step' | 'milestone'; readonly title: string
  readonly startsOn: PlainDate | null; readonly endsOn: PlainDate | null; readonly forecastOn: PlainDate | null; readonly doneOn: PlainDate | null
}

/** What an action needs: the number and the title are those of the action needed. */
export type NeedRow = {
  readonly actionId: Id<'action'>; readonly needsId: Id<'action'>; readonly kind: DependencyKind; readonly code: string | null; readonly title: string
}
