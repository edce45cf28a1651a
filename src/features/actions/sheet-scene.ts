// What a form of a sheet needs from the database: names to suggest, orientations and clauses to choose, and what typed names mean.
import type { Kysely } from 'kysely'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { byFrenchName, nameKey } from '../../kernel/text.ts'
import type { ActionField, ActionValues, TagKind } from '../../planning/action-fields.ts'
import { tagKinds } from '../../planning/action-fields.ts'
import type { Schema } from '../../schema.ts'
import { gatherClauses } from '../frameworks/clauses.ts'
import { listOrientations } from '../frameworks/orientations.store.ts'
import { listMandates } from '../people/people.store.ts'
import type { ActionNames } from './action.words.ts'
import { listNames, upsertNamedOrganisations, upsertTags } from './naming.store.ts'
import { namesTyped } from './sheet-form.rules.ts'
import type { SheetContext, SheetTyped } from './sheet-form.rules.ts'
import type { SheetChoices } from './sheet-form.pages.tsx'

type Db = Kysely<Schema>
export type SheetScene = { readonly names: ActionNames; readonly choices: SheetChoices; readonly accounts: ReadonlyMap<string, Id<'person'>> }

/** A fixed number of statements; the texts of the conventions are gathered only for a form that asks the clause. */
export async function gatherSheet(db: Db, day: PlainDate, asked: readonly ActionField[]): Promise<SheetScene> {
  const names = await listNames(db)
  const mandates = await listMandates(db)
  const orientations = asked.includes('orientations') ? await listOrientations(db) : []
  const conventions = asked.includes('clause') ? await gatherClauses(db, day) : []
  const tagsOf = (kind: TagKind): readonly string[] =>
    [...names.tags.values()].filter((tag) => tag.kind === kind).map(({ name }) => name).sort(byFrenchName)
  const tags = Object.fromEntries(tagKinds.map((kind) => [kind, tagsOf(kind)]))
  return {
    names, accounts: new Map(mandates.map(({ personName, personId }) => [nameKey(personName), personId])),
    choices: {
      organisations: [...new Set(names.organisations.values())].sort(byFrenchName),
      people: [...new Set(mandates.map(({ personName }) => personName))].sort(byFrenchName), orientations, conventions,
      tags: { theme: [], programme: [], audience: [], zoning: [], free: [], ...tags },
    },
  }
}

/** What the names typed mean; those nobody named yet are made, and unmade with the transaction when the form is refused. */
export async function contextOf(
  db: Db, operationId: Id<'operation'>, { names, choices, accounts }: SheetScene, typed: SheetTyped, asked: readonly ActionField[],
  recorded: ActionValues,
): Promise<SheetContext> {
  const organisations = new Map([...names.organisations].reverse().map(([id, name]) => [nameKey(name), id]))
  const tags = new Map([...names.tags].map(([id, { kind, name }]) => [`${kind} ${nameKey(name)}`, id]))
  const meaning = {
    organisation: (name: string) => organisations.get(nameKey(name)), tag: (kind: TagKind, name: string) => tags.get(`${kind} ${nameKey(name)}`),
  }
  const wanted = namesTyped(typed, asked, meaning)
  const newOrganisations = wanted.organisations.filter((name) => meaning.organisation(name) === undefined)
  const newTags = wanted.tags.filter(({ kind, name }) => meaning.tag(kind, name) === undefined)
  const made = await upsertNamedOrganisations(db, operationId, newOrganisations)
  made.forEach((id, rank) => organisations.set(nameKey(newOrganisations[rank] ?? ''), id))
  const madeTags = await upsertTags(db, operationId, newTags)
  madeTags.forEach((id, rank) => tags.set(`${newTags[rank]?.kind} ${nameKey(newTags[rank]?.name ?? '')}`, id))
  return {
    recorded, organisationNames: names.organisations, ...meaning, account: (name) => accounts.get(nameKey(name)),
    orientations: new Set(choices.orientations.map(({ id }) => id)),
    clauses: new Set(choices.conventions.flatMap(({ convention, clauses }) => [convention.id, ...clauses.map(({ key }) => key)])),
  }
}
