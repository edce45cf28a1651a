// What a rule of the list of defects is given, and how it says where it found something.
import type { Defect, DefectCode, Reading, Span } from './facts.ts'
import { flat } from '../kernel/text.ts'
import { standsAsOrt } from '../law/ort-content.ts'
import type { Gazetteer } from './gazetteer.ts'
import { rawSpan, type Source } from './source.ts'
import { articleAt, type Text } from './text.ts'

/** Everything read, with the text it was read from. */
export type ReadFacts = Omit<Reading, 'schema' | 'language' | 'defects' | 'recitals' | 'title'> & { readonly text: Text; readonly title: string }
export type DefectRule = (facts: ReadFacts, gazetteer: Gazetteer) => readonly Defect[]

const ort = new RegExp(standsAsOrt)

/** A convention of revitalisation, whatever its title: what the law asks of an ORT may be asked of it. */
export const isSettlement = ({ kind, text, title }: ReadFacts): boolean => kind !== 'other' || claimsOrt({ text, title })

/** The text says it stands as an ORT. */
export const claimsOrt = ({ text, title }: Pick<ReadFacts, 'text' | 'title'>): boolean =>
  ort.test(text.flat) || /(?<![a-z])o\.?r\.?t(?![a-z])|operation de revitalisation/.test(flat(title))

/** A defect at these offsets of the clean text. */
export function defectAt({ text }: ReadFacts, code: DefectCode, start: number, end: number, message: string): Defect {
  const article = articleAt(text, start)
  return { code, ...(article === undefined ? {} : { article: article.number }), message, span: rawSpan(text.source, start, end) }
}

/** A defect where a fact stands. */
export function defectOn(facts: ReadFacts, code: DefectCode, span: Span, message: string): Defect {
  const article = articleAt(facts.text, cleanOffset(facts.text.source, span.start))
  return { code, ...(article === undefined ? {} : { article: article.number }), message, span }
}

/** Offset in the clean text of the first character printed at or after this offset of the raw text. */
export function cleanOffset({ at }: Source, raw: number): number {
  let low = 0
  let high = at.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((at[middle] ?? 0) < raw) low = middle + 1
    else high = middle
  }
  return Math.min(low, Math.max(0, at.length - 1))
}

/** `A, B et C`. */
export const enumerated = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} et ${names.at(-1) ?? ''}`
