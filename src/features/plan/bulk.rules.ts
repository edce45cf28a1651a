// One change for many actions: read from its form, then judged on each of them. Pure.
import { plusDays, readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { readId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { fold } from '../../kernel/text.ts'
import { changesBetween } from '../../planning/action-changes.ts'
import { actionNatures, participationLevels, priorities } from '../../planning/action-fields.ts'
import type { ActionChange, ActionField, ActionValues, DatedState, NamedPerson } from '../../planning/action-fields.ts'
import { actionStates } from '../../planning/action-state.ts'
import { mayEdit } from '../../planning/scope.ts'
import type { PlanScope } from '../../planning/scope.ts'
import { problemsOf } from '../actions/sheet-form.rules.ts'
import type { FieldProblem } from '../actions/sheet-form.rules.ts'
import { changeState } from '../actions/state-change.rules.ts'
import type { StateProblem } from '../actions/state-change.rules.ts'

export const bulkDates = ['startsOn', 'endsOn', 'forecastStartsOn', 'forecastEndsOn'] as const
export const bulkOrganisations = ['partners', 'services', 'designTeams', 'expectedFunders'] as const
export const bulkPeople = ['pilots', 'elected'] as const
export const bulkTags = ['themes', 'programmes', 'audiences', 'zonings', 'tags'] as const
export const bulkModes = ['add', 'remove', 'replace'] as const
/** What is done to a list: these are added to it, taken from it, or become the whole of it. */
export type BulkMode = (typeof bulkModes)[number]
/** What a field of the form says to take away what is said. */
export const cleared = 'effacer'

/** What the form sends for a field: one value, or several. */
export type BulkQuery = (name: string) => readonly string[]
export type BulkProblem =
  | 'nothingAsked' | 'notAChoice' | 'notADay' | 'notAPercent' | 'modeMissing' | 'listEmpty' | 'nameTooLong' | 'stateDayUnreadable'
    | 'stateInTheFuture'
  | 'reasonTooLong'
export type BulkFault = { readonly name: string; readonly problem: BulkProblem }
/** `state`: as `changeState` reads it, null when it does not change. `fields`: those `revise` may change. */
export type BulkEdit = {
  readonly state: { readonly state: string; readonly on: string; readonly reason: string } | null
  readonly fields: readonly ActionField[]; readonly revise: (values: ActionValues) => ActionValues
}
export type BulkContext = {
  readonly today: PlainDate; readonly organisations: ReadonlySet<string>; readonly tags: ReadonlySet<string>;
    readonly orientations: ReadonlySet<string>
  readonly account: (name: string) => Id<'person'> | undefined
}

type Revision = { readonly field: ActionField; readonly revise: (values: ActionValues) => ActionValues }
type Read = Revision | BulkFault | undefined

/** Reads what is to change; refuses it with every fault at once. */
export function readBulk(query: BulkQuery, context: BulkContext): Outcome<BulkEdit, BulkFault> {
  const one = (name: string): string => query(name)[0]?.trim() ?? ''
  const read: readonly Read[] = [
    choice('priority', one('priority'), priorities), choice('nature', one('nature'), actionNatures),
    choice('participationLevel', one('participationLevel'), participationLevels),
    organisation('owner', one('owner'), context), organisation('delegatedOwner', one('delegatedOwner'), context),
    ...bulkDates.map((field) => day(field, one(field))), percent(one('progress')),
      yesOrNo('ongoing', one('ongoing')), yesOrNo('restricted', one('restricted')),
    ...bulkOrganisations.map((field) => list(field, query, (typed) => known<'organisation'>(typed, context.organisations))),
    ...bulkTags.map((field) => list(field, query, (typed) => known<'tag'>(typed, context.tags))),
    ...bulkPeople.map((field) => people(field, query, context)), orientations(query, context),
  ]
  const revisions = read.filter((one) => one !== undefined && 'revise' in one)
  const state = one('state') === '' ? null : { state: one('state'), on: one('stateOn'), reason: one('stateReason') }
  const faults = [...stateFaults(state, context.today), ...read.filter((one) => one !== undefined && 'problem' in one)]
  if (faults.length > 0) return refused(faults)
  if (revisions.length === 0 && state === null) return refused([{ name: 'state', problem: 'nothingAsked' }])
  return accepted({
    state, fields: revisions.map(({ field }) => field), revise: (values) => revisions.reduce((sheet, { revise }) => revise(sheet), values),
  })
}

function stateFaults(state: BulkEdit['state'], today: PlainDate): readonly BulkFault[] {
  if (state === null) return []
  const on = readDate(state.on)
  return [
    ...(actionStates.some((one) => one === state.state) ? [] : [{ name: 'state', problem: 'notAChoice' } as const]),
    ...(on === undefined ? [{ name: 'stateOn', problem: 'stateDayUnreadable' } as const] : []),
    ...(on !== undefined && on > today ? [{ name: 'stateOn', problem: 'stateInTheFuture' } as const] : []),
    ...(state.reason.length > 1000 ? [{ name: 'stateReason', problem: 'reasonTooLong' } as const] : []),
  ]
}

const setting = <Field extends ActionField>(field: Field, value: ActionValues[Field]): Revision =>
  ({ field, revise: (values) => ({ ...values, [field]: value }) })

function choice<Field extends 'priority' | 'nature' | 'participationLevel'>(
  field: Field, typed: string, choices: readonly NonNullable<ActionValues[Field]>[],
): Read {
  if (typed === '') return undefined
  if (typed === cleared) return { field, revise: (values) => ({ ...values, [field]: null }) }
  const chosen = choices.find((one) => one === typed)
  return chosen === undefined ? { name: field, problem: 'notAChoice' } : { field, revise: (values) => ({ ...values, [field]: chosen }) }
}

function organisation(field: 'owner' | 'delegatedOwner', typed: string, { organisations }: BulkContext): Read {
  if (typed === '') return undefined
  if (typed === cleared) return setting(field, null)
  const id = readId<'organisation'>(typed)
  return id === undefined || !organisations.has(id) ? { name: field, problem: 'notAChoice' } : setting(field, id)
}

/** A day, or a number of days more or less: `+30`, `-15`. */
function day(field: (typeof bulkDates)[number], typed: string): Read {
  if (typed === '') return undefined
  if (fold(typed) === cleared) return setting(field, null)
  const shift = /^([+\u2212-])\s*(\d{1,4})(?:\s*(?:j|jours?))?$/.exec(typed)
  if (shift !== null) {
    const days = Number(shift[2]) * (shift[1] === '+' ? 1 : -1)
    return { field, revise: (values) => ({ ...values, [field]: values[field] === null ? null : plusDays(values[field], days) }) }
  }
  const on = readDate(typed)
  return on === undefined ? { name: field, problem: 'notADay' } : setting(field, on)
}

function percent(typed: string): Read {
  if (typed === '') return undefined
  if (fold(typed) === cleared) return setting('progress', null)
  const figure = /^(\d{1,3})\s*%?$/.exec(typed)?.[1]
  return figure === undefined || Number(figure) > 100 ? { name: 'progress', problem: 'notAPercent' } : setting('progress', Number(figure))
}

function yesOrNo(field: 'ongoing' | 'restricted', typed: string): Read {
  if (typed === '') return undefined
  return typed === 'oui' || typed === 'non' ? setting(field, typed === 'oui') : { name: field, problem: 'notAChoice' }
}

/** The field of the form that says what is done to a list. */
export const modeName = (field: ActionField): string => `${field}Mode`
const modeIn = (field: ActionField, query: BulkQuery): BulkMode | undefined => bulkModes.find((mode) => mode === query(modeName(field))[0])
const known = <Noun extends 'organisation' | 'tag'>(typed: string, all: ReadonlySet<string>): Id<Noun> | undefined =>
  (all.has(typed) ? readId<Noun>(typed) : undefined)

/** The list once some are added, taken away, or put in its place; the order of what stays is kept. */
export function revised<One>(before: readonly One[], some: readonly One[], mode: BulkMode, key: (one: One) => string): readonly One[] {
  const keys = new Set(some.map(key))
  if (mode === 'remove') return before.filter((one) => !keys.has(key(one)))
  const kept = mode === 'add' ? before : before.filter((one) => keys.has(key(one)))
  const there = new Set(kept.map(key))
  return [...kept, ...some.filter((one) => !there.has(key(one)))]
}

/** What the form says of a list: nothing, a fault, or the mode with the values. */
type Asked<Value> = { readonly mode: BulkMode; readonly values: readonly Value[] }
function asked<Value>(
  field: ActionField, query: BulkQuery, read: (typed: string) => Value | undefined,
): Asked<Value> | BulkFault | undefined {
  const typed = query(field).flatMap((value) => value.split('\n')).map((value) => value.trim()).filter((value) => value !== '')
  const mode = modeIn(field, query)
  if (mode === undefined) return typed.length === 0 ? undefined : { name: modeName(field), problem: 'modeMissing' }
  if (typed.length === 0 && mode !== 'replace') return { name: field, problem: 'listEmpty' }
  const values = typed.map(read)
  const good = values.filter((value) => value !== undefined)
  return good.length < values.length ? { name: field, problem: 'notAChoice' } : { mode, values: good }
}

function list<Field extends (typeof bulkOrganisations)[number] | (typeof bulkTags)[number]>(
  field: Field, query: BulkQuery, read: (typed: string) => ActionValues[Field][number] | undefined,
): Read {
  const ask = asked(field, query, read)
  if (ask === undefined || 'problem' in ask) return ask
  return { field, revise: (values) => ({ ...values, [field]: revised<ActionValues[Field][number]>(values[field], ask.values, ask.mode, String) }) }
}

function people(field: (typeof bulkPeople)[number], query: BulkQuery, { account }: BulkContext): Read {
  const ask = asked(field, query, (name): NamedPerson => ({ personId: account(name) ?? null, name }))
  if (ask === undefined || 'problem' in ask) return ask
  if (ask.values.some(({ name }) => name.length > 120)) return { name: field, problem: 'nameTooLong' }
  return { field, revise: (values) => ({ ...values, [field]: revised(values[field], ask.values, ask.mode, ({ name }) => fold(name)) }) }
}

function orientations(query: BulkQuery, context: BulkContext): Read {
  const ask = asked('orientations', query, (typed) => (context.orientations.has(typed) ? readId<'orientation'>(typed) : undefined))
  if (ask === undefined || 'problem' in ask) return ask
  const some = ask.values.map((orientationId) => ({ orientationId, code: null }))
  return setList((values) => ({ ...values, orientations: revised(values.orientations, some, ask.mode, ({ orientationId }) => orientationId) }))
}
const setList = (revise: Revision['revise']): Revision => ({ field: 'orientations', revise })

/** An action as it stands, with its life. */
export type BulkTarget = {
  readonly id: Id<'action'>; readonly version: number; readonly values: ActionValues; readonly transitions: readonly DatedState[]
}
/** Why an action is left as it is. */
export type BulkRefusal =
  | { readonly kind: 'notYours' } | { readonly kind: 'field'; readonly problem: FieldProblem }
  | { readonly kind: 'state'; readonly problem: StateProblem }
export type BulkVerdict = {
  readonly changed: readonly { readonly target: BulkTarget; readonly changes: readonly ActionChange[] }[]
  /** Those that say so already. */
  readonly same: readonly BulkTarget[]
  readonly refused: readonly { readonly target: BulkTarget; readonly why: readonly BulkRefusal[] }[]
}

/** What the change would do to each of these actions: all of it or nothing of it. */
export function judgeBulk(edit: BulkEdit, targets: readonly BulkTarget[], scope: PlanScope, today: PlainDate): BulkVerdict {
  const judged = targets.map((target) => ({ target, ...judge(edit, target, scope, today) }))
  return {
    changed: judged.filter(({ changes, why }) => why.length === 0 && changes.length > 0),
    same: judged.filter(({ changes, why }) => why.length === 0 && changes.length === 0).map(({ target }) => target),
    refused: judged.filter(({ why }) => why.length > 0),
  }
}

function judge(edit: BulkEdit, target: BulkTarget, scope: PlanScope, today: PlainDate) {
  if (!mayEdit(scope, target.values)) return { changes: [], why: [{ kind: 'notYours' } as const] }
  const after = edit.revise(target.values)
  const values = changesBetween(target.values, after)
  const state = stateChange(edit, target, today)
  const why: readonly BulkRefusal[] = [
    ...problemsOf(after, values.map(({ field }) => field), { taken: false, bears: mayEdit(scope, after) })
      .map((problem) => ({ kind: 'field', problem } as const)),
    ...state.problems.map((problem) => ({ kind: 'state', problem } as const)),
  ]
  return { changes: [...values, ...state.changes].map((change): ActionChange => ({ ...change, actionId: target.id })), why }
}

/** The transition this action would make; none when it is in that state already. */
function stateChange({ state }: BulkEdit, { transitions, values }: BulkTarget, today: PlainDate) {
  if (state === null) return { changes: [], problems: [] }
  const { progress, forecastStartsOn, forecastEndsOn } = values
  const typed = { ...state, progress: progress === null ? '' : String(progress), forecastStartsOn: forecastStartsOn ?? '',
    forecastEndsOn: forecastEndsOn ?? '' }
  const outcome = changeState(typed, transitions, values, today)
  if (!outcome.ok) {
    const already = outcome.problems.includes('sameState')
    return { changes: [], problems: already ? [] : outcome.problems.filter((problem) => problem !== 'forecastBackwards') }
  }
  const { before, state: after } = outcome.value
  return { changes: after === null ? [] : [{ field: 'state', before, after } as const], problems: [] }
}
