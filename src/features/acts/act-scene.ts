// What the forms and pages of acts need to know of the operation: its conventions, who may act, its communes, how each is named.
import { byFrenchName, nameKey } from '../../kernel/text.ts'
import type { Request } from '../../platform/web.ts'
import type { RecordedConvention } from '../../law/operation-record.ts'
import { correctedActs } from '../../law/standing.ts'
import { findOperation } from '../operations/operations.store.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { membersOf } from '../territories/territory.rules.ts'
import { authorityKey } from './act-form.rules.ts'
import type { KnownAuthority, Town } from './act-form.rules.ts'
import { listActs, listConventionNames, listDocuments } from './acts.store.ts'

/** How pages of an operation name conventions and communes. */
export function namesOf(conventions: readonly Pick<RecordedConvention, 'id' | 'title'>[]) {
  const titles = new Map(conventions.map(({ id, title }) => [id, title]))
  const { gazetteer } = loadTerritories()
  return {
    convention: (id: string): string => shortTitle(titles.get(id) ?? 'une convention'),
    commune: (insee: string): string => gazetteer.communeOfInsee(insee)?.name ?? (insee === '' ? 'commune inconnue' : insee),
  }
}

const longestTitle = 70
/** The beginning of a long title, cut between two words. */
const shortTitle = (title: string): string =>
  (title.length <= longestTitle ? title : `${title.slice(0, longestTitle).replace(/[\s,;:«]+\S*$/, '')}…`)

/** Everything the forms of acts offer to choose from. */
export async function actScene(c: Request) {
  const { db, space, today } = c.var
  const [operation, conventions, acts, documents] = [
    await findOperation(db, space.operationId), await listConventionNames(db), await listActs(db), await listDocuments(db),
  ]
  const standing = correctedActs(acts)
  const territories = loadTerritories()
  const epci = operation === undefined ? undefined : territories.epci(operation.epciSiren)
  const towns: Town[] = (epci === undefined ? [] : membersOf(territories, epci)).map(({ insee, name }) => ({ insee, name }))
    .sort((one, other) => byFrenchName(one.name, other.name))
  const named: KnownAuthority[] = [
    ...conventions.flatMap(({ parties }) => parties), ...standing.map(({ kind, authority, effect }) => ({ ...authority, insee: kind === 'signature'
      ? (effect.insee ?? null) : null })),
  ]
  const authorities = [...new Map(named.toReversed().map((one) => [authorityKey(one), one])).values()].toSorted((one,
    other) => byFrenchName(one.name, other.name))
  return { acts, standing, conventions, documents, towns, today, authorities: withoutTwins(authorities) }
}

/** An authority known by its name alone gives way to the one of that name whose SIREN is known. */
const withoutTwins = (authorities: readonly KnownAuthority[]): readonly KnownAuthority[] => authorities.filter((one) => one.siren !== null
  || !authorities.some((other) => other.siren !== null && nameKey(other.name) === nameKey(one.name)))
