// Where an answer comes from: each source by its name, so that one that fails or is missing makes doubt of what needed it, and of nothing else.
import type { Kysely } from 'kysely'
import { boxOf } from '../../geometry/shape.ts'
import { daysBetween } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { Lever } from '../../law/levers/lever.ts'
import type { Doubt } from '../../law/levers/place-facts.ts'
import { stateOf } from '../../law/operation-state.ts'
import { rememberedByJournal } from '../../platform/journal-memory.ts'
import type { Schema } from '../../schema.ts'
import { operationRecord } from '../acts/acts.store.ts'
import { departmentOf } from '../addresses/address.rules.ts'
import type { AddressLoad } from '../addresses/address.rules.ts'
import { findLoad } from '../addresses/loads.store.ts'
import { loadLevers } from '../levers/lever-file.ts'
import { findOperation } from '../operations/operations.store.ts'
import { communeAmong } from '../territories/commune-at.rules.ts'
import type { CommuneAt } from '../territories/commune-at.rules.ts'
import { communeAt, contoursOf } from '../territories/contours.store.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import { sectorsOn } from '../sectors/sector-index.ts'
import type { SectorSituation } from '../sectors/situation.rules.ts'
import type { Known, OperationKnown } from './place.rules.ts'

type Db = Kysely<Schema>

/** Each reader may throw, or say that it knows nothing: the answer then says « unknown » where it was needed. */
export type Sources = {
  readonly sectors: (on: PlainDate) => Promise<Known<readonly SectorSituation[]>>
  readonly operation: (on: PlainDate) => Promise<Known<OperationKnown>>
  readonly contours: (lon: number, lat: number) => Promise<Known<string>>
  /** Asked once for many points: the commune of each among the contours of the operation. */
  readonly ground: () => Promise<Known<(lon: number, lat: number) => CommuneAt>>
  readonly territories: (insee: string) => Promise<Known<string | undefined>>
  readonly addresses: (insee: string) => Promise<Known<AddressLoad>>
  readonly levers: () => Promise<Known<readonly Lever[]>>
}
/** Those an answer for one place asks. */
export const sourceNames = ['operation', 'sectors', 'addresses', 'contours', 'territories', 'levers'] as const satisfies readonly (keyof Sources)[]
export type SourceName = (typeof sourceNames)[number]

/** Team practice: after two years communes may have merged and streets been renamed; the age is shown before that. */
const addressesKeep = 730
const known = <Value>(value: Value): Known<Value> => ({ known: true, value })
const unknown = (why: Doubt): Known<never> => ({ known: false, why })

/** The state of an operation on a day, remembered until something is written there. */
const lawOn = rememberedByJournal(16, async (db, on: PlainDate) => {
  const record = await operationRecord(db)
  const nameless = record.conventions.some(({ parties }) => parties.some(({ kind, insee }) => kind === 'commune' && insee === null))
  return { state: stateOf(record, on, null), nameless, acts: record.acts }
})

/** The sources of one operation, as a request reads them. */
export const sourcesOf = (db: Db, operationId: Id<'operation'>, today: PlainDate): Sources => ({
  sectors: async (on) => known((await sectorsOn(db, operationId, on)).all),
  operation: async (on) => {
    const operation = await findOperation(db, operationId)
    return operation === undefined ? unknown('notLoaded') : known({ ...await lawOn(db, operationId, on), epci: operation.epciSiren })
  },
  contours: async (lon, lat) => {
    const found = await communeAt(db, lon, lat)
    return found.known ? known(found.insee) : unknown(found.why === 'nearBorder' ? 'tooClose' : 'notLoaded')
  },
  ground: async () => {
    const operation = await findOperation(db, operationId)
    const members = operation === undefined ? [] : loadTerritoryCodes().epci(operation.epciSiren)?.members ?? []
    const contours = (await contoursOf(db, members)).flatMap((contour) => {
      const box = boxOf(contour.geometry)
      return box === undefined ? [] : [{ ...contour, box, room: contour.precisionMetres / 50_000 }]
    })
    return known((lon, lat) => communeAmong(contours.filter(({ box: { west, south, east, north }, room }) =>
      lon >= west - room && lon <= east + room && lat >= south - room && lat <= north + room), [lon, lat]))
  },
  territories: async (insee) => {
    const commune = loadTerritoryCodes().commune(insee)
    return commune === undefined ? unknown('unknown') : known(commune.epci)
  },
  addresses: async (insee) => {
    const load = await findLoad(db, departmentOf(insee))
    if (load === undefined) return unknown('notLoaded')
    return daysBetween(load.vintage, today) > addressesKeep ? unknown('stale') : known(load)
  },
  levers: async () => {
    const levers = loadLevers()
    return typeof levers === 'string' ? unknown('sourceDown') : known(levers)
  },
})
