// What each kind of act may be about and must say, against a table written by hand, cell by cell.
import { describe, expect, test } from 'vitest'
import { actNeeds, actTable, actTargets, isStep, mayBeAbout } from './act-table.ts'
import { actKinds } from './legal-act.ts'
import type { ActKind } from './legal-act.ts'

/** Columns in the order of `actTargets`: convention, then the sixteen kinds. */
const about: Readonly<Record<ActKind, string>> = {
  //             cv de or tr re pu ce si ho am ex ac wi te an pe co
  deliberation: ' x  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .',
  order: '        x  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .',
  transmission: ' .  x  x  .  .  .  .  .  x  x  x  x  x  x  .  x  .',
  receipt: '      .  x  x  .  .  .  .  .  x  x  x  x  x  x  .  x  .',
  publication: '  .  x  x  .  .  .  .  .  x  x  x  x  x  x  .  x  .',
  certification: '.  x  x  .  .  .  .  .  x  x  x  x  x  x  .  x  .',
  signature: '    x  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .',
  homologation: ' x  .  x  .  .  .  .  .  .  .  .  .  .  .  .  .  .',
  amendment: '    x  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .',
  extension: '    x  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .',
  accession: '    x  x  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .',
  withdrawal: '   x  x  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .',
  termination: '  x  x  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .',
  annulment: '    x  x  x  .  .  .  .  x  x  x  x  x  x  x  x  x  .',
  perimeter: '    x  x  x  .  .  .  .  .  .  .  .  .  .  .  .  .  .',
  correction: '   .  x  x  x  x  x  x  x  x  x  x  x  x  x  x  x  .',
}
/** Columns: party, end, sector, reason, part, medium; `!` needed, `?` allowed, `.` never. */
const needs: Readonly<Record<ActKind, string>> = {
  deliberation: '. . . ? . .', order: '. . . ? . .', transmission: '. . . ? . .', receipt: '. . . ? . .', publication: '. . . ? . ?',
  certification: '. . . ? . .', signature: '! . . ? . .', homologation: '. . . ? . .', amendment: '. ? . ? . .', extension: '. ! . ? . .',
  accession: '! . . ? . .', withdrawal: '! . . ? . .', termination: '. . . ? ? .', annulment: '. . . ? ? .', perimeter: '. . ! ? . .',
  correction: '. . . ! . .',
}
const marks = { needed: '!', allowed: '?', never: '.' } as const
const cells = (line: string): readonly string[] => line.trim().split(/\s+/)

describe('the table of acts', () => {
  const targets = actKinds.flatMap((kind) => actTargets.map((target, column) => [kind, target, cells(about[kind])[column] === 'x'] as const))
  test.each(targets)('a %s about a %s: %s', (kind, target, expected) => {
    expect(mayBeAbout(kind, target)).toBe(expected)
  })

  const demands = actKinds.flatMap((kind) => actNeeds.map((need, column) => [kind, need, cells(needs[kind])[column]] as const))
  test.each(demands)('a %s and its %s: %s', (kind, need, expected) => {
    expect(marks[actTable[kind].needs[need]]).toBe(expected)
  })

  test('has a line of seventeen and a line of six for each kind', () => {
    expect(actKinds.map((kind) => [cells(about[kind]).length, cells(needs[kind]).length])).toEqual(actKinds.map(() => [17, 6]))
  })

  test('keeps steps and corrections from standing alone', () => {
    expect(actKinds.filter(isStep)).toEqual(['transmission', 'receipt', 'publication', 'certification', 'correction'])
  })
})
