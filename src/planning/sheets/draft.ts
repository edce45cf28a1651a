// What a table says of each action, still in words: names instead of identifiers; and what became of every cell.
import type { PlainDate } from '../../kernel/date.ts'
import type { Cents } from '../../kernel/money.ts'
import type { ActionState } from '../action-state.ts'
import type { CostNature, FundingKind, FundingStatus } from '../funding-status.ts'
import type { Basis } from './money-cell.ts'
import type { SheetField } from './targets.ts'

/** What became of a cell: it filled a field, it is kept as written, it was set aside, or it stands in a row refused. */
export type CellFate = 'used' | 'kept' | 'setAside' | 'refused'
/** Why a cell was not simply used. */
export type CellReason =
  // kept as written, under the label of its column
  | 'noField' | 'notRead' | 'moreThanRead' | 'approximate' | 'errorShown' | 'chosenAside'
  // words under a funder that say it gives nothing: no line
  | 'noFunding'
  // an amount without a figure
  | 'amountUnknown' | 'yearly' | 'negative' | 'range' | 'tooLarge'
  // rows and cells that are no action
  | 'title' | 'header' | 'hint' | 'total' | 'group' | 'note' | 'noTable' | 'sheetAside' | 'carried'
  // what refuses the row
  | 'titleMissing' | 'tooLong' | 'endBeforeStart' | 'twice' | 'ambiguous' | 'codeTaken'
/** Row and column from 0 in its sheet. */
export type CellAccount = { readonly row: number; readonly column: number; readonly fate: CellFate; readonly reason: CellReason | null }

export type CostDraft = {
  readonly label: string; readonly nature: CostNature; readonly year: number | null; readonly basis: Basis | null
  readonly planned: Cents | null; readonly final: Cents | null; readonly written: string | null
}
/** `funder` empty: nobody said. `basisPoints`: hundredths of a percent. */
export type FundingDraft = {
  readonly funder: string; readonly scheme: string; readonly kind: FundingKind; readonly basis: Basis | null; readonly amount: Cents | null
  readonly basisPoints: number | null; readonly base: Cents | null; readonly status: FundingStatus | null; readonly on: PlainDate | null
  readonly reference: string; readonly written: string | null
}
/** A field in words: texts, choices by their code, dates, names of people, organisations and tags. */
export type FieldDraft = string | number | boolean | readonly string[]
export type RowProblem = { readonly row: number; readonly column: number; readonly reason: CellReason; readonly detail: string }

/** One action of a file. `path`: the orientations it stands under, widest first, as written. `rows`: those it was read from. */
export type ActionDraft = {
  /** The identifier our own exports give to each action, as written; empty when there is none. */
  readonly id: string
  readonly sheet: number; readonly rows: readonly number[]; readonly title: string; readonly code: string | null; readonly framework: string
  readonly path: readonly string[]; readonly fields: Readonly<Partial<Record<SheetField, FieldDraft>>>
  readonly state: { readonly state: ActionState; readonly on: PlainDate | null; readonly reason: string } | null
  readonly costs: readonly CostDraft[]; readonly fundings: readonly FundingDraft[]
  /** By label of the column, as written. */
  readonly extra: Readonly<Record<string, string>>
  readonly problems: readonly RowProblem[]
}
