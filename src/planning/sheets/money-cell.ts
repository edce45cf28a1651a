// An amount as a cell of a spreadsheet writes it: « 1,2 M€ », « 150 k€ HT », « ~200 000 », « NC ».
import { folded } from './folded.ts'
import { cents } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import type { SheetCell } from './grid.ts'
import { wordsOf } from './grid.ts'

export type Basis = 'HT' | 'TTC'
export type ReadAmount = { readonly cents: Cents; readonly basis: Basis | null }
/**
 * `amounts`: one, or two when the cell says without and with tax. `exact`: the cell says nothing more than these figures.
 * `unknown`: written as not known. `unusable`: an amount all the same, of which no figure of a line can be made.
 */
export type ReadMoney =
  | { readonly kind: 'amounts'; readonly amounts: readonly ReadAmount[]; readonly exact: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unusable'; readonly why: 'yearly' | 'negative' | 'range' | 'tooLarge' }
  | { readonly kind: 'unread' }

const most = 1_000_000_000_000_00
const unknownWords = new RegExp(`^(?:${[
  'n\\.?c\\.?', 'n\\.?d\\.?', 'n/?d', 'n\\.?r\\.?', 'na', 'n/a', '\\?+', '-+', '\\.+', '…', 'x+', 'inconnue?', 'non (?:connue?|communiquee?|chiffree?|renseignee?|definie?|evaluee?|determinee?)',
  '(?:reste )?a (?:definir|preciser|determiner|chiffrer|evaluer|completer|confirmer|venir|estimer|etudier)', 'en (?:cours(?: .*)?|attente)', 'en cours de chiffrage', 'pm', 'p\\.m\\.?', 'pour memoire', 'tbd', 'a def\\.?',
].join('|')})$`)

/** True when these words say that nobody knows yet. */
export const isUnknown = (words: string): boolean => words.length <= 60 && unknownWords.test(folded(words))

/** Reads a cell of money. `unit`: euros that one stands for, 1000 in a column « en k€ ». */
export function readMoney(cell: SheetCell, unit = 1): ReadMoney {
  if (cell.kind === 'number' && typeof cell.value === 'number') return asAmounts([{ euros: cell.value * unit, basis: null }], true)
  if (cell.kind !== 'text') return { kind: 'unread' }
  return readMoneyWords(wordsOf(cell), unit)
}

type Figure = { readonly euros: number; readonly basis: Basis | null }
const figurePattern = /(-|−)?\s*(\d[\d\s'.,]*)\s*(md€|mds|milliards?|m€|meur|m euros|millions?|mio|m|k€|keur|k euros|milliers?|k)?\s*(?:d'euros|d' euros)?\s*(?:€|euros?|eur)?\s*(ht|ttc|hors taxes?|toutes taxes comprises)?/g

/** Words that may stand around an amount without changing what it is. */
const hedges = /^(?:et|soit|de|du|le|la|les|l'|d'|-|env|environ|estim\S*|previsionnel\S*|prevision|provisoire|approx\S*|maxi?|maximum|mini?|minimum|plafond\S*|total|sous|reserve|confirmer|ordre|grandeur|a|au|moins|plus|pres|vote\S*|actualis\S*|hors|valeur|\d{4})$/

export function readMoneyWords(words: string, unit = 1): ReadMoney {
  if (words.length > 120 || (!/\d/.test(words) && !isUnknown(words))) return { kind: 'unread' }
  const text = folded(words).replace(/h\.\s?t\.?/g, 'ht').replace(/t\.\s?t\.\s?c\.?/g, 'ttc').replace(/\bbase\b|\benv(?:iron|\.)?|\bmontant\b/g, ' ')
  if (text.trim() === '' || isUnknown(words)) return { kind: 'unknown' }
  const figures: Figure[] = []
  let negative = false
  const rest = text.replace(figurePattern, (whole: string, sign: string | undefined, digits: string, scale: string | undefined,
    tax: string | undefined) => {
    const value = readFigure(digits.trim(), scale !== undefined)
    if (value === undefined) return whole
    if (sign !== undefined && figures.length === 0) negative = true
    figures.push({ euros: value * (scale === undefined ? unit : scaleOf(scale)), basis: tax === undefined ? null : basisOf(tax) })
    return ' # '
  }).replace(/\s+/g, ' ').trim()
  if (figures.length === 0) return { kind: 'unread' }
  if (/(?:\/|par)\s*an(?:nee)?\b|annuel|\/ an/.test(rest)) return { kind: 'unusable', why: 'yearly' }
  if (negative || /^\(\s*#\s*\)$/.test(rest)) return { kind: 'unusable', why: 'negative' }
  const twoBases = figures.length === 2 && figures[0]?.basis !== figures[1]?.basis && figures.every(({ basis }) => basis !== null)
  if (figures.length > 1 && !twoBases) return /^(?:entre )?# (?:-|a|et|\/) #$|^de # a #$/.test(rest) ? { kind: 'unusable', why: 'range' } : { kind: 'unread' }
  const bare = rest.replace(/[#\s/;,()+=:~≈.><]/g, ' ').trim().split(/\s+/).filter((word) => word !== '')
  if (bare.some((word) => !hedges.test(word))) return { kind: 'unread' }
  const approximate = bare.some((word) => word !== 'et' && word !== 'soit') || /~|≈|\+\/-|\benv|>|</.test(folded(words))
  return asAmounts(figures, !approximate)
}

const basisOf = (words: string): Basis => (words.startsWith('h') ? 'HT' : 'TTC')
const scaleOf = (words: string): number => (words.startsWith('md') || words.startsWith('milliard') ? 1e9 : words.startsWith('k')
  || words.startsWith('millier') ? 1e3 : 1e6)

/**
 * A figure in French or English digits; `scaled`: followed by thousands or millions, so that a comma is always decimal. Otherwise « 12,345 » may be
 * either, and is not guessed.
 */
function readFigure(written: string, scaled: boolean): number | undefined {
  const text = written.replace(/[\s']/g, '').replace(/[.,]+$/, '')
  if (!/^\d[\d.,]*$/.test(text)) return undefined
  const [commas, dots] = [text.split(',').length - 1, text.split('.').length - 1]
  if (commas > 0 && dots > 0) {
    const decimal = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.'
    return numberOf(text.replaceAll(decimal === ',' ? '.' : ',', '').replace(decimal, '.'))
  }
  const sign = commas > 0 ? ',' : '.'
  const groups = text.split(sign)
  if (groups.length > 2) return groups.slice(1).every((group) => group.length === 3) ? numberOf(groups.join('')) : undefined
  if (groups.length === 2 && sign === '.' && groups[1]?.length === 3 && !scaled) return numberOf(groups.join(''))
  if (sign === ',' && !scaled && /^[1-9]\d{0,2},\d{3}$/.test(text)) return undefined
  return numberOf(text.replace(',', '.'))
}

const numberOf = (text: string): number | undefined => (/^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined)

function asAmounts(figures: readonly Figure[], exact: boolean): ReadMoney {
  if (figures.some(({ euros }) => euros < 0)) return { kind: 'unusable', why: 'negative' }
  if (figures.some(({ euros }) => !Number.isFinite(euros) || euros * 100 > most)) return { kind: 'unusable', why: 'tooLarge' }
  return { kind: 'amounts', amounts: figures.map(({ euros, basis }) => ({ cents: cents(Math.round(euros * 100)), basis })), exact }
}

/** Euros that one stands for in a column of this label: « Coût (k€) ». */
export function unitOfLabel(label: string): number {
  const text = folded(label)
  if (/\bk\s?(?:€|eur)|milliers d'euros/.test(text)) return 1000
  return /\bm\s?(?:€|eur)|millions d'euros/.test(text) ? 1_000_000 : 1
}

/**
 * Percent, 0 to 100, from « 35 % », 35, 0,35. `fractions`: the column holds nothing above 1, so that 1 is the whole.
 * Undefined when it is no percentage.
 */
export function readPercent(cell: SheetCell, fractions: boolean): number | undefined {
  if (typeof cell.value === 'number') return within(cell.kind === 'percent' || fractions ? cell.value * 100 : cell.value)
  const found = /^(?:env\.?|environ|~|≈)?\s*(\d{1,3}(?:[.,]\d+)?)\s*(%|pour ?cent)?$/.exec(folded(wordsOf(cell)))
  if (found === null) return undefined
  const value = Number((found[1] ?? '').replace(',', '.'))
  return within(found[2] === undefined && fractions ? value * 100 : value)
}

const within = (percent: number): number | undefined => (percent >= 0 && percent <= 100 ? Math.round(percent * 100) / 100 : undefined)
