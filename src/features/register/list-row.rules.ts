// One row of the State's follow-up list: what it states, cell by cell, read into values; nothing is computed here.
import { plainDate, readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { fold } from '../../kernel/text.ts'

/** The columns of the list, in their order, under our names. */
export const columnNames = [
  'commune', 'epci', 'department', 'region', 'insee', 'status', 'signed', 'signedOn', 'plannedFor', 'years', 'endsOn', 'remarks', 'progress', 'acv',
  'pvd', 'longitude', 'latitude', 'updatedOn', 'updatedBy',
] as const
export type ColumnName = (typeof columnNames)[number]
/** The cells as they stand in the file, except contacts, which are masked, and who updated the row, which is never kept. */
export type ListCells = Readonly<Record<Exclude<ColumnName, 'updatedBy'>, string>>
export type SigningStatus = 'signed' | 'notSigned' | 'underway' | 'unstated'

/** What a row states. `years`: null when blank or 0, which the list uses for unknown; `endMonth`: `yyyy-mm` when the end is stated without a day. */
export type ListRow = {
  readonly line: number; readonly cells: ListCells
  /** INSEE code as stated, its lost leading zero given back; commune without the department number that precedes it. */
  readonly insee: string; readonly commune: string; readonly epci: string; readonly department: string; readonly region: string
  readonly programme: 'acv' | 'pvd' | 'mixed' | 'other'
  readonly signed: SigningStatus; readonly signedOn: PlainDate | null; readonly years: number | null
  readonly endsOn: PlainDate | null; readonly endMonth: string | null
  readonly longitude: number | null; readonly latitude: number | null; readonly updatedOn: PlainDate | null
  readonly problems: readonly CellProblem[]
}
export type CellProblem = 'signingUnreadable' | 'signatureUnreadable' | 'durationUnreadable' | 'endUnreadable' | 'endMonthOnly'
export type RefusalProblem = 'wrongColumnCount' | 'quoteOpen' | 'communeMissing' | 'codeUnreadable'

/** Every column, empty where these cells lack it. */
export const completeCells = (cells: Readonly<Partial<Record<string, string>>>): ListCells => ({
  commune: cells['commune'] ?? '', epci: cells['epci'] ?? '', department: cells['department'] ?? '', region: cells['region'] ?? '',
  insee: cells['insee'] ?? '', status: cells['status'] ?? '', signed: cells['signed'] ?? '', signedOn: cells['signedOn'] ?? '',
  plannedFor: cells['plannedFor'] ?? '', years: cells['years'] ?? '', endsOn: cells['endsOn'] ?? '', remarks: cells['remarks'] ?? '',
  progress: cells['progress'] ?? '', acv: cells['acv'] ?? '', pvd: cells['pvd'] ?? '', longitude: cells['longitude'] ?? '',
  latitude: cells['latitude'] ?? '', updatedOn: cells['updatedOn'] ?? '',
})

/** A row out of its cells; refused when it cannot be tied to any commune. `blank`, what it states all the same, serves the counts. */
export function readRow(cells: ListCells, line: number): Outcome<ListRow, RefusalProblem> & { readonly blank: ListRow } {
  const insee = inseeOf(cells.insee)
  const row = statedIn(cells, line, insee ?? '')
  if (insee !== undefined) return { ...accepted(row), blank: row }
  return { ...refused([cells.insee.trim() === '' ? 'communeMissing' as const : 'codeUnreadable' as const]), blank: row }
}

function statedIn(cells: ListCells, line: number, insee: string): ListRow {
  const [signed, signedOn, years, end] = [signingOf(cells.signed), dayOf(cells.signedOn), yearsOf(cells.years), endOf(cells.endsOn)]
  const [acv, pvd] = [isTrue(cells.acv), isTrue(cells.pvd)]
  const place = positionOf(cells.longitude, cells.latitude)
  const problems: readonly (CellProblem | false)[] = [
    signed === undefined && 'signingUnreadable', signedOn === undefined && 'signatureUnreadable', years === undefined && 'durationUnreadable',
    end === undefined && 'endUnreadable', typeof end?.month === 'string' && 'endMonthOnly',
  ]
  return {
    line, cells, insee, commune: cells.commune.replace(/^\s*\w{2,3} - /, '').trim(), epci: cells.epci.trim(), department: cells.department.trim(),
    region: cells.region.trim(), programme: acv && pvd ? 'mixed' : acv ? 'acv' : pvd ? 'pvd' : 'other',
    signed: signed ?? 'unstated', signedOn: signedOn ?? null, years: years ?? null, endsOn: end?.day ?? null, endMonth: end?.month ?? null,
    ...place, updatedOn: dayOf(cells.updatedOn.trim().split(' ')[0] ?? '') ?? null, problems: problems.filter((problem) => problem !== false),
  }
}

/** Five characters, Corsica included; spreadsheets drop the leading zero of the first nine departments. */
function inseeOf(text: string): string | undefined {
  const code = text.trim().toUpperCase()
  return /^(?:\d{5}|2[AB]\d{3})$/.exec(/^\d{4}$/.test(code) ? `0${code}` : code)?.[0]
}

const signings: Readonly<Record<string, SigningStatus>> = {
  '': 'unstated', 'signee': 'signed', 'oui': 'signed', 'non signee': 'notSigned', 'non': 'notSigned', 'en cours': 'underway',
}
const signingOf = (text: string): SigningStatus | undefined => signings[fold(text)]

/** Null when blank, undefined when unreadable. */
const dayOf = (text: string): PlainDate | null | undefined => (text.trim() === '' ? null : readDate(text))

function yearsOf(text: string): number | null | undefined {
  const written = text.trim().replace(',', '.')
  if (written === '') return null
  const years = /^\d{1,2}(\.0+)?$/.test(written) ? Number(written) : undefined
  return years === 0 ? null : years
}

const months = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre']

/** A day, or a month alone (`mars 2026`, `03/2026`). */
function endOf(text: string): { readonly day: PlainDate | null; readonly month: string | null } | undefined {
  const day = dayOf(text)
  if (day !== undefined) return { day, month: null }
  const [, name = '', year = ''] = /^(?:fin )?([a-z]+|\d{1,2})[ /](\d{4})$/.exec(fold(text)) ?? []
  const number = /^\d+$/.test(name) ? Number(name) : months.indexOf(name) + 1
  const first = plainDate(Number(year), number, 1)
  return first === undefined ? undefined : { day: null, month: first.slice(0, 7) }
}

const isTrue = (text: string): boolean => ['true', 'oui', 'vrai', '1'].includes(fold(text))

/** Degrees of WGS 84; null when absent, or 0 and 0, which the list writes for unknown. */
function positionOf(east: string, north: string): Pick<ListRow, 'longitude' | 'latitude'> {
  const [longitude, latitude] = [east, north].map((text) => (text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')))) as [number, number]
  const known = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && (longitude !== 0 || latitude !== 0)
  return known ? { longitude, latitude } : { longitude: null, latitude: null }
}

const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const telephone = /(?<![\d/])(?:(?:\+|00)33[\s.-]?(?:\(0\)[\s.-]?)?|0)[1-9](?:[\s.-]?\d{2}){4}(?![\d/])/g

/** The text without e-mail addresses and telephone numbers: remarks are free text, the register is public. */
export const withoutContacts = (text: string): string => text.replace(email, '[…]').replace(telephone, '[…]')
