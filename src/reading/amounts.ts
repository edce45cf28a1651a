// Amounts of money in exact cents with their tax basis, and rates with their caps.
import { cents, type Cents, type TaxBasis } from '../kernel/money.ts'
import type { Amount, Rate } from './facts.ts'
import { inWordsPattern, numberInWords } from './numerals.ts'
import { rawSpan } from './source.ts'
import { cellAt, cellsOf } from './tables.ts'
import { articleAt, type Text } from './text.ts'
import { pattern, words } from './patterns.ts'

const figures = '\\d{1,3}(?:[ .]\\d{3}){1,4}(?![\\d])|\\d{1,12}'
const scaleWords = 'millions?|milliards?|milliers|mille|mds|md|mrd|meur|m|keur|k'
const basis = "h\\. ?t\\.?|hors[- ]taxes?|ht|t\\. ?t\\. ?c\\.?|toutes taxes(?: comprises)?|ttc"
const currency = '€|euros?(?![a-z])|eur(?![a-z])'
const printed = new RegExp(
  words`
    (?<![\d,.a-z/])(${figures})(?:[,.](\d{1,3})(?!\d))? {0,2}(?:\( {0,1}${inWordsPattern} {0,1}\) {0,2})?(?:(${scaleWords}) {0,2})?(?:d'
    |de )?(${currency})(?: {0,2}(?:\(|en |, ?)?(${basis})(?![a-z]))?`, 'g')
const spelled = pattern('g')`
  (${inWordsPattern}) {1,2}(?:d'|de )?euros(?: et (${inWordsPattern}) (?:centimes|cents))?(?: {0,2}\( ?(${figures})(?:,(\d{1,2}))? ?(?:€
  |euros?) ?\))?(?: {0,2}(?:\(|en )?(${basis})(?![a-z]))?`
const scaleOf: Readonly<Record<string, number>> = { k: 1e3, keur: 1e3, mille: 1e3, milliers: 1e3, m: 1e6,
  meur: 1e6, million: 1e6, millions: 1e6, md: 1e9, mds: 1e9, mrd: 1e9, milliard: 1e9, milliards: 1e9 }

/** A sum found at these offsets of the flattened text. */
type Found = { readonly start: number; readonly end: number; readonly cents: Cents; readonly taxBasis: TaxBasis; readonly confidence: number }

/** Every sum of money of the text, in the order printed. */
export function readAmounts(text: Text): readonly Amount[] {
  const found = [...inFigures(text), ...inLetters(text.flat), ...inCells(text)].sort((one, other) => one.start - other.start || other.end - one.end)
  const answer: Amount[] = []
  let last = -1
  for (const { start, end, ...amount } of found) {
    const twice = answer.at(-1)?.cents === amount.cents && /^ {0,2}\($/.test(text.flat.slice(last, start).slice(0, 4))
    if (start < last || twice) continue
    last = end
    answer.push({ cents: amount.cents, taxBasis: amount.taxBasis, span: rawSpan(text.source, start, end), confidence: amount.confidence })
  }
  return answer
}

function inFigures(text: Text): readonly Found[] {
  const answer: Found[] = []
  for (const match of text.flat.matchAll(printed)) {
    const [whole, digits = '', decimals = '', scale = '', , stated] = match
    const value = exactCents(digits, decimals, scaleOf[scale] ?? 1)
    if (value === undefined) continue
    const [start, end] = [match.index, match.index + whole.length]
    const taxBasis = stated === undefined ? basisAround(text, start, end) : basisOf(stated)
    answer.push(...lowerBound(text.flat, start, scaleOf[scale] ?? 1, taxBasis), { start, end, cents: value, taxBasis, confidence: 0.98 })
  }
  return answer
}

/** Cents without a rounding error: `1234567` + `89` × 1, `2` + `5` × 1 000 000; undefined past what an integer holds. */
function exactCents(digits: string, decimals: string, scale: number): Cents | undefined {
  const grouped = decimals.length === 3 && scale === 1 ? [digits + decimals, ''] : [digits, decimals]
  const [whole = '', fraction = ''] = grouped
  const value = BigInt(whole.replace(/\D/g, '')
    || '0') * BigInt(scale) * 100n + (BigInt(fraction || '0') * BigInt(scale) * 100n) / 10n ** BigInt(fraction.length)
  return value <= BigInt(Number.MAX_SAFE_INTEGER) && value > 0n ? cents(Number(value)) : undefined
}

const basisOf = (words: string): TaxBasis => (/^(?:h|hors)/.test(words) ? 'HT' : 'TTC')

/**
 * `coût de 55 000 € par an, hors taxes`, `montant HT de 55 000 €`, a table column headed
 * `Coût HT`, `les montants sont exprimés HT` in the article.
 */
function basisAround(text: Text, start: number, end: number): TaxBasis {
  const after = new RegExp(`^[^€.;:\\n|]{0,28}?[ (](${basis})(?![a-z])`).exec(text.flat.slice(end, end + 44))
  if (after?.[1] !== undefined && !/\d/.test(after[0])) return basisOf(after[1])
  const before = new RegExp(`(?<![a-z])(${basis})(?![a-z])[^€.;\\n|%]{0,36}$`).exec(text.flat.slice(Math.max(0, start - 48), start))
  if (before?.[1] !== undefined && !/\d/.test(before[0])) return basisOf(before[1])
  const head = cellAt(text, start)?.head ?? ''
  if (basisInHead.test(head)) return basisOfHead(head)
  const column = basisAtopColumn(text, start, end)
  if (column !== undefined) return column
  const article = articleAt(text, start)
  if (article === undefined) return null
  const stated = pattern()`
    (?:montants?|couts?|sommes?|depenses?|prix)[^.;\n]{0,50}(?:exprimee?s?|indiquee?s?|s'entend(?:ent)?|donnee?s?|libellee?s?
    |mentionnee?s?)[^.;\n]{0,24}?(?<![a-z])(${basis})(?![a-z])`
    .exec(text.flat.slice(article.cleanStart, Math.min(article.cleanEnd, article.cleanStart + 20_000)))
  return stated?.[1] === undefined ? null : basisOf(stated[1])
}

/** Columns aligned by spaces: the amount ends its line, and so do those above, up to a line that names the basis. */
function basisAtopColumn(text: Text, start: number, end: number): TaxBasis | undefined {
  const line = lineAt(text, start)
  if (line < 0 || text.lines[line]?.row === true
    || !/^[ |]*[\d-]{0,10}$/.test(text.flat.slice(end, Math.min(text.lines[line]?.end ?? end, end + 40)))) return undefined
  for (let index = line - 1; index >= Math.max(0, line - 30); index -= 1) {
    const { start: from, end: to } = text.lines[index] ?? { start: 0, end: 0 }
    const words = text.flat.slice(from, Math.min(to, from + 300))
    if (words.trim() === '' || /(?:€|euros?)[ |\d-]{0,30}$/.test(words)) continue
    return to - from < 200 && !/[.;:]$/.test(words) && basisInHead.test(words) ? basisOfHead(words) : undefined
  }
  return undefined
}

function lineAt({ lines }: Text, offset: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

const basisInHead = new RegExp(`(?<![a-z])(${basis})(?![a-z])`)
const basisOfHead = (head: string): TaxBasis => {
  const stated = basisInHead.exec(head)?.[1]
  return stated === undefined ? null : basisOf(stated)
}

/** The first bound of `entre 10 000 et 20 000 €`, `de 10 à 20 k€`, which shares the unit of the second. */
function lowerBound(flat: string, start: number, scale: number, taxBasis: TaxBasis): readonly Found[] {
  const match = new RegExp(`(?<=(?:entre|de) )(${figures})(?:,(\\d{1,2}))? (?:a|et) $`).exec(flat.slice(Math.max(0, start - 32), start))
  const value = match?.[1] === undefined ? undefined : exactCents(match[1], match[2] ?? '', scale)
  if (!match || value === undefined) return []
  const at = Math.max(0, start - 32) + match.index
  return [{ start: at, end: at + match[0].length - (match[0].endsWith(' a ') ? 3 : 4), cents: value, taxBasis, confidence: 0.8 }]
}

function inLetters(flat: string): readonly Found[] {
  const answer: Found[] = []
  for (const match of flat.matchAll(spelled)) {
    const [whole, words = '', hundredths, digits, decimals, stated] = match
    const value = digits === undefined ? exactCents(String(numberInWords(words) ?? 0), hundredths === undefined
      ? '' : String(numberInWords(hundredths) ?? 0).padStart(2, '0'), 1)
      : exactCents(digits, decimals ?? '', 1)
    if (value === undefined) continue
    answer.push({ start: match.index, end: match.index + whole.length, cents: value, taxBasis: stated === undefined
      ? null : basisOf(stated), confidence: 0.9 })
  }
  return answer
}

/** Bare figures below a head that names the unit: `Coût total (€ HT)`, `Montant en k€`. */
function inCells(text: Text): readonly Found[] {
  return cellsOf(text).flatMap(({ start, end, head }) => {
    const unit = /(?<![a-z])(?:(k|m|md) ?)?(?:€|euros?(?![a-z]))/.exec(head)
    if (!unit || /%|taux/.test(head)) return []
    const match = new RegExp(`^(${figures})(?:[,.](\\d{1,2}))?$`).exec(text.flat.slice(start, Math.min(end, start + 40)))
    const value = match?.[1] === undefined ? undefined : exactCents(match[1], match[2] ?? '', scaleOf[unit[1] ?? ''] ?? 1)
    return value === undefined ? [] : [{ start, end, cents: value, taxBasis: basisOfHead(head), confidence: 0.85 }]
  })
}

const percentage = pattern('g')`
  (?<![\d,.])(\d{1,3}(?:[,.]\d{1,3})?) {0,2}(?:%|pour ?cents?(?![a-z]))|(${inWordsPattern.replace('{0,11}', '{0,4}')}) pour ?cent(?![a-z])(?: {0,2}
  \( ?\d{1,3}(?:[,.]\d{1,2})? ?%? ?\))?`
const capBefore = pattern()`
  (?:plafonnee?s? a|plafonne(?:nt|ra|ront)? [^.;%\n]{3,50} a|plafond (?:de|fixe a)|dans la limite (?:maximale )?de|dans une limite de
  |jusqu'a(?: hauteur de)?|au plus|au maximum|maximum de|maximale? (?:est |fixe a |de )?|max\.? (?:de )?|limitee?s? a|n'excede(?:ra|ront)? pas|(?:ne
  |puisse|peut|pourra|devra|doit|sans|a) (?:pas )?(?:depasser|exceder)|au plus egale?s? a|ne (?:saurait|saura) (?:depasser|exceder)|(?:depasser
  |exceder)|inferieure?s? ou egale?s? a|sans (?:pouvoir )?(?:depasser|exceder)|maximum (?:est (?:fixe )?(?:a|de)
  |:)) ?(?:la |les |le )?(?:hauteur de )?$`
const capAfter = pattern()`
  ^ ?(?:\([^)]{0,40}\) ?)?,? ?(?:(?:du|des|de l[a']?) ?(?:cout|montant|depenses?)[^,;.(]{0,30} )?(?:\(?(?:au )?maximum|\(?max(?![a-z])|au plus
  |maximale?|\(?plafond)`

/** Every percentage, in figures or in words; `cap` when the words make it a maximum. */
export function readRates(text: Text): readonly Rate[] {
  const answer: Rate[] = []
  for (const match of text.flat.matchAll(percentage)) {
    const percent = match[1] !== undefined ? Number(match[1].replace(',', '.')) : numberInWords(match[2] ?? '')
    const [start, end] = [match.index, match.index + match[0].length]
    const twice = answer.at(-1)
    if (percent === undefined || percent > 1000
      || (twice?.percent === percent && /\(\s*$/.test(text.flat.slice(Math.max(0, start - 2), start)))) continue
    const cap = capBefore.test(text.flat.slice(Math.max(0, start - 60), start)) || capAfter.test(text.flat.slice(end, end + 90))
    answer.push(...lowerRate(text, start), { percent, ...(cap ? { cap } : {}), span: rawSpan(text.source, start, end), confidence: 0.97 })
  }
  return answer
}

/** The first bound of `de 10 à 20 %`. */
function lowerRate(text: Text, start: number): readonly Rate[] {
  const match = /(?<=(?:entre|de) )(\d{1,3}(?:,\d{1,2})?) (?:a|et) $/.exec(text.flat.slice(Math.max(0, start - 20), start))
  if (!match?.[1]) return []
  const at = Math.max(0, start - 20) + match.index
  return [{ percent: Number(match[1].replace(',', '.')), span: rawSpan(text.source, at, at + match[1].length), confidence: 0.8 }]
}
