// A date as a cell of a spreadsheet writes it: « 1er trim. 2024 », « T2 2025 », « mars 2024 », « 2024-2026 », « en cours », a serial number.
import { folded } from './folded.ts'
import { daysInMonth, plainDate, plusDays, readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { wordsOf } from './grid.ts'
import type { SheetCell } from './grid.ts'
import { isUnknown } from './money-cell.ts'

/**
 * `period`: from one day to another, null on the side nobody says; `exact` when the cell names one day and nothing less precise.
 * `ongoing`: goes on without an end. `unknown`: written as not known.
 */
export type ReadPeriod =
  | { readonly kind: 'period'; readonly from: PlainDate | null; readonly to: PlainDate | null; readonly exact: boolean }
  | { readonly kind: 'ongoing' } | { readonly kind: 'unknown' } | { readonly kind: 'unread' }

type Span = { readonly from: PlainDate; readonly to: PlainDate; readonly exact: boolean }

const months = ['janv', 'fev', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec']
const monthNames = months.concat(['jan', 'fevr', 'mar', 'jun', 'jul', 'sep'])
const english: Readonly<Record<string, number>> = { jan: 1, mar: 3, jun: 6, jul: 7, sep: 9 }
const monthOf = (word: string): number => {
  const known = months.findIndex((month) => word.startsWith(month))
  return known >= 0 ? known + 1 : (english[word.slice(0, 3)] ?? 0)
}
const monthWord = `(${monthNames.join('|')})[a-z]*\\.?`

export function readPeriod(cell: SheetCell): ReadPeriod {
  if (cell.kind === 'date') {
    const day = readDate(wordsOf({ ...cell, kind: 'text' }))
    return day === undefined ? { kind: 'unread' } : { kind: 'period', from: day, to: day, exact: true }
  }
  if (cell.kind === 'number' && typeof cell.value === 'number') return fromNumber(cell.value)
  return cell.kind === 'text' ? readPeriodWords(wordsOf(cell)) : { kind: 'unread' }
}

/** A year, or the serial number of a day: 1 is 31 December 1899, as spreadsheets count. */
function fromNumber(value: number): ReadPeriod {
  const whole = Math.floor(value)
  if (whole === value && whole >= 1990 && whole <= 2100) return spanned(yearSpan(whole))
  if (whole < 20_000 || whole > 80_000) return { kind: 'unread' }
  const day = serialDay(whole)
  return day === undefined ? { kind: 'unread' } : { kind: 'period', from: day, to: day, exact: true }
}

const epoch = plainDate(1899, 12, 30)
const serialDay = (serial: number): PlainDate | undefined => (epoch === undefined ? undefined : plusDays(epoch, serial))

/** Longer words tell a story, not a date. */
const longest = 60

export function readPeriodWords(words: string): ReadPeriod {
  if (words.length > longest) return { kind: 'unread' }
  const text = folded(words).replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim()
  if (text === '' || isUnknown(words)) return /^en cours/.test(text) ? { kind: 'ongoing' } : { kind: 'unknown' }
  if (/^(?:action )?(?:permanente?|continue?|en continu|recurrente?|annuelle?|chaque annee|tous les ans|toute l'annee|au fil de l'eau|pluriannuelle?)$/.test(text)) return { kind: 'ongoing' }
  const alone = readSpan(text)
  if (alone !== undefined) return spanned(alone)
  const open = /^(?:a partir (?:de |du |d')|des |depuis |a compter du |debut ?: ?)(.+)$/.exec(text)
  const closing = /^(?:jusqu'(?:en|au|a) |avant (?:le |fin )?|fin ?: ?|echeance ?:? ?)(.+)$/.exec(text)
  const [from, to] = [readSpan(open?.[1] ?? ''), readSpan(closing?.[1] ?? '')]
  if (from !== undefined) return { kind: 'period', from: from.from, to: null, exact: false }
  if (to !== undefined) return { kind: 'period', from: null, to: to.to, exact: false }
  return readRange(text)
}

const spanned = ({ from, to, exact }: Span): ReadPeriod => ({ kind: 'period', from, to, exact })

function readRange(text: string): ReadPeriod {
  const years = /^\d{4}(?:\s*(?:[,;/+-]|et|\s)\s*\d{4})+$/.test(text) ? text.match(/\d{4}/g) ?? [] : []
  const [first, last] = [fullYear([...years].sort()[0] ?? ''), fullYear([...years].sort().at(-1) ?? '')]
  if (first !== undefined && last !== undefined) return { kind: 'period', from: yearSpan(first).from, to: yearSpan(last).to, exact: false }
  const parts = text.replace(/^(?:de |du |entre )/, '')
  for (const separator of [/\s+(?:a|au|et|->|→|=>|jusqu'a|jusqu'en)\s+/, /\s*[-/→>]\s*/, /\s+/]) {
    const sides = parts.split(separator)
    for (let cut = 1; cut < sides.length; cut += 1) {
      const [before, after] = [sides.slice(0, cut).join(' '), sides.slice(cut).join(' ')]
      const end = readSpan(after)
      if (end === undefined) continue
      const start = readSpan(before) ?? readSpan(`${before} ${end.to.slice(0, 4)}`)
      if (start !== undefined && start.from <= end.to) return { kind: 'period', from: start.from, to: end.to, exact: start.exact && end.exact }
    }
  }
  return { kind: 'unread' }
}

const yearSpan = (year: number): Span => monthsSpan(year, 1, 12)

function monthsSpan(year: number, first: number, last: number): Span {
  const [from, to] = [plainDate(year, first, 1), plainDate(year, last, daysInMonth(year, last))]
  if (from === undefined || to === undefined) throw new Error(`no such months: ${year}-${first} to ${last}`)
  return { from, to, exact: false }
}

const fullYear = (written: string): number | undefined => {
  const year = Number(written.length === 2 ? `20${written}` : written)
  return year >= 1990 && year <= 2100 ? year : undefined
}

const seasons: Readonly<Record<string, readonly [number, number]>> = { printemps: [4, 6], ete: [7, 9], automne: [10, 12], rentree: [9, 9],
  hiver: [1, 3] }
const rank = (written: string | undefined): number => Number((written ?? '').replace(/\D/g, ''))

type Form = readonly [pattern: RegExp, read: (found: RegExpExecArray, year: number) => Span | undefined]
/** Each with its year as the group named `y`. */
const forms: readonly Form[] = [
  [/^(?:annee |courant |en |exercice )?(?<y>\d{4})$/, (_, year) => yearSpan(year)],
  [/^(?:courant|en|annee) (?<y>\d{4})$/, (_, year) => yearSpan(year)],
  [/^debut (?:d'annee )?(?<y>\d{4})$/, (_, year) => monthsSpan(year, 1, 3)],
  [/^(?:mi|milieu)[- ]?(?:d'annee )?(?<y>\d{4})$/, (_, year) => monthsSpan(year, 5, 8)],
  [/^fin (?:d'annee )?(?<y>\d{4})$/, (_, year) => monthsSpan(year, 10, 12)],
  [/^t ?([1-4]) ?[-/]? ?(?<y>\d{4}|\d{2})$/, (found, year) => quarter(rank(found[1]), year)],
  [/^(?<y>\d{4}) ?[-/]? ?t ?([1-4])$/, (found, year) => quarter(rank(found[2]), year)],
  [/^([1-4]|premier|deuxieme|troisieme|quatrieme|dernier) ?(?:er|e|eme|nd|ere)? ?trim(?:estre|\.)? ?(?:de )?(?<y>\d{4}|\d{2})$/, (found, year) => quarter(ordinal(found[1], 4), year)],
  [/^s ?([12]) ?[-/]? ?(?<y>\d{4}|\d{2})$/, (found, year) => half(rank(found[1]), year)],
  [/^(?<y>\d{4}) ?[-/]? ?s ?([12])$/, (found, year) => half(rank(found[2]), year)],
  [/^([12]|premier|deuxieme|second|dernier) ?(?:er|e|eme|nd)? ?sem(?:estre|\.)? ?(?:de )?(?<y>\d{4}|\d{2})$/, (found, year) => half(ordinal(found[1], 2), year)],
  [new RegExp(`^(?:courant |debut |mi-|fin |en )?${monthWord} ?[-/]? ?(?<y>\\d{4}|\\d{2})$`), (found, year) => monthSpan(monthOf(found[1] ?? ''), year)],
  [/^(\d{1,2})[/.-](?<y>\d{4})$/, (found, year) => monthSpan(Number(found[1]), year)],
  [/^(?:l')?(printemps|ete|automne|hiver|rentree) ?(?:de )?(?<y>\d{4})$/, (found, year) => {
    const [first, last] = seasons[found[1] ?? ''] ?? [1, 12]
    return monthsSpan(year, first, last)
  }],
]

const ordinals: Readonly<Record<string, number>> = { premier: 1, deuxieme: 2, second: 2, troisieme: 3, quatrieme: 4 }
const ordinal = (written: string | undefined, last: number): number => (written === 'dernier' ? last : (ordinals[written ?? ''] ?? rank(written)))
const quarter = (number: number, year: number): Span | undefined => (number < 1 ? undefined : monthsSpan(year, number * 3 - 2, number * 3))
const half = (number: number, year: number): Span | undefined => (number < 1 ? undefined : monthsSpan(year, number * 6 - 5, number * 6))
const monthSpan = (month: number, year: number): Span | undefined => (month < 1 || month > 12 ? undefined : monthsSpan(year, month, month))

function readSpan(text: string): Span | undefined {
  const words = text.trim().replace(/^le /, '')
  if (!/\d/.test(words)) return undefined
  const figures = words.replace(/^(\d{1,2}[/.-]\d{1,2}[/.-])(\d{2})$/, '$120$2').replace(/^(\d{4}-\d{2}-\d{2})[t ][\d:.z]+$/, '$1')
  const day = (/^\d{1,4}[/.\-\s]\d{1,2}[/.\-\s]\d{1,4}$/.test(figures) ? readDate(figures) : undefined)
    ?? readShortDay(words)
  if (day !== undefined) return { from: day, to: day, exact: true }
  for (const [pattern, read] of forms) {
    const found = pattern.exec(words)
    const year = found === null ? undefined : fullYear(found.groups?.['y'] ?? '')
    if (found !== null && year !== undefined) {
      const span = read(found, year)
      if (span !== undefined) return span
    }
  }
  return undefined
}

const shortDay = new RegExp(`^(\\d{1,2})(?:er)? ${monthWord} (\\d{4})$`)
/** « 5 janv. 2024 ». */
function readShortDay(words: string): PlainDate | undefined {
  const found = shortDay.exec(words)
  return found === null ? undefined : plainDate(Number(found[3]), monthOf(found[2] ?? ''), Number(found[1]))
}
