// Points on the map: each in its piece, one path per state, none lost without being counted.
import { describe, expect, it } from 'vitest'
import { drawBackdrop, drawMap } from './map.rules.ts'

const [lens, brest, cayenne, sea] = [
  { longitude: 2.83, latitude: 50.43, state: 'inForce' }, { longitude: -4.5, latitude: 48.4, state: 'expired' },
  { longitude: -52.3, latitude: 4.9, state: 'unknown' }, { longitude: -30, latitude: 30, state: 'unknown' },
] as const

/** Where the first point of a path stands. */
const place = (path: string | undefined): readonly number[] => (/^M(-?\d+) (-?\d+)/.exec(path ?? '') ?? []).slice(1).map(Number)

describe('the map', () => {
  it('puts each commune in its piece, and leaves out pieces without any', () => {
    const { pieces, placed, unplaced } = drawMap([lens, brest, cayenne, sea, null], drawBackdrop([lens, brest, cayenne, sea, null]))
    expect(pieces.map(({ code, paths }) => [code, paths.map(({ state, count }) => [state, count])])).toEqual([
      ['metropole', [['inForce', 1], ['expired', 1]]], ['guyane', [['unknown', 1]]],
    ])
    expect([placed, unplaced]).toEqual([3, 2])
  })

  it('keeps west on the left, north at the top, and all inside the drawing', () => {
    const [piece] = drawMap([lens, brest], drawBackdrop([lens, brest])).pieces
    const [first, second] = [place(piece?.paths.find(({ state }) => state === 'inForce')?.path), place(piece?.paths.find(({ state }) => state === 'expired')?.path)]
    expect((first[0] ?? 0) > (second[0] ?? 0) && (first[1] ?? 0) < (second[1] ?? 0)).toBe(true)
    for (const [x = -1, y = -1] of [first, second]) expect(x > 0 && x < (piece?.width ?? 0) && y > 0 && y < (piece?.height ?? 0)).toBe(true)
  })

  it('shows behind, pale, the communes that the search leaves out', () => {
    const [piece] = drawMap([lens], drawBackdrop([lens, brest])).pieces
    expect([piece?.backdrop.match(/M/g)?.length, piece?.paths.length]).toEqual([2, 1])
  })
})
