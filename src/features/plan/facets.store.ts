// What the actions of an operation say that is in no list of its own: names of people, communes, funding schemes, articles, indicators.
import type { Kysely } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { PersonRole } from '../../planning/action-fields.ts'
import type { Schema } from '../../schema.ts'

type Db = Kysely<Schema>
type NamedRole = { readonly role: PersonRole; readonly personId: Id<'person'> | null; readonly name: string }

/** Everyone named on an action, once per role. */
export const listPeopleNamed = (db: Db): Promise<NamedRole[]> =>
  db.selectFrom('action_person').select(['role', 'person_id as personId', 'name']).distinct().orderBy('name').execute()

export const listCommunesNamed = async (db: Db): Promise<readonly string[]> =>
  (await db.selectFrom('action_place').select('insee').distinct().where('insee', 'is not', null).where('removed_at', 'is', null).orderBy('insee')
    .execute()).flatMap(({ insee }) => (insee === null ? [] : [insee]))

export const listSchemesNamed = async (db: Db): Promise<readonly string[]> =>
  (await db.selectFrom('funding_line').select('scheme').distinct().where('scheme', 'is not', null).where('removed_at', 'is', null).orderBy('scheme')
    .execute()).flatMap(({ scheme }) => (scheme === null ? [] : [scheme]))

export const listClausesNamed = async (db: Db): Promise<readonly string[]> =>
  (await db.selectFrom('action').select('clause').distinct().where('clause', 'is not', null).where('removed_at', 'is', null).orderBy('clause')
    .execute()).flatMap(({ clause }) => (clause === null ? [] : [clause]))

export const listIndicatorsNamed = (db: Db): Promise<{ id: Id<'indicator'>; name: string }[]> =>
  db.selectFrom('indicator').select(['id', 'name']).where('removed_at', 'is', null).orderBy('name').execute()
