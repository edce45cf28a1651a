// Taking back a set of changes: each field that still holds what the set wrote goes back to what it was; one changed since is named and left.
import type { Instant } from '../kernel/date.ts'
import type { Id } from '../kernel/id.ts'
import { inOrder, sameValue, withChanges } from './action-changes.ts'
import type { ActionChange, ActionField, ActionValues, DatedState, ExtraWords, ValueChange } from './action-fields.ts'

/** An action as it is now: its sheet, whether it is in the plan, and the transitions that stand. */
export type Standing = {
  readonly id: Id<'action'>; readonly values: ActionValues; readonly extra: ExtraWords; readonly there: boolean
  readonly transitions: readonly (DatedState & { readonly recordedAt: Instant })[]
}
/** Why a change is left as it is: someone changed the field since, the action is no longer in the plan, or another one now has its number. */
export type KeptBecause = 'changedSince' | 'removedSince' | 'codeTaken'
export type KeptChange = { readonly change: ActionChange; readonly because: KeptBecause }
export type Undo = { readonly changes: readonly ActionChange[]; readonly kept: readonly KeptChange[] }

/**
 * `changes`: what the set wrote, at `madeAt`; `actions`: how things stand; `codes`: the numbers of the actions in the plan, in lower case, and whose;
 * `anyway`: the fields changed since are put back as well, those someone chose to.
 */
export function undo(
  changes: readonly ActionChange[], madeAt: Instant, actions: ReadonlyMap<Id<'action'>, Standing>, codes: ReadonlyMap<string, Id<'action'>>,
  anyway = false,
): Undo {
  const judged = changes.map((change) => ({ change, because: obstacle(change, madeAt, actions.get(change.actionId), anyway) }))
  const back = judged.flatMap(({ change, because }) => (because === undefined ? [reversed(change, actions.get(change.actionId))] : []))
  const frees = (change: ActionChange): boolean => change.field === 'code' || (change.field === 'presence' && !change.after.there)
  const freed = new Set(back.filter(frees).map(({ actionId }) => actionId))
  const taken = new Set(back.filter((change) => takesCode(change, actions, codes, freed)))
  return {
    changes: back.filter((change) => !taken.has(change)),
    kept: [
      ...judged.flatMap(({ change, because }) => (because === undefined ? [] : [{ change, because }])),
      ...[...taken].map((change) => ({ change, because: 'codeTaken' as const })),
    ],
  }
}

function obstacle(change: ActionChange, madeAt: Instant, now: Standing | undefined, anyway: boolean): KeptBecause | undefined {
  if (now === undefined) return 'removedSince'
  if (change.field === 'presence') return now.there === change.after.there ? undefined : 'changedSince'
  if (!now.there) return 'removedSince'
  if (anyway && change.field !== 'state') return undefined
  return stillHolds(change, madeAt, now) ? undefined : 'changedSince'
}

function stillHolds(change: Exclude<ActionChange, { field: 'presence' }>, madeAt: Instant, { values, extra, transitions }: Standing): boolean {
  if (change.field === 'extra') return inOrder(extra) === inOrder(change.after)
  if (change.field !== 'state') return valueHolds(change.field, change, values)
  const { after } = change
  if (transitions.some(({ recordedAt }) => recordedAt > madeAt)) return false
  return after === null || transitions.some(({ state, on, reason }) => state === after.state && on === after.on && reason === after.reason)
}

const valueHolds = <Field extends ActionField>(field: Field, change: { readonly after: ActionValues[Field] }, now: ActionValues): boolean =>
  sameValue(field, now[field], change.after)

/** The change that puts back what there was: from what there is now, which is what the set wrote unless it is put back anyway. */
function reversed(change: ActionChange, now: Standing | undefined): ActionChange {
  const { actionId } = change
  if (change.field === 'state') return { actionId, field: 'state', before: change.after, after: change.before }
  if (change.field === 'presence') return { actionId, field: 'presence', before: change.after, after: change.before }
  if (change.field === 'extra') return { actionId, field: 'extra', before: now?.extra ?? change.after, after: change.before }
  return { actionId, ...reversedValue(change.field, change, now?.values) }
}

const reversedValue = <Field extends ActionField>(
  field: Field, change: { readonly before: ActionValues[Field]; readonly after: ActionValues[Field] }, now: ActionValues | undefined,
): ValueChange<Field> => ({ field, before: now === undefined ? change.after : now[field], after: change.before })

/** Would this change give an action a number another one has, and keeps? */
function takesCode(
  change: ActionChange, actions: ReadonlyMap<Id<'action'>, Standing>, codes: ReadonlyMap<string, Id<'action'>>, freed: ReadonlySet<Id<'action'>>,
): boolean {
  const now = actions.get(change.actionId)
  if (now === undefined || (change.field !== 'code' && !(change.field === 'presence' && change.after.there))) return false
  const { code } = withChanges(now.values, [change])
  const holder = code === null ? undefined : codes.get(code.toLowerCase())
  return holder !== undefined && holder !== change.actionId && !freed.has(holder)
}
