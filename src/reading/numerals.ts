// French numbers as conventions write them, in figures or in words: `cinq (5)`, `55 000`, `1 234 567,89`, `soixante-quinze`.

const units: Readonly<Record<string, number>> = {
  un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10, onze: 11, douze: 12, treize: 13,
  quatorze: 14, quinze: 15, seize: 16, vingt: 20, vingts: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60, septante: 70,
  huitante: 80, octante: 80, nonante: 90, premier: 1,
}
const scales: Readonly<Record<string, number>> = {
  mille: 1e3, mil: 1e3, millier: 1e3, milliers: 1e3, million: 1e6, millions: 1e6, milliard: 1e9, milliards: 1e9,
}

const word = `(?:${[...Object.keys(units), 'cent', 'cents', ...Object.keys(scales)].sort((one, other) => other.length - one.length).join('|')})`

/** Source of a regular expression for a number in words, on flattened text; at most twelve words, so that it stays linear. */
export const inWordsPattern = `(?<![a-z])${word}(?:(?:[- ]|[- ]et[- ])${word}){0,11}(?![a-z])`

/** Source of a regular expression for a small whole number: `5`, `cinq`, `cinq (5)`, `5 (cinq)`. */
export const countPattern = `(?:(?<![\\d,.])\\d{1,3}(?![\\d,.]\\d)|${inWordsPattern})(?: ?\\( ?(?:\\d{1,3}|${inWordsPattern}) ?\\))?`

/** A number in words, flattened (`deux mille vingt-quatre`); undefined when a word is not a number. */
export function numberInWords(words: string): number | undefined {
  let total = 0
  let current = 0
  for (const token of words.trim().split(/[\s-]+/)) {
    const unit = units[token]
    const scale = scales[token]
    if (token === 'et') continue
    if (token === 'cent' || token === 'cents') current = Math.max(1, current) * 100
    else if (unit === 20 && current % 10 === 4 && current % 100 < 20) current += 76
    else if (unit !== undefined) current += unit
    else if (scale === 1e3) [total, current] = [total + Math.max(1, current) * 1e3, 0]
    else if (scale !== undefined) [total, current] = [Math.max(1, total + current) * scale, 0]
    else return undefined
  }
  const value = total + current
  return value > 0 && Number.isSafeInteger(value) ? value : undefined
}

/** The number that `countPattern` matched; figures win over words when both are printed. */
export function readCount(printed: string): number | undefined {
  const figures = /\d{1,3}/.exec(printed)
  return figures ? Number(figures[0]) : numberInWords(printed.replace(/\(.*$/, ''))
}
