// The new wording of an article as parts: its own text, then the sub-articles it prints, found as the reader finds them in a convention.
import { readArticles } from '../reading/articles.ts'
import { cleanText } from '../reading/noise.ts'
import { textOf } from '../reading/text.ts'

/** One part of a wording; `heading` is empty when none is printed. */
export type WordedPart = { readonly number: string; readonly heading: string; readonly text: string }

/** The first is the article itself. A wording that prints no sub-article of its own number is one part, to the letter. */
export function partsOfWording(number: string, heading: string, words: string): readonly [WordedPart, ...WordedPart[]] {
  const whole: WordedPart = { number, heading, text: words.trim() }
  const printsOwn = words.split('\n').some((line) => line.startsWith(`${number}.`) && /^\d/.test(line.slice(number.length + 1)))
  if (!/^\d+(?:[.-]\d+)*$/.test(number) || !printsOwn) return [whole]
  const { source, lines } = cleanText(`Article ${number} – ${heading === '' ? 'Objet' : heading}\n\n${words}`)
  const [own, ...subs] = readArticles(textOf(source, lines), source.clean.length)
  if (own?.number !== number || subs.length === 0 || subs.some((sub) => !sub.number.startsWith(`${number}.`))) return [whole]
  return [{ number, heading, text: own.text }, ...subs.map((sub) => ({ number: sub.number, heading: sub.heading, text: sub.text }))]
}
