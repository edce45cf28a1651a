// The database as the program sees it: a pool that runs as a role without privilege, typed SQL, and one transaction per act within a tenant.
import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, sql, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { readId } from '../kernel/id.ts'
import { startRefusal } from './config.ts'
import { typesOfColumns } from './database-types.ts'
import type { Log } from './log.ts'

/** The role of every request: owns nothing, bypasses nothing. Created by the migrations. */
export const applicationRole = 'chapeau_app'

export type Database<Schema> = {
  readonly pool: pg.Pool
  readonly kysely: Kysely<Schema>
  readonly close: () => Promise<void>
}
type DatabaseOptions = { readonly poolSize?: number }
/** What one transaction may see: the rows of this operation (none when null), acted on by this person. */
export type Tenant = { readonly operationId: string | null; readonly personId: string | null; readonly readOnly?: boolean }

// Statements of a request are short: compiling them (jit) would cost more than it gains.
const sessionSettings = [
  `role=${applicationRole}`, 'timezone=UTC', 'datestyle=ISO', 'jit=off',
  'statement_timeout=15000', 'lock_timeout=5000', 'idle_in_transaction_session_timeout=60000',
]

/** Opens the pool and refuses to go on when it could see through the fences between tenants. */
export async function openDatabase<Schema>(
  connection: pg.ClientConfig, log: Log, { poolSize = 10 }: DatabaseOptions = {},
): Promise<Database<Schema>> {
  const pool = new pg.Pool({
    application_name: 'chapeau',
    connectionTimeoutMillis: 4000,
    ...connection,
    types: typesOfColumns,
    options: sessionSettings.map((setting) => `-c ${setting}`).join(' '),
    max: poolSize,
    idleTimeoutMillis: 60_000,
  })
  // A connection that dies while a request holds it, between two statements, would otherwise take the program down.
  pool.on('connect', (client) => client.on('error', (error) => log.debug('database connection lost', { error: error.message })))
  pool.on('error', (error) => log.info('idle database connection lost', { error: error.message }))
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  // Kysely ends the pool only once it has used it.
  const close = async (): Promise<void> => {
    await kysely.destroy()
    if (!pool.ending) await pool.end()
  }
  try {
    await refuseBypass(pool)
  } catch (error) {
    await close()
    throw error
  }
  return { pool, kysely, close }
}

type Standing = { role: string; superuser: boolean; bypass: boolean; owned: string | null }

async function refuseBypass(pool: pg.Pool): Promise<void> {
  const { rows: [standing] } = await pool.query<Standing>(`
    select rolname as role, rolsuper as superuser, rolbypassrls as bypass,
      (select relname from pg_class where pg_has_role(current_user, relowner, 'usage') limit 1) as owned
    from pg_roles where rolname = current_user`)
  const fault = standing === undefined || standing.role !== applicationRole ? `il agit sous le rôle « ${standing?.role} »`
    : standing.superuser ? 'il est super-utilisateur'
      : standing.bypass ? 'il contourne les règles par ligne (BYPASSRLS)'
        : standing.owned !== null ? `il possède la table « ${standing.owned} »`
          : undefined
  if (fault === undefined) return
  throw startRefusal(`Le rôle de base de données « ${applicationRole} » ne protège pas les opérations les unes des autres : `
    + `${fault}. Voir docs/operations.md.`)
}

const preparedTexts = new Map<string, string>()
const worthPreparing = /^\s*(select|insert|update|delete|with)\b/i

/**
 * The name under which PostgreSQL remembers a statement: one per text. Beyond a thousand texts (lists of varying length) none,
 * so that servers do not fill up.
 */
function statementName(text: string): string | undefined {
  const known = preparedTexts.get(text)
  if (known !== undefined || preparedTexts.size >= 1000 || !worthPreparing.test(text)) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
  preparedTexts.set(text, name)
  return name
}

/** 0A000: a table changed under a remembered statement; the connection that remembers it is thrown away. */
const isStale = (error: unknown): boolean => codeOf(error) === '0A000'

/** The pool with each statement of Kysely prepared once per connection. */
function preparing(pool: pg.Pool): PostgresPool {
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  const wrap = (client: pg.PoolClient): PostgresPoolClient => {
    let stale = false
    const query = async (text: string, values: readonly unknown[]): Promise<unknown> => {
      const name = statementName(text)
      try {
        return await client.query({ text, values: [...values], ...(name !== undefined && { name }) })
      } catch (error) {
        stale ||= isStale(error)
        throw error
      }
    }
    return { query, release: (destroy?: boolean) => client.release(destroy === true || stale) } as PostgresPoolClient
  }
  return {
    connect: async () => {
      const client = await pool.connect()
      const known = wrapped.get(client) ?? wrap(client)
      wrapped.set(client, known)
      return known
    },
    end: () => pool.end(),
    options: pool.options,
  }
}

/** Only a UUID passes, so that these two texts, and no other of the program, may stand inside a statement. */
function quotedId(id: string | null): string {
  if (id === null) return "''"
  if (readId(id) === undefined) throw new Error('not an identifier')
  return `'${id}'`
}

/**
 * Runs `act` in one transaction fenced to this tenant; an error undoes all of it.
 * `readOnly` gives every statement the same snapshot and refuses writes. Two round trips besides those of `act`.
 */
export async function inTenant<Schema, Answer>(
  database: Pick<Database<Schema>, 'kysely'>,
  { operationId, personId, readOnly = false }: Tenant,
  act: (transaction: Kysely<Schema>) => Promise<Answer>,
): Promise<Answer> {
  const begin = `begin${readOnly ? ' isolation level repeatable read read only' : ''};
    select set_config('chapeau.operation', ${quotedId(operationId)}, true), set_config('chapeau.person', ${quotedId(personId)}, true)`
  return await database.kysely.connection().execute(async (transaction) => {
    let answer: Answer
    try {
      await sql.raw(begin).execute(transaction)
      answer = await act(transaction)
    } catch (error) {
      await sql`rollback`.execute(transaction).catch(() => {})
      throw error
    }
    const [ended] = (await sql<{ command: string }>`commit`.execute(transaction)).rows
    if (ended?.command === 'ROLLBACK') throw new Error('the transaction had failed before its end')
    return answer
  })
}

export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

/**
 * True when the database is away for a moment (restarting, cut, full) or two writes waited for each other: the answer is 503,
 * and the same request may succeed later.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (/^(08|40|53|55P03|57P0)|^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/.test(codeOf(error))) return true
  return /^Connection terminated|timeout exceeded when trying to connect|^Client has encountered a connection error|not queryable/.test(error.message)
}
