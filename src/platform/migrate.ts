// Brings the database to the schema of this program: plain SQL files, forward only, once each, in their order, under a lock.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startRefusal } from './config.ts'
import { applicationRole } from './database.ts'

type Migration = { readonly number: number; readonly name: string; readonly text: string; readonly checksum: string }
type MigrationReport = { readonly applied: readonly string[]; readonly total: number }
type Applied = { readonly number: number; readonly name: string; readonly checksum: string }

/** One migration at a time in a database, whatever the number of processes that start together. */
const lock = 4_242_100

/** The files `0001_name.sql` of a folder, in order; refuses two of a number and a gap. */
export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql')).sort()
  return names.map((name, index) => {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1])
    if (number !== index + 1) {
      throw startRefusal(`Le fichier de migration « ${name} » n’est pas à sa place : le numéro ${String(index + 1).padStart(4, '0')} est attendu.`)
    }
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { number, name, text, checksum: createHash('sha256').update(text).digest('hex') }
  })
}

/** Applies what is missing, as the owner of the tables. A migration that fails is undone whole, and those after it are not tried. */
export async function migrate(connection: pg.ClientConfig, folder: string): Promise<MigrationReport> {
  const migrations = readMigrations(folder)
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    await refuseOldServer(client)
    await client.query('select pg_advisory_lock($1)', [lock])
    await ensureRole(client)
    await client.query(`create table if not exists migration (
      number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query<Applied>('select number, name, checksum from migration order by number')
    refuseDivergence(rows, migrations)
    const missing = migrations.slice(rows.length)
    for (const migration of missing) await apply(client, migration)
    return { applied: missing.map(({ name }) => name), total: migrations.length }
  } finally {
    await client.end()
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; name: string }>(
    "select current_setting('server_version_num')::integer as number, current_setting('server_version') as name")
  const server = rows[0]
  if (server === undefined || server.number >= 150_000) return
  throw startRefusal(`Le serveur est en PostgreSQL ${server.name} : il faut la version 15 ou une plus récente.`)
}

/** What was applied must be the beginning of what the program brings, to the letter. */
function refuseDivergence(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const [index, past] of applied.entries()) {
    const present = migrations[index]
    if (present === undefined || present.name !== past.name) {
      throw startRefusal(
        `La base a reçu la migration « ${past.name} », que ce programme n’a pas : `
        + 'elle vient d’une version plus récente, ou le dossier migrations est incomplet.')
    }
    if (present.checksum !== past.checksum) {
      throw startRefusal(`La migration « ${past.name} » a changé depuis qu’elle a été appliquée : `
        + `rétablissez le fichier d’origine, et écrivez-en une nouvelle.`)
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    const { rows: [before] } = await client.query<{ id: string }>('select pg_current_xact_id()::text as id')
    await client.query(migration.text)
    const { rows: [after] } = await client.query<{ id: string }>('select pg_current_xact_id()::text as id')
    if (before?.id !== after?.id) throw new Error('the file ends the transaction it runs in')
    await client.query('insert into migration (number, name, checksum) values ($1, $2, $3)', [migration.number, migration.name, migration.checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw startRefusal(
      `La migration « ${migration.name} » a échoué, et la base est restée comme avant elle : `
      + (error instanceof Error ? error.message : String(error)), error)
  }
}

/** The role of the requests belongs to the whole server: it may be there already, and another database may be creating it now. */
async function ensureRole(client: pg.Client, tries = 5): Promise<void> {
  if (await maySetRole(client)) return
  try {
    const known = await client.query('select from pg_roles where rolname = $1', [applicationRole])
    if (known.rowCount === 0) await client.query(`create role ${applicationRole} nologin nosuperuser nobypassrls`)
    await client.query(`grant ${applicationRole} to current_user`)
  } catch (error) {
    if (tries > 1) return await ensureRole(client, tries - 1)
    throw startRefusal(`Le rôle « ${applicationRole} » ne peut être ni créé ni pris : `
      + 'demandez à l’administrateur de la base de le créer (docs/operations.md).', error)
  }
}

async function maySetRole(client: pg.Client): Promise<boolean> {
  try {
    await client.query(`begin; set local role ${applicationRole}; rollback`)
    return true
  } catch {
    await client.query('rollback')
    return false
  }
}
