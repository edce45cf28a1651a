// A French text cut into the words, spaces and signs that a comparison moves as one.

/**
 * An elided word with its apostrophe (`l'`), a number with its thousands and decimals, a compound word, a run of spaces, or one sign. Letters are
 * those of European languages: other scripts move sign by sign.
 */
const token =
  /[A-Za-zÀ-ÖØ-öø-ɏ]+['’]|\d+(?:[ \u00a0\u202f]\d{3}(?!\d))*(?:[.,/]\d+)*(?![A-Za-zÀ-ÖØ-öø-ɏ])|[\wÀ-ÖØ-öø-ɏ\u0300-\u036f]+(?:[-‑][\wÀ-ÖØ-öø-ɏ\u0300-\u036f]+)*|\s+|[\ud800-\udbff][\udc00-\udfff]|[^]/g

/** Put together again, they are the text. */
export const tokensOf = (text: string): readonly string[] => text.match(token) ?? []

/** Strings as numbers, the same for the same string in all the lists that one numbering has seen. */
export function numbering(): (strings: readonly string[]) => Int32Array {
  const known = new Map<string, number>()
  return (strings) => {
    const numbers = new Int32Array(strings.length)
    for (let rank = 0; rank < strings.length; rank += 1) {
      const text = strings[rank] ?? ''
      let number = known.get(text)
      if (number === undefined) {
        number = known.size
        known.set(text, number)
      }
      numbers[rank] = number
    }
    return numbers
  }
}

/** A wording cut into words, each with its number. `sorted`: those numbers in increasing order, what is not a word or a number left out. */
export type Worded = { readonly tokens: readonly string[]; readonly numbers: Int32Array; readonly sorted: Int32Array }

/** Cuts wordings, each once, numbering their words alike. */
export function wording(): (text: string) => Worded {
  const numbersOf = numbering()
  const known = new Map<string, Worded>()
  return (text) => {
    const seen = known.get(text)
    if (seen !== undefined) return seen
    const tokens = tokensOf(text)
    const numbers = numbersOf(tokens)
    const worded = { tokens, numbers, sorted: numbers.filter((_, rank) => isWord(tokens[rank] ?? '')).sort() }
    known.set(text, worded)
    return worded
  }
}

const isWord = (token: string): boolean => token.length > 1 || /[^\s.,;:!?()«»"'’-]/.test(token)
