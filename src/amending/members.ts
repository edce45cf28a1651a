// Parties that amendments bring in or take out: twice the same is refused. Who was party before is known elsewhere.
import { nameKey } from '../kernel/text.ts'
import type { Change } from '../reading/instruction.ts'
import type { StructuredChange } from './consolidation.ts'
import type { Miss } from './place.ts'

/** `earlier`: the changes in force before this one, in order. */
export function checkParty(change: Change, earlier: readonly StructuredChange[]): { readonly ok: true } | Miss {
  if (change.verb !== 'party') return { ok: true }
  const last = earlier.findLast(({ change: other }) => other.verb === 'party' && nameKey(other.name) === nameKey(change.name))?.change
  if (last?.verb !== 'party' || last.change !== change.change) return { ok: true }
  return { ok: false, code: change.change === 'add' ? 'partyAlready' : 'partyNotFound' }
}
