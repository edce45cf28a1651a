// The words of the rules on money, in plain French: verdicts, amounts, shares, months, and what is not known.
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { cents, inEuros } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import { whole } from './exact.ts'
import type { DatedValue, Parameter } from './parameter.ts'
import type { Verdict } from './verdict.ts'

/** @source ours (no statute) */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  pass: 'respectée', fail: 'non respectée', unknown: 'inconnu', 'not-applicable': 'sans objet',
}
/** A fact nobody gave. */
export const unknownWord = 'inconnu'

export const euros = (amount: Cents | null): string => (amount === null ? unknownWord : inEuros(amount))
export const yesNo = (flag: boolean | null): string => (flag === null ? unknownWord : flag ? 'oui' : 'non')
export const dayWords = (day: PlainDate | null): string => (day === null ? unknownWord : inWords(day))

/** `25 %`, `19,99 %`, `16,404 %`: a rate in hundred-thousandths. */
export const rateInWords = (rate: number): string => {
  const decimals = String(rate % 1000).padStart(3, '0').replace(/0+$/, '')
  return `${Math.trunc(rate / 1000)}${decimals === '' ? '' : `,${decimals}`}\u00a0%`
}

/** The share as a percentage, never rounded up: what misses a limit by a cent must not look as if it reached it. */
export const shareInWords = (part: Cents, total: Cents): string => {
  const hundredths = Number((BigInt(part) * BigInt(whole)) / BigInt(total) / 10n)
  return rateInWords(hundredths * 10)
}

export const monthsInWords = (months: number): string => (months % 12 === 0 ? `${months / 12} ${months === 12 ? 'an' : 'ans'}` : `${months} mois`)

const units: Readonly<Record<Parameter['unit'], (value: number) => string>> = {
  rate: rateInWords, cents: (value) => inEuros(cents(value)), months: monthsInWords,
}
/** The value of a parameter, with its unit. */
export const valueInWords = ({ unit }: Pick<Parameter, 'unit'>, { value }: Pick<DatedValue, 'value'>): string => units[unit](value)

/** Why there is no answer on that day. */
export const outOfPeriod = ({ label }: Parameter, on: PlainDate): string =>
  `Aucune valeur vérifiée au ${inWords(on)} pour : ${label.toLowerCase()}. La règle ne peut pas être appliquée ce jour-là.`
