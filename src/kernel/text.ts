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

const flatLetters = new Map<number, string>()

/**
 * Same length as `text`, character for character: lower case, no accents, plain quotes, dashes and spaces (a line feed stays).
 * An offset in the answer is an offset in `text`.
 */
export function flat(text: string): string {
  let answer = ''
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 128) {
      answer += code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : code === 13 || code === 9 ? ' ' : text.charAt(index)
      continue
    }
    let letter = flatLetters.get(code)
    if (letter === undefined) {
      letter = flatLetter(text.charAt(index))
      flatLetters.set(code, letter)
    }
    answer += letter
  }
  return answer
}

function flatLetter(letter: string): string {
  if (/\s/.test(letter)) return ' '
  const folded = fold(letter)
  if (folded.length === 1) return folded
  return (ligatures[letter] !== undefined ? folded.charAt(0) : letter.toLowerCase().charAt(0)) || letter
}

/** Sorts names the way a French reader expects (accents and case last). */
export const byFrenchName = (one: string, other: string): number => collator.compare(one, other)
const collator = new Intl.Collator('fr')
