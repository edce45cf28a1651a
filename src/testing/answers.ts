// What the state engine answers about the usual convention of tests, asked in one word.
import { date } from '../kernel/date.ts'
import type { LegalAct } from '../law/legal-act.ts'
import type { ConventionState, OperationRecord, OperationState, StateAnswer } from '../law/operation-record.ts'
import { stateOf } from '../law/operation-state.ts'
import { aConvention, aRecord, instantOf } from './records.ts'

export const on = (record: OperationRecord, day: string, known?: string): OperationState =>
  stateOf(record, date(day), known === undefined ? null : instantOf(known))
export const convention = (record: OperationRecord, day: string, known?: string): ConventionState => {
  const [first] = on(record, day, known).conventions
  if (first === undefined) throw new Error('no convention')
  return first
}
export const commune = (record: OperationRecord, insee: string, day: string): StateAnswer => {
  const found = on(record, day).communes.find((town) => town.insee === insee)
  if (found === undefined) throw new Error('no such commune')
  return found
}
/** `inForce signedByAll endAhead`: the state, then the codes of its reasons. */
export const said = ({ state, reasons }: StateAnswer): string => [state, ...reasons.map(({ code }) => code)].join(' ')
export const signed = aConvention({ term: { signedOn: date('2023-04-06') } })
export const of = (...acts: LegalAct[]): OperationRecord => aRecord([signed], acts)
