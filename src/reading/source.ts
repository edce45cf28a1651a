// The text as printed and the text as read: noise taken out, with the way back from each character to where it was printed.
import type { Span } from './facts.ts'

/**
 * `raw`: the text handed in. `clean`: the same without stamps, page numbers, running headers, hyphenation at line ends and Markdown marks;
 * paragraphs separated by a blank line, sentences cut by a page joined again. `at[i]`: offset in `raw` of the character `i` of `clean`
 * (length `clean.length + 1`, the last one being where the text ends).
 */
export type Source = { readonly raw: string; readonly clean: string; readonly at: Int32Array }

/** The span in the raw text of `clean.slice(start, end)`. */
export function rawSpan(source: Source, start: number, end: number): Span {
  const first = source.at[start] ?? 0
  const last = end > start ? (source.at[end - 1] ?? 0) + 1 : first
  return { start: first, end: last }
}
