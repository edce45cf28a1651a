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

/** An amount as a person types it in euros (`1 234,56`, `1234.5 €`, `55 000`); undefined when it is not one, or beyond any plan. */
export function readEuros(typed: string): Cents | undefined {
  const found = /^(\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d{1,11})(?:[,.](\d{1,2}))?[ \u00a0\u202f]?(?:€|euros?)?$/i.exec(typed.trim())
  if (found === null) return undefined
  const units = (found[1] ?? '').replace(/\D/g, '')
  return units.length > 11 ? undefined : cents(Number(units) * 100 + Number((found[2] ?? '').padEnd(2, '0')))
}
