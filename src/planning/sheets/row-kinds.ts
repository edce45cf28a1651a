// What each row under a header is: an action, more of the one above, a group, a total, a note, the header again, or nothing.
import { folded } from './folded.ts'
import { filledColumns, mergeFinder, wordsOf } from './grid.ts'
import type { Sheet, SheetCell } from './grid.ts'
import type { SheetTable } from './table-in-sheet.ts'
import type { ColumnGuess } from './targets.ts'
import { isCostTarget, isFundingTarget } from './targets.ts'

export type RowKind = 'empty' | 'action' | 'more' | 'group' | 'total' | 'note' | 'header' | 'hint' | 'noTitle'
/** `depth`: of a group, 1 for the widest. `cells`: what stands in the row, merged cells filled down. */
export type SheetRow = { readonly row: number; readonly kind: RowKind; readonly depth: number; readonly words: string;
  readonly cells: readonly (SheetCell | null)[] }

const totalWords = /^(?:sous[- ]?tot(?:al|aux)|total|totaux|s\/t|ensemble|somme|cumul|montant total|total general)\b/
const groupWords = /^(axes?|orientations?|ambitions?|volets?|enjeux?|piliers?|chapitres?|parties?|defis?|thematiques?|themes?|priorites?)\s*(?:strategiques?\s*)?(?:n[°o]?\s*)?(?:\d|[ivx]+\b|[a-z]\b)|^[ivx]+\s*[.)–-]\s/
const innerWords = /^(sous[- ]axes?|objectifs?|mesures?|sous[- ]orientations?|actions? cadres?)\b\s*(?:strategiques?\s*|operationnels?\s*)?(?:n[°o]?\s*)?(?:\d|[ivx]+\b|[a-z]\b)/
const noteWords = /^(?:\*|\(\*|\(?\d\)|nb\b|n\.b\.|notes?\b|sources?\b|legende\b|mise a jour|maj\b|remarques?\b|attention\b|document\b|fait le)/
const hintWords = new RegExp([
  'obligatoire', 'facultatif', 'exemple', 'saisir', 'texte libre', 'liste deroulante', 'caracteres', 'indiquer', 'a choisir', 'format ', 'jj/mm',
  'menu deroulant', 'renseigner', 'max\\b',
].join('|'))

/** Every row under the header, in order. Needs the columns, to know where the title is. */
export function readRows(sheet: Sheet, table: SheetTable, columns: readonly ColumnGuess[]): readonly SheetRow[] {
  const find = mergeFinder(sheet)
  const titles = columns.filter(({ target }) => target.to === 'title' || target.to === 'subAction').map(({ column }) => column)
  const codes = columns.filter(({ target }) => target.to === 'code').map(({ column }) => column)
  const money = columns.filter(({ target: { to } }) => isFundingTarget(to) || isCostTarget(to)).map(({ column }) => column)
  const rows: SheetRow[] = []
  const fields = new Set(columns.filter(({ target: { to } }) => !['keep', 'ignore', 'code', 'title'].includes(to)).map(({ column }) => column))
  const words = Array.from({ length: table.right + 1 }, (_, column) => column).filter((column) => !fields.has(column) || column === table.left)
  const context = { sheet, table, titles, codes, money, words, width: table.right - table.left + 1 }
  let open = false
  let depth = 0
  for (let row = table.headerBottom + 1; row < sheet.rows.length; row += 1) {
    const filled = filledColumns(sheet, row)
    const cells = filledDown(sheet, table, row, find)
    const read: Kind = filled.length === 0 ? plain('empty') : kindOf(context, row, filled, cells, find, open)
    if (read.kind === 'group') depth = read.depth === 0 ? Math.max(1, depth) : read.depth
    rows.push({ row, cells, ...read, depth: read.kind === 'group' ? depth : 0 })
    open = read.kind === 'action' || (open && read.kind === 'more')
  }
  return withNotes(rows, titles)
}

/** The cells of a row; under the first row of a merged range stands what the range says. */
function filledDown(sheet: Sheet, table: SheetTable, row: number, find: ReturnType<typeof mergeFinder>): readonly (SheetCell | null)[] {
  const own = sheet.rows[row] ?? []
  const cells = Array.from({ length: Math.max(own.length, table.right + 1) }, (_, column) => own[column] ?? null)
  return cells.map((cell, column) => {
    if (cell !== null) return cell
    const range = find(row, column)
    return range !== undefined && range.top < row && range.left === column && range.top > table.headerBottom
      ? (sheet.rows[range.top]?.[range.left] ?? null) : null
  })
}

type Context = {
  readonly sheet: Sheet; readonly table: SheetTable; readonly titles: readonly number[]; readonly codes: readonly number[];
    readonly money: readonly number[]
  /** Columns in which words alone are a note, not a value without its action. */
  readonly words: readonly number[]; readonly width: number
}
type Kind = Pick<SheetRow, 'kind' | 'depth' | 'words'>
const plain = (kind: RowKind): Kind => ({ kind, depth: 0, words: '' })

function kindOf(
  { sheet, table, titles, codes, money, words, width }: Context, row: number, filled: readonly number[], cells: readonly (SheetCell | null)[],
  find: ReturnType<typeof mergeFinder>, open: boolean,
): Kind {
  const first = wordsOf(cells[filled[0] ?? 0] ?? null)
  const opening = folded(first)
  if (isHeaderAgain(table, filled, cells)) return plain('header')
  if (row === table.headerBottom + 1 && filled.filter((column) => hintWords.test(folded(wordsOf(cells[column]
    ?? null)))).length >= 2) return plain('hint')
  const title = titles.map((column) => wordsOf(cells[column] ?? null)).find((words) => words !== '') ?? ''
  if (/^exemple ?:/.test(folded(title))) return plain('hint')
  if (totalWords.test(opening) || totalWords.test(folded(title))) return plain('total')
  const range = find(row, filled[0] ?? 0)
  const wide = range !== undefined && range.top === row && range.right - range.left + 1 >= Math.max(3, width / 2)
  const others = filled.slice(1)
  const alone = others.length === 0 || (wide && others.every((column) => column <= range.right))
  const sumsOnly = others.every((column) => cells[column]?.kind !== 'text' || money.includes(column))
  const depth = innerWords.test(opening) ? 2 : groupWords.test(opening) ? 1 : 0
  if ((alone || sumsOnly) && depth > 0) return { kind: 'group', depth, words: first }
  if (alone && wide && !noteWords.test(opening)) return { kind: 'group', depth: 0, words: first }
  const ownTitle = titles.some((column) => wordsOf(sheet.rows[row]?.[column] ?? null) !== '')
  const merged = titles.some((column) => (find(row, column)?.top ?? row) < row)
  if (merged && open && !ownTitle) return plain('more')
  if (title !== '') return plain('action')
  if (alone && (words.includes(filled[0] ?? -1) || first.length > 40)) return { kind: 'note', depth: 0, words: first }
  const coded = codes.some((column) => wordsOf(sheet.rows[row]?.[column] ?? null) !== '')
  if (open && !coded && filled.some((column) => money.includes(column))) return plain('more')
  return plain('noTitle')
}

const sameWords = (label: string, words: string): boolean => Math.abs(label.length - words.length) < 10 && folded(label) === folded(words)

/** A long table printed on several pages says its labels again. */
export function isHeaderAgain(table: SheetTable, filled: readonly number[], cells: readonly (SheetCell | null)[]): boolean {
  if (filled.length < 2) return false
  const same = filled.filter((column) => (table.labels[column] ?? []).some((part) => sameWords(part, wordsOf(cells[column] ?? null))))
  return same.length >= 2 && same.length >= filled.length * 0.7
}

/** Under the last row with more than its title, lone words are notes: « * montants prévisionnels ». */
function withNotes(rows: readonly SheetRow[], titles: readonly number[]): readonly SheetRow[] {
  const count = ({ cells }: SheetRow): number => cells.filter((cell) => wordsOf(cell) !== '').length
  const last = rows.findLastIndex((row) => row.kind === 'total' || row.kind === 'more' || row.kind === 'noTitle'
    || (row.kind === 'action' && count(row) > 1))
  return rows.map((row, rank) => {
    if (rank <= last || row.kind === 'empty' || count(row) > 1) return row
    const words = row.cells.map(wordsOf).find((text) => text !== '') ?? ''
    const gap = rows.slice(last + 1, rank).some(({ kind }) => kind === 'empty' || kind === 'note')
    const note = noteWords.test(folded(words)) || words.length > 120 || gap || !titles.some((column) => wordsOf(row.cells[column] ?? null) !== '')
    return last >= 0 && note && row.kind !== 'group' ? { ...row, kind: 'note' as const, words } : row
  })
}
