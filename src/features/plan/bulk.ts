// What a change of many actions works on: the actions chosen, as they stand, and a digest by which one can tell that they still do.
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { readId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { noFilter } from '../../planning/plan-filter.ts'
import type { DatedState } from '../../planning/action-fields.ts'
import type { Request } from '../../platform/web.ts'
import type { Schema } from '../../schema.ts'
import { listActionValues } from '../actions/actions.store.ts'
import { listStanding } from '../actions/transitions.store.ts'
import type { BulkQuery, BulkTarget } from './bulk.rules.ts'
import type { BulkSelection } from './bulk.pages.tsx'
import { bulkNames } from './bulk.words.ts'
import { readPlanAsked } from './plan-address.rules.ts'
import { idsOfPlan } from './plan.store.ts'
import type { PlanSight } from './sight.ts'

type Chosen = { readonly ids: readonly Id<'action'>[]; readonly digest: string }

/** A posted form of this change: each value of each name, without what no browser sends. */
export async function bulkForm(c: Request): Promise<{ readonly query: BulkQuery;
  readonly selection: BulkSelection; readonly sent: (name: string) => string }> {
  const form = await c.req.formData().catch(() => new FormData())
  const values = (name: string): readonly string[] => form.getAll(name).flatMap((value) =>
    (typeof value === 'string' ? [value.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim()] : []))
  const sent = (name: string): string => values(name)[0] ?? ''
  const query = sent('query')
  const ids = sent('ids') !== '' ? sent('ids').split(' ') : values('id').length > 0 ? values('id') : null
  return { query: values, sent, selection: { ids, query: /^\?[^\s#]*$/.test(query) ? query : '' } }
}

/** The names and values that say what changes, to send again. */
export const pairsOf = (query: BulkQuery): readonly (readonly [string, string])[] =>
  bulkNames.flatMap((name) => query(name).filter((value) => value !== '').map((value) => [name, value] as const))

/** The actions of the selection that this person sees, in the order of the list. */
export async function chosenActions(db: Kysely<Schema>, sight: PlanSight, { ids, query }: BulkSelection): Promise<Chosen> {
  const address = new URLSearchParams(query)
  const { filter } = readPlanAsked((key) => address.getAll(key))
  const wanted = ids === null ? undefined : new Set(ids.flatMap((id) => readId<'action'>(id) ?? []))
  const all = await idsOfPlan(db, sight, wanted === undefined ? filter : noFilter, { by: 'code', descending: false })
  const rows = wanted === undefined ? all : all.filter(({ id }) => wanted.has(id))
  return {
    ids: rows.map(({ id }) => id),
    digest: createHash('sha256').update(rows.map(({ id, version }) => `${id} ${version}`).join('\n')).digest('hex'),
  }
}

/** These actions as they stand, with their lives. */
export async function gatherTargets(db: Kysely<Schema>, sight: PlanSight, ids: readonly Id<'action'>[]): Promise<readonly BulkTarget[]> {
  const lives = new Map<Id<'action'>, DatedState[]>()
  for (const { actionId, state, on, reason } of await listStanding(db, ids)) {
    const life = lives.get(actionId)
    if (life === undefined) lives.set(actionId, [{ state, on, reason }])
    else life.push({ state, on, reason })
  }
  return (await listActionValues(db, ids, sight.day)).map(({ id, version, values }) => ({ id, version, values, transitions: lives.get(id) ?? [] }))
}
