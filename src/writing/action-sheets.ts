// Sheets of actions as what is printed: blocks in order, their words in French already; for Word and for the PDF alike.
import type { PlainDate } from '../kernel/date.ts'

/** `ends`: how many columns at the end hold figures. `note`: said below; empty when there is nothing to say. */
export type SheetTable = {
  readonly kind: 'table'; readonly heading: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[]
  readonly ends: number; readonly note: string
  /** The last column holds sentences, and takes most of the width. */
  readonly wide?: boolean
}
export type SheetBlock =
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'text'; readonly heading: string; readonly paragraphs: readonly string[] }
  | SheetTable

/** `group`: the orientation it stands under, as a heading of the table of contents. */
export type ActionSheet = { readonly title: string; readonly group: string; readonly blocks: readonly SheetBlock[] }
/** `whole`: with a cover and a table of contents; else the one sheet alone. */
export type ActionSheets = {
  readonly title: string; readonly operation: string; readonly on: PlainDate; readonly whole: boolean; readonly introduction: readonly string[]
  readonly sheets: readonly ActionSheet[]
  /** What stands at the top of each page beside the operation, when it is not a sheet of an action. */
  readonly running?: string
}
