// Places counted in words or in figures: `deuxième`, `2e`, `avant-dernier`, `deux derniers`, `7 à 9`.
import { numberInWords } from './numerals.ts'
import { words } from './patterns.ts'

const inWords = 'deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz|treiz|quatorz|quinz|seiz|dix-sept|dix-huit|dix-neuv|vingt'
/** Source of a regular expression for one place, flattened. */
export const ordinalPattern = words`
  (?:\d{1,2} ?(?:er|ere|re|e|eme|nd|nde)(?![a-z])|premi(?:er|ere)s?|seconde?s?|(?:${inWords})iemes?|avant-derni(?:er|ere)s?|derni(?:er|ere)s?
  |antepenultiemes?|unique|seule?)`
/** Source for several places, whatever parts them. */
export const ordinalsPattern = `${ordinalPattern}(?:(?:, et |, | et | ou | a )(?:le |la |les |l'|au |du |de la )?${ordinalPattern})*`

const everyOrdinal = new RegExp(ordinalPattern, 'g')

/** 1 for the first, -1 for the last, -2 for the one before; undefined when the word is no place. */
export function rankOf(word: string): number | undefined {
  const figures = /^\d{1,2}/.exec(word)
  if (figures) return Number(figures[0])
  if (/^(?:premi|unique|seul)/.test(word)) return 1
  if (word.startsWith('second')) return 2
  if (word.startsWith('avant-derni')) return -2
  if (word.startsWith('derni')) return -1
  if (word.startsWith('antepenul')) return -3
  const stem = word.replace(/iemes?$/, '').replace(/(?:^|-)(?:quatr|onz|douz|treiz|quatorz|quinz|seiz)$/, '$&e')
  return numberInWords(stem.replace('neuv', 'neuf').replace('cinqu', 'cinq'))
}

/** The ranks of a list of places: `deuxième et troisième`, `premier à troisième`. */
export function ranksOf(list: string): readonly number[] {
  const found = Array.from(list.matchAll(everyOrdinal), ([word]) => rankOf(word)).filter((rank) => rank !== undefined)
  const [first, last] = found
  return found.length === 2 && first !== undefined && last !== undefined && / a (?:la |le |l')?[\da-z-]+$/.test(list) && first > 0 && last > first
    ? Array.from({ length: Math.min(30, last - first + 1) }, (_, step) => first + step) : [...new Set(found)]
}

/** `les deux derniers`, `les trois premières`. */
export function endRanks(count: string, end: string): readonly number[] {
  const many = Math.min(20, /^\d/.test(count) ? Number(count) : (numberInWords(count) ?? 1))
  return Array.from({ length: many }, (_, step) => (end.startsWith('d') ? step - many : step + 1))
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 }
/** Source of a regular expression for the number of an article as cited, flattened. */
export const numberPattern = words`
  (?:\d{1,3}(?:[.-]\d{1,2}){0,3}(?!\d)(?: ?(?:er|ere|°)(?![a-z]))?(?! ?(?:e|eme|nd|nde)(?![a-z]))
  |(?:x{0,3}(?:ix|iv|vi{0,3}|i{1,3})|x{1,3})(?:er)?(?![a-z'])|premiere?(?![a-z])|unique(?![a-z])|(?:pre)?liminaire)
  (?:[ -]?(?:bis|ter|quater|quinquies|sexies)(?![a-z]))?`

const everyNumber = new RegExp(numberPattern, 'g')

/** `1er` → `1`, `IV` → `4`, `3-bis` → `3 bis`: as the articles that were read are numbered. */
export function citedNumber(printed: string): string {
  const parts = /^(.*?)(?:[ -]?(bis|ter|quater|quinquies|sexies))?$/.exec(printed.trim())
  const main = (parts?.[1] ?? '').replace(/(?<=[\d ivx])(?:er|ere|°)$/, '').trim().replace(/^0+(?=\d)/, '')
  const plain = /^premiere?$|^unique$/.test(main) ? (main === 'unique' ? 'unique' : '1') : /^[ivxl]+$/.test(main) ? String(romanValue(main)) : main
  if (plain === 'preliminaire') return 'préliminaire'
  return parts?.[2] === undefined ? plain : `${plain} ${parts[2]}`
}

function romanValue(roman: string): number {
  let total = 0
  for (let index = 0; index < roman.length; index += 1) {
    const [value, next] = [romanDigits[roman.charAt(index)] ?? 0, romanDigits[roman.charAt(index + 1)] ?? 0]
    total += value < next ? -value : value
  }
  return total
}

/** `7 et 8`, `7, 8 et 9`, `7 à 9`. */
export function numbersOf(list: string): readonly string[] {
  const found = Array.from(list.matchAll(everyNumber), ([number]) => citedNumber(number))
  const [first, last] = [Number(found[0]), Number(found[1])]
  if (found.length === 2 && / a (?:l'article )?\S+$/.test(list) && Number.isInteger(first) && last > first && last - first < 40) {
    return Array.from({ length: last - first + 1 }, (_, step) => String(first + step))
  }
  return [...new Set(found)]
}
