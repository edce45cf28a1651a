// Versions of a sector, whatever they are: never two at once, never « no » where a start is unknown, never one that was withdrawn.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { date, plusDays } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { instantOf } from '../../testing/records.ts'
import { spansOf, versionOn } from './sector.rules.ts'
import type { SectorVersion } from './sector.rules.ts'

const shape = { type: 'MultiPolygon' as const, coordinates: [] }
const withdrawn = { at: instantOf('2024-01-01'), by: 'x', reason: 'x' }
const dayAt = (rank: number): PlainDate => plusDays(date('2023-01-01'), rank)
const rank = fc.integer({ min: 0, max: 12 })
const versions = fc.array(fc.record({ from: fc.option(rank), lasts: fc.option(rank), gone: fc.boolean(), drawn: fc.boolean() }), { maxLength: 6 })
  .map((given) => given.map(({ from, lasts, gone, drawn }, index): SectorVersion => ({
    id: newId<'sectorVersion'>(), sectorId: newId<'sector'>(), number: index + 1, geometry: drawn ? shape : null, areaM2: null, townCentre: null,
    actId: null, validFrom: from === null ? null : dayAt(from), validTo: lasts === null ? null : dayAt((from ?? 0) + lasts), precisionMetres: null,
    source: 'x', recordedAt: instantOf('2023-01-01'), recordedBy: 'x', withdrawn: gone ? withdrawn : null,
  })))
const trusted = () => ({ standing: 'yes' as const, code: null })

it('follow each other without ever overlapping', () => {
  fc.assert(fc.property(versions, (given) => {
    const spans = spansOf(given)
    for (const [index, { from, to }] of spans.entries()) {
      const next = spans[index + 1]
      if (next !== undefined) expect(to !== null && to < next.from).toBe(true)
      if (to !== null) expect(to >= from).toBe(true)
    }
  }))
})

it('answer « no » only when nothing that stands may hold, and « yes » only with the one that does', () => {
  fc.assert(fc.property(versions, rank, (given, at) => {
    const day = dayAt(at)
    const answer = versionOn(given, day, trusted)
    const standing = given.filter((one) => one.withdrawn === null)
    const begun = ({ validFrom, validTo }: SectorVersion): boolean => (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)
    if (answer.standing === 'no' && answer.why !== 'takenAway') {
      const may = standing.filter((one) => one.validFrom === null && begun(one))
      expect(may.every((one) => standing.some((other) => other.number > one.number && other.validFrom !== null && other.validFrom <= day))).toBe(true)
    }
    if (answer.standing === 'yes') expect([answer.version?.withdrawn, answer.version !== null && begun(answer.version)]).toEqual([null, true])
    if (standing.length === 0) expect(answer).toMatchObject({ standing: 'unknown', why: 'noVersion' })
  }))
})
