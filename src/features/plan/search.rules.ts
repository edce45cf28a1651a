// What people type to search the plan, as terms: words, quoted phrases, what is to be left out; and the words of a title that answer. Pure.
import { fold } from '../../kernel/text.ts'
import { searchText, searchWords } from '../../planning/search-text.ts'

/** `words`: folded, in order; several of them stand one after the other. `opening`: the word may go on. */
export type SearchTerm = { readonly words: string; readonly without: boolean; readonly opening: boolean }

const written = /(-?)(?:"([^"]*)"|«([^»]*)»)|(\S+)/g
/** Too short to tell anything beside others: « à », « y », « d ». */
const weak = /^[a-z]$/

/** The terms of a search, in the order typed. The last word typed may be the beginning of one. */
export function readSearch(typed: string): readonly SearchTerm[] {
  const terms = [...typed.matchAll(written)].flatMap(([, minus = '', quoted, framed, word = '']): readonly SearchTerm[] => {
    const phrase = quoted ?? framed
    const without = minus === '-' || (phrase === undefined && /^-\p{L}/u.test(word))
    const words = searchText([phrase ?? word])
    return words === '' ? [] : [{ words, without, opening: false }]
  })
  const strong = terms.filter(({ words }) => !weak.test(words))
  const kept = strong.some(({ without }) => !without) ? strong : terms
  const goesOn = !/["»]\s*$/.test(typed)
  return kept.map((term, rank) => ({ ...term, opening: goesOn && rank === kept.length - 1 && !term.without && !term.words.includes(' ') }))
}

/** A word without the ends that number and gender give it. */
const stem = (word: string): string => (word.length > 3 ? word.replace(/(?:aux|al)$/, 'al').replace(/e?s$|x$/, '').replace(/e$/, '') : word)

/** A title cut into parts, those that answer the search marked. */
export function highlighted(title: string, search: readonly SearchTerm[]): readonly { readonly text: string; readonly found: boolean }[] {
  const wanted = search.filter(({ without }) => !without).flatMap(({ words, opening }) =>
    searchWords(words).map((word) => ({ word, stem: stem(word), opening })))
  if (wanted.length === 0) return [{ text: title, found: false }]
  const answers = (word: string): boolean => wanted.some((one) => stem(word) === one.stem || (one.opening && word.startsWith(one.word)))
  const parts: { text: string; found: boolean }[] = []
  for (const [text] of title.matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu)) {
    const found = answers(fold(text))
    const last = parts.at(-1)
    if (last?.found === found) last.text += text
    else parts.push({ text, found })
  }
  return parts
}
