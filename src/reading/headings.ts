// The headings of articles as printed: with the word article, by number alone, annexes, and the titles that stand above articles.
import { flat } from '../kernel/text.ts'
import type { Line } from './text.ts'

/** `style`: how the heading is numbered. `number`: as cited, roman numerals in digits. `titleAt`: offset in the line where its words start. */
export type Heading = {
  readonly style: 'article' | 'decimal' | 'digit' | 'roman' | 'annex' | 'division'
  readonly number: string
  readonly titleAt: number
}

const suffix = String.raw`(?:\s?(?<suffix>bis|ter|quater|quinquies|sexies)\b)?`
const number = String.raw`(?:(?<digits>\d{1,3}(?:[.-]\d{1,2}){0,3})(?!\d)\s?(?:er\b|ere\b|°)?|(?<roman>[ivxl]{1,7})(?:er)?\b|(?<word>premiere?|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|unique|liminaire)\b)`
const articleHeading = new RegExp(`^(?:-\\s)?(?:article|art[il1]c[l1i]e|articl\\se|art\\.?)\\s*(?:n\\s?°\\s?)?${number}(?<dot>\\.)?${suffix}(?<mark>\\s*[:.,–—/)|-]+)?\\s*`)
const decimalHeading = /^(?:-\s)?(?<digits>\d{1,2}(?:\.\d{1,2}){1,3})(?:\.|\))?\s?(?<suffix>bis\b|ter\b)?\s*(?:[-:]\s*)?(?=\S)/
const romanDecimalHeading = /^(?<roman>[ivx]{1,5})\.\s?(?<digits>\d{1,2}(?:\.\d{1,2})?)(?:\.|\))?\s*(?:[-:]\s*)?(?=\S)/
const hyphenHeading = /^(?:-\s)?(?<digits>\d{1,2}-\d{1,2})\s*[-:.)]?\s+(?=[a-z«])/
const digitHeading = /^(?<digits>\d{1,2})\s?(?<suffix>bis|ter)?\s?[.)°/:-]+\s*(?=[a-z«"(])/
const bareDigitHeading = /^(?<digits>\d{1,2})\s+(?=[a-z«])/
const romanHeading = /^(?<roman>[ivx]{1,5})\s?[.)°/:-]+\s*(?=[a-z«"(])/
const annexHeading = /^annexes?(?:\s*n\s?°)?\s*(?:(?<digits>\d{1,2}(?:\.\d{1,2})?)|(?<roman>[ivx]{1,5})|(?<letter>[a-z]))?(?=[\s:.–)-]|$)\s*[:.–)-]*\s*/
const divisionHeading = /^(?:titre|chapitre|partie|section|volet)\s+(?:\d{1,2}(?:er)?|[ivx]{1,5}|premiere?)\b\s*[:.–)-]*\s*/

const words: Record<string, string> = {
  premier: '1', premiere: '1', un: '1', deux: '2', trois: '3', quatre: '4', cinq: '5', six: '6', sept: '7', huit: '8', neuf: '9', dix: '10',
  onze: '11', douze: '12', treize: '13', quatorze: '14', quinze: '15', seize: '16',
}

/** What a line announces, taken alone; whether it stands as a heading depends on the lines around it. */
export function readHeading(printed: string, line: Line): Heading | undefined {
  const text = flat(printed)
  const emphatic = line.level > 0 || line.strong
  const article = articleHeading.exec(text)
  if (article && !line.row && (!line.item || emphatic) && opensArticle(printed, article, emphatic)) return heading('article', article)
  if (line.item && !emphatic) return undefined
  const annex = annexHeading.exec(text)
  if (annex && text.length < 220 && !/^annexes?\s+(?:a|au|aux|de|du|des|la|le)\s/.test(text) && !/[;,]$/.test(text)) return heading('annex', annex)
  const division = divisionHeading.exec(text)
  if (division && text.length < 200) return { style: 'division', number: '', titleAt: division[0].length }
  const decimal = decimalHeading.exec(text) ?? hyphenHeading.exec(text)
  if (decimal && startsTitle(printed, decimal[0].length)) return heading('decimal', decimal)
  const mixed = romanDecimalHeading.exec(text)
  if (mixed && isRoman(printed.slice(0, mixed.groups?.['roman']?.length)) && startsTitle(printed, mixed[0].length)) {
    return { style: 'decimal', number: `${romanValue(mixed.groups?.['roman'] ?? '')}.${mixed.groups?.['digits'] ?? ''}`, titleAt: mixed[0].length }
  }
  const digit = digitHeading.exec(text) ?? (emphatic || isCapitals(printed) ? bareDigitHeading.exec(text) : null)
  if (digit && startsTitle(printed, digit[0].length)) return heading('digit', digit)
  const roman = romanHeading.exec(text)
  return roman && isRoman(printed.slice(0, roman.groups?.['roman']?.length)) && startsTitle(printed, roman[0].length)
    ? heading('roman', roman) : undefined
}

/** Value of a roman numeral, 0 when it is none. */
function romanValue(roman: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 }
  let total = 0
  for (let index = 0; index < roman.length; index += 1) {
    const [value, next] = [values[roman.charAt(index)] ?? 0, values[roman.charAt(index + 1)] ?? 0]
    total += value < next ? -value : value
  }
  return total
}

function heading(style: Heading['style'], match: RegExpExecArray): Heading {
  const { digits, roman, word, letter, suffix: twice } = match.groups ?? {}
  const rank = digits ?? (roman === 'l' ? '1' : roman && String(romanValue(roman))) ?? (word && (words[word] ?? word)) ?? letter?.toUpperCase() ?? ''
  const plain = style === 'article' ? rank.replace(/^0+(?=\d)/, '') : rank
  const cited = twice ? `${plain} ${twice}` : plain
  return { style, number: style === 'annex' ? `annexe ${cited}`.trim() : cited, titleAt: match[0].length }
}

/** `Article 157 de la loi ELAN` at the start of a line cites; `Article 2 – Objet`, `ARTICLE 2`, `Article 2 Objet` announce. */
function opensArticle(printed: string, match: RegExpExecArray, emphatic: boolean): boolean {
  const rest = printed.slice(match[0].length)
  if (/^[lrd]\.?\s?\d/i.test(rest) || /^(?:art|Art)\.?\s*[LRD]/.test(printed)) return false
  if (rest === '') return true
  if (!/^\p{Lu}/u.test(printed) && !emphatic) return false
  const mark = match.groups?.['mark'] ?? match.groups?.['dot']
  if (mark !== undefined) {
    return !/^,/.test(mark.trim()) && !/^\p{Ll}/u.test(rest.replace(/^(?:d'|l'|le |la |les |du |de )/, '')) || emphatic || rest.length < 120
  }
  if (emphatic || isCapitals(printed)) return true
  return rest.length < 140 && /^[\p{Lu}«]/u.test(rest) && !/[.;,]$/.test(rest)
}

const startsTitle = (printed: string, at: number): boolean => /^[\p{Lu}«"(]/u.test(printed.slice(at)) || /^l[’']|^d[’']/.test(printed.slice(at))
const isRoman = (text: string): boolean => /^[IVX]+$/.test(text)
export const isCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{3}/u.test(text)
