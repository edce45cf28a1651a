// A calendar as other programs read it: lines, folding and escapes of RFC 5545, checked with a reader that is not ours.
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { date } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import { calendarText } from './icalendar.rules.ts'
import type { CalendarEvent } from './icalendar.rules.ts'

const event: CalendarEvent = {
  uid: '019b-year-1@chapeau', on: date('2024-02-29'), title: 'Réunion : comité de suivi', description: 'Au moins une fois par an.\nArticle 5.',
  url: 'https://ort.example.fr/operations/lens/echeances/019b', status: 'confirmed', revision: 2, changedAt: '2024-01-05T08:09:10.123Z' as Instant,
  categories: ['Réunion', 'Lens, Liévin'],
}
const textOf = (events: readonly CalendarEvent[], name = 'ORT de Lens-Liévin'): string =>
  calendarText({ name, url: 'https://ort.example.fr', events })
const read = (text: string) => new ICAL.Component(ICAL.parse(text))
const first = (text: string) => {
  const found = read(text).getFirstSubcomponent('vevent')
  if (found === null) throw new Error('no event')
  return found
}

describe('a calendar', () => {
  test('is read by another program as it was written', () => {
    const found = new ICAL.Event(first(textOf([event])))
    expect([found.uid, found.summary, found.description, found.sequence]).toEqual([event.uid, event.title, event.description, 2])
    expect([found.startDate.toString(), found.endDate.toString(), found.startDate.isDate]).toEqual(['2024-02-29', '2024-03-01', true])
    const property = (name: string) => found.component.getFirstPropertyValue(name)?.toString()
    expect([property('status'), property('transp'), property('url'), property('dtstamp')])
      .toEqual(['CONFIRMED', 'TRANSPARENT', event.url, '2024-01-05T08:09:10Z'])
    expect(found.component.getFirstProperty('categories')?.getValues()).toEqual(['Réunion', 'Lens, Liévin'])
    expect(read(textOf([event])).getFirstPropertyValue('x-wr-calname')).toBe('ORT de Lens-Liévin')
  })

  test('cancels what was waived, and rings before when asked', () => {
    const found = first(textOf([{ ...event, status: 'cancelled', remindDaysBefore: 7 }]))
    expect(found.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(found.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString()).toBe('-P7D')
  })

  test('is the same bytes for the same data', () => {
    expect(textOf([event, event])).toBe(textOf([event, event]))
    expect(textOf([])).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n[\s\S]*END:VCALENDAR\r\n$/)
  })

  test('has lines of 75 octets at most, ended by CR LF, and gives any text back', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, ''))
    fc.assert(fc.property(words, words, (title, description) => {
      const text = textOf([{ ...event, title, description }])
      const lines = text.split('\r\n')
      expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line))).toBe(true)
      const found = first(text)
      expect([found.getFirstPropertyValue('summary'), found.getFirstPropertyValue('description')]).toEqual([title, description])
    }), { numRuns: 500 })
  })
})
