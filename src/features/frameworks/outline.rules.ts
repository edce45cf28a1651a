// A list of orientations as one types or pastes it: one a line, its number first, indented or numbered under the one above. Pure.
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { readWritten } from './tree.rules.ts'

/** `under`: the rank, in the list, of the orientation it stands under; null for the first level. */
export type OutlineLine = { readonly number: string | null; readonly title: string; readonly under: number | null }
export type OutlineProblem = 'tooManyLines' | 'lineTooLong'
const mostLines = 300
const longestTitle = 300

/** Reads a list; a line without words is skipped. A line stands under the last one above that is less deep. */
export function readOutline(typed: string): Outcome<readonly OutlineLine[], OutlineProblem> {
  const lines = typed.split('\n').filter((line) => line.trim() !== '')
    .map((line) => ({ ...readWritten(line.replace(/^[\s*•·–—-]+(?=\S)/, '')), indent: indentOf(line) }))
  const problems = found<OutlineProblem>({
    tooManyLines: lines.length > mostLines, lineTooLong: lines.some(({ title }) => title.length > longestTitle),
  })
  if (problems.length > 0) return refused(problems)
  const depths = lines.map(({ indent, number }) => indent + dotsOf(number))
  return accepted(lines.map(({ number, title }, rank) => {
    const above = depths.slice(0, rank).findLastIndex((depth) => depth < (depths[rank] ?? 0))
    return { number, title, under: above === -1 ? null : above }
  }))
}

/** A tab, or each two spaces at the beginning of the line. */
const indentOf = (line: string): number => Math.floor((/^[ \t\u00a0]*/.exec(line)?.[0] ?? '').replaceAll('\t', '  ').length / 2)

/** « 2.1 » stands one step under « 2 ». */
const dotsOf = (number: string | null): number => (number ?? '').split('.').length - 1
