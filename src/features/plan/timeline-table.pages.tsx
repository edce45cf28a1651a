// The twin of the timeline: the same actions and the same days, to read, hear and copy.
import { Table } from '../../design/table.tsx'
import { ShortDay } from '../../design/time.tsx'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import type { DependencyKind } from '../../planning/lateness.ts'
import { noState } from '../actions/action.words.ts'
import { stateNames } from '../frameworks/action-state.words.ts'
import type { TimelineProps } from './timeline.ts'
import { actionTitle, stepWords } from './view.words.ts'

const kindNames: Readonly<Record<DependencyKind, string>> = {
  finishToStart: 'commence après la fin de', startToStart: 'commence après le début de', finishToFinish: 'finit après la fin de',
  related: 'liée à',
}

export const TimelineTable = ({ groups, asked: { slug } }: TimelineProps) => (
  <Table caption="Les actions de la frise" captionHidden empty={null} rowKey={({ id }) => id}
    rows={groups.flatMap(({ actions }) => actions)} columns={[
    { key: 'action', label: 'Action', rowHeader: true, cell: (action) => <a href={paths.action(slug, action.id)}>{actionTitle(action)}</a> },
    { key: 'state', label: 'État', cell: ({ state, late }) =>
      `${state === null ? noState : stateNames[state]}${late === undefined ? '' : ', en retard'}` },
    { key: 'planned', label: 'Prévu', cell: ({ startsOn, endsOn, ongoing }) => <Days from={startsOn} to={endsOn} endless={ongoing} /> },
    { key: 'forecast', label: 'Estimé', cell: ({ forecastStartsOn, forecastEndsOn, late }) => (
      <Days from={forecastStartsOn} to={forecastEndsOn ?? late?.expectedEnd ?? null} />) },
    { key: 'actual', label: 'Réalisé', cell: ({ actual }) =>
      <Days from={actual?.from ?? null} to={actual?.goesOn === false ? actual.to : null} /> },
    { key: 'steps', label: 'Étapes et jalons', cell: ({ steps }) => list(steps.map((step) => ({ key: step.id, words: stepWords(step) }))) },
    { key: 'needs', label: 'Dépend de', cell: ({ needs }) =>
      list(needs.map((need) => ({ key: need.needsId, words: `${kindNames[need.kind]} ${actionTitle(need)}` }))) },
  ]} />
)

const list = (items: readonly { readonly key: string; readonly words: string }[]) =>
  (items.length === 0 ? '–' : <ul class="plain-list">{items.map(({ key, words }) => <li key={key}>{words}</li>)}</ul>)

const Days = ({ from, to, endless = false }: { from: PlainDate | null; to: PlainDate | null; endless?: boolean }) =>
  (from === null && to === null ? <>–</> : (
    <>
      {from === null ? '?' : <ShortDay date={from} />}
      {' → '}
      {to === null ? (endless ? 'sans fin' : '?') : <ShortDay date={to} />}
    </>
  ))
