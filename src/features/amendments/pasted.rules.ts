// The instructions of an amendment out of its pasted articles, as the reader finds them in a whole document.
import { readArticles } from '../../reading/articles.ts'
import type { Instruction, UnreadInstruction } from '../../reading/instruction.ts'
import { readInstructions } from '../../reading/instructions.ts'
import { cleanText } from '../../reading/noise.ts'
import { textOf } from '../../reading/text.ts'
import type { OrderedInstruction } from './ordered.rules.ts'

export type PastedOrders = {
  readonly instructions: readonly OrderedInstruction[]
  readonly unread: readonly { readonly article: string; readonly problem: string; readonly message: string; readonly words: string }[]
}

/** What pasted words order, and what could not be told of them. */
export function readPasted(pasted: string): PastedOrders {
  const { source, lines } = cleanText(pasted)
  const bare = textOf(source, lines)
  const { instructions, unread } = readInstructions({ ...bare, articles: readArticles(bare, source.clean.length) })
  const words = ({ span }: Instruction | UnreadInstruction): string => pasted.slice(span.start, span.end).replace(/[ \t]+/g, ' ').trim()
  return {
    instructions: instructions.map((read) => ({
      change: read.change, sentence: read.sentence, words: words(read), confidence: read.confidence, entersOn: read.entersOn ?? null, provision: null,
      factId: null,
    })),
    unread: unread.map((read) => ({ article: read.article, problem: read.problem, message: read.message, words: words(read) })),
  }
}
