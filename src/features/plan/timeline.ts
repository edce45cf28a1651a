// What the timeline shows: a page of rows with their lives, their steps, what they wait for, inside one window of time.
import type { Kysely } from 'kysely'
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { actualSpan, ganttScales, ganttWindow } from '../../planning/gantt.ts'
import type { GanttWindow } from '../../planning/gantt.ts'
import type { Lateness } from '../../planning/lateness.ts'
import { noFilter } from '../../planning/plan-filter.ts'
import type { Schema } from '../../schema.ts'
import { orientationLine } from '../actions/action.words.ts'
import { listLateness } from '../actions/lateness.store.ts'
import { listOrientations } from '../frameworks/orientations.store.ts'
import { listNeedsOfRows, listOwners, listStepsOf, listTimeline, listTransitionsOf } from './timeline.store.ts'
import { byAction } from './plan-content.ts'
import { groupKeys, scaleKeys, timelineGroups } from './timeline-rows.ts'
import type { NeedRow, StepRow, TimelineGroups, TimelineRow } from './timeline-rows.ts'
import type { ViewAsked } from './view-asked.ts'

const rowsAPage = 60

export type TimelineAction = TimelineRow & {
  readonly actual: ReturnType<typeof actualSpan>; readonly steps: readonly StepRow[]; readonly needs: readonly NeedRow[]
  readonly late: Lateness | undefined
}
export type TimelineProps = {
  readonly asked: ViewAsked; readonly by: TimelineGroups; readonly window: GanttWindow; readonly day: PlainDate
  readonly groups: readonly { readonly key: string | null; readonly label: string | null; readonly actions: readonly TimelineAction[] }[]
  readonly total: number; readonly page: number; readonly pages: number
}

/** Nine statements, however many actions the plan has. */
export async function gatherTimeline(db: Kysely<Schema>, asked: ViewAsked): Promise<TimelineProps> {
  const { sight, filter } = asked
  const by = timelineGroups.find((group) => groupKeys[group] === asked.query('par')) ?? 'orientation'
  const scale = ganttScales.find((one) => scaleKeys[one] === asked.query('echelle')) ?? 'year'
  const page = Math.max(1, Math.min(Number.parseInt(asked.query('pp'), 10) || 1, 10_000))
  const names = await groupNames(db, by)
  const { rows, total, first, last } = await listTimeline(db, sight, filter, by, [...names.keys()], { page, most: rowsAPage })
  const ids = rows.map(({ id }) => id)
  const [steps, lives, needs] = [
    byAction(await listStepsOf(db, ids)), byAction(await listTransitionsOf(db, ids)),
    byAction(await listNeedsOfRows(db, sight, noFilter, ids)),
  ]
  const late = await listLateness(db, ids, sight.day)
  const actions = rows.map((row): TimelineAction => ({
    ...row, late: late.get(row.id), actual: actualSpan(lives.get(row.id) ?? [], sight.day), steps: steps.get(row.id) ?? [],
    needs: needs.get(row.id) ?? [],
  }))
  return {
    asked, by, day: sight.day, total, page, pages: Math.ceil(total / rowsAPage),
    window: ganttWindow(scale, readDate(asked.query('du')) ?? null, { from: first, to: last }, sight.day),
    groups: inGroups(actions, names),
  }
}

/** The groups in their order, with what they are called. */
async function groupNames(db: Kysely<Schema>, by: TimelineGroups): Promise<ReadonlyMap<string, string>> {
  if (by === 'none') return new Map()
  if (by === 'owner') return new Map((await listOwners(db)).map(({ id, name }) => [id, name]))
  return new Map((await listOrientations(db)).map((one) => [one.id, `${one.frameworkName} : ${orientationLine(one)}`]))
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
