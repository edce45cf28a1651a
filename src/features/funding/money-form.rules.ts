// What people type of a cost line, read with every problem at once. Amounts are typed as people write them: « 1,2 M€ », « 55 000 », « NC ».
import type { Cents, TaxBasis } from '../../kernel/money.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { costNatures } from '../../planning/funding-status.ts'
import type { CostNature } from '../../planning/funding-status.ts'
import type { CostValues } from '../../planning/money-line.ts'
import { readMoneyWords } from '../../planning/sheets/money-cell.ts'

/** An amount of a form: null when nobody knows it, `unreadable` when it is neither that nor an amount. `basis`: when it is typed with it. */
export type TypedAmount =
  | { readonly ok: true; readonly cents: Cents | null; readonly basis: TaxBasis } | { readonly ok: false }

/** Reads « 1,2 M€ », « 55 000,50 € HT », « NC »; nothing typed is not known. */
export function readAmount(typed: string): TypedAmount {
  if (typed === '') return { ok: true, cents: null, basis: null }
  const read = readMoneyWords(typed)
  if (read.kind === 'unknown') return { ok: true, cents: null, basis: null }
  const only = read.kind === 'amounts' && read.exact && read.amounts.length === 1 ? read.amounts[0] : undefined
  return only === undefined ? { ok: false } : { ok: true, cents: only.cents, basis: only.basis }
}

/** A year of a form; null when there is none. */
export const readYear = (typed: string): number | null | undefined =>
  (typed === '' ? null : /^(?:19[9]\d|20\d\d)$/.test(typed) ? Number(typed) : undefined)

const basesTyped: Readonly<Record<string, TaxBasis>> = { HT: 'HT', TTC: 'TTC', '': null }
/** The basis chosen in the list, or the one typed beside an amount; two that differ leave it undefined. */
export function readBasis(chosen: string, amounts: readonly TypedAmount[]): TaxBasis | undefined {
  const typed = new Set(amounts.flatMap((one) => (one.ok && one.basis !== null ? [one.basis] : [])))
  const basis = basesTyped[chosen]
  if (basis === undefined || typed.size > 1) return undefined
  const [only] = typed
  return only === undefined ? basis : basis === null || basis === only ? only : undefined
}

export const costFields = ['nature', 'label', 'year', 'basis', 'planned', 'final', 'fctva'] as const
export type TypedCost = Readonly<Record<(typeof costFields)[number], string>>
export type CostProblem = 'natureUnknown' | 'labelTooLong' | 'yearUnreadable' | 'basisUnclear' | 'plannedUnreadable' | 'finalUnreadable'

const isNature = (text: string): text is CostNature => costNatures.some((nature) => nature === text)
const flags: Readonly<Record<string, boolean>> = { oui: true, non: false }

/** Reads a cost line; `kept`: what the form does not show and the line keeps. */
export function readCost(typed: TypedCost, kept: Pick<CostValues, 'position' | 'written'>): Outcome<CostValues, CostProblem> {
  const [planned, final, year] = [readAmount(typed.planned), readAmount(typed.final), readYear(typed.year)]
  const basis = readBasis(typed.basis, [planned, final])
  const problems = found<CostProblem>({
    natureUnknown: !isNature(typed.nature), labelTooLong: typed.label.length > 300, yearUnreadable: year === undefined,
    basisUnclear: basis === undefined, plannedUnreadable: !planned.ok, finalUnreadable: !final.ok,
  })
  if (!isNature(typed.nature) || year === undefined || basis === undefined || !planned.ok || !final.ok || problems.length >
    0) return refused(problems)
  return accepted({
    ...kept, nature: typed.nature, label: typed.label, year, basis, plannedCents: planned.cents, finalCents: final.cents,
    fctvaEligible: flags[typed.fctva] ?? null,
  })
}
