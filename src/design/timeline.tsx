// Dated facts one under the other, the past told from what is to come.
import type { ComponentChildren } from 'preact'
import type { PlainDate } from '../kernel/date.ts'
import { Day } from './time.tsx'

type TimelineEntry = {
  readonly key: string
  /** Absent when the day is not known: the entry says so. */
  readonly on?: PlainDate | undefined
  readonly title: ComponentChildren
  readonly detail?: ComponentChildren
  readonly when: 'past' | 'today' | 'future' | 'unknown'
}

/** Entries in the order given. */
export const Timeline = ({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) => (
  <ol class="timeline" aria-label={label}>
    {entries.map((entry) => (
      <li key={entry.key} class={`timeline-entry timeline-${entry.when}`}>
        <p class="timeline-date">
          {entry.on === undefined ? 'Date inconnue' : <Day date={entry.on} />}
          {entry.when === 'future' ? <span class="timeline-when"> à venir</span> : null}
          {entry.when === 'today' ? <span class="timeline-when"> aujourd’hui</span> : null}
        </p>
        <p class="timeline-title">{entry.title}</p>
        {entry.detail === undefined ? null : <div class="timeline-detail">{entry.detail}</div>}
      </li>
    ))}
  </ol>
)
