// Whether a sector is in force on a day, case by case: its versions, its convention, and what nobody can tell.
import { describe, expect, it } from 'vitest'
import { date } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import type { LegalAct } from '../../law/legal-act.ts'
import type { OperationRecord } from '../../law/operation-record.ts'
import { aConvention, aRecord, anAct, instantOf } from '../../testing/records.ts'
import type { Sector, SectorVersion } from './sector.rules.ts'
import { spansOf } from './sector.rules.ts'
import { sceneOn, situationOf } from './situation.rules.ts'

const sector: Sector = {
  id: newId<'sector'>(), slug: 'centre', name: 'Centre-ville de Lens', kind: 'intervention', insee: '62498', conventionId: null, illustrative: false,
  note: '', version: 1,
}
const square = { type: 'MultiPolygon' as const, coordinates: [[[[2.8, 50.4], [2.9, 50.4], [2.9, 50.5], [2.8, 50.4]]]] as const }
type Given = Partial<Omit<SectorVersion, 'validFrom' | 'validTo' | 'actId'>> & { from?: string | null; to?: string; act?: string }
let made = 0
const version = ({ from, to, act, ...rest }: Given = {}): SectorVersion => ({
  id: newId<'sectorVersion'>(), sectorId: sector.id, number: made += 1, geometry: square, areaM2: 1, townCentre: true,
  actId: act === '' ? null : (act ?? 'set') as Id<'act'>, validFrom: from === null ? null : date(from ?? '2023-06-01'),
  validTo: to === undefined ? null : date(to), precisionMetres: 5, source: 'essai', recordedAt: instantOf('2023-06-01'), recordedBy: 'x',
  withdrawn: null, ...rest,
})
const withdrawn = { at: instantOf('2024-01-01'), by: 'x', reason: 'erreur' }
/** The délibération that approves the sectors, unless another act is named. */
const set = anAct('deliberation', '2023-03-01', { id: 'set' })
const record = (...acts: LegalAct[]): OperationRecord => aRecord([aConvention({ term: { signedOn: date('2023-04-06') } })], [set, ...acts])
const asked = (day: string, versions: readonly SectorVersion[], of: OperationRecord = record(), about: Sector = sector) => {
  const { standing, reasons, version: holds, candidates } = situationOf(about, versions, sceneOn(of, date(day)))
  return { standing, why: reasons[0]?.code, number: holds?.number ?? null, candidates: candidates.map(({ number }) => number) }
}

describe('the version of a sector on a day', () => {
  it('is the last to have begun, until the eve of the next', () => {
    const [first, second] = [version(), version({ from: '2025-01-01' })]
    expect(asked('2023-05-31', [first, second])).toMatchObject({ standing: 'no', why: 'notYet' })
    expect(asked('2024-12-31', [first, second])).toMatchObject({ standing: 'yes', number: first.number })
    expect(asked('2025-01-01', [first, second])).toMatchObject({ standing: 'yes', number: second.number })
    expect(spansOf([second, first]).map(({ to }) => to)).toEqual(['2024-12-31', null])
  })

  it('is not one withdrawn, nor one recorded again from the same day', () => {
    const [wrong, again, third] = [version(), version(), version({ withdrawn })]
    expect(asked('2024-01-01', [wrong, again, third])).toMatchObject({ standing: 'yes', number: again.number })
    expect(asked('2024-01-01', [third])).toMatchObject({ standing: 'unknown', why: 'noVersion' })
  })

  it('ends on its own last day, and by an act that takes the sector away', () => {
    const short = version({ to: '2024-06-30' })
    expect(asked('2024-06-30', [short]).standing).toBe('yes')
    expect(asked('2024-07-01', [short])).toMatchObject({ standing: 'no', why: 'ended' })
    expect(asked('2024-07-01', [version(), version({ from: '2024-07-01', geometry: null })])).toMatchObject({ standing: 'no', why: 'takenAway' })
  })

  it('is unknown while nobody knows from when: never « no »', () => {
    const undated = version({ from: null })
    expect(asked('2024-01-01', [undated])).toMatchObject({ standing: 'unknown', why: 'startUnknown', candidates: [undated.number] })
    const [before, after, later] = [version(), version({ from: null }), version({ from: '2025-01-01' })]
    expect(asked('2024-01-01', [before, after, later])).toMatchObject({ standing: 'unknown', candidates: [before.number, after.number] })
    expect(asked('2025-01-01', [before, after, later])).toMatchObject({ standing: 'yes', number: later.number })
  })
})

describe('a sector', () => {
  it('is in force no longer than its convention', () => {
    expect(asked('2028-04-06', [version()]).standing).toBe('yes')
    expect(asked('2028-04-07', [version()])).toMatchObject({ standing: 'no', why: 'commune' })
    const endless = aRecord([aConvention({ term: null })], [set, anAct('homologation', '2019-08-04')])
    expect(asked('2024-01-01', [version()], endless)).toMatchObject({ standing: 'unknown', why: 'commune' })
  })

  it('of a commune that is party to nothing known is unknown, and one of another law stands by itself', () => {
    expect(asked('2024-01-01', [version()], record(), { ...sector, insee: '62000' })).toMatchObject({ standing: 'unknown', why: 'communeNotParty' })
    const qpv: Sector = { ...sector, kind: 'qpv', insee: '62000' }
    expect(asked('2030-01-01', [version()], record(), qpv).standing).toBe('yes')
  })

  it('follows what becomes of the act that set it: annulled, contested, struck out, later than it says', () => {
    const perimeter = (id: string, on: string) => anAct('perimeter', on, { id, sector: { name: 'Centre-ville', insee: '62498', townCentre: true } })
    const [first, amended] = [version({ act: 'p1' }), version({ act: 'p2', from: '2024-01-01' })]
    const acts = [perimeter('p1', '2023-06-01'), perimeter('p2', '2024-01-01')]
    expect(asked('2024-06-01', [first, amended], record(...acts))).toMatchObject({ standing: 'yes', number: amended.number })
    expect(asked('2024-06-01', [first, amended], record(...acts, anAct('annulment', '2024-05-01', { about: 'p2' }))))
      .toMatchObject({ standing: 'yes', number: first.number })
    expect(asked('2024-06-01', [first, amended], record(...acts, anAct('annulment', '2024-05-01', { about: 'p2', opens: true }))))
      .toMatchObject({ standing: 'unknown', why: 'actChallenged', candidates: [amended.number, first.number] })
    expect(asked('2024-06-01', [first, amended], record(...acts, anAct('correction', null, { about: 'p2', replacement: null }))))
      .toMatchObject({ standing: 'unknown', why: 'actStruck' })
    expect(asked('2023-12-01', [version({ act: 'p2' })], record(...acts))).toMatchObject({ standing: 'unknown', why: 'actLater' })
  })

  it('that an act takes away by its name is in force no more', () => {
    const removal = anAct('perimeter', '2024-06-01', { sector: { name: 'Centre-ville de Lens', insee: '62498', townCentre: true, removed: true } })
    const first = anAct('perimeter', '2023-06-01', { id: 'p1', sector: { name: 'Centre-ville de Lens', insee: '62498', townCentre: true } })
    expect(asked('2024-05-31', [version()], record(first, removal)).standing).toBe('yes')
    expect(asked('2024-06-01', [version()], record(first, removal))).toMatchObject({ standing: 'no', why: 'sectorActs' })
  })

  it('that no known act sets is unknown, unless one text alone makes it, or another law', () => {
    const bare = version({ act: '' })
    expect(asked('2024-01-01', [bare])).toMatchObject({ standing: 'unknown', why: 'actMissing', candidates: [bare.number] })
    const ofOneText: Sector = { ...sector, conventionId: 'chapeau' as Id<'convention'> }
    expect(asked('2024-01-01', [bare], record(), ofOneText).standing).toBe('yes')
    expect(asked('2024-01-01', [bare], record(), { ...sector, kind: 'qpv' }).standing).toBe('yes')
  })

  it('that a later act set anew, and whose new shape is missing or was withdrawn, is unknown: the old one is not sure again', () => {
    const anew = anAct('perimeter', '2025-01-01', { id: 'p2', sector: { name: 'Centre-ville de Lens', insee: '62498', townCentre: true } })
    const [old, wrong] = [version(), version({ act: 'p2', from: '2025-01-01', withdrawn })]
    expect(asked('2024-12-31', [old, wrong], record(anew))).toMatchObject({ standing: 'yes', number: old.number })
    expect(asked('2025-01-01', [old, wrong], record(anew))).toMatchObject({ standing: 'unknown', why: 'actUndrawn', candidates: [old.number] })
    const drawn = version({ act: 'p2', from: '2025-01-01' })
    expect(asked('2025-01-01', [old, wrong, drawn], record(anew))).toMatchObject({ standing: 'yes', number: drawn.number })
  })
})
