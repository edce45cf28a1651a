// The whole database of a program that starts: the server (ours or the one of `DATABASE_URL`), its schema, its pool.
import type pg from 'pg'
import { isStartRefusal, startRefusal, type Config } from './config.ts'
import { codeOf, isUnavailable, openDatabase, type Database } from './database.ts'
import { startEmbedded } from './embedded.ts'
import type { Log } from './log.ts'
import { migrate } from './migrate.ts'

/** Starts or joins the server, applies the missing migrations and opens the pool; `close` gives all of it back, in the other order. */
export async function startDatabase<Schema>(
  config: Pick<Config, 'databaseUrl' | 'dataFolder' | 'poolSize'>, migrationsFolder: string, log: Log,
): Promise<Database<Schema> & { readonly owner: pg.ClientConfig }> {
  const embedded = config.databaseUrl === undefined ? await startEmbedded(config.dataFolder, log) : undefined
  const owner = embedded?.connection ?? { connectionString: config.databaseUrl, connectionTimeoutMillis: 5000 }
  try {
    const { applied, total } = await migrate(owner, migrationsFolder)
    log.info('schema ready', { applied, total })
    const database = await openDatabase<Schema>(owner, log, config)
    const close = async (): Promise<void> => {
      await database.close()
      await embedded?.stop()
    }
    return { ...database, owner, close }
  } catch (error) {
    await embedded?.stop()
    throw embedded === undefined ? explained(error) : error
  }
}

/** A server that does not answer, or does not know us, is told in words; anything else is our mistake and keeps its stack. */
function explained(error: unknown): unknown {
  if (isStartRefusal(error)) return error
  const code = codeOf(error)
  if (!isUnavailable(error) && !/^(28|3D|ENOTFOUND|EAI_AGAIN)/.test(code)) return error
  const said = error instanceof Error && error.message !== '' ? error.message : code
  return startRefusal(`Le serveur de DATABASE_URL ne répond pas, ou refuse la connexion : ${said}`, error)
}
