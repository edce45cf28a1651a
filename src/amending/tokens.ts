// A French text cut into the words, spaces and signs that a comparison moves as one.

/** An elided word with its apostrophe (`l'`), a number with its thousands and decimals, a compound word, a run of spaces, or one sign. */
const token = /\p{L}+['’]|\d+(?:[   ]\d{3}(?!\d))*(?:[.,/]\d+)*(?!\p{L})|[\p{L}\p{M}\d]+(?:[-‑][\p{L}\p{M}\d]+)*|\s+|./gsu

/** Put together again, they are the text. */
export const tokensOf = (text: string): readonly string[] => text.match(token) ?? []

/** The same numbers for the same strings, over several lists. */
export function numbering(): (strings: readonly string[]) => Int32Array {
  const known = new Map<string, number>()
  return (strings) => Int32Array.from(strings, (text) => {
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  })
}
