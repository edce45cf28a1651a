// Every SQL statement about conformity: the bodies that the clauses of each convention create.
import type { Kysely } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'

type CreatedBody = { readonly conventionId: Id<'convention'>; readonly name: string; readonly provision: string | null }

/** The bodies of every convention of the operation, with the address of the clause that creates each. */
export const listCreatedBodies = (db: Kysely<Schema>): Promise<CreatedBody[]> =>
  db.selectFrom('body').leftJoin('provision', (join) =>
    join.onRef('provision.operation_id', '=', 'body.operation_id').onRef('provision.convention_id', '=', 'body.convention_id')
      .onRef('provision.id', '=', 'body.provision_id'))
    .select(['body.convention_id as conventionId', 'body.name', 'provision.slug as provision'])
    .orderBy('body.convention_id').orderBy('body.position').execute()
