// The place an address of the site asks about: an address chosen, a point, a parcel, or words to look up.
import { departmentOf } from '../addresses/address.rules.ts'
import type { FoundAddress } from '../addresses/address.rules.ts'
import { findAddress, findParcelAddresses, searchAddresses } from '../addresses/addresses.store.ts'
import { inFrance } from '../addresses/ban-line.rules.ts'
import { listLoads } from '../addresses/loads.store.ts'
import { isExact } from '../addresses/ranking.rules.ts'
import { readTyped } from '../addresses/typed-address.rules.ts'
import type { Request } from '../../platform/web.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import { communeOfCode } from '../territories/territory.rules.ts'
import { searchOutside } from './geocoder.ts'
import { readCoordinates, readDegrees, readParcel } from './question.rules.ts'
import type { PlaceAsked } from './question.rules.ts'

export type Resolved =
  | { readonly place: PlaceAsked } | { readonly found: readonly FoundAddress[] }
  | { readonly trouble: 'nothingFound' | 'noAddresses' | 'geocoderSilent' | 'outsideFrance' } | { readonly nothing: true }
type Asked = Readonly<Partial<Record<'q' | 'adresse' | 'parcelle' | 'lon' | 'lat', string>>>
const most = 8

/** What the query, or a form, says of the place. */
export const askedOf = (c: Request): Asked => c.req.query()

const questions = ['q', 'adresse', 'parcelle', 'lon', 'lat', 'le', 'role', 'operation'] as const
/** What the query says twice: nobody knows which of the two is meant. */
export const repeatedIn = (c: Request): string | undefined => questions.find((name) => (c.req.queries(name) ?? []).length > 1)

/** The place, the addresses to choose from, or why there is neither. `prefer`: INSEE codes to look in first. */
export async function resolvePlace(c: Request, asked: Asked, prefer: readonly string[]): Promise<Resolved> {
  const { db } = c.var
  const [lon, lat] = [readDegrees(asked.lon, 180), readDegrees(asked.lat, 90)]
  if (lon !== undefined && lat !== undefined) return pointAt({ lon, lat })
  if (asked.adresse !== undefined && asked.adresse !== '') {
    const address = await findAddress(db, asked.adresse)
    return address === undefined ? { trouble: 'nothingFound' } : { place: { how: 'address', address } }
  }
  const parcel = readParcel(asked.parcelle ?? '') ?? readParcel(asked.q ?? '')
  if (parcel !== undefined && loadTerritoryCodes().commune(communeOfCode(parcel.slice(0, 5))) !== undefined) {
    return { place: { how: 'parcel', parcel, addresses: await findParcelAddresses(db, parcel) } }
  }
  const typed = (asked.q ?? '').trim()
  if (typed === '') return asked.parcelle === undefined || asked.parcelle === '' ? { nothing: true } : { trouble: 'nothingFound' }
  const point = readCoordinates(typed)
  if (point !== undefined) return pointAt(point)
  const found = await searchAddresses(db, typed, { most, prefer })
  const [exact, twin] = found.filter((address) => isExact(address, readTyped(typed)))
  if (exact !== undefined && twin === undefined) return { place: { how: 'address', address: exact } }
  if (found.length > 0) return { found }
  return await elsewhere(c, typed, prefer)
}

/** A place out of France is no question for a French law: most often its two numbers are swapped. */
const pointAt = ({ lon, lat }: { readonly lon: number; readonly lat: number }): Resolved =>
  (inFrance(lon, lat) ? { place: { how: 'point', lon, lat } } : { trouble: 'outsideFrance' })

/** Our own addresses know nothing: the outside geocoder when there is one, else the reason. */
async function elsewhere(c: Request, typed: string, prefer: readonly string[]): Promise<Resolved> {
  const { geocoder } = c.var.services.config
  if (geocoder !== undefined) {
    const outside = await searchOutside(geocoder, typed)
    if (outside === 'silent') return { trouble: 'geocoderSilent' }
    if (outside !== undefined) return { place: { how: 'outside', ...outside } }
    return { trouble: 'nothingFound' }
  }
  const loads = await listLoads(c.var.db)
  const [first] = prefer
  const missing = loads.length === 0 || (first !== undefined && loads.every(({ department }) => department !== departmentOf(first)))
  return { trouble: missing ? 'noAddresses' : 'nothingFound' }
}
