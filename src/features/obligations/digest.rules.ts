// Who is reminded of what, and when: frequency by choice or by role, what a digest holds, whether it is worth a letter. Pure.
import { plusDays } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Role } from '../../kernel/rights.ts'
import type { AgendaLine, Followed } from './agenda.rules.ts'

export const frequencies = ['weekly', 'daily', 'never'] as const
export type Frequency = (typeof frequencies)[number]

/** Until people choose: those who keep obligations are reminded once a week. Team practice. */
export const frequencyByRole: Readonly<Record<Role, Frequency>> = {
  projectLead: 'weekly', townLead: 'weekly', finance: 'never', lawyer: 'weekly', elected: 'never', prefecture: 'never', funder: 'never',
}

/** What a person chose, else what one of their roles asks for. */
export const frequencyOf = (chosen: Frequency | null, roles: readonly Role[]): Frequency =>
  chosen ?? roles.map((role) => frequencyByRole[role]).find((frequency) => frequency !== 'never') ?? 'never'

/** The Monday of the week of this day. */
export const mondayOf = (day: PlainDate): PlainDate => plusDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** The day under which a digest is sent once: today, or this week's Monday, so that a Monday missed is caught up. */
export const digestDay = (frequency: Exclude<Frequency, 'never'>, today: PlainDate): PlainDate => (frequency === 'daily' ? today : mondayOf(today))

/** Days ahead that a digest looks. Team practice: the délibérations of several authorities take months, a meeting weeks. */
export const daysAhead = 60

export type Digest<Obligation extends Followed> = {
  readonly late: readonly AgendaLine<Obligation>[]; readonly due: readonly AgendaLine<Obligation>[]; readonly stale: readonly Obligation[]
}
/** What one operation has to say: what is late, what falls due soon, what waits for a decision. */
export function digestOf<Obligation extends Followed>(
  lines: readonly AgendaLine<Obligation>[], stale: readonly Obligation[], today: PlainDate,
): Digest<Obligation> {
  const horizon = plusDays(today, daysAhead)
  return {
    late: lines.filter(({ occurrence }) => occurrence.state === 'late'),
    due: lines.filter(({ occurrence: { state, due } }) => state === 'due' && due !== null && due <= horizon), stale,
  }
}

export const saysNothing = ({ late, due, stale }: Digest<Followed>): boolean => late.length + due.length + stale.length === 0
