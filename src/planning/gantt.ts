// Where the bars of a timeline stand: a window of time, bars and marks in hundredths of its width, links between the rows of a page.
import { daysBetween, plainDate, plusMonths } from '../kernel/date.ts'
import type { PlainDate } from '../kernel/date.ts'
import type { ActionState, Transition } from './action-state.ts'
import type { DependencyKind } from './lateness.ts'

export const ganttScales = ['year', 'quarter', 'month'] as const
/** What one division of the ruler is. */
export type GanttScale = (typeof ganttScales)[number]
/** The first day of a division, and where it stands; `major`: it begins a year. */
type GanttTick = { readonly on: PlainDate; readonly at: number; readonly major: boolean }
/** `to`: the day after the last one shown. */
export type GanttWindow = {
  readonly scale: GanttScale; readonly from: PlainDate; readonly to: PlainDate; readonly ticks: readonly GanttTick[]
}
/** Days from one to the other, both included; null: nobody knows. */
export type Span = { readonly from: PlainDate | null; readonly to: PlainDate | null }
/** `left` and `width`: hundredths of the window. `opens`, `closes`: false when it goes on before or after, or when nobody knows the day. */
export type GanttBar = { readonly left: number; readonly width: number; readonly opens: boolean; readonly closes: boolean }

const months: Readonly<Record<GanttScale, number>> = { year: 12, quarter: 3, month: 1 }
/** How many divisions a window has when nothing says otherwise, and how many years one of years has at most. */
const divisions: Readonly<Record<GanttScale, number>> = { year: 6, quarter: 8, month: 12 }
const mostYears = 15

/**
 * The window of a scale: from the day asked, else the whole of `extent` by years, else from the division before that of today by months, from the
 * year of today by quarters.
 */
export function ganttWindow(scale: GanttScale, asked: PlainDate | null, extent: Span, today: PlainDate): GanttWindow {
  const [first, last] = [yearOf(extent.from ?? today), yearOf(extent.to ?? today)]
  const from = asked === null || !isNear(asked, today) ? start(scale, first, today) : beginning(asked, scale)
  const count = scale === 'year' ? Math.min(Math.max(last - yearOf(from) + 1, divisions.year), mostYears) : divisions[scale]
  const to = plusMonths(from, count * months[scale])
  const bare = { scale, from, to, ticks: [] }
  return { ...bare, ticks: Array.from({ length: count }, (_, rank) => {
    const on = plusMonths(from, rank * months[scale])
    return { on, at: ganttPlace(bare, on), major: on.slice(5) === '01-01' }
  }) }
}

function start(scale: GanttScale, firstYear: number, today: PlainDate): PlainDate {
  if (scale === 'month') return beginning(plusMonths(today, -1), 'month')
  if (scale === 'quarter') return beginning(today, 'year')
  const year = yearOf(today)
  return plainDate(Math.min(Math.max(firstYear, year - mostYears + 3), year + mostYears), 1, 1) ?? beginning(today, 'year')
}

/** A day so far that no plan reaches it is a slip. */
const isNear = (day: PlainDate, today: PlainDate): boolean => Math.abs(yearOf(day) - yearOf(today)) <= 200

const yearOf = (day: PlainDate): number => Number(day.slice(0, 4))

/** The first day of the division of that day. */
function beginning(day: PlainDate, scale: GanttScale): PlainDate {
  const month = scale === 'year' ? 1 : scale === 'quarter' ? Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1 : Number(day.slice(5, 7))
  return plainDate(yearOf(day), month, 1) ?? day
}

/** The first days of the windows before and after: half of this one away. */
export function ganttNeighbours({ scale, ticks, from }: GanttWindow): { readonly before: PlainDate; readonly after: PlainDate } {
  const step = Math.ceil(ticks.length / 2) * months[scale]
  return { before: plusMonths(from, -step), after: plusMonths(from, step) }
}

/** Hundredths of the window from its left edge to the beginning of a day; outside of 0 to 100 when the day is. */
export const ganttPlace = ({ from, to }: Pick<GanttWindow, 'from' | 'to'>, day: PlainDate): number =>
  round((daysBetween(from, day) / daysBetween(from, to)) * 100)

/** The same to its end. */
const placeAfter = ({ from, to }: GanttWindow, day: PlainDate): number => round(((daysBetween(from, day) + 1) / daysBetween(from, to)) * 100)

/** A stub of this width stands for an end that nobody knows. */
const stub = 3

/** The bar of a span; null when nothing is known of it, or when all of it lies elsewhere. `endless`: it goes on without an end. */
export function ganttBar(window: GanttWindow, { from, to }: Span, endless = false): GanttBar | null {
  if (from === null && to === null) return null
  const start = from === null ? undefined : ganttPlace(window, from)
  const end = to === null ? undefined : placeAfter(window, to)
  const left = start ?? (end ?? 0) - stub
  const right = end ?? (endless ? Math.max(100, left) : left + stub)
  if (right <= 0 || left >= 100 || right < left) return null
  const [shownLeft, shownRight] = [Math.max(left, 0), Math.min(right, 100)]
  return {
    left: round(shownLeft), width: round(Math.max(shownRight - shownLeft, 0.4)),
    opens: start !== undefined && start >= 0, closes: end !== undefined && end <= 100,
  }
}

const round = (share: number): number => Math.round(share * 100) / 100

/** Where a single day stands; null when it is elsewhere. */
export const ganttMark = (window: GanttWindow, day: PlainDate): number | null => inside(ganttPlace(window, day))

const inside = (at: number): number | null => (at < 0 || at > 100 ? null : at)

type ActualSpan = { readonly from: PlainDate; readonly to: PlainDate; readonly goesOn: boolean }
const over: readonly ActionState[] = ['delivered', 'abandoned', 'suspended']

/**
 * From the day an action was first in progress to the day it stopped, as known on a day; to that day while it goes on. Null before it starts.
 * `transitions`: in the order they happened.
 */
export function actualSpan(transitions: readonly Transition[], day: PlainDate): ActualSpan | null {
  const known = transitions.filter(({ on }) => on <= day)
  const first = known.find(({ state }) => state === 'inProgress' || state === 'delivered')
  const last = known.at(-1)
  if (first === undefined || last === undefined) return null
  const stopped = over.includes(last.state)
  return { from: first.on, to: stopped ? last.on : day, goesOn: !stopped }
}

/** The days a row begins and ends at, for the links that leave it and reach it. */
export type GanttRow<Key> = { readonly key: Key; readonly span: Span }
export type GanttNeed<Key> = { readonly from: Key; readonly to: Key; readonly kind: DependencyKind }
/**
 * A link in three strokes: out of (`startAt`, row `startRow`), along `bendAt`, into (`endAt`, row `endRow`). Shares of the width; rows from 0.
 * `entersLeft`: it reaches the left end of the bar.
 */
export type GanttLink<Key> = {
  readonly need: GanttNeed<Key>; readonly startAt: number; readonly startRow: number; readonly bendAt: number; readonly endAt: number
  readonly endRow: number; readonly entersLeft: boolean
}

/** How far a link leaves a bar before it turns. */
const elbow = 0.8

/**
 * The links between rows of one page, `ranks` telling on which line each row stands; those of rows elsewhere, of days outside the window or that
 * nobody knows are left to the list. `from` is what is needed, `to` what needs it.
 */
export function ganttLinks<Key>(
  window: GanttWindow, rows: readonly GanttRow<Key>[], ranks: ReadonlyMap<Key, number>, needs: readonly GanttNeed<Key>[],
): readonly GanttLink<Key>[] {
  const spans = new Map(rows.map(({ key, span }) => [key, span]))
  return needs.flatMap((need) => {
    const [from, to, startRow, endRow] = [spans.get(need.from), spans.get(need.to), ranks.get(need.from), ranks.get(need.to)]
    if (need.kind === 'related' || from === undefined || to === undefined || startRow === undefined || endRow === undefined) return []
    const leaves = edge(window, from, need.kind !== 'startToStart')
    const enters = edge(window, to, need.kind === 'finishToFinish')
    if (leaves === null || enters === null) return []
    const entersLeft = need.kind !== 'finishToFinish'
    const bendAt = need.kind === 'finishToStart' ? leaves + elbow
      : entersLeft ? Math.max(Math.min(leaves, enters) - elbow, 0) : Math.min(Math.max(leaves, enters) + elbow, 100)
    return [{ need, startAt: leaves, startRow, bendAt: round(bendAt), endAt: enters, endRow, entersLeft }]
  })
}

function edge(window: GanttWindow, { from, to }: Span, atEnd: boolean): number | null {
  const day = atEnd ? to : from
  return day === null ? null : inside(atEnd ? placeAfter(window, day) : ganttPlace(window, day))
}
