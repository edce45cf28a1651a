// The register in memory: a list never changes once kept, so that each process reads and groups it once; every request asks which is the latest.
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import { changesBetween } from './change.rules.ts'
import type { OperationChanges } from './change.rules.ts'
import type { CommuneState } from './commune-state.rules.ts'
import type { ListRow } from './list-row.rules.ts'
import { spotOf } from './map.rules.ts'
import type { MapSpot } from './map.rules.ts'
import { assemble } from './register.rules.ts'
import type { Register, RegisteredCommune } from './register.rules.ts'
import { listHistory, listLatestVintages, listRows } from './register.store.ts'
import type { Vintage } from './register.store.ts'
import { entriesOf, placesOf, statesOf } from './search.rules.ts'
import type { RegisterEntry, RegisterPlaces } from './search.rules.ts'

type Kept = {
  readonly register: Register; readonly entries: readonly RegisterEntry[]; readonly places: RegisterPlaces
  readonly spots: ReadonlyMap<RegisteredCommune, MapSpot>
  /** The state of every entry on a day; the last few days asked about are remembered. */
  readonly statesOn: (day: PlainDate) => readonly CommuneState[]
}
export type CurrentRegister = Kept & { readonly vintage: Vintage; readonly before: Vintage | undefined }

const kept = new Map<Id<'vintage'>, Promise<Kept>>()
/** Some 6 MB each: the latest list and the one before. */
const most = 2

/** The latest list; undefined when none was ever imported. */
export async function currentRegister(db: Kysely<Schema>): Promise<CurrentRegister | undefined> {
  const [vintage, before] = await listLatestVintages(db)
  return vintage === undefined ? undefined : { ...await keep(db, vintage), vintage, before }
}

/** What changed from the list before to the latest; nothing while there is only one. */
export async function latestChanges(db: Kysely<Schema>, { register, before }: CurrentRegister): Promise<readonly OperationChanges[]> {
  return before === undefined ? [] : changesBetween((await keep(db, before)).register, register)
}

async function keep(db: Kysely<Schema>, vintage: Vintage): Promise<Kept> {
  const known = kept.get(vintage.id) ?? load(db, vintage)
  kept.delete(vintage.id)
  kept.set(vintage.id, known)
  for (const id of [...kept.keys()].slice(0, -most)) kept.delete(id)
  try {
    return await known
  } catch (error) {
    kept.delete(vintage.id)
    throw error
  }
}

async function load(db: Kysely<Schema>, { id, listedOn }: Vintage): Promise<Kept> {
  const register = assemble(await listRows(db, id), loadTerritoryCodes(), listedOn)
  const entries = entriesOf(register)
  return { register, entries, places: placesOf(entries), spots: spotsOf(entries), statesOn: remembering(entries) }
}

const mostDays = 8

function remembering(entries: readonly RegisterEntry[]): Kept['statesOn'] {
  const days = new Map<PlainDate, readonly CommuneState[]>()
  return (day) => {
    const states = days.get(day) ?? statesOf(entries, day)
    days.delete(day)
    days.set(day, states)
    for (const old of [...days.keys()].slice(0, -mostDays)) days.delete(old)
    return states
  }
}

function spotsOf(entries: readonly RegisterEntry[]): ReadonlyMap<RegisteredCommune, MapSpot> {
  return new Map(entries.flatMap(({ commune }) => {
    const { longitude, latitude } = commune.row
    const spot = longitude === null || latitude === null ? undefined : spotOf({ longitude, latitude })
    return spot === undefined ? [] : [[commune, spot]]
  }))
}

/** What each list said of one operation, the newest first, with what changed since the one before. */
export async function operationHistory(db: Kysely<Schema>, key: string) {
  const lists = new Map<PlainDate, ListRow[]>()
  for (const { listedOn, row } of await listHistory(db, key)) lists.set(listedOn, [...(lists.get(listedOn) ?? []), row])
  const territories = loadTerritoryCodes()
  const registers = [...lists].map(([listedOn, rows]) => assemble(rows, territories, listedOn))
  return registers.map((register, rank) => {
    const communes = register.operations.flatMap((operation) => operation.communes)
    const before = registers[rank - 1]
    return {
      listedOn: register.listedOn, communes: communes.length, signed: communes.filter(({ row }) => row.signed === 'signed').length,
      changes: before === undefined ? [] : changesBetween(before, register).flatMap(({ changes }) => changes),
    }
  }).reverse()
}
