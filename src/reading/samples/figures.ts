// Dates, amounts and rates compared; each counts once, however often it is printed. Pure.
import { fold } from '../../kernel/text.ts'
import type { Reading } from '../facts.ts'
import { alike, compare, type Score } from './comparison.ts'
import type { Expected } from './expected.ts'

export function scoreFigures(reading: Reading, wanted: Expected): readonly Score[] {
  const date = (one: { readonly date: string; readonly about?: string; readonly what?: string }) => `${one.date} ${one.about ?? one.what ?? ''}`
  const amount = (one: { readonly cents: number; readonly taxBasis: string | null }) => `${one.cents / 100} € ${one.taxBasis ?? ''}`
  const rate = (one: { readonly percent: number; readonly cap?: boolean }) => `${one.percent} %${one.cap === true ? ' at most' : ''}`
  return [
    compare('dates', wanted.dates, reading.dates, (one, other) =>
      one.date === other.date && one.about.split('|').some((about) => fold(other.what).includes(about)), alike(date), true).score,
    compare('amounts', wanted.amounts, reading.amounts, (one, other) =>
      one.cents === other.cents && one.taxBasis === other.taxBasis, alike(amount), true).score,
    compare('rates', wanted.rates, reading.rates, (one, other) =>
      one.percent === other.percent && (one.cap === undefined || one.cap === (other.cap === true)), alike(rate), true).score,
  ]
}
