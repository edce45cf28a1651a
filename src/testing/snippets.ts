// A few words of a convention made into the text the readers work on.
import { readArticles } from '../reading/articles.ts'
import { cleanText } from '../reading/noise.ts'
import type { Span } from '../reading/facts.ts'
import { type Text, textOf } from '../reading/text.ts'

/** The snippet as a whole document: no title, no parties, no signatures. */
export function textFrom(raw: string): Text {
  const { source, lines } = cleanText(raw)
  const bare = textOf(source, lines)
  return { ...bare, articles: readArticles(bare, source.clean.length) }
}

/** The snippet below the heading of an article, as most clauses stand. */
export const clauseOf = (words: string, heading = 'Dispositions'): Text => textFrom(`## Article 1 – ${heading}\n\n${words}\n`)

/** The words of the raw text a fact was read from. */
export const wordsAt = (text: Text, { start, end }: Span): string => text.source.raw.slice(start, end)
