// The lists of the plan against a plan held in memory: any filter, anyone who looks, any day; then the search, the order, the groups.
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { date, instant } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { choicesOf, filterCriteria, flagNames, numberNames, periodNames, setNames } from '../../planning/plan-criteria.ts'
import type { SetName } from '../../planning/plan-criteria.ts'
import { absent, noFilter } from '../../planning/plan-filter.ts'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import { searchText } from '../../planning/search-text.ts'
import { inTenant } from '../../platform/database.ts'
import { scopeOf } from '../../planning/scope.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { ask } from '../../testing/ask.ts'
import { fillBigPlan } from '../../testing/big-plan.ts'
import { onEachEngine } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { planModel } from '../../testing/plan-model.ts'
import { countPlan, idsOfPlan, listGroupedPlan, listPlan } from './plan.store.ts'
import type { PlanSight } from './sight.ts'
import { knowingSets } from './whole-sets.store.ts'

const byCode = { by: 'code', descending: false } as const
const today = date('2026-03-12')

/** A plan of 120 actions, with a little of what the generator leaves out. */
async function aPlan(open: () => Promise<TestDatabase>): Promise<TestApp> {
  const app = await startApp(open)
  const by = app.people.projectLead.id
  await inTenant(app.database, { operationId: app.operation.id, personId: by }, async (db) => {
    await fillBigPlan(db, app.operation.id, { actions: 120, linesPerAction: 2, by })
    const nth = sql`right(code, 5)::integer`
    await sql`update action set participation_level = case when ${nth} % 3 = 0 then 'information' end, delegated_owner_id = case when ${nth} % 7 = 0
      then ${app.organisations.commune}::uuid end, signed_on = case when ${nth} % 5 = 0 then date '2024-05-01' + ${nth} end,
      forecast_starts_on = case when ${nth} % 11 = 0 then starts_on + 40 end, removed_at = case when ${nth} % 37 = 0 then now() end`.execute(db)
    await sql`update action_person set person_id = ${by}::uuid where name like '%7'`.execute(db)
    await sql`update action_blocking set lifter_id = ${app.organisations.epci}::uuid`.execute(db)
    await sql`insert into indicator (operation_id, id, name, kind) values (${app.operation.id}, ${newId()}, 'Logements remis', 'result')`.execute(db)
    await sql`insert into action_indicator (operation_id, action_id, indicator_id) select ${app.operation.id}, a.id, i.id from action a, indicator i
      where right(a.code, 5)::integer % 4 = 1`.execute(db)
    await sql`insert into action_attachment (operation_id, id, action_id, title, address, added_by, added_at) select ${app.operation.id},
      gen_random_uuid(), id, 'Étude', 'https://exemple.example', ${by}::uuid, now() from action where ${nth} % 6 = 0`.execute(db)
  })
  await ask(app.database.owner, 'analyze action, action_transition, action_orientation, funding_line, funding_event')
  return app
}

const scenes = new Map<() => Promise<TestDatabase>, Promise<TestApp>>()
const scene = (open: () => Promise<TestDatabase>): Promise<TestApp> => {
  const known = scenes.get(open) ?? aPlan(open)
  scenes.set(open, known)
  return known
}
const sightOf = (app: TestApp, role: 'projectLead' | 'townLead' | 'elected' | 'funder', organisationId: Id<'organisation'>): PlanSight =>
  ({ operationId: app.operation.id, scope: scopeOf([{ role, organisationId }]), personId: app.people.projectLead.id, day: today })

/** Values worth asking of each criterion, out of the plan itself. */
async function valuesIn(app: TestApp): Promise<Readonly<Partial<Record<SetName, readonly string[]>>>> {
  return await app.inside(async (db) => {
    const ids = async (rows: Promise<readonly { id: string }[]>) => (await rows).map(({ id }) => id)
    const organisations = await ids(db.selectFrom('organisation').select('id').limit(14).execute())
    const tags = await ids(db.selectFrom('tag').select('id').limit(20).execute())
    const all = { owner: organisations, delegatedOwner: organisations, partner: organisations, service: organisations, designTeam: organisations,
      expectedFunder: organisations, funder: organisations, lifter: organisations, theme: tags, programme: tags, audience: tags, zoning: tags, tag: tags }
    return {
      ...all, framework: await ids(db.selectFrom('framework').select('id').execute()), pilot: ['Personne 12', 'Personne 20', app.people.projectLead.id],
      orientation: await ids(db.selectFrom('orientation').select('id').execute()), elected: ['Personne 31', app.people.projectLead.id],
      indicator: await ids(db.selectFrom('indicator').select('id').execute()), scheme: ['DETR', 'DSIL'], commune: ['62498', '62510'],
      convention: [newId()], clause: ['article-5'],
    }
  })
}

/** Filters of one to three criteria of these values. */
function filtersOf(values: Readonly<Partial<Record<SetName, readonly string[]>>>): fc.Arbitrary<PlanFilter> {
  const day = fc.integer({ min: 0, max: 1800 }).map((count) => date(new Date(Date.UTC(2023, 0, 1 + count)).toISOString().slice(0, 10)))
  const ends = <End extends string | number>(end: fc.Arbitrary<End>) => fc.tuple(fc.option(end), fc.option(end)).filter(([one, other]) =>
    (one !== null || other !== null) && (one === null || other === null || one <= other))
  const set = fc.constantFrom(...setNames).chain((name) => {
    const known = values[name] ?? choicesOf(name)
    const asked = filterCriteria.sets[name].absent ? [...known, absent, absent] : known
    return fc.uniqueArray(fc.constantFrom(...asked), { minLength: 1, maxLength: 3 }).map((some): Partial<PlanFilter> => ({ sets: { [name]: some.sort() } }))
  })
  const flag = fc.tuple(fc.constantFrom(...flagNames), fc.boolean()).map(([name, value]): Partial<PlanFilter> => ({ flags: { [name]: value } }))
  const period = fc.tuple(fc.constantFrom(...periodNames), ends(day)).map(([name, [from, to]]): Partial<PlanFilter> => ({ periods: { [name]: { from, to } } }))
  const number = fc.constantFrom(...numberNames).chain((name) => {
    const most = name === 'progress' ? 100 : name.startsWith('cost') ? 900_000 : 600
    return ends(fc.integer({ min: 0, max: most })).map(([least, highest]): Partial<PlanFilter> => ({ numbers: { [name]: { least, most: highest } } }))
  })
  return fc.array(fc.oneof({ weight: 4, arbitrary: set }, { weight: 2, arbitrary: flag }, period, number), { minLength: 1, maxLength: 3 }).map((parts) =>
    parts.reduce<PlanFilter>((filter, part) => ({
      words: '', sets: { ...filter.sets, ...part.sets }, flags: { ...filter.flags, ...part.flags }, periods: { ...filter.periods, ...part.periods },
      numbers: { ...filter.numbers, ...part.numbers },
    }), noFilter))
}

onEachEngine('the lists of the plan', (open) => {
  it('hold the actions that each criterion means, whoever looks', async () => {
    const app = await scene(open)
    const expected = await app.inside(planModel)
    const { id: bearing } = await app.inside((db) => db.selectFrom('organisation').select('id').where('name', 'like', 'Ville du%').limit(1).executeTakeFirstOrThrow())
    const sights = [sightOf(app, 'projectLead', app.organisations.epci), sightOf(app, 'townLead', bearing), sightOf(app, 'elected', app.organisations.epci),
      sightOf(app, 'funder', bearing)]
    await app.inside(async (db) => {
      await fc.assert(fc.asyncProperty(filtersOf(await valuesIn(app)), fc.constantFrom(...sights), fc.boolean(), async (filter, sight, knowing) => {
        const found = await idsOfPlan(db, knowing ? await knowingSets(db, sight, filter) : sight, filter, byCode)
        expect(found.map(({ id }) => id).sort()).toEqual([...expected(sight, filter)].sort())
      }), { numRuns: 80 })
    })
    for (const sight of sights) {
      const seen = expected(sight, noFilter)
      expect(seen.length).toBeGreaterThan(2)
      expect(await app.inside((db) => countPlan(db, sight, noFilter))).toBe(seen.length)
    }
  })

  it('come in pages that follow each other, in any order', async () => {
    const app = await scene(open)
    const sight = sightOf(app, 'projectLead', app.organisations.epci)
    await app.inside(async (db) => {
      for (const by of ['code', 'title', 'state', 'owner', 'cost', 'progress', 'modified'] as const) {
        const sort = { by, descending: by === 'cost' }
        const all = await idsOfPlan(db, sight, noFilter, sort)
        const pages = [1, 2, 3].map((page) => listPlan(db, sight, noFilter, { sort, page, most: 50 }))
        const listed = await Promise.all(pages)
        expect(listed.flatMap(({ lines }) => lines.map(({ id }) => id))).toEqual(all.map(({ id }) => id))
        expect(listed.map(({ total }) => total)).toEqual([all.length, all.length, all.length])
      }
    })
  })

  it('come in groups that hold each action as many times as it belongs', async () => {
    const app = await scene(open)
    const sight = sightOf(app, 'projectLead', app.organisations.epci)
    await app.inside(async (db) => {
      const total = await countPlan(db, sight, noFilter)
      for (const group of ['state', 'priority', 'owner', 'nature', 'framework', 'orientation', 'pilot', 'theme', 'commune'] as const) {
        const ofAll = (keys: readonly string[], page: number, most: number) => listGroupedPlan(db, sight, noFilter, group, keys, { sort: byCode, page, most })
        const keys = (await ofAll([], 1, 1)).counts.flatMap(({ key }) => key ?? []).toReversed()
        const { counts, lines, total: once } = await ofAll(keys, 1, 1000)
        expect(once).toBe(total)
        expect((await ofAll(keys, 2, 30)).lines).toEqual(lines.slice(30, 60))
        expect([...new Set(lines.map((line) => line.group))]).toEqual([...keys, ...(counts.some(({ key }) => key === null) ? [null] : [])])
        for (const { key, count } of counts) {
          expect(lines.filter((line) => line.group === key)).toHaveLength(count)
          const alone = key === null ? [absent] : [key]
          expect(await countPlan(db, sight, { ...noFilter, sets: { [group]: alone } })).toBeGreaterThanOrEqual(group === 'commune' && key === null ? 0 : count)
        }
        expect(new Set(lines.map(({ id }) => id)).size).toBe(total)
      }
    })
  })
})

onEachEngine('the search of the plan', (open) => {
  const titles = ['Réhabilitation d’un logement vacant rue Gambetta', 'Création de logements sociaux', 'Restructuration de l’école Jaurès',
    'Étude des commerces vacants', 'Place du marché : pavage', 'Marché de la place haute', 'Été des écoles', 'Îlot d’habitat ancien'] as const

  it.each([
    ['logements vacants', [0]], ['logement vacant', [0]], ['ecole', [2, 6]], ['école', [2, 6]], ['l’école', [2, 6]], ['ÉCOLES', [2, 6]],
    ['"place du marché"', [4]], ['« place du marché »', [4]], ['place marché', [4, 5]], ['vacants -commerces', [0]], ['reha', [0]], ['ilot', [7]],
    ['Z-4', [3]], ['z-4', [3]], ['rien de tel', []], ['-logement', [2, 3, 4, 5, 6, 7]], ['logem', [0, 1]], ['%', [0, 1, 2, 3, 4, 5, 6, 7]],
  ] as const)('finds by %s', async (words, ranks) => {
    const app = await scene(open)
    const [by, at] = [app.people.projectLead.id, instant(app.services.clock())]
    const sight = sightOf(app, 'projectLead', app.organisations.epci)
    await inTenant(app.database, { operationId: app.operation.id, personId: by }, async (db) => {
      const { there } = await db.selectFrom('action').select((eb) => eb.fn.countAll<string>().as('there')).where('code', 'like', 'Z-%').executeTakeFirstOrThrow()
      if (Number(there) === 0) {
        await db.insertInto('action').values(titles.map((title, rank) => ({
          operation_id: app.operation.id, id: newId<'action'>(), code: `Z-${rank + 1}`, title, search: searchText([`Z-${rank + 1}`, title]),
          created_at: at, created_by: by, updated_at: at, updated_by: by,
        }))).execute()
      }
    })
    await app.inside(async (db) => {
      const found = await idsOfPlan(db, sight, { ...noFilter, words }, { by: 'relevance', descending: false })
      const known = await db.selectFrom('action').select(['id', 'title', 'code']).execute()
      const ours = found.map(({ id }) => known.find((one) => one.id === id)?.code ?? '').filter((code) => code.startsWith('Z-'))
      expect([...ours].sort()).toEqual(ranks.map((rank) => `Z-${rank + 1}`))
    })
  })
})
