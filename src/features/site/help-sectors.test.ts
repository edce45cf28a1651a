// What the manual says of sectors is what the pages say.
import { expect, it } from 'vitest'
import { shapeProblemCodes } from '../../geometry/shape-problem.ts'
import { sectorKinds } from '../../law/levers/sector-kind.ts'
import { sectorKindNames, standingNames } from '../sectors/sector.words.tsx'
import { repairNames, shapeProblemInWords } from '../sectors/shape-problem.words.ts'
import { sectorKindHelp, shapeFaultHelp, standingHelp } from './help-sectors.tsx'

it('every kind of perimeter and every standing is named as on the pages', () => {
  expect(sectorKindHelp.map(([name]) => name)).toEqual(sectorKinds.map((kind) => sectorKindNames[kind]))
  expect(standingHelp.map(([name]) => name)).toEqual((['yes', 'no', 'unknown'] as const).map((standing) => standingNames[standing]))
})

it('every fault of a shape it shows is told in these words, with the repair that is offered', () => {
  for (const [code, fault, repair] of shapeFaultHelp) {
    const known = shapeProblemCodes.find((one) => one === code)
    expect([code, known]).toEqual([code, code])
    if (known === undefined) continue
    const problem = { code: known, weight: 'stops' as const, place: [], count: 1, metres2: null, other: null }
    expect([shapeProblemInWords(problem, (other) => other), repairNames[known] ?? '']).toEqual([fault, repair])
  }
})
