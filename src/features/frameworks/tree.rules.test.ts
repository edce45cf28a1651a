// Trees of orientations: their order and paths, what words of a file mean, every move there is.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { idFrom } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { findWritten, inTreeOrder, moves, placed, readWritten, stepped, withBelow } from './tree.rules.ts'
import type { PlacedOrientation } from './tree.rules.ts'

const id = (rank: number): Id<'orientation'> => idFrom<'orientation'>(rank, new Uint8Array(10))
const framework = idFrom<'framework'>(9, new Uint8Array(10))
const one = (rank: number, parent: number | null, position: number, number: string | null, title: string): PlacedOrientation =>
  ({ id: id(rank), frameworkId: framework, parentId: parent === null ? null : id(parent), position, number, title })
const tree = [one(1, null, 1, '2', 'Commerce'), one(2, null, 0, '1', 'Habitat'), one(3, 2, 0, '1.1', 'Rénover'), one(4, 2, 1, null, 'Louer')]

describe('a tree of orientations', () => {
  it('is read from top to bottom, with depth, label and path', () => {
    expect(inTreeOrder(tree, 'ACV').map(({ depth, label, path }) => [depth, label, path])).toEqual([
      [0, '1 Habitat', 'ACV › 1 Habitat'], [1, '1.1 Rénover', 'ACV › 1 Habitat › 1.1 Rénover'], [1, 'Louer', 'ACV › 1 Habitat › Louer'],
      [0, '2 Commerce', 'ACV › 2 Commerce'],
    ])
    expect([...withBelow(tree, id(2))]).toEqual([id(2), id(3), id(4)])
  })

  it.each([
    ['2.3 – Rénover les cités', '2.3', 'Rénover les cités'], ['Axe 2 : commerce', 'Axe 2', 'commerce'], ['IV. Paysage', 'IV', 'Paysage'],
    ['A) Logement', 'A', 'Logement'], ['A propos', null, 'A propos'], ['Innovation', null, 'Innovation'], ['L’archipel', null, 'L’archipel'],
    ['Vie locale', null, 'Vie locale'], ['3', '3', '3'], ['Orientation n° 2 - Loger', 'Orientation n° 2', 'Loger'],
  ])('reads « %s »', (written, number, title) => {
    expect(readWritten(written)).toEqual({ number, title })
  })

  it.each([
    ['1.1 Rénover', 3], ['rénover', 3], ['Axe 2', 1], ['Axe 2 – Commerce', 1], ['2', 1], ['LOUER', 4], ['1. Habitat', 2], ['Mobilité', undefined],
    ['9', undefined],
  ])('finds what « %s » means', (written, rank) => {
    expect(findWritten(tree, written)?.id).toBe(rank === undefined ? undefined : id(rank))
  })

  it('does not choose between two of one title', () => {
    expect(findWritten([...tree, one(5, 1, 0, null, 'Rénover')], 'Rénover')).toBeUndefined()
  })

  it('keeps every orientation, once, under no loop, whatever steps are taken', () => {
    const anyRank = fc.integer({ min: 1, max: 4 })
    const anyStep = fc.record({ rank: anyRank, move: fc.constantFrom(...moves), under: fc.option(anyRank) })
    fc.assert(fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
      let now: readonly PlacedOrientation[] = tree
      for (const { rank, move, under } of steps) {
        const changed = under === null ? stepped(now, id(rank), move) : placed(now, id(rank), id(under), null)
        now = now.map((each) => ({ ...each, ...changed.find((place) => place.id === each.id) }))
      }
      expect(inTreeOrder(now, 'ACV').map((each) => each.id).sort()).toEqual(tree.map((each) => each.id).sort())
      for (const each of now) expect(now.filter((other) => other.parentId === each.parentId && other.position === each.position)).toHaveLength(1)
    }), { numRuns: 100 })
  })
})
