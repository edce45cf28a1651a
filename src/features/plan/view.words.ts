// What the views of the plan say of an action in French: its title, its days, its steps.
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { bases, isEmpty } from '../../planning/money-sum.ts'
import type { MoneySummary } from '../../planning/money-summary.ts'
import { sumInWords } from '../funding/funding.words.ts'
import type { StepRow } from './timeline-rows.ts'

export const monthNames = [
  'janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre',
] as const

/** `2.3 Halle du marché`. */
export const actionTitle = ({ code, title }: { readonly code: string | null; readonly title: string }): string =>
  (code === null ? title : `${code} ${title}`)

/** `prévue du 1er mars 2026 au 30 juin 2027`; empty when nothing is known. */
export function spanInWords(what: string, from: PlainDate | null, to: PlainDate | null, endless = false): string {
  if (from === null && to === null) return ''
  if (from === null) return `${what} jusqu’au ${to === null ? '' : inWords(to)}`
  if (to === null) return `${what} ${endless ? 'depuis' : 'à partir du'} ${endless ? `le ${inWords(from)}` : inWords(from)}`
  return `${what} du ${inWords(from)} au ${inWords(to)}`
}

/** `jalon Livraison, le 3 mai 2027`, done, expected or planned. */
export function stepWords({ kind, title, startsOn, endsOn, forecastOn, doneOn }: Omit<StepRow, 'id' | 'actionId'>): string {
  const what = `${kind === 'milestone' ? 'jalon' : 'étape'} « ${title} »`
  if (doneOn !== null) return `${what}, fait le ${inWords(doneOn)}`
  if (forecastOn !== null) return `${what}, attendu le ${inWords(forecastOn)}`
  if (endsOn !== null && (startsOn === null || kind === 'milestone')) return `${what}, prévu le ${inWords(endsOn)}`
  if (endsOn !== null && startsOn !== null) return `${what}, prévu du ${inWords(startsOn)} au ${inWords(endsOn)}`
  return startsOn === null ? `${what}, sans date` : `${what}, à partir du ${inWords(startsOn)}`
}

/** `120 000 € HT + 2 montants inconnus`: what is expected to be spent, one amount per tax basis; empty when nothing is said. */
export const costInWords = ({ cost: { plannedCost } }: Pick<MoneySummary, 'cost'>): string =>
  bases.map((basis) => plannedCost[basis]).filter((sum) => !isEmpty(sum)).map(sumInWords).join(' ; ')
