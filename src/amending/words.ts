// Quoted words found in a text: apostrophes, quotes, dashes and spaces compared loosely, case never; whole words only.
import { lastAtOrBefore } from '../kernel/search.ts'

/** Offsets in the text that was searched, end excluded. */
export type Range = { readonly start: number; readonly end: number }

const capitals: Record<string, string> = { É: 'E', È: 'E', Ê: 'E', À: 'A', Â: 'A', Ç: 'C', Î: 'I', Ô: 'O', Û: 'U' }

/** A text as it is compared. `starts[k]`: where a stretch of `form` begins that stands, letter for letter, from `offsets[k]` of the text on. */
type Plain = { readonly form: string; readonly starts: readonly number[]; readonly offsets: readonly number[] }

/** Letters that are compared as they are, and the single spaces between them. */
const ordinary = /(?:[a-zA-Z0-9àâäçéèêëîïôöùûüÿ.,()/+*=&]| (?=[a-zA-Z0-9àâäçéèêëîïôöùûüÿ.,()/+*=&]))+/y

/**
 * The form under which words are compared: one apostrophe, one quote, one dash, one space for any run of them, none around quotes or before
 * double punctuation, `œ` opened, accents composed, capitals without accent. Lower case letters and their accents stay as they are.
 */
function plainOf(text: string): Plain {
  const [starts, offsets]: [number[], number[]] = [[], []]
  let form = ''
  let spaceAt = -1
  const add = (printed: string, at: number): void => {
    if (spaceAt >= 0 && form !== '' && !form.endsWith('"') && !/^["%€;:!?]/.test(printed)) {
      starts.push(form.length)
      offsets.push(spaceAt)
      form += ' '
    }
    spaceAt = -1
    starts.push(form.length)
    offsets.push(at)
    form += printed
  }
  for (let rank = 0; rank < text.length;) {
    ordinary.lastIndex = rank
    const stretch = text.charCodeAt(rank) === 32 ? undefined : ordinary.exec(text)?.[0]
    if (stretch !== undefined) {
      add(stretch, rank)
      rank += stretch.length
      continue
    }
    const printed = text.charAt(rank)
    if (/\s/.test(printed)) {
      if (spaceAt < 0) spaceAt = rank
    } else if (/[\u0300-\u036f]/.test(printed) && form !== '' && spaceAt < 0) {
      form = form.slice(0, -1) + plainLetter((form.slice(-1) + printed).normalize('NFC'))
    } else if (!/[\u00ad\u200b-\u200d\u2060\ufeff]/.test(printed)) {
      for (const letter of plainLetter(printed)) add(letter, rank)
    }
    rank += 1
  }
  return { form, starts, offsets }
}

/** Where a character of the form stands in the text. */
function offsetIn({ starts, offsets }: Plain, place: number): number {
  const low = lastAtOrBefore(starts, place)
  return (offsets[low] ?? 0) + place - (starts[low] ?? 0)
}

const plainLetters = new Map([
  ...Array.from('’‘ʼ`´′', (letter) => [letter, "'"] as const), ...Array.from('«»“”„', (letter) => [letter, '"'] as const),
  ...Array.from('‐‑‒–—−', (letter) => [letter, '-'] as const), ...Object.entries(capitals),
  ['œ', 'oe'], ['Œ', 'OE'], ['æ', 'ae'], ['Æ', 'AE'], ['…', '...'],
])
const plainLetter = (letter: string): string => plainLetters.get(letter) ?? letter

/** Every place where these words stand, from left to right; they never overlap. */
export const placesOf = (words: string, text: string): readonly Range[] => finderOf(words)(text)

/** Looks for the same words in one text after another. */
export function finderOf(words: string): (text: string) => readonly Range[] {
  const wanted = plainOf(words).form.trim()
  const core = coreOf(wanted)
  const reach = 2 * wanted.length + 40
  if (wanted === '') return () => []
  if (core.length < 2) return (text) => placesIn(text, 0, text.length, wanted)
  return (text) => {
    const found: Range[] = []
    for (let at = text.indexOf(core); at >= 0; at = text.indexOf(core, at + 1)) {
      const around = placesIn(text, Math.max(0, at - reach), Math.min(text.length, at + reach), wanted)
      const place = around.find(({ start, end }) => start <= at && at < end)
      if (place !== undefined && place.start >= (found.at(-1)?.end ?? 0)) found.push(place)
    }
    return found
  }
}

/** Letters that stand as they are wherever the words stand: a text is compared only around them. */
function coreOf(wanted: string): string {
  return wanted.split(/[^a-z0-9]+|oe|ae/).reduce((longest, part) => (part.length > longest.length ? part : longest), '')
}

function placesIn(text: string, from: number, to: number, wanted: string): readonly Range[] {
  const compared = plainOf(text.slice(from, to))
  const { form } = compared
  const found: Range[] = []
  for (let at = form.indexOf(wanted); at >= 0;) {
    const end = at + wanted.length
    const whole = isWhole(form, at, end)
    if (whole) found.push({ start: from + offsetIn(compared, at), end: endOf(text, from + offsetIn(compared, end - 1)) })
    at = form.indexOf(wanted, whole ? end : at + 1)
  }
  return found
}

/** Past the last character matched, its accents printed apart included. */
function endOf(text: string, last: number): number {
  let end = last + 1
  while (/[\u0300-\u036f]/.test(text.charAt(end))) end += 1
  return end
}

/** « an » is not found in « plan », « ville » not in « centre-ville », « 5 » neither in « 2,5 » nor in « 5 000 ». */
function isWhole(form: string, from: number, to: number): boolean {
  const [before, first, last, after] = [form.slice(Math.max(0, from - 2), from), form.charAt(from), form.charAt(to - 1), form.slice(to, to + 5)]
  if (/[\p{L}\d]/u.test(first) && /[\p{L}\d](?:-)?$/u.test(before)) return false
  if (/[\p{L}\d]/u.test(last) && /^-?[\p{L}\d]/u.test(after)) return false
  if (/\d/.test(first) && /\d[.,/]$/.test(before)) return false
  if (/^\d{3}(?!\d)/.test(form.slice(from)) && /\d $/.test(before)) return false
  return !(/\d/.test(last) && /^(?:[.,/]\d| \d{3}(?!\d))/.test(after))
}

/** Whether the words of a clause stand in a text as they stood. */
export const holds = (text: string, words: string): boolean => {
  const wanted = plainOf(words).form.trim()
  return wanted === '' || plainOf(text).form.includes(wanted)
}

const amount = /\d+(?:[   .]\d{3})*(?:,\d+)?[   ]?(?:€|euros?\b|k€|M€)(?:[   ](?:HT|TTC))?/gu
const number = /(?<![\p{L}\d])\d+(?:[   .]\d{3})*(?:,\d+)?(?![\p{L}\d])/gu

/** The sums of money printed in a text. */
export const amountsIn = (text: string): readonly Range[] => rangesOf(text, amount)
/** The numbers printed in a text, in digits. */
export const numbersIn = (text: string): readonly Range[] => rangesOf(text, number)

const rangesOf = (text: string, pattern: RegExp): readonly Range[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
