// What a column of a spreadsheet may hold: the fields of an action, its state, its place in a framework, its money; or words to keep.
import { actionFields } from '../action-fields.ts'
import type { ActionField } from '../action-fields.ts'

/** Fields a column may fill; the clause and the orientations come otherwise. */
export type SheetField = Exclude<ActionField, 'clause' | 'orientations'>

const otherTargets = [
  'actionId', 'state', 'stateOn', 'stateReason', 'period', 'framework', 'orientation1', 'orientation2', 'orientation3', 'subAction',
  'costHT', 'costTTC', 'cost', 'finalCostHT', 'finalCostTTC', 'finalCost', 'ownShare',
  'funderName', 'schemeName', 'fundingAmount', 'fundingRate', 'fundingStatus', 'fundingOn', 'fundingReference', 'fundingKind', 'fundingBase',
  'keep', 'ignore',
] as const
/**
 * `actionId`: the identifier our own exports give · `period`: start and end in one cell · `subAction`: an action of its own inside the one named in
 * the title column · `keep`: as written, under the
 * label of the column · `ignore`: set aside because a person said so.
 */
export type TargetKind = SheetField | (typeof otherTargets)[number]

const isSheetField = (field: string): field is SheetField => field in actionFields && field !== 'clause' && field !== 'orientations'
export const sheetFields: readonly SheetField[] = Object.keys(actionFields).filter(isSheetField)
export const targetKinds: readonly TargetKind[] = [...sheetFields, ...otherTargets]
export const isTargetKind = (text: string): text is TargetKind => targetKinds.some((kind) => kind === text)
export const asSheetField = (kind: TargetKind): SheetField | undefined => (isSheetField(kind) ? kind : undefined)

/** Columns of one funding line share a `group`. `funder`, `scheme`: said by the label, when no column says them. `year`: of a cost, in the label. */
export type ColumnTarget = {
  readonly to: TargetKind; readonly group: string; readonly funder: string; readonly scheme: string; readonly year: number | null
}
export const target = (to: TargetKind, rest: Partial<ColumnTarget> = {}): ColumnTarget =>
  ({ to, group: '', funder: '', scheme: '', year: null, ...rest })

/** Where the reason of a guess lies. */
export type GuessReason =
  | 'label' | 'labelPart' | 'group' | 'content' | 'labelAndContent' | 'remembered' | 'chosen' | 'taken' | 'nothing' | 'empty' | 'contradicted'
/** `confidence` from 0 to 1. `samples`: the first words of the column. */
export type ColumnGuess = {
  readonly column: number; readonly label: string; readonly target: ColumnTarget; readonly confidence: number; readonly reason: GuessReason
  readonly samples: readonly string[]
}

const funding: ReadonlySet<TargetKind> = new Set([
  'funderName', 'schemeName', 'fundingAmount', 'fundingRate', 'fundingStatus', 'fundingOn', 'fundingReference', 'fundingKind', 'fundingBase',
    'ownShare',
] satisfies TargetKind[])
export const isFundingTarget = (to: TargetKind): boolean => funding.has(to)
const costs: ReadonlySet<TargetKind> = new Set(['costHT', 'costTTC', 'cost', 'finalCostHT', 'finalCostTTC', 'finalCost'] satisfies TargetKind[])
export const isCostTarget = (to: TargetKind): boolean => costs.has(to)

/** Two columns for this would speak of the same thing twice. */
export function isSingle({ to }: ColumnTarget): boolean {
  return to !== 'keep' && to !== 'ignore'
}
/** What makes two columns say the same thing. */
export const targetKey = ({ to, group, year }: ColumnTarget): string =>
  `${to} ${isFundingTarget(to) ? group : ''} ${isCostTarget(to) ? (year ?? '') : ''}`
