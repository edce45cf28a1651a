// Expressions of the rule file as patterns: without accents or capitals, plurals admitted, `*` for a few words of the same sentence. Pure.
import { remembered } from '../../kernel/remembered.ts'
import { flat, fold } from '../../kernel/text.ts'

/** The pattern of an expression, for text made `flat`. */
export const phrasePattern = remembered(2_000, (phrase) => {
  const words = fold(phrase).split(' ').map((word) => (word === '*' ? '\\S[^.;]{0,60}?' : `${literal(word)}(?:s|x|es)?`))
  return new RegExp(`(?<![a-z0-9])${words.join('\\s+')}(?![a-z0-9])`)
})

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Words found, as printed, with the sentence around them cut to a readable length; null when none of the expressions is there. */
export function findPhrase(text: string, phrases: readonly string[]): { readonly found: string; readonly excerpt: string } | null {
  const level = flat(text)
  for (const phrase of phrases) {
    const match = phrasePattern(phrase).exec(level)
    if (match !== null) return { found: text.slice(match.index, match.index + match[0].length), excerpt: around(text, match.index, match[0].length) }
  }
  return null
}

const reach = 90
function around(text: string, start: number, length: number): string {
  const from = Math.max(text.lastIndexOf(' ', Math.max(0, start - reach)), text.lastIndexOf('\n', start)) + 1
  const stop = text.indexOf('\n', start + length)
  const far = text.indexOf(' ', start + length + reach)
  const until = Math.min(stop < 0 ? text.length : stop, far < 0 ? text.length : far)
  const before = from > 0 && text[from - 1] !== '\n' ? '… ' : ''
  return `${before}${text.slice(from, until).trim()}${until < text.length && text[until] !== '\n' ? ' …' : ''}`
}
