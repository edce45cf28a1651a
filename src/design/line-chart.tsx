// A small line of figures through time, drawn on the server; the table beside it says the same.
import { daysBetween, inWords } from '../kernel/date.ts'
import type { PlainDate } from '../kernel/date.ts'

export type ChartPoint = { readonly on: PlainDate; readonly value: number }
type Props = {
  readonly label: string; readonly points: readonly ChartPoint[]; readonly words: (value: number) => string
  /** What is hoped for, as a line across. */
  readonly target?: number | undefined
}

const [width, height, side, above] = [640, 180, 12, 24]

/** Two figures at least, in the order of their days; nothing for fewer. */
export const LineChart = ({ label, points, words, target }: Props) => {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || points.length < 2) return null
  const values = [...points.map(({ value }) => value), ...(target === undefined ? [] : [target])]
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const days = Math.max(1, daysBetween(first.on, last.on))
  const x = (on: PlainDate): number => round(side + ((width - 2 * side) * daysBetween(first.on, on)) / days)
  const y = (value: number): number => round(most === least ? height / 2 : height - above - ((height - 2 * above) * (value - least)) / (most - least))
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img"
      aria-label={`${label} : de ${words(first.value)} le ${inWords(first.on)} à ${words(last.value)} le ${inWords(last.on)}.`}>
      <line class="chart-axis" x1={side} x2={width - side} y1={height - 18} y2={height - 18} />
      {target === undefined ? null : <line class="chart-target" x1={side} x2={width - side} y1={y(target)} y2={y(target)} />}
      <polyline class="chart-line" points={points.map(({ on, value }) => `${x(on)},${y(value)}`).join(' ')} />
      {points.map(({ on, value }) => <circle key={`${on} ${value}`} class="chart-point" cx={x(on)} cy={y(value)} r="4" />)}
      <text class="chart-words" x={side} y={y(first.value) - 10}>{words(first.value)}</text>
      <text class="chart-words" x={width - side} y={y(last.value) - 10} text-anchor="end">{words(last.value)}</text>
      <text class="chart-words" x={side} y={height - 3}>{first.on.slice(0, 4)}</text>
      <text class="chart-words" x={width - side} y={height - 3} text-anchor="end">{last.on.slice(0, 4)}</text>
    </svg>
  )
}

const round = (figure: number): number => Math.round(figure * 10) / 10
