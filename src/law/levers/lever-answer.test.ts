// Each lever at each place: the table of the law, the borders of its days, and the rule that what is unknown never becomes a « no ».
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLevers } from '../../features/levers/lever-file.ts'
import { date } from '../../kernel/date.ts'
import { answerLevers } from './lever-answer.ts'
import { reasonWords } from './lever-words.ts'
import { type ConventionFact, type Fact, type PlaceFacts, type SectorFact, communeFrom, nothingKnown } from './place-facts.ts'

const loaded = loadLevers()
const levers = typeof loaded === 'string' ? [] : loaded
const answersOf = (facts: PlaceFacts, on: string) => new Map(answerLevers(levers, facts, date(on)).map((answer) => [answer.lever.id, answer]))
const verdicts = (facts: PlaceFacts, on: string, ids: readonly string[]) => {
  const answers = answersOf(facts, on)
  return ids.map((id) => answers.get(id)?.verdict)
}

const sector = (more: Partial<SectorFact> = {}): SectorFact => ({
  id: 'centre', version: '1', label: 'Centre', kind: 'intervention', commune: null, inside: 'yes', valid: 'yes', townCentre: 'yes',
  illustrative: false, act: 'chapeau', ...more,
})
const convention = (insee: string, inForce: Fact): ConventionFact => ({ insee, inForce, from: null, until: null, label: null })

/** The operation of some towns, whose sectors are all known; `neighbour` belongs to its EPCI and has not signed. */
const operation = (main: string, other: string, neighbour: string, inForce: Fact = 'yes'): PlaceFacts => ({
  ...nothingKnown, sectorsComplete: 'yes', operation: inForce, inEpci: 'yes', inNeighbourEpci: 'no',
  conventions: [convention(main, inForce), convention(other, inForce), convention(neighbour, 'no')],
})
const places = { France: ['62498', '62186', '62413'], 'Réunion': ['97411', '97407', '97423'], Guadeloupe: ['97120', '97105', '97117'],
  Corsica: ['2A004', '2A041', '2A247'] } as const

describe.each(Object.entries(places))('the table of places, in %s', (_name, [main, other, neighbour]) => {
  const asked = ['L01', 'L10', 'L17', 'L20', 'L02', 'L02a']
  const known = operation(main, other, neighbour)
  const centre = { ...known, commune: { insee: main }, sectors: [sector({ commune: main })] }

  it('opens what hangs on the sector and on the commune in a town-centre sector, and nothing meant for outside', () => {
    expect(verdicts({ ...centre, perimeters: { urbanZone: 'yes' } }, '2025-06-15', asked))
      .toEqual(['applies', 'applies', 'applies', 'applies', 'no', 'no'])
    expect(verdicts({ ...centre, perimeters: { urbanZone: 'no' } }, '2025-06-15', ['L20'])).toEqual(['no'])
    expect(verdicts(centre, '2025-06-15', ['L20'])).toEqual(['unknown'])
  })
  it('opens only what hangs on the commune in a signatory commune outside its sectors', () => {
    expect(verdicts({ ...known, commune: { insee: main } }, '2025-06-15', asked)).toEqual(['no', 'applies', 'no', 'no', 'applies', 'no'])
  })
  it('keeps the commercial exemption to sectors with a town centre', () => {
    const urban = { urbanZone: 'yes' } as const
    const facts = { ...known, commune: { insee: other }, sectors: [sector({ commune: other, townCentre: 'no' })], perimeters: urban }
    expect(verdicts(facts, '2025-06-15', asked)).toEqual(['no', 'applies', 'applies', 'applies', 'applies', 'no'])
  })
  it('leaves a commune that has not signed only the suspension of projects that do grave harm', () => {
    const facts = { ...known, commune: { insee: neighbour } }
    expect(verdicts(facts, '2025-06-15', asked)).toEqual(['no', 'no', 'no', 'no', 'no', 'applies'])
    expect(answersOf(facts, '2025-06-15').get('L02a')?.conditions[0]).toContain('gravement')
  })
  it('closes all of them once the convention has ended', () => {
    const over = operation(main, other, neighbour, 'no')
    for (const commune of [main, other, neighbour]) {
      expect(verdicts({ ...over, commune: { insee: commune }, sectors: [sector({ commune })] }, '2025-06-15', asked)).toEqual(asked.map(() => 'no'))
    }
  })
  it('says unknown, and never no, while the state of the convention is unknown', () => {
    const facts = { ...centre, conventions: [convention(main, 'disputed')], operation: 'disputed' as const }
    expect(verdicts(facts, '2025-06-15', ['L01', 'L10', 'L17', 'L20'])).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
  })
})

describe('what is not known', () => {
  const facts = { ...operation('62498', '62186', '62413'), commune: { insee: '62498' } }
  it.each([
    ['a sector drawn as an example', { sectors: [sector({ illustrative: true })] }, 'sectorIllustrative'],
    ['a line that runs too close', { sectors: [sector({ inside: 'tooClose' })] }, 'sectorEdge'],
    ['a version without its day', { sectors: [sector({ valid: 'undated' })] }, 'sectorValidityUnknown'],
    ['a sector nobody says holds a town centre', { sectors: [sector({ townCentre: 'unknown' })] }, 'townCentreUnknown'],
    ['sectors that are not all loaded', { sectorsComplete: 'sourceDown' }, 'sectorsIncomplete'],
    ['a commune nobody gives', { commune: { doubt: 'outsideCoverage' }, sectorsComplete: 'notLoaded' }, 'communeUnknown'],
    ['a convention that is not there', { conventions: [], sectors: [sector()] }, 'conventionUnknown'],
  ] as const)('is said so for %s', (_words, more, code) => {
    const answer = answersOf({ ...facts, ...more }, '2025-06-15').get('L01')
    expect(answer).toMatchObject({ verdict: 'unknown' })
    expect(answer?.reasons.map((reason) => reason.code)).toContain(code)
    expect(reasonWords({ code })).toMatch(/^[A-ZÀÂÉÈÊ].*[^.]$/)
  })
  it('lets one sure sector answer whatever the others are', () => {
    const sectors = [sector({ inside: 'tooClose' }), sector({ id: 'other' })]
    expect(verdicts({ ...facts, sectors, sectorsComplete: 'stale' }, '2025-06-15', ['L01'])).toEqual(['applies'])
  })
  it('takes the commune of the sectors only when they agree', () => {
    expect(communeFrom([sector({ commune: '62498' })])).toEqual({ insee: '62498' })
    expect(communeFrom([sector({ commune: '62498' }), sector({ commune: '62510', inside: 'tooClose' })])).toEqual({ doubt: 'unknown' })
    expect(communeFrom([sector({ commune: '62498', inside: 'tooClose' })])).toEqual({ doubt: 'unknown' })
  })
})

describe('the days of a lever', () => {
  const facts = { ...operation('62498', '62186', '62413'), commune: { insee: '62498' }, sectors: [sector({ commune: '62498' })],
    decisions: { L07: 'yes', L08: 'yes' } as const, perimeters: { urbanZone: 'yes', activityZone: 'yes' } as const }
  it.each([
    ['L01', '2018-11-24', 'no', 'notYet'], ['L01', '2018-11-25', 'applies', 'confirmed'],
    ['L01c', '2018-12-31', 'no', 'notYet'], ['L01c', '2019-06-01', 'unknown', 'toConfirm'], ['L01c', '2020-01-01', 'applies', 'confirmed'],
    ['L08', '2023-12-31', 'applies', 'confirmed'], ['L08', '2024-01-01', 'no', 'expired'],
    ['L10', '2018-12-31', 'no', 'notYet'], ['L10', '2019-06-01', 'unknown', 'confirmed'], ['L10', '2020-01-01', 'applies', 'confirmed'],
    ['L10', '2026-12-31', 'applies', 'confirmed'], ['L10', '2027-01-01', 'unknown', 'toConfirm'],
    ['L17', '2020-12-31', 'no', 'notYet'], ['L17', '2021-01-01', 'applies', 'confirmed'], ['L17', '2025-12-31', 'applies', 'confirmed'],
    ['L17', '2026-01-01', 'unknown', 'toConfirm'],
    ['L20', '2022-02-22', 'no', 'notYet'], ['L20', '2022-02-23', 'applies', 'confirmed'],
    ['L33', '2023-10-24', 'applies', 'confirmed'], ['L33', '2023-10-25', 'unknown', 'toConfirm'],
    ['L04', '2026-04-02', 'unknown', 'toConfirm'], ['L04', '2026-04-03', 'applies', 'confirmed'],
    ['L01', '2028-11-01', 'applies', 'confirmed'], ['L01', '2028-11-02', 'unknown', 'toConfirm'],
    ['L13', '2026-11-02', 'unknown', 'toConfirm'], ['L16', '2023-12-31', 'unknown', 'toConfirm'],
  ])('%s on %s: %s, %s', (id, on, verdict, status) => {
    expect(answersOf(facts, on).get(id)).toMatchObject({ verdict, status })
  })
  it('never says no of a place when the wording itself is not sure, unless no convention is in force', () => {
    const outside = { ...facts, sectors: [] }
    expect(verdicts(outside, '2026-01-01', ['L16', 'L17', 'L25', 'L33', 'L01'])).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'no'])
    expect(verdicts(outside, '2028-11-02', ['L01', 'L20'])).toEqual(['unknown', 'unknown'])
    const ended = { ...operation('62498', '62186', '62413', 'no'), commune: { insee: '62498' } }
    expect(verdicts(ended, '2026-01-01', ['L16', 'L17', 'L25', 'L33', 'L01'])).toEqual(['unknown', 'no', 'no', 'no', 'no'])
    expect(answersOf(outside, '2026-01-01').get('L33')?.reasons).toEqual([{ code: 'leverToConfirm' }])
  })
  it('asks for an operation no longer once a text opens its permit to all, nor where other perimeters open a text to confirm', () => {
    const without = { ...operation('62498', '62186', '62413', 'no'), commune: { insee: '62413' } }
    const days = ['2025-11-25', '2025-11-26', '2026-04-03']
    expect(days.flatMap((on) => verdicts(without, on, ['L22', 'L16']))).toEqual(['no', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'])
    expect(answersOf({ ...without, project: 'yes' }, '2026-04-03').get('L22')?.verdict).toBe('applies')
    expect(answersOf(without, '2023-06-01').get('L16')?.reasons).toEqual([{ code: 'leverToConfirm' }])
  })
  it('gives the wording of the day with its own conditions', () => {
    const conditions = (on: string) => answersOf(facts, on).get('L17')?.conditions.length
    expect([conditions('2023-12-31'), conditions('2024-01-01')]).toEqual([1, 2])
  })
})

describe('each lever in each kind of place', () => {
  it('answers as the table kept beside says', () => {
    const base = { ...operation('62498', '62186', '62413'), commune: { insee: '62498' } }
    const perimeters = { urbanZone: 'no', tradeSafeguard: 'no', opah: 'no', opahRu: 'no', preemption: 'no', reinforcedPreemption: 'no',
      activityZone: 'no' } as const
    const rows: readonly PlaceFacts[] = [
      { ...base, sectors: [sector({ commune: '62498' })], perimeters: { ...perimeters, urbanZone: 'yes', activityZone: 'yes' } },
      { ...base, sectors: [sector({ commune: '62498', townCentre: 'no' })], perimeters: { ...perimeters, tradeSafeguard: 'yes' } },
      { ...base, perimeters: { ...perimeters, opahRu: 'yes', preemption: 'yes' } },
      { ...base, commune: { insee: '62413' }, perimeters },
      { ...base, commune: { insee: '62413' }, conventions: [convention('62413', 'no')], inEpci: 'no', inNeighbourEpci: 'yes', perimeters },
      { ...base, project: 'yes', party: 'yes', decisions: { L03: 'yes', L07: 'yes' }, perimeters },
      nothingKnown,
    ]
    const letters = { applies: 'A', no: '-', unknown: '?' } as const
    const answers = rows.map((facts) => answersOf(facts, '2026-06-15'))
    const table = levers.map(({ id }) => `${id.padEnd(5)}${answers.map((row) => letters[row.get(id)?.verdict ?? 'no']).join(' ')}`)
    expect(table.join('\n')).toMatchInlineSnapshot(`
      "L01  A - - - - - ?
      L01a ? ? ? - - ? ?
      L01b ? ? ? - - ? ?
      L01c A - - - - - ?
      L02  - A A - - A ?
      L02a - - - A A - ?
      L02b ? ? ? ? ? ? ?
      L02c - A A A A A ?
      L02d - A A A A A ?
      L03  ? ? ? ? ? A ?
      L04  A A - - - - ?
      L05  A A - - - - ?
      L06  - A - - - - ?
      L07  ? ? ? ? ? A ?
      L08  - - - - - - -
      L09  ? ? ? ? ? ? ?
      L10  A A A - - A ?
      L10a A A A A A A A
      L11  A A - - - - ?
      L12  A A - - - - ?
      L13  ? ? ? ? ? ? ?
      L14  ? ? A ? ? ? ?
      L15  ? ? A ? ? ? ?
      L16  ? ? ? ? ? ? ?
      L17  ? ? ? - - ? ?
      L18  ? ? ? ? ? ? ?
      L19  ? ? ? ? ? ? ?
      L20  A - - - - - ?
      L21  A A A A A A A
      L22  ? ? ? ? ? A ?
      L23  ? ? ? - - A ?
      L24  ? ? ? - - ? ?
      L25  ? ? ? - - ? ?
      L26  A A - - - - ?
      L27  ? ? ? - - A ?
      L28  ? ? ? - - A ?
      L30  - - A - - - ?
      L31  A A - - - - ?
      L32  A A - - - - ?
      L33  ? ? ? - - ? ?
      L34  A - - - - - ?
      L35  ? ? ? ? ? ? ?
      L40  A A A - - A ?
      L41  ? ? ? - - ? ?"
    `)
  })
})

const facts: readonly Fact[] = ['yes', 'no', 'unknown', 'notLoaded', 'tooClose', 'disputed', 'stale']
const anyFact = fc.constantFrom(...facts)
const towns = fc.constantFrom('62498', '62186', '62413')
const anySector: fc.Arbitrary<SectorFact> = fc.record({
  id: fc.constantFrom('a', 'b'), version: fc.constant('1'), label: fc.constant(null), act: fc.constant(null), illustrative: fc.boolean(),
  kind: fc.constantFrom('intervention' as const, 'urbanZone' as const, 'tradeSafeguard' as const, 'opah' as const),
  commune: fc.option(towns), inside: anyFact, valid: anyFact, townCentre: anyFact,
})
const kinds = ['urbanZone', 'tradeSafeguard', 'opah', 'opahRu', 'preemption', 'reinforcedPreemption', 'activityZone'] as const
const anyPlace: fc.Arbitrary<PlaceFacts> = fc.record({
  commune: fc.oneof(towns.map((insee) => ({ insee })), fc.constant({ doubt: 'unknown' as const })), sectors: fc.array(anySector, { maxLength: 3 }),
  sectorsComplete: anyFact, conventions: fc.uniqueArray(fc.tuple(towns, anyFact).map(([insee, inForce]) => convention(insee, inForce)),
    { selector: ({ insee }) => insee }),
  operation: anyFact, inEpci: anyFact, inNeighbourEpci: anyFact, project: anyFact, party: anyFact,
  perimeters: fc.dictionary(fc.constantFrom(...kinds), anyFact), decisions: fc.dictionary(fc.constantFrom('L03', 'L07', 'L08'), anyFact),
})

/** Every way to forget one thing. */
function forgotten(place: PlaceFacts): readonly PlaceFacts[] {
  const [, ...without] = place.conventions
  return [
    { ...place, commune: { doubt: 'sourceDown' } }, { ...place, sectorsComplete: 'sourceDown' }, { ...place, operation: 'sourceDown' },
    { ...place, inEpci: 'sourceDown' }, { ...place, inNeighbourEpci: 'sourceDown' }, { ...place, project: 'sourceDown' },
    { ...place, party: 'sourceDown' }, { ...place, perimeters: {} }, { ...place, decisions: {} }, { ...place, conventions: without },
    ...place.sectors.flatMap((one, rank) => (['inside', 'valid', 'townCentre'] as const)
      .map((key) => ({ ...place, sectors: place.sectors.with(rank, { ...one, [key]: 'sourceDown' }) }))),
    ...place.conventions.map((one, rank) => ({ ...place, conventions: place.conventions.with(rank, { ...one, inForce: 'disputed' as const }) })),
  ]
}

describe('forgetting a fact', () => {
  it('turns answers into unknown only: never into no, never from no into applies, and leaves no reason out', () => {
    const days = ['2019-06-01', '2023-11-02', '2025-06-15', '2026-11-23', '2030-01-01'].map(date)
    fc.assert(fc.property(anyPlace, fc.constantFrom(...days), (place, on) => {
      const before = answerLevers(levers, place, on)
      return forgotten(place).every((less) => answerLevers(levers, less, on).every(({ verdict, reasons }, rank) =>
        (verdict === before[rank]?.verdict || verdict === 'unknown') && (reasons.length > 0 || verdict === 'applies')))
    }), { numRuns: 60 })
  })
})
