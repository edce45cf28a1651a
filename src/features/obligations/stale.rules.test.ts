// An obligation is stale when an instruction changed its own words, and only then, until someone decides.
import { describe, expect, test } from 'vitest'
import { amendingAlgorithm } from '../../amending/consolidation.ts'
import type { Consolidation } from '../../amending/consolidation.ts'
import { date } from '../../kernel/date.ts'
import { changedBy, undecided } from './stale.rules.ts'

const base = [{ key: 'article-5', text: 'Un comité de suivi est créé.\n\nIl se réunit au moins  une fois par an. Il suit les actions.' }]
const obligation = { words: 'Il se réunit au moins une fois par an', provisionSlug: 'article-5' }
const inForce = (text: string, touchedBy: readonly string[], repealedBy: string | null = null): Consolidation => ({
  algorithm: amendingAlgorithm, on: date('2026-01-01'), applied: [], waiting: [], changes: [], refused: [], conflicts: [],
  nodes: [{
    key: 'article-5', number: '5', heading: '', depth: 1, text, headingPieces: [], pieces: [], insertedBy: null, repealedBy, touchedBy,
  }],
})

describe('an obligation', () => {
  test.each<[string, Consolidation, readonly string[]]>([
    ['is sound while its clause is as it was', inForce(base[0]?.text ?? '', []), []],
    ['is sound when other words of its clause change', inForce('Un comité est créé. Il se réunit au moins une fois par an. Il décide.', ['a']), []],
    ['is stale when its own words change', inForce('Il se réunit au moins deux fois par an.', ['a']), ['a']],
    ['is stale when words are put among its own', inForce('Il se réunit en séance au moins une fois par an.', ['a', 'b']), ['a', 'b']],
    ['is stale when its clause is repealed', inForce('', ['a'], 'avenant'), ['a']],
  ])('%s', (_, text, expected) => {
    expect(changedBy(obligation, base, text)).toEqual(expected)
  })

  test('whose words a stamp had cut is stale as soon as its clause changes', () => {
    expect(changedBy({ ...obligation, words: 'Il se réunit ACCUSÉ DE RÉCEPTION une fois' }, base, inForce('Il siège.', ['a']))).toEqual(['a'])
  })

  test('without a clause is never stale', () => {
    expect(changedBy({ ...obligation, provisionSlug: null }, base, inForce('', ['a']))).toEqual([])
  })

  test('is sound again once a decision answers each instruction, until another changes it or the decision is withdrawn', () => {
    const decision = { kind: 'decision', withdrawnFor: null, instructions: ['a'] } as const
    expect(undecided(['a'], [decision])).toEqual([])
    expect(undecided(['a', 'b'], [decision])).toEqual(['b'])
    expect(undecided(['a'], [{ ...decision, withdrawnFor: 'erreur' }])).toEqual(['a'])
  })
})
