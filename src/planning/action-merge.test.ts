// Two people on one sheet, and sets taken back: whatever they write, nothing is lost and nothing is invented.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date, instant } from '../kernel/date.ts'
import { newId } from '../kernel/id.ts'
import { changesBetween, fieldsInOrder, sameValue, valueKey, withChanges } from './action-changes.ts'
import { emptyAction } from './action-fields.ts'
import type { ActionChange, ActionField, ActionValues } from './action-fields.ts'
import { merge } from './action-merge.ts'
import { undo } from './action-undo.ts'
import type { Standing } from './action-undo.ts'

const tags = [newId<'tag'>(), newId<'tag'>(), newId<'tag'>()]
const sheets: fc.Arbitrary<ActionValues> = fc.record({
  code: fc.constantFrom(null, 'A-1', 'A-2'), title: fc.constantFrom('Halles', 'Place', 'Gare'), description: fc.constantFrom('', 'Un', 'Deux\nlignes'),
  priority: fc.constantFrom(null, 'low' as const, 'high' as const), startsOn: fc.constantFrom(null, date('2026-01-01'), date('2026-02-01')),
  ongoing: fc.boolean(), themes: fc.subarray(tags),
}).map((some) => ({ ...emptyAction, ...some }))
const fields = fc.subarray([...fieldsInOrder])
const since = (base: ActionValues) => (field: ActionField, values: ActionValues): boolean => valueKey(field, values[field]) === valueKey(field, base[field])

describe('two people editing one sheet', () => {
  it('each keep what they alone changed; what both changed otherwise is a conflict, and only that', () => {
    fc.assert(fc.property(sheets, sheets, sheets, (base, mine, theirs) => {
      const { values, conflicts } = merge(theirs, mine, fieldsInOrder, since(base))
      for (const field of fieldsInOrder) {
        const [i, they] = [!sameValue(field, mine[field], base[field]), !sameValue(field, theirs[field], base[field])]
        expect(conflicts.includes(field)).toBe(i && they && !sameValue(field, mine[field], theirs[field]))
        expect(sameValue(field, values[field], i && !conflicts.includes(field) ? mine[field] : theirs[field])).toBe(true)
      }
    }))
  })

  it('change nothing the form did not ask', () => {
    fc.assert(fc.property(sheets, sheets, sheets, fields, (base, mine, theirs, asked) => {
      const { values } = merge(theirs, mine, asked, since(base))
      for (const field of fieldsInOrder.filter((one) => !asked.includes(one))) expect(values[field]).toBe(theirs[field])
    }))
  })

  it('alone, writes what was typed', () => {
    fc.assert(fc.property(sheets, sheets, (base, mine) => {
      const merged = merge(base, mine, fieldsInOrder, since(base))
      expect([changesBetween(merged.values, mine), merged.conflicts, merged.theirs]).toEqual([[], [], []])
    }))
  })
})

const actionId = newId<'action'>()
const at = instant(new Date('2026-03-01T10:00:00Z'))
const standing = (values: ActionValues, more: Partial<Standing> = {}): ReadonlyMap<typeof actionId, Standing> =>
  new Map([[actionId, { id: actionId, values, extra: {}, there: true, transitions: [], ...more }]])
const of = (changes: readonly object[]): readonly ActionChange[] => changes.map((change) => ({ actionId, ...change }) as ActionChange)

describe('a set taken back', () => {
  it('puts the sheet back as it was when nobody wrote since, and its own undo makes it anew', () => {
    fc.assert(fc.property(sheets, sheets, (before, after) => {
      const changes = of(changesBetween(before, after))
      const back = undo(changes, at, standing(after), new Map())
      expect([back.kept, changesBetween(withChanges(after, back.changes), before)]).toEqual([[], []])
      const again = undo(back.changes, at, standing(before), new Map())
      expect([again.kept, changesBetween(withChanges(before, again.changes), after)]).toEqual([[], []])
    }))
  })

  it('leaves and names what someone changed since, unless asked to put it back as well', () => {
    fc.assert(fc.property(sheets, sheets, sheets, (before, after, now) => {
      const changes = of(changesBetween(before, after))
      const { kept, changes: back } = undo(changes, at, standing(now), new Map())
      const result = withChanges(now, back)
      for (const { field } of changesBetween(before, after)) {
        const changedSince = !sameValue(field, now[field], after[field])
        expect(kept.some(({ change }) => change.field === field)).toBe(changedSince)
        expect(sameValue(field, result[field], changedSince ? now[field] : before[field])).toBe(true)
      }
      const all = undo(changes, at, standing(now), new Map(), true)
      expect(all.kept).toEqual([])
      for (const { field } of changesBetween(before, after)) expect(sameValue(field, withChanges(now, all.changes)[field], before[field])).toBe(true)
    }))
  })

  it('never gives an action a number another one took since', () => {
    const change = of([{ field: 'code', before: 'A-1', after: 'B-1' }])
    const other = newId<'action'>()
    const now = standing({ ...emptyAction, title: 'Halles', code: 'B-1' })
    expect(undo(change, at, now, new Map([['b-1', actionId], ['a-1', other]])).kept).toEqual([{ change: { actionId, field: 'code', before: 'B-1', after: 'A-1' }, because: 'codeTaken' }])
    expect(undo(change, at, now, new Map([['b-1', actionId]])).kept).toEqual([])
  })

  it('withdraws the state it gave only if nobody gave another since', () => {
    const planned = { state: 'planned' as const, on: date('2026-01-01'), reason: '' }
    const started = { state: 'inProgress' as const, on: date('2026-02-01'), reason: '' }
    const change = of([{ field: 'state', before: planned, after: started }])
    const life = [{ ...planned, recordedAt: instant(new Date('2026-01-01T10:00:00Z')) }, { ...started, recordedAt: at }]
    expect(undo(change, at, standing(emptyAction, { transitions: life }), new Map()).changes).toEqual(of([{ field: 'state', before: started, after: planned }]))
    const later = [...life, { state: 'delivered' as const, on: date('2026-03-01'), reason: '', recordedAt: instant(new Date('2026-03-02T10:00:00Z')) }]
    expect(undo(change, at, standing(emptyAction, { transitions: later }), new Map()).kept).toMatchObject([{ because: 'changedSince' }])
  })

  it('leaves an action removed since, and puts back one it removed itself', () => {
    const gone = standing({ ...emptyAction, title: 'Halles' }, { there: false })
    expect(undo(of([{ field: 'title', before: 'Gare', after: 'Halles' }]), at, gone, new Map()).kept).toMatchObject([{ because: 'removedSince' }])
    const removal = of([{ field: 'presence', before: { there: true, reason: '' }, after: { there: false, reason: 'Double' } }])
    expect(undo(removal, at, gone, new Map()).changes).toHaveLength(1)
  })
})
