// Words of cells made comparable: the same few thousand come back in every column and every look, so their answers are remembered.
import { fold, nameKey } from '../../kernel/text.ts'
import { remembered } from '../../kernel/remembered.ts'

const longest = 120
const foldedBefore = remembered(50_000, fold)
const keyedBefore = remembered(50_000, nameKey)

/** `fold` of the kernel. */
export const folded = (words: string): string => (words.length > longest ? fold(words) : foldedBefore(words))
/** `nameKey` of the kernel. */
export const keyed = (words: string): string => (words.length > longest ? nameKey(words) : keyedBefore(words))
