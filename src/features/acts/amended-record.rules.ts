// What signed amendments add to the record of an operation besides words: the term they change, the parties who join or leave. Pure.
import { plusMonths } from '../../kernel/date.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { LegalAct } from '../../law/legal-act.ts'
import type { OperationRecord, RecordedConvention } from '../../law/operation-record.ts'
import { entryOf } from '../../law/signing.ts'
import { correctedActs, isJudgment } from '../../law/standing.ts'
import { startOfTerm } from '../../law/term.ts'
import type { Change } from '../../reading/instruction.ts'

/** An instruction that is more than words. `entersOn`: its own day, when it is deferred. `insee`: of the commune it names, when there is one. */
export type OrderedEffect = {
  readonly id: string; readonly amendment: string; readonly change: Change; readonly entersOn: PlainDate | null; readonly recordedAt: Instant
  readonly insee?: string
}

/** The record with what its amendments order. An amendment nobody is known to have signed orders nothing yet. */
export function withAmendments(record: OperationRecord, effects: readonly OrderedEffect[]): OperationRecord {
  if (effects.length === 0) return record
  const acts = correctedActs(record.acts)
  const conventions = record.conventions.map((convention) => {
    const term = effects.findLast((effect) => effect.amendment === convention.id && effect.change.verb === 'term')
    const amended = record.conventions.find((other) => other.id === convention.amends)
    return term === undefined || amended === undefined ? convention : { ...convention, amendsTerm: newTerm(term.change, amended, acts) }
  })
  return { conventions, acts: [...record.acts, ...effects.flatMap((effect) => partyAct(effect, record, acts))] }
}

/** To a day, by a duration, or the whole length, which is then counted from the start of the amended convention. */
function newTerm(change: Change, amended: RecordedConvention, acts: readonly LegalAct[]): RecordedConvention['amendsTerm'] {
  if (change.verb !== 'term') return null
  if (change.until !== undefined) return { endsOn: change.until }
  if (change.by !== undefined) return { months: change.by }
  const { signedOn, on } = entryOf(amended, acts.filter((act) => act.conventionId === amended.id))
  const start = startOfTerm(amended.term, signedOn ?? on ?? undefined) ?? on
  return start === null || change.lasts === undefined ? null : { endsOn: plusMonths(start, change.lasts) }
}

function partyAct(effect: OrderedEffect, record: OperationRecord, acts: readonly LegalAct[]): LegalAct[] {
  const { id, amendment, change, entersOn, recordedAt, insee } = effect
  const convention = record.conventions.find((one) => one.id === amendment)
  if (change.verb !== 'party' || convention === undefined || convention.amends === null) return []
  const own = acts.filter((act) => act.conventionId === amendment)
  const day = entryOf(convention, own).on
  if (day === null || own.some((act) => isJudgment(act) && act.about === null)) return []
  return [{
    id, kind: change.change === 'add' ? 'accession' : 'withdrawal', conventionId: convention.amends, authority: { name: change.name, siren: null },
    on: day, effectiveOn: entersOn !== null && entersOn > day ? entersOn : null, about: null,
    effect: { party: change.name, ...(insee !== undefined && { insee }) }, reason: null, recordedAt,
  }]
}
