// A line of the national address base: its columns found by their names, its cells checked, refused with a reason otherwise.
import { fold } from '../../kernel/text.ts'
import { departmentOf } from './address.rules.ts'

/** Columns looked for; the first ten must be there. */
const needed = ['id', 'numero', 'nom_voie', 'code_insee', 'nom_commune', 'lon', 'lat'] as const
const welcome = ['rep', 'code_postal', 'certification_commune', 'cad_parcelles'] as const
export type AddressColumn = (typeof needed)[number] | (typeof welcome)[number]
/** Rank of each column; -1 for a welcome one that is not there. */
export type AddressColumns = Readonly<Record<AddressColumn, number>>

export const lineProblems = ['tooFewCells', 'noStreet', 'noCommune', 'otherDepartment', 'numberUnreadable', 'placeUnreadable', 'outsideFrance',
  'damaged'] as const
export type LineProblem = (typeof lineProblems)[number]
export type AddressLine = {
  readonly street: string; readonly number: number; readonly suffix: string; readonly name: string; readonly postcode: string | null
  readonly insee: string; readonly commune: string; readonly lon: number; readonly lat: number; readonly certified: 1 | 0 | null
  readonly parcels: readonly string[]
}

/** Where each column stands; or those that are missing. */
export function readHeader(cells: readonly string[]): { readonly columns: AddressColumns } | { readonly missing: readonly string[] } {
  const names = cells.map((cell) => fold(cell.replace(/^\ufeff/, '')))
  const missing = needed.filter((name) => !names.includes(name))
  if (missing.length > 0) return { missing }
  const at = (name: AddressColumn) => names.indexOf(name)
  return { columns: {
    id: at('id'), numero: at('numero'), nom_voie: at('nom_voie'), code_insee: at('code_insee'), nom_commune: at('nom_commune'), lon: at('lon'),
    lat: at('lat'), rep: at('rep'), code_postal: at('code_postal'), certification_commune: at('certification_commune'),
    cad_parcelles: at('cad_parcelles'),
  } }
}

/** Boxes of France: the mainland with Corsica, then each part overseas (west, south, east, north). */
const boxes = [
  [-5.5, 41, 10, 51.5], [-63.2, 14.3, -60.7, 18.2], [-54.7, 2, -51.5, 6], [55.1, -21.5, 56, -20.7], [44.9, -13.1, 45.4, -12.5],
  [-56.6, 46.6, -56, 47.2],
] as const
/** Somewhere in France, its seas aside: what lies out of these boxes is another place, or has its axes swapped. */
export const inFrance = (lon: number, lat: number): boolean =>
  boxes.some(([west, south, east, north]) => lon >= west && lon <= east && lat >= south && lat <= north)

/** The cells of a line as an address of this department. */
export function readAddressLine(cells: readonly string[], columns: AddressColumns, department: string): AddressLine | LineProblem {
  const cell = (column: AddressColumn): string => (columns[column] < 0 ? '' : (cells[columns[column]] ?? '').trim())
  if (cells.length <= Math.max(columns.lon, columns.lat, columns.nom_commune)) return 'tooFewCells'
  const [name, commune] = [cell('nom_voie'), cell('nom_commune')]
  const insee = cell('code_insee').toUpperCase().padStart(5, '0')
  if (name === '' || name.length > 200) return 'noStreet'
  if (commune === '' || commune.length > 100 || !/^[0-9AB]{5}$/.test(insee)) return 'noCommune'
  if (`${name}${commune}`.includes('\ufffd') || `${name}${commune}`.includes('\0')) return 'damaged'
  if (departmentOf(insee) !== department) return 'otherDepartment'
  const number = Number(cell('numero'))
  if (!/^\d{1,5}$/.test(cell('numero')) || number > 9999) return 'numberUnreadable'
  const [lon, lat] = [coordinate(cell('lon')), coordinate(cell('lat'))]
  if (lon === undefined || lat === undefined) return 'placeUnreadable'
  if (!inFrance(lon, lat)) return 'outsideFrance'
  const postcode = cell('code_postal').padStart(5, '0')
  const certified = cell('certification_commune')
  return {
    street: streetId(cell('id'), insee, name), number, suffix: fold(cell('rep')).replace(/[^0-9a-z]/g, '').slice(0, 12), name,
    postcode: /^\d{5}$/.test(postcode) && postcode !== '00000' ? postcode : null, insee, commune, lon, lat,
    certified: certified === '1' ? 1 : certified === '0' ? 0 : null,
    parcels: cell('cad_parcelles').split('|').filter((parcel) => /^[0-9AB]{5}[0-9A-Z]{9}$/.test(parcel)).slice(0, 50),
  }
}

/** The street of an identifier (`62498_0750_00012_bis` → `62498_0750`); made from the name where the identifier has another shape. */
function streetId(id: string, insee: string, name: string): string {
  const shape = /^([0-9AB]{5}_[0-9a-z]+)_\d{5}/i.exec(id)
  return shape?.[1] ?? `${insee}_${fold(name).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 80) || 'x'}`
}

const coordinate = (text: string): number | undefined =>
  (/^-?\d{1,3}(?:[.,]\d{1,15})?$/.test(text) ? Number(text.replace(',', '.')) : undefined)
