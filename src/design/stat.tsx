// Figures at the head of a dashboard, each with what it counts and where it leads.
import type { ComponentChildren } from 'preact'
import type { BadgeTone } from './badge.tsx'

type StatProps = {
  readonly label: string
  readonly value: ComponentChildren
  readonly note?: ComponentChildren
  readonly href?: string | undefined
  readonly tone?: BadgeTone | undefined
}

/** A figure, what it counts, and one line that puts it in its place. */
export const Stat = ({ label, value, note, href, tone = 'neutral' }: StatProps) => (
  <div class={`stat stat-${tone}`}>
    <dt class="stat-label">{href === undefined ? label : <a href={href}>{label}</a>}</dt>
    <dd class="stat-value">{value}</dd>
    {note === undefined ? null : <dd class="stat-note">{note}</dd>}
  </div>
)

/** Figures in a row, each under its rule. */
export const Stats = ({ children }: { children: ComponentChildren }) => <dl class="stats">{children}</dl>
