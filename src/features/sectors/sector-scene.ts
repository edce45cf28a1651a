// What pages and forms of sectors need to know of the operation: its communes, its conventions, the acts that may set a perimeter, all named.
import type { Kysely } from 'kysely'
import { inFigures } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { byFrenchName } from '../../kernel/text.ts'
import type { ActKind } from '../../law/legal-act.ts'
import { correctedActs, effectDay } from '../../law/standing.ts'
import { notFound } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import type { Schema } from '../../schema.ts'
import { namesOf } from '../acts/act-scene.ts'
import type { RegisterAct } from '../acts/act.rules.ts'
import { actNames } from '../acts/act.words.tsx'
import { listActs, listConventionNames } from '../acts/acts.store.ts'
import { findOperation } from '../operations/operations.store.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { membersOf } from '../territories/territory.rules.ts'
import type { ActChoice } from './sector-form.rules.ts'

/** Steps of an act, and what goes against one: they set no perimeter. */
const setNothing: ReadonlySet<ActKind> = new Set(['transmission', 'receipt', 'publication', 'certification', 'correction', 'annulment', 'withdrawal',
  'termination', 'extension'])

/** Names, acts and texts of the operation, in four statements. */
export async function sectorScene(db: Kysely<Schema>, operationId: Id<'operation'>) {
  const operation = (await findOperation(db, operationId)) ?? notFound()
  const conventions = await listConventionNames(db)
  const acts = correctedActs(await listActs(db))
  const territories = loadTerritories()
  const epci = territories.epci(operation.epciSiren)
  const towns = (epci === undefined ? [] : membersOf(territories, epci)).map(({ insee, name }) => ({ insee, name }))
    .sort((one, other) => byFrenchName(one.name, other.name))
  const choices = acts.filter(({ kind }) => !setNothing.has(kind)).map(choiceOf)
    .toSorted((one, other) => Number(other.setsSectors) - Number(one.setsSectors) || ((other.day ?? '') < (one.day ?? '') ? -1 : 1))
  const actNames = new Map<string, string>(acts.map((act) => [act.id, shortName(act)]))
  return { towns, conventions, acts: choices, actNames, names: namesOf(conventions) }
}
export type SectorPlaces = Awaited<ReturnType<typeof sectorScene>>

const choiceOf = (act: RegisterAct): ActChoice => {
  const sector = act.effect.sector?.name
  const label = `${actNames[act.kind]}${sector === undefined ? '' : ` « ${sector} »`}, ${act.authority.name}, ${dayOf(act)}`
  return { id: act.id, label, day: effectDay(act), setsSectors: act.kind === 'perimeter' }
}
/** Beside the perimeter it sets, an act of that kind needs no more than who and when. */
const shortName = (act: RegisterAct): string =>
  `${act.kind === 'perimeter' ? '' : `${actNames[act.kind]}, `}${act.authority.name}, ${dayOf(act)}`
const dayOf = (act: RegisterAct): string => {
  const day = effectDay(act)
  return day === null ? 'jour inconnu' : inFigures(day)
}

export const sceneOf = (c: Request): Promise<SectorPlaces> => sectorScene(c.var.db, c.var.space.operationId)
