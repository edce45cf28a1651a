// What an address is once found: the words people read, where it stands, and how sure that is.
import type { Instant, PlainDate } from '../../kernel/date.ts'

/**
 * `id`: that of the national base (`62498_0750_00012_bis`), or of the street alone (`62498_0750`). `insee`: of the commune of today.
 * `precision`: the number itself, or only somewhere in its street. `certified`: by the commune; null when the base does not say.
 * `parcels`: cadastral references the commune tied to it, fourteen characters each.
 */
export type FoundAddress = {
  readonly id: string; readonly label: string; readonly number: number | null; readonly suffix: string | null; readonly street: string
  readonly postcode: string | null; readonly insee: string; readonly commune: string; readonly lon: number; readonly lat: number
  readonly precision: 'number' | 'street'; readonly certified: boolean | null; readonly parcels: readonly string[]
}

/** A street as it is kept. */
export type Street = {
  readonly id: string; readonly insee: string; readonly postcode: string | null; readonly commune: string; readonly name: string
  readonly lon: number; readonly lat: number
}
/** A number of a street, as it is kept: number, suffix, longitude, latitude, certified, parcels. */
export type KeptNumber = readonly [number: number, suffix: string, lon: number, lat: number, certified: 1 | 0 | null, parcels?: readonly string[]]

/** What one department's extract of the national base was when it was loaded. */
export type AddressLoad = {
  readonly department: string; readonly source: string; readonly sha256: string; readonly vintage: PlainDate; readonly loadedAt: Instant
  readonly addresses: number; readonly refused: number
}

/** The department of a commune, from its code: three characters overseas. */
export const departmentOf = (insee: string): string => insee.slice(0, insee.startsWith('97') || insee.startsWith('98') ? 3 : 2)

/** An address in the street, or the street itself when there is no number. */
export function addressAt(street: Street, kept: KeptNumber | undefined): FoundAddress {
  const { id, insee, postcode, commune, name } = street
  const place = [postcode, commune].filter((part) => part !== null && part !== '').join(' ')
  const shared = { street: name, postcode, insee, commune }
  if (kept === undefined) {
    return { ...shared, id, label: `${name}, ${place}`, number: null, suffix: null, lon: street.lon, lat: street.lat, precision: 'street',
      certified: null, parcels: [],
    }
  }
  const [number, suffix, lon, lat, certified, parcels = []] = kept
  return {
    ...shared, id: `${id}_${String(number).padStart(5, '0')}${suffix === '' ? '' : `_${suffix}`}`,
    label: `${number}${suffix === '' ? '' : ` ${suffix}`} ${name}, ${place}`, number, suffix: suffix === '' ? null : suffix, lon, lat,
    precision: 'number', certified: certified === null ? null : certified === 1, parcels,
  }
}

/** The street and the number an identifier names; undefined for what is no identifier. */
export function readAddressId(text: string): { readonly street: string; readonly number: number | null; readonly suffix: string } | undefined {
  const shape = /^([0-9AB]{5}_[0-9a-z-]{1,80})(?:_(\d{5})(?:_([0-9a-z]{1,12}))?)?$/i.exec(text)
  if (shape?.[1] === undefined) return undefined
  return { street: shape[1], number: shape[2] === undefined ? null : Number(shape[2]), suffix: shape[3] ?? '' }
}
