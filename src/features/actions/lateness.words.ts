// Why an action is late, in French: one sentence a cause.
import { daysBetween, inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { LateCause } from '../../planning/lateness.ts'

/** `titles`: what it needs, by name; an action this person may not read has none. */
export function causeInWords(cause: LateCause, day: PlainDate, titles: ReadonlyMap<Id<'action'>, string>): string {
  switch (cause.reason) {
    case 'notStarted': return `Devait commencer le ${inWords(cause.planned)}, il y a ${daysInWords(daysBetween(cause.planned, day))}.`
    case 'overdue': return `Devait s’achever le ${inWords(cause.planned)}, il y a ${daysInWords(daysBetween(cause.planned, day))}.`
    case 'forecastLater': {
      const end = cause.end === 'start' ? 'Début désormais estimé' : 'Fin désormais estimée'
      return `${end} au ${inWords(cause.expected)}, ${daysInWords(daysBetween(cause.planned, cause.expected))} après la date prévue.`
    }
    case 'stepOverdue': return `L’étape « ${cause.title} » devait être faite le ${inWords(cause.planned)}.`
    case 'needsLate': return `Dépend de ${titles.get(cause.neededId) ?? 'une action dont l’accès est restreint'}, en retard : `
      + `pas avant le ${inWords(cause.expected)}, pour le ${inWords(cause.planned)} prévu.`
  }
}

/** `3 jours`, `5 mois`, `2 ans`: the longest unit that says enough. */
function daysInWords(days: number): string {
  if (days < 60) return days === 1 ? '1 jour' : `${days} jours`
  return days < 730 ? `${Math.floor(days / 30.44)} mois` : `${Math.floor(days / 365.25)} ans`
}
