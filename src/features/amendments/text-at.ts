// The text of a convention on any day: gathered once in a fixed number of statements, then consolidated for as many days as are asked.
import type { Kysely } from 'kysely'
import { consolidate } from '../../amending/consolidate.ts'
import type { Amendment, Consolidation, TextNode } from '../../amending/consolidation.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { ConventionState, OperationRecord } from '../../law/operation-record.ts'
import type { Schema } from '../../schema.ts'
import { operationRecord } from '../acts/acts.store.ts'
import { stateOf } from '../../law/operation-state.ts'
import { gatherText } from './amendments.store.ts'
import type { InstructionRow, TextParts, TextRow } from './amendments.store.ts'

type Db = Kysely<Schema>

/**
 * An amendment beside the text it amends. `number`: as its title gives it, else its rank. `sign`: the few characters that stand after its words.
 * `label`: its title as one says it, without the text it amends.
 */
export type TextAmendment = Amendment & {
  readonly slug: string; readonly number: string; readonly sign: string; readonly label: string; readonly signedOn: PlainDate | null
  readonly state: ConventionState | undefined
}
/** All that the text of a convention is made of. */
export type TextSource = {
  readonly base: readonly TextNode[]; readonly amendments: readonly TextAmendment[]
  readonly instructions: ReadonlyMap<string, InstructionRow>
  /** What the days of effect were told from, and the state of each convention on the day asked. */
  readonly record: OperationRecord; readonly states: ReadonlyMap<string, ConventionState>
}

export const textOn = (source: TextSource, day: PlainDate): Consolidation => consolidate(source.base, source.amendments, day)

/** The text of a convention, ready for any day: what it is made of, and the day each amendment takes effect as its acts say on this day. */
export async function loadText(db: Db, convention: Pick<TextRow, 'id'>, today: PlainDate): Promise<TextSource> {
  return sourceOf(await gatherText(db, convention.id), await operationRecord(db), today)
}

/** Amendments in the order they take effect; those that wait come last, in the order they were written. */
export function sourceOf({ base, amendments, instructions }: TextParts, record: OperationRecord, today: PlainDate): TextSource {
  const states = new Map(stateOf(record, today, null).conventions.map((state) => [state.conventionId, state]))
  const lines = amendments.map((amendment, rank) => {
    const state = states.get(amendment.id)
    const numbered = /^(?:projet d['’])?avenant\s*n\s*[°o]\s*(\d+)/i.exec(amendment.title)
    const number = numbered?.[1] ?? String(rank + 1)
    return {
      id: amendment.id, slug: amendment.slug, title: amendment.title, number, sign: `A${number}`, state,
      label: numbered?.[0] ?? amendment.title,
      entersOn: state === undefined ? null : effectOf(state, states.get(amendment.amends ?? '')), signedOn: state?.signedOn ?? null,
      instructions: instructions.filter((row) => row.amendment === amendment.id).map(({ id, change, sentence, entersOn }) =>
        ({ id, change, sentence, ...(entersOn !== null && { entersOn }) })),
    }
  })
  const last = '9999'
  return {
    base, record, states, instructions: new Map(instructions.map((row) => [row.id, row])),
    amendments: lines.sort((one, other) => (one.entersOn ?? last).localeCompare(other.entersOn ?? last)),
  }
}

/** The day an amendment takes effect; null while nobody can tell, and for ever when it was annulled, alone or before the text it amends. */
const effectOf = (state: ConventionState, amended: ConventionState | undefined): PlainDate | null =>
  (state.state === 'annulled' && amended?.state !== 'annulled' ? null : state.entersOn)

/** The same text if this amendment took effect on a day. */
export const asIf = (source: TextSource, amendment: string, day: PlainDate | null): TextSource => ({
  ...source, amendments: source.amendments.map((one) => (one.id === amendment ? { ...one, entersOn: day } : one)),
})
