// The money of a row: its cost lines and its funding lines, put together from the columns that speak of each.
import { readPeriod } from './date-cell.ts'
import type { CellReason, CostDraft, FundingDraft } from './draft.ts'
import { wordsOf } from './grid.ts'
import type { SheetCell } from './grid.ts'
import { isUnknown, readMoney, readMoneyWords, readPercent, unitOfLabel } from './money-cell.ts'
import type { Basis, ReadMoney } from './money-cell.ts'
import { kindFromWords, schemeNamed } from './money-label.ts'
import { saysNothing, splitCell } from './split-cell.ts'
import type { ColumnGuess } from './targets.ts'
import { isCostTarget, isFundingTarget } from './targets.ts'
import { readFundingKind, readFundingStep } from './word-cell.ts'

/** A column with its cell of this row, never blank. */
export type FilledColumn = { readonly guess: ColumnGuess; readonly cell: SheetCell }
/** What became of a cell of money. */
export type MoneyAccount = { readonly column: number; readonly reason: CellReason | null; readonly kept: boolean }
export type MoneyOfRow = { readonly costs: readonly CostDraft[]; readonly fundings: readonly FundingDraft[];
  readonly accounts: readonly MoneyAccount[] }

const longest = 500
const cut = (words: string): string => (words.length > longest ? `${words.slice(0, longest - 1)}…` : words)

/** The words of a cell of money that its figures do not say, and why; null when they say it all. */
function leftOver(read: ReadMoney, words: string): { readonly written: string | null; readonly reason: CellReason | null } {
  if (read.kind === 'amounts') return read.exact ? { written: null, reason: null } : { written: cut(words), reason: 'approximate' }
  if (read.kind === 'unknown') return { written: cut(words), reason: 'amountUnknown' }
  return { written: cut(words), reason: read.kind === 'unusable' ? read.why : 'notRead' }
}

/** Reads the money of a row. `fractions`: columns of rates that hold nothing above 1. */
export function readMoneyOfRow(columns: readonly FilledColumn[], fractions: ReadonlySet<number>): MoneyOfRow {
  const accounts: MoneyAccount[] = []
  const costs = readCosts(columns.filter(({ guess }) => isCostTarget(guess.target.to)), accounts)
  const fundings = readFundings(columns.filter(({ guess }) => isFundingTarget(guess.target.to)), fractions, accounts)
  return { costs, fundings, accounts }
}

function readCosts(columns: readonly FilledColumn[], accounts: MoneyAccount[]): readonly CostDraft[] {
  const lines = new Map<string, CostDraft>()
  for (const { guess, cell } of columns) {
    const { to, year } = guess.target
    const read = readMoney(cell, unitOfLabel(guess.label))
    const { written, reason } = leftOver(read, wordsOf(cell))
    accounts.push({ column: guess.column, reason, kept: written !== null })
    const stated: Basis | null = to.endsWith('HT') ? 'HT' : to.endsWith('TTC') ? 'TTC' : null
    const stage = to.startsWith('final') ? 'final' : 'planned'
    for (const amount of read.kind === 'amounts' ? read.amounts : [undefined]) {
      const basis = amount?.basis ?? stated
      const key = `${basis} ${year}`
      const line = lines.get(key) ?? { label: '', nature: 'other' as const, year, basis, planned: null, final: null, written: null }
      const words = [line.written, written].filter((some) => some !== null).join(' ; ')
      lines.set(key, { ...line, [stage]: amount?.cents ?? line[stage], written: words === '' ? null : cut(words) })
    }
  }
  return [...lines.values()]
}

function readFundings(columns: readonly FilledColumn[], fractions: ReadonlySet<number>, accounts: MoneyAccount[]): readonly FundingDraft[] {
  const groups = new Map<string, FilledColumn[]>()
  for (const column of columns) groups.set(column.guess.target.group, [...(groups.get(column.guess.target.group) ?? []), column])
  return [...groups.values()].flatMap((group) => {
    if (!group.every(({ cell }) => saysNothing(wordsOf(cell)))) return [readFunding(group, fractions, accounts)]
    accounts.push(...group.map(({ guess }) => ({ column: guess.column, reason: 'noFunding' as const, kept: false })))
    return []
  })
}

/** What the columns of one line say, each cell accounted for. */
function readFunding(group: readonly FilledColumn[], fractions: ReadonlySet<number>, accounts: MoneyAccount[]): FundingDraft {
  const named = group.find(({ guess }) => guess.target.funder !== '' || guess.target.scheme !== '')?.guess.target
  let line: FundingDraft = {
    funder: named?.funder ?? '', scheme: named?.scheme ?? '', kind: 'grant', basis: null, amount: null, basisPoints: null, base: null, status: null,
      on: null,
    reference: '', written: null,
  }
  const left: string[] = []
  let kind: FundingDraft['kind'] | undefined
  for (const { guess, cell } of group) {
    const words = wordsOf(cell)
    const alone = readPart(guess, cell, words, fractions)
    const stated = group.some((other) => other.guess.target.to === 'fundingStatus')
    const part = alone.reason === null ? alone : readTwoThings(guess, words, line, stated) ?? alone
    if (part.kind !== undefined) kind = part.kind
    line = { ...line, ...part.line }
    if (part.reason !== null) left.push(group.length === 1 || guess.target.to === 'fundingAmount' ? words : `${guess.label} : ${words}`)
    accounts.push({ column: guess.column, reason: part.reason, kept: part.reason !== null })
  }
  const own = group.some(({ guess }) => guess.target.to === 'ownShare' || guess.target.group === 'own')
  return { ...line, kind: kind ?? (own ? 'own' : kindFromWords(`${line.funder} ${line.scheme}`)), written: left.length === 0 ? null
    : cut(left.join(' ; ')) }
}

/**
 * A cell of an amount that says its step as well, or its scheme. Undefined when it says something else, or what another column or the label denies.
 * `stated`: a column of the line says its step.
 */
function readTwoThings({ label, target: { to } }: ColumnGuess, written: string, line: FundingDraft, stated: boolean): Part | undefined {
  const split = to === 'fundingAmount' || to === 'ownShare' ? splitCell(written) : undefined
  if (split === undefined) return undefined
  const figure = readFigure(split.figure, label)
  const step = readFundingStep(split.words)
  if (figure === undefined) return undefined
  if (step !== undefined) return stated ? undefined : { line: { ...figure, status: step.value }, reason: step.plain ? null : 'moreThanRead' }
  const named = schemeNamed(split.words)
  if (named === undefined || to === 'ownShare' || (line.scheme !== '' && line.scheme !== named.scheme)) return undefined
  if (line.funder !== '' && line.funder !== named.funder) return undefined
  return { line: { ...figure, funder: named.funder, scheme: named.scheme }, reason: null }
}

function readFigure(words: string, label: string): Pick<FundingDraft, 'basisPoints'> | Pick<FundingDraft, 'amount' | 'basis'> | undefined {
  if (words.endsWith('%')) {
    const percent = readPercent({ kind: 'text', value: words, shown: words }, false)
    return percent === undefined ? undefined : { basisPoints: Math.round(percent * 100) }
  }
  const read = readMoneyWords(words, unitOfLabel(label))
  const [amount, second] = read.kind === 'amounts' && read.exact ? read.amounts : []
  if (amount === undefined || second !== undefined) return undefined
  return { amount: amount.cents, basis: amount.basis ?? statedIn(label) }
}

const statedIn = (label: string): Basis | null => (/\bht\b/i.test(label) ? 'HT' : /\bttc\b/i.test(label) ? 'TTC' : null)

type Part = { readonly line: Partial<FundingDraft>; readonly reason: CellReason | null; readonly kind?: FundingDraft['kind'] }

function readPart({ label, column, target: { to } }: ColumnGuess, cell: SheetCell, words: string, fractions: ReadonlySet<number>): Part {
  const text = words.replace(/\s+/g, ' ')
  if (to === 'funderName') return isUnknown(text) || text.length > 300 ? { line: {}, reason: 'amountUnknown' }
    : { line: { funder: text }, reason: null }
  if (to === 'schemeName') return text.length > 120 ? { line: {}, reason: 'tooLong' } : { line: { scheme: text }, reason: null }
  if (to === 'fundingReference') return text.length > 300 ? { line: {}, reason: 'tooLong' } : { line: { reference: text }, reason: null }
  if (to === 'fundingAmount' || to === 'ownShare' || to === 'fundingBase') {
    const share = cell.kind === 'percent' || /^\d{1,3}(?:[.,]\d+)?\s*%$/.test(words) ? readPercent(cell, false) : undefined
    if (share !== undefined && to !== 'fundingBase') return { line: { basisPoints: Math.round(share * 100) }, reason: null }
    const read = readMoney(cell, unitOfLabel(label))
    const [amount] = read.kind === 'amounts' ? read.amounts : []
    const whole = read.kind === 'amounts' && read.amounts.length === 1 && read.exact
    const reason = whole ? null : read.kind === 'amounts' ? 'approximate' : leftOver(read, words).reason
    if (to === 'fundingBase') return { line: amount === undefined ? {} : { base: amount.cents }, reason }
    return { line: amount === undefined ? {} : { amount: amount.cents, basis: amount.basis ?? statedIn(label) }, reason }
  }
  if (to === 'fundingRate') {
    const percent = readPercent(cell, fractions.has(column))
    return percent === undefined ? { line: {}, reason: 'notRead' } : { line: { basisPoints: Math.round(percent * 100) }, reason: null }
  }
  if (to === 'fundingOn') {
    const read = readPeriod(cell)
    const day = read.kind === 'period' ? (read.from ?? undefined) : undefined
    return day === undefined || read.kind !== 'period' ? { line: {}, reason: 'notRead' }
      : { line: { on: day }, reason: read.exact ? null : 'approximate' }
  }
  if (to === 'fundingKind') {
    const read = readFundingKind(words)
    return read === undefined ? { line: {}, reason: 'notRead' } : { line: {}, kind: read.value, reason: read.plain ? null : 'moreThanRead' }
  }
  const step = readFundingStep(words)
  return step === undefined ? { line: {}, reason: 'notRead' } : { line: { status: step.value }, reason: step.plain ? null : 'moreThanRead' }
}

