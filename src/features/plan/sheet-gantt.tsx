// The calendar of one action as bars: planned, expected, then its steps; the table of steps below says the same in words.
import { date, inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { ActionValues } from '../../planning/action-fields.ts'
import { ganttBar, ganttMark, ganttPlace } from '../../planning/gantt.ts'
import type { GanttWindow, Span } from '../../planning/gantt.ts'
import { isStepOverdue } from '../../planning/lateness.ts'
import type { StepRow } from '../actions/step.rules.ts'

type Line = { readonly key: string; readonly label: string; readonly kind: 'planned' | 'expected' | 'done' | 'late' | 'step'; readonly span: Span;
  readonly day?: boolean }
type Dated = Pick<ActionValues, 'startsOn' | 'endsOn' | 'forecastStartsOn' | 'forecastEndsOn' | 'ongoing'>
type Props = { readonly values: Dated; readonly steps: readonly StepRow[]; readonly today: PlainDate }

const [rowHeight, head] = [34, 22]

/** Nothing when no day is known. */
export const SheetGantt = ({ values, steps, today }: Props) => {
  const lines = linesOf(values, steps, today)
  const days = lines.flatMap(({ span: { from, to } }) => [from, to]).filter((day) => day !== null).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return null
  const window = yearsAround(first, last)
  const now = ganttMark(window, today)
  const height = head + lines.length * rowHeight
  return (
    <svg class="sheet-gantt" width="100%" height={height} role="img" focusable="false"
      aria-label={`Calendrier du ${inWords(first)} au ${inWords(last)}, ${lines.length} ${lines.length === 1 ? 'ligne' : 'lignes'}`}>
      {window.ticks.map(({ on, at }) => (
        <g key={on}>
          <line class="sheet-year" x1={`${at}%`} x2={`${at}%`} y1="0" y2={height} />
          <text class="sheet-year-name" x={`${at}%`} dx="4" y="13">{on.slice(0, 4)}</text>
        </g>
      ))}
      {lines.map((line, rank) => <GanttLine key={line.key} line={line} window={window} top={head + rank * rowHeight} ongoing={values.ongoing} />)}
      {now === null ? null : <line class="sheet-now" x1={`${now}%`} x2={`${now}%`} y1={head - 4} y2={height} />}
    </svg>
  )
}

/** Whole years, no more than it takes; a mark every year, or every few when there are many. */
function yearsAround(first: PlainDate, last: PlainDate): GanttWindow {
  const [firstYear, lastYear] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  const bounds = { from: newYear(firstYear), to: newYear(lastYear + 1) }
  const step = Math.ceil((lastYear - firstYear + 1) / 8)
  const years = Array.from({ length: Math.ceil((lastYear - firstYear + 1) / step) }, (_, rank) => newYear(firstYear + rank * step))
  return { ...bounds, scale: 'year', ticks: years.map((on) => ({ on, at: ganttPlace(bounds, on), major: true })) }
}
const newYear = (year: number): PlainDate => date(`${year}-01-01`)

const GanttLine = ({ line, window, top, ongoing }: { line: Line; window: GanttWindow; top: number; ongoing: boolean }) => {
  const bar = ganttBar(window, line.span, ongoing && line.kind === 'planned')
  const left = bar?.left ?? 0
  // A name that begins near the right edge is written to the left of it.
  const end = left > 60
  return (
    <g>
      <text class="sheet-bar-name" x={`${end ? Math.min(left + (bar?.width ?? 0), 100) : left}%`} y={top + 12}
        text-anchor={end ? 'end' : 'start'}>{line.label}</text>
      {bar === null ? null : line.day === true ? (
        <svg x={`${bar.left}%`} y={top + 22} overflow="visible"><path class={`sheet-bar sheet-bar-${line.kind}`} d="M0-6l6 6l-6 6l-6-6z" /></svg>
      ) : <rect class={`sheet-bar sheet-bar-${line.kind}`} x={`${bar.left}%`} width={`${bar.width}%`} y={top + 17} height="9" rx="2" />}
    </g>
  )
}

function linesOf({ startsOn, endsOn, forecastStartsOn, forecastEndsOn }: Dated, steps: readonly StepRow[], today: PlainDate): readonly Line[] {
  const planned: Line = { key: 'planned', label: 'Prévu', kind: 'planned', span: { from: startsOn, to: endsOn } }
  const expected: Line = { key: 'expected', label: 'Estimé à ce jour', kind: 'expected',
    span: { from: forecastStartsOn ?? startsOn, to: forecastEndsOn ?? endsOn } }
  return [
    ...(startsOn === null && endsOn === null ? [] : [planned]),
    ...(forecastStartsOn === null && forecastEndsOn === null ? [] : [expected]),
    ...steps.filter((step) => step.startsOn !== null || step.endsOn !== null).map((step): Line => ({
      key: step.id, label: step.title, day: step.kind === 'milestone',
      kind: step.doneOn !== null && step.doneOn <= today ? 'done' : isStepOverdue(step, today) ? 'late' : 'step',
      span: { from: step.startsOn ?? step.endsOn, to: step.endsOn },
    })),
  ]
}
