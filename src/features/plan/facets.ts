// The choices a filter offers and the names of what it asks for, gathered from the operation.
import type { Kysely } from 'kysely'
import { byFrenchName } from '../../kernel/text.ts'
import type { TagKind } from '../../planning/action-fields.ts'
import { choicesOf } from '../../planning/plan-criteria.ts'
import type { SetName } from '../../planning/plan-criteria.ts'
import type { PlanScope } from '../../planning/scope.ts'
import type { Schema } from '../../schema.ts'
import { listNames } from '../actions/naming.store.ts'
import type { ActionNames } from '../actions/action.words.ts'
import { listFrameworks } from '../frameworks/frameworks.store.ts'
import { listOrientations } from '../frameworks/orientations.store.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import { listClausesNamed, listCommunesNamed, listIndicatorsNamed, listPeopleNamed, listSchemesNamed } from './facets.store.ts'
import { choiceWords } from './plan-filter.words.ts'

/** `depth`: how far under others it stands, in a tree. */
export type Facet = { readonly value: string; readonly label: string; readonly depth?: number }
export type Facets = { readonly of: (name: SetName) => readonly Facet[]; readonly names: ActionNames }

type Lists = Partial<Record<SetName, readonly Facet[]>>
const byLabel = (facets: readonly Facet[]): readonly Facet[] => [...facets].sort((one, other) => byFrenchName(one.label, other.label))

/** The choices of every criterion, or of those that need no look at the actions themselves unless `asked` names them. */
export async function gatherFacets(db: Kysely<Schema>, scope: PlanScope, all: boolean, asked: readonly SetName[]): Promise<Facets> {
  const names = await listNames(db)
  const known = { ...fromNames(names), ...(await fromFrameworks(db)) }
  const wants = (name: SetName): boolean => all || asked.includes(name)
  const lists: Lists = {
    ...known,
    ...(wants('pilot') || wants('elected') ? await people(db) : {}),
    ...(wants('commune') ? { commune: await communes(db) } : {}),
    ...(wants('scheme') && scope.seesAll ? { scheme: texts(await listSchemesNamed(db)) } : {}),
    ...(wants('clause') ? { clause: texts(await listClausesNamed(db)) } : {}),
    ...(wants('indicator') ? { indicator: (await listIndicatorsNamed(db)).map(({ id, name }) => ({ value: id, label: name })) } : {}),
  }
  return { names, of: (name) => lists[name] ?? choicesOf(name).map((value) => ({ value, label: choiceWords[name]?.[value] ?? value })) }
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

async function fromFrameworks(db: Kysely<Schema>): Promise<Lists> {
  return {
    framework: (await listFrameworks(db)).map(({ id, name }) => ({ value: id, label: name })),
    orientation: (await listOrientations(db)).map(({ id, label, depth, frameworkName }) =>
      ({ value: id, label: depth === 0 ? `${frameworkName} : ${label}` : label, depth })),
  }
}

async function people(db: Kysely<Schema>): Promise<Lists> {
  const named = await listPeopleNamed(db)
  const of = (wanted: 'pilot' | 'elected') => {
    const facets = named.filter(({ role }) => role === wanted).map(({ personId, name }) => ({ value: personId ?? name, label: name }))
    return byLabel([...new Map(facets.map((facet) => [facet.value, facet])).values()])
  }
  return { pilot: of('pilot'), elected: of('elected') }
}

async function communes(db: Kysely<Schema>): Promise<readonly Facet[]> {
  const { commune } = loadTerritoryCodes()
  return byLabel((await listCommunesNamed(db)).map((insee) => ({ value: insee, label: commune(insee)?.name ?? insee })))
}
