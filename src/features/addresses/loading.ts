// Loads the addresses of a department: read as a stream, kept street by street, all or nothing, in place of what was there.
import type { Kysely } from 'kysely'
import type { Instant, PlainDate } from '../../kernel/date.ts'
import { inTenant } from '../../platform/database.ts'
import type { Database } from '../../platform/database.ts'
import type { Schema } from '../../schema.ts'
import type { KeptNumber } from './address.rules.ts'
import { linesOf } from './address-source.ts'
import type { LocalSource } from './address-source.ts'
import { readAddressLine, readHeader } from './ban-line.rules.ts'
import type { AddressColumns, AddressLine, LineProblem } from './ban-line.rules.ts'
import { appendStreets, beginLoad, correctVintage, endLoad, findLoad, holdDepartment, writeWords } from './loads.store.ts'
import type { LoadedStreet } from './loads.store.ts'

type Wanted = {
  readonly department: string; readonly vintage: PlainDate; readonly at: Instant
  /** Told now and then how many lines were read. */
  readonly tell: (lines: number) => void
}
export type Refusals = Partial<Record<LineProblem, { count: number; readonly firstLine: number }>>
type Loaded = { readonly outcome: 'loaded'; readonly addresses: number; readonly streets: number; readonly refused: Refusals }
type NotLoaded = { readonly outcome: 'known' } | { readonly outcome: 'redated'; readonly before: PlainDate }
  | { readonly outcome: 'missingColumns'; readonly missing: readonly string[] }
  | { readonly outcome: 'nothing'; readonly refused: Refusals } | { readonly outcome: 'damaged' }

/** Streets held in memory before they are written; a line of a street already written joins it in the database. */
const held = 2000

/** Reads the extract into the database; the one there before gives way in the same transaction, or stays when anything fails. */
export async function loadAddresses(database: Database<Schema>, source: LocalSource, wanted: Wanted): Promise<Loaded | NotLoaded> {
  try {
    return await inTenant(database, { operationId: null, personId: null }, async (db) => {
      await holdDepartment(db, wanted.department)
      const known = await findLoad(db, wanted.department)
      if (known?.sha256 === source.sha256.toString('hex')) {
        if (known.vintage === wanted.vintage) return { outcome: 'known' }
        await correctVintage(db, wanted.department, wanted.vintage)
        return { outcome: 'redated', before: known.vintage }
      }
      const loaded = await readInto(db, source, wanted)
      if (loaded.outcome !== 'loaded') throw new NothingKept(loaded)
      return loaded
    })
  } catch (error) {
    if (error instanceof NothingKept) return error.outcome
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return { outcome: 'damaged' }
    throw error
  }
}

class NothingKept extends Error {
  readonly outcome: NotLoaded
  constructor(outcome: NotLoaded) {
    super('nothing kept')
    this.outcome = outcome
  }
}

async function readInto(db: Kysely<Schema>, source: LocalSource, { department, vintage, at, tell }: Wanted): Promise<Loaded | NotLoaded> {
  const load = { department, source: source.name.slice(0, 500), sha256: source.sha256, vintage, loaded_at: at }
  await beginLoad(db, load)
  const refused: Refusals = {}
  const streets = new Map<string, LoadedStreet>()
  let columns: AddressColumns | undefined
  let addresses = 0
  const flush = async () => {
    await appendStreets(db, department, [...streets.values()])
    streets.clear()
  }
  for await (const { line, cells } of linesOf(source)) {
    if (columns === undefined) {
      const header = readHeader(cells)
      if ('missing' in header) return { outcome: 'missingColumns', missing: header.missing }
      columns = header.columns
      continue
    }
    if (cells.length <= 1 && (cells[0] ?? '') === '') continue
    const read = readAddressLine(cells, columns, department)
    if (typeof read === 'string') refuse(refused, read, line)
    else {
      addresses += 1
      hold(streets, read)
    }
    if (streets.size >= held) await flush()
    if (line % 20_000 === 0) tell(line)
  }
  await flush()
  if (addresses === 0) return { outcome: 'nothing', refused }
  await writeWords(db, department)
  const count = Object.values(refused).reduce((sum, { count }) => sum + count, 0)
  return { outcome: 'loaded', addresses, refused, streets: await endLoad(db, department, { addresses, refused: count }) }
}

function refuse(refused: Refusals, problem: LineProblem, line: number): void {
  const before = refused[problem]
  if (before === undefined) refused[problem] = { count: 1, firstLine: line }
  else before.count += 1
}

function hold(streets: Map<string, LoadedStreet>, { street, name, insee, postcode, commune, ...line }: AddressLine): void {
  const { number: figure, suffix, lon, lat, certified, parcels } = line
  const number: KeptNumber = parcels.length === 0 ? [figure, suffix, lon, lat, certified] : [figure, suffix, lon, lat, certified, parcels]
  const known = streets.get(street)
  if (known === undefined) streets.set(street, { id: street, insee, postcode, commune, name, numbers: [number] })
  else known.numbers.push(number)
}
