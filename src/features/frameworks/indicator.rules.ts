// An indicator: what it is, what its forms may say, how its figures are read. Pure.
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { fold } from '../../kernel/text.ts'

export const indicatorKinds = ['realisation', 'result', 'context'] as const
/** What was done, what it changed, or what the territory is like whatever one does. */
export type IndicatorKind = (typeof indicatorKinds)[number]

/** What a person says of an indicator. `orientationId`: the one it measures as a whole. */
export type IndicatorValues = {
  readonly name: string; readonly unit: string; readonly kind: IndicatorKind; readonly formula: string; readonly source: string
  readonly orientationId: Id<'orientation'> | null
}
export type Indicator = IndicatorValues & { readonly id: Id<'indicator'>; readonly version: number }

export const indicatorFields = ['name', 'unit', 'kind', 'formula', 'source', 'orientation'] as const
export type IndicatorTyped = Readonly<Record<(typeof indicatorFields)[number], string>>
export type IndicatorProblem =
  | 'nameMissing' | 'nameTooLong' | 'nameTaken' | 'unitTooLong' | 'kindUnknown' | 'formulaTooLong' | 'sourceTooLong' | 'orientationUnknown'

/** Reads the form; refuses with every problem at once. `others`: the other indicators of the operation. */
export function readIndicator(
  typed: IndicatorTyped, others: readonly Pick<Indicator, 'name'>[], orientations: readonly { readonly id: Id<'orientation'> }[],
): Outcome<IndicatorValues, IndicatorProblem> {
  const kind = indicatorKinds.find((one) => one === typed.kind)
  const orientation = orientations.find(({ id }) => id === typed.orientation)
  const problems = found<IndicatorProblem>({
    nameMissing: typed.name === '', nameTooLong: typed.name.length > 300,
    nameTaken: others.some(({ name }) => name.toLowerCase() === typed.name.toLowerCase()),
    unitTooLong: typed.unit.length > 60, kindUnknown: kind === undefined, formulaTooLong: typed.formula.length > 2000,
    sourceTooLong: typed.source.length > 1000, orientationUnknown: typed.orientation !== '' && orientation === undefined,
  })
  if (kind === undefined || problems.length > 0) return refused(problems)
  const { name, unit, formula, source } = typed
  return accepted({ name, unit, kind, formula, source, orientationId: orientation?.id ?? null })
}

/** A figure observed one day; `value` null: observed, and not published. */
export type Observation = { readonly on: PlainDate; readonly value: number | null; readonly note: string; readonly actionId: Id<'action'> | null }
export const observationFields = ['on', 'value', 'unpublished', 'note', 'action'] as const
export type ObservationTyped = Readonly<Record<(typeof observationFields)[number], string>>
export type ObservationProblem =
  | 'dayUnreadable' | 'dayInFuture' | 'valueMissing' | 'valueUnreadable' | 'valueAndUnpublished' | 'noteTooLong' | 'actionUnknown'

/** Reads the form of a value; refuses with every problem at once. `actions`: those it may be about. */
export function readObservation(
  typed: ObservationTyped, actions: readonly { readonly id: Id<'action'> }[], today: PlainDate,
): Outcome<Observation, ObservationProblem> {
  const on = readDate(typed.on)
  const value = readFigure(typed.value)
  const action = actions.find(({ id }) => id === typed.action)
  const unpublished = typed.unpublished !== ''
  const problems = found<ObservationProblem>({
    dayUnreadable: on === undefined, dayInFuture: on !== undefined && on > today,
    valueMissing: typed.value === '' && !unpublished, valueUnreadable: typed.value !== '' && value === undefined,
    valueAndUnpublished: typed.value !== '' && unpublished, noteTooLong: typed.note.length > 1000,
    actionUnknown: typed.action !== '' && action === undefined,
  })
  if (on === undefined || problems.length > 0) return refused(problems)
  return accepted({ on, value: unpublished ? null : value ?? null, note: typed.note, actionId: action?.id ?? null })
}

/** A figure as people type it: « 1 234,5 », « -3 », « 12 % »; undefined when it is none. */
export function readFigure(typed: string): number | undefined {
  const plain = fold(typed).replace(/\s|%$/g, '').replace(',', '.')
  return /^[+-]?\d{1,15}(?:\.\d{1,9})?$/.test(plain) ? Number(plain) : undefined
}

/** How far the last figure is from the first towards the target, in percent, whole; null when it cannot be told. */
export function progressTowards(baseline: number | null, last: number | null, target: number | null): number | null {
  if (baseline === null || last === null || target === null || baseline === target) return null
  return Math.round((100 * (last - baseline)) / (target - baseline))
}
