// Text made comparable: without case, accents or typographic variants.

const ligatures: Record<string, string> = { œ: 'oe', Œ: 'oe', æ: 'ae', Æ: 'ae', ﬁ: 'fi', ﬂ: 'fl', ﬀ: 'ff', ﬃ: 'ffi', ﬄ: 'ffl', ß: 'ss' }

/** Lower case, without accents, ligatures opened, every apostrophe `'`, every dash `-`, every run of spaces one space, trimmed. */
export const fold = (text: string): string =>
  text
    .replace(/[œŒæÆﬁﬂﬀﬃﬄß]/g, (letter) => ligatures[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

/** A name as a key: folded, `st`/`ste` spelt out, letters and digits only, single spaces (`Saint-Omer`, `ST OMER` → `saint omer`). */
export const nameKey = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bst(e?)\b/g, 'saint$1')
    .trim()

const flatLetters = new Map<string, string>()

/**
 * Same length as `text`, character for character: lower case, no accents, plain quotes, dashes and spaces (a line feed stays).
 * An offset in the answer is an offset in `text`.
 */
export const flat = (text: string): string =>
  text
    .replace(/[\t\r]/g, ' ')
    .replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
    .replace(/[^\0-\x7f]/g, (letter) => {
      let known = flatLetters.get(letter)
      if (known === undefined) {
        known = flatLetter(letter)
        flatLetters.set(letter, known)
      }
      return known
    })

function flatLetter(letter: string): string {
  if (/\s/.test(letter)) return ' '
  const folded = fold(letter)
  if (folded.length === 1) return folded
  return (ligatures[letter] !== undefined ? folded.charAt(0) : letter.toLowerCase().charAt(0)) || letter
}

/** Sorts names the way a French reader expects (accents and case last). */
export const byFrenchName = (one: string, other: string): number => collator.compare(one, other)
const collator = new Intl.Collator('fr')
