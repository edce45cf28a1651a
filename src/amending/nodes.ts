// A reading as the parts of a text, each with its permanent address: the title, what comes before the articles, the articles in order.
import type { Reading } from '../reading/facts.ts'
import { cleanText } from '../reading/noise.ts'
import { provisionSlugs } from './addresses.ts'
import type { TextNode } from './consolidation.ts'

/**
 * The parts of a text as amendments cite them. The title has its words as its heading and no text. The préambule is what stands between the
 * title and the first article: its words come from `raw`, the text that was read; without it, from the recitals.
 */
export function nodesOf(reading: Pick<Reading, 'title' | 'articles' | 'recitals'>, raw?: string): readonly TextNode[] {
  const slugs = provisionSlugs(['intitulé', 'préambule', ...reading.articles.map(({ number }) => number)])
  const front = raw === undefined ? reading.recitals.map(({ text }) => text).join('\n\n') : frontOf(reading, raw)
  const nodes = [
    { number: 'intitulé', heading: reading.title, depth: 1, text: '' }, { number: 'préambule', heading: '', depth: 1, text: front },
    ...reading.articles.map(({ number, heading, depth, text }) => ({ number, heading, depth, text })),
  ].map((node, rank) => ({ key: slugs[rank] ?? '', ...node }))
  return nodes.filter((node, rank) => rank > 1 || node.heading !== '' || node.text !== '')
}

/**
 * The parts of any text, to compare two of them: as `nodesOf`, and what stands after the articles (signatures), which no amendment cites. Without
 * articles, the whole text is one part.
 */
export function allNodesOf(reading: Pick<Reading, 'title' | 'articles' | 'recitals'>, raw: string): readonly TextNode[] {
  const { source } = cleanText(raw)
  if (reading.articles.length === 0) return [{ key: 'texte', number: 'texte', heading: '', depth: 1, text: source.clean.trim() }]
  const end = Math.max(...reading.articles.map(({ span }) => span.end))
  const after = source.at.findIndex((offset) => offset >= end)
  const text = after < 0 ? '' : source.clean.slice(after).trim()
  return [...nodesOf(reading, raw), ...(text === '' ? [] : [{ key: 'signatures', number: 'signatures', heading: '', depth: 1, text }])]
}

/** The clean text after the title and before the first article; nothing when no article is found. */
function frontOf({ title, articles }: Pick<Reading, 'title' | 'articles'>, raw: string): string {
  const [first] = articles
  if (first === undefined) return ''
  const { source, lines } = cleanText(raw)
  const starting = lines.filter(({ start }) => (source.at[start] ?? 0) < first.span.start)
  const until = starting.at(-1)?.end ?? 0
  const titled = starting.find(({ start, end }) => title.startsWith(source.clean.slice(start, end).trim()) && end > start)
  return restOfTitle(source.clean.slice(titled?.start ?? 0, until), title)
}

/** The title may be printed over several lines: its words, in order, are left out. */
function restOfTitle(front: string, title: string): string {
  let rest = front
  for (const word of title.split(/\s+/)) {
    const trimmed = rest.trimStart()
    if (!trimmed.startsWith(word)) break
    rest = trimmed.slice(word.length)
  }
  return rest.trim()
}
