// Calendars in the format every agenda reads (RFC 5545): all-day events, the same bytes for the same data. Pure.
import { plusDays } from '../../kernel/date.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'

/** `uid` never changes for one thing; `revision` grows with each change to it, at `changedAt`. `remindDaysBefore`: none without it. */
export type CalendarEvent = {
  readonly uid: string; readonly on: PlainDate; readonly title: string; readonly description: string; readonly url: string
  readonly status: 'confirmed' | 'cancelled'; readonly revision: number; readonly changedAt: Instant; readonly categories: readonly string[]
  readonly remindDaysBefore?: number
}
export type Calendar = { readonly name: string; readonly url: string; readonly events: readonly CalendarEvent[] }

/**
 * The calendar as text. DTSTAMP is when the event last changed, never when it was asked for: a program that asks twice gets the same bytes.
 * @source RFC 5545 (3.1 content lines, 3.3.11 text, 3.6.1 events), RFC 7986 (NAME, REFRESH-INTERVAL, SOURCE)
 */
export const calendarText = (calendar: Calendar): string => [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Chapeau//Echeances//FR', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
  line('NAME', calendar.name), line('X-WR-CALNAME', calendar.name), `URL:${calendar.url}`,
  'REFRESH-INTERVAL;VALUE=DURATION:P1D', 'X-PUBLISHED-TTL:P1D',
  ...calendar.events.flatMap(eventLines), 'END:VCALENDAR',
].map((content) => `${folded(content)}\r\n`).join('')

const eventLines = (event: CalendarEvent): readonly string[] => [
  'BEGIN:VEVENT', `UID:${event.uid}`, `DTSTAMP:${stamp(event.changedAt)}`, `LAST-MODIFIED:${stamp(event.changedAt)}`, `SEQUENCE:${event.revision}`,
  `DTSTART;VALUE=DATE:${compact(event.on)}`, `DTEND;VALUE=DATE:${compact(plusDays(event.on, 1))}`,
  line('SUMMARY', event.title), line('DESCRIPTION', event.description), `URL:${event.url}`,
  `STATUS:${event.status.toUpperCase()}`, 'TRANSP:TRANSPARENT',
  ...(event.categories.length === 0 ? [] : [`CATEGORIES:${event.categories.map(escaped).join(',')}`]),
  ...(event.remindDaysBefore === undefined ? []
    : ['BEGIN:VALARM', 'ACTION:DISPLAY', line('DESCRIPTION', event.title), `TRIGGER:-P${event.remindDaysBefore}D`, 'END:VALARM']),
  'END:VEVENT',
]

const compact = (day: PlainDate): string => day.replaceAll('-', '')
const stamp = (at: Instant): string => `${at.slice(0, 19).replace(/[-:]/g, '')}Z`
const line = (name: string, text: string): string => `${name}:${escaped(text)}`

/** Text as a value: backslash, semicolon, comma and line feed written out; other control characters have no place in it. */
const escaped = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '').replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n')

const longestLine = 75
/** Cut so that no line is longer than 75 octets, never inside a character; each further line begins with a space. */
function folded(content: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of content) {
    const size = octetsOf(character)
    if (octets + size > longestLine) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
