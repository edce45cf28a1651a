// What a spreadsheet file holds: sheets of typed cells under one row of labels.
import { setImmediate as lettingOthersPass } from 'node:timers/promises'
import type { PlainDate } from '../kernel/date.ts'
import type { Cents } from '../kernel/money.ts'

/**
 * Null: empty. `percent`: 40 for 40 %. `marked`: words to look at, on a coloured ground (CSV has none). A yes or no is written in French.
 */
export type Cell =
  | null | string | number | boolean
  | { readonly date: PlainDate } | { readonly cents: Cents } | { readonly percent: number } | { readonly marked: string }
/** `width`: in characters. `choices`: what the cells may hold, offered as a list; left out when one of them holds a comma. */
export type SheetColumn = { readonly label: string; readonly width?: number; readonly choices?: readonly string[] }
/** One row of labels, which stays in sight, then the rows; `frozen`: columns on the left that stay as well. `name`: at most 31 characters. */
export type Sheet = {
  readonly name: string; readonly columns: readonly SheetColumn[]; readonly rows: Iterable<readonly Cell[]>; readonly frozen?: number
}
export type Book = { readonly title: string; readonly on: PlainDate; readonly sheets: readonly Sheet[] }

/** How wide a column is, in characters: as said, else its label within reason. */
export const widthOf = ({ label, width }: SheetColumn): number => width ?? Math.min(Math.max(label.length + 4, 12), 40)

/** The rows of each of these, one after the other, made when they are written: a plan has hundreds of thousands of cells. */
export const rowsOf = <Item>(items: readonly Item[], rows: (item: Item) => readonly (readonly Cell[])[]): Sheet['rows'] => ({
  *[Symbol.iterator]() {
    for (const item of items) yield* rows(item)
  },
})

const atATime = 250

/** Each row written, a few hundred at a time: others use the processor in between, and no text is ever whole in memory. */
export async function* writtenRows<Row>(rows: Iterable<Row>, written: (row: Row, rank: number) => string): AsyncGenerator<string> {
  let [piece, rank] = ['', 0]
  for (const row of rows) {
    piece += written(row, rank)
    rank += 1
    if (rank % atATime > 0) continue
    yield piece
    piece = ''
    await lettingOthersPass()
  }
  yield piece
}
