// What a visitor looks for in the register, and the communes that answer, each with its state on the day asked about.
import type { PlainDate } from '../../kernel/date.ts'
import { byFrenchName, nameKey } from '../../kernel/text.ts'
import type { LegalState } from '../../law/operation-record.ts'
import { endsWithinYear, stateOn } from './commune-state.rules.ts'
import type { CommuneState } from './commune-state.rules.ts'
import { contradicts } from './register.rules.ts'
import type { Register, RegisteredCommune, RegisteredOperation } from './register.rules.ts'
import { shownStates } from './totals.rules.ts'

/** Each filter empty or false when not asked for. */
export type RegisterQuery = {
  readonly words: string; readonly region: string; readonly department: string; readonly state: LegalState | ''
  readonly endingSoon: boolean; readonly contradictions: boolean; readonly day: PlainDate
}
/** A commune ready to be looked for. `key`: its name and those of its EPCI, without accents or case, a space before each word. */
export type RegisterEntry = {
  readonly operation: RegisteredOperation; readonly commune: RegisteredCommune; readonly key: string; readonly contradictory: boolean
}
export type RegisterFinding = RegisterEntry & CommuneState

/** All communes, in the order of the EPCI, made once per list. */
export const entriesOf = ({ operations }: Register): readonly RegisterEntry[] => operations.flatMap((operation) => {
  const names = nameKey([operation.name, ...operation.stated, operation.siren ?? ''].join(' '))
  return operation.communes.map((commune) => {
    const key = ` ${nameKey(commune.row.commune)} ${commune.row.insee.toLowerCase()} ${names}`
    return { operation, commune, key, contradictory: contradicts(operation, commune) }
  })
})

/** The state of every commune on a day, in the order of the entries. */
export const statesOf = (entries: readonly RegisterEntry[], day: PlainDate): readonly CommuneState[] =>
  entries.map(({ commune }) => stateOn(commune, day))

/** The communes that pass every filter; words match from their beginning, in any order. `states`: those of the day asked about. */
export function findCommunes(
  entries: readonly RegisterEntry[], query: RegisterQuery, states: readonly CommuneState[] = statesOf(entries, query.day),
): readonly RegisterFinding[] {
  const words = nameKey(query.words).split(' ').filter((word) => word !== '')
  const found: RegisterFinding[] = []
  for (const [index, entry] of entries.entries()) {
    const { operation, commune, key, contradictory } = entry
    if (query.region !== '' && commune.row.region !== query.region) continue
    if (query.department !== '' && commune.row.department !== query.department) continue
    if (words.some((word) => !key.includes(` ${word}`))) continue
    if (query.endingSoon && !endsWithinYear(commune, query.day)) continue
    if (query.contradictions && !contradictory) continue
    const judged = states[index]
    if (judged === undefined || (query.state !== '' && judged.state !== query.state)) continue
    found.push({ operation, commune, key, contradictory, state: judged.state, reason: judged.reason })
  }
  return found
}

/** How many findings are in each state. */
export function countStates(found: readonly RegisterFinding[]): Readonly<Record<LegalState, number>> {
  const counts: Record<LegalState, number> = { inForce: 0, notYet: 0, expired: 0, terminated: 0, annulled: 0, disputed: 0, unknown: 0 }
  for (const { state } of found) counts[state] += 1
  return counts
}

/** Among the findings: an end in the twelve months to come, a row that contradicts itself. */
export const countSigns = (found: readonly RegisterFinding[], day: PlainDate) => ({
  ending: found.filter(({ commune }) => endsWithinYear(commune, day)).length,
  contradictory: found.filter(({ contradictory }) => contradictory).length,
})

/** The regions of the list, each with its departments; under no name, all departments. */
export type RegisterPlaces = ReadonlyMap<string, readonly string[]>

export function placesOf(entries: readonly RegisterEntry[]): RegisterPlaces {
  const places = new Map<string, Set<string>>([['', new Set()]])
  for (const { commune: { row: { region, department } } } of entries) {
    for (const name of ['', region]) places.set(name, (places.get(name) ?? new Set()).add(department))
  }
  const sorted = (names: ReadonlySet<string>) => [...names].filter((name) => name !== '').sort(byFrenchName)
  return new Map([...places].map(([region, names]) => [region, sorted(names)]))
}

export const readState = (text: string): LegalState | '' => shownStates.find((state) => state === text) ?? ''
