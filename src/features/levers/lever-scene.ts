// What the pages of levers need to know around them: the communes of the EPCI, and those whose uses a person keeps.
import { byFrenchName } from '../../kernel/text.ts'
import { holds } from '../../kernel/rights.ts'
import { scopeOf } from '../../planning/scope.ts'
import type { Request } from '../../platform/web.ts'
import { findOperation } from '../operations/operations.store.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { membersOf } from '../territories/territory.rules.ts'
import { listCommunesOf } from './lever-uses.store.ts'

export const communeName = (insee: string): string => loadTerritories().gazetteer.communeOfInsee(insee)?.name ?? insee

export const isCommune = (insee: string): boolean => loadTerritories().gazetteer.communeOfInsee(insee) !== undefined

/** The communes of the EPCI of the operation, by name. */
export async function townsOf(c: Request): Promise<readonly { readonly insee: string; readonly name: string }[]> {
  const operation = await findOperation(c.var.db, c.var.space.operationId)
  const territories = loadTerritories()
  const epci = operation === undefined ? undefined : territories.epci(operation.epciSiren)
  return (epci === undefined ? [] : membersOf(territories, epci)).map(({ insee, name }) => ({ insee, name }))
    .toSorted((one, other) => byFrenchName(one.name, other.name))
}

/** The communes whose uses this person keeps; null when they keep those of everybody. */
export async function keptCommunes(c: Request): Promise<readonly string[] | null> {
  const { db, space } = c.var
  const others = space.roles.filter((role) => role !== 'townLead')
  return holds(others, 'recordUse') ? null : await listCommunesOf(db, scopeOf(space.mandates).authorities)
}
