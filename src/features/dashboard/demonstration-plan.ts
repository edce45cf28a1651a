// The plan of the demonstration, written through the stores a person's acts go through: frameworks, indicators, actions with all their parts.
import type { Kysely } from 'kysely'
import { date } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { nameKey } from '../../kernel/text.ts'
import { emptyAction } from '../../planning/action-fields.ts'
import type { ActionValues, NamedPerson, TagKind } from '../../planning/action-fields.ts'
import { actionStates } from '../../planning/action-state.ts'
import { appendToJournal } from '../../platform/journal.ts'
import type { Schema } from '../../schema.ts'
import { insertActions } from '../actions/change-sets.store.ts'
import { upsertTags } from '../actions/naming.store.ts'
import { recordTransitions } from '../actions/transitions.store.ts'
import { insertFrameworks } from '../frameworks/frameworks.store.ts'
import { insertIndicators, insertObservations } from '../frameworks/indicators.store.ts'
import { namedOrientation } from '../frameworks/orientation.rules.ts'
import { insertOrientations } from '../frameworks/orientations.store.ts'
import type { NewOrientation } from '../frameworks/orientations.store.ts'
import { readOutline } from '../frameworks/outline.rules.ts'
import { upsertOrganisations } from '../operations/operations.store.ts'
import { keepMoney, keepPosts } from './demonstration-money.ts'
import type { OrganisationOf } from './demonstration-money.ts'
import { insertActionParts } from './demonstration-parts.store.ts'
import { cellsOf, dayOf } from './demonstration-plan-file.ts'
import type { DemonstrationAction, DemonstrationPlan } from './demonstration-plan-file.ts'

type Db = Kysely<Schema>
type Writer = { readonly operationId: Id<'operation'>; readonly by: Id<'person'>; readonly at: Instant }
/** The people who have an account, by name, and the convention whose clauses the plan comes from. */
type Ground = { readonly people: ReadonlyMap<string, Id<'person'>>; readonly conventionId: Id<'convention'> }

/** Writes the whole plan in the current transaction. */
export async function preparePlan(db: Db, writer: Writer, plan: DemonstrationPlan, ground: Ground): Promise<void> {
  const keys = Object.keys(plan.organisations)
  const ids = await upsertOrganisations(db, writer.operationId, Object.values(plan.organisations))
  const organisation: OrganisationOf = (key) => ids[keys.indexOf(key)] ?? unknown(key)
  const orientations = await keepFrameworks(db, writer.operationId, plan, ground)
  const indicators = await keepIndicators(db, writer, plan, orientations)
  const actions = plan.actions.map((action) => ({ ...action, id: newId<'action'>() }))
  const tags = await keepTags(db, writer.operationId, actions)
  const set = { setId: newId<'changeSet'>(), kind: 'import' as const, label: 'Plan de la démonstration', by: writer.by, at: writer.at }
  const values = actions.map((action) => ({ id: action.id, state: null, values: valuesOf(action, { organisation, orientations, tags, ...ground }) }))
  await insertActions(db, writer.operationId, values, set)
  await recordTransitions(db, writer, actions.flatMap(({ id, states }) => states.map((state) => ({ actionId: id, ...stateOf(state) }))))
  await insertActionParts(db, partsOf(writer, plan, actions, organisation, indicators))
  await insertObservations(db, writer, actions.flatMap(({ id, indicator }) => Object.entries(indicator).flatMap(([key, [, , , , last]]) => {
    const [on, value] = (last ?? '').split(' = ')
    return value === undefined || on === undefined ? []
      : [{ indicatorId: indicators(key), actionId: id, on: date(on), value: Number(value), note: '' }]
  })))
  await keepMoney(db, writer, actions, organisation)
  await keepPosts(db, writer.operationId, plan.posts, organisation, ground.conventionId)
  await appendToJournal(db, writer.operationId, writer.by, writer.at, {
    what: 'actionCreated', objectKind: 'changeSet', objectId: set.setId, before: null, after: { actions: actions.map(({ code }) => code) },
  })
}

function unknown(key: string): never {
  throw new Error(`the demonstration names nothing called ${key}`)
}

/** Finds an orientation by its framework and its number or title. */
type OrientationOf = (framework: string, named: string) => Id<'orientation'>

async function keepFrameworks(db: Db, operationId: Id<'operation'>, { frameworks }: DemonstrationPlan,
  { conventionId }: Ground): Promise<OrientationOf> {
  const framed = frameworks.map((framework) => ({ ...framework, id: newId<'framework'>() }))
  await insertFrameworks(db, operationId, framed.map(({ id, name, kind, since, until, summary }) =>
    ({ id, name, kind, since, until, summary, conventionId: kind === 'convention' ? conventionId : null })))
  const planted = framed.flatMap(({ key, id: frameworkId, clause, orientations }) => {
    const outline = readOutline(orientations)
    const lines = outline.ok ? outline.value : unknown(key)
    const own = lines.map(() => newId<'orientation'>())
    return lines.map(({ number, title, under }, position) => {
      const provision = clause === 'by number' ? `article-${(number ?? '').replace('.', '-')}` : under === null ? clause : undefined
      const placed: NewOrientation = {
        ...namedOrientation(number, title), id: own[position] ?? unknown(key), frameworkId, position, parentId: own[under ?? -1] ?? null,
        clause: provision === undefined ? null : { conventionId, provision },
      }
      return { key, placed }
    })
  })
  await insertOrientations(db, operationId, planted.map(({ placed }) => placed))
  return (framework, named) =>
    planted.find(({ key, placed }) => key === framework && (placed.number === named || placed.title === named))?.placed.id ?? unknown(named)
}

/** Finds an indicator by its key. */
type IndicatorOf = (key: string) => Id<'indicator'>

async function keepIndicators(db: Db, writer: Writer, { indicators }: DemonstrationPlan, orientation: OrientationOf): Promise<IndicatorOf> {
  const kept = indicators.map((indicator) => ({ ...indicator, id: newId<'indicator'>() }))
  await insertIndicators(db, writer.operationId, kept.map(({ id, name, unit, kind, formula, source, on }) => {
    const [framework = '', number = ''] = (on ?? '').split('/')
    return { id, name, unit, kind, formula, source, orientationId: on === undefined ? null : orientation(framework, number) }
  }))
  await insertObservations(db, writer, kept.flatMap(({ id, values }) =>
    Object.entries(values).map(([on, value]) => ({ indicatorId: id, actionId: null, on: date(on), value, note: '' }))))
  return (key) => kept.find((one) => one.key === key)?.id ?? unknown(key)
}

type TagOf = (kind: TagKind, name: string) => Id<'tag'>
async function keepTags(db: Db, operationId: Id<'operation'>, actions: readonly DemonstrationAction[]): Promise<TagOf> {
  const named = actions.flatMap(({ tags, fact }) => [
    ...Object.entries(tags).flatMap(([kind, names]) => names.map((name) => ({ kind: kindOf(kind), name }))),
    { kind: 'free' as const, name: markOf(fact) },
  ])
  const ids = await upsertTags(db, operationId, named)
  return (kind, name) => ids[named.findIndex((one) => one.kind === kind && one.name === name)] ?? unknown(name)
}
const kindOf = (kind: string): TagKind => (kind === 'programme' || kind === 'audience' || kind === 'zoning' ? kind : 'theme')
/** Each action says whether something in it is true. */
const markOf = (fact: string | undefined): string => (fact === undefined ? 'Inventée pour la démonstration' : 'Avec un fait public')

type Named = Ground & { readonly organisation: OrganisationOf; readonly orientations: OrientationOf; readonly tags: TagOf }
function valuesOf(action: DemonstrationAction, { organisation, orientations, tags, people, conventionId }: Named): ActionValues {
  const { code, title, about, fact, owner, delegated, clause, days = '/', forecast = '/', ongoing, restricted, progress } = action
  const [startsOn, endsOn] = days.split('/').map(dayOf)
  const [forecastStartsOn, forecastEndsOn] = forecast.split('/').map(dayOf)
  const person = (name: string): NamedPerson => ({ name, personId: people.get(name) ?? null })
  const tagged = (kind: 'theme' | 'programme' | 'audience' | 'zoning') => (action.tags[kind] ?? []).map((name) => tags(kind, name))
  return {
    ...emptyAction, code, title, ongoing, restricted,
    description: `${about}\n\n${fact === undefined ? 'Action inventée pour la démonstration.' : `Fait public : ${fact}`}`,
    owner: owner === undefined ? null : organisation(owner), delegatedOwner: delegated === undefined ? null : organisation(delegated),
    clause: clause === undefined ? null : { conventionId, provision: clause }, startsOn: startsOn ?? null, endsOn: endsOn ?? null,
    forecastStartsOn: forecastStartsOn ?? null, forecastEndsOn: forecastEndsOn ?? null, priority: action.priority ?? null,
    nature: action.nature ?? null, participationLevel: action.participation ?? null, progress: progress ?? null,
    orientations: Object.entries(action.in).map(([framework, written]) => {
      const [number = '', printed] = written.split(' = ')
      return { orientationId: orientations(framework, number), code: printed ?? null }
    }),
    pilots: action.pilots.map(person), elected: action.elected.map(person), partners: action.partners.map(organisation),
    themes: tagged('theme'), programmes: tagged('programme'), audiences: tagged('audience'), zonings: tagged('zoning'),
    tags: [tags('free', markOf(fact))],
  }
}

/** « 2025-04-14 suspended (Appel d’offres infructueux) » */
function stateOf(written: string) {
  const [, on = '', word = '', reason = ''] = /^(\S+) (\w+)(?: \((.*)\))?$/.exec(written) ?? []
  return { on: date(on), state: actionStates.find((state) => state === word) ?? unknown(written), reason }
}

const insees: Readonly<Record<string, string>> = { lens: '62498', lievin: '62510', bully: '62186', mazingarbe: '62563', harnes: '62413' }

type Kept = DemonstrationAction & { readonly id: Id<'action'> }
function partsOf({ operationId, by, at }: Writer, plan: DemonstrationPlan, actions: readonly Kept[], organisation: OrganisationOf,
  indicators: IndicatorOf) {
  const inside = { operation_id: operationId }
  const coded = (code: string | undefined): Id<'action'> => actions.find((action) => action.code === code)?.id ?? unknown(code ?? '')
  return {
    action_step: actions.flatMap(({ id, steps }) => steps.map((step, rank) => {
      const [title = '', startsOn, endsOn, doneOn] = cellsOf(step)
      const kind = startsOn === '' ? 'milestone' as const : 'step' as const
      return {
        ...inside, id: newId<'step'>(), action_id: id, kind, title, starts_on: dayOf(startsOn), ends_on: dayOf(endsOn), forecast_on: null,
        done_on: dayOf(doneOn), position: rank + 1, removed_at: null,
      }
    })),
    action_place: actions.flatMap(({ id, place }) => {
      const [town = '', label = '', longitude, latitude] = cellsOf(place ?? '')
      return place === undefined ? [] : [{
        ...inside, id: newId<'place'>(), action_id: id, kind: 'address' as const, label, insee: insees[town] ?? unknown(town), parcel: null,
        longitude: Number(longitude), latitude: Number(latitude), shape: null, removed_at: null,
      }]
    }),
    action_dependency: actions.flatMap(({ id, needs }) =>
      needs.map((code) => ({ ...inside, action_id: id, needs_id: coded(code), kind: 'finishToStart' as const }))),
    action_blocking: actions.flatMap(({ id, blocked }) => (blocked === undefined ? [] : [{
      ...inside, id: newId<'blocking'>(), action_id: id, since: blocked.since, reason: blocked.reason, lifter: blocked.lifter,
      lifter_id: organisation(blocked.organisation), expected_on: blocked.expected, lifted_on: null, recorded_by: by, recorded_at: at,
    }])),
    action_indicator: actions.flatMap(({ id, indicator }) => Object.entries(indicator).map(([key, [baseline, baselineOn, target, targetOn]]) => ({
      ...inside, action_id: id, indicator_id: indicators(key), baseline: Number(baseline), baseline_on: dayOf(baselineOn), target: Number(target),
      target_on: dayOf(targetOn),
    }))),
    action_note: plan.notes.map((note) => {
      const [code, on = '', words = ''] = cellsOf(note)
      return { ...inside, id: newId<'note'>(), action_id: coded(code), noted_on: date(on), words, recorded_by: by, recorded_at: at, removed_at: null }
    }),
    action_attachment: plan.links.map((link) => {
      const [code, title = '', address = ''] = cellsOf(link)
      return {
        ...inside, id: newId<'attachment'>(), action_id: coded(code), title, document_id: null, address, added_by: by, added_at: at, removed_at: null,
      }
    }),
    saved_view: plan.views.map(({ name, query }) => ({
      ...inside, id: newId<'savedView'>(), slug: nameKey(name).replaceAll(' ', '-'), name, query, shared: true, owner_id: by, saved_at: at,
        removed_at: null,
    })),
  }
}
