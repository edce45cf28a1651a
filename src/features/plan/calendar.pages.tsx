// The calendar of the plan: what starts, what ends, steps and milestones; a month day by day, a year month by month.
import { Section } from '../../design/card.tsx'
import { MonthGrid } from '../../design/month-grid.tsx'
import { Table } from '../../design/table.tsx'
import { Toggles } from '../../design/toggles.tsx'
import { daysInMonth, inWords, plainDate, plusDays } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import type { CalendarProps } from './calendar.ts'
import { datedKinds } from './calendar-days.ts'
import type { Dated, DatedKind } from './calendar-days.ts'
import { actionTitle, monthNames } from './view.words.ts'

const kindNames: Readonly<Record<DatedKind, string>> = { start: 'Début', end: 'Fin', step: 'Étape', milestone: 'Jalon' }
const kindColumns: Readonly<Record<DatedKind, string>> = { start: 'Débuts', end: 'Fins', step: 'Étapes', milestone: 'Jalons' }

export const CalendarView = (props: CalendarProps) => (
  <>
    <Controls {...props} />
    {props.month === null ? <Year {...props} /> : <Month {...props} />}
  </>
)

const monthKey = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`

const Controls = ({ asked, year, month, day }: CalendarProps) => {
  const today = { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) }
  const toMonth = (shift: number): string => {
    const index = year * 12 + (month ?? 1) - 1 + shift
    return asked.link({ annee: null, mois: monthKey(Math.floor(index / 12), (index % 12) + 1) })
  }
  const toYear = (wanted: number): string => asked.link({ mois: null, annee: String(wanted) })
  return (
    <div class="view-controls">
      <Toggles label="Période" links={month === null ? [
        { href: toYear(year - 1), label: `← ${year - 1}` }, { href: toYear(today.year), label: 'Cette année', current: year === today.year },
        { href: toYear(year + 1), label: `${year + 1} →` },
      ] : [
        { href: toMonth(-1), label: '← Mois précédent' },
        { href: asked.link({ annee: null, mois: null }), label: 'Ce mois-ci', current: year === today.year && month === today.month },
        { href: toMonth(1), label: 'Mois suivant →' },
      ]} />
      <Toggles label="Montrer" links={[
        { href: month === null ? toMonth(year === today.year ? today.month - 1 : 0) : asked.link({}), label: 'Le mois', current: month !== null },
        { href: toYear(year), label: 'L’année', current: month === null },
      ]} />
    </div>
  )
}

const Month = (props: Extract<CalendarProps, { month: number }>) => {
  const { year, month, shown, found, asked: { slug } } = props
  const byDay = inDays(shown)
  const name = `${monthNames[month - 1]} ${year}`
  return (
    <Section title={`${name.charAt(0).toUpperCase()}${name.slice(1)}`}>
      <p>{found === 0 ? 'Rien ne commence, ne finit ni n’échoit ce mois-ci pour ce filtre.'
        : `${found.toLocaleString('fr-FR')} ${found === 1 ? 'date' : 'dates'} ce mois-ci.${found > shown.length
          ? ` Les ${shown.length} premières sont montrées : resserrez le filtre pour voir les autres.` : ''}`}</p>
      <MonthGrid caption={`Calendrier de ${name}`} weeks={weeksOf(props, byDay)} />
      {[...byDay].map(([on, dated]) => (
        <section key={on} class="day-list" id={`jour-${on}`} tabIndex={-1}>
          <h3>{inWords(on)}</h3>
          <ul class="plain-list">{dated.map((one) => <li key={one.key}><Entry one={one} slug={slug} /></li>)}</ul>
        </section>
      ))}
    </Section>
  )
}

function inDays(shown: readonly Dated[]): ReadonlyMap<PlainDate, readonly Dated[]> {
  const days = new Map<PlainDate, Dated[]>()
  for (const one of shown) {
    const day = days.get(one.on)
    if (day === undefined) days.set(one.on, [one])
    else day.push(one)
  }
  return days
}

const Entry = ({ one, slug }: { one: Dated; slug: string }) => (
  <>
    <span class={`dated dated-${one.kind}`}>{`${kindNames[one.kind]}${one.done ? ' ✓' : ''}`}</span>{' '}
    <a href={paths.action(slug, one.actionId)}>{actionTitle(one)}</a>
    {one.label === null ? null : ` : ${one.label}`}
  </>
)

/** Entries a cell of the grid holds; the list below has them all. */
const mostInCell = 3

function weeksOf({ year, month, day, asked: { slug } }: CalendarProps & { readonly month: number }, byDay: ReadonlyMap<PlainDate, readonly Dated[]>) {
  const first = plainDate(year, month, 1) ?? day
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const count = Math.ceil((before + daysInMonth(year, month)) / 7)
  return Array.from({ length: count }, (_, week) => Array.from({ length: 7 }, (__, rank) => {
    const on = plusDays(first, week * 7 + rank - before)
    const dated = byDay.get(on) ?? []
    return {
      key: on, number: Number(on.slice(8)), inMonth: Number(on.slice(5, 7)) === month, today: on === day, words: inWords(on), count: dated.length,
      href: dated.length === 0 ? undefined : `#jour-${on}`,
      items: dated.slice(0, mostInCell).map((one) => ({ key: one.key, item: <Entry one={{ ...one, label: null }} slug={slug} /> })),
    }
  }))
}

const Year = ({ asked, year, counts }: Extract<CalendarProps, { month: null }>) => {
  const count = (month: number, kind: DatedKind): number =>
    counts.reduce((sum, one) => sum + (one.month === month && one.kind === kind ? one.count : 0), 0)
  return (
    <Section title={`Année ${year}`}>
      <Table caption={`Ce qui tombe chaque mois de ${year}`} captionHidden empty={null} rows={monthNames.map((_, rank) => rank + 1)} rowKey={String}
        columns={[
          { key: 'month', label: 'Mois', rowHeader: true, cell: (month) => (
            <a href={asked.link({ annee: null, mois: monthKey(year, month) })}>{`${monthNames[month - 1]} ${year}`}</a>) },
          ...datedKinds.map((kind) => (
            { key: kind, label: kindColumns[kind], align: 'end' as const, cell: (month: number) => count(month, kind).toLocaleString('fr-FR') })),
        ]} />
    </Section>
  )
}
