// What the timeline shows: a page of rows with their lives, their steps, what they wait for, inside one window of time.
import type { Kysely } from 'kysely'
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { ActionState } from '../../planning/action-state.ts'
import { actualSpan, ganttScales, ganttWindow } from '../../planning/gantt.ts'
import type { GanttWindow } from '../../planning/gantt.ts'
import type { Lateness } from '../../planning/lateness.ts'
import { noFilter } from '../../planning/plan-filter.ts'
import type { Schema } from '../../schema.ts'
import { orientationLine } from '../actions/action.words.ts'
import { listLateness } from '../actions/lateness.store.ts'
import { listNeedsOfRows, listStepsOf, listTimeline, listTransitionsOf } from './timeline.store.ts'
import { byAction } from './plan-content.ts'
import type { Facets } from './facets.ts'
import { groupKeys, scaleKeys, timelineGroups } from './timeline-rows.ts'
import type { NeedRow, StepRow, TimelineGroups, TimelineRow } from './timeline-rows.ts'
import type { ViewAsked } from './view-asked.ts'

const rowsAPage = 60

export type TimelineAction = TimelineRow & {
  readonly state: ActionState | null; readonly actual: ReturnType<typeof actualSpan>; readonly steps: readonly StepRow[]
  readonly needs: readonly NeedRow[]
  readonly late: Lateness | undefined
}
export type TimelineProps = {
  readonly asked: ViewAsked; readonly by: TimelineGroups; readonly window: GanttWindow; readonly day: PlainDate
  readonly groups: readonly { readonly key: string | null; readonly label: string | null; readonly actions: readonly TimelineAction[] }[]
  readonly total: number; readonly page: number; readonly pages: number
}

/** Seven statements, however many actions the plan has. */
export async function gatherTimeline(db: Kysely<Schema>, asked: ViewAsked): Promise<TimelineProps> {
  const { sight, filter } = asked
  const by = timelineGroups.find((group) => groupKeys[group] === asked.query('par')) ?? 'orientation'
  const scale = ganttScales.find((one) => scaleKeys[one] === asked.query('echelle')) ?? 'year'
  const page = Math.max(1, Math.min(Number.parseInt(asked.query('pp'), 10) || 1, 10_000))
  const names = groupNames(asked.facets, by)
  const { rows, total, first, last } = await listTimeline(db, sight, filter, by, [...names.keys()], { page, most: rowsAPage })
  const ids = rows.map(({ id }) => id)
  const [steps, lives, needs] = [
    byAction(await listStepsOf(db, ids)), byAction(await listTransitionsOf(db, ids)),
    byAction(await listNeedsOfRows(db, sight, noFilter, ids)),
  ]
  const late = await listLateness(db, ids, sight.day)
  const actions = rows.map((row): TimelineAction => {
    const life = lives.get(row.id) ?? []
    return {
      ...row, late: late.get(row.id), state: life.findLast(({ on }) => on <= sight.day)?.state ?? null, actual: actualSpan(life, sight.day),
      steps: steps.get(row.id) ?? [], needs: needs.get(row.id) ?? [],
    }
  })
  return {
    asked, by, day: sight.day, total, page, pages: Math.ceil(total / rowsAPage),
    window: ganttWindow(scale, readDate(asked.query('du')) ?? null, { from: first, to: last }, sight.day),
    groups: inGroups(actions, names),
  }
}

/** The groups in their order, with what they are called. */
function groupNames({ of, orientations }: Facets, by: TimelineGroups): ReadonlyMap<string, string> {
  if (by === 'none') return new Map()
  if (by === 'owner') return new Map(of('owner').map(({ value, label }) => [value, label]))
  return new Map(orientations.map((one) => [one.id, `${one.frameworkName} : ${orientationLine(one)}`]))
}

/** Rows that follow each other under one heading. */
function inGroups(actions: readonly TimelineAction[], names: ReadonlyMap<string, string>): TimelineProps['groups'] {
  const groups: { key: string | null; label: string | null; actions: TimelineAction[] }[] = []
  for (const action of actions) {
    const key = action.group !== null && names.has(action.group) ? action.group : null
    const last = groups.at(-1)
    if (last !== undefined && last.key === key) last.actions.push(action)
    else groups.push({ key, label: key === null ? null : names.get(key) ?? null, actions: [action] })
  }
  return groups
}
