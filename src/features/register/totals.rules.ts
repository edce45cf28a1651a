// The figures of the register: counts over every row of the list, those of the refused rows included, and the state of it all on a day.
import type { PlainDate } from '../../kernel/date.ts'
import { legalStates } from '../../law/operation-record.ts'
import type { LegalState } from '../../law/operation-record.ts'
import { endsWithinYear, stateOn, yearsLater } from './commune-state.rules.ts'
import type { ListRow } from './list-row.rules.ts'
import { contradicts } from './register.rules.ts'
import type { Register, RegisteredOperation } from './register.rules.ts'

type Counts = Readonly<Record<string, number>>
/**
 * Counts of rows, except those named `epci…`, which count EPCI with a signed row. `withoutTerm`: signed, no duration stated (blank or 0);
 * `withoutTermNorEnd`: nor any end. `withEnd`: something stands in the column of the end; `pastEnd`: an end stated to the day, before the day asked.
 */
export type RegisterTotals = {
  readonly rows: number; readonly signed: number; readonly epci: number
  readonly withoutTerm: number; readonly withoutTermNorEnd: number; readonly withEnd: number; readonly pastEnd: number
  readonly withoutEndOverFiveYears: number; readonly progressBlank: number
  readonly endsInYear: Counts; readonly signedInYear: Counts; readonly signedByProgramme: Counts; readonly updatedInYear: Counts
  readonly epciSeveralSignatures: number; readonly epciMixedProgrammes: number; readonly epciSeveralCommunes: number; readonly epciOneCommune: number
  readonly mostCommunes: number
  readonly byRegion: Readonly<Record<string, Share>>; readonly byDepartment: Readonly<Record<string, Share>>
  readonly states: Readonly<Record<LegalState, number>>; readonly endsWithinYear: number; readonly contradictions: number
}
type Share = { readonly signed: number; readonly epci: number }

/** `refusedRows`: rows of the list that no commune could be found in, counted for what they state. */
export function totalsOf(register: Register, refusedRows: readonly ListRow[], day: PlainDate): RegisterTotals {
  const all = [...register.operations.flatMap((operation) => operation.communes.map((commune) => commune.row)), ...refusedRows]
  const signed = all.filter((row) => row.signed === 'signed')
  const count = (rows: readonly ListRow[], keep: (row: ListRow) => boolean): number => rows.filter(keep).length
  const fiveYearsBefore = yearsLater(day, -5)
  return {
    rows: all.length, signed: signed.length,
    withoutTerm: count(signed, (row) => row.years === null), withoutTermNorEnd: count(signed, (row) => row.years === null && !statesEnd(row)),
    withEnd: count(signed, statesEnd), pastEnd: count(signed, (row) => row.endsOn !== null && row.endsOn < day),
    withoutEndOverFiveYears: count(signed, (row) =>
      !statesEnd(row) && row.signedOn !== null && fiveYearsBefore !== null && row.signedOn < fiveYearsBefore),
    progressBlank: count(signed, (row) => row.cells.progress.trim() === ''),
    endsInYear: tally(signed.map((row) => row.endsOn?.slice(0, 4))), signedInYear: tally(signed.map((row) => row.signedOn?.slice(0, 4))),
    signedByProgramme: tally(signed.map((row) => row.programme)), updatedInYear: tally(all.map((row) => row.updatedOn?.slice(0, 4))),
    ...epciTotals(register.operations),
    byRegion: shares(register, (row) => row.region), byDepartment: shares(register, (row) => row.department),
    ...stateTotals(register, day),
  }
}

const statesEnd = (row: ListRow): boolean => row.cells.endsOn.trim() !== ''

function tally(keys: readonly (string | undefined)[]): Counts {
  const counts: Record<string, number> = {}
  for (const key of keys) if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1)))
}

const signedIn = (operation: RegisteredOperation): number => operation.communes.filter(({ row }) => row.signed === 'signed').length

function epciTotals(operations: readonly RegisteredOperation[]) {
  const sizes = operations.map(signedIn).filter((size) => size > 0)
  return {
    epci: sizes.length, epciSeveralCommunes: sizes.filter((size) => size > 1).length, epciOneCommune: sizes.filter((size) => size === 1).length,
    mostCommunes: Math.max(0, ...sizes),
    epciSeveralSignatures: operations.filter(({ shapes }) => shapes.includes('severalSignatures')).length,
    epciMixedProgrammes: operations.filter(({ shapes }) => shapes.includes('mixedProgrammes')).length,
  }
}

function shares({ operations }: Register, placeOf: (row: ListRow) => string): Readonly<Record<string, Share>> {
  const found = new Map<string, { signed: number; epci: number }>()
  for (const { communes } of operations) {
    const places = communes.filter(({ row }) => row.signed === 'signed').map(({ row }) => placeOf(row))
    for (const place of places) {
      const share = found.get(place) ?? { signed: 0, epci: 0 }
      share.signed += 1
      found.set(place, share)
    }
    for (const place of new Set(places)) {
      const share = found.get(place)
      if (share !== undefined) share.epci += 1
    }
  }
  return Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)))
}

function stateTotals({ operations }: Register, day: PlainDate) {
  const states: Record<LegalState, number> = { inForce: 0, notYet: 0, expired: 0, terminated: 0, annulled: 0, disputed: 0, unknown: 0 }
  let [ending, contradictions] = [0, 0]
  for (const operation of operations) {
    for (const commune of operation.communes) {
      states[stateOn(commune, day).state] += 1
      if (endsWithinYear(commune, day)) ending += 1
      if (contradicts(operation, commune)) contradictions += 1
    }
  }
  return { states, endsWithinYear: ending, contradictions }
}

export const shownStates = legalStates.filter((state) => state !== 'terminated' && state !== 'annulled')
