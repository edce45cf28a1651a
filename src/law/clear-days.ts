// Counting clear days (jours francs): neither the first day nor the last one counts; what follows a Saturday, a Sunday or a public holiday.
import { date, plusDays } from '../kernel/date.ts'
import type { PlainDate } from '../kernel/date.ts'

/**
 * The last day on which the act is still possible: registered on 2 March, fifteen clear days are the 3rd to the 17th, hence the 18th. `rolled`:
 * the next working day when that one is not, as procedure does elsewhere; to be confirmed for these texts.
 * @source C. com., art. R.752-29-2 (fifteen clear days); the roll-over from memory (general rule of procedure), to be confirmed
 */
export function lastClearDay(from: PlainDate, days: number): { readonly last: PlainDate; readonly rolled: PlainDate } {
  const last = plusDays(from, days + 1)
  return { last, rolled: nextWorkingDay(last) }
}

function nextWorkingDay(day: PlainDate): PlainDate {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 || publicHolidays(Number(day.slice(0, 4))).includes(day) ? nextWorkingDay(plusDays(day, 1)) : day
}

/** The eleven public holidays of a year. @source Code du travail, art. L.3133-1 (from memory) */
function publicHolidays(year: number): readonly PlainDate[] {
  const easter = easterOf(year)
  return [...['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map((day) => date(`${year}-${day}`)),
    ...[1, 39, 50].map((days) => plusDays(easter, days))]
}

/** Easter Sunday of the Gregorian calendar (method of Oudin). */
function easterOf(year: number): PlainDate {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const moon = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30
  const full = moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11))
  const weekday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7
  const offset = full - weekday
  const month = 3 + Math.floor((offset + 40) / 44)
  return date(`${year}-0${month}-${String(offset + 28 - 31 * Math.floor(month / 4)).padStart(2, '0')}`)
}
