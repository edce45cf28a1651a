// The timeline: windows, bars, marks and links, in shares of the width.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date, plusDays } from '../kernel/date.ts'
import { actualSpan, ganttBar, ganttLinks, ganttMark, ganttNeighbours, ganttPlace, ganttScales, ganttWindow } from './gantt.ts'

const today = date('2026-03-12')
const nothing = { from: null, to: null }
const year = (from: string) => ganttWindow('month', date(from), nothing, today)

describe('the window of a timeline', () => {
  it('shows the whole plan by years, this year and the next by quarters, a year from last month by months', () => {
    const extent = { from: date('2023-05-02'), to: date('2031-10-01') }
    const told = ganttScales.map((scale) => ganttWindow(scale, null, extent, today)).map(({ from, to, ticks }) => [from, to, ticks.length])
    expect(told).toEqual([['2023-01-01', '2032-01-01', 9], ['2026-01-01', '2028-01-01', 8], ['2026-02-01', '2027-02-01', 12]])
  })
  it('begins at the division of the day asked, and leads to the windows on either side', () => {
    const window = ganttWindow('quarter', date('2027-05-20'), nothing, today)
    expect([window.from, window.ticks[3]?.on, window.ticks[3]?.major]).toEqual(['2027-04-01', '2028-01-01', true])
    expect(ganttNeighbours(window)).toEqual({ before: '2026-04-01', after: '2028-04-01' })
  })
  it('never shows more than fifteen years, however old the plan', () => {
    const window = ganttWindow('year', null, { from: date('1950-01-01'), to: date('2090-01-01') }, today)
    expect([window.from, window.ticks.length]).toEqual(['2014-01-01', 15])
  })
})

describe('the bar of a span', () => {
  const window = year('2026-01-01')
  it('goes from the morning of its first day to the evening of its last', () => {
    expect(ganttBar(window, { from: date('2026-01-01'), to: date('2026-12-31') })).toEqual({ left: 0, width: 100, opens: true, closes: true })
  })
  it('is cut at the edges of the window, and says so', () => {
    expect(ganttBar(window, { from: date('2025-06-01'), to: date('2027-06-01') })).toEqual({ left: 0, width: 100, opens: false, closes: false })
  })
  it('is a stub where an end is unknown, and goes on when there is none', () => {
    expect(ganttBar(window, { from: date('2026-07-02'), to: null })).toMatchObject({ left: 49.86, width: 3, opens: true, closes: false })
    expect(ganttBar(window, { from: date('2026-07-02'), to: null }, true)).toMatchObject({ left: 49.86, width: 50.14, closes: false })
  })
  it('is not there when nothing is known, or when it lies elsewhere', () => {
    expect([nothing, { from: date('2024-01-01'), to: date('2024-02-01') }, { from: date('2028-01-01'), to: null }].map((span) => ganttBar(window, span)))
      .toEqual([null, null, null])
  })
  it('stays inside the window, whatever the days', () => {
    const day = fc.integer({ min: -2000, max: 4000 }).map((days) => plusDays(date('2026-01-01'), days))
    fc.assert(fc.property(fc.option(day), fc.option(day), fc.constantFrom(...ganttScales), (from, to, scale) => {
      const bar = ganttBar(ganttWindow(scale, date('2026-01-01'), nothing, today), { from, to })
      expect(bar === null || (bar.left >= 0 && bar.width > 0 && bar.left + bar.width <= 100.5)).toBe(true)
    }), { numRuns: 200 })
  })
})

describe('what happened', () => {
  it('runs from the first day in progress to the day it was delivered, or to the day asked while it goes on', () => {
    const life = [
      { state: 'planned', on: date('2025-01-01') }, { state: 'inProgress', on: date('2025-03-01') }, { state: 'delivered', on: date('2025-09-30') },
    ] as const
    expect(actualSpan(life, today)).toEqual({ from: '2025-03-01', to: '2025-09-30', goesOn: false })
    expect(actualSpan(life, date('2025-06-01'))).toEqual({ from: '2025-03-01', to: '2025-06-01', goesOn: true })
    expect(actualSpan(life, date('2025-02-01'))).toBeNull()
  })
})

describe('a link between two rows', () => {
  const window = year('2026-01-01')
  const rows = [
    { key: 'a', span: { from: date('2026-01-01'), to: date('2026-03-31') } }, { key: 'b', span: { from: date('2026-06-01'), to: date('2026-09-30') } },
  ]
  const ranks = new Map([['a', 1], ['b', 4]])
  const link = (kind: 'finishToStart' | 'startToStart' | 'finishToFinish' | 'related') => ganttLinks(window, rows, ranks, [{ from: 'a', to: 'b', kind }])
  it('leaves the end of what is needed for the start of what needs it', () => {
    expect(link('finishToStart')).toMatchObject([{ startAt: ganttPlace(window, date('2026-04-01')), startRow: 1, endAt: ganttPlace(window, date('2026-06-01')), endRow: 4, entersLeft: true }])
  })
  it('goes from start to start, or from end to end, around both', () => {
    expect(link('startToStart')).toMatchObject([{ startAt: 0, bendAt: 0 }])
    const [ends] = link('finishToFinish')
    expect([ends?.entersLeft, (ends?.bendAt ?? 0) > (ends?.endAt ?? 0)]).toEqual([false, true])
  })
  it('is not drawn for actions that are only related, nor for rows that are elsewhere', () => {
    expect([link('related'), ganttLinks(window, rows, new Map([['a', 1]]), [{ from: 'a', to: 'b', kind: 'finishToStart' }])]).toEqual([[], []])
  })
  it('marks a day inside the window only', () => {
    expect([ganttMark(window, date('2026-01-01')), ganttMark(window, date('2025-12-31'))]).toEqual([0, null])
  })
})
