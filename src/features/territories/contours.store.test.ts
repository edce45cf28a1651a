// Contours of communes: read from a file, kept in place of the former ones, and asked where a point lies; with the real ones of Lens-Liévin when there.
import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { instant, readDate } from '../../kernel/date.ts'
import { onEachEngine } from '../../testing/database.ts'
import { readContours } from './contour-file.ts'
import { communeAt, contoursOf, upsertContours } from './contours.store.ts'

const real = new URL('../../../../shared/data/communes-lens-lievin.geojson', import.meta.url)
const vintage = readDate('2018-01-01') ?? (() => { throw new Error('no day') })()
const about = { precisionMetres: 100, source: 'IGN, Admin Express', vintage }
const square = (west: number) => [[[west, 50], [west + 0.1, 50], [west + 0.1, 50.1], [west, 50.1]]]
const feature = (properties: object, coordinates: unknown) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } })

it('is read whatever the property that has the code, faults counted, an open ring closed', () => {
  const read = readContours(JSON.stringify({ type: 'FeatureCollection', features: [
    feature({ INSEE_COM: '62498' }, square(2)), feature({ code: 1001 }, square(2.1)), feature({ nom: 'Sans code' }, square(2)), feature({ code: 'abc' }, square(2)),
    feature({ code: '62001' }, [[[684_000, 7_036_000], [684_100, 7_036_000], [684_100, 7_036_100]]]), { type: 'Feature', properties: { code: '62002' }, geometry: null },
  ] }))
  expect(read?.contours.map(({ insee, geometry }) => [insee, geometry.coordinates[0]?.[0]?.length])).toEqual([['62498', 5], ['01001', 5]])
  expect([...read?.refused ?? []]).toEqual([['noCode', 1], ['badCode', 1], ['notInDegrees', 1], ['notAnArea', 1]])
  expect(readContours('code;nom')).toBeUndefined()
})

onEachEngine('contours of communes', (open) => {
  beforeAll(async () => {
    const read = readContours(JSON.stringify({ features: [feature({ code: '62498' }, square(3.2)), feature({ code: '62510' }, square(3.3))] }))
    const contours = (read?.contours ?? []).map((contour) => ({ ...contour, ...about }))
    await upsertContours((await open()).kysely, contours, instant(new Date()))
    await upsertContours((await open()).kysely, contours.slice(0, 1).map((contour) => ({ ...contour, source: 'Mairie' })), instant(new Date()))
  })

  it('keeps the last contour of each commune', async () => {
    expect((await contoursOf((await open()).kysely, ['62498', '62510', '62999'])).map(({ insee, source }) => [insee, source]))
      .toEqual([['62498', 'Mairie'], ['62510', 'IGN, Admin Express']])
    expect(await contoursOf((await open()).kysely, [])).toEqual([])
  })

  it('says the commune of a point, or that it cannot', async () => {
    expect(await communeAt((await open()).kysely, 3.25, 50.05)).toEqual({ known: true, insee: '62498' })
    expect(await communeAt((await open()).kysely, 3.3, 50.05)).toEqual({ known: false, why: 'nearBorder', candidates: ['62498', '62510'] })
    expect(await communeAt((await open()).kysely, 5, 45)).toEqual({ known: false, why: 'noContour', candidates: [] })
  })

  it.skipIf(!existsSync(real))('knows the communes of Lens-Liévin by their real contours', async () => {
    const read = readContours(readFileSync(real, 'utf8'))
    expect([read?.contours.length, [...read?.refused ?? []]]).toEqual([36, []])
    await upsertContours((await open()).kysely, (read?.contours ?? []).map((contour) => ({ ...contour, ...about })), instant(new Date()))
    // The town halls of Lens and Liévin.
    expect(await communeAt((await open()).kysely, 2.8317, 50.4291)).toEqual({ known: true, insee: '62498' })
    expect(await communeAt((await open()).kysely, 2.7787, 50.4221)).toEqual({ known: true, insee: '62510' })
  })
})
