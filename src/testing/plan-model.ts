// The plan held in memory, and what a filter means, said again without SQL: what the lists of the program are checked against.
import type { Kysely } from 'kysely'
import { dayInParis, daysBetween, plusDays } from '../kernel/date.ts'
import type { PlainDate } from '../kernel/date.ts'
import type { Id } from '../kernel/id.ts'
import type { FundingStatus } from '../planning/funding-status.ts'
import { latenessOf } from '../planning/lateness.ts'
import type { LateReason } from '../planning/lateness.ts'
import { flagNames, numberNames, periodNames, setNames } from '../planning/plan-criteria.ts'
import type { FlagName, NumberName, PeriodName, SetName } from '../planning/plan-criteria.ts'
import { absent } from '../planning/plan-filter.ts'
import type { PlanFilter } from '../planning/plan-filter.ts'
import { maySee } from '../planning/scope.ts'
import type { PlanSight } from '../features/plan/sight.ts'
import type { Schema } from '../schema.ts'

type Db = Kysely<Schema>
type Rows = Awaited<ReturnType<typeof loadRows>>
type Line = Rows['lines'][number] & { readonly standing: FundingStatus | null }
/** One action with all that a criterion may look at, on a day. */
type Whole = {
  readonly action: Rows['actions'][number]; readonly state: string | null; readonly since: PlainDate | null
  readonly orientations: readonly Rows['orientations'][number][]; readonly people: readonly Rows['people'][number][]
  readonly organisations: readonly Rows['organisations'][number][]; readonly tags: readonly Rows['tags'][number][]
  readonly places: readonly Rows['places'][number][]; readonly notes: readonly Rows['notes'][number][]
  readonly blockings: readonly Rows['blockings'][number][]; readonly costs: readonly Rows['costs'][number][]; readonly lines: readonly Line[]
  readonly indicators: readonly string[]; readonly documents: number; readonly needs: readonly string[]; readonly neededBy: number
  readonly late: readonly LateReason[]; readonly needsLate: boolean
}

async function loadRows(db: Db) {
  return {
    actions: await db.selectFrom('action').selectAll().execute(),
    transitions: await db.selectFrom('action_transition').selectAll().where('withdrawn_at', 'is', null).execute(),
    orientations: await db.selectFrom('action_orientation').innerJoin('orientation', 'orientation.id', 'orientation_id')
      .select(['action_id', 'orientation_id', 'framework_id', 'parent_id', 'action_orientation.code']).where('removed_at', 'is', null).execute(),
    allOrientations: await db.selectFrom('orientation').select(['id', 'parent_id']).execute(),
    people: await db.selectFrom('action_person').selectAll().execute(),
    organisations: await db.selectFrom('action_organisation').selectAll().execute(),
    tags: await db.selectFrom('action_tag').innerJoin('tag', 'tag.id', 'tag_id').select(['action_id', 'tag_id', 'kind']).execute(),
    places: await db.selectFrom('action_place').selectAll().where('removed_at', 'is', null).execute(),
    notes: await db.selectFrom('action_note').selectAll().where('removed_at', 'is', null).execute(),
    blockings: await db.selectFrom('action_blocking').selectAll().execute(),
    steps: await db.selectFrom('action_step').select(['id', 'action_id', 'title', 'ends_on as endsOn', 'done_on as doneOn'])
      .where('removed_at', 'is', null).execute(),
    needs: await db.selectFrom('action_dependency').select(['action_id as actionId', 'needs_id as needsId', 'kind', 'lag_days as lagDays']).execute(),
    costs: await db.selectFrom('cost_line').selectAll().where('removed_at', 'is', null).execute(),
    lines: await db.selectFrom('funding_line').selectAll().where('removed_at', 'is', null).execute(),
    events: await db.selectFrom('funding_event').selectAll().where('withdrawn_at', 'is', null).execute(),
    indicators: await db.selectFrom('action_indicator').select(['action_id', 'indicator_id']).execute(),
    attachments: await db.selectFrom('action_attachment').select(['action_id']).where('removed_at', 'is', null).execute(),
  }
}

const inForce = (day: PlainDate) => (row: { readonly happened_on: PlainDate; readonly until: PlainDate | null }): boolean =>
  row.happened_on <= day && (row.until === null || row.until > day)

/** The ids of the actions that this person sees and the filter keeps, its words aside. */
export async function planModel(db: Db): Promise<(sight: PlanSight, filter: PlanFilter) => readonly Id<'action'>[]> {
  const rows = await loadRows(db)
  const known = new Map<PlainDate, readonly Whole[]>()
  return (sight, filter) => {
    const whole = known.get(sight.day) ?? wholePlan(rows, sight.day)
    known.set(sight.day, whole)
    return whole.filter((one) => seen(one, sight, filter) && keeps(one, filter, sight, rows)).map(({ action }) => action.id)
  }
}

function wholePlan(rows: Rows, day: PlainDate): readonly Whole[] {
  const standing = new Map(rows.transitions.filter(inForce(day)).map((row) => [row.action_id, row]))
  const statuses = new Map(rows.events.filter(inForce(day)).map((row) => [row.line_id, row.status]))
  const planned = rows.actions.filter(({ removed_at: removed }) => removed === null).map((action) => ({
    id: action.id, state: standing.get(action.id)?.state ?? null, ongoing: action.ongoing, startsOn: action.starts_on, endsOn: action.ends_on,
    forecastStartsOn: action.forecast_starts_on, forecastEndsOn: action.forecast_ends_on,
    steps: rows.steps.filter(({ action_id: id }) => id === action.id),
  }))
  const late = latenessOf(planned, rows.needs, day)
  const of = <Row extends { readonly action_id: string }>(list: readonly Row[], id: string): readonly Row[] =>
    list.filter((row) => row.action_id === id)
  return rows.actions.map((action): Whole => ({
    action, state: standing.get(action.id)?.state ?? null, since: standing.get(action.id)?.happened_on ?? null,
    orientations: of(rows.orientations, action.id), people: of(rows.people, action.id), organisations: of(rows.organisations, action.id),
    tags: of(rows.tags, action.id), places: of(rows.places, action.id), notes: of(rows.notes, action.id),
    blockings: of(rows.blockings, action.id).filter(({ since, lifted_on: lifted }) => since <= day && (lifted === null || lifted > day)),
    costs: of(rows.costs, action.id), lines: of(rows.lines, action.id).map((line) => ({ ...line, standing: statuses.get(line.id) ?? null })),
    indicators: of(rows.indicators, action.id).map((row) => row.indicator_id), documents: of(rows.attachments, action.id).length,
    needs: rows.needs.filter(({ actionId, kind }) => actionId === action.id && kind !== 'related').map(({ needsId }) => needsId),
    neededBy: rows.needs.filter(({ actionId, needsId }) => actionId === action.id || needsId === action.id).length,
    late: (late.get(action.id)?.causes ?? []).map(({ reason }) => reason),
    needsLate: rows.needs.some(({ actionId, needsId, kind }) => actionId === action.id && kind !== 'related' && late.has(needsId)),
  }))
}

function seen({ action, lines }: Whole, { scope }: PlanSight, filter: PlanFilter): boolean {
  if (filter.flags.removed === true) return scope.leads && action.removed_at !== null
  const funds = lines.some(({ funder_id: funder }) => funder !== null && scope.funders.includes(funder))
  return action.removed_at === null
    && maySee(scope, { owner: action.owner_id, delegatedOwner: action.delegated_owner_id, restricted: action.restricted, funds })
}

function keeps(one: Whole, filter: PlanFilter, sight: PlanSight, rows: Rows): boolean {
  const own = one.lines.filter(({ funder_id: id }) => id !== null && sight.scope.funders.includes(id))
  const shown = { ...one, lines: sight.scope.seesAll ? one.lines : own }
  return setNames.every((name) => (filter.sets[name] ?? [null]).some((value) =>
    value === null || (value === absent ? lacks[name](shown) : has[name](shown, value, sight, rows))))
    && flagNames.every((name) => filter.flags[name] === undefined || name === 'removed' || filter.flags[name] === holds[name](shown, sight))
    && periodNames.every((name) => {
      const [period, day] = [filter.periods[name], days[name](one)]
      return period === undefined || (day !== null && (period.from === null || day >= period.from) && (period.to === null || day <= period.to))
    })
    && numberNames.every((name) => {
      const [bounds, figure] = [filter.numbers[name], numbers[name](shown, sight)]
      return bounds === undefined
        || (figure !== null && (bounds.least === null || figure >= bounds.least) && (bounds.most === null || figure <= bounds.most))
    })
}

type Has = (one: Whole, value: string, sight: PlanSight, rows: Rows) => boolean
const role = (wanted: string): Has => ({ organisations }, value) => organisations.some((row) => row.role === wanted && row.organisation_id === value)
const named = (wanted: string): Has => ({ people }, value) =>
  people.some((row) => row.role === wanted && (row.name === value || row.person_id === value))
const tagged: Has = ({ tags }, value) => tags.some((row) => row.tag_id === value)
/** The orientation, or one it stands under. */
const under = (id: string | null, wanted: string, rows: Rows): boolean =>
  id !== null && (id === wanted || under(rows.allOrientations.find((row) => row.id === id)?.parent_id ?? null, wanted, rows))

const has: Readonly<Record<SetName, Has>> = {
  framework: ({ orientations }, value) => orientations.some((row) => row.framework_id === value),
  orientation: ({ orientations }, value, _, rows) => orientations.some((row) => under(row.orientation_id, value, rows)),
  convention: ({ action }, value) => action.convention_id === value, clause: ({ action }, value) => action.clause === value,
  state: ({ state }, value) => state === value, late: ({ late }, value) => late.some((reason) => reason === value),
  priority: ({ action }, value) => action.priority === value, nature: ({ action }, value) => action.nature === value,
  owner: ({ action }, value) => action.owner_id === value, delegatedOwner: ({ action }, value) => action.delegated_owner_id === value,
  pilot: named('pilot'), elected: named('elected'), partner: role('partner'), service: role('service'), designTeam: role('designTeam'),
  expectedFunder: role('expectedFunder'), funder: ({ lines }, value) => lines.some((line) => line.funder_id === value),
  scheme: ({ lines }, value) => lines.some((line) => line.scheme === value),
  fundingStatus: ({ lines }, value) => lines.some((line) => (line.standing ?? 'toRequest') === value),
  theme: tagged, programme: tagged, audience: tagged, zoning: tagged, tag: tagged,
  participation: ({ action }, value) => action.participation_level === value,
  commune: ({ places }, value) => places.some((place) => place.insee === value),
  indicator: ({ indicators }, value) => indicators.includes(value),
  note: ({ notes }, value, { day }) => {
    const recent = notes.some((note) => note.noted_on > plusDays(day, -90))
    return notes.length > 0 && (value === 'some' || (value === 'recent' ? recent : !recent))
  },
  lifter: ({ blockings }, value) => blockings.some((row) => row.lifter_id === value),
  undated: ({ action }, value) => (value === 'starts' ? action.starts_on === null : value === 'ends' ? action.ends_on === null && !action.ongoing
    : value === 'forecastEnds' ? action.forecast_ends_on === null : action.progress === null),
}

const noRole = (wanted: string) => ({ organisations }: Whole): boolean => !organisations.some((row) => row.role === wanted)
const noPerson = (wanted: string) => ({ people }: Whole): boolean => !people.some((row) => row.role === wanted)
const noTag = (kind: string) => ({ tags }: Whole): boolean => !tags.some((row) => row.kind === kind)
const never = (): boolean => false
const lacks: Readonly<Record<SetName, (one: Whole) => boolean>> = {
  framework: ({ orientations }) => orientations.length === 0, orientation: ({ orientations }) => orientations.length === 0,
  convention: ({ action }) => action.convention_id === null, clause: ({ action }) => action.clause === null, state: ({ state }) => state === null,
  late: never, priority: ({ action }) => action.priority === null, nature: ({ action }) => action.nature === null,
  owner: ({ action }) => action.owner_id === null, delegatedOwner: ({ action }) => action.delegated_owner_id === null, pilot: noPerson('pilot'),
  elected: noPerson('elected'), partner: noRole('partner'), service: noRole('service'), designTeam: noRole('designTeam'),
  expectedFunder: noRole('expectedFunder'), funder: ({ lines }) => lines.some((line) => line.funder_id === null), scheme: never, fundingStatus: never,
  theme: noTag('theme'), programme: noTag('programme'), audience: noTag('audience'), zoning: noTag('zoning'), tag: noTag('free'),
  participation: ({ action }) => action.participation_level === null, commune: ({ places }) => places.length === 0,
  indicator: ({ indicators }) => indicators.length === 0, note: ({ notes }) => notes.length === 0, lifter: never, undated: never,
}

const isLost = ({ standing }: Line): boolean => standing === 'refused' || standing === 'cancelled'
const holds: Readonly<Record<Exclude<FlagName, 'removed'>, (one: Whole, sight: PlanSight) => boolean>> = {
  mine: ({ action, people }, { personId, scope }) => people.some((row) => row.person_id === personId)
    || scope.authorities.some((id) => id === action.owner_id || id === action.delegated_owner_id),
  anyLate: ({ late }) => late.length > 0, blocked: ({ blockings }) => blockings.length > 0, ongoing: ({ action }) => action.ongoing,
  restricted: ({ action }) => action.restricted,
  severalFrameworks: ({ orientations }) => new Set(orientations.map((row) => row.framework_id)).size > 1,
  funded: ({ lines }) => lines.some((line) => !isLost(line)),
  leftToFinance: ({ costs, lines }, { scope }) => scope.seesAll && (['HT', 'TTC'] as const).some((basis) => {
    const cost = costs.filter((row) => row.basis === basis).reduce((sum, row) => sum + (row.planned_cents ?? 0), 0)
    const found = lines.filter((line) => line.basis === basis && !isLost(line) && line.kind !== 'advance' && line.kind !== 'landHolding')
      .reduce((sum, line) => sum + (line.amount_cents ?? 0), 0)
    return cost > found
  }),
  costed: ({ costs }) => costs.some((row) => row.planned_cents !== null), placed: ({ places }) => places.length > 0,
  documented: ({ documents }) => documents > 0, dependent: ({ neededBy }) => neededBy > 0, dependsOnLate: ({ needsLate }) => needsLate,
}

const dayOf = (moment: string): PlainDate => dayInParis(new Date(moment))
const days: Readonly<Record<PeriodName, (one: Whole) => PlainDate | null>> = {
  starts: ({ action }) => action.starts_on, ends: ({ action }) => action.ends_on, forecastStarts: ({ action }) => action.forecast_starts_on,
  forecastEnds: ({ action }) => action.forecast_ends_on, stateSince: ({ since }) => since, signed: ({ action }) => action.signed_on,
  created: ({ action }) => dayOf(action.created_at), modified: ({ action }) => dayOf(action.updated_at),
}
const costIn = (basis: 'HT' | 'TTC') => ({ costs }: Whole, { scope }: PlanSight): number | null => {
  const amounts = costs.flatMap((row) => (row.basis === basis && row.planned_cents !== null ? [row.planned_cents] : []))
  return amounts.length === 0 || !scope.seesAll ? null : amounts.reduce((sum, cents) => sum + cents, 0) / 100
}
const numbers: Readonly<Record<NumberName, (one: Whole, sight: PlanSight) => number | null>> = {
  progress: ({ action }) => action.progress, costHt: costIn('HT'), costTtc: costIn('TTC'),
  modifiedAgo: ({ action }, { day }) => daysBetween(dayOf(action.updated_at), day),
  createdAgo: ({ action }, { day }) => daysBetween(dayOf(action.created_at), day),
}
