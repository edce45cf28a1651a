// Civil dates as printed: `28 septembre 2018`, `1er mars 2024`, `14/12/2022`, `le 04 décembre de la même année`, `du 3 au 7 mai 2024`.
import { plainDate, type PlainDate } from '../kernel/date.ts'
import { inWordsPattern, numberInWords } from './numerals.ts'
import { words } from './patterns.ts'

/** Offsets in the flattened text. `date` is undefined when that day does not exist. `sure`: false when a year was guessed or has two digits. */
export type PrintedDate = { readonly start: number; readonly end: number; readonly date: PlainDate | undefined; readonly sure: boolean }

const months: Readonly<Record<string, number>> = {
  janvier: 1, janv: 1, fevrier: 2, fevr: 2, fev: 2, mars: 3, avril: 4, avr: 4, mai: 5, juin: 6, juillet: 7, juil: 7, aout: 8,
  septembre: 9, sept: 9, octobre: 10, oct: 10, novembre: 11, nov: 11, decembre: 12, dec: 12,
}
const month = Object.keys(months).join('|')
const dayWords = '(?:premier|vingt[- ]et[- ]un|trente[- ]et[- ]un|(?:vingt|trente)(?:[- ](?:un|deux|trois|quatre|cinq|six|sept|huit|neuf))?'
  + '|dix[- ]sept|dix[- ]huit|dix[- ]neuf|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize)'
const relativeYear = "de la meme annee|de l'annee suivante|suivant|de cette (?:meme )?annee"
const written = new RegExp(
  words`
    (?<![\da-z,.])(?:(\d{1,2}) ?(?:er|e|eme|°)?|(${dayWords})) {1,3}(${month})\.? {1,3}(?:(\d{4})(?!\d)|(${relativeYear})(?![a-z])
    |(deux[- ]mil(?:le)?(?:[- ]${inWordsPattern})?))`, 'g')
const numeric = /(?<![\d/.,-])(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?![\d/]|[.,-]\d)/g
const iso = /(?<![\d/.-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])/g
const inherited = new RegExp(
  `(?<![\\d,.])(\\d{1,2}) ?(?:er)?(?: (${month}))?(?: (\\d{4}))? ?(?:au|et le|et|ou|a|-|/|,) ?(?:le |du )?$`)

/** Every printed date, in order, ranges and enumerations (`les 12 et 13 mars 2024`) giving one each. */
export function printedDates(flat: string): readonly PrintedDate[] {
  const found = [...writtenDates(flat), ...figureDates(flat)].sort((one, other) => one.start - other.start)
  const answer: PrintedDate[] = []
  for (const each of found) {
    const last = answer.at(-1)
    if (last === undefined || each.start >= last.end) answer.push(each)
  }
  return answer
}

function writtenDates(flat: string): readonly PrintedDate[] {
  const answer: PrintedDate[] = []
  let previous: PlainDate | undefined
  let previousEnd = 0
  for (const match of flat.matchAll(written)) {
    const [whole, figures, words, name = '', year, relative, yearWords] = match
    const day = figures !== undefined ? Number(figures) : (numberInWords(words ?? '') ?? 0)
    const monthNumber = months[name] ?? 0
    const known = match.index - previousEnd < 600
      && !/(?:avant|au plus tard)(?: le)? $/.test(flat.slice(Math.max(0, match.index - 20), match.index)) ? previous : undefined
    const numericYear = year !== undefined ? Number(year) : yearWords !== undefined ? numberInWords(yearWords)
      : yearAfter(known, relative, monthNumber, day)
    if (numericYear === undefined || numericYear < 1500 || numericYear > 2199) continue
    const here: PrintedDate = {
      start: match.index, end: match.index + whole.length, date: plainDate(numericYear, monthNumber, day), sure: relative === undefined,
    }
    answer.push(...earlierInRange(flat, here, day, monthNumber, numericYear), here)
    ;[previous, previousEnd] = [here.date ?? previous, here.end]
  }
  return answer
}

function yearAfter(previous: PlainDate | undefined, relative: string | undefined, monthNumber: number, day: number): number | undefined {
  if (previous === undefined || relative === undefined) return undefined
  const [year = 0, previousMonth = 0, previousDay = 0] = previous.split('-').map(Number)
  if (relative === "de l'annee suivante") return year + 1
  if (relative !== 'suivant') return year
  return monthNumber > previousMonth || (monthNumber === previousMonth && day > previousDay) ? year : year + 1
}

/** `12, 13 et ` before `14 mars 2024`; `1er janvier au ` before `31 mars 2024`. Four days at most, read backwards. */
function earlierInRange(flat: string, last: PrintedDate, day: number, monthNumber: number, year: number): readonly PrintedDate[] {
  const answer: PrintedDate[] = []
  let [start, laterMonth, laterDay, laterYear] = [last.start, monthNumber, day, year]
  for (let count = 0; count < 4; count += 1) {
    const from = Math.max(0, start - 32)
    const match = inherited.exec(flat.slice(from, start))
    if (!match || match[3] !== undefined) return answer
    const earlierDay = Number(match[1])
    const earlierMonth = match[2] === undefined ? laterMonth : (months[match[2]] ?? 0)
    const earlierYear = earlierMonth > laterMonth ? laterYear - 1 : laterYear
    const before = flat.slice(Math.max(0, from + match.index - 12), from + match.index)
    if (match[2] === undefined && (earlierDay >= laterDay || !/(?:\b(?:du|le|les|entre le|des|de|au)|,) ?$/.test(before))) return answer
    const date = plainDate(earlierYear, earlierMonth, earlierDay)
    if (date === undefined) return answer
    const end = from + match.index + match[0].replace(/ ?(?:au|et le|et|ou|a|-|\/|,) ?(?:le |du )?$/, '').length
    answer.unshift({ start: from + match.index, end, date, sure: false })
    ;[start, laterMonth, laterDay, laterYear] = [from + match.index, earlierMonth, earlierDay, earlierYear]
  }
  return answer
}

/** `n° 2021-03-11` numbers an act. */
const isNumber = (flat: string, at: number): boolean => /n ?[°o] ?$/.test(flat.slice(Math.max(0, at - 4), at))

function figureDates(flat: string): readonly PrintedDate[] {
  const answer: PrintedDate[] = []
  for (const match of flat.matchAll(numeric)) {
    const [whole, day, separator, monthNumber, year = ''] = match
    const fullYear = year.length === 4 ? Number(year) : 2000 + Number(year)
    const credible = year.length === 4 ? fullYear >= 1900 && fullYear <= 2199 : separator === '/' && Number(day) <= 31 && Number(monthNumber) <= 12
    const numbered = separator === '.' && /(?:articles?|section|point|annexe|§) $/.test(flat.slice(Math.max(0, match.index - 10), match.index))
    if (!credible || numbered || isNumber(flat, match.index) || Number(day) === 0 || Number(monthNumber) === 0) continue
    answer.push({ start: match.index, end: match.index + whole.length, date: plainDate(fullYear, Number(monthNumber), Number(day)),
      sure: year.length === 4 })
  }
  for (const match of flat.matchAll(iso)) {
    if (isNumber(flat, match.index)) continue
    const date = plainDate(Number(match[1]), Number(match[2]), Number(match[3]))
    answer.push({ start: match.index, end: match.index + match[0].length, date, sure: true })
  }
  return answer
}
