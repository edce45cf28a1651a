// Civil dates (a day in France, without hour or zone) and instants (UTC), as branded text that sorts like time.
import { fold } from './text.ts'

/** `yyyy-mm-dd`, always an existing day: made by `date` or `readDate` only. */
export type PlainDate = string & { readonly brand: 'PlainDate' }
/** ISO 8601 in UTC with milliseconds, `2026-11-22T08:00:00.000Z`. */
export type Instant = string & { readonly brand: 'Instant' }

const monthNames = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'] as const

/** Days of a month, 1 to 12, leap years included. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The civil date of these numbers, or undefined when that day does not exist (31 February, month 13, year outside 1000-9999). */
export function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate
}

/** A date written in the code or read from the database; throws on anything else, since that is our mistake. */
export function date(iso: string): PlainDate {
  const [year, month, day] = iso.split('-').map(Number)
  const value = plainDate(year ?? 0, month ?? 0, day ?? 0)
  if (value === undefined || value !== iso) throw new Error(`not a civil date: ${iso}`)
  return value
}

/**
 * A date as a person types it (`jj/mm/aaaa`, `j.m.aaaa`, `j-m-aaaa`, `5 avril 2023`) or a browser sends it (`aaaa-mm-jj`); undefined when
 * unreadable.
 */
export function readDate(typed: string): PlainDate | undefined {
  const text = typed.trim()
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return plainDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const french = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(text)
  if (french) return plainDate(Number(french[3]), Number(french[2]), Number(french[1]))
  const words = /^(\d{1,2})(?:er)?\s+(\p{L}+)\s+(\d{4})$/u.exec(text.toLowerCase())
  const month = monthNames.findIndex((name) => fold(name) === fold(words?.[2] ?? '')) + 1
  return month === 0 ? undefined : plainDate(Number(words?.[3]), month, Number(words?.[1]))
}

/** `5 avril 2023`, `1er mars 2024`: the day as French prints it. */
export function inWords(day: PlainDate): string {
  const [year, month, number] = day.split('-').map(Number)
  return `${number === 1 ? '1er' : number} ${monthNames[(month ?? 1) - 1]} ${year}`
}

/** `05/04/2023`, as it is typed again in a form; empty when there is none. */
export const inFigures = (day: PlainDate | null | undefined): string => (day ?? '').split('-').reverse().join('/')

/**
 * The month and day a yearly deadline names (`30 juin`, `le 1er octobre`, `31 decembre`), undefined when it names none; the 29 February counts
 * as the 28th.
 */
export function readYearlyDay(words: string): { readonly month: number; readonly day: number } | undefined {
  const found = /(\d{1,2})(?:er)?\s+(\p{L}+)/u.exec(words.toLowerCase())
  const month = monthNames.findIndex((name) => fold(name) === fold(found?.[2] ?? '')) + 1
  const day = Math.min(Number(found?.[1] ?? 0), month === 2 ? 28 : 31)
  return month > 0 && plainDate(2023, month, day) !== undefined ? { month, day } : undefined
}

/**
 * The same day `months` later; when that month is too short, its last day (31 January + 1 month = 28 or 29 February).
 * @source Code de procédure civile, art. 641 al. 2 (terms counted in months or years)
 */
export function plusMonths(day: PlainDate, months: number): PlainDate {
  const number = Number(day.slice(8))
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [laterYear, laterMonth] = [Math.floor(index / 12), (index % 12) + 1]
  const value = plainDate(laterYear, laterMonth, Math.min(number, daysInMonth(laterYear, laterMonth)))
  if (value === undefined) throw new Error(`date out of range: ${day} plus ${months} months`)
  return value
}

/** The day `days` later (earlier when negative). */
export function plusDays(day: PlainDate, days: number): PlainDate {
  const within = Number(day.slice(8)) + days
  if (within >= 1 && within <= 28) return `${day.slice(0, 8)}${within < 10 ? '0' : ''}${within}` as PlainDate
  return date(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10))
}

/** Days from `from` to `to`: 0 the same day, negative when `to` comes first. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

export const instant = (time: Date): Instant => time.toISOString() as Instant

const paris = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The civil date it is in Paris at this instant. */
export const dayInParis = (time: Date): PlainDate => date(paris.format(time))

/** The last moment of a day in Paris, summer time or not. */
export const endOfDayInParis = (day: PlainDate): Instant => {
  const summer = new Date(`${day}T21:59:59.999Z`)
  return instant(dayInParis(new Date(summer.getTime() + 1)) === day ? new Date(`${day}T22:59:59.999Z`) : summer)
}

const parisClock = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' })

/** `22 novembre 2026 à 09:30`, the hour being that of Paris. */
export const momentInWords = (at: Instant): string => `${inWords(dayInParis(new Date(at)))} à ${parisClock.format(new Date(at))}`
