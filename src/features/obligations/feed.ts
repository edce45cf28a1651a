// The calendar that a secret address opens: the occurrences of one operation, or of all those where a person has a mandate that day.
import type { Kysely } from 'kysely'
import { plainDate } from '../../kernel/date.ts'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { inTenant } from '../../platform/database.ts'
import { heldRoles } from '../../platform/guard.ts'
import type { Services } from '../../platform/web.ts'
import type { Schema } from '../../schema.ts'
import { choiceNames, ruleInWords } from '../readings/fact.words.ts'
import { agendaOf } from './agenda.rules.ts'
import type { AgendaLine } from './agenda.rules.ts'
import { findDirectoryEntry, listDoors } from './feeds.store.ts'
import type { DoorRow, OpenFeed } from './feeds.store.ts'
import { listFollowed } from './followed.ts'
import type { FollowedObligation, Following } from './followed.ts'
import type { Calendar, CalendarEvent } from './icalendar.rules.ts'
import { obligationTitle, occurrenceTitle } from './obligation.words.tsx'

type Operation = Omit<DoorRow, 'personId'>
/** Team practice: a calendar looks back to January of last year, and two years ahead. */
const [yearsBack, yearsAhead] = [1, 2]
const remindDaysBefore = 7

/** The calendar of a feed as it stands on this day; undefined when its operation is gone. */
export async function calendarOf({ database }: Services, feed: OpenFeed, today: PlainDate, origin: string): Promise<Calendar | undefined> {
  const operations = feed.operationId === null ? await listDoors(database.kysely, [feed.personId])
    : [await findDirectoryEntry(database.kysely, feed.operationId)].filter((entry) => entry !== undefined)
  if (operations.length === 0 && feed.operationId !== null) return undefined
  const events: CalendarEvent[] = []
  // One transaction per operation: the fence shows one at a time, and a person has a handful.
  for (const operation of operations) {
    await inTenant(database, { operationId: operation.operationId, personId: feed.personId, readOnly: true }, async (db) => {
      if (feed.operationId === null && !(await mayView(db, feed.personId, today))) return
      events.push(...eventsOf(await listFollowed(db), operation, today, origin, feed.operationId === null))
    })
  }
  const [only] = operations
  const name = feed.operationId !== null && only !== undefined ? `Échéances : ${only.name}` : 'Mes échéances'
  return { name, url: `${origin}${feed.operationId !== null && only !== undefined ? paths.obligations(only.slug) : paths.reminders()}`, events }
}

const mayView = async (db: Kysely<Schema>, personId: Id<'person'>, today: PlainDate): Promise<boolean> =>
  holds((await heldRoles(db, personId, today)).roles, 'viewOperation')

/** One event per dated occurrence; nothing in it depends on the day it is asked, but which years it holds. */
function eventsOf(
  { obligations, record }: Following, operation: Operation, today: PlainDate, origin: string, named: boolean,
): readonly CalendarEvent[] {
  const year = Number(today.slice(0, 4))
  const period = { from: plainDate(year - yearsBack, 1, 1) ?? today, to: plainDate(year + yearsAhead, 12, 31) ?? today }
  const actsOf = new Map<string, { count: number; last: Instant }>()
  for (const { conventionId, recordedAt } of record.acts) {
    const known = actsOf.get(conventionId)
    actsOf.set(conventionId, { count: (known?.count ?? 0) + 1, last: known !== undefined && known.last > recordedAt ? known.last : recordedAt })
  }
  return agendaOf(obligations, period, today).flatMap((line): CalendarEvent[] => {
    const { obligation, occurrence } = line
    if (occurrence.due === null) return []
    const acts = actsOf.get(obligation.conventionId)
    const moments = obligation.entries.flatMap(({ recordedAt, withdrawnAt }) => [recordedAt, ...(withdrawnAt === null ? [] : [withdrawnAt])])
    const open = occurrence.state === 'due' || occurrence.state === 'late'
    return [{
      uid: `${obligation.id}-${occurrence.key}@chapeau`, on: occurrence.due, title: titleOf(line, named ? operation.name : null),
      description: descriptionOf(line), url: `${origin}${paths.obligation(operation.slug, obligation.id)}`,
      status: occurrence.state === 'waived' ? 'cancelled' : 'confirmed', revision: moments.length + (acts?.count ?? 0),
      changedAt: [obligation.publishedAt, ...(acts === undefined ? [] : [acts.last]), ...moments].sort().at(-1) ?? obligation.publishedAt,
      categories: [choiceNames[obligation.kind] ?? obligation.kind, operation.name], ...(open && { remindDaysBefore }),
    }]
  })
}

const marks: Readonly<Record<string, string>> = { met: 'Fait : ', waived: 'Dispensé : ' }
const titleOf = ({ obligation, occurrence }: AgendaLine<FollowedObligation>, operation: string | null): string =>
  `${marks[occurrence.state] ?? ''}${obligationTitle(obligation)}${operation === null ? '' : ` (${operation})`}`

const descriptionOf = ({ obligation, occurrence }: AgendaLine<FollowedObligation>): string => [
  occurrenceTitle(occurrence), `Règle : ${ruleInWords(obligation.rule)}`,
  `${obligation.provisionNumber === null ? '' : `Article ${obligation.provisionNumber}, `}${obligation.conventionTitle}`,
  ...(obligation.words === '' ? [] : [`« ${obligation.words.slice(0, 600)} »`]),
].join('\n')
