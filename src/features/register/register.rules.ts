// The register: the rows of the State's list grouped into operations, one per EPCI, with what contradicts itself in them.
import type { PlainDate } from '../../kernel/date.ts'
import { byFrenchName, nameKey } from '../../kernel/text.ts'
import type { Epci, TerritoryCodes } from '../territories/territory.rules.ts'
import { endOf, endsBeforeSignature } from './commune-state.rules.ts'
import type { CommuneEnd } from './commune-state.rules.ts'
import type { CellProblem, ListRow } from './list-row.rules.ts'

export type CommuneProblem = CellProblem
  | 'notSignedButDated' | 'signatureUndated' | 'endBeforeSignature' | 'endContradictsDuration' | 'endOneDayOff' | 'signedAfterList'
  | 'communeUnknown' | 'communeMerged' | 'communeTwice' | 'communeInTwoEpci'
export type EpciProblem = 'epciUnknown' | 'epciRenamed' | 'epciOther'

/** A contradiction cannot be true as written; a doubt leaves a question open; a note is only worth knowing. */
export const gravity: Readonly<Record<CommuneProblem | EpciProblem, 'contradiction' | 'doubt' | 'note'>> = {
  notSignedButDated: 'contradiction', endBeforeSignature: 'contradiction', endContradictsDuration: 'contradiction', signedAfterList: 'contradiction',
  communeTwice: 'contradiction', communeInTwoEpci: 'contradiction', epciOther: 'contradiction',
  signingUnreadable: 'doubt', signatureUnreadable: 'doubt', durationUnreadable: 'doubt', endUnreadable: 'doubt', endMonthOnly: 'doubt',
  signatureUndated: 'doubt', communeUnknown: 'doubt', epciUnknown: 'doubt', endOneDayOff: 'note', communeMerged: 'note', epciRenamed: 'note',
}

/** A commune of the list: what its row states, the end computed beside it; `today`: the commune that its code leads to now. */
export type RegisteredCommune = {
  readonly row: ListRow; readonly end: CommuneEnd; readonly today: { readonly insee: string; readonly name: string } | null
  readonly problems: readonly CommuneProblem[]
}
/** Signs of a « chapeau », of several conventions in one operation; those beginning with `remarks` are read in free text. */
export const shapes = ['mixedProgrammes', 'severalSignatures', 'remarksChapeau', 'remarksMultisite', 'remarksAmendment', 'remarksTerm'] as const
export type RegisterShape = (typeof shapes)[number]
/** All communes of one EPCI. `key`: its SIREN; the INSEE code of its first commune when no SIREN is known. `stated`: names in the list. */
export type RegisteredOperation = {
  readonly key: string; readonly siren: string | null; readonly name: string; readonly stated: readonly string[]
  readonly departments: readonly string[]; readonly regions: readonly string[]
  readonly communes: readonly RegisteredCommune[]; readonly problems: readonly EpciProblem[]; readonly shapes: readonly RegisterShape[]
}
export type Register = { readonly listedOn: PlainDate; readonly operations: readonly RegisteredOperation[] }

/** Groups the rows by EPCI: the one its commune belongs to today, else the one the list names. `listedOn`: the day the list was drawn up. */
export function assemble(rows: readonly ListRow[], territories: TerritoryCodes, listedOn: PlainDate): Register {
  const groups = new Map<string, { readonly siren: string | null; readonly rows: ListRow[] }>()
  const named = rememberNames(territories)
  for (const row of rows) {
    const siren = territories.commune(row.insee)?.epci ?? named(row)?.siren ?? null
    const place = siren ?? `${row.department} ${nameKey(row.epci)}`
    const group = groups.get(place) ?? { siren, rows: [] }
    group.rows.push(row)
    groups.set(place, group)
  }
  const twice = repeated(rows)
  const operations = [...groups.values()].map((group) => operationOf(group.siren, group.rows, { territories, named, listedOn, twice }))
  return { listedOn, operations: operations.sort((one, other) => byFrenchName(one.name, other.name)) }
}

type Names = (row: Pick<ListRow, 'epci' | 'insee'>) => Epci | undefined

/** The EPCI of the department that bears the name a row states: namesakes live far apart. */
const rememberNames = ({ epcisNamed }: TerritoryCodes): Names => ({ epci, insee }) =>
  epcisNamed(epci).find(({ members }) => departmentOf(members[0] ?? '') === departmentOf(insee))

const departmentOf = (insee: string): string => insee.slice(0, insee.startsWith('97') ? 3 : 2)

/** Codes that stand in several rows, with the names of EPCI they stand under. */
function repeated(rows: readonly ListRow[]): ReadonlyMap<string, number> {
  const epcis = new Map<string, Set<string>>()
  const seen = new Map<string, number>()
  for (const { insee, epci } of rows) {
    epcis.set(insee, (epcis.get(insee) ?? new Set()).add(nameKey(epci)))
    seen.set(insee, (seen.get(insee) ?? 0) + 1)
  }
  return new Map([...seen].filter(([, count]) => count > 1).map(([insee]) => [insee, epcis.get(insee)?.size ?? 0]))
}

type Ground = {
  readonly territories: TerritoryCodes; readonly named: Names; readonly listedOn: PlainDate; readonly twice: ReadonlyMap<string, number>
}

function operationOf(siren: string | null, rows: readonly ListRow[], ground: Ground): RegisteredOperation {
  const epci = siren === null ? undefined : ground.territories.epci(siren)
  const stated = [...new Set(rows.map((row) => row.epci).filter((name) => name !== ''))]
  const communes = rows.map((row) => communeOf(row, ground))
  return {
    key: siren ?? rows[0]?.insee ?? '', siren, name: epci?.name ?? stated[0] ?? rows[0]?.commune ?? '', stated,
    departments: distinct(rows.map((row) => row.department)), regions: distinct(rows.map((row) => row.region)),
    communes: communes.sort((one, other) => byFrenchName(one.row.commune, other.row.commune)),
    problems: epciProblems(epci, rows, ground), shapes: shapesOf(rows.filter((row) => row.signed === 'signed'), rows),
  }
}

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names.filter((name) => name !== ''))].sort(byFrenchName)

function epciProblems(epci: Epci | undefined, rows: readonly ListRow[], { named }: Ground): readonly EpciProblem[] {
  if (epci === undefined) return ['epciUnknown']
  const names = new Map(rows.map((row) => [row.epci, row]))
  const otherwise = [...names.values()].filter((row) => nameKey(row.epci) !== nameKey(epci.name))
  return [...new Set(otherwise.map((row): EpciProblem => {
    const other = named(row)
    return other === undefined || other.siren === epci.siren ? 'epciRenamed' : 'epciOther'
  }))]
}

function communeOf(row: ListRow, { territories, listedOn, twice }: Ground): RegisteredCommune {
  const end = endOf(row)
  const now = territories.commune(row.insee)
  const [gap, rows] = [Math.abs(end.gap ?? 0), twice.get(row.insee)]
  const checks: readonly (CommuneProblem | false)[] = [
    row.signed !== 'signed' && row.signedOn !== null && 'notSignedButDated', row.signed === 'signed' && row.signedOn === null && 'signatureUndated',
    endsBeforeSignature(row) && 'endBeforeSignature', end.basis === 'contradictory' && 'endContradictsDuration', gap === 1 && 'endOneDayOff',
    row.signedOn !== null && row.signedOn > listedOn && 'signedAfterList',
    now === undefined && 'communeUnknown', now !== undefined && now.insee !== row.insee && 'communeMerged',
    rows === 1 && 'communeTwice', rows !== undefined && rows > 1 && 'communeInTwoEpci',
  ]
  return { row, end, today: now === undefined ? null : { insee: now.insee, name: now.name },
    problems: [...row.problems, ...checks.filter((problem) => problem !== false)] }
}

const remarkWords: readonly (readonly [RegisterShape, RegExp])[] = [
  ['remarksChapeau', /chapeau|d[eé]clinaisons? communales?/i],
  ['remarksMultisite', /\bmul?ti[- ]?sites?|\bmuli-?sites?|\bmutli-?sites?|\bmulti-?pol/i],
  ['remarksAmendment', /\bavenants?\b/i],
  ['remarksTerm', /jusqu['’](?:à|a|au|en) |\bfin de (?:la )?convention|\bprorog|\bprolong/i],
]

function shapesOf(signed: readonly ListRow[], rows: readonly ListRow[]): readonly RegisterShape[] {
  const has = (programme: ListRow['programme']) => signed.some((row) => row.programme === programme || row.programme === 'mixed')
  const remarks = rows.map((row) => row.cells.remarks)
  const found: readonly (RegisterShape | false)[] = [
    has('acv') && has('pvd') && 'mixedProgrammes', new Set(signed.map((row) => row.signedOn)).size > 1 && 'severalSignatures',
    ...remarkWords.map(([shape, words]) => remarks.some((remark) => words.test(remark)) && shape),
  ]
  return found.filter((shape) => shape !== false)
}

/** True when something in this commune's row, or in its EPCI, cannot be true as written. */
export const contradicts = (operation: RegisteredOperation, commune: RegisteredCommune): boolean =>
  [...commune.problems, ...operation.problems].some((problem) => gravity[problem] === 'contradiction')
