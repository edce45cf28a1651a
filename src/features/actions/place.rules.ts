// Where an action takes place: a commune, an address, a parcel, a sector, or something drawn; how each is typed and checked.
import { positionProblem, readGeometry } from '../../geometry/shape.ts'
import type { Geometry, GeometryProblem, Position } from '../../geometry/shape.ts'
import type { Id } from '../../kernel/id.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'

export const placeKinds = ['commune', 'address', 'parcel', 'sector', 'drawn'] as const
export type PlaceKind = (typeof placeKinds)[number]
/** `insee`: the commune it is in; `parcel`: the 14-character identifier, or the number alone when the commune is not known. */
export type Place = {
  readonly kind: PlaceKind; readonly label: string; readonly insee: string | null; readonly parcel: string | null
  readonly longitude: number | null; readonly latitude: number | null; readonly shape: Geometry | null
}
export const placeFields = ['label', 'commune', 'parcel', 'longitude', 'latitude', 'shape'] as const
export type PlaceTyped = Readonly<Record<(typeof placeFields)[number], string>>
export type PlaceProblem =
  | 'labelMissing' | 'labelTooLong' | 'communeMissing' | 'communeUnknown' | 'parcelMissing' | 'parcelUnreadable' | 'parcelElsewhere'
  | 'longitudeUnreadable' | 'latitudeUnreadable' | 'pointSwapped' | 'pointProjected' | 'pointOutside' | 'shapeMissing' | GeometryProblem

type Town = { readonly insee: string; readonly name: string }

/** What a form says of a place of that kind; every problem at once. `town`: what the commune typed stands for. */
export function readPlace(kind: PlaceKind, typed: PlaceTyped, town: Town | undefined): Outcome<Place, PlaceProblem> {
  const parcel = kind === 'parcel' ? readParcel(typed.parcel, town?.insee) : null
  const point = readPoint(typed)
  const shape = kind !== 'drawn' || typed.shape === '' ? undefined : readGeometry(typed.shape)
  const drawn = shape?.ok === true ? shape.value : null
  const problems = found<PlaceProblem>({
    labelMissing: typed.label === '' && kind !== 'commune' && kind !== 'parcel', labelTooLong: typed.label.length > 300,
    communeMissing: kind === 'commune' && typed.commune === '', communeUnknown: typed.commune !== '' && town === undefined,
    parcelMissing: kind === 'parcel' && typed.parcel === '', parcelUnreadable: parcel === undefined && typed.parcel !== '',
    parcelElsewhere: typeof parcel === 'string' && parcel.length === 14 && town !== undefined && !parcel.startsWith(town.insee),
    longitudeUnreadable: point === 'longitude' || point === 'both', latitudeUnreadable: point === 'latitude' || point === 'both',
    pointSwapped: isProblem(point, 'swapped'), pointProjected: isProblem(point, 'projected'), pointOutside: isProblem(point, 'outsideFrance'),
    shapeMissing: kind === 'drawn' && typed.shape === '' && !Array.isArray(point),
    notJson: false, notGeometry: false, severalFeatures: false, kindRefused: false, projected: false, swapped: false, outsideFrance: false,
    tooManyPoints: false,
  })
  const all = [...problems, ...(shape?.ok === false ? shape.problems : [])]
  if (all.length > 0 || parcel === undefined || typeof point === 'string') return refused(all)
  const label = typed.label !== '' ? typed.label : kind === 'parcel' ? parcelInWords(parcel ?? '') : (town?.name ?? '')
  return accepted({
    kind, label, insee: town?.insee ?? (parcel?.length === 14 ? parcel.slice(0, 5) : null), parcel, longitude: point?.[0] ?? null,
    latitude: point?.[1] ?? null, shape: drawn,
  })
}

type PointProblem = 'longitude' | 'latitude' | 'both' | 'swapped' | 'projected' | 'outsideFrance'
const isProblem = (point: readonly number[] | PointProblem | null, problem: PointProblem): boolean => point === problem

/** Degrees typed with a comma or a dot; null when neither is given. */
function readPoint({ longitude, latitude }: PlaceTyped): Position | PointProblem | null {
  if (longitude === '' && latitude === '') return null
  const [east, north] = [readDegrees(longitude), readDegrees(latitude)]
  if (east === undefined || north === undefined) return east !== undefined ? 'latitude' : north !== undefined ? 'longitude' : 'both'
  return positionProblem([east, north]) ?? [east, north]
}
const readDegrees = (text: string): number | undefined => (/^[+-]?\d{1,9}(?:[.,]\d{1,15})?$/.test(text) ? Number(text.replace(',', '.')) : undefined)

/**
 * A parcel as the cadastre names it: its 14-character identifier (commune, prefix, section, number), or section and number, « AB 123 », « ZC12 »,
 * made into the identifier when the commune is known. Undefined when it is none.
 */
export function readParcel(text: string, insee: string | undefined): string | undefined {
  const plain = text.toUpperCase().replace(/[\s.-]/g, '')
  if (/^\d[\dAB]\d{3}\d{3}[\dA-Z]{2}\d{4}$/.test(plain)) return plain
  const [, prefix = '', section = '', number = ''] = /^(\d{3})?([A-Z]{1,2})(?:N°|NO|N)?(\d{1,4})$/.exec(plain) ?? []
  if (section === '' || Number(number) === 0) return undefined
  if (insee !== undefined) return `${insee}${prefix === '' ? '000' : prefix}${section.padStart(2, '0')}${number.padStart(4, '0')}`
  return `${prefix === '' ? '' : `${prefix} `}${section} ${Number(number)}`
}

/** `AB 123` of an identifier; what was typed otherwise. */
export function parcelInWords(parcel: string): string {
  const [, section, number] = /^.{8}(..)(\d{4})$/.exec(parcel) ?? []
  return `Parcelle ${section === undefined || number === undefined ? parcel : `${section.replace(/^0/, '')} ${Number(number)}`}`
}

/** What is drawn of a place: its shape, or its point. */
export const shapeOf = ({ shape, longitude, latitude }: Pick<Place, 'shape' | 'longitude' | 'latitude'>): Geometry | null =>
  shape ?? (longitude === null || latitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] })

export type PlaceRow = Place & { readonly id: Id<'place'> }
