// The fences between operations, tried from inside another one: every table and every route there is, found by itself.
import { expect, it } from 'vitest'
import { sql } from 'kysely'
import pg from 'pg'
import type { Hono } from 'hono'
import { demonstrationAccounts } from './features/people/demonstration.ts'
import { prepareDemonstration } from './features/dashboard/demonstration.ts'
import type { Id } from './kernel/id.ts'
import { inTenant } from './platform/database.ts'
import type { Env } from './platform/web.ts'
import { paths } from './paths.ts'
import { startApp } from './testing/app.ts'
import type { TestApp } from './testing/app.ts'
import { clientOf } from './testing/client.ts'
import type { Client } from './testing/client.ts'
import { onEachEngine } from './testing/database.ts'
import type { TestDatabase } from './testing/database.ts'
import { liveOn } from './testing/live-operation.ts'
import type { Identifiers } from './testing/live-operation.ts'

/** Routes outside any operation, and who may call them. */
const everybody = [
  'GET /', 'GET /accessibilite', 'GET /design', 'GET /aide', 'GET /aide/:page', 'POST /theme', 'GET /sante', 'GET /assets/*', 'GET /territoires',
  'GET /territoires/epci/:siren', 'GET /territoires/communes/:insee', 'GET /fond-de-carte',
  'GET /leviers', 'GET /leviers/:lever',
  'GET /adresse', 'POST /adresse/attestations', 'GET /adresses', 'GET /attestations', 'GET /attestations/:code', 'GET /attestations/:code/:format',
  'GET /api/v1/effets', 'POST /api/v1/effets/lot',
  'GET /regles', 'GET /regles/:rule', 'GET /registre', 'GET /registre/liste.csv', 'GET /registre/flux.atom', 'GET /registre/:siren',
]
const account = [
  'GET /connexion', 'POST /connexion', 'POST /connexion/demonstration', 'POST /deconnexion', 'GET /compte', 'POST /compte/nom',
  'POST /compte/mot-de-passe', 'POST /compte/sessions/:session/revocation', 'GET /compte/rappels', 'POST /compte/rappels',
  'POST /compte/rappels/calendriers', 'POST /compte/rappels/calendriers/:feed/revocation',
]
/** What a secret in the address opens, to programs as to people. */
const bySecretAlone = ['GET /calendriers/:token', 'GET /rappels/:token', 'POST /rappels/:token']
const operationsOfOnesOwn = ['GET /operations', 'GET /operations/nouvelle', 'POST /operations', 'GET /depot', 'POST /depot']
/** Routes inside an operation that a secret opens, not a mandate. */
const bySecret = ['GET /operations/:operation/invitations/:token', 'POST /operations/:operation/invitations/:token']

type Route = { readonly method: string; readonly path: string; readonly name: string }
/** What the program answers to; a middleware is no route. */
function routesOf(app: Hono<Env>): readonly Route[] {
  const found = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => ({ method, path, name: `${method} ${path}` }))
  return [...new Map(found.map((route) => [route.name, route])).values()]
}

const addressOf = (path: string, slug: string, identifiers: Identifiers): string =>
  path.replace(/:(\w+)/g,
    (_, name: string) => (name === 'operation' ? slug : (identifiers[name] ?? missing(`an identifier for :${name} of ${path}`))))

/** Fields good enough for every form to be looked at, so that a refusal is that of the fence. */
const form: Readonly<Record<string, string>> = {
  verdict: 'accepted', version: '0', name: 'Intrusion', mainTown: '', slug: 'intrusion', type: 'rate', percent: '5', facts: '',
  email: 'intrus@essai.example', role: 'lawyer', capacity: 'x', password: 'une phrase à retenir',
}
const call = (browser: Client, { method }: Route, address: string): Promise<Response> =>
  (method === 'GET' ? browser.get(address) : browser.post(address, form))

type Scene = {
  readonly app: TestApp; readonly database: TestDatabase
  /** The demonstration, with someone who leads it; a second one with someone who leads that. */
  readonly slug: string; readonly id: Id<'operation'>; readonly lead: Client; readonly identifiers: Identifiers; readonly ownIdentifiers: Identifiers
  readonly intruder: Client
}
const scenes = new Map<() => Promise<TestDatabase>, Promise<Scene>>()
/** The scene of this suite, the same at each call. */
function scene(open: () => Promise<TestDatabase>): Promise<Scene> {
  const known = scenes.get(open) ?? makeScene(open)
  scenes.set(open, known)
  return known
}

function missing(what: string): never {
  throw new Error(`${what}: add it to this test`)
}

async function makeScene(open: () => Promise<TestDatabase>): Promise<Scene> {
  const app = await startApp(open, { demonstration: true })
  await prepareDemonstration(app.services, 'demonstration')
  const { database } = app
  const { id, slug } =
    await database.kysely.selectFrom('operation').select(['operation_id as id', 'slug']).where('demonstration', '=', true).executeTakeFirstOrThrow()
  const lead = clientOf(app.app, {})
  expect((await lead.post(paths.demonstrationSignIn(), { email: demonstrationAccounts[0]?.email ?? '' })).status).toBe(303)
  const identifiers = await liveOn(app, lead, id, slug)
  const ownIdentifiers = await liveOn(app, app.as('projectLead'), app.operation.id, app.operation.slug)
  return { app, database, id, slug, lead, identifiers, ownIdentifiers, intruder: app.as('projectLead') }
}

const tenantTables = async (database: TestDatabase): Promise<readonly string[]> => (await sql<{ name: string }>`
  select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'operation_id'
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and c.relname not in ('operation', 'operation_access', 'calendar_feed') order by 1`.execute(database.kysely)).rows.map(({ name }) => name)

/** Asks as the superuser, whom no fence stops. */
async function behind<Row extends pg.QueryResultRow>(database: TestDatabase, statement: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(database.superuser)
  await client.connect()
  try {
    return (await client.query<Row>(statement, [...values])).rows
  } finally {
    await client.end()
  }
}

/** Number of rows and a seal over all of them, per table, of one operation. */
const stateOf = async (
  database: TestDatabase, tables: readonly string[], id: string,
): Promise<Readonly<Record<string, string>>> => Object.fromEntries(await Promise.all(tables.map(async (table) => {
  const [row] = await behind<{ state: string }>(database,
    `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as state from ${table} t where operation_id = $1`, [id])
  return [table, row?.state ?? ''] as const
})))

onEachEngine('from inside another operation', (open) => {
  it('no row of any table is seen, though each table has some', async () => {
    const { app, database, id } = await scene(open)
    const tables = await tenantTables(database)
    expect(tables.length).toBeGreaterThan(15)
    for (const table of tables) {
      const [there] = await behind<{ count: number }>(database, `select count(*)::int as count from ${table} where operation_id = $1`, [id])
      expect([table, (there?.count ?? 0) > 0]).toEqual([table, true])
      const [seen, own, outside] = await Promise.all([app.operation.id, id,
        null].map((operationId) => inTenant(database, { operationId, personId: null }, async (db) =>
        (await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)} where operation_id = ${id}`.execute(
          db,
        )).rows[0]?.count)))
      expect([table, seen, own, outside]).toEqual([table, 0, there?.count, 0])
    }
  })

  it('no row is changed, removed or brought in', async () => {
    const { app, database, id } = await scene(open)
    const tables = await tenantTables(database)
    const before = await stateOf(database, tables, id)
    const inside = { operationId: app.operation.id, personId: null }
    for (const table of tables) {
      for (const verb of [sql`update ${sql.table(table)} set operation_id = operation_id`, sql`delete from ${sql.table(table)}`]) {
        const touched = await inTenant(database, inside, async (db) => (await sql`${verb} where operation_id = ${id}`.execute(db)).numAffectedRows)
          .catch((error: unknown) => String(error))
        expect([table, touched === 0n || /permission denied/.test(String(touched))]).toEqual([table, true])
      }
      const [row] =
        await behind<{ row: string }>(database, `select row_to_json(t)::text as row from ${table} t where operation_id = $1 limit 1`, [id])
      const written = sql.join((await behind<{ name: string }>(database, `select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`, [table])).map(({ name }) => sql.ref(name)))
      const brought = inTenant(database, inside, (db) => sql`insert into ${sql.table(table)} (${written})
        select ${written} from jsonb_populate_record(null::${sql.table(table)}, ${row?.row}::jsonb)`.execute(db))
      await expect(brought, table).rejects.toThrow('row-level security')
    }
    const renamed =
      await inTenant(database, inside, (db) => db.updateTable('operation').set({ name: 'Prise' }).where('operation_id', '=', id).executeTakeFirst())
    expect(renamed.numUpdatedRows).toBe(0n)
    expect(await stateOf(database, tables, id)).toEqual(before)
  })

  it('what was decided, read or written once is never changed, even inside its own operation', async () => {
    const { database, id } = await scene(open)
    const writtenOnce = [
      'journal_entry', 'fact', 'fact_decision', 'document', 'document_content', 'act', 'unread_instruction', 'obligation_entry',
      'obligation_withdrawal', 'proposal_dismissal', 'grant_list', 'listed_grant', 'change_set', 'change', 'tag',
      'sector_version',
    ]
    for (const table of writtenOnce) {
      for (const verb of [sql`update ${sql.table(table)} set operation_id = operation_id`, sql`delete from ${sql.table(table)}`]) {
        await expect(inTenant(database, { operationId: id, personId: null }, (db) => verb.execute(db)), table).rejects.toThrow('permission denied')
      }
    }
  })
})

onEachEngine('every route', (open) => {
  it('is inside an operation, or is declared here as open to everybody or to one’s own account', async () => {
    const { app } = await scene(open)
    const outside = routesOf(app.app).filter(({ path }) => !path.includes(':operation')).map(({ name }) => name)
    expect([...outside].sort()).toEqual([...everybody, ...account, ...operationsOfOnesOwn, ...bySecretAlone].sort())
  })

  it('of an operation answers its own people', async () => {
    const { app, lead, slug, identifiers } = await scene(open)
    const asked = routesOf(app.app).filter(({ path, method }) => path.includes(':operation') && method === 'GET')
    // One after the other: all at once, a slow machine would have pages wait in vain for one of the four connections of a test.
    const answers = []
    for (const route of asked) answers.push([route.name, (await call(lead, route, addressOf(route.path, slug, identifiers))).status])
    // A saved view, and what a form alone opens, lead to another page.
    expect(answers.filter(([, status]) => status !== 200 && status !== 302 && status !== 303)).toEqual([])
  })

  it('of an operation is not there for the people of another', async () => {
    const { app, database, slug, id, identifiers, intruder } = await scene(open)
    const before = await stateOf(database, await tenantTables(database), id)
    const asked = routesOf(app.app).filter(({ path, name }) => path.includes(':operation') && !bySecret.includes(name))
    const answers = []
    for (const route of asked) answers.push([route.name, (await call(intruder, route, addressOf(route.path, slug, identifiers))).status])
    expect(asked.length).toBeGreaterThan(20)
    expect(answers).toEqual(asked.map(({ name }) => [name, 404]))
    expect(await stateOf(database, await tenantTables(database), id)).toEqual(before)
  })

  it('knows nothing, in one’s own operation, of what is in another: all of it, or one identifier among one’s own', async () => {
    const { app, database, id, identifiers, ownIdentifiers, intruder } = await scene(open)
    const before = await stateOf(database, await tenantTables(database), id)
    // A year, a number, a field, a format or a paper names no row: it is the same in every operation.
    const inner = (path: string): readonly string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
      .filter((name) => !['operation', 'year', 'number', 'field', 'format', 'paper'].includes(name))
    const asked = routesOf(app.app).filter(({ path }) => path.includes(':operation') && inner(path).length > 0)
    const answers = []
    for (const route of asked) {
      const mixes = [identifiers, ...inner(route.path).map((name) => ({ ...identifiers, ...ownIdentifiers, [name]: identifiers[name] ?? '' }))]
      for (const mix of mixes) answers.push([route.name, (await call(intruder, route, addressOf(route.path, app.operation.slug, mix))).status])
    }
    expect(asked.length).toBeGreaterThan(10)
    expect(answers).toEqual(answers.map(([name]) => [name, 404]))
    expect(await stateOf(database, await tenantTables(database), id)).toEqual(before)
  })

  it('of an operation sends to sign-in who is not known', async () => {
    const { app, slug, identifiers } = await scene(open)
    const asked = routesOf(app.app).filter(({ path, name }) => path.includes(':operation') && !bySecret.includes(name))
    const answers =
      await Promise.all(asked.map(async (route) => [route.name, (await call(app.visitor(), route, addressOf(route.path, slug, identifiers))).status]))
    expect(answers).toEqual(asked.map(({ name, method }) => [name, method === 'GET' ? 303 : 401]))
  })

  it('that changes an operation does something for those who may: the refusals above are those of the fence', async () => {
    const { app, lead, slug, identifiers } = await scene(open)
    const last = ['mandateEnd', 'revocation', 'publication', 'retrait']
    // What is taken out goes before what held it.
    const rank = ({ path }: Route): number => last.findIndex((word) => path.includes(word))
    const asked = routesOf(app.app).filter(({ path, name, method }) => path.includes(':operation') && method !== 'GET' && !bySecret.includes(name))
      .sort((one, other) => rank(one) - rank(other) || (rank(one) === -1 ? 0 : other.path.length - one.path.length))
    const answers = []
    for (const route of asked) answers.push([route.name, (await call(lead, route, addressOf(route.path, slug, identifiers))).status])
    expect(answers.filter(([, status]) => status !== 303 && status !== 200 && status !== 409 && status !== 422)).toEqual([])
  })
})
