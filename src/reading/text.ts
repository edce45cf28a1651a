// The text every reader of facts works on: clean text, the same flattened for matching, its lines and its articles.
import { flat } from '../kernel/text.ts'
import type { Article } from './facts.ts'
import type { Source } from './source.ts'

/**
 * A line of the clean text (offsets in it, end excluded, line feed left out). Lines wrapped by the page are joined: a line is a heading,
 * a paragraph, a list item or a table row. `level`: depth of a Markdown heading, 0 for none. `strong`: wholly bold. `item`: starts with `- `,
 * to which every bullet is brought. `row`: cells separated by ` | `. `page`: counted from 1 when page breaks are printed, else always 1.
 */
export type Line = {
  readonly start: number
  readonly end: number
  readonly level: number
  readonly strong: boolean
  readonly item: boolean
  readonly row: boolean
  readonly page: number
}

/**
 * An article with its place in the clean text: heading from `cleanStart`, words from
 * `bodyStart`, everything (sub-articles included) before `cleanEnd`.
 */
export type LocatedArticle = Article & { readonly cleanStart: number; readonly bodyStart: number; readonly cleanEnd: number }

/**
 * `flat` is `flat(source.clean)`: same length, lower case, no accents. `articles` stand
 * in the order of the text, an article before its sub-articles.
 */
export type Text = {
  readonly source: Source
  readonly flat: string
  readonly lines: readonly Line[]
  readonly articles: readonly LocatedArticle[]
}

/** The text before its articles are known. */
export const textOf = (source: Source, lines: readonly Line[]): Text => ({ source, flat: flat(source.clean), lines, articles: [] })

/** The deepest article that holds this place of the clean text; undefined before the first article and after the last. */
export function articleAt(text: Pick<Text, 'articles'>, cleanOffset: number): LocatedArticle | undefined {
  let low = 0
  let high = text.articles.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((text.articles[middle]?.cleanStart ?? 0) <= cleanOffset) low = middle + 1
    else high = middle
  }
  for (let index = low - 1; index >= 0; index -= 1) {
    const article = text.articles[index]
    if (article !== undefined && cleanOffset < article.cleanEnd) return article
    if (article === undefined || article.depth === 1) return undefined
  }
  return undefined
}
