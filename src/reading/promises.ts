// Reads what some clauses promise without reading the whole convention: the clauses that an amendment touched.
import { readArticles } from './articles.ts'
import { readBodies } from './bodies.ts'
import type { Obligation } from './facts.ts'
import { cleanText } from './noise.ts'
import { readObligations } from './obligations.ts'
import { textOf } from './text.ts'

/** The obligations of clauses printed one under the other, each with its heading. */
export function readPromises(raw: string): readonly Obligation[] {
  const { source, lines } = cleanText(raw)
  const bare = textOf(source, lines)
  const text = { ...bare, articles: readArticles(bare, source.clean.length) }
  return readObligations(text, readBodies(text), [])
}
