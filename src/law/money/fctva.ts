// The compensation of value added tax: what may come back later, told for information and counted nowhere.
import type { PlainDate } from '../../kernel/date.ts'
import type { Cents } from '../../kernel/money.ts'
import { partOf } from './exact.ts'
import { cite, step } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import { euros, outOfPeriod, rateInWords, yesNo } from './money-words.ts'
import { valueOn } from './parameter.ts'
import { fctvaRate } from './parameters.ts'
import type { Verdict } from './verdict.ts'

/** `cents`: null when unknown; it never enters the owner's share. */
export type FctvaAnswer = { readonly result?: Verdict; readonly cents: Cents | null; readonly explanation: Explanation }

/**
 * What the fund may give back on an eligible expense, tax included.
 * @source CGCT, art. L.1615-1 and L.1615-6 (rate to be confirmed)
 */
export function fctva(facts: { readonly expenseTtcCents: Cents | null; readonly eligible: boolean | null }, on: PlainDate): FctvaAnswer {
  const title = 'FCTVA, pour information'
  const rate = valueOn(fctvaRate, on)
  if (rate === undefined) return { result: 'unknown', cents: null, explanation: step(title, outOfPeriod(fctvaRate, on)) }
  const known = facts.eligible === true && facts.expenseTtcCents !== null ? partOf(facts.expenseTtcCents, rate.value) : null
  const result = facts.eligible === false ? 'not-applicable' as const : known === null ? 'unknown' as const : undefined
  const words = result === 'not-applicable' ? 'Sans objet : la dépense n’est pas éligible.'
    : known === null ? 'Inconnu : il manque le montant TTC, ou de savoir si la dépense est éligible.'
      : `Environ ${euros(known)}, versés au maître d’ouvrage après la dépense.`
  const explanation = step(title, words, {
    formula: `${rateInWords(rate.value)} × dépense TTC`, source: cite(rate),
    inputs: [{ label: 'Dépense TTC', value: euros(facts.expenseTtcCents) }, { label: 'Éligible', value: yesNo(facts.eligible) }],
    parts: [step('Part du maître d’ouvrage', 'Le FCTVA n’y entre jamais de lui-même : c’est à une personne d’en décider.')],
  })
  return { ...(result !== undefined && { result }), cents: known, explanation }
}
