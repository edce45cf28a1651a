// Every statement that writes addresses: a department replaced whole, its streets, and the words they are found by.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import type { Schema } from '../../schema.ts'
import type { AddressLoad, KeptNumber } from './address.rules.ts'
import { leftovers } from './spelling.rules.ts'
import { indexedWords } from './street-words.rules.ts'

type Db = Kysely<Schema>
export type LoadedStreet = {
  readonly id: string; readonly insee: string; readonly postcode: string | null; readonly commune: string; readonly name: string
  readonly numbers: KeptNumber[]
}
type NewLoad = {
  readonly department: string; readonly source: string; readonly sha256: Buffer; readonly vintage: PlainDate; readonly loaded_at: Instant
}

const loads = (db: Db) => db.selectFrom('address_load').selectAll()
type LoadRow = Awaited<ReturnType<ReturnType<typeof loads>['execute']>>[number]
const asLoad = ({ department, source, sha256, vintage, loaded_at, addresses, refused }: LoadRow): AddressLoad =>
  ({ department, source, sha256: sha256.toString('hex'), vintage, loadedAt: loaded_at, addresses, refused })

/** The departments whose addresses are there, by code. */
export const listLoads = async (db: Db): Promise<readonly AddressLoad[]> => (await loads(db).orderBy('department').execute()).map(asLoad)

export async function findLoad(db: Db, department: string): Promise<AddressLoad | undefined> {
  const row = await loads(db).where('department', '=', department).executeTakeFirst()
  return row === undefined ? undefined : asLoad(row)
}

/** One load of a department at a time: the second waits for the first, until the end of this transaction. */
export async function holdDepartment(db: Db, department: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`addresses ${department}`}))`.execute(db)
}

/** Takes away what the department had; the transaction keeps it for everybody else until it ends. */
export async function beginLoad(db: Db, load: NewLoad): Promise<void> {
  await db.deleteFrom('address_load').where('department', '=', load.department).execute()
  await db.insertInto('address_load').values({ ...load, addresses: 0, refused: 0 }).execute()
}

/** The same extract, of another day than was said. */
export async function correctVintage(db: Db, department: string, vintage: PlainDate): Promise<void> {
  await db.updateTable('address_load').set({ vintage }).where('department', '=', department).execute()
}

/** Adds streets; numbers of one that is there already join it. */
export async function appendStreets(db: Db, department: string, streets: readonly LoadedStreet[]): Promise<void> {
  if (streets.length === 0) return
  const rows = streets.map((street) => {
    const lons = street.numbers.map(([, , lon]) => lon)
    const lats = street.numbers.map(([, , , lat]) => lat)
    const middle = street.numbers[street.numbers.length >> 1]
    return {
      ...street, words: indexedWords(street).join(' '), lon: middle?.[2], lat: middle?.[3], west: Math.min(...lons), east: Math.max(...lons),
      south: Math.min(...lats), north: Math.max(...lats),
    }
  })
  const written = sql`${JSON.stringify(rows)}::jsonb`
  await sql`insert into address_street as kept (department, id, insee, postcode, commune, name, words, lon, lat, west, south, east, north)
    select ${department}, id, insee, postcode, commune, name, array_to_tsvector(string_to_array(words, ' ')), lon, lat, west, south, east, north
    from jsonb_to_recordset(${written}) as row (id text, insee text, postcode text, commune text, name text, words text,
      lon double precision, lat double precision, west double precision, south double precision, east double precision, north double precision)
    on conflict (department, id) do update set west = least(kept.west, excluded.west), south = least(kept.south, excluded.south),
      east = greatest(kept.east, excluded.east), north = greatest(kept.north, excluded.north)`.execute(db)
  await sql`insert into address_numbers as kept (department, street, numbers)
    select ${department}, id, numbers from jsonb_to_recordset(${written}) as row (id text, numbers jsonb)
    on conflict (department, street) do update set numbers = kept.numbers || excluded.numbers`.execute(db)
}

const wordsAtOnce = 5000

/** Writes the words of the department's streets, and how each is found when misspelt. */
export async function writeWords(db: Db, department: string): Promise<void> {
  const { rows } = await sql<{ word: string; streets: number }>`select word, ndoc as streets
    from ts_stat(${`select words from address_street where department = '${department.replaceAll("'", '')}'`})`.execute(db)
  for (let from = 0; from < rows.length; from += wordsAtOnce) {
    const words = rows.slice(from, from + wordsAtOnce).map(({ word, streets }) => ({ word, streets, near: leftovers(word).join(' ') }))
    await sql`insert into address_word (department, word, streets, near)
      select ${department}, word, streets, array_to_tsvector(string_to_array(near, ' '))
      from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as row (word text, streets integer, near text)`.execute(db)
  }
}

/** Says what was kept; the number of streets. */
export async function endLoad(db: Db, department: string, counts: { addresses: number; refused: number }): Promise<number> {
  await db.updateTable('address_load').set(counts).where('department', '=', department).execute()
  const { streets } = await db.selectFrom('address_street').select((eb) => eb.fn.countAll<number>().as('streets'))
    .where('department', '=', department).executeTakeFirstOrThrow()
  return streets
}
