// The choices a filter offers and the names of what it asks for, gathered from the operation.
import type { Kysely } from 'kysely'
import { byFrenchName } from '../../kernel/text.ts'
import type { TagKind } from '../../planning/action-fields.ts'
import { choicesOf } from '../../planning/plan-criteria.ts'
import type { SetName } from '../../planning/plan-criteria.ts'
import { rememberedByJournal } from '../../platform/journal-memory.ts'
import type { Schema } from '../../schema.ts'
import { listNames } from '../actions/naming.store.ts'
import type { ActionNames } from '../actions/action.words.ts'
import { listFrameworks } from '../frameworks/frameworks.store.ts'
import { listOrientations } from '../frameworks/orientations.store.ts'
import type { ListedOrientation } from '../frameworks/tree.rules.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import { listClausesNamed, listCommunesNamed, listIndicatorsNamed, listPeopleNamed, listSchemesNamed } from './facets.store.ts'
import { choiceWords } from './plan-filter.words.ts'
import type { PlanSight } from './sight.ts'

/** `depth`: how far under others it stands, in a tree. */
export type Facet = { readonly value: string; readonly label: string; readonly depth?: number }
/** `orientations`: all of them, tree after tree. */
export type Facets = {
  readonly of: (name: SetName) => readonly Facet[]; readonly names: ActionNames; readonly orientations: readonly ListedOrientation[]
}

type Lists = Partial<Record<SetName, readonly Facet[]>>
const byLabel = (facets: readonly Facet[]): readonly Facet[] => [...facets].sort((one, other) => byFrenchName(one.label, other.label))

/** What every page of the plan names: six statements, remembered until something is written. */
const usual = rememberedByJournal(50, async (db) => {
  const names = await listNames(db)
  const orientations = await listOrientations(db)
  const lists: Lists = {
    ...fromNames(names), framework: (await listFrameworks(db)).map(({ id, name }) => ({ value: id, label: name })),
    orientation: orientations.map(({ id, label, depth, frameworkName }) =>
      ({ value: id, label: depth === 0 ? `${frameworkName} : ${label}` : label, depth })),
  }
  return { names, orientations, lists }
})

/** What only a look at the actions tells, criterion by criterion; remembered as well. */
const seldom = rememberedByJournal(200, async (db, name: SetName): Promise<readonly Facet[]> => {
  switch (name) {
    case 'pilot': case 'elected': return people(await listPeopleNamed(db), name)
    case 'commune': return communes(await listCommunesNamed(db))
    case 'scheme': return texts(await listSchemesNamed(db))
    case 'clause': return texts(await listClausesNamed(db))
    case 'indicator': return (await listIndicatorsNamed(db)).map(({ id, name: label }) => ({ value: id, label }))
    default: return []
  }
})
const seldomNames: readonly SetName[] = ['pilot', 'elected', 'commune', 'scheme', 'clause', 'indicator']

/** The choices of every criterion (`asked`), or of those that need no look at the actions themselves and of these. */
export async function gatherFacets(db: Kysely<Schema>, { operationId, scope }: PlanSight, asked: readonly SetName[] | 'all'): Promise<Facets> {
  const { names, orientations, lists: known } = await usual(db, operationId, 'usual')
  const lists = { ...known }
  for (const name of seldomNames) {
    // Nobody tells a funder the money of others.
    const told = name !== 'scheme' || scope.seesAll
    if (told && (asked === 'all' || asked.includes(name))) lists[name] = await seldom(db, operationId, name)
  }
  return {
    names, orientations, of: (name) => lists[name] ?? choicesOf(name).map((value) => ({ value, label: choiceWords[name]?.[value] ?? value })),
  }
}

const texts = (values: readonly string[]): readonly Facet[] => values.map((value) => ({ value, label: value }))

function fromNames(names: ActionNames): Lists {
  const organisations = byLabel([...names.organisations].map(([value, label]) => ({ value, label })))
  const tags = (wanted: TagKind) => byLabel([...names.tags].flatMap(([value, { kind, name }]) => (kind === wanted ? [{ value, label: name }] : [])))
  return {
    owner: organisations, delegatedOwner: organisations, partner: organisations, service: organisations, designTeam: organisations,
    expectedFunder: organisations, funder: organisations, lifter: organisations, theme: tags('theme'), programme: tags('programme'),
    audience: tags('audience'), zoning: tags('zoning'), tag: tags('free'),
    convention: [...names.conventions].map(([value, { title }]) => ({ value, label: title })),
  }
}

function people(named: Awaited<ReturnType<typeof listPeopleNamed>>, wanted: 'pilot' | 'elected'): readonly Facet[] {
  const facets = named.filter(({ role }) => role === wanted).map(({ personId, name }) => ({ value: personId ?? name, label: name }))
  return byLabel([...new Map(facets.map((facet) => [facet.value, facet])).values()])
}

function communes(codes: readonly string[]): readonly Facet[] {
  const { commune } = loadTerritoryCodes()
  return byLabel(codes.map((insee) => ({ value: insee, label: commune(insee)?.name ?? insee })))
}
