// Amounts as a form shows them to be typed again: figures a person reads, without a sign, that the form reads back to the cent.
import { inEuros } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'

/** `55 000`, `1 234,50`; nothing when unknown. */
export const amountTyped = (value: Cents | null): string => (value === null ? '' : inEuros(value).replace(/\u00a0€$/, '').replaceAll('\u202f', ' '))
