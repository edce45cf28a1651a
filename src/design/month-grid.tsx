// A month as a table of weeks: what falls on each day, and on a narrow screen how much.
import type { ComponentChildren } from 'preact'

/** A day of the grid. `href`: where the list of that day is; absent when nothing falls on it. */
type GridDay = {
  readonly key: string; readonly number: number; readonly inMonth: boolean; readonly today: boolean; readonly words: string
  readonly items: readonly { readonly key: string; readonly item: ComponentChildren }[]; readonly count: number; readonly href?: string | undefined
}

const weekDays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const

/** Weeks of seven days, Monday first. */
export const MonthGrid = ({ caption, weeks }: { caption: string; weeks: readonly (readonly GridDay[])[] }) => (
  <table class="month-grid">
    <caption class="visually-hidden">{caption}</caption>
    <thead>
      <tr>{weekDays.map((name) => <th key={name} scope="col"><abbr title={name}>{name.slice(0, 3)}.</abbr></th>)}</tr>
    </thead>
    <tbody>
      {weeks.map((days) => <tr key={days[0]?.key}>{days.map((day) => <DayCell key={day.key} day={day} />)}</tr>)}
    </tbody>
  </table>
)

const DayCell = ({ day: { number, inMonth, today, words, items, count, href } }: { day: GridDay }) => (
  <td class={inMonth ? (today ? 'month-today' : undefined) : 'month-outside'}>
    {href === undefined ? <span class="month-number">{number}</span>
      : <a class="month-number" href={href} aria-label={`${words} : ${count}`}>{number}</a>}
    {count === 0 ? null : <span class="month-count" aria-hidden="true">{count}</span>}
    {items.length === 0 ? null : <ul>{items.map(({ key, item }) => <li key={key}>{item}</li>)}</ul>}
    {count > items.length && href !== undefined ? <a class="month-more" href={href}>{`et ${count - items.length} de plus`}</a> : null}
  </td>
)
