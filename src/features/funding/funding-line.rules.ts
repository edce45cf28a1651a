// What people type of a funding line: who brings what; the amount or the rate told by the other, the years one a line.
import type { Id } from '../../kernel/id.ts'
import type { Cents } from '../../kernel/money.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { fundingKinds } from '../../planning/funding-status.ts'
import type { FundingKind } from '../../planning/funding-status.ts'
import { agrees, rateFrom, rateOf } from '../../planning/line-check.ts'
import type { FundingValues, Instalment } from '../../planning/money-line.ts'
import { readAmount, readBasis } from './money-form.rules.ts'

export const fundingFields = ['funder', 'newFunder', 'scheme', 'kind', 'basis', 'amount', 'rate', 'base', 'years', 'note'] as const
export type TypedFunding = Readonly<Record<(typeof fundingFields)[number], string>>
export type FundingProblem =
  | 'funderUnknown' | 'funderTooLong' | 'schemeTooLong' | 'kindUnknown' | 'basisUnclear' | 'amountUnreadable' | 'rateUnreadable' | 'baseUnreadable'
  | 'rateContradicts' | 'yearsUnreadable' | 'noteTooLong'
/** A line as it is typed; `newFunder`: the name of an organisation to make, when it is not in the list. */
export type ReadFunding = { readonly values: FundingValues; readonly instalments: readonly Instalment[]; readonly newFunder: string | null }

const isKind = (text: string): text is FundingKind => fundingKinds.some((kind) => kind === text)

/** Hundredths of a percent from « 35 », « 33,33 % »; null when nothing is typed. */
export function readRate(typed: string): number | null | undefined {
  if (typed === '') return null
  const shape = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed)
  const points = shape === null ? Number.NaN : Number(shape[1]) * 100 + Number((shape[2] ?? '').padEnd(2, '0'))
  return points <= 10_000 ? points : undefined
}

/** « 2025 : 40 000 » one a line; undefined when a line cannot be read, or a year comes twice. */
function readYears(typed: string): readonly Instalment[] | undefined {
  const lines = typed.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const read = lines.map((line) => {
    const shape = /^(19[9]\d|20\d\d)\s*[:=;–-]?\s+(.+)$|^(19[9]\d|20\d\d)\s*[:=;]\s*(.+)$/.exec(line)
    const amount = readAmount(shape?.[2] ?? shape?.[4] ?? '?')
    return shape !== null && amount.ok && amount.cents !== null ? { year: Number(shape[1] ?? shape[3]), amountCents: amount.cents } : undefined
  })
  const years = read.filter((one) => one !== undefined)
  if (years.length < lines.length || new Set(years.map(({ year }) => year)).size < years.length) return undefined
  return years.toSorted((one, other) => one.year - other.year)
}

type Kept = Pick<FundingValues, 'position' | 'written'>
type Numbers = Pick<FundingValues, 'amountCents' | 'rateBasisPoints' | 'baseCents'>

/**
 * Reads a funding line. Nothing typed as amount, it is the rate of the base; no rate, it is told from the amount and the base; all three must agree,
 * give or take the rounding of the rate.
 */
export function readFunding(typed: TypedFunding, organisations: readonly Id<'organisation'>[], kept: Kept): Outcome<ReadFunding, FundingProblem> {
  const [amount, base, rate, years] = [readAmount(typed.amount), readAmount(typed.base), readRate(typed.rate), readYears(typed.years)]
  const basis = readBasis(typed.basis, [amount, base])
  const funderId = organisations.find((id) => id === typed.funder) ?? null
  const contradiction = amount.ok && base.ok && amount.cents !== null && base.cents !== null && typeof rate === 'number'
    && !agrees(amount.cents, base.cents, rate)
  const problems = found<FundingProblem>({
    funderUnknown: typed.funder !== '' && funderId === null, funderTooLong: typed.newFunder.length > 200, schemeTooLong: typed.scheme.length > 120,
    kindUnknown: !isKind(typed.kind), basisUnclear: basis === undefined, amountUnreadable: !amount.ok, rateUnreadable: rate === undefined,
    baseUnreadable: !base.ok, rateContradicts: contradiction, yearsUnreadable: years === undefined, noteTooLong: typed.note.length > 2000,
  })
  if (problems.length > 0 || !isKind(typed.kind) || basis === undefined || !amount.ok || !base.ok || rate === undefined || years === undefined) {
    return refused(problems)
  }
  const numbers = completed({ amountCents: amount.cents, rateBasisPoints: rate, baseCents: base.cents }, typed.amount === '')
  return accepted({
    values: { ...kept, ...numbers, funderId, scheme: typed.scheme === '' ? null : typed.scheme, kind: typed.kind, basis, note: typed.note },
    instalments: years, newFunder: funderId === null && typed.newFunder !== '' ? typed.newFunder : null,
  })
}

/** What the two other numbers tell of the third; an amount said to be unknown stays so. */
function completed({ amountCents, rateBasisPoints, baseCents }: Numbers, silent: boolean): Numbers {
  const told: Cents | null = amountCents === null && silent && rateBasisPoints !== null && baseCents !== null ? rateOf(baseCents, rateBasisPoints) :
    amountCents
  const rate = rateBasisPoints === null && told !== null && baseCents !== null ? rateFrom(told, baseCents) ?? null : rateBasisPoints
  return { amountCents: told, rateBasisPoints: rate, baseCents }
}
