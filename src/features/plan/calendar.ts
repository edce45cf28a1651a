// What the calendar shows: one month day by day, or the months of one year with how much falls in each.
import type { Kysely } from 'kysely'
import { daysInMonth, plainDate, plusDays } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Schema } from '../../schema.ts'
import type { Dated, MonthCount } from './calendar-days.ts'
import { countByMonth, listDated } from './calendar.store.ts'
import { countPlan } from './plan.store.ts'
import type { ViewAsked } from './view-asked.ts'

/** `shown`: at most as many as a page can hold; `found`: how many there are. */
export type CalendarProps = { readonly asked: ViewAsked; readonly total: number; readonly day: PlainDate; readonly year: number } & (
  | { readonly month: number; readonly shown: readonly Dated[]; readonly found: number }
  | { readonly month: null; readonly counts: readonly MonthCount[] }
)

/** Beyond, nobody reads: the page says how many are left. */
const most = 400

/** The year of `annee`, else the month of `mois` (`2026-03`), else that of the day shown. */
export async function gatherCalendar(db: Kysely<Schema>, asked: ViewAsked): Promise<CalendarProps> {
  const { sight, filter } = asked
  const total = await countPlan(db, sight, filter)
  const year = readYear(asked.query('annee'))
  if (year !== undefined) {
    const counts = await countByMonth(db, sight, filter, { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) })
    return { asked, total, day: sight.day, year, month: null, counts }
  }
  const [typedYear = '', typedMonth = ''] = (/^(\d{4})-(\d{2})$/.exec(asked.query('mois')) ?? [])
    .slice(1)
  const first = plainDate(readYear(typedYear) ?? 0, Number(typedMonth), 1) ?? dayOf(Number(sight.day.slice(0, 4)), Number(sight.day.slice(5, 7)), 1)
  const [shownYear, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))]
  const dated = await listDated(db, sight, filter, { from: first, to: plusDays(first, daysInMonth(shownYear, month) - 1) })
  return { asked, total, day: sight.day, year: shownYear, month, shown: dated.slice(0, most), found: dated.length }
}

/** Years a plan can speak of. */
const readYear = (typed: string): number | undefined =>
  (/^\d{4}$/.test(typed) && Number(typed) >= 1950 && Number(typed) <= 2150 ? Number(typed) : undefined)

function dayOf(year: number, month: number, day: number): PlainDate {
  const value = plainDate(year, month, day)
  if (value === undefined) throw new Error(`no such day: ${year} ${month} ${day}`)
  return value
}
