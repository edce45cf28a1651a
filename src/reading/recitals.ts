// What a convention says before its articles: the texts it cites (« Vu… »), its reasons (« Considérant… »), its preamble.
import type { Recital } from './facts.ts'
import { rawSpan } from './source.ts'
import type { Line, Text } from './text.ts'

const formula = /^(?:il\s(?:est|a\sete)|ceci\s|cela\s|les\sparties\s(?:sont|ont|conviennent)|preambule\s*:?$|expose(?:\sdes\smotifs)?\s*:?$|contexte\s*:?$|entre\s*:?$|et\s*:?$|visas?\s*:?$|sommaire|(?:titre|chapitre|partie)\s)/
const visa = /^(?:- )?(?:vu(?:e|s|es)?\s|considerant\b|attendu\b)/

/** `from`: end of the block of parties, or of the title. One recital a paragraph or list item, in the order printed. */
export function readRecitals(text: Text, from: number, until: number): readonly Recital[] {
  const first = text.articles[0]?.cleanStart
  const end = Math.min(first ?? 0, until)
  return text.lines.filter((line) => isRecital(text, line, from, end, first === undefined ? until : end)).map((line) => {
    const start = line.start + (line.item ? 2 : 0)
    return { text: text.source.clean.slice(start, line.end), span: rawSpan(text.source, start, line.end) }
  })
}

function isRecital(text: Text, line: Line, from: number, end: number, visasUntil: number): boolean {
  const words = text.flat.slice(line.start, Math.min(line.end, line.start + 80))
  if (line.level > 0 || formula.test(words)) return false
  if (visa.test(words)) return line.start < visasUntil
  return line.start >= from && line.start < end && line.end - line.start > 24
}
