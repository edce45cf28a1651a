// The answer: what each lever does at a place on a day, and what every source said of it.
import type { PlainDate } from '../../kernel/date.ts'
import type { LeverAnswer } from '../../law/levers/lever-answer.ts'
import { answerLevers } from '../../law/levers/lever-answer.ts'
import type { Audience, Lever } from '../../law/levers/lever.ts'
import type { Doubt, PlaceFacts } from '../../law/levers/place-facts.ts'
import type { AddressLoad } from '../addresses/address.rules.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import { communeOfCode } from '../territories/territory.rules.ts'
import { factsOf, finderOf, nearAll, sectorsNear } from './place.rules.ts'
import type { Known, KnownPlace, NearSector, OperationKnown, Spot } from './place.rules.ts'
import type { PlaceAsked } from './question.rules.ts'
import type { Asker } from './asking.store.ts'
import type { SourceName, Sources } from './sources.ts'

export type Question = {
  readonly place: PlaceAsked; readonly on: PlainDate; readonly audience: Audience | undefined; readonly project: boolean
  readonly demonstration: boolean
}
/** `why` null: it answered. `asked` false: this question did not need it. */
export type SourceTold = { readonly name: SourceName; readonly why: Doubt | null; readonly asked: boolean }
export type PlaceAnswer = {
  readonly question: Question; readonly facts: PlaceFacts; readonly commune: { readonly insee: string; readonly name: string } | undefined
  readonly sectors: readonly NearSector[]; readonly levers: readonly LeverAnswer[]; readonly sources: readonly SourceTold[]
  readonly operation: OperationKnown | undefined; readonly addresses: AddressLoad | undefined
  /** True when a sector drawn to show took part: the answer is worth nothing as a proof. */
  readonly illustrative: boolean
}

/** Metres: where a door may be from the point the base gives it; a point of a map is taken at its word. */
const precisions = { address: 10, point: 1, parcel: 25, outside: 25 } as const

/** Asks every source, then the levers. A source that fails leaves doubt where it was needed. */
export async function answerPlace(sources: Sources, ask: Asker, question: Question): Promise<PlaceAnswer> {
  const { place, on } = question
  const told: SourceTold[] = []
  const asked = async <Value>(name: SourceName, read: () => Promise<Known<Value>>): Promise<Known<Value>> => {
    const answer = await ask(name, read)
    told.push({ name, why: answer.known ? null : answer.why, asked: true })
    return answer
  }
  const operation = await asked('operation', () => sources.operation(on))
  const sectors = await asked('sectors', () => sources.sectors(on))
  const spot = spotOf(place)
  const stated = statedCommune(place)
  const addresses: Known<AddressLoad> | undefined = stated === undefined || place.how === 'outside' ? undefined
    : await asked('addresses', () => sources.addresses(stated))
  const commune: Known<string> = stated === undefined
    ? spot === null ? { known: false, why: 'unknown' } : await asked('contours', () => sources.contours(spot.lon, spot.lat))
    : addresses?.known === false && place.how === 'address' ? addresses : { known: true, value: stated }
  const known: Omit<KnownPlace, 'epciOfCommune'> = {
    on, spot: addresses?.known === false && place.how === 'address' ? null : spot, commune, sectors, operation, project: question.project,
    demonstration: question.demonstration, larger: place.how === 'parcel',
  }
  const near = place.how === 'parcel' && sectors.known ? nearAll(finderOf(sectors.value), place.addresses.map(parcelSpot))
    : sectorsNear({ ...known, epciOfCommune: { known: false, why: 'unknown' } })
  const insee = inseeOf(factsOf({ ...known, epciOfCommune: { known: false, why: 'unknown' } }, near))
  const epciOfCommune: KnownPlace['epciOfCommune'] = insee === undefined ? { known: false, why: 'unknown' }
    : await asked('territories', () => sources.territories(insee))
  const levers: Known<readonly Lever[]> = await asked('levers', () => sources.levers())
  const facts = factsOf({ ...known, epciOfCommune }, near)
  const wanted = (levers.known ? levers.value : [])
    .filter(({ audiences }) => question.audience === undefined || audiences.includes(question.audience))
  return {
    question, facts, sectors: near, levers: answerLevers(wanted, facts, on), sources: told,
    commune: insee === undefined ? undefined : { insee, name: loadTerritoryCodes().commune(insee)?.name ?? insee },
    operation: operation.known ? operation.value : undefined, addresses: addresses?.known === true ? addresses.value : undefined,
    illustrative: near.some(({ situation }) => situation.sector.illustrative),
  }
}

const inseeOf = ({ commune }: PlaceFacts): string | undefined => ('insee' in commune ? commune.insee : undefined)

const parcelSpot = ({ lon, lat }: { readonly lon: number; readonly lat: number }): Spot => ({ lon, lat, precisionMetres: precisions.parcel })

/** Where the place is; null when only its commune, or its street, is known. */
function spotOf(place: PlaceAsked): Spot | null {
  if (place.how === 'commune') return null
  if (place.how === 'parcel') {
    const [first] = place.addresses
    return first === undefined ? null : parcelSpot(first)
  }
  if (place.how !== 'address') return { lon: place.lon, lat: place.lat, precisionMetres: precisions[place.how] }
  const { address } = place
  return address.precision === 'street' ? null : { lon: address.lon, lat: address.lat, precisionMetres: precisions.address }
}

/** The commune that the question itself names. */
function statedCommune(place: PlaceAsked): string | undefined {
  if (place.how === 'address') return communeOfCode(place.address.insee)
  if (place.how === 'parcel') return communeOfCode(place.parcel.slice(0, 5))
  return place.how === 'commune' ? place.insee : place.how === 'outside' ? place.insee ?? undefined : undefined
}
