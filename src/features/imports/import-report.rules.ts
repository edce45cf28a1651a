// What a dry run tells, as it is kept: tables and columns, counts, cells accounted for, and for each row its changes and its reasons.
import { actionFields } from '../../planning/action-fields.ts'
import type { CellFate, CellReason } from '../../planning/sheets/draft.ts'
import type { Choices, SheetView } from '../../planning/sheets/understand.ts'
import { isTargetKind, target } from '../../planning/sheets/targets.ts'
import type { ColumnGuess, ColumnTarget, GuessReason, TargetKind } from '../../planning/sheets/targets.ts'
import type { Verdict } from './import-compare.rules.ts'

/** What a person chose for one table: which column holds what, by its rank. */
export type TableChoice = { readonly aside: boolean; readonly columns: Readonly<Record<string, ColumnTarget>> }
/** By signature of the labels. */
export type ImportChoices = Readonly<Record<string, TableChoice>>

export type ReportedColumn = Omit<ColumnGuess, 'reason'> & { readonly reason: GuessReason; readonly hidden: boolean }
export type ReportedSheet = {
  readonly name: string; readonly hidden: boolean; readonly found: boolean; readonly aside: boolean; readonly signature: string;
    readonly titles: readonly string[]
  readonly columns: readonly ReportedColumn[]; readonly headerRow: number
}
export type ReportedAside = { readonly sheet: string; readonly rowNumber: number; readonly reason: CellReason; readonly words: string }
export type ImportSummary = {
  readonly counts: Readonly<Record<Verdict, number>>; readonly cells: Readonly<Record<CellFate, number>>; readonly sheets: readonly ReportedSheet[]
  readonly aside: readonly ReportedAside[]; readonly asideRows: number
  /** Names to make: organisations, tags, frameworks, orientations. */
  readonly made: { readonly organisations: readonly string[]; readonly tags: readonly string[]; readonly frameworks: readonly string[];
    readonly orientations: readonly string[] }
  /** Orientations recognised by their number alone: what the file says, and which one; absent of older dry runs. */
  readonly byNumber?: readonly (readonly [written: string, label: string])[]
}
/** A cell of a row that was not simply used. `label`: of its column. */
export type ReportedCell = { readonly label: string; readonly words: string; readonly fate: CellFate; readonly reason: CellReason;
  readonly detail: string }
/** A change in words, for one field or one line of money. */
export type ReportedChange = { readonly label: string; readonly before: string; readonly after: string }
export type RowDetails = { readonly changes: readonly ReportedChange[]; readonly cells: readonly ReportedCell[] }

/** Lines shown of what was set aside; the rest is counted. */
export const mostAside = 300

type Json = Readonly<Record<string, unknown>>
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isSummary = (value: unknown): value is ImportSummary => isJson(value) && 'counts' in value && 'sheets' in value && 'cells' in value
const isDetails = (value: unknown): value is RowDetails => isJson(value) && Array.isArray(value['changes']) && Array.isArray(value['cells'])

export function readSummary(value: unknown): ImportSummary {
  if (!isSummary(value)) throw new Error('not the summary of an import')
  return value
}
export const readDetails = (value: unknown): RowDetails => (isDetails(value) ? value : { changes: [], cells: [] })

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
/** A target as it was kept; kept as written when it is none of ours any more. */
function readTarget(value: unknown): ColumnTarget {
  const kept = isJson(value) ? value : {}
  const to = textOf(kept['to'])
  if (!isTargetKind(to)) return target('keep')
  const year = kept['year']
  return target(to, { group: textOf(kept['group']), funder: textOf(kept['funder']), scheme: textOf(kept['scheme']), year: typeof year === 'number'
    ? year : null })
}
export function readChoice(value: unknown): TableChoice {
  const kept = isJson(value) ? value : {}
  const columns = isJson(kept['columns']) ? kept['columns'] : {}
  return { aside: kept['aside'] === true, columns: Object.fromEntries(Object.entries(columns)
    .map(([column, chosen]) => [column, readTarget(chosen)])) }
}
export const readChoices = (value: unknown): ImportChoices =>
  (isJson(value) ? Object.fromEntries(Object.entries(value).map(([signature, choice]) => [signature, readChoice(choice)])) : {})

/** What was chosen in this import comes before what was remembered from another. */
export function choicesFor(chosen: ImportChoices, remembered: ReadonlyMap<string, TableChoice>): Choices {
  const asMap = ({ aside, columns }: TableChoice, reason: 'remembered' | 'chosen') =>
    ({ aside, reason, columns: new Map(Object.entries(columns).map(([column, to]) => [Number(column), to])) })
  return new Map([
    ...[...remembered].map(([signature, choice]) => [signature, asMap(choice, 'remembered')] as const),
    ...Object.entries(chosen).map(([signature, choice]) => [signature, asMap(choice, 'chosen')] as const),
  ])
}

export const reportedSheet = (view: SheetView, hiddenColumns: readonly number[]): ReportedSheet => ({
  name: view.name, hidden: view.hidden, found: view.table !== undefined, aside: view.aside, signature: view.signature,
    titles: view.titles.slice(0, 10),
  headerRow: (view.table?.headerBottom ?? -1) + 1, columns: view.columns.map((column) =>
    ({ ...column, hidden: hiddenColumns.includes(column.column) })),
})

/** Fields offered for a column, in the order of the sheet, before the state, the place and the money. */
export const fieldTargets: readonly TargetKind[] = Object.keys(actionFields).filter(isTargetKind)
