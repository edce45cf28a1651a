// The form of the columns: what was chosen for each, and what cannot stand together.
import { fold } from '../../kernel/text.ts'
import { isFundingTarget, isSingle, isTargetKind, target, targetKey } from '../../planning/sheets/targets.ts'
import type { ColumnTarget } from '../../planning/sheets/targets.ts'
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { ImportChoices, ReportedSheet, TableChoice } from './import-report.rules.ts'

export type MappingProblem = { readonly kind: 'titleMissing' | 'twice' | 'frameworkTooLong'; readonly field: string }
export type Mapping = { readonly framework: string; readonly choices: ImportChoices }

/** The names of the fields of this form. */
export const mappingFields = (sheets: readonly ReportedSheet[]): readonly string[] => ['framework', ...sheets.flatMap((sheet, rank) => [
  `aside${rank}`, ...sheet.columns.flatMap(({ column }) => ['c', 'f', 'd', 'g'].map((letter) => `${letter}${rank}-${column}`)),
])]

/** Reads the form; every problem at once. */
export function readMapping(typed: Readonly<Record<string, string>>, sheets: readonly ReportedSheet[]): Outcome<Mapping, MappingProblem> {
  const problems: MappingProblem[] = []
  const framework = typed['framework'] ?? ''
  if (framework.length > 200) problems.push({ kind: 'frameworkTooLong', field: 'framework' })
  const choices: Record<string, TableChoice> = {}
  for (const [rank, sheet] of sheets.entries()) {
    if (!sheet.found) continue
    const choice = readTable(typed, sheet, rank)
    choices[sheet.signature] = choice
    if (!choice.aside) problems.push(...problemsOf(choice, rank, sheet))
  }
  return problems.length > 0 ? refused(problems) : accepted({ framework, choices })
}

/** The sheets as the form says them, to show it again. */
export const withTyped = (typed: Readonly<Record<string, string>>, sheets: readonly ReportedSheet[]): readonly ReportedSheet[] =>
  sheets.map((sheet, rank) => {
    const choice = readTable(typed, sheet, rank)
    return { ...sheet, aside: choice.aside, columns: sheet.columns.map((column) =>
      ({ ...column, target: choice.columns[String(column.column)] ?? column.target })) }
  })

function readTable(typed: Readonly<Record<string, string>>, sheet: ReportedSheet, rank: number): TableChoice {
  const columns = Object.fromEntries(sheet.columns.map((guess) => [String(guess.column),
    readColumn(typed, guess.target, guess.label, `${rank}-${guess.column}`)]))
  return { aside: typed[`aside${rank}`] === 'oui', columns }
}

function readColumn(typed: Readonly<Record<string, string>>, guessed: ColumnTarget, label: string, place: string): ColumnTarget {
  const to = typed[`c${place}`] ?? ''
  if (!isTargetKind(to)) return guessed
  if (!isFundingTarget(to)) return to === guessed.to ? guessed : target(to)
  const [funder, scheme, group] = ['f', 'd', 'g'].map((letter) => typed[`${letter}${place}`] ?? '')
  if (!isFundingTarget(guessed.to)) return target(to, { group: to === 'ownShare' ? 'own' : fold(label), funder: '', scheme: '' })
  return target(to, { group: (group ?? '').slice(0, 100), funder: (funder ?? '').slice(0, 300), scheme: (scheme ?? '').slice(0, 120) })
}

function problemsOf({ columns }: TableChoice, rank: number, sheet: ReportedSheet): readonly MappingProblem[] {
  const problems: MappingProblem[] = []
  const chosen = Object.entries(columns)
  if (!chosen.some(([, { to }]) => to === 'title' || to === 'subAction')) {
    problems.push({ kind: 'titleMissing', field: `c${rank}-${sheet.columns[0]?.column ?? 0}` })
  }
  const seen = new Set<string>()
  for (const [column, to] of chosen) {
    const key = targetKey(to)
    if (isSingle(to) && seen.has(key)) problems.push({ kind: 'twice', field: `c${rank}-${column}` })
    seen.add(key)
  }
  return problems
}
