// What an action needs of another: read, and never in a circle, whatever the plan.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import type { Need } from '../../planning/lateness.ts'
import { circleThrough, readDependency } from './dependency.rules.ts'
import type { DependencyTyped } from './dependency.rules.ts'

const [a, b, c] = [newId<'action'>(), newId<'action'>(), newId<'action'>()]
const need = (actionId: Id<'action'>, needsId: Id<'action'>, kind: Need['kind'] = 'finishToStart'): Need => ({ actionId, needsId, kind, lagDays: 0 })
const typed = (fields: Partial<DependencyTyped>): DependencyTyped => ({ words: 'B1', needs: '', kind: 'finishToStart', lag: '', ...fields })
const found = [{ id: b, code: 'B1' }]
const problems = (fields: Partial<DependencyTyped>, candidates = found, known: readonly Id<'action'>[] = [], reached: readonly Need[] = []) => {
  const outcome = readDependency(typed(fields), a, candidates, known, reached)
  return outcome.ok ? [] : outcome.problems
}

test('a number that one action bears exactly is enough among several found', () => {
  expect(problems({ words: 'b1' }, [{ id: c, code: 'B12' }, { id: b, code: 'B1' }])).toEqual([])
  expect(problems({ words: 'B' }, [{ id: c, code: 'B12' }, { id: b, code: 'B1' }])).toEqual(['severalFound'])
  expect(problems({ words: 'B', needs: c }, [{ id: c, code: 'B12' }, { id: b, code: 'B1' }])).toEqual([])
})

test('what is refused is told, all at once', () => {
  expect(problems({ words: '', kind: 'x', lag: 'dix' }, [])).toEqual(['wordsMissing', 'kindMissing', 'lagUnreadable'])
  expect(problems({}, [])).toEqual(['neededUnknown'])
  expect(problems({}, [{ id: a, code: 'B1' }])).toEqual(['itself'])
  expect(problems({}, found, [b])).toEqual(['alreadyThere'])
  expect(problems({ lag: '-5000' })).toEqual(['lagUnreadable'])
  expect(problems({}, found, [], [need(b, c), need(c, a)])).toEqual(['circle'])
  expect(problems({ kind: 'related' }, found, [], [need(b, c), need(c, a)])).toEqual([])
})

test('a circle is told from the needed action to the one that needs it', () => {
  expect(circleThrough([need(b, c), need(c, a)], a, b)).toEqual([b, c, a])
  expect(circleThrough([need(b, c, 'related'), need(c, a)], a, b)).toEqual([])
  expect(circleThrough([], a, b)).toEqual([])
})

test('a plan built of accepted needs can always be put in order', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 60 }), (pairs) => {
    const ids = Array.from({ length: 10 }, () => newId<'action'>())
    const kept: Need[] = []
    for (const [from, to] of pairs) {
      const [one, other] = [ids[from], ids[to]]
      if (one !== undefined && other !== undefined && one !== other && circleThrough(kept, one, other).length === 0) kept.push(need(one, other))
    }
    const left = new Set(ids)
    for (let turn = 0; turn < ids.length; turn += 1) {
      for (const id of left) if (!kept.some(({ actionId, needsId }) => actionId === id && left.has(needsId))) left.delete(id)
    }
    expect(left.size).toBe(0)
  }), { numRuns: 100 })
})
