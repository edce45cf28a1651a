// Exact money: integer cents of euro, and whether value added tax is in or out. HT and TTC are never added.

/** Whole cents of euro. */
export type Cents = number & { readonly brand: 'Cents' }
/** `HT` without tax, `TTC` with tax; null when the text does not say. */
export type TaxBasis = 'HT' | 'TTC' | null

/** Cents from a whole number of them; throws when it is not one, since that is our mistake. */
export function cents(whole: number): Cents {
  if (!Number.isSafeInteger(whole)) throw new Error(`not whole cents: ${whole}`)
  return whole as Cents
}

/** `55 000 €`, `1 234 567,89 €`: cents only when there are some; no-break spaces throughout. */
export function inEuros(amount: Cents): string {
  const [units, rest] = [Math.trunc(Math.abs(amount) / 100), Math.abs(amount) % 100]
  const grouped = String(units).replace(/\B(?=(\d{3})+$)/g, '\u202f')
  return `${amount < 0 ? '−' : ''}${grouped}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}\u00a0€`
}
