// One row into what it says of an action: fields, state, place, money, and the words kept as they are; every cell accounted for.
import { readPeriod } from './date-cell.ts'
import type { ActionDraft, CellAccount, CellReason, FieldDraft, RowProblem } from './draft.ts'
import { isBlank, wordsOf } from './grid.ts'
import type { SheetCell } from './grid.ts'
import { labelWords } from './labels.ts'
import { readField } from './read-fields.ts'
import { readMoneyOfRow } from './read-money.ts'
import type { FilledColumn } from './read-money.ts'
import { asSheetField, isCostTarget, isFundingTarget } from './targets.ts'
import type { ColumnGuess, SheetField } from './targets.ts'
import { readPercent } from './money-cell.ts'
import { splitCell } from './split-cell.ts'
import { readState } from './word-cell.ts'
import type { ReadWord } from './word-cell.ts'
import type { ActionState } from '../action-state.ts'

/** What a row gives before it is joined to others: `accounts` for each of its own cells that a column covers. */
export type RowReading = Omit<ActionDraft, 'sheet' | 'rows'> & { readonly accounts: readonly CellAccount[] }

type Open = {
  /** The column that said the end: where a fault of the two days is shown. */
  endColumn: number
  id: string; title: string; parent: string; framework: string; path: string[]; fields: Partial<Record<SheetField, FieldDraft>>;
    state: ActionDraft['state']
  stateOn: NonNullable<ActionDraft['state']>['on']; stateReason: string; extra: Record<string, string>; accounts: CellAccount[];
    problems: RowProblem[]
}

/** `fractions`: columns of percentages that hold nothing above 1. `groups`: titles of the groups the row stands under. */
export function readRow(
  row: number, cells: readonly (SheetCell | null)[], columns: readonly ColumnGuess[], fractions: ReadonlySet<number>, groups: readonly string[],
): RowReading {
  const open: Open = {
    endColumn: -1, id: '', title: '', parent: '', framework: '', path: [...groups], fields: {}, state: null, stateOn: null, stateReason: '',
      extra: {},
      accounts: [], problems: [],
  }
  const filled = columns.flatMap((guess): readonly FilledColumn[] => {
    const cell = cells[guess.column] ?? null
    return cell === null || isBlank(cell) ? [] : [{ guess, cell }]
  })
  const own = filled.filter(({ guess: { target: { to } } }) => !isCostTarget(to) && !isFundingTarget(to))
  // A state may tell the progress: the column of progress first.
  const isState = ({ guess }: FilledColumn): boolean => guess.target.to === 'state'
  for (const column of [...own.filter((one) => !isState(one)), ...own.filter(isState)]) readCell(open, row, column, fractions)
  const money = readMoneyOfRow(filled, fractions)
  for (const { column, reason, kept } of money.accounts) open.accounts.push({ row, column, fate: kept ? 'kept' : 'used', reason })
  return closed(open, row, money)
}

function closed(open: Open, row: number, { costs, fundings }: Pick<ActionDraft, 'costs' | 'fundings'>): RowReading {
  const { id, title, parent, framework, path, fields, stateOn, stateReason, extra, accounts, problems } = open
  if (parent !== '' && title !== '') extra['Action'] = parent
  const { startsOn, endsOn } = fields
  if (typeof startsOn === 'string' && typeof endsOn === 'string' && endsOn < startsOn) {
    problems.push({ row, column: open.endColumn, reason: 'endBeforeStart', detail: `${startsOn} ${endsOn}` })
  }
  const code = typeof fields.code === 'string' && fields.code !== '' ? fields.code : null
  const state = open.state === null ? null : { ...open.state, on: stateOn, reason: stateReason }
  return { id, title: title === '' ? parent : title, code, framework, path, fields, state, costs, fundings, extra, problems, accounts }
}

/** « A1 Requalifier la place » in a column « N° et nom de l'action »: a code, then a title. */
function withoutNumber(open: Open, line: string): string {
  const found = /^(?:n°\s*)?([A-Z]{0,3}[-. ]?\d+(?:[.-]\d+)*[a-z]?)\s*(?:[-–—.:)/]\s*|\s)(\S.*)$/i.exec(line)
  if (found?.[1] === undefined || found[2] === undefined) return line
  open.fields.code ??= found[1]
  return found[2]
}

/** The label under which words are kept; columns without one are named after their place. */
const keptUnder = ({ label, column }: ColumnGuess): string => (label === '' ? `Colonne ${column + 1}` : label.slice(0, 200))

function readCell(open: Open, row: number, { guess, cell }: FilledColumn, fractions: ReadonlySet<number>): void {
  const { to } = guess.target
  const words = wordsOf(cell)
  const account = (fate: CellAccount['fate'], reason: CellReason | null): void => void open.accounts.push({ row, column: guess.column, fate, reason })
  const keep = (reason: CellReason | null): void => {
    if (reason !== null) {
      const label = keptUnder(guess)
      open.extra[label] = open.extra[label] === undefined ? words : `${open.extra[label]} ; ${words}`
    }
    account(reason === null ? 'used' : 'kept', reason)
  }
  const refuse = (reason: CellReason, detail: string): void => {
    open.problems.push({ row, column: guess.column, reason, detail })
    account('refused', reason)
  }
  const line = words.replace(/\s+/g, ' ')
  const field = asSheetField(to)
  if (to === 'ignore') return account('setAside', 'chosenAside')
  if (to === 'title' || to === 'subAction') {
    if (line.length > 300) return refuse('tooLong', '300')
    if (to === 'title' && open.title !== '') open.parent = line
    else if (to === 'subAction' && open.title !== '') [open.parent, open.title] = [open.title, line]
    else open.title = to === 'title' && labelWords(guess.label).includes('numero') ? withoutNumber(open, line) : line
    return account('used', null)
  }
  if (field !== undefined) {
    const { value, reason, refused } = readField(field, cell, fractions.has(guess.column))
    if (refused !== undefined) return refuse(refused, '')
    if (value !== undefined) open.fields[field] = value
    if (field === 'endsOn') open.endColumn = guess.column
    if (field === 'startsOn') endOfRange(open, cell)
    return keep(reason)
  }
  if (to === 'actionId') {
    open.id = line
    return account('used', null)
  }
  if (to === 'framework') {
    open.framework = line.slice(0, 200)
    return keep(line.length > 200 ? 'moreThanRead' : null)
  }
  if (to === 'orientation1' || to === 'orientation2' || to === 'orientation3') {
    if (line.length > 300) return keep('notRead')
    open.path.push(line)
    return account('used', null)
  }
  if (to === 'state') {
    const read = readState(words) ?? stateAndProgress(open, words)
    if (read !== undefined) open.state = { state: read.value, on: null, reason: '' }
    return keep(read === undefined ? 'notRead' : read.plain ? null : 'moreThanRead')
  }
  if (to === 'stateOn') {
    const read = readPeriod(cell)
    if (read.kind === 'period') open.stateOn = read.from
    return keep(read.kind === 'period' ? (read.exact ? null : 'approximate') : 'notRead')
  }
  if (to === 'stateReason') {
    open.stateReason = words.slice(0, 1000)
    return keep(words.length > 1000 ? 'moreThanRead' : null)
  }
  if (to === 'period') return keep(readWhole(open, cell))
  keep('noField')
}

/** « En cours (50 %) »: a state and a progress; undefined when it is not so, or when the column of progress says another figure. */
function stateAndProgress(open: Open, words: string): ReadWord<ActionState> | undefined {
  const split = splitCell(words)
  const percent = split?.figure.endsWith('%') === true ? readPercent({ kind: 'text', value: split.figure, shown: split.figure }, false) : undefined
  const state = readState(split?.words ?? '')
  if (percent === undefined || !Number.isInteger(percent) || state === undefined) return undefined
  const agreed = open.fields.progress === undefined || open.fields.progress === percent
  open.fields.progress ??= percent
  return agreed ? state : { ...state, plain: false }
}

/** « 2024-2026 » in the column of the start says the end as well, unless a column says it. */
function endOfRange(open: Open, cell: SheetCell): void {
  const read = readPeriod(cell)
  if (read.kind !== 'period' || read.from === null || read.to === null || read.from.slice(0, 4) === read.to.slice(0, 4)) return
  open.fields.endsOn ??= read.to
}

/** Start and end in one cell; its words go to the schedule when they say more than two days. */
function readWhole(open: Open, cell: SheetCell): CellReason | null {
  const read = readPeriod(cell)
  if (read.kind === 'ongoing') {
    open.fields.ongoing = true
    return 'moreThanRead'
  }
  if (read.kind !== 'period') {
    if (open.fields.schedule !== undefined) return 'notRead'
    open.fields.schedule = wordsOf(cell)
    return null
  }
  if (read.from !== null && open.fields.startsOn === undefined) open.fields.startsOn = read.from
  if (read.to !== null && open.fields.endsOn === undefined) open.fields.endsOn = read.to
  if (read.exact) return null
  if (open.fields.schedule !== undefined) return 'approximate'
  open.fields.schedule = wordsOf(cell)
  return null
}
