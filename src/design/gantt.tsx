// A timeline drawn on the server: rows of bars under one ruler, in shares of the width, so that it fits a telephone as well as a sheet of A3.
import type { ComponentChildren } from 'preact'

type Bar = { readonly left: number; readonly width: number; readonly opens: boolean; readonly closes: boolean }
/** `planned` wide, `forecast` a dashed outline, `actual` thin and full. */
type BarKind = 'planned' | 'forecast' | 'actual'
/** `done` is full, what is to come hollow, `late` crossed. */
type Mark = {
  readonly key: string; readonly kind: 'step' | 'milestone'; readonly at: number; readonly when: 'done' | 'toCome' | 'late'; readonly words: string
}
type GanttLine =
  | { readonly kind: 'group'; readonly key: string; readonly name: ComponentChildren }
  | {
    readonly kind: 'row'; readonly key: string; readonly name: ComponentChildren; readonly late: boolean
    readonly bars: readonly { readonly kind: BarKind; readonly bar: Bar }[]; readonly marks: readonly Mark[]
    /** What someone who does not see the bars hears. */
    readonly words: string
  }
/** `minor`: left out where there is no room. */
type Tick = { readonly key: string; readonly at: number; readonly label: string; readonly major: boolean; readonly minor: boolean }
type Link = {
  readonly key: string; readonly startAt: number; readonly startRow: number; readonly bendAt: number; readonly endAt: number; readonly endRow: number
  readonly entersLeft: boolean; readonly late: boolean
}
type GanttProps = {
  readonly label: string; readonly ticks: readonly Tick[]; readonly today: number | null
  readonly lines: readonly GanttLine[]; readonly links: readonly Link[]
}

const share = (at: number): string => `${Math.round(at * 100) / 100}%`

/** Lines in the order given; a row is as high as two headings, and all rows as the highest of them, which is what the links count on. */
export const Gantt = ({ label, ticks, today, lines, links }: GanttProps) => {
  const down = middlesOf(lines)
  return (
    <div class="gantt" role="group" aria-label={label}>
      <svg class="gantt-ruler" aria-hidden="true" focusable="false">
        {ticks.map(({ key, at, label: words, minor }) => (
          <text key={key} class={minor ? 'gantt-tick gantt-tick-minor' : 'gantt-tick'} x={share(at)} y="16" dx="3">{words}</text>
        ))}
      </svg>
      <div class="gantt-body">
        <svg class="gantt-ground" aria-hidden="true" focusable="false">
          {ticks.map(({ key, at, major }) => (
            <line key={key} class={major ? 'gantt-major' : 'gantt-minor'} x1={share(at)} x2={share(at)} y1="0" y2="100%" />
          ))}
          {today === null ? null : <line class="gantt-today" x1={share(today)} x2={share(today)} y1="0" y2="100%" />}
        </svg>
        <ul class="gantt-lines">{lines.map((line) => <Line key={line.key} line={line} />)}</ul>
        <svg class="gantt-links" aria-hidden="true" focusable="false">
          {links.map((link) => <Arrow key={link.key} link={link} down={down} />)}
        </svg>
      </div>
    </div>
  )
}

const Line = ({ line }: { line: GanttLine }) => (line.kind === 'group' ? <li class="gantt-group">{line.name}</li> : (
  <li class="gantt-row">
    <div class="gantt-name">{line.name}</div>
    <svg class={line.late ? 'gantt-bars gantt-late' : 'gantt-bars'} role="img" aria-label={line.words} focusable="false">
      {line.bars.map(({ kind, bar }) => <BarOf key={kind} kind={kind} bar={bar} />)}
      {line.marks.map((mark) => <MarkOf key={mark.key} mark={mark} />)}
    </svg>
  </li>
))

const lanes: Readonly<Record<BarKind, { readonly y: number; readonly height: number }>> = {
  planned: { y: 8, height: 14 }, forecast: { y: 25, height: 5 }, actual: { y: 32, height: 4 },
}

const BarOf = ({ kind, bar: { left, width, opens, closes } }: { kind: BarKind; bar: Bar }) => {
  const { y, height } = lanes[kind]
  const middle = y + height / 2
  return (
    <>
      <rect class={`gantt-bar gantt-${kind}`} x={share(left)} width={share(width)} y={y} height={height} rx="2" />
      {opens ? null : <svg class="gantt-sign" x={share(left)} y={middle}><path class="gantt-open" d="M7-4L3 0l4 4" /></svg>}
      {closes ? null : <svg class="gantt-sign" x={share(left + width)} y={middle}><path class="gantt-open" d="M-7-4L-3 0l-4 4" /></svg>}
    </>
  )
}

const shapes: Readonly<Record<Mark['kind'], string>> = { milestone: 'M0-6L6 0L0 6L-6 0Z', step: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0' }

const MarkOf = ({ mark: { kind, at, when, words } }: { mark: Mark }) => (
  <svg class={`gantt-sign gantt-mark-${when}`} x={share(at)} y="15">
    <title>{words}</title>
    <path class="gantt-mark" d={shapes[kind]} />
    {when === 'late' ? <path class="gantt-cross" d="M-3-3l6 6m0-6l-6 6" /> : null}
  </svg>
)

/** How far down the bar of each line is, in hundredths. */
function middlesOf(lines: readonly GanttLine[]): readonly number[] {
  const heights = lines.map(({ kind }) => (kind === 'row' ? 2 : 1))
  const all = heights.reduce<number>((sum, height) => sum + height, 0)
  let above = 0
  return heights.map((height) => {
    above += height
    return ((above - height * 0.58) / all) * 100
  })
}

const Arrow = ({ link: { startAt, startRow, bendAt, endAt, endRow, entersLeft, late }, down }: { link: Link; down: readonly number[] }) => {
  const [from, to] = [share(down[startRow] ?? 0), share(down[endRow] ?? 0)]
  return (
    <g class={late ? 'gantt-link gantt-link-late' : 'gantt-link'}>
      <line x1={share(startAt)} x2={share(bendAt)} y1={from} y2={from} />
      <line x1={share(bendAt)} x2={share(bendAt)} y1={from} y2={to} />
      <line x1={share(bendAt)} x2={share(endAt)} y1={to} y2={to} />
      <svg class="gantt-sign" x={share(endAt)} y={to}><path d={entersLeft ? 'M-6-4L0 0l-6 4' : 'M6-4L0 0l6 4'} /></svg>
    </g>
  )
}

const Sample = ({ children, late = false }: { children: ComponentChildren; late?: boolean }) => (
  <svg class={late ? 'gantt-sample gantt-late' : 'gantt-sample'} viewBox="0 0 40 30" width="40" height="30" aria-hidden="true" focusable="false">
    {children}
  </svg>
)

/** What bars, marks and arrows stand for. */
export const GanttLegend = () => (
  <ul class="gantt-legend" aria-label="Légende">
    <li><Sample><rect class="gantt-bar gantt-planned" x="2" y="8" width="36" height="14" rx="2" /></Sample>Prévu</li>
    <li><Sample late><rect class="gantt-bar gantt-planned" x="2" y="8" width="36" height="14" rx="2" /></Sample>Prévu, en retard</li>
    <li><Sample><rect class="gantt-bar gantt-forecast" x="2" y="12" width="36" height="6" rx="2" /></Sample>Estimé à ce jour</li>
    <li><Sample><rect class="gantt-bar gantt-actual" x="2" y="13" width="36" height="4" rx="2" /></Sample>Réalisé</li>
    <li><Sample><path class="gantt-mark" transform="translate(20 15)" d={shapes.milestone} /></Sample>Jalon (plein : atteint)</li>
    <li><Sample><path class="gantt-mark" transform="translate(20 15)" d={shapes.step} /></Sample>Fin d’une étape (pleine : faite)</li>
    <li><Sample><g class="gantt-link"><path d="M4 15H34M28 11l6 4l-6 4" /></g></Sample>Doit précéder</li>
    <li><Sample><line class="gantt-today" x1="20" x2="20" y1="2" y2="28" /></Sample>Jour de la situation</li>
  </ul>
)
