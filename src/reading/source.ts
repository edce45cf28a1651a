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
  const first = source.at[start] ?? source.raw.length
  if (end <= start) return { start: first, end: first }
  let last = (source.at[end - 1] ?? source.raw.length - 1) + 1
  while (isMark(source.raw.charCodeAt(last))) last += 1
  return { start: first, end: last }
}

/** A combining accent belongs to the letter printed before it. */
const isMark = (code: number): boolean => code >= 0x300 && code <= 0x36f
