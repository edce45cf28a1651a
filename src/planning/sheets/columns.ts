// What each column of a table holds: told from its label, checked and completed by what stands in it; each guess with its confidence and its reason.
import type { Sheet, SheetCell } from './grid.ts'
import { folded } from './folded.ts'
import { isBlank, wordsOf } from './grid.ts'
import { readPeriod } from './date-cell.ts'
import { readLabel } from './labels.ts'
import { readMoney } from './money-cell.ts'
import { readMoneyLabel } from './money-label.ts'
import { labelText } from './table-in-sheet.ts'
import type { SheetTable } from './table-in-sheet.ts'
import { isCostTarget, isSingle, target, targetKey } from './targets.ts'
import type { ColumnGuess, ColumnTarget, GuessReason } from './targets.ts'
import { readFundingStep, readState } from './word-cell.ts'

/** Shares, from 0 to 1, of the filled cells of a column that read as each kind; counted when asked. */
type Profile = {
  readonly filled: number; readonly dates: () => number; readonly money: () => number; readonly figures: () => number; readonly states: () => number
  readonly distinct: number; readonly samples: readonly string[]
}
const looked = 120

/** Guesses for every column of the table that has a label or holds something. */
export function guessColumns(sheet: Sheet, table: SheetTable): readonly ColumnGuess[] {
  const guesses: ColumnGuess[] = []
  for (let column = 0; column <= table.right; column += 1) {
    const parts = table.labels[column] ?? []
    const profile = profileOf(sheet, table, column)
    if (parts.length === 0 && profile.filled === 0) continue
    const guess = guessColumn(parts, profile)
    guesses.push({ column, label: labelText(parts), samples: profile.samples, ...guess })
  }
  return withTitle(withoutTwins(withAloneFunders(withTheirMoney(guesses))), sheet, table)
}

type Guess = Pick<ColumnGuess, 'target' | 'confidence' | 'reason'>

function guessColumn(parts: readonly string[], profile: Profile): Guess {
  if (profile.samples.length > 0 && profile.samples.every((sample) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(sample))) {
    return { target: target('actionId'), confidence: 1, reason: 'content' }
  }
  const label = fromLabel(parts, profile)
  if (profile.filled === 0) return label === undefined ? { target: target('keep'), confidence: 1, reason: 'empty' } : label
  if (label === undefined) return fromContent(profile)
  const { to } = label.target
  const dated = to === 'startsOn' || to === 'endsOn' || to === 'signedOn' || to === 'sheetUpdatedOn' || to === 'forecastStartsOn'
    || to === 'forecastEndsOn'
  if (dated && profile.dates() < 0.3) return { ...label, confidence: label.confidence * 0.5, reason: 'contradicted' }
  if ((isCostTarget(to) || to === 'fundingAmount' || to === 'ownShare') && profile.money() < 0.3) return { ...label,
    confidence: label.confidence * 0.5, reason: 'contradicted' }
  return label
}

function fromLabel(parts: readonly string[], profile: Profile): Guess | undefined {
  if (parts.length === 0) return undefined
  const last = parts.at(-1) ?? ''
  const [words, money] = [readLabel(last), readMoneyLabel(parts)]
  const byWords = words ?? (parts.length > 1 ? readLabel(labelText(parts)) : undefined)
  // « État » is a state over words, and the State over sums.
  const figures = money !== undefined && profile.money() > 0.5 && profile.figures() > 0.3
  if (money !== undefined && (byWords === undefined || money.target.to === 'funderName' || money.grouped || money.confidence >= byWords.confidence
    || (figures && !byWords.whole) || (figures && byWords.to === 'state'))) {
    const sure = figures && money.confidence < 0.9 ? 0.9 : money.confidence
    return { target: money.target, confidence: sure, reason: money.grouped ? 'group' : 'label' }
  }
  if (byWords === undefined) return undefined
  if (byWords.to === 'state' && profile.filled > 0 && profile.figures() > 0.8 && profile.dates() < 0.5) return { target: target('progress'),
    confidence: 0.8, reason: 'labelAndContent' }
  if ((byWords.to === 'schedule' || byWords.to === 'period') && profile.filled > 0) return { target: target(profile.dates() > 0.6 ? 'period'
    : 'schedule'), confidence: byWords.confidence, reason: 'labelAndContent' }
  return { target: target(byWords.to), confidence: byWords.confidence, reason: byWords.whole ? 'label' : 'labelPart' }
}

/** Without a label one knows: words of a state are a state; all else is kept as written. */
function fromContent(profile: Profile): Guess {
  if (profile.states() > 0.7 && profile.filled >= 3) return { target: target('state'), confidence: 0.6, reason: 'content' }
  return { target: target('keep'), confidence: 0.3, reason: 'nothing' }
}

function profileOf(sheet: Sheet, table: SheetTable, column: number): Profile {
  const cells: SheetCell[] = []
  for (let row = table.headerBottom + 1; row < sheet.rows.length && cells.length < looked; row += 1) {
    const cell = sheet.rows[row]?.[column] ?? null
    if (cell !== null && !isBlank(cell)) cells.push(cell)
  }
  const share = (test: (cell: SheetCell) => boolean) => (): number => (cells.length === 0 ? 0 : cells.filter(test).length / cells.length)
  const words = cells.map(wordsOf)
  return {
    filled: cells.length, dates: share((cell) => ['period', 'ongoing', 'unknown'].includes(readPeriod(cell).kind)),
    money: share((cell) => readMoney(cell).kind !== 'unread'), states: share((cell) => readState(wordsOf(cell)) !== undefined),
    figures: share((cell) => cell.kind === 'number' || cell.kind === 'percent' || /\d/.test(wordsOf(cell))),
    distinct: cells.length === 0 ? 0 : new Set(words).size / cells.length, samples: [...new Set(words)].slice(0, 3)
      .map((sample) => sample.slice(0, 120)),
  }
}

/** Of two columns for one thing the surer keeps it; the other is kept as written. A second funder of the same name is a line of its own. */
function withoutTwins(guesses: readonly ColumnGuess[]): readonly ColumnGuess[] {
  const best = new Map<string, ColumnGuess>()
  for (const guess of guesses) {
    const key = targetKey(guess.target)
    const known = best.get(key)
    if (isSingle(guess.target) && (known === undefined || guess.confidence > known.confidence)) best.set(key, guess)
  }
  return guesses.map((guess) => {
    if (!isSingle(guess.target) || best.get(targetKey(guess.target)) === guess) return guess
    return { ...guess, target: target('keep'), confidence: 0.5, reason: 'taken' satisfies GuessReason }
  })
}

/** « Montant » after « Financeur » is what that funder brings, no cost of the action; « Statut » next to it, in words of requests, its step. */
function withTheirMoney(guesses: readonly ColumnGuess[]): readonly ColumnGuess[] {
  const funder = guesses.find(({ target: { to, group } }) => to === 'funderName' && group === '1')
  if (funder === undefined || guesses.some(({ target: { to, group } }) => to === 'fundingAmount' && group === '1')) return guesses
  const costs = guesses.filter(({ target: { to } }) => isCostTarget(to))
  const bare = (label: string): string => folded(label).replace(/[()]/g, '')
  const sum = costs.find(({ column, label }) => column > funder.column && /^montants?(?: (?:ht|ttc|€|en euros|en €))*$/.test(bare(label)))
  if (sum === undefined || (costs.length < 2 && sum.column > funder.column + 2)) return guesses
  const line = (to: 'fundingAmount' | 'fundingStatus'): Guess => ({ target: target(to, { group: '1' }), confidence: 0.8, reason: 'group' })
  return guesses.map((guess) => {
    if (guess === sum) return { ...guess, ...line('fundingAmount') }
    const step = guess.target.to === 'state' && guess.column === sum.column + 1
      && guess.samples.some((words) => readFundingStep(words) !== undefined && readState(words) === undefined)
    return step ? { ...guess, ...line('fundingStatus') } : guess
  })
}

/** Names of funders without a sum nor a step beside them are those an action hopes for. */
function withAloneFunders(guesses: readonly ColumnGuess[]): readonly ColumnGuess[] {
  const groups = new Set(guesses.filter(({ target: { to } }) => to !== 'funderName').map((guess) => guess.target.group))
  return guesses.map((guess) => (guess.target.to !== 'funderName' || groups.has(guess.target.group) ? guess
    : { ...guess, target: target('expectedFunders') }))
}

/** A table of actions has titles: when no label says so, the column of distinct words that look most like titles. */
function withTitle(guesses: readonly ColumnGuess[], sheet: Sheet, table: SheetTable): readonly ColumnGuess[] {
  if (guesses.some((guess) => guess.target.to === 'title' || guess.target.to === 'subAction')) return guesses
  let best: { readonly guess: ColumnGuess; readonly score: number } | undefined
  for (const guess of guesses) {
    if (guess.target.to !== 'keep' || guess.label === '' && guess.samples.length === 0) continue
    const { filled, distinct, figures, dates } = profileOf(sheet, table, guess.column)
    const score = filled < 2 ? 0 : distinct - figures() * 0.5 - dates()
    if (score > (best?.score ?? 0.6)) best = { guess, score }
  }
  return guesses.map((guess) => (guess === best?.guess ? { ...guess, target: target('title'), confidence: 0.45,
    reason: 'content' satisfies GuessReason } : guess))
}

/** The guesses with what a person chose instead, or chose the last time for the same labels. */
export function withChoices(guesses: readonly ColumnGuess[], chosen: ReadonlyMap<number, ColumnTarget>,
  reason: 'remembered' | 'chosen'): readonly ColumnGuess[] {
  return guesses.map((guess) => {
    const choice = chosen.get(guess.column)
    return choice === undefined ? guess : { ...guess, target: choice, confidence: 1, reason }
  })
}
