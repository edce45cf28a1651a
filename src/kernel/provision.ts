// How a part of a convention is called in a sentence or a heading.

/** `5 bis` → `Article 5 bis`, `annexe 2` → `Annexe 2`: a number that begins with a word is the whole name. */
export const provisionName = (number: string): string =>
  /^(?:\d|[ivx]+\b)/i.test(number) ? `Article ${number}` : number.charAt(0).toUpperCase() + number.slice(1)
