// Every statement that looks for addresses: as one types, by identifier, by parcel, near a point, within a box.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../../schema.ts'
import { addressAt, departmentOf, readAddressId } from './address.rules.ts'
import type { FoundAddress, KeptNumber, Street } from './address.rules.ts'
import { answersOf, numberMeant, rankStreets } from './ranking.rules.ts'
import { leftovers, likeness } from './spelling.rules.ts'
import { readTyped, saysEnough } from './typed-address.rules.ts'
import type { TypedAddress } from './typed-address.rules.ts'

type Db = Kysely<Schema>
type Search = { readonly most: number; readonly prefer?: readonly string[] }

/** Streets looked at more closely, out of those that have the words. */
const mostStreets = 300
/** Streets whose numbers are fetched. */
const mostNumbered = 25
const mostNeighbours = 12

/**
 * The addresses that answer best what was typed, the best first: accents, abbreviations, slips of the finger, an unfinished last word and any order
 * of words are forgiven. `prefer`: INSEE codes whose streets come first among equals. Three statements, one more for a slip.
 */
export async function searchAddresses(db: Db, text: string, { most, prefer = [] }: Search): Promise<readonly FoundAddress[]> {
  const typed = readTyped(text)
  if (!saysEnough(typed)) return []
  const streets = await streetsWith(db, exactly(typed), prefer)
  const found = streets.length > 0 ? streets : await streetsMisspelt(db, typed, prefer)
  const ranked = rankStreets(found, typed, new Set(prefer)).slice(0, mostNumbered)
  const asked = ranked.filter(({ number }) => number !== undefined).map(({ street }) => street.id)
  return answersOf(ranked, asked.length === 0 ? new Map() : await numbersOf(db, asked), most)
}

/** What a street must have: every word typed, or its beginning; where nothing chooses, the common words and the figures do. */
function exactly({ words, common, numbers, codes }: TypedAddress): string {
  const chosen = [...words, ...codes].map((word) => `${word}:*`)
  if (words.length > 0) return chosen.join(' & ')
  const figures = codes.length === 0 ? numbers.map(({ number }) => String(number)) : []
  return [...chosen, ...common.filter((word) => word.length > 1), ...figures].join(' & ')
}

const streetColumns = ['id', 'insee', 'postcode', 'commune', 'name', 'lon', 'lat'] as const

/** Streets whose words pass, short names first: what one types is seldom longer than what is meant. */
const streetsWith = async (db: Db, condition: string, prefer: readonly string[]): Promise<readonly Street[]> =>
  await db.selectFrom('address_street').select(streetColumns).where(sql<boolean>`words @@ ${condition}::tsquery`)
    .orderBy(sql`(insee = any(${sql.val([...prefer])}::text[]))`, 'desc').orderBy(sql`length(name)`).orderBy('id').limit(mostStreets).execute()

/** Each word gives way to those it may be a slip of; a word that is like none is left aside, as long as another chooses. */
async function streetsMisspelt(db: Db, { words, codes }: TypedAddress, prefer: readonly string[]): Promise<readonly Street[]> {
  const groups = words.length === 0 ? [] : await neighbours(db, words)
  if (groups.length === 0) return []
  const withCodes = await streetsWith(db, [...groups, ...codes.map((code) => `${code}:*`)].join(' & '), prefer)
  return withCodes.length > 0 || codes.length === 0 ? withCodes : await streetsWith(db, groups.join(' & '), prefer)
}

/** For each word typed that the base knows or that is close to some: those words as a condition, the closest first. One statement. */
async function neighbours(db: Db, words: readonly string[]): Promise<readonly string[]> {
  const asked = words.map((typed) => ({ typed, near: leftovers(typed).join(' | ') }))
  const { rows } = await sql<{ typed: string; word: string | null; streets: number | null }>`
    with asked as (select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as row (typed text, near text))
    select typed, null as word, null as streets from asked
      where exists (select from address_word where word >= typed collate "C" and word < (typed || 'zzzz') collate "C")
    union all
    select typed, word, sum(streets)::integer from asked join address_word on address_word.near @@ asked.near::tsquery
      where asked.near <> '' group by typed, word`.execute(db)
  return words.flatMap((typed) => {
    const own = rows.filter((row) => row.typed === typed)
    const close = own.flatMap(({ word, streets }) => (word === null ? [] : [{ word, streets: streets ?? 0, likeness: likeness(typed, word) }]))
      .filter((row) => row.likeness > 0).sort((one, other) => other.likeness - one.likeness || other.streets - one.streets).slice(0, mostNeighbours)
    const group = [...(own.some(({ word }) => word === null) ? [`${typed}:*`] : []), ...close.map(({ word }) => word)]
    return group.length === 0 ? [] : [`(${group.join(' | ')})`]
  })
}

async function numbersOf(db: Db, streets: readonly string[]): Promise<ReadonlyMap<string, readonly KeptNumber[]>> {
  const rows = await db.selectFrom('address_numbers').select(['street', 'numbers']).where('street', 'in', [...streets])
    .where('department', 'in', [...new Set(streets.map(departmentOf))]).execute()
  return new Map(rows.map(({ street, numbers }) => [street, keptNumbers(numbers)]))
}

/** As `appendStreets` wrote them. */
const keptNumbers = (value: unknown): readonly KeptNumber[] => (Array.isArray(value) ? value : [])

const withNumbers = (db: Db) => db.selectFrom('address_street').innerJoin('address_numbers', (join) => join
  .onRef('address_numbers.department', '=', 'address_street.department').onRef('address_numbers.street', '=', 'address_street.id'))
  .select([...streetColumns, 'numbers'])

/** The address of this identifier; the street alone when its number is no longer there. */
export async function findAddress(db: Db, id: string): Promise<FoundAddress | undefined> {
  const read = readAddressId(id)
  if (read === undefined) return undefined
  const row = await withNumbers(db).where('address_street.department', '=', departmentOf(read.street)).where('id', '=', read.street)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const kept = numberMeant(keptNumbers(row.numbers), read.number === null ? undefined : { number: read.number, suffix: read.suffix })
  return addressAt(row, kept)
}

/** The addresses a commune tied to this parcel (fourteen characters); none when the base says nothing of it. */
export async function findParcelAddresses(db: Db, parcel: string): Promise<readonly FoundAddress[]> {
  if (!/^[0-9AB]{5}[0-9A-Z]{9}$/.test(parcel)) return []
  const rows = await withNumbers(db).where('insee', '=', parcel.slice(0, 5))
    .where(sql<boolean>`numbers @> ${JSON.stringify([[[parcel]]])}::jsonb`).orderBy('id').limit(mostNumbered).execute()
  return rows.flatMap((row) => keptNumbers(row.numbers).filter(([, , , , , parcels]) => parcels?.includes(parcel) === true)
    .map((kept) => addressAt(row, kept)))
}

const metresPerDegree = 111_195

/** The address closest to a point, and how far; undefined when none is loaded around. */
export async function nearestAddress(db: Db, lon: number, lat: number): Promise<(FoundAddress & { readonly metres: number }) | undefined> {
  const rows = await withNumbers(db)
    .orderBy(sql`box(point(west, south), point(east, north)) <-> point(${lon}::float8, ${lat}::float8)`).limit(20).execute()
  let best: (FoundAddress & { readonly metres: number }) | undefined
  for (const row of rows) {
    for (const kept of keptNumbers(row.numbers)) {
      const metres = Math.hypot((kept[2] - lon) * Math.cos(lat * Math.PI / 180), kept[3] - lat) * metresPerDegree
      if (best === undefined || metres < best.metres) best = { ...addressAt(row, kept), metres }
    }
  }
  return best === undefined || best.metres > 2000 ? undefined : best
}

type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

/** The addresses within a box, `most` of them, by street. */
export async function listAddressesIn(db: Db, { west, south, east, north }: Box, most: number): Promise<readonly FoundAddress[]> {
  const wanted = sql`box(point(${west}::float8, ${south}::float8), point(${east}::float8, ${north}::float8))`
  const rows = await withNumbers(db).where(sql<boolean>`box(point(west, south), point(east, north)) && ${wanted}`)
    .orderBy('id').limit(most).execute()
  return rows.flatMap((row) => keptNumbers(row.numbers)
    .filter(([, , lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north).map((kept) => addressAt(row, kept))).slice(0, most)
}
