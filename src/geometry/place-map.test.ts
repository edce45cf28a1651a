// The map of places: the box around them, each sign once, names that do not touch, the middle of what was drawn.
import { describe, expect, it } from 'vitest'
import { middleOf, placeMap } from './place-map.ts'

const at = (longitude: number, latitude: number, kind = 'a') => ({ longitude, latitude, kind })

describe('the map of places', () => {
  it('puts north up, east right, and keeps the shape of the land', () => {
    const map = placeMap([at(2.8, 50.4, 'sw'), at(2.9, 50.4, 'se'), at(2.8, 50.5, 'nw')])
    const spot = (kind: string) => (map?.spots.get(kind)?.[0] ?? '').slice(1).split(' ').map(Number)
    const [sw, se, nw] = [spot('sw'), spot('se'), spot('nw')]
    expect([(se[0] ?? 0) > (sw[0] ?? 0), se[1] === sw[1], (nw[1] ?? 0) < (sw[1] ?? 0), nw[0] === sw[0]]).toEqual([true, true, true, true])
    // A tenth of a degree is shorter going east than going north, by the cosine of the latitude.
    expect(((se[0] ?? 0) - (sw[0] ?? 0)) / ((sw[1] ?? 0) - (nw[1] ?? 0))).toBeCloseTo(Math.cos(50.45 * Math.PI / 180), 1)
  })
  it('draws a sign once where several fall on the same spot, and leaves out the name that would cover another', () => {
    const names = [{ label: 'Halle', longitude: 2.8, latitude: 50.4 }, { label: 'Place du marché', longitude: 2.8001, latitude: 50.4001 }]
    const map = placeMap([at(2.8, 50.4), at(2.8, 50.4), at(2.8001, 50.4001, 'b')], names)
    expect(map?.spots.get('a')).toHaveLength(1)
    expect(map?.labels).toHaveLength(1)
  })
  it('keeps a lonely place in the middle of a few kilometres', () => {
    const map = placeMap([at(2.8, 50.4)])
    expect([map?.width, map?.spots.get('a')]).toEqual([640, [`M320 ${Math.round((map?.height ?? 0) / 2)}`]])
  })
  it('has nothing to draw without a place', () => {
    expect(placeMap([])).toBeUndefined()
  })
})

describe('the middle of what was drawn', () => {
  it('is that of its box, whatever the geometry', () => {
    expect(middleOf({ type: 'Polygon', coordinates: [[[2, 50], [3, 50], [3, 51], [2, 51], [2, 50]]] })).toEqual({ longitude: 2.5, latitude: 50.5 })
    expect(middleOf({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [2, 50] }] })).toEqual({ longitude: 2, latitude: 50 })
  })
  it('is unknown of anything else', () => {
    expect([null, 'x', {}, { coordinates: [500, 2] }, { coordinates: ['a'] }].map(middleOf)).toEqual([undefined, undefined, undefined, undefined, undefined])
  })
})
