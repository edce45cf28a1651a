// What a decision about a grant writes: a step on a line, or a line and its step, and the verdict; and how it is taken back.
import type { PlainDate } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import type { FundingValues } from '../../planning/money-line.ts'
import { reader } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { recordObjectChanges } from '../actions/change-sets.store.ts'
import { touchAction } from '../actions/parts.store.ts'
import { listSteps } from '../funding/money.store.ts'
import { insertFundingLines, removeMoneyLines } from '../funding/money-writes.store.ts'
import { insertEvents, withdrawEvent } from '../funding/steps.store.ts'
import { findStatus, insertVerdict } from './grants.store.ts'
import type { KeptGrant, OfferedAction, StandingVerdict } from './kept-grant.ts'
import { isCommitted } from './verdict.rules.ts'
import type { GrantDecision } from './verdict.rules.ts'

/** How the step of a line tells of a grant. */
const referenceOf = (grant: KeptGrant): string => `Dossier ${grant.reference}`

/** Writes the decision, its verdict, and the journal. */
export async function applyVerdict(c: Request, grant: KeptGrant, decision: GrantDecision, actions: readonly OfferedAction[]): Promise<void> {
  const { db, space: { operationId }, now: at } = c.var
  const by = reader(c).id
  const tied = decision.verdict === 'line' ? await onLine(c, grant, decision)
    : decision.verdict === 'newLine' ? await onNewLine(c, grant, decision, actions.find(({ id }) => id === decision.actionId))
      : { lineId: null, eventId: null }
  const { verdict, reason } = decision
  await insertVerdict(db, operationId, { id: newId(), grantId: grant.id, verdict, reason, ...tied, by, at })
  if (tied.lineId !== null) {
    const action = decision.verdict === 'newLine' ? decision.actionId : actions.find(({ lines }) => lines.some(({ id }) => id === tied.lineId))?.id
    if (action !== undefined) await touchAction(db, { by, at }, action)
  }
  const { reference, title, amountCents } = grant
  await c.var.record({ objectKind: 'grant', objectId: grant.id, before: { reference, title, amountCents }, after: { ...decision, ...tied } })
}

type Tied = { readonly lineId: Id<'fundingLine'>; readonly eventId: Id<'fundingEvent'> | null }

/** The steps « attribuée », when the line is not there yet, and « engagée »; none when it is committed already. */
async function onLine(c: Request, grant: KeptGrant, { lineId, on }: { lineId: Id<'fundingLine'>; on: PlainDate }): Promise<Tied> {
  const { db, space: { operationId }, now: at } = c.var
  const eventId = newId<'fundingEvent'>()
  const step = { lineId, on, amountCents: grant.amountCents, reference: referenceOf(grant), documentId: null }
  const before = await findStatus(db, lineId)
  if (before !== undefined && isCommitted(before)) return { lineId, eventId: null }
  const awarded = before !== 'awarded' ? [{ ...step, id: newId<'fundingEvent'>(), status: 'awarded' as const }] : []
  await insertEvents(db, { operationId, by: reader(c).id, at }, [...awarded, { ...step, id: eventId, status: 'committed' }])
  return { lineId, eventId }
}

async function onNewLine(
  c: Request, grant: KeptGrant, decision: Extract<GrantDecision, { verdict: 'newLine' }>, action: OfferedAction | undefined,
): Promise<Tied> {
  const { db, space: { operationId }, now: at } = c.var
  const id = newId<'fundingLine'>()
  const values: FundingValues = {
    position: Math.max(-1, ...(action?.lines ?? []).map(({ position }) => position)) + 1, funderId: decision.funderId,
    scheme: grant.scheme, kind: 'grant',
    basis: null, amountCents: grant.amountCents, rateBasisPoints: null, baseCents: null, note: grant.programme.slice(0, 2000), written: null,
  }
  await insertFundingLines(db, operationId, [{ ...values, id, actionId: decision.actionId }])
  await recordObjectChanges(db, operationId,
    [{ objectId: id, objectKind: 'fundingLine', field: 'presence', before: { there: false, reason: '' }, after: { there: true, reason: '' } }],
    { setId: newId(), kind: 'entry', label: `Subvention rapprochée : ${grant.title}`.slice(0, 300), by: reader(c).id, at })
  return await onLine(c, grant, { lineId: id, on: decision.on })
}

/** Takes back what a verdict wrote: its steps, and the line it made. */
export async function takeBack(c: Request, grant: KeptGrant, { verdict, lineId, eventId, decidedAt }: StandingVerdict): Promise<void> {
  const { db, space: { operationId }, now: at } = c.var
  if (lineId === null) return
  const written = eventId === null ? [] : (await listSteps(db, [lineId])).filter(({ withdrawnAt, reference, recordedAt }) =>
    withdrawnAt === null && reference === referenceOf(grant) && recordedAt === decidedAt)
  for (const { id } of written) await withdrawEvent(db, { operationId, by: reader(c).id, at }, lineId, id, 'Rapprochement annulé')
  if (verdict === 'newLine') await removeMoneyLines(db, { costs: [], lines: [lineId] }, at)
}
