// Words made findable: the text kept beside an action, and the words of a question, folded in one and the same way.
import { fold } from '../kernel/text.ts'

/** « l'îlot », « d'été », « qu'il »: what stands before the apostrophe is no part of the word. */
const elision = /\b(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu)'/g
/** PostgreSQL refuses to index more words than this many letters can hold. */
const mostLetters = 300_000

/** Lower case, no accents, no elisions, letters and figures only, single spaces. */
export const searchText = (parts: readonly (string | null)[]): string =>
  fold(parts.filter((part) => part !== null && part !== '').join(' ').slice(0, mostLetters))
    .replace(elision, ' ').replace(/[^a-z0-9]+/g, ' ').trim()

/** The words of a question, each once, in the order they were typed. */
export const searchWords = (question: string): readonly string[] => [...new Set(searchText([question]).split(' ').filter((word) => word !== ''))]
