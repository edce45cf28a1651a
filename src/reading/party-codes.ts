// The official codes of parties, from the reference of territories: communes of the same name told apart by the company they keep.
import { isSiren } from '../kernel/siren.ts'
import { nameKey } from '../kernel/text.ts'
import type { CommuneEntry, EpciEntry, Gazetteer } from './gazetteer.ts'
import type { Party } from './facts.ts'
import { properName } from './party-names.ts'

/** A party whose codes are sought. `words`: its clause, where a SIREN may be printed. */
export type Uncoded = { readonly party: Party; readonly words: string }

/**
 * The parties with their codes; the kind of a name that announced none may be settled
 * by the reference. `sirens`: of the acts stamped on the text.
 */
export function addCodes(found: readonly Uncoded[], gazetteer: Gazetteer, sirens: readonly string[]): readonly Party[] {
  const settled = found.map(({ party, words }) => ({ party: settleKind(party, gazetteer), words }))
  const candidates = settled.map(({ party }) => (party.kind === 'commune' ? gazetteer.communesNamed(properName(party.name)) : []))
  const epcis = chooseEpcis(settled, candidates, gazetteer, sirens)
  const members = new Set([...epcis.values()].flatMap((epci) => epci.members))
  const departments = departmentsOf(members, candidates, gazetteer, sirens)
  return settled.map(({ party, words }, index) => {
    const printed = printedSiren(words)
    const epci = epcis.get(index)
    if (epci !== undefined) return {
      ...party, siren: printed ?? epci.siren, confidence: party.confidence < 0.9 && party.confidence >= 0.7 ? 0.9 : party.confidence,
    }
    const commune = party.kind === 'commune' ? chooseCommune(candidates[index] ?? [], members, departments, printed) : undefined
    if (commune !== undefined) {
      const sure = (candidates[index]?.length ?? 0) === 1 || members.has(commune.insee) || departments.get(commune.department) !== undefined
      return {
        ...party, insee: commune.insee, ...siren(printed ?? commune.siren), confidence: sure ? party.confidence : Math.min(party.confidence, 0.6),
      }
    }
    const unknown = party.kind === 'commune' || party.kind === 'epci' ? { confidence: Math.min(party.confidence, 0.8) } : {}
    return { ...party, ...unknown, ...siren(printed ?? '') }
  })
}

const siren = (number: string): { siren: string } | Record<string, never> => (number === '' ? {} : { siren: number })

/** A SIREN, or the one a SIRET starts with, printed in the clause after its name and passing its key. */
function printedSiren(words: string): string | undefined {
  const number = /\bsire[nt]\b[^\d]{0,20}(\d{3}[\s.]?\d{3}[\s.]?\d{3})/i.exec(words)?.[1]?.replace(/\D/g, '')
  return number !== undefined && isSiren(number) ? number : undefined
}

function settleKind(party: Party, gazetteer: Gazetteer): Party {
  if (party.kind !== 'other') return party
  if (party.signatories.some(({ capacity }) => /^mairesse|^maire\b/i.test(capacity)) && gazetteer.communesNamed(party.name).length > 0) {
    return { ...party, kind: 'commune', role: 'beneficiary' }
  }
  const named = gazetteer.epcisNamed(party.name)[0]
  if (named !== undefined) return { ...party, kind: 'epci', role: party.role === 'partner' ? 'partner' : 'carrier' }
  return gazetteer.communesNamed(party.name).length > 0
    ? { ...party, kind: 'commune', role: party.role === 'partner' ? 'partner' : 'beneficiary' } : party
}

/** Of the EPCI that bear a name, the one that holds most of the communes named beside it, or whose act is stamped on the text. */
function chooseEpcis(
  found: readonly Uncoded[], candidates: readonly (readonly CommuneEntry[])[], gazetteer: Gazetteer, sirens: readonly string[],
): ReadonlyMap<number, EpciEntry> {
  const chosen = new Map<number, EpciEntry>()
  const insees = candidates.map((list) => list.map((commune) => commune.insee))
  found.forEach(({ party, words }, index) => {
    if (party.kind !== 'epci') return
    const printed = printedSiren(words)
    const known = printed === undefined ? undefined : gazetteer.epciOfSiren(printed)
    const named = known ? [known] : gazetteer.epcisNamed(party.name)
    const held = (epci: EpciEntry) =>
      insees.filter((list) => list.some((insee) => epci.members.includes(insee))).length + (sirens.includes(epci.siren) ? 1 : 0)
    const best = named.map((epci) => ({ epci, count: held(epci) })).sort((one, other) => other.count - one.count)[0]
    if (best !== undefined && (best.count > 0 || named.length === 1 || insees.every((list) => list.length === 0))) chosen.set(index, best.epci)
    else {
      const common = commonEpci(candidates, gazetteer)
      if (common !== undefined && shareWord(common.name, party.name)) chosen.set(index, common)
    }
  })
  return chosen
}

/** The EPCI that most of the communes named belong to. */
function commonEpci(candidates: readonly (readonly CommuneEntry[])[], gazetteer: Gazetteer): EpciEntry | undefined {
  const votes = new Map<string, number>()
  for (const list of candidates) {
    for (const number of new Set(list.flatMap((commune) => commune.epci ?? []))) votes.set(number, (votes.get(number) ?? 0) + 1)
  }
  const [first, second] = [...votes].sort(([, one], [, other]) => other - one)
  return first === undefined || first[1] === second?.[1] ? undefined : gazetteer.epciOfSiren(first[0])
}

const distinctive = (name: string): readonly string[] =>
  nameKey(name).split(' ')
    .filter((word) => word.length > 3 && !/^(?:communaute|communes|agglomeration|metropole|pays|intercommunalite|territoire)$/.test(word))
const shareWord = (one: string, other: string): boolean => distinctive(one).some((word) => distinctive(other).includes(word))

/** How many signs point to each department: the communes of the EPCI, those of which there is one alone, the acts stamped. */
function departmentsOf(
  members: ReadonlySet<string>, candidates: readonly (readonly CommuneEntry[])[], gazetteer: Gazetteer, sirens: readonly string[],
): ReadonlyMap<string, number> {
  const votes = new Map<string, number>()
  const vote = (department: string | undefined) => {
    if (department !== undefined) votes.set(department, (votes.get(department) ?? 0) + 1)
  }
  for (const insee of members) vote(gazetteer.communeOfInsee(insee)?.department)
  for (const list of candidates) if (list.length === 1) vote(list[0]?.department)
  for (const number of sirens) {
    vote(gazetteer.communeOfSiren(number)?.department ?? gazetteer.communeOfInsee(gazetteer.epciOfSiren(number)?.members[0] ?? '')?.department)
  }
  return votes
}

function chooseCommune(
  list: readonly CommuneEntry[], members: ReadonlySet<string>, departments: ReadonlyMap<string, number>, printed: string | undefined,
): CommuneEntry | undefined {
  const own = list.find((commune) => commune.siren === printed) ?? list.find((commune) => members.has(commune.insee))
  return own ?? [...list].sort((one, other) => (departments.get(other.department) ?? 0) - (departments.get(one.department) ?? 0))[0]
}
