// Points on the map: each in its piece, one path per state, none lost without being counted; close up when one asks for a region.
import { describe, expect, it } from 'vitest'
import { drawMap, spotOf } from './map.rules.ts'
import type { MapSpot, RegisterMap } from './map.rules.ts'

const spots = {
  lens: spotOf({ longitude: 2.83, latitude: 50.43 }), arras: spotOf({ longitude: 2.78, latitude: 50.29 }), brest: spotOf({ longitude: -4.5, latitude: 48.4 }),
  cayenne: spotOf({ longitude: -52.3, latitude: 4.9 }), sea: spotOf({ longitude: -30, latitude: 30 }),
}
const all = Object.values(spots).filter((spot): spot is MapSpot => spot !== undefined)
const { lens, arras, brest, cayenne, sea } = spots
const states = ({ pieces }: RegisterMap) => pieces.map(({ code, paths }) => [code, paths.map(({ state, count }) => [state, count])])

/** Where the first point of the path of a state stands, in the first piece. */
function place({ pieces: [piece] }: RegisterMap, wanted: string): readonly [number, number] {
  const [, x, y] = /^M(-?\d+) (-?\d+)/.exec(piece?.paths.find(({ state }) => state === wanted)?.path ?? '') ?? []
  return [Number(x), Number(y)]
}

describe('the map', () => {
  it('puts each commune in its piece, and counts those it cannot place', () => {
    const map = drawMap([{ spot: lens, state: 'inForce', name: 'Lens' }, { spot: brest, state: 'expired', name: 'Lens' }, { spot: cayenne, state: 'unknown', name: 'Lens' },
      { spot: sea, state: 'unknown', name: 'Lens' }, { spot: undefined, state: 'unknown', name: 'Lens' }], all)
    expect(states(map)).toEqual([['metropole', [['inForce', 1], ['expired', 1]]], ['guyane', [['unknown', 1]]]])
    expect([map.unplaced, map.near]).toEqual([2, false])
  })

  it('keeps west on the left, north at the top, and all inside the drawing', () => {
    const map = drawMap([{ spot: lens, state: 'inForce', name: 'Lens' }, { spot: brest, state: 'expired', name: 'Lens' }], all)
    const [one, other] = [place(map, 'inForce'), place(map, 'expired')]
    expect(one[0] > other[0] && one[1] < other[1]).toBe(true)
    const [piece] = map.pieces
    for (const [x, y] of [one, other]) expect(x > 0 && x < (piece?.width ?? 0) && y > 0 && y < (piece?.height ?? 0)).toBe(true)
  })

  it('shows behind, pale, the communes that the search leaves out, and no other', () => {
    const [piece] = drawMap([{ spot: lens, state: 'inForce', name: 'Lens' }], all).pieces
    expect([piece?.backdrop.match(/M/g)?.length, piece?.paths.length]).toEqual([2, 1])
  })

  it('names what it comes close to, as far as names do not touch', () => {
    const twice = [{ spot: lens, state: 'inForce', name: 'Lens' }, { spot: lens, state: 'inForce', name: 'Liévin' }] as const
    expect(drawMap(twice, all, true).pieces[0]?.labels.map(({ name }) => name)).toEqual(['Lens'])
  })

  it('comes close to what lies together, and stays whole when it does not', () => {
    const close = drawMap([{ spot: lens, state: 'inForce', name: 'Lens' }, { spot: arras, state: 'expired', name: 'Lens' }], all, true)
    expect([close.near, close.pieces.length, close.pieces[0]?.width, close.pieces[0]?.backdrop]).toEqual([true, 2, 640, ''])
    expect(close.pieces.map(({ labels }) => labels.map(({ name }) => name))).toEqual([['Lens', 'Lens'], []])
    expect(Math.abs((close.pieces[0]?.height ?? 0) - 640)).toBeLessThan(10)
    expect(place(close, 'expired')[1] - place(close, 'inForce')[1]).toBeGreaterThan(80)
    expect(drawMap([{ spot: lens, state: 'inForce', name: 'Lens' }, { spot: cayenne, state: 'inForce', name: 'Lens' }], all, true).near).toBe(false)
    expect(drawMap([], all, true)).toMatchObject({ near: false, pieces: [{ paths: [] }, { paths: [] }] })
  })
})
