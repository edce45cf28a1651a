// The steps of funding lines: added, withdrawn with a reason, and what each line stands at after each of them told anew.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { cents } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import { climb } from '../../planning/funding-climb.ts'
import type { FundingStep, TakenStep } from '../../planning/funding-climb.ts'
import { fundingStatuses } from '../../planning/funding-status.ts'
import type { FundingStatus } from '../../planning/funding-status.ts'
import type { Schema } from '../../schema.ts'

type Db = Kysely<Schema>
type Writer = { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant }
export type NewFundingEvent = {
  readonly id: Id<'fundingEvent'>; readonly lineId: Id<'fundingLine'>; readonly status: FundingStatus; readonly on: PlainDate
  readonly amountCents: Cents | null; readonly reference: string; readonly documentId: Id<'document'> | null
  /** Why the line steps back, when it does. */
  readonly reason?: string
}
/** A step that stands, with when it was recorded. */
type Recorded = FundingStep & { readonly id: Id<'fundingEvent'>; readonly lineId: Id<'fundingLine'>; readonly recordedAt: Instant }

/**
 * Records steps of any number of lines, in any order, earlier ones included: what the lines stand at is told anew, step by step. Four statements
 * for each five thousand steps.
 */
export async function insertEvents(db: Db, { operationId, by, at }: Writer, events: readonly NewFundingEvent[]): Promise<void> {
  const before = await standingSteps(db, [...new Set(events.map(({ lineId }) => lineId))])
  const written = new Map(events.map((event) => [event.id, event]))
  const rows = reckoned([...before, ...events.map((event) => ({ ...event, recordedAt: at }))])
  const added = rows.flatMap((row) => {
    const event = written.get(row.id)
    return event === undefined ? [] : [{ ...row, ...event, reason: event.reason ?? '' }]
  })
  for (let from = 0; from < added.length; from += 5000) {
    await sql`
      insert into funding_event (operation_id, id, line_id, status, happened_on, until, amount_cents, requested_cents, requested_unknown,
        awarded_cents, awarded_unknown, committed_cents, committed_unknown, paid_cents, paid_unknown, reference, reason, document_id, recorded_by,
          recorded_at)
      select ${operationId}::uuid, id, "lineId", status, "on", until, "amountCents", requested_cents, requested_unknown, awarded_cents,
        awarded_unknown, committed_cents, committed_unknown, paid_cents, paid_unknown, reference, reason, "documentId", ${by}::uuid,
          ${at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(added.slice(from, from + 5000))}::jsonb) as step (id uuid, "lineId" uuid, status text, "on" date,
        until date, "amountCents" bigint, requested_cents bigint, requested_unknown boolean, awarded_cents bigint, awarded_unknown boolean,
        committed_cents bigint, committed_unknown boolean, paid_cents bigint, paid_unknown boolean, reference text, reason text, "documentId" uuid)`
      .execute(db)
  }
  await restate(db, rows.filter(({ id }) => !written.has(id)))
  await restateLines(db, rows)
}

/** Takes back a step recorded by mistake: it stays in the history, with who and why. */
export async function withdrawEvent(db: Db, { by, at }: Writer, lineId: Id<'fundingLine'>, event: Id<'fundingEvent'>, reason: string): Promise<void> {
  await db.updateTable('funding_event').set({ withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason })
    .where('id', '=', event).where('line_id', '=', lineId).where('withdrawn_at', 'is', null).execute()
  const rows = reckoned(await standingSteps(db, [lineId]))
  await restate(db, rows)
  if (rows.length > 0) return await restateLines(db, rows)
  await db.updateTable('funding_line').set({
    status: 'toRequest', status_since: null, requested_cents: null, requested_unknown: false, awarded_cents: null, awarded_unknown: false,
    committed_cents: null, committed_unknown: false, paid_cents: null, paid_unknown: false,
  }).where('id', '=', lineId).execute()
}

async function standingSteps(db: Db, lines: readonly Id<'fundingLine'>[]): Promise<readonly Recorded[]> {
  const rows = await db.selectFrom('funding_event')
    .select(['id', 'line_id as lineId', 'status', 'happened_on as on', 'amount_cents', 'recorded_at as recordedAt'])
    .where('line_id', '=', sql<Id<'fundingLine'>>`any(${lines}::uuid[])`).where('withdrawn_at', 'is', null).execute()
  return rows.map(({ amount_cents: amount, ...row }) => ({ ...row, amountCents: amount === null ? null : cents(amount) }))
}

const rank = new Map(fundingStatuses.map((status, index) => [status, index]))
const inOrder = (one: Recorded, other: Recorded): number =>
  compare(one.on, other.on) || compare(one.recordedAt, other.recordedAt) || (rank.get(one.status) ?? 0) - (rank.get(other.status) ?? 0)
  || compare(one.id, other.id)
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function reckoned(steps: readonly Recorded[]) {
  const byLine = new Map<Id<'fundingLine'>, Recorded[]>()
  for (const step of steps) {
    const line = byLine.get(step.lineId)
    if (line === undefined) byLine.set(step.lineId, [step])
    else line.push(step)
  }
  return [...byLine.values()].flatMap((line) => climb(line.toSorted(inOrder)).map(columns))
}

const columns = ({ step, until, standing: { requested, awarded, committed, paid } }: TakenStep<Recorded>) => ({
  id: step.id, lineId: step.lineId, status: step.status, since: step.on, until, requested_cents: requested.cents,
  requested_unknown: requested.unknown, awarded_cents: awarded.cents, awarded_unknown: awarded.unknown, committed_cents: committed.cents,
    committed_unknown: committed.unknown, paid_cents: paid.cents,
  paid_unknown: paid.unknown,
})

async function restate(db: Db, rows: readonly ReturnType<typeof columns>[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update funding_event set until = step.until, requested_cents = step.requested_cents, requested_unknown = step.requested_unknown,
      awarded_cents = step.awarded_cents, awarded_unknown = step.awarded_unknown, committed_cents = step.committed_cents,
      committed_unknown = step.committed_unknown, paid_cents = step.paid_cents, paid_unknown = step.paid_unknown
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as step (id uuid, until date, requested_cents bigint, requested_unknown boolean,
      awarded_cents bigint, awarded_unknown boolean, committed_cents bigint, committed_unknown boolean, paid_cents bigint, paid_unknown boolean)
    where funding_event.id = step.id`.execute(db)
}

/** Lines stand where their last step leaves them. */
async function restateLines(db: Db, rows: readonly ReturnType<typeof columns>[]): Promise<void> {
  const last = rows.filter(({ until }) => until === null)
  await sql`
    update funding_line set status = step.status, status_since = step.since, requested_cents = step.requested_cents,
      requested_unknown = step.requested_unknown, awarded_cents = step.awarded_cents, awarded_unknown = step.awarded_unknown,
      committed_cents = step.committed_cents, committed_unknown = step.committed_unknown, paid_cents = step.paid_cents,
      paid_unknown = step.paid_unknown
    from jsonb_to_recordset(${JSON.stringify(last)}::jsonb) as step ("lineId" uuid, status text, since date, requested_cents bigint,
      requested_unknown boolean, awarded_cents bigint, awarded_unknown boolean, committed_cents bigint, committed_unknown boolean, paid_cents bigint,
      paid_unknown boolean)
    where funding_line.id = step."lineId"`.execute(db)
}
