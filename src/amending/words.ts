// Quoted words found in a text: apostrophes, quotes, dashes and spaces compared loosely, case never; whole words only.

/** Offsets in the text that was searched, end excluded. */
export type Range = { readonly start: number; readonly end: number }

const capitals: Record<string, string> = { É: 'E', È: 'E', Ê: 'E', À: 'A', Â: 'A', Ç: 'C', Î: 'I', Ô: 'O', Û: 'U' }

/** `at[i]`: offset in the text of the character `i` of the plain form; one more entry than there are characters. */
type Plain = { readonly form: string; readonly at: readonly number[] }

/**
 * The form under which words are compared: one apostrophe, one quote, one dash, one space for any run of them, none around quotes or before
 * double punctuation, `œ` opened, accents composed, capitals without accent. Lower case letters and their accents stay as they are.
 */
function plain(text: string): Plain {
  const at: number[] = []
  let form = ''
  let spaceAt = -1
  let rank = 0
  for (const printed of text) {
    const start = rank
    rank += printed.length
    if (/\s/.test(printed)) {
      if (spaceAt < 0) spaceAt = start
      continue
    }
    if (/[\u00ad\u200b-\u200d\u2060\ufeff]/.test(printed)) continue
    const letter = plainLetter(printed)
    const close = /["]/.test(form.slice(-1)) || /["%€;:!?]/.test(letter) || form === ''
    if (spaceAt >= 0 && !close) {
      form += ' '
      at.push(spaceAt)
    }
    spaceAt = -1
    if (/\p{M}/u.test(letter) && form !== '') {
      const composed = plainLetter((form.slice(-1) + letter).normalize('NFC'))
      if (composed.length === 1) {
        form = form.slice(0, -1) + composed
        continue
      }
    }
    for (const part of letter) {
      form += part
      at.push(start)
    }
  }
  at.push(text.length)
  return { form, at }
}

function plainLetter(letter: string): string {
  if (/^[a-zA-Z0-9]/.test(letter)) return letter
  if (/^[’‘ʼ`´′]$/.test(letter)) return "'"
  if (/^[«»“”„"]$/.test(letter)) return '"'
  if (/^[‐‑‒–—−]$/.test(letter)) return '-'
  return { ...capitals, œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE', '…': '...' }[letter] ?? letter
}

/** Every place where these words stand, from left to right; they never overlap. */
export function placesOf(words: string, text: string): readonly Range[] {
  const wanted = plain(words).form.trim()
  if (wanted === '') return []
  const { form, at } = plain(text)
  const found: Range[] = []
  for (let from = form.indexOf(wanted); from >= 0; from = form.indexOf(wanted, from)) {
    const to = from + wanted.length
    if (!isWhole(form, from, to)) {
      from += 1
      continue
    }
    const start = at[from] ?? 0
    found.push({ start, end: endOf(text, at, to) })
    from = to
  }
  return found
}

/** The end of the last character matched: where the next begins, the spaces and marks between them left out. */
function endOf(text: string, at: readonly number[], to: number): number {
  const next = at[to] ?? text.length
  const trimmed = text.slice(0, next).trimEnd()
  return Math.max((at[to - 1] ?? 0) + 1, trimmed.length)
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
  const wanted = plain(words).form.trim()
  return wanted === '' || plain(text).form.includes(wanted)
}

const amount = /\d+(?:[   .]\d{3})*(?:,\d+)?[   ]?(?:€|euros?\b|k€|M€)(?:[   ](?:HT|TTC))?/gu
const number = /(?<![\p{L}\d])\d+(?:[   .]\d{3})*(?:,\d+)?(?![\p{L}\d])/gu

/** The sums of money printed in a text. */
export const amountsIn = (text: string): readonly Range[] => rangesOf(text, amount)
/** The numbers printed in a text, in digits. */
export const numbersIn = (text: string): readonly Range[] => rangesOf(text, number)

const rangesOf = (text: string, pattern: RegExp): readonly Range[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
