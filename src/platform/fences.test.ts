// The fences between operations, read from the catalogue of the migrated database: no table forgotten, no key that leaves its tenant.
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { onEachEngine, type TestDatabase } from '../testing/database.ts'

/** Tables outside any operation, and why. */
const outside: Readonly<Record<string, string>> = {
  address_load: 'the national base of addresses is of no operation',
  address_numbers: 'the national base of addresses is of no operation',
  address_street: 'the national base of addresses is of no operation',
  address_word: 'the national base of addresses is of no operation',
  certificate: 'a certificate is verified by anyone, and outlives the operation',
  commune_contour: 'a commune may lie in several operations',
  migration: 'what was applied to the schema',
  person: 'one person may work in several operations',
  register_row: 'a list of the State is of no operation',
  register_vintage: 'a list of the State is of no operation',
  reminder_preference: 'one person is reminded of all their operations at once',
  reminder_sending: 'one person is reminded of all their operations at once',
  session: 'a session is of a person',
  sign_in_attempt: 'before anyone is known',
}
/** Tables of the directory, read from outside to find the operation of an address, public or secret. */
const directory = ['operation', 'operation_access', 'calendar_feed']
const fence = "(operation_id = ( SELECT (NULLIF(current_setting('chapeau.operation'::text, true), ''::text))::uuid AS \"nullif\"))"

const names = async (database: TestDatabase, query: ReturnType<typeof sql<{ name: string }>>): Promise<readonly string[]> =>
  (await query.execute(database.kysely)).rows.map(({ name }) => name)

const tables = sql`select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'operation_id' and not a.attisdropped) as tenant
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`

onEachEngine('every table', (open) => {
  it('belongs to an operation, or is one of the few that cannot', async () => {
    const database = await open()
    expect(await names(database, sql`select relname as name from (${tables}) t where not tenant order by 1`)).toEqual(Object.keys(outside).sort())
  })

  it('of an operation shows and accepts its own rows only, even to its owner, by one policy, the same everywhere', async () => {
    const database = await open()
    const { rows } = await sql<{ name: string; forced: boolean; policies: readonly string[] }>`
      select relname as name, relrowsecurity and relforcerowsecurity as forced,
        (select coalesce(json_agg(
           concat_ws(' ', polname, polcmd, pg_get_expr(polqual, t.oid), pg_get_expr(polwithcheck, t.oid)) order by polname), '[]')
         from pg_policy where polrelid = t.oid and polpermissive) as policies
      from (${tables}) t where tenant order by 1`.execute(database.kysely)
    const fenced = rows.filter(({ name }) => !directory.includes(name))
    expect(fenced.length).toBeGreaterThan(0)
    expect(fenced).toEqual(fenced.map(({ name }) => ({ name, forced: true, policies: [`tenant * ${fence} ${fence}`] })))
  })

  it('of an operation has the operation first in its primary key, its unique constraints and its references', async () => {
    const database = await open()
    const loose = sql<{ name: string }>`
      select format('%s of %s', conname, t.relname) as name
      from pg_constraint c join (${tables}) t on t.oid = c.conrelid left join (${tables}) target on target.oid = c.confrelid
      where t.tenant and t.relname <> all (${directory}) and c.contype in ('p', 'u', 'f') and (c.contype <> 'f' or target.tenant)
        and (select attname from pg_attribute where attrelid = c.conrelid and attnum = c.conkey[1]) <> 'operation_id'
      union all
      select format('%s of %s', i.indexrelid::regclass, t.relname)
      from pg_index i join (${tables}) t on t.oid = i.indrelid
      where t.tenant and t.relname <> all (${directory})
        and i.indkey[0] <> (select attnum from pg_attribute where attrelid = t.oid and attname = 'operation_id')`
    expect(await names(database, loose)).toEqual([])
  })

  it('gives the requests no way around: no truncation, no table of their own, and a journal that is only added to', async () => {
    const database = await open()
    const rights = sql<{ name: string }>`
      select format('%s %s', privilege, relname) as name
      from (${tables}) t cross join unnest(array['truncate', 'references', 'trigger', 'delete', 'update']) as privilege
      where has_table_privilege('chapeau_app', t.oid, privilege)
        and (privilege in ('truncate', 'references', 'trigger') or relname in ('journal_entry', 'migration', 'document', 'document_content'))`
    expect(await names(database, rights)).toEqual([])
    expect(await names(database, sql`select 'may create' as name where has_schema_privilege('chapeau_app', 'public', 'create')`)).toEqual([])
  })
})
