// Each action of a file beside the plan: made, changed, unchanged or refused; and exactly what would be written.
import type { PlainDate } from '../../kernel/date.ts'
import { date } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { fold, nameKey } from '../../kernel/text.ts'
import { actionFields, emptyAction } from '../../planning/action-fields.ts'
import type { ActionChange, ActionField, ActionValues, DatedState, NamedPerson } from '../../planning/action-fields.ts'
import { changesBetween, inOrder } from '../../planning/action-changes.ts'
import type { ActionDraft, CostDraft, FieldDraft, RowProblem } from '../../planning/sheets/draft.ts'
import type { NamesFound } from './known-names.rules.ts'
import type { OrientationsFound } from './known-orientations.rules.ts'
import { compareMoney, withOwnTown } from './money-compared.rules.ts'
import type { KnownCost, KnownFunding, MoneyCompared } from './money-compared.rules.ts'

export type Verdict = 'created' | 'changed' | 'unchanged' | 'refused'
export const verdicts: readonly Verdict[] = ['created', 'changed', 'unchanged', 'refused']
export type MatchedBy = 'id' | 'code' | 'title'

/** An action of the plan, with its money. */
export type KnownAction = {
  readonly id: Id<'action'>; readonly values: ActionValues; readonly state: DatedState | null; readonly extra: Readonly<Record<string, string>>
  readonly costs: readonly KnownCost[]; readonly lines: readonly KnownFunding[]
}
/** One action of the file: `changes` for one of the plan; `values`, `state` and `extra` for one to make. `differing`: totals kept as written. */
export type ComparedAction = {
  readonly draft: ActionDraft; readonly verdict: Verdict; readonly actionId: Id<'action'> | null; readonly matchedBy: MatchedBy | null
  readonly values: ActionValues; readonly state: DatedState | null; readonly extra: Readonly<Record<string, string>>;
    readonly changes: readonly ActionChange[]
  readonly money: MoneyCompared; readonly problems: readonly RowProblem[]
}
type Context = {
  readonly names: NamesFound; readonly orientations: OrientationsFound; readonly today: PlainDate; readonly actionId: () => Id<'action'>
  /** In French, the label under which a total that differs is kept. */
  readonly differingLabel: (cost: CostDraft) => string
}

const noMoney: MoneyCompared = { costs: [], fundings: [], differing: [] }

/** Compares every action of a file with the plan, in the order of the file. */
export function compareActions(drafts: readonly ActionDraft[], plan: readonly KnownAction[], context: Context): readonly ComparedAction[] {
  const matcher = matcherOf(plan)
  const takenIds = new Map<string, number>()
  const takenCodes = new Map(plan.flatMap(({ id, values: { code } }) => (code === null ? [] : [[code.toLowerCase(), id as string] as const])))
  return drafts.map((draft) => {
    const refuse = (...problems: readonly RowProblem[]): ComparedAction => ({
      draft, verdict: 'refused', actionId: null, matchedBy: null, values: emptyAction, state: null, extra: {}, changes: [], money: noMoney,
      problems: [...draft.problems, ...problems],
    })
    const row = draft.rows[0] ?? 0
    if (draft.problems.length > 0 || draft.title === '') return refuse()
    const match = matcher(draft)
    if (match === 'ambiguous') return refuse({ row, column: -1, reason: 'ambiguous', detail: draft.title })
    const twin = match === undefined ? undefined : takenIds.get(match.action.id)
    if (match !== undefined && twin !== undefined) return refuse({ row, column: -1, reason: 'twice', detail: `${twin + 1}` })
    const holder = draft.code === null ? undefined : takenCodes.get(draft.code.toLowerCase())
    if (holder !== undefined && holder !== match?.action.id) return refuse({ row, column: -1, reason: 'codeTaken', detail: draft.code ?? '' })
    if (match !== undefined) takenIds.set(match.action.id, row)
    const compared = match === undefined ? madeOf(draft, context) : changedOf(draft, match, context)
    if (draft.code !== null) takenCodes.set(draft.code.toLowerCase(), compared.actionId ?? '')
    return compared
  })
}

type Match = { readonly action: KnownAction; readonly by: MatchedBy }
const titleKey = (title: string): string => fold(title).replace(/[^a-z0-9]+/g, ' ').trim()

/** An action is known by its identifier, else by its code, else by its title; of several namesakes, the one of the same owner. */
function matcherOf(plan: readonly KnownAction[]): (draft: ActionDraft) => Match | 'ambiguous' | undefined {
  const byId = new Map<string, KnownAction>(plan.map((action) => [action.id, action]))
  const byCode = new Map(plan.flatMap((action) => (action.values.code === null ? [] : [[action.values.code.toLowerCase(), action] as const])))
  const byTitle = new Map<string, KnownAction[]>()
  for (const action of plan) byTitle.set(titleKey(action.values.title), [...(byTitle.get(titleKey(action.values.title)) ?? []), action])
  return (draft) => {
    const same = byId.get(draft.id.toLowerCase())
    if (same !== undefined) return { action: same, by: 'id' }
    const coded = draft.code === null ? undefined : byCode.get(draft.code.toLowerCase())
    if (coded !== undefined) return { action: coded, by: 'code' }
    const titled = (byTitle.get(titleKey(draft.title)) ?? []).filter(({ values }) => draft.code === null || values.code === null)
    if (titled.length > 1) return 'ambiguous'
    const [only] = titled
    return only === undefined ? undefined : { action: only, by: 'title' }
  }
}

function madeOf(draft: ActionDraft, context: Context): ComparedAction {
  const values = written(draft, emptyAction, context)
  const fundings = withOwnTown(draft.fundings, context.names.kindOf(values.owner))
  const money = compareMoney(draft.costs, fundings, { costs: [], lines: [] }, context.names.organisation, values.owner, context.today)
  const state = draft.state === null ? null : { state: draft.state.state, on: draft.state.on ?? context.today, reason: draft.state.reason }
  return {
    draft, verdict: 'created', actionId: context.actionId(), matchedBy: null, values, state, extra: draft.extra, changes: [], money, problems: [],
  }
}

function changedOf(draft: ActionDraft, { action, by }: Match, context: Context): ComparedAction {
  const { id, values: before, extra: extraBefore } = action
  const values = written(draft, before, context)
  const fundings = withOwnTown(draft.fundings, context.names.kindOf(values.owner))
  const money = compareMoney(draft.costs, fundings, action, context.names.organisation, values.owner, context.today)
  const differing = Object.fromEntries(money.differing.map((cost) => [context.differingLabel(cost), `${(cost.planned ?? cost.final ?? 0) / 100}`]))
  const extra = { ...extraBefore, ...draft.extra, ...differing }
  const changes: ActionChange[] = changesBetween(before, values).map((change) => ({ ...change, actionId: id }))
  if (draft.state !== null && draft.state.state !== action.state?.state) {
    const after: DatedState = { state: draft.state.state, on: draft.state.on ?? context.today, reason: draft.state.reason }
    changes.push({ actionId: id, field: 'state', before: action.state, after })
  }
  if (inOrder(extraBefore) !== inOrder(extra)) changes.push({ actionId: id, field: 'extra', before: extraBefore, after: extra })
  const same = changes.length === 0 && money.costs.length === 0 && money.fundings.length === 0
  return {
    draft, verdict: same ? 'unchanged' : 'changed', actionId: id, matchedBy: by, values, state: action.state, extra, changes, money, problems: [],
  }
}

/** The sheet once what the file says is written on it: an empty cell changes nothing. */
function written(draft: ActionDraft, before: ActionValues, context: Context): ActionValues {
  const values: Mutable = { ...before }
  for (const [field, value] of Object.entries(draft.fields)) {
    if (isField(field)) Object.assign(values, { [field]: valueOf(field, value, before, context.names) })
  }
  values.title = sameWords(before.title, draft.title) ? before.title : draft.title
  const orientation = context.orientations.find(draft.framework, draft.path)
  if (orientation !== null && !before.orientations.some(({ orientationId }) => orientationId === orientation)) {
    values.orientations = [...before.orientations, { orientationId: orientation, code: null }]
  }
  return values
}

type Mutable = { -readonly [Field in ActionField]: ActionValues[Field] }
const isField = (name: string): name is ActionField => name in actionFields
const sameWords = (one: string, other: string): boolean => one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim()

/** A field of a draft as the sheet holds it. */
function valueOf(field: ActionField, draft: FieldDraft, before: ActionValues, names: NamesFound): ActionValues[ActionField] {
  const shape = actionFields[field]
  const list: readonly string[] = Array.isArray(draft) ? draft : [String(draft)]
  switch (shape.kind) {
    case 'organisation': return names.organisation(list[0] ?? '')
    case 'organisations': return distinct(list.map(names.organisation))
    case 'tags': return distinct(list.map((name) => names.tag(shape.tag, name)))
    case 'people': return distinctPeople(list.map((name) => names.person(name, shape.role === 'pilot' ? before.pilots : before.elected)))
    case 'date': return date(String(draft))
    case 'percent': return Number(draft)
    case 'flag': return draft === true
    default: {
      const text = String(draft)
      const known = before[field]
      return typeof known === 'string' && sameText(known, text) ? known : text
    }
  }
}

const distinct = <One>(list: readonly One[]): readonly One[] => [...new Set(list)]
const distinctPeople = (people: readonly NamedPerson[]): readonly NamedPerson[] =>
  [...new Map(people.map((person) => [nameKey(person.name), person])).values()]
/** Spreadsheets trim texts and change their line ends: the same words are no change. */
const sameText = (one: string, other: string): boolean => one.replace(/\r\n?/g, '\n').trim() === other.replace(/\r\n?/g, '\n').trim()
