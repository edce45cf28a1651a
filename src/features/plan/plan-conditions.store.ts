// Each criterion of a filter as a condition on the table `action`, in a statement where `standing` is its state of the day.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { endOfDayInParis, plusDays } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { readId } from '../../kernel/id.ts'
import { lateReasons } from '../../planning/lateness.ts'
import type { LateReason } from '../../planning/lateness.ts'
import type { FlagName, NumberName, PeriodName, SetName } from '../../planning/plan-criteria.ts'
import { flagNames, numberNames, periodNames, setNames } from '../../planning/plan-criteria.ts'
import { absent } from '../../planning/plan-filter.ts'
import type { PlanBounds, PlanFilter, PlanPeriod } from '../../planning/plan-filter.ts'
import { lateActions } from '../actions/lateness.store.ts'
import { costBetween, hasFundedBy, hasNoFunder, hasScheme, hasStatus, isFunded, unfinanced } from './money-conditions.store.ts'
import type { PlanSight } from './sight.ts'
import { answersTo } from './search.store.ts'

type Condition = RawBuilder<boolean>
/** `ids`: the values that are identifiers, to compare with a column of such. */
type Wanted = { readonly values: readonly string[]; readonly ids: readonly string[]; readonly sight: PlanSight }

/**
 * Everything the filter asks for, each part to hold. Each is asked of every action in turn, its own lists made once: left free to join them, the
 * planner takes them for short and walks from one action to the next.
 */
export function conditionsOf(filter: PlanFilter, sight: PlanSight): readonly Condition[] {
  const sets = setNames.flatMap((name) => {
    const asked = filter.sets[name]
    return asked === undefined ? [] : [ofSet(name, asked, sight)]
  })
  const flags = flagNames.filter((name) => name !== 'removed').flatMap((name) => {
    const asked = filter.flags[name]
    return asked === undefined ? [] : [asked ? holds[name](sight) : sql<boolean>`not ${holds[name](sight)}`]
  })
  const periods = periodNames.flatMap((name) => {
    const asked = filter.periods[name]
    return asked === undefined ? [] : [within[name](asked)]
  })
  const numbers = numberNames.flatMap((name) => {
    const asked = filter.numbers[name]
    return asked === undefined ? [] : [between[name](asked, sight)]
  })
  const search = answersTo(filter.words)
  return [...flags, ...sets, ...periods, ...numbers, ...(search === undefined ? [] : [search])].map(asked)
}

const asked = (condition: Condition): Condition => sql<boolean>`coalesce(${condition}, false)`

function ofSet(name: SetName, asked: readonly string[], sight: PlanSight): Condition {
  const values = asked.filter((value) => value !== absent)
  const ids = values.filter((value) => readId(value) !== undefined)
  const any = values.length === 0 ? [] : [anyOf[name]({ values, ids, sight })]
  const none = asked.includes(absent) ? [noneOf[name]] : []
  return sql<boolean>`(${sql.join([...any, ...none], sql` or `)})`
}

const texts = (values: readonly string[]) => sql`any(${values}::text[])`
const uuids = (values: readonly string[]) => sql`any(${values}::uuid[])`
const role = (role: string) => ({ ids }: Wanted): Condition => sql<boolean>`action.id in (select linked.action_id from action_organisation linked
  where linked.role = ${role} and linked.organisation_id = ${uuids(ids)})`
const noRole = (role: string): Condition =>
  sql<boolean>`action.id not in (select linked.action_id from action_organisation linked where linked.role = ${role})`
const person = (role: string) => ({ values, ids }: Wanted): Condition => sql<boolean>`action.id in (select named.action_id from action_person named
  where named.role = ${role} and (named.name = ${texts(values)} or named.person_id = ${uuids(ids)}))`
const noPerson = (role: string): Condition =>
  sql<boolean>`action.id not in (select named.action_id from action_person named where named.role = ${role})`
const tagged = ({ ids }: Wanted): Condition =>
  sql<boolean>`action.id in (select tagged.action_id from action_tag tagged where tagged.tag_id = ${uuids(ids)})`
const untagged = (kind: string): Condition => sql<boolean>`action.id not in (select tagged.action_id from action_tag tagged
  join tag on tag.operation_id = tagged.operation_id and tag.id = tagged.tag_id where tag.kind = ${kind})`
const attached = sql`select attached.action_id from action_orientation attached
  join orientation on orientation.operation_id = attached.operation_id and orientation.id = attached.orientation_id
    and orientation.removed_at is null`
const recentNotes = (day: PlainDate) => sql`select noted.action_id from action_note noted
  where noted.removed_at is null and noted.noted_on > ${plusDays(day, -90)}::date`
const notes = sql`select noted.action_id from action_note noted where noted.removed_at is null`
export const blocked = (day: PlainDate) => sql`select blocking.action_id from action_blocking blocking
  where blocking.since <= ${day}::date and (blocking.lifted_on is null or blocking.lifted_on > ${day}::date)`

/** Each late action once: the planner, that would count every way of being late, then keeps them at hand instead of finding them again. */
const late = (day: PlainDate, reason?: LateReason) => sql`(select distinct found.id from ${lateActions(day, reason)} found (id))`

/** One of these conditions by its name, for the values asked among several. */
const oneOf = (conditions: (sight: PlanSight) => Readonly<Record<string, Condition>>) => ({ values, sight }: Wanted): Condition => {
  const known = conditions(sight)
  return sql<boolean>`(${sql.join(values.map((value) => known[value] ?? sql`false`), sql` or `)})`
}

const anyOf: Readonly<Record<SetName, (wanted: Wanted) => Condition>> = {
  framework: ({ ids }) => sql<boolean>`action.id in (${attached} where orientation.framework_id = ${uuids(ids)})`,
  orientation: ({ ids }) => sql<boolean>`action.id in (with recursive below (id) as (select unnest(${ids}::uuid[])
    union select o.id from orientation o join below on o.parent_id = below.id)
    select linked.action_id from action_orientation linked join below on below.id = linked.orientation_id)`,
  convention: ({ ids }) => sql<boolean>`coalesce(action.convention_id = ${uuids(ids)}, false)`,
  clause: ({ values }) => sql<boolean>`coalesce(action.clause = ${texts(values)}, false)`,
  state: ({ values }) => sql<boolean>`coalesce(standing.state = ${texts(values)}, false)`,
  late: ({ values, sight }) => sql<boolean>`(${sql.join(lateReasons.filter((reason) => values.includes(reason))
    .map((reason) => sql`action.id in ${late(sight.day, reason)}`), sql` or `)})`,
  priority: ({ values }) => sql<boolean>`coalesce(action.priority = ${texts(values)}, false)`,
  nature: ({ values }) => sql<boolean>`coalesce(action.nature = ${texts(values)}, false)`,
  owner: ({ ids }) => sql<boolean>`coalesce(action.owner_id = ${uuids(ids)}, false)`,
  delegatedOwner: ({ ids }) => sql<boolean>`coalesce(action.delegated_owner_id = ${uuids(ids)}, false)`,
  pilot: person('pilot'), elected: person('elected'),
  partner: role('partner'), service: role('service'), designTeam: role('designTeam'), expectedFunder: role('expectedFunder'),
  funder: ({ ids, sight }) => hasFundedBy(ids, sight), scheme: ({ values, sight }) => hasScheme(values, sight),
  fundingStatus: ({ values, sight }) => hasStatus(values, sight),
  theme: tagged, programme: tagged, audience: tagged, zoning: tagged, tag: tagged,
  participation: ({ values }) => sql<boolean>`coalesce(action.participation_level = ${texts(values)}, false)`,
  commune: ({ values }) => sql<boolean>`action.id in (select place.action_id from action_place place
    where place.insee = ${texts(values)} and place.removed_at is null)`,
  indicator: ({ ids }) => sql<boolean>`action.id in (select measured.action_id from action_indicator measured
    where measured.indicator_id = ${uuids(ids)})`,
  note: oneOf(({ day }) => ({
    some: sql<boolean>`action.id in (${notes})`, recent: sql<boolean>`action.id in (${recentNotes(day)})`,
    old: sql<boolean>`(action.id in (${notes}) and action.id not in (${recentNotes(day)}))`,
  })),
  lifter: ({ ids, sight }) => sql<boolean>`action.id in (${blocked(sight.day)} and blocking.lifter_id = ${uuids(ids)})`,
  undated: oneOf(() => ({
    starts: sql<boolean>`action.starts_on is null`, ends: sql<boolean>`(action.ends_on is null and not action.ongoing)`,
    forecastEnds: sql<boolean>`action.forecast_ends_on is null`, progress: sql<boolean>`action.progress is null`,
  })),
}

const noneOf: Readonly<Record<SetName, Condition>> = {
  framework: sql<boolean>`action.id not in (${attached})`, orientation: sql<boolean>`action.id not in (${attached})`,
  convention: sql<boolean>`action.convention_id is null`, clause: sql<boolean>`action.clause is null`, state: sql<boolean>`standing.state is null`,
  late: sql<boolean>`false`, priority: sql<boolean>`action.priority is null`, nature: sql<boolean>`action.nature is null`,
  owner: sql<boolean>`action.owner_id is null`, delegatedOwner: sql<boolean>`action.delegated_owner_id is null`, pilot: noPerson('pilot'),
  elected: noPerson('elected'), partner: noRole('partner'), service: noRole('service'), designTeam: noRole('designTeam'),
  expectedFunder: noRole('expectedFunder'), funder: hasNoFunder, scheme: sql<boolean>`false`, fundingStatus: sql<boolean>`false`,
  theme: untagged('theme'), programme: untagged('programme'), audience: untagged('audience'), zoning: untagged('zoning'), tag: untagged('free'),
  participation: sql<boolean>`action.participation_level is null`,
  commune: sql<boolean>`action.id not in (select place.action_id from action_place place where place.removed_at is null)`,
  indicator: sql<boolean>`action.id not in (select measured.action_id from action_indicator measured)`,
  note: sql<boolean>`action.id not in (${notes})`, lifter: sql<boolean>`false`, undated: sql<boolean>`false`,
}

/** In the set at hand, else in what the subquery finds. */
const inSet = (known: string | undefined, found: RawBuilder<unknown>): Condition =>
  sql<boolean>`action.id in ${known === undefined ? found : sql`(select unnest(${known}::uuid[]))`}`

const holds: Readonly<Record<Exclude<FlagName, 'removed'>, (sight: PlanSight) => Condition>> = {
  mine: ({ personId, scope }) => sql<boolean>`(action.id in (select named.action_id from action_person named
      where named.person_id = ${personId}::uuid)
    or coalesce(action.owner_id = ${uuids(scope.authorities)}, false) or coalesce(action.delegated_owner_id = ${uuids(scope.authorities)}, false))`,
  anyLate: ({ day, known }) => inSet(known?.late, late(day)),
  blocked: ({ day }) => sql<boolean>`action.id in (${blocked(day)})`,
  ongoing: () => sql<boolean>`action.ongoing`, restricted: () => sql<boolean>`action.restricted`,
  severalFrameworks: () => sql<boolean>`action.id in (${attached} group by attached.action_id having count(distinct orientation.framework_id) > 1)`,
  // Nobody tells a funder the money of others.
  funded: isFunded, leftToFinance: ({ scope, day, known }) => (scope.seesAll ? inSet(known?.leftToFinance, unfinanced(day)) : sql<boolean>`false`),
  costed: () => sql<boolean>`action.id in (select cost.action_id from cost_line cost
    where cost.removed_at is null and cost.planned_cents is not null)`,
  placed: () => sql<boolean>`action.id in (select place.action_id from action_place place where place.removed_at is null)`,
  documented: () => sql<boolean>`action.id in (select kept.action_id from action_attachment kept where kept.removed_at is null)`,
  dependent: () => sql<boolean>`(action.id in (select tied.action_id from action_dependency tied)
    or action.id in (select tied.needs_id from action_dependency tied))`,
  dependsOnLate: ({ day }) => sql<boolean>`action.id in (select tied.action_id from action_dependency tied
    where tied.kind <> 'related' and tied.needs_id in ${late(day)})`,
}

const days = (column: RawBuilder<unknown>) => ({ from, to }: PlanPeriod): Condition =>
  sql<boolean>`coalesce(${column} >= coalesce(${from}::date, '-infinity'::date) and ${column} <= coalesce(${to}::date, 'infinity'::date), false)`
/** A moment within two days of Paris. */
const moments = (column: RawBuilder<unknown>) => ({ from, to }: PlanPeriod): Condition => {
  const [after, until] = [from === null ? '-infinity' : endOfDayInParis(plusDays(from, -1)), to === null ? 'infinity' : endOfDayInParis(to)]
  return sql<boolean>`(${column} > ${after}::timestamptz and ${column} <= ${until}::timestamptz)`
}
const within: Readonly<Record<PeriodName, (period: PlanPeriod) => Condition>> = {
  starts: days(sql`action.starts_on`), ends: days(sql`action.ends_on`), forecastStarts: days(sql`action.forecast_starts_on`),
  forecastEnds: days(sql`action.forecast_ends_on`), stateSince: days(sql`standing.happened_on`), signed: days(sql`action.signed_on`),
  created: moments(sql`action.created_at`), modified: moments(sql`action.updated_at`),
}

const ago = (column: RawBuilder<unknown>) => ({ least, most }: PlanBounds, { day }: PlanSight): Condition =>
  moments(column)({ from: most === null ? null : plusDays(day, -most), to: least === null ? null : plusDays(day, -least) })
const between: Readonly<Record<NumberName, (bounds: PlanBounds, sight: PlanSight) => Condition>> = {
  progress: ({ least, most }) => sql<boolean>`coalesce(action.progress >= ${least ?? 0} and action.progress <= ${most ?? 100}, false)`,
  costHt: (bounds, sight) => costBetween('HT', bounds, sight), costTtc: (bounds, sight) => costBetween('TTC', bounds, sight),
  modifiedAgo: ago(sql`action.updated_at`), createdAgo: ago(sql`action.created_at`),
}
