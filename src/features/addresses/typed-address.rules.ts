// What a person typed to find an address, taken apart: words that choose, words that every street has, numbers, codes.
import { isCommon, isStreetType, plainWords } from './street-words.rules.ts'

export type TypedNumber = { readonly number: number; readonly suffix: string }
/**
 * `words`: what chooses streets, in order, the last one perhaps unfinished. `common`: what only weighs. `numbers`: up to four figures, of the house
 * or of the name (`8 mai 1945`): the street found decides. `codes`: five characters, postcode or INSEE.
 */
export type TypedAddress = {
  readonly words: readonly string[]; readonly common: readonly string[]; readonly numbers: readonly TypedNumber[]; readonly codes: readonly string[]
}

const suffixes: Readonly<Record<string, string>> = { bis: 'bis', ter: 'ter', quater: 'quater', quinquies: 'quinquies' }
const longest = 200
const mostWords = 12

/** Takes apart what was typed; the rest of a text longer than an address is left aside. */
export function readTyped(text: string): TypedAddress {
  const raw = text.slice(0, longest).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== '')
  const [words, common, numbers, codes]: [string[], string[], TypedNumber[], string[]] = [[], [], [], []]
  for (let at = 0; at < raw.length && words.length < mostWords; at += 1) {
    const token = raw[at] ?? ''
    const joined = /^(\d{1,4})([a-z]|bis|ter|quater|quinquies)?$/.exec(token)
    if (joined?.[1] !== undefined) {
      const apart = joined[2] === undefined ? suffixAfter(raw, at) : undefined
      numbers.push({ number: Number(joined[1]), suffix: joined[2] ?? apart ?? '' })
      if (apart !== undefined) at += 1
    } else if (/^\d[\dab]\d{3}$/.test(token)) {
      codes.push(token)
    } else {
      // A letter alone is not spelt out at the end: `rue r` is someone who goes on typing.
      for (const word of token.length === 1 && at === raw.length - 1 ? [token] : plainWords(token)) (isCommon(word) ? common : words).push(word)
    }
  }
  return { words, common, numbers, codes }
}

/** `12 b rue`, `12 bis`; in `12 r Jaurès` the letter is a street. */
function suffixAfter(raw: readonly string[], at: number): string | undefined {
  const [next = '', after = ''] = raw.slice(at + 1)
  if (suffixes[next] !== undefined) return suffixes[next]
  if (!/^[a-z]$/.test(next)) return undefined
  return (after !== '' && isStreetType(plainWords(after)[0] ?? '')) || !['r', 'd', 'l'].includes(next) ? next : undefined
}

/** True once enough was typed for an answer to mean something. */
export const saysEnough = ({ words, common, codes, numbers }: TypedAddress): boolean =>
  words.some((word) => word.length >= 2) || common.some((word) => word.length >= 3) || (codes.length > 0 && numbers.length > 0)
