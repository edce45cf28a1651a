// A line of the money of an action, as people write it: what something costs, or who brings what.
import type { Id } from '../kernel/id.ts'
import type { Cents, TaxBasis } from '../kernel/money.ts'
import type { CostNature, FundingKind } from './funding-status.ts'

/** What something costs, one nature and one year. Amounts: null when unknown. `written`: as an imported file put it, when that says more. */
export type CostValues = {
  readonly position: number; readonly label: string; readonly nature: CostNature; readonly year: number | null; readonly basis: TaxBasis
  readonly plannedCents: Cents | null; readonly finalCents: Cents | null
  /** Eligible to the compensation of value added tax; null: nobody said. */
  readonly fctvaEligible: boolean | null
  readonly written: string | null
}
/** What one funder brings. `amountCents`: planned or asked for. `rateBasisPoints`: of the eligible base, in hundredths of a percent. */
export type FundingValues = {
  readonly position: number; readonly funderId: Id<'organisation'> | null; readonly scheme: string | null; readonly kind: FundingKind
  readonly basis: TaxBasis; readonly amountCents: Cents | null; readonly rateBasisPoints: number | null; readonly baseCents: Cents | null
  readonly note: string; readonly written: string | null
}
/** The money of one year expected from a line. */
export type Instalment = { readonly year: number; readonly amountCents: Cents }
