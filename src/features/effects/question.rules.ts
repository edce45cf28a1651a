// What one asks about: a place told by its address, its coordinates, its parcel or its commune, and for whom. Pure.
import type { Audience } from '../../law/levers/lever.ts'
import type { FoundAddress } from '../addresses/address.rules.ts'

/** How the place was told. */
export type PlaceAsked =
  | { readonly how: 'address'; readonly address: FoundAddress }
  | { readonly how: 'point'; readonly lon: number; readonly lat: number }
  | { readonly how: 'parcel'; readonly parcel: string; readonly addresses: readonly FoundAddress[] }
  | { readonly how: 'outside'; readonly label: string; readonly lon: number; readonly lat: number; readonly insee: string | null }
  | { readonly how: 'commune'; readonly insee: string; readonly label: string }

/** Words of the address for who asks, and the public of the levers it chooses. */
export const audienceNames = {
  notaire: 'notary', commerce: 'shop', instruction: 'instructor', bailleur: 'landlord', proprietaire: 'owner', operateur: 'operator', ville: 'town',
  epci: 'epci', etat: 'state',
} as const satisfies Readonly<Record<string, Audience>>
export type AudienceName = keyof typeof audienceNames

export const readAudience = (text: string | undefined): AudienceName | undefined =>
  (Object.keys(audienceNames) as AudienceName[]).find((name) => name === text)

/** A number of degrees within its bounds, comma or point; undefined for anything else. */
export function readDegrees(text: string | undefined, most: number): number | undefined {
  const value = /^[+-]?\d{1,3}(?:[.,]\d{1,15})?$/.test(text?.trim() ?? '') ? Number((text ?? '').trim().replace(',', '.')) : Number.NaN
  return Math.abs(value) <= most ? value : undefined
}

/** `50.43, 2.83` typed as a place: latitude first, as people copy it from maps. */
export function readCoordinates(text: string): { readonly lon: number; readonly lat: number } | undefined {
  const shape = /^\s*(-?\d{1,2}[.,]\d+)\s*(?:[;,]\s*|\s+)(-?\d{1,3}[.,]\d+)\s*$/.exec(text)
  const [lat, lon] = [readDegrees(shape?.[1], 90), readDegrees(shape?.[2], 180)]
  return lat === undefined || lon === undefined ? undefined : { lon, lat }
}

/** The place as one types it to ask for it again. */
export function placeTyped(place: PlaceAsked): string {
  if (place.how === 'address') return place.address.label
  if (place.how === 'parcel') return place.parcel
  return place.how === 'point' ? `${degreesTyped(place.lat)}, ${degreesTyped(place.lon)}` : place.label
}
const degreesTyped = (value: number): string => value.toFixed(9).replace(/(\.\d+?)0+$/, '$1').replace('.', ',')

/** A cadastral reference: `62498000AB0123`, or `62498 AB 123`; undefined for anything else. */
export function readParcel(text: string): string | undefined {
  const shape = /^([0-9AB]{5})(\d{3})?([A-Z0-9]{1,2})(\d{1,4})$/.exec(text.toUpperCase().replaceAll(/[\s.-]/g, ''))
  if (shape?.[1] === undefined || shape[3] === undefined || !/[A-Z]/.test(shape[3])) return undefined
  return `${shape[1]}${shape[2] ?? '000'}${shape[3].padStart(2, '0')}${(shape[4] ?? '').padStart(4, '0')}`
}
