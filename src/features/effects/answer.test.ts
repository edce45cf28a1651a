// Annex A.4 and the switches: what the levers answer at a place, and what becomes of the answer when a source is away.
import { describe, expect, it } from 'vitest'
import type { MultiPolygon } from '../../geometry/shape.ts'
import { date, instant } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import type { LeverVerdict } from '../../law/levers/lever-answer.ts'
import type { SectorKind } from '../../law/levers/sector-kind.ts'
import { stateOf } from '../../law/operation-state.ts'
import { openLog } from '../../platform/log.ts'
import { aConvention, aRecord, anAct, signatures } from '../../testing/records.ts'
import type { FoundAddress } from '../addresses/address.rules.ts'
import { loadLevers } from '../levers/lever-file.ts'
import { situationOf, sceneOn } from '../sectors/situation.rules.ts'
import type { Sector, SectorVersion } from '../sectors/sector.rules.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import { answerPlace } from './answer.ts'
import type { PlaceAnswer } from './answer.ts'
import type { Known } from './place.rules.ts'
import type { PlaceAsked } from './question.rules.ts'
import { askerOf } from './asking.store.ts'
import { sourceNames } from './sources.ts'
import type { SourceName, Sources } from './sources.ts'

/** The convention that sets every sector. */
const text: Id<'convention'> = newId<'convention'>()
const square = (lon: number, lat: number): MultiPolygon =>
  ({ type: 'MultiPolygon', coordinates: [[[[lon, lat], [lon + 0.01, lat], [lon + 0.01, lat + 0.01], [lon, lat + 0.01], [lon, lat]]]] })
type Given = { readonly insee: string; readonly name: string; readonly kind?: SectorKind; readonly townCentre: boolean | null
  readonly shapes: readonly (readonly [from: string | null, shape: MultiPolygon])[]; readonly illustrative?: boolean }
function aSector({ insee, name, kind = 'intervention', townCentre, shapes, illustrative = false }: Given) {
  const id: Id<'sector'> = newId<'sector'>()
  const conventionId = kind === 'intervention' ? text : null
  const sector: Sector = { id, slug: name.toLowerCase(), name, kind, insee, conventionId, illustrative, note: '', version: 1 }
  const versions = shapes.map(([from, geometry], rank): SectorVersion => ({
    id: newId<'sectorVersion'>(), sectorId: id, number: rank + 1, geometry, areaM2: null, townCentre, actId: null,
    validFrom: from === null ? null : date(from), validTo: null, precisionMetres: 10, source: 'essai', recordedAt: instant(new Date(0)),
    recordedBy: 'Essai', withdrawn: null,
  }))
  return { sector, versions }
}

const lens = aSector({ insee: '62498', name: 'Centre de Lens', townCentre: true,
  shapes: [['2023-05-01', square(2.83, 50.43)], ['2025-01-01', square(2.84, 50.43)]] })
const brebis = aSector({ insee: '62186', name: 'Brebis', townCentre: false, shapes: [['2023-05-01', square(2.72, 50.44)]] })
const convention = aConvention({ id: text })
const record = aRecord([convention], signatures(convention, '2023-04-06'))

const known = <Value>(value: Value): Known<Value> => ({ known: true, value })
const given = (sectors: readonly ReturnType<typeof aSector>[], of = record, epci = '246200364'): Sources => ({
  sectors: async (on) => known(sectors.map(({ sector, versions }) => situationOf(sector, versions, sceneOn(of, on)))),
  operation: async (on) => known({ state: stateOf(of, on, null), nameless: false, epci, acts: of.acts }),
  contours: async () => ({ known: false, why: 'notLoaded' }), ground: async () => ({ known: false, why: 'notLoaded' }),
  territories: async (insee) => known(loadTerritoryCodes().commune(insee)?.epci),
  addresses: async (insee) => known({ department: insee.slice(0, 2), source: 'essai', sha256: '', vintage: date('2025-06-01'),
    loadedAt: instant(new Date(0)), addresses: 1, refused: 0 }),
  levers: async () => {
    const levers = loadLevers()
    return typeof levers === 'string' ? { known: false, why: 'sourceDown' } : known(levers)
  },
})
const quiet = openLog('silent')
const asker = askerOf({} as Parameters<typeof askerOf>[0], quiet, false)

const at = (lon: number, lat: number, insee = '62498', commune = 'Lens'): PlaceAsked => ({ how: 'address', address: {
  id: `${insee}_0001_00001`, label: '1 rue d’essai', number: 1, suffix: null, street: 'Rue d’essai', postcode: null, insee, commune, lon, lat,
  precision: 'number', certified: true, parcels: [],
} })
const ask = async (place: PlaceAsked, on: string, sources: Sources = given([lens, brebis])): Promise<PlaceAnswer> =>
  await answerPlace(sources, asker, { place, on: date(on), audience: undefined, project: false, demonstration: false })
const verdicts = ({ levers }: PlaceAnswer, ...ids: readonly string[]): readonly (LeverVerdict | undefined)[] =>
  ids.map((id) => levers.find(({ lever }) => lever.id === id)?.verdict)
const five = ['L01', 'L10', 'L17', 'L20', 'L02'] as const

describe('annex A.4', () => {
  it('town centre of Lens, convention in force: L20 waits for the zone of the plan', async () => {
    expect(verdicts(await ask(at(2.835, 50.435), '2024-06-15'), ...five)).toEqual(['applies', 'applies', 'applies', 'unknown', 'no'])
    const zoneU = aSector({ insee: '62498', name: 'Zone U', kind: 'urbanZone', townCentre: null, shapes: [['2020-01-01', square(2.83, 50.43)]] })
    expect(verdicts(await ask(at(2.835, 50.435), '2024-06-15', given([lens, brebis, zoneU])), 'L20')).toEqual(['applies'])
  })
  it('Lens outside its sectors: what the commune opens stays, and it is a target of L02', async () => {
    expect(verdicts(await ask(at(2.80, 50.42), '2024-06-15'), ...five)).toEqual(['no', 'applies', 'no', 'no', 'applies'])
  })
  it('a sector of Bully without a town centre', async () => {
    expect(verdicts(await ask(at(2.725, 50.445, '62186', 'Bully-les-Mines'), '2024-06-15'), ...five))
      .toEqual(['no', 'applies', 'applies', 'unknown', 'applies'])
  })
  it('Harnes, which did not sign', async () => {
    const answer = await ask(at(2.90, 50.44, '62413', 'Harnes'), '2024-06-15')
    expect(verdicts(answer, ...five, 'L02a')).toEqual(['no', 'no', 'no', 'no', 'no', 'applies'])
  })
  it('anywhere, once the convention has expired', async () => {
    for (const place of [at(2.845, 50.435), at(2.80, 50.42), at(2.725, 50.445, '62186', 'Bully-les-Mines')]) {
      expect(verdicts(await ask(place, '2028-06-15'), 'L01', 'L17', 'L20', 'L02')).toEqual(['no', 'no', 'no', 'no'])
    }
  })
  it('is the same overseas', async () => {
    const town = { name: 'Saint-Denis', kind: 'commune', insee: '97411', siren: '219740115' }
    const there = aConvention({ id: text, parties: [{ name: 'CINOR', kind: 'epci', insee: null, siren: '249740119' }, town] })
    const sector = aSector({ insee: '97411', name: 'Centre', townCentre: true, shapes: [['2023-05-01', square(55.45, -20.89)]] })
    const sources = given([sector], aRecord([there], signatures(there, '2023-04-06')), '249740119')
    expect(verdicts(await ask(at(55.455, -20.885, '97411', 'Saint-Denis'), '2024-06-15', sources), ...five))
      .toEqual(['applies', 'applies', 'applies', 'unknown', 'no'])
    expect(verdicts(await ask(at(55.40, -20.95, '97411', 'Saint-Denis'), '2024-06-15', sources), ...five))
      .toEqual(['no', 'applies', 'no', 'no', 'applies'])
  })
})

describe('an answer', () => {
  it('follows a sector that an amendment moved: before, between, after', async () => {
    const inside = async (on: string) => verdicts(await ask(at(2.845, 50.435), on), 'L01')[0]
    expect([await inside('2024-06-15'), await inside('2025-06-15')]).toEqual(['no', 'applies'])
  })
  it('is unknown while a convention is in force and none of its sectors is known to be yet', async () => {
    expect(verdicts(await ask(at(2.80, 50.42), '2023-04-20'), 'L01', 'L17', 'L20', 'L02', 'L10'))
      .toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'applies'])
  })
  it('is unknown in another EPCI, which may have its own convention', async () => {
    expect(verdicts(await ask(at(2.7767, 50.291, '62041', 'Arras'), '2024-06-15'), ...five))
      .toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown'])
  })
  it('knows no commune when the one told is not that of the sector around the place', async () => {
    expect(verdicts(await ask(at(2.835, 50.435, '62413', 'Harnes'), '2024-06-15'), 'L01', 'L10', 'L40', 'L02a'))
      .toEqual(['applies', 'unknown', 'unknown', 'unknown'])
  })
  it('of a parcel is never a plain no, and inside only when all its addresses are', async () => {
    const found = (lon: number, lat: number): readonly FoundAddress[] => {
      const place = at(lon, lat)
      return place.how === 'address' ? [place.address] : []
    }
    const parcel = async (...addresses: readonly FoundAddress[]) =>
      verdicts(await ask({ how: 'parcel', parcel: '62498000AB0001', addresses }, '2024-06-15'), 'L01', 'L17', 'L10')
    expect(await parcel(...found(2.835, 50.435), ...found(2.836, 50.436))).toEqual(['applies', 'applies', 'applies'])
    expect(await parcel(...found(2.835, 50.435), ...found(2.80, 50.42))).toEqual(['unknown', 'unknown', 'applies'])
    expect(await parcel(...found(2.80, 50.42))).toEqual(['unknown', 'unknown', 'applies'])
    expect(await parcel()).toEqual(['unknown', 'unknown', 'applies'])
  })
  it('is unknown closer to a line than anyone drew it, on either side', async () => {
    for (const lon of [2.84008, 2.83992]) expect(verdicts(await ask(at(lon, 50.435), '2025-06-15'), 'L01', 'L10')).toEqual(['unknown', 'applies'])
  })
  it('is unknown where the sectors of the commune are not drawn, and without a number in the street', async () => {
    expect(verdicts(await ask(at(2.80, 50.42), '2024-06-15', given([brebis])), 'L01', 'L10', 'L02')).toEqual(['unknown', 'applies', 'unknown'])
    const place = at(2.835, 50.435)
    const street: PlaceAsked = place.how === 'address' ? { how: 'address', address: { ...place.address, precision: 'street' } } : place
    expect(verdicts(await ask(street, '2024-06-15'), 'L01', 'L10')).toEqual(['unknown', 'applies'])
  })
  it('is unknown inside and outside a sector that an act set anew while its new shape is not kept', async () => {
    const anew = anAct('perimeter', '2025-03-01', { sector: { name: 'Centre de Lens', insee: '62498', townCentre: true } })
    const sources = given([lens, brebis], aRecord([convention], [...signatures(convention, '2023-04-06'), anew]))
    for (const place of [at(2.845, 50.435), at(2.80, 50.42)]) {
      expect(verdicts(await ask(place, '2025-02-28', sources), 'L01')).not.toEqual(['unknown'])
      expect(verdicts(await ask(place, '2025-03-01', sources), 'L01', 'L17', 'L02')).toEqual(['unknown', 'unknown', 'unknown'])
    }
  })
  it('opens no right from a sector drawn to show, outside a demonstration', async () => {
    const shown = aSector({ insee: '62498', name: 'Centre', townCentre: true, illustrative: true, shapes: [['2023-05-01', square(2.83, 50.43)]] })
    const answer = await ask(at(2.835, 50.435), '2024-06-15', given([shown]))
    expect([verdicts(answer, 'L01', 'L17'), answer.illustrative]).toEqual([['unknown', 'unknown'], true])
  })
  it('takes the commune of a point from the sector that surely holds it, and knows none outside', async () => {
    expect(verdicts(await ask({ how: 'point', lon: 2.835, lat: 50.435 }, '2024-06-15'), 'L01', 'L10')).toEqual(['applies', 'applies'])
    const outside = await ask({ how: 'point', lon: 2.80, lat: 50.42 }, '2024-06-15')
    expect(verdicts(outside, ...five)).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown'])
  })
})

describe('a source switched off', () => {
  const broken: Readonly<Record<string, () => Promise<Known<never>>>> = {
    fails: async () => { throw new Error('away') }, stale: async () => ({ known: false, why: 'stale' }),
    missing: async () => ({ known: false, why: 'notLoaded' }),
  }
  const without = (name: SourceName, how: () => Promise<Known<never>>): Sources => ({ ...given([lens, brebis]), [name]: how })
  const places = [at(2.835, 50.435), at(2.80, 50.42), at(2.725, 50.445, '62186', 'Bully-les-Mines'), at(2.90, 50.44, '62413', 'Harnes')]

  for (const name of sourceNames) {
    it.each(Object.keys(broken))(`turns what needed it into « unknown », and nothing into « no »: ${name} %s`, async (how) => {
      for (const place of places) {
        const whole = await ask(place, '2024-06-15')
        const lamed = await ask(place, '2024-06-15', without(name, broken[how] ?? (async () => ({ known: false, why: 'unknown' }))))
        const before = new Map(whole.levers.map(({ lever, verdict }) => [lever.id, verdict]))
        const changed = lamed.levers.filter(({ lever, verdict }) => verdict !== before.get(lever.id)).map(({ verdict }) => verdict)
        expect(changed.filter((verdict) => verdict !== 'unknown')).toEqual([])
        expect(lamed.sources.filter(({ why }) => why !== null).map((source) => source.name))
          .toEqual(name === 'contours' ? [] : [name])
      }
    })
  }

  it('of sectors, of the register of acts or of addresses leaves no lever of a sector answered at all', async () => {
    for (const name of ['sectors', 'operation', 'addresses'] as const) {
      const answer = await ask(at(2.835, 50.435), '2024-06-15', without(name, broken['fails'] ?? (async () => ({ known: false, why: 'unknown' }))))
      expect([name, verdicts(answer, 'L01', 'L17', 'L20')]).toEqual([name, ['unknown', 'unknown', 'unknown']])
    }
  })
})
