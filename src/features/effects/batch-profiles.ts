// The levers of a place made into a profile: once for each distinct set of sectors and commune, however many points are there. Pure.
import type { PlainDate } from '../../kernel/date.ts'
import { answerLevers } from '../../law/levers/lever-answer.ts'
import type { LeverVerdict } from '../../law/levers/lever-answer.ts'
import type { Lever } from '../../law/levers/lever.ts'
import { communeFrom, nothingKnown } from '../../law/levers/place-facts.ts'
import type { ConventionFact, Fact, PlaceFacts, SectorFact } from '../../law/levers/place-facts.ts'

/** One version of a sector, valid on the day asked or perhaps (`valid` says which); null when the file does not say. */
export type BatchSector = {
  readonly id: string; readonly commune: string | null; readonly townCentre: boolean | null; readonly version: string; readonly valid: Fact
}
/** Whether conventions are in force on the day asked, commune by commune. `complete`: a commune that is not there has signed none. */
export type BatchConventions = { readonly communes: readonly ConventionFact[]; readonly complete: boolean }
/** Everything the batch is told of, on one day; `conventions` null when no file was given. Plain values: threads get a copy. */
export type BatchScene = {
  readonly on: PlainDate; readonly sectors: readonly BatchSector[]; readonly conventions: BatchConventions | null; readonly levers: readonly Lever[]
}
/** A distinct vector of verdicts, in the order of the levers. `name`: the same whenever the vector is the same, on any file and any machine. */
export type Profile = { readonly name: string; readonly verdicts: readonly LeverVerdict[] }
/** A profile, and how many points have it. */
export type Counted = { readonly profile: Profile; readonly points: number }

/** The conventions of a scene by commune; null when no file was given. */
type States = { readonly byCommune: ReadonlyMap<string, ConventionFact>; readonly complete: boolean } | null

/** What is known of a point in these sectors and this commune (undefined: nobody says which). */
function placeFacts({ sectors }: BatchScene, states: States, ranks: readonly number[], commune: string | undefined): PlaceFacts {
  const holding = ranks.flatMap((rank): readonly SectorFact[] => {
    const sector = sectors[rank]
    return sector === undefined ? [] : [{
      id: sector.id, version: sector.version, label: null, kind: 'intervention', commune: sector.commune, inside: 'yes', valid: sector.valid,
      townCentre: sector.townCentre === null ? 'unknown' : sector.townCentre ? 'yes' : 'no', illustrative: false, act: null,
    }]
  })
  const place = commune === undefined ? communeFrom(holding) : atOdds(holding, commune) ? { doubt: 'disputed' } as const : { insee: commune }
  const wanted = new Set([...holding.map((sector) => sector.commune), 'insee' in place ? place.insee : null])
  const conventions = [...wanted].flatMap((insee) => (insee === null ? [] : stateOf(states, insee) ?? []))
  return { ...nothingKnown, commune: place, sectors: holding, sectorsComplete: 'yes', conventions }
}

/** The file of points says one commune, and every sector that surely holds the point is of another: one of the two is wrong. */
function atOdds(holding: readonly SectorFact[], commune: string): boolean {
  const sure = holding.filter((sector) => sector.valid === 'yes')
  return sure.length > 0 && sure.every((sector) => sector.commune !== null && sector.commune !== commune)
}

/** A commune that the file leaves out is unknown, unless the file says that it is complete. */
function stateOf(states: States, insee: string): ConventionFact | undefined {
  const known = states?.byCommune.get(insee)
  return known !== undefined || states?.complete !== true ? known : { insee, inForce: 'no', from: null, until: null, label: null }
}

/** All that the verdicts hang on: the distinct kinds of sectors that hold the point and the state of its commune, whichever they are. */
function kindOf({ sectors, conventions, commune }: PlaceFacts): string {
  const inForce = (insee: string | null): string => conventions.find((convention) => convention.insee === insee)?.inForce ?? 'nothing'
  const kinds = new Set(sectors.map(({ valid, townCentre, commune: own }) => `${valid} ${townCentre} ${inForce(own)}`))
  return [...[...kinds].toSorted(), 'insee' in commune ? inForce(commune.insee) : commune.doubt].join(', ')
}

/** Profiles of one scene: the levers are asked once for all the points of a kind. */
export function openProfiles(scene: BatchScene): (ranks: readonly number[], commune: string | undefined) => Profile {
  const { conventions } = scene
  const states = conventions === null ? null
    : { byCommune: new Map(conventions.communes.map((convention) => [convention.insee, convention])), complete: conventions.complete }
  const byKind = new Map<string, Profile>()
  return (ranks, commune) => {
    const facts = placeFacts(scene, states, ranks, commune)
    const kind = kindOf(facts)
    const profile = byKind.get(kind) ?? profileOf(scene, facts)
    byKind.set(kind, profile)
    return profile
  }
}

const letters: Readonly<Record<LeverVerdict, string>> = { applies: 'a', no: 'n', unknown: 'u' }

function profileOf({ levers, on }: BatchScene, facts: PlaceFacts): Profile {
  const answers = answerLevers(levers, facts, on)
  const name = nameOf(answers.map(({ lever, verdict }) => `${lever.id}${letters[verdict]}`).join(''))
  return { name, verdicts: answers.map(({ verdict }) => verdict) }
}

/** Each profile once, with all its points, in the order of their names; those of no point are left out. */
export function counted(told: readonly Counted[]): readonly Counted[] {
  const sums = new Map<string, Counted>()
  for (const { profile, points } of told) sums.set(profile.name, { profile, points: points + (sums.get(profile.name)?.points ?? 0) })
  return [...sums.values()].filter(({ points }) => points > 0).toSorted((one, other) => (one.profile.name < other.profile.name ? -1 : 1))
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `P` and seven signs, 35 bits of an FNV hash of the verdicts: enough to tell apart thousands of profiles. */
function nameOf(verdicts: string): string {
  let hash = 0xcbf29ce484222325n
  for (let at = 0; at < verdicts.length; at += 1) hash = BigInt.asUintN(64, (hash ^ BigInt(verdicts.charCodeAt(at))) * 0x100000001b3n)
  return `P${Array.from({ length: 7 }, (_, sign) => alphabet[Number((hash >> BigInt(29 + 5 * sign)) & 31n)]).join('')}`
}
