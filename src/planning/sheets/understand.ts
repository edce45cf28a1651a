// A whole spreadsheet understood: its tables, their columns, the actions they hold, and what became of every cell that is not empty.
import { folded } from './folded.ts'
import { guessColumns, withChoices } from './columns.ts'
import type { ActionDraft, CellAccount, CellFate, CellReason, RowProblem } from './draft.ts'
import { filledColumns, wordsOf } from './grid.ts'
import type { Grid, Sheet } from './grid.ts'
import { readRow } from './read-row.ts'
import type { RowReading } from './read-row.ts'
import { readRows } from './row-kinds.ts'
import type { SheetRow } from './row-kinds.ts'
import { findTable, signatureOf } from './table-in-sheet.ts'
import type { SheetTable } from './table-in-sheet.ts'
import { joinRows } from './join-rows.ts'
import type { ColumnGuess, ColumnTarget } from './targets.ts'

/** What a person chose for the columns of a table, by its signature; `aside`: leave the sheet out. */
export type SheetChoice = { readonly aside: boolean; readonly columns: ReadonlyMap<number, ColumnTarget> }
export type Choices = ReadonlyMap<string, SheetChoice & { readonly reason: 'remembered' | 'chosen' }>

/** One sheet: `table` undefined when none was found; `titles`: the words above it. */
export type SheetView = {
  readonly index: number; readonly name: string; readonly hidden: boolean; readonly aside: boolean; readonly table: SheetTable | undefined;
    readonly signature: string
  readonly columns: readonly ColumnGuess[]; readonly titles: readonly string[]
}
/** A row that is no action, and its words. */
export type AsideRow = { readonly sheet: number; readonly row: number; readonly reason: CellReason; readonly words: string }
export type Understanding = {
  readonly sheets: readonly SheetView[]; readonly actions: readonly ActionDraft[]; readonly aside: readonly AsideRow[]
  /** For each sheet, every cell that is not empty, once. */
  readonly accounts: readonly (readonly CellAccount[])[]
}

/** The sheets of a grid with their tables and columns, before any row is read. */
export function viewSheets(grid: Grid, choices: Choices): readonly SheetView[] {
  const views = viewAll(grid, choices)
  // Our own export: the sheet with the identifiers says it all, its others tell the same again line by line.
  const identified = ({ columns }: SheetView): boolean => columns.some(({ target: { to } }) => to === 'actionId')
    && columns.some(({ target: { to } }) => to === 'title')
  const whole = views.find(identified)
  if (whole === undefined) return views
  return views.map((view) => (view === whole || choices.has(view.signature) ? view : { ...view, aside: true }))
}

const viewAll = (grid: Grid, choices: Choices): readonly SheetView[] =>
  grid.sheets.map((sheet, index): SheetView => {
    const table = findTable(sheet)
    const nothing = { index, name: sheet.name, hidden: sheet.hidden, aside: false, table, signature: '', columns: [], titles: [] }
    if (table === undefined) return nothing
    const signature = signatureOf(table)
    const choice = choices.get(signature)
    const guesses = guessColumns(sheet, table)
    const columns = choice === undefined ? guesses : withChoices(guesses, choice.columns, choice.reason)
    const isPlan = columns.some(({ target: { to } }) => to === 'title' || to === 'subAction')
    const titles = Array.from({ length: table.headerTop }, (_, row) => rowWords(sheet, row)).filter((words) => words !== '')
    return { ...nothing, aside: choice?.aside ?? (!isPlan || table.unsure), signature, columns, titles }
  })

const rowWords = (sheet: Sheet, row: number): string => filledColumns(sheet, row).map((column) => wordsOf(sheet.rows[row]?.[column] ?? null))
  .join(' · ')

/** Everything a spreadsheet says of a plan. Pure and total: whatever the grid, each filled cell is used, kept, set aside or refused. */
export function understand(grid: Grid, choices: Choices = new Map()): Understanding {
  const sheets = viewSheets(grid, choices)
  const [aside, drafts, accounts]: [AsideRow[], ActionDraft[], (readonly CellAccount[])[]] = [[], [], []]
  for (const view of sheets) {
    const sheet = grid.sheets[view.index]
    if (sheet === undefined) continue
    const read = view.table === undefined || view.aside ? setAside(sheet, view) : readSheet(sheet, view, view.table)
    aside.push(...read.aside)
    drafts.push(...read.actions)
    accounts.push(read.accounts)
  }
  return { sheets, aside, actions: joinRows(drafts), accounts }
}

type SheetReading = { readonly actions: readonly ActionDraft[]; readonly aside: readonly AsideRow[]; readonly accounts: readonly CellAccount[] }

/** A sheet without a table, or left out: all its cells set aside, and said. */
function setAside(sheet: Sheet, view: SheetView): SheetReading {
  const reason: CellReason = view.table === undefined ? 'noTable' : 'sheetAside'
  const filled = sheet.rows.flatMap((_, row) => filledColumns(sheet, row).map((column) => ({ row, column, fate: 'setAside' as const, reason })))
  const words = sheet.rows.map((_, row) => rowWords(sheet, row))
  return { actions: [], accounts: filled, aside: words.flatMap((text, row) =>
    (text === '' ? [] : [{ sheet: view.index, row, reason, words: text }])) }
}

const reasons: Readonly<Record<Exclude<SheetRow['kind'], 'action' | 'more' | 'noTitle' | 'empty'>, CellReason>> = {
  group: 'group', total: 'total', note: 'note', header: 'header', hint: 'hint',
}

function readSheet(sheet: Sheet, view: SheetView, table: SheetTable): SheetReading {
  const [aside, actions, accounts]: [AsideRow[], ActionDraft[], CellAccount[]] = [[], [], []]
  const account = (row: number, fate: CellFate, reason: CellReason | null): void =>
    void accounts.push(...filledColumns(sheet, row).map((column) => ({ row, column, fate, reason })))
  for (let row = 0; row <= table.headerBottom; row += 1) {
    account(row, row < table.headerTop ? 'setAside' : 'used', row < table.headerTop ? 'title' : 'header')
    if (row < table.headerTop && rowWords(sheet, row) !== '') aside.push({ sheet: view.index, row, reason: 'title', words: rowWords(sheet, row) })
  }
  const rows = carriedDown(readRows(sheet, table, view.columns), view.columns)
  const fractions = fractionColumns(rows, view.columns)
  const groups: string[] = []
  let last: RowReading | undefined
  for (const row of rows) {
    if (row.kind === 'empty') continue
    if (row.kind === 'group') groups.splice(row.depth - 1, groups.length, row.words)
    if (row.kind === 'action' || row.kind === 'more' || row.kind === 'noTitle') {
      const read = readRow(row.row, row.cells, view.columns, fractions, groups)
      const own = new Set(filledColumns(sheet, row.row))
      const unlabelled = [...own].filter((column) => !view.columns.some((guess) => guess.column === column))
      accounts.push(...read.accounts.filter(({ column }) => own.has(column)),
        ...unlabelled.map((column) => ({ row: row.row, column, fate: 'kept' as const, reason: 'noField' as const })))
      if (row.kind === 'more' && last !== undefined) actions.push({ ...continued(read, last), sheet: view.index, rows: [row.row] })
      else actions.push({ ...(row.kind === 'noTitle' ? withoutTitle(read, row.row, own) : draftOf(read)), sheet: view.index, rows: [row.row] })
      if (row.kind === 'action') last = read
      continue
    }
    const reason = reasons[row.kind]
    account(row.row, row.kind === 'group' ? 'used' : 'setAside', reason)
    aside.push({ sheet: view.index, row: row.row, reason, words: rowWords(sheet, row.row) })
  }
  return { actions, aside, accounts }
}

function draftOf({ id, title, code, framework, path, fields, state, costs, fundings, extra, problems }: RowReading): Omit<ActionDraft,
  'sheet' | 'rows'> {
  return { id, title, code, framework, path, fields, state, costs, fundings, extra, problems }
}

/** A row that goes on with the action above says nothing of it but money and words of its own. */
const continued = (read: RowReading, above: RowReading): Omit<ActionDraft, 'sheet' | 'rows'> =>
  ({ ...draftOf(read), id: above.id, title: above.title, code: above.code, path: above.path, framework: above.framework })

function withoutTitle(read: RowReading, row: number, own: ReadonlySet<number>): Omit<ActionDraft, 'sheet' | 'rows'> {
  const problem: RowProblem = { row, column: Math.min(...own), reason: 'titleMissing', detail: '' }
  return { ...draftOf(read), problems: [problem, ...read.problems] }
}

/** An axis written on the first row of its actions only goes on until the next one: when most of its column is empty. */
function carriedDown(rows: readonly SheetRow[], columns: readonly ColumnGuess[]): readonly SheetRow[] {
  const carrying = columns.filter(({ target: { to } }) => to === 'orientation1' || to === 'orientation2' || to === 'orientation3'
    || to === 'framework').map(({ column }) => column)
  const actions = rows.filter(({ kind }) => kind === 'action')
  const sparse = carrying.filter((column) => {
    const share = actions.filter(({ cells }) => wordsOf(cells[column] ?? null) !== '').length / Math.max(1, actions.length)
    return share > 0 && share < 0.6
  })
  if (sparse.length === 0) return rows
  const held = new Map<number, SheetRow['cells'][number]>()
  return rows.map((row) => {
    if (row.kind !== 'action') return row
    const cells = [...row.cells]
    for (const column of carrying) {
      const cell = cells[column] ?? null
      // A wider level said anew begins again: what stood under the one before is not under this one.
      if (wordsOf(cell) !== '') for (const inner of carrying) if (inner > column) held.delete(inner)
      if (wordsOf(cell) !== '') held.set(column, cell)
      else if (sparse.includes(column)) cells[column] = held.get(column) ?? null
    }
    return { ...row, cells }
  })
}

/** Columns whose figures are all between 0 and 1: there, 1 is the whole. */
function fractionColumns(rows: readonly SheetRow[], columns: readonly ColumnGuess[]): ReadonlySet<number> {
  const rated = columns.filter(({ target: { to } }) => to === 'progress' || to === 'fundingRate').map(({ column }) => column)
  return new Set(rated.filter((column) => {
    const figures = rows.flatMap(({ cells }) => {
      const cell = cells[column] ?? null
      const value = cell === null || cell.kind === 'percent' ? Number.NaN : Number(String(cell.value).replace(',', '.'))
      return Number.isNaN(value) || wordsOf(cell) === '' ? [] : [value]
    })
    return figures.length > 0 && figures.every((value) => value <= 1) && figures.some((value) => value > 0 && (value < 1 || figures.length > 1))
  }))
}

/** What a title becomes when rows are compared. */
export const titleKey = (title: string): string => folded(title).replace(/[^a-z0-9]+/g, ' ').trim()
