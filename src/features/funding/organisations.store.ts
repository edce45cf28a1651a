// The organisations money comes from: their names for the lists of forms, and what kind of body each is.
import type { Kysely } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { PartyKind } from '../../reading/facts.ts'
import type { Schema } from '../../schema.ts'
import type { Funder } from './money-line.rules.ts'

type Db = Kysely<Schema>

/** Every organisation of the operation, by name. */
export const listOrganisations = (db: Db): Promise<Funder[]> => db.selectFrom('organisation').select(['id', 'name', 'kind']).orderBy('name').execute()

export const findOrganisation = (db: Db, id: Id<'organisation'>): Promise<Funder | undefined> =>
  db.selectFrom('organisation').select(['id', 'name', 'kind']).where('id', '=', id).executeTakeFirst()

export const findOrganisationKind = async (db: Db, id: Id<'organisation'>): Promise<PartyKind | undefined> => (await findOrganisation(db, id))?.kind
