// Which streets answer best what was typed, and which number of them was meant.
import { remembered } from '../../kernel/remembered.ts'
import { addressAt } from './address.rules.ts'
import type { FoundAddress, KeptNumber, Street } from './address.rules.ts'
import { likeness } from './spelling.rules.ts'
import { isCommon, isSmall, plainWords } from './street-words.rules.ts'
import type { TypedAddress, TypedNumber } from './typed-address.rules.ts'

export type RankedStreet = { readonly street: Street; readonly score: number; readonly number: TypedNumber | undefined }

/** The streets by how well they answer, the best first. `preferred`: INSEE codes whose streets come before their equals. */
export function rankStreets(streets: readonly Street[], typed: TypedAddress, preferred: ReadonlySet<string>): readonly RankedStreet[] {
  const alike = new Map(typed.words.map((word) => [word, remembered(5000, (other) => likeness(word, other))]))
  const likes: Likes = (word, other) => alike.get(word)?.(other) ?? 0
  return streets.map((street) => {
    const { score, number } = scoreOf(street, typed, likes)
    return { street, score: score + (preferred.has(street.insee) ? 0.12 : 0), number }
  }).sort((one, other) => other.score - one.score || (one.street.name.length - other.street.name.length)
    || (one.street.id < other.street.id ? -1 : 1))
}

type Likes = (typed: string, word: string) => number

/** Every word typed counts for how well it is met; words of the name nobody typed count a little against it. */
function scoreOf(
  street: Street, { words, common, numbers, codes }: TypedAddress, likes: Likes,
): { score: number; number: TypedNumber | undefined } {
  const name = plainWords(street.name)
  const commune = plainWords(street.commune)
  const met = new Set<number>()
  let total = 0
  for (const word of words) {
    const inName = bestOf(word, name, met, likes)
    const inCommune = Math.max(0, ...commune.map((other) => likes(word, other)))
    if (inName.likeness >= inCommune && inName.at >= 0) met.add(inName.at)
    total += Math.max(inName.likeness, inCommune)
  }
  const left = [...numbers]
  for (const [at, word] of name.entries()) {
    const rank = /^\d{1,4}$/.test(word) ? left.findLastIndex(({ number }) => number === Number(word)) : -1
    if (rank < 0) continue
    left.splice(rank, 1)
    met.add(at)
    total += 0.5
  }
  for (const [at, word] of name.entries()) if (isCommon(word) && common.includes(word)) met.add(at)
  const missed = name.filter((_, at) => !met.has(at)).reduce((sum, word) => sum + (isCommon(word) ? 0.02 : 0.08), 0)
  const code = codes.length === 0 ? 0 : codes.some((one) => one === street.postcode || one === street.insee.toLowerCase()) ? 0.5 : -0.5
  const wrongType = common.some((word) => word.length > 2 && !name.includes(word) && !commune.includes(word)) ? 0.1 : 0
  return { score: total - missed + code - wrongType - (left.length > 1 ? 0.3 : 0), number: left[0] }
}

function bestOf(word: string, name: readonly string[], taken: ReadonlySet<number>, likes: Likes): { at: number; likeness: number } {
  let best = { at: -1, likeness: 0 }
  for (const [at, other] of name.entries()) {
    const met = taken.has(at) ? 0 : likes(word, other)
    if (met > best.likeness) best = { at, likeness: met }
  }
  return best
}

const letters: Readonly<Record<string, string>> = { b: 'bis', t: 'ter', q: 'quater' }
const suffixKey = (suffix: string): string => letters[suffix] ?? suffix

/** The number meant among those of the street: the same suffix first, then the bare number; nothing when the street has no such number. */
export function numberMeant(numbers: readonly KeptNumber[], meant: TypedNumber | undefined): KeptNumber | undefined {
  if (meant === undefined) return undefined
  const same = numbers.filter(([number]) => number === meant.number)
  return same.find(([, suffix]) => suffix === meant.suffix) ?? same.find(([, suffix]) => suffixKey(suffix) === suffixKey(meant.suffix))
    ?? (meant.suffix === '' ? same[0] : undefined)
}

/**
 * Is the address what was typed, word for word (abbreviations and accents aside): its number, its street whole, its commune or its codes, and nothing
 * else. Whatever was guessed, left out or ignored makes it an address to choose.
 */
export function isExact(address: FoundAddress, { words, common, numbers, codes }: TypedAddress): boolean {
  const meaning = (text: string): readonly string[] => plainWords(text).filter((word) => !isSmall(word))
  const [name, commune] = [meaning(address.street), meaning(address.commune)]
  const typed = [...words, ...common].filter((word) => !isSmall(word))
  const figures = name.filter((word) => /^\d{1,4}$/.test(word)).map(Number)
  const left = [...numbers]
  for (const figure of figures) {
    const rank = left.findLastIndex(({ number, suffix }) => number === figure && suffix === '')
    if (rank < 0) return false
    left.splice(rank, 1)
  }
  const [own, ...others] = left
  return own !== undefined && others.length === 0 && own.number === address.number && suffixKey(own.suffix) === suffixKey(address.suffix ?? '')
    && typed.every((word) => name.includes(word) || commune.includes(word))
    && name.every((word) => typed.includes(word) || figures.includes(Number(word)))
    && codes.every((code) => code === address.postcode || code === address.insee.toLowerCase())
    && (codes.length > 0 || commune.every((word) => typed.includes(word)))
}

/** The answers in their order: a street that has the number comes before one that has not. `most` of them. */
export function answersOf(
  ranked: readonly RankedStreet[], numbersOf: ReadonlyMap<string, readonly KeptNumber[]>, most: number,
): readonly FoundAddress[] {
  return ranked.map(({ street, score, number }) => {
    const kept = numberMeant(numbersOf.get(street.id) ?? [], number)
    return { address: addressAt(street, kept), score: score + (number === undefined ? 0 : kept === undefined ? -0.15 : 0.3) }
  }).sort((one, other) => other.score - one.score).slice(0, most).map(({ address }) => address)
}
