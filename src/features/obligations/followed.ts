// Everything that the agenda of an operation is computed from, gathered in a fixed number of statements, whatever the number of obligations.
import type { Kysely } from 'kysely'
import { plusDays } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { stateOf } from '../../law/operation-state.ts'
import type { ConventionState, OperationRecord } from '../../law/operation-record.ts'
import type { Schema } from '../../schema.ts'
import { operationRecord } from '../acts/acts.store.ts'
import { anyDay } from './agenda.rules.ts'
import type { Followed } from './agenda.rules.ts'
import { endedOn, keptOf } from './entry.rules.ts'
import type { Entry } from './entry.rules.ts'
import { findObligation, listEntries, listEntriesOf, listObligations } from './obligations.store.ts'
import type { ObligationRow } from './obligations.store.ts'
import type { ConventionDays } from './occurrence.rules.ts'

type Db = Kysely<Schema>
export type FollowedObligation = ObligationRow & Followed & { readonly entries: readonly Entry[] }

/** The obligations, and the record of acts their days come from. */
export type Following = { readonly record: OperationRecord; readonly obligations: readonly FollowedObligation[] }

/** Every obligation with the days of its convention and what people recorded of it. */
export async function listFollowed(db: Db): Promise<Following> {
  const [rows, entries, record] = [await listObligations(db), await listEntries(db), await operationRecord(db)]
  const byObligation = new Map<string, Entry[]>()
  for (const entry of entries) {
    const same = byObligation.get(entry.obligationId)
    if (same === undefined) byObligation.set(entry.obligationId, [entry])
    else same.push(entry)
  }
  const lives = livesOf(record)
  return { record, obligations: rows.map((row) => followed(row, byObligation.get(row.id) ?? [], lives)) }
}

/** One obligation, followed the same way; none when the operation has none under this id. */
export async function findFollowed(db: Db, id: ObligationRow['id']): Promise<Following & { readonly found: FollowedObligation | undefined }> {
  const [row, record] = [await findObligation(db, id), await operationRecord(db)]
  const found = row === undefined ? undefined : followed(row, await listEntriesOf(db, row), livesOf(record))
  return { record, found, obligations: found === undefined ? [] : [found] }
}

function followed(row: ObligationRow, entries: readonly Entry[], lives: ReadonlyMap<string, Life>): FollowedObligation {
  const { annulledOn, ...days } = lives.get(row.conventionId) ?? unknownLife
  const ended = [endedOn(entries), annulledOn].filter((day) => day !== null).sort()[0] ?? null
  return { ...row, entries, kept: keptOf(entries), endedOn: ended, days }
}

/** The days of a convention, and the day from which it is annulled. */
type Life = ConventionDays & { readonly annulledOn: PlainDate | null }
const unknownLife: Life = { signedOn: null, entersOn: null, endsOn: null, annulledOn: null }

/** When each convention of the operation starts and ends, as everything recorded says: what it is on its last day tells whether it got there. */
function livesOf(record: OperationRecord): ReadonlyMap<string, Life> {
  const later = stateOf(record, anyDay.to, null).conventions
  const days = [...new Set(later.map(({ endsOn }) => endsOn ?? anyDay.to))]
  const onDay = new Map(days.map((day) => [day, new Map(stateOf(record, day, null).conventions.map((state) => [state.conventionId, state]))]))
  return new Map(later.map((state) =>
    [state.conventionId, lifeOf(onDay.get(state.endsOn ?? anyDay.to)?.get(state.conventionId) ?? state)]))
}

/** An early end stops obligations on its eve; an annulment takes them all away from its day. The state is that of the last day of its term. */
function lifeOf({ signedOn, entersOn, endsOn, state, since }: ConventionState): Life {
  return {
    signedOn, entersOn, endsOn: state === 'terminated' && since !== null ? plusDays(since, -1) : endsOn,
    annulledOn: state === 'annulled' ? (since ?? entersOn) : null,
  }
}
