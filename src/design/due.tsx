// What there is to do: dated lines, each tied to the clause that asks for it.
import type { ComponentChildren } from 'preact'
import type { PlainDate } from '../kernel/date.ts'
import { Badge, type BadgeTone } from './badge.tsx'
import { Day } from './time.tsx'

export type DueItem = {
  readonly key: string
  readonly title: string
  readonly href?: string | undefined
  /** Absent when the clause gives no day that can be computed. */
  readonly on?: PlainDate | undefined
  /** In words, when there is no day: « au terme », « dans un délai de deux ans ». */
  readonly when?: string | undefined
  readonly state: { readonly tone: BadgeTone; readonly label: string }
  /** The clause, who owes it: a `<Clause>` link and words. */
  readonly detail?: ComponentChildren
}

/** Things due in the order given; the day leads, since one looks for it. */
export const DueList = ({ items }: { items: readonly DueItem[] }) => (
  <ul class="due">
    {items.map((item) => (
      <li key={item.key}>
        <span class="due-day">{item.on === undefined ? (item.when ?? 'Sans date') : <Day date={item.on} />}</span>
        <span class="due-what">
          {item.href === undefined ? <strong>{item.title}</strong> : <a href={item.href}>{item.title}</a>}
          {item.detail === undefined ? null : <span class="due-detail">{item.detail}</span>}
        </span>
        <Badge tone={item.state.tone}>{item.state.label}</Badge>
      </li>
    ))}
  </ul>
)
