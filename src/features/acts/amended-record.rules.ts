// What signed amendments add to the record of an operation besides words: their term, parties who join or leave, sectors. Pure.
import { plusMonths } from '../../kernel/date.ts'
import { nameKey } from '../../kernel/text.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { LegalAct } from '../../law/legal-act.ts'
import type { OperationRecord, RecordedConvention, RecordedParty } from '../../law/operation-record.ts'
import { entryOf } from '../../law/signing.ts'
import { correctedActs, isJudgment } from '../../law/standing.ts'
import { startOfTerm } from '../../law/term.ts'
import type { Change } from '../../reading/instruction.ts'

type Of<Verb extends Change['verb']> = Extract<Change, { readonly verb: Verb }>

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
  return { conventions, acts: [...record.acts, ...effects.flatMap((effect) => orderedAct(effect, record, acts))] }
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

function orderedAct(effect: OrderedEffect, record: OperationRecord, acts: readonly LegalAct[]): LegalAct[] {
  const { id, amendment, change, entersOn, recordedAt } = effect
  const convention = record.conventions.find((one) => one.id === amendment)
  if (convention === undefined || convention.amends === null) return []
  const done = doneBy(effect, record.conventions.flatMap(({ parties }) => parties), acts)
  if (done === undefined) return []
  const own = acts.filter((act) => act.conventionId === amendment)
  const day = entryOf(convention, own).on
  if (day === null || own.some((act) => isJudgment(act) && act.about === null)) return []
  return [{
    id, ...done, conventionId: convention.amends, authority: { name: 'name' in change ? change.name : '', siren: null },
    on: day, effectiveOn: entersOn !== null && entersOn > day ? entersOn : null, about: null, reason: null, recordedAt,
  }]
}

/** The act that a change of party or of sector is. */
function doneBy(
  { change, insee }: OrderedEffect, parties: readonly RecordedParty[], acts: readonly LegalAct[],
): Pick<LegalAct, 'kind' | 'effect'> | undefined {
  if (change.verb === 'party') {
    return { kind: change.change === 'add' ? 'accession' : 'withdrawal', effect: { party: change.name, ...(insee !== undefined && { insee }) } }
  }
  if (change.verb !== 'sector') return undefined
  const known = acts.flatMap(({ effect: { sector } }) => (sector !== undefined && nameKey(sector.name) === nameKey(change.name) ? [sector] : []))
  const commune = communeOf(change, parties) ?? insee ?? onlyOne(known.map((sector) => sector.insee)) ?? ''
  const before = known.findLast((sector) => sector.insee === commune)
  const townCentre = /\bcentre[s]? (?:ville|bourg)s?\b/.test(nameKey(change.name)) || (change.change === 'replace' && before?.townCentre === true)
  return { kind: 'perimeter', effect: { sector: {
    name: before?.name ?? change.name, insee: commune, townCentre, ...(change.change === 'remove' && { removed: true }),
  } } }
}

/** The commune that the change names, or that ends the name of its sector (« centre-ville de Lens »), among the parties. */
function communeOf({ name, commune }: Of<'sector'>, parties: readonly RecordedParty[]): string | undefined {
  const words = nameKey(commune ?? name)
  const street = commune === undefined && /\b(?:rue|avenue|boulevard|route|chemin|place|porte|faubourg|canal|gare)\b/.test(words)
  return street ? undefined : onlyOne(parties.flatMap((party) => {
    const own = nameKey(party.name).replace(/^(?:la )?(?:commune|ville) (?:de la |de |d |du |des )?/, '')
    return party.insee !== null && own !== '' && (words === own || (` ${words}`).endsWith(` ${own}`)) ? [party.insee] : []
  }))
}

const onlyOne = (found: readonly string[]): string | undefined => (new Set(found).size === 1 ? found[0] : undefined)
