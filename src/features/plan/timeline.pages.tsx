// The timeline of the plan: bars planned, expected and done, steps and milestones, what waits for what; and the same in a table.
import { Badge } from '../../design/badge.tsx'
import { Empty } from '../../design/empty.tsx'
import { Gantt, GanttLegend } from '../../design/gantt.tsx'
import { Pagination } from '../../design/pagination.tsx'
import { Toggles } from '../../design/toggles.tsx'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { ganttBar, ganttLinks, ganttMark, ganttNeighbours, ganttScales } from '../../planning/gantt.ts'
import type { GanttScale, GanttWindow, Span } from '../../planning/gantt.ts'
import { noState } from '../actions/action.words.ts'
import { stateNames } from '../frameworks/action-state.words.ts'
import type { TimelineAction, TimelineProps } from './timeline.ts'
import { groupKeys, scaleKeys, timelineGroups } from './timeline-rows.ts'
import type { StepRow, TimelineGroups } from './timeline-rows.ts'
import { TimelineTable } from './timeline-table.pages.tsx'
import { actionTitle, monthNames, spanInWords, stepWords } from './view.words.ts'

const scaleNames: Readonly<Record<GanttScale, string>> = { year: 'Années', quarter: 'Trimestres', month: 'Mois' }
const groupNames: Readonly<Record<TimelineGroups, string>> = { orientation: 'Orientation', owner: 'Maître d’ouvrage', none: 'Sans groupe' }

export const TimelineView = (props: TimelineProps) => {
  const { asked, window, page, pages, total } = props
  if (total === 0) return <Empty title="Aucune action à montrer"><p>Retirez un critère du filtre pour en voir davantage.</p></Empty>
  return (
    <div class="timeline-print">
      <Controls {...props} />
      <GanttLegend />
      <Chart {...props} />
      <Pagination page={page} pages={pages} href={(number) => asked.link({ pp: number === 1 ? null : String(number) })} label="Pages de la frise" />
      <p class="quiet">
        {`De ${inWords(window.from)} à ${inWords(window.to)} (exclu). Pour imprimer : format paysage, A3 si la frise est longue. `
          + 'Un bord ouvert (‹ ou ›) : la barre continue au-delà, ou la date n’est pas connue.'}
      </p>
      <details class="twin">
        <summary>La même chose en tableau</summary>
        <TimelineTable {...props} />
      </details>
    </div>
  )
}

const Controls = ({ asked, window, by }: TimelineProps) => {
  const { before, after } = ganttNeighbours(window)
  return (
    <div class="view-controls">
      <Toggles label="Échelle" links={ganttScales.map((scale) => (
        { href: asked.link({ echelle: scaleKeys[scale], du: null }), label: scaleNames[scale], current: scale === window.scale }))} />
      <Toggles label="Grouper par" links={timelineGroups.map((group) => (
        { href: asked.link({ par: groupKeys[group], pp: null }), label: groupNames[group], current: group === by }))} />
      <Toggles label="Période" links={[
        { href: asked.link({ du: before }), label: 'Avant' }, { href: asked.link({ du: null }), label: 'Recentrer' },
        { href: asked.link({ du: after }), label: 'Après' },
      ]} />
    </div>
  )
}

/** What a division of the ruler is called; a narrow screen names one in three. */
function tickLabel(scale: GanttScale, on: PlainDate, rank: number): { readonly label: string; readonly minor: boolean } {
  const [year = '', month = ''] = on.split('-')
  if (scale === 'year') return { label: year, minor: rank % 2 === 1 }
  if (scale === 'quarter') return { label: `T${Math.floor((Number(month) - 1) / 3) + 1} ${year}`, minor: rank % 3 > 0 }
  return { label: `${(monthNames[Number(month) - 1] ?? '').slice(0, 4)} ${year.slice(2)}`, minor: rank % 4 > 0 }
}

type Line = Parameters<typeof Gantt>[0]['lines'][number]

const Chart = ({ asked, groups, window, day, by }: TimelineProps) => {
  const lines = groups.flatMap(({ key, label, actions }): readonly Line[] => [
    ...(by === 'none' ? [] : [{ kind: 'group', key: `groupe ${key} ${actions[0]?.id}`, name: label ?? noGroup[by] } as const]),
    ...actions.map((action) => row(action, asked.slug, window, day)),
  ])
  const ranks = new Map(lines.map(({ key }, rank): [string, number] => [key, rank]))
  const actions = groups.flatMap((group) => group.actions)
  const late = new Set<string>(actions.filter((action) => action.late !== undefined).map(({ id }) => id))
  const needs = actions.flatMap(({ id, needs: held }) => held.map(({ needsId, kind }) => ({ from: needsId, to: id, kind })))
  const rows = actions.map(({ id, ...action }) => ({ key: id, span: boundDays(action) }))
  return (
    <Gantt label="Frise du plan" lines={lines} today={ganttMark(window, day)}
      ticks={window.ticks.map(({ on, at, major }, rank) => ({ key: on, at, major, ...tickLabel(window.scale, on, rank) }))}
      links={ganttLinks(window, rows, ranks, needs).map(({ need, ...link }) =>
        ({ ...link, key: `${need.from} ${need.to}`, late: late.has(need.from) && late.has(need.to) }))} />
  )
}

const noGroup: Readonly<Record<TimelineGroups, string>> = { orientation: 'Sans orientation', owner: 'Sans maître d’ouvrage', none: '' }

/** The days links leave from and come to: those planned, else those expected. */
const boundDays = ({ startsOn, endsOn, forecastStartsOn, forecastEndsOn }: Omit<TimelineAction, 'id'>): Span =>
  ({ from: startsOn ?? forecastStartsOn, to: endsOn ?? forecastEndsOn })

function row(action: TimelineAction, slug: string, window: GanttWindow, day: PlainDate): Line {
  const { id, state, late, startsOn, endsOn, forecastStartsOn, forecastEndsOn, ongoing, actual, steps } = action
  const expected = { from: forecastStartsOn, to: forecastEndsOn ?? late?.expectedEnd ?? null }
  const said = expected.from !== null || expected.to !== null
  const spans = [
    { kind: 'planned', bar: ganttBar(window, { from: startsOn, to: endsOn }, ongoing) },
    { kind: 'forecast', bar: said ? ganttBar(window, { from: expected.from ?? startsOn, to: expected.to }, ongoing) : null },
    { kind: 'actual', bar: actual === null ? null : ganttBar(window, actual) },
  ] as const
  return {
    kind: 'row', key: id, late: late !== undefined, bars: spans.flatMap(({ kind, bar }) => (bar === null ? [] : [{ kind, bar }])),
    name: <>
      <a href={paths.action(slug, id)}>{actionTitle(action)}</a>
      <p>
        <span class="quiet">{state === null ? noState : stateNames[state]}</span>
        {late === undefined ? null : <>{' '}<Badge tone="negative" icon="clock">En retard</Badge></>}
      </p>
    </>,
    marks: steps.flatMap((step) => markOf(step, window, day)),
    words: [spanInWords('prévue', startsOn, endsOn, ongoing), spanInWords('estimée', forecastStartsOn, forecastEndsOn, ongoing),
      actual === null ? '' : spanInWords('réalisée', actual.from, actual.goesOn ? null : actual.to, actual.goesOn),
      ...steps.map(stepWords)].filter((words) => words !== '').join(' ; ') || 'aucune date',
  }
}

function markOf(step: StepRow, window: GanttWindow, day: PlainDate) {
  const on = step.doneOn ?? step.forecastOn ?? step.endsOn ?? step.startsOn
  const at = on === null ? null : ganttMark(window, on)
  if (at === null) return []
  const done = step.doneOn !== null && step.doneOn <= day
  const when = done ? 'done' as const : step.endsOn !== null && step.endsOn < day ? 'late' as const : 'toCome' as const
  return [{ key: step.id, kind: step.kind, at, when, words: stepWords(step) }]
}
