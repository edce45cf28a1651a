// What changed between two lists of the State, commune by commune, gathered by operation: signatures, terms, and the state each list allowed to say.
import type { PlainDate } from '../../kernel/date.ts'
import type { LegalState } from '../../law/operation-record.ts'
import { stateOn } from './commune-state.rules.ts'
import type { Register, RegisteredCommune, RegisteredOperation } from './register.rules.ts'

/** One thing that differs; `state`: each list judged on its own day, so that a term that merely ran out shows too. */
export type RegisterChange = { readonly insee: string; readonly commune: string } & (
  | { readonly kind: 'added' | 'removed'; readonly signedOn: PlainDate | null }
  | { readonly kind: 'signed' | 'unsigned'; readonly signedOn: PlainDate | null }
  | { readonly kind: 'signatureMoved'; readonly from: PlainDate | null; readonly to: PlainDate | null }
  | { readonly kind: 'durationChanged'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'endChanged'; readonly from: string; readonly to: string }
  | { readonly kind: 'stateChanged'; readonly from: LegalState; readonly to: LegalState })
export type OperationChanges = { readonly key: string; readonly name: string; readonly changes: readonly RegisterChange[] }

type Placed = { readonly operation: RegisteredOperation; readonly commune: RegisteredCommune }

/** Operations with at least one change, in the order of the newer list, then those that left it. */
export function changesBetween(older: Register, newer: Register): readonly OperationChanges[] {
  const [before, after] = [placesOf(older), placesOf(newer)]
  const found = new Map<string, { readonly name: string; readonly changes: RegisterChange[] }>()
  const add = ({ operation }: Placed, changes: readonly RegisterChange[]): void => {
    if (changes.length === 0) return
    const known = found.get(operation.key) ?? { name: operation.name, changes: [] }
    known.changes.push(...changes)
    found.set(operation.key, known)
  }
  for (const [insee, now] of after) {
    const then = before.get(insee)
    add(now, then === undefined ? [{ ...who(now.commune), kind: 'added', signedOn: now.commune.row.signedOn }]
      : differences(then.commune, now.commune, older.listedOn, newer.listedOn))
  }
  for (const [insee, then] of before) {
    if (!after.has(insee)) add(then, [{ ...who(then.commune), kind: 'removed', signedOn: then.commune.row.signedOn }])
  }
  return [...found].map(([key, { name, changes }]) => ({ key, name, changes }))
}

function placesOf(register: Register): ReadonlyMap<string, Placed> {
  return new Map(register.operations.flatMap((operation) =>
    operation.communes.map((commune) => [commune.row.insee, { operation, commune }] as const)))
}

const who = ({ row }: RegisteredCommune) => ({ insee: row.insee, commune: row.commune })

function differences(then: RegisteredCommune, now: RegisteredCommune, thatDay: PlainDate, thisDay: PlainDate): readonly RegisterChange[] {
  const [old, row, about] = [then.row, now.row, who(now)]
  const changes: RegisterChange[] = []
  const [wasSigned, isSigned] = [old.signed === 'signed', row.signed === 'signed']
  if (wasSigned !== isSigned) changes.push({ ...about, kind: isSigned ? 'signed' : 'unsigned', signedOn: row.signedOn })
  else if (old.signedOn !== row.signedOn) changes.push({ ...about, kind: 'signatureMoved', from: old.signedOn, to: row.signedOn })
  if (old.years !== row.years) changes.push({ ...about, kind: 'durationChanged', from: old.years, to: row.years })
  const [oldEnd, end] = [statedEnd(then), statedEnd(now)]
  if (oldEnd !== end) changes.push({ ...about, kind: 'endChanged', from: oldEnd, to: end })
  const [from, to] = [stateOn(then, thatDay).state, stateOn(now, thisDay).state]
  if (from !== to) changes.push({ ...about, kind: 'stateChanged', from, to })
  return changes
}

/** The end as one text: a day, a month, or the words of the cell. */
const statedEnd = ({ row }: RegisteredCommune): string => row.endsOn ?? row.endMonth ?? row.cells.endsOn.trim()
