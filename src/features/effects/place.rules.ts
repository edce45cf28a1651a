// What the sources say of a place on a day, made into the facts the levers ask about: what a source could not say stays unknown, never « no ». Pure.
import { metresToEdge } from '../../geometry/area.ts'
import { buildPointIndex } from '../../geometry/point-index.ts'
import { boxOf } from '../../geometry/shape.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { nameKey } from '../../kernel/text.ts'
import type { LegalAct } from '../../law/legal-act.ts'
import type { LegalState, OperationState } from '../../law/operation-record.ts'
import { communeFrom } from '../../law/levers/place-facts.ts'
import type { ConventionFact, Doubt, Fact, PlaceFacts, SectorFact } from '../../law/levers/place-facts.ts'
import type { SectorSituation } from '../sectors/situation.rules.ts'
import type { SectorVersion } from '../sectors/sector.rules.ts'

/** What a source says, or why it does not. */
export type Known<Value> = { readonly known: true; readonly value: Value } | { readonly known: false; readonly why: Doubt }
/** Degrees; `precisionMetres`: how far the place itself may be from there. */
export type Spot = { readonly lon: number; readonly lat: number; readonly precisionMetres: number }
/** The law of the operation that day. `nameless`: a commune is party without anyone having said which. */
export type OperationKnown = {
  readonly state: OperationState; readonly nameless: boolean; readonly epci: string; readonly acts: readonly LegalAct[]
}

/** Everything asked of the sources about one place. `spot` null: only its commune is known. `epciOfCommune` undefined: it has none. */
export type KnownPlace = {
  readonly on: PlainDate; readonly spot: Spot | null
  /** The place is larger than the points known of it: a parcel told by its addresses. */
  readonly larger?: boolean
  readonly commune: Known<string>; readonly sectors: Known<readonly SectorSituation[]>
  readonly operation: Known<OperationKnown>; readonly epciOfCommune: Known<string | undefined>; readonly project: boolean
  /** Sectors drawn to show count as real ones: in a demonstration, which says so everywhere. */
  readonly demonstration: boolean
}
/** A shape that holds the place or comes close: `metres` to its nearest line. */
export type NearSector = { readonly situation: SectorSituation; readonly version: SectorVersion; readonly inside: Fact; readonly metres: number }

/** Team practice: the distance under which nobody can tell on which side a place is, when nothing says how precise a line is. */
export const precisionAssumed = 25

/** The sectors that hold a place or may, those in force or perhaps in force that day; indexed once for any number of places. */
export function finderOf(situations: readonly SectorSituation[]): (spot: Spot) => readonly NearSector[] {
  const shapes = situations.filter(({ standing }) => standing !== 'no').flatMap((situation) =>
    (situation.version === null ? situation.candidates : [situation.version]).flatMap((version) =>
      (version.geometry === null ? [] : [{ situation, version, geometry: version.geometry, box: boxOf(version.geometry) }])))
  const index = buildPointIndex(shapes.map(({ geometry }) => geometry))
  return (spot) => {
    const covering = index.shapesAt(spot.lon, spot.lat)
    return shapes.flatMap(({ situation, version, geometry, box }, rank) => {
      const margin = marginOf(version, spot)
      if (!near(box, spot, margin)) return []
      const metres = metresToEdge(geometry, [spot.lon, spot.lat])
      const inside: Fact = metres < margin ? 'tooClose' : covering.includes(rank) ? 'yes' : 'no'
      return inside === 'no' ? [] : [{ situation, version, inside, metres }]
    })
  }
}

/** The same for all the points known of one place: inside for all of them, or nobody can tell. */
export function nearAll(find: ReturnType<typeof finderOf>, spots: readonly Spot[]): readonly NearSector[] {
  const lists = spots.map(find)
  const all = new Map(lists.flat().map((one) => [one.version.id, one]))
  return [...all.values()].map((one) => {
    const same = lists.flatMap((list) => list.filter(({ version }) => version.id === one.version.id))
    const inside: Fact = same.length < spots.length ? 'unknown' : same.find((other) => other.inside !== 'yes')?.inside ?? 'yes'
    return { ...one, inside, metres: Math.min(...same.map(({ metres }) => metres)) }
  })
}

/** The same for one place; none when its sectors are not known. */
export const sectorsNear = ({ spot, sectors }: KnownPlace): readonly NearSector[] =>
  (spot === null || !sectors.known ? [] : finderOf(sectors.value)(spot))

const marginOf = ({ precisionMetres }: SectorVersion, { precisionMetres: own }: Spot): number => Math.max(precisionMetres ?? precisionAssumed, own)

/** Degrees a margin in metres is worth, with room to spare at the latitudes of France. */
function near(box: ReturnType<typeof boxOf>, { lon, lat }: Spot, margin: number): boolean {
  const room = margin / 50_000
  return box !== undefined && lon >= box.west - room && lon <= box.east + room && lat >= box.south - room && lat <= box.north + room
}

/** The facts of the place, each known or with the reason why it is not. */
export function factsOf(place: KnownPlace, near: readonly NearSector[] = sectorsNear(place)): PlaceFacts {
  const sectors = near.map((one) => sectorFact(one, place.demonstration))
  const { operation, epciOfCommune } = place
  const told = agreed(place.commune, sectors)
  const commune = told.known ? { insee: told.value } : told.why === 'unknown' || told.why === 'notLoaded' ? fromSectors(sectors, told.why)
    : { doubt: told.why }
  const insee = 'insee' in commune ? commune.insee : undefined
  const state = operation.known ? operation.value.state : undefined
  const inEpci: Fact = insee === undefined ? 'unknown' : !operation.known ? operation.why : !epciOfCommune.known ? epciOfCommune.why
    : epciOfCommune.value === operation.value.epci ? 'yes' : 'no'
  return {
    commune, sectors, sectorsComplete: completeness(place, insee, inEpci), conventions: conventionsOf(place, insee, inEpci),
    operation: state === undefined ? doubtOf(operation) : factOf(state.state), inEpci,
    inNeighbourEpci: inEpci === 'yes' ? 'no' : 'notLoaded', perimeters: perimetersOf(sectors), project: place.project ? 'yes' : 'unknown',
    party: 'unknown', decisions: {},
  }
}

/** A commune told that is not that of the sector surely around the place: one of the two is wrong, and nobody knows which. */
const agreed = (told: Known<string>, sectors: readonly SectorFact[]): Known<string> =>
  (told.known && sectors.some(({ kind, inside, commune }) => kind === 'intervention' && inside === 'yes'
    && commune !== null && commune !== told.value) ? { known: false, why: 'disputed' } : told)

function fromSectors(sectors: readonly SectorFact[], why: Doubt): PlaceFacts['commune'] {
  const found = communeFrom(sectors)
  return 'insee' in found ? found : { doubt: why }
}

const doubtOf = (known: Known<unknown>): Doubt => (known.known ? 'unknown' : known.why)

const facts: Readonly<Record<LegalState, Fact>> = {
  inForce: 'yes', notYet: 'no', expired: 'no', terminated: 'no', annulled: 'no', disputed: 'disputed', unknown: 'unknown',
}
const factOf = (state: LegalState): Fact => facts[state]

function sectorFact({ situation, version, inside }: NearSector, demonstration: boolean): SectorFact {
  const { sector, standing, reasons } = situation
  const doubted = reasons.find((reason) => reason.standing === 'unknown')
  const doubt: Doubt = doubted?.code === 'startUnknown' ? 'undated' : doubted?.code === 'actChallenged' || doubted?.state === 'disputed' ? 'disputed'
    : 'unknown'
  return {
    id: sector.id, version: String(version.number), label: sector.name, kind: sector.kind, commune: sector.insee, inside,
    valid: standing === 'yes' ? 'yes' : standing === 'no' ? 'no' : doubt,
    townCentre: version.townCentre === null ? 'unknown' : version.townCentre ? 'yes' : 'no', illustrative: sector.illustrative && !demonstration,
    act: version.actId,
  }
}

/** A perimeter of another law is known only where one holds the place: no file says that it gives them all. */
const perimetersOf = (sectors: readonly SectorFact[]): PlaceFacts['perimeters'] =>
  Object.fromEntries(sectors.filter(({ kind, inside, valid }) => kind !== 'intervention' && inside === 'yes' && valid === 'yes')
    .map(({ kind }) => [kind, 'yes' as const]))

/**
 * Are all the sectors of intervention that could hold the place known: those the acts name are drawn, none drawn lacks its shape, and one at least
 * may be in force, since a convention has some. A commune of the EPCI without convention has none; of another EPCI, nobody here knows.
 * @source CCH, art. L.303-2 II (the convention delimits its sectors, one of which holds a town centre)
 */
function completeness({ spot, sectors, operation, larger = false }: KnownPlace, insee: string | undefined, inEpci: Fact): Fact {
  if (!sectors.known) return sectors.why
  if (!operation.known) return operation.why
  if (insee === undefined || spot === null || larger) return 'unknown'
  const { state } = operation.value
  const member = state.communes.find((commune) => commune.insee === insee)
  if (member === undefined) return inEpci === 'no' ? 'outsideCoverage' : inEpci === 'yes' && operation.value.nameless ? 'unknown' : inEpci
  const here = sectors.value.filter(({ sector }) => sector.kind === 'intervention' && (sector.insee === insee || sector.insee === null))
  if (factOf(member.state) === 'no') return 'yes'
  if (here.every(({ standing }) => standing === 'no')) return 'notLoaded'
  if (here.some(isUndrawn)) return 'unknown'
  const drawn = new Set(here.map(({ sector }) => nameKey(sector.name)))
  const missing = state.sectors.some(({ insee: of, name, state: standing }) => (of === insee || of === '') && name !== ''
    && (standing === 'inForce' || standing === 'unknown' || standing === 'disputed') && !drawn.has(nameKey(name)))
  return missing ? 'notLoaded' : 'yes'
}

/** Nobody can tell what ground it covers: no shape of it is kept, or an act set it anew in a shape that is not. */
const isUndrawn = ({ standing, reasons, version, candidates }: SectorSituation): boolean => standing === 'unknown'
  && (reasons.some(({ code }) => code === 'actUndrawn') || (version?.geometry ?? candidates[0]?.geometry ?? null) === null)

/** The convention for each commune. One of the EPCI that is party to none of those known has not signed; elsewhere nobody here knows. */
function conventionsOf({ operation }: KnownPlace, insee: string | undefined, inEpci: Fact): readonly ConventionFact[] {
  const bare = { from: null, until: null, label: null }
  if (!operation.known) return insee === undefined ? [] : [{ insee, inForce: operation.why, ...bare }]
  const { state, nameless } = operation.value
  const told = state.communes.map(({ insee: of, state: standing, since, until }) =>
    ({ insee: of, inForce: factOf(standing), from: since, until, label: null }))
  if (insee === undefined || told.some((one) => one.insee === insee)) return told
  const unsigned: Fact = inEpci === 'no' ? 'outsideCoverage' : inEpci !== 'yes' ? inEpci : nameless || told.length === 0 ? 'unknown' : 'no'
  return [...told, { insee, inForce: unsigned, ...bare }]
}
