// How a part of a convention is called in a sentence or a heading.
import { fold } from './text.ts'

/** The part that holds the title of the text as its heading, and no words of its own. */
export const isTitle = (number: string): boolean => fold(number) === 'intitule'

/** `5 bis` → `Article 5 bis`, `annexe 2` → `Annexe 2`: a number that begins with a word is the whole name. */
export const provisionName = (number: string): string =>
  /^(?:\d|[ivx]+\b)/i.test(number) ? `Article ${number}` : number.charAt(0).toUpperCase() + number.slice(1)
