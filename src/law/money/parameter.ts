// Figures the law sets, each between the days it holds, with where it was read, when, and whether that reading is sure.
import type { PlainDate } from '../../kernel/date.ts'

/** `toConfirm`: read second-hand or from memory; shown as « à confirmer », never as law. */
export type Reliance = 'confirmed' | 'toConfirm'
/** Where a rule or a figure was read. */
export type Citation = { readonly text: string; readonly status: Reliance; readonly verifiedOn: PlainDate }

/** One value, from its first day to its last (null: still holds, as far as is known). */
export type DatedValue = Citation & { readonly value: number; readonly validFrom: PlainDate; readonly validTo: PlainDate | null }

/** `rate`: hundred-thousandths · `cents` · `months`. Values in order, without overlap. */
export type Parameter = {
  readonly name: string; readonly label: string; readonly unit: 'rate' | 'cents' | 'months'; readonly values: readonly DatedValue[]
}

/**
 * The value that holds on a day; undefined when none is known for it.
 * @source ours (no statute): each value names its own text
 */
export const valueOn = (parameter: Parameter, on: PlainDate): DatedValue | undefined =>
  parameter.values.find(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo))
