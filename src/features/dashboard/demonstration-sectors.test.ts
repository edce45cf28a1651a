// The perimeters of the demonstration: sound shapes, in their communes, one of which an amendment changes for some addresses.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { problemsOf } from '../../geometry/problems.ts'
import { buildPointIndex } from '../../geometry/point-index.ts'
import { multiPolygonOf } from '../../geometry/shape.ts'
import type { MultiPolygon } from '../../geometry/shape.ts'
import { readDemonstrationSectors } from './demonstration-sectors.ts'

const contoursFile = '../shared/data/communes-lens-lievin.geojson'
const sectors = readDemonstrationSectors('demonstration')

describe('the illustrative sectors', () => {
  it('are sound, and touch their neighbours without a gap or an overlap', () => {
    for (const { name, versions } of sectors) {
      const neighbours = sectors.filter((other) => other.name !== name)
        .flatMap((other) => other.versions.slice(-1).map(({ shape }) => ({ id: other.name, geometry: shape })))
      for (const { shape } of versions) {
        const problems = problemsOf(shape, { commune: null, neighbours, precisionMetres: 10 }).filter(({ weight }) => weight !== 'tells')
        expect([name, problems]).toEqual([name, []])
      }
    }
  })

  it.skipIf(!existsSync(contoursFile))('lie in their communes (skipped without the contours of ../shared/data)', () => {
    const contours = contoursOf(readFileSync(contoursFile, 'utf8'))
    for (const { name, insee, versions } of sectors) {
      const contour = contours.get(insee)
      expect([name, contour !== undefined]).toEqual([name, true])
      if (contour === undefined) continue
      const commune = { insee, contour, precisionMetres: 20 }
      for (const { shape } of versions) {
        const out = problemsOf(shape, { commune, neighbours: [], precisionMetres: 10 }).filter(({ code }) => code === 'outsideCommune')
        expect([name, out]).toEqual([name, []])
      }
    }
  })

  it('show an amended one: the station comes in, rue Diderot goes out, place Jean-Jaurès stays', () => {
    const [before, after] = (sectors.find(({ name }) => name === 'Centre-ville de Lens')?.versions ?? []).map(({ shape }) => buildPointIndex([shape]))
    const told = ([longitude, latitude]: readonly [number, number]) =>
      [before, after].map((index) => index?.shapesAt(longitude, latitude).length === 1)
    expect(told([2.8283, 50.4266])).toEqual([false, true])
    expect(told([2.8352, 50.432])).toEqual([true, false])
    expect(told([2.8325, 50.431])).toEqual([true, true])
  })
})

function contoursOf(text: string): ReadonlyMap<string, MultiPolygon> {
  const { features }: { features: { properties: { code: string }; geometry: unknown }[] } = JSON.parse(text)
  return new Map(features.flatMap(({ properties, geometry }) => {
    const shape = multiPolygonOf(geometry)
    return shape === undefined ? [] : [[properties.code, shape] as const]
  }))
}
