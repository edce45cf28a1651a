// Versions of a sector, whatever they are: never two at once, never « no » where a start is unknown, never one that was withdrawn.
import fc from 'fast-check'
import { it } from 'vitest'
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
    return spans.every(({ from, to }, index) => {
      const next = spans[index + 1]
      return (to === null || to >= from) && (next === undefined || (to !== null && to < next.from))
    })
  }))
})

const begun = ({ validFrom, validTo }: SectorVersion, day: PlainDate): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)
const standing = (given: readonly SectorVersion[]): readonly SectorVersion[] => given.filter((one) => one.withdrawn === null)

it('answer « no » only when nothing that stands may hold', () => {
  fc.assert(fc.property(versions, rank, (given, at) => {
    const day = dayAt(at)
    const answer = versionOn(given, day, trusted)
    const replaced = ({ number }: SectorVersion): boolean =>
      standing(given).some((other) => other.number > number && other.validFrom !== null && other.validFrom <= day)
    return answer.standing !== 'no' || answer.why === 'takenAway'
      || standing(given).every((one) => one.validFrom !== null || !begun(one, day) || replaced(one))
  }))
})

it('answer « yes » only with one that stands and has begun, and unknown when there is none at all', () => {
  fc.assert(fc.property(versions, rank, (given, at) => {
    const { standing: answer, version, why } = versionOn(given, dayAt(at), trusted)
    if (standing(given).length === 0) return answer === 'unknown' && why === 'noVersion'
    return answer !== 'yes' || (version !== null && version.withdrawn === null && begun(version, dayAt(at)))
  }))
})
