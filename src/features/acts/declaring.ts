// Writing a declared convention in one transaction: its parties as organisations, its row, and the signatures when their day is known.
import type { Kysely } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import type { PartyKind, PartyRole } from '../../reading/facts.ts'
import type { Schema } from '../../schema.ts'
import { upsertOrganisations } from '../operations/operations.store.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { actsOfPublication } from './act.rules.ts'
import { insertActs, insertDeclared } from './acts.store.ts'
import type { DeclaredConvention } from './declared.rules.ts'

type Declaring = {
  readonly operationId: Id<'operation'>; readonly epci: { readonly name: string; readonly siren: string }; readonly by: Id<'person'>;
    readonly at: Instant
}

export async function declare(db: Kysely<Schema>, declared: DeclaredConvention, { operationId, epci, by, at }: Declaring): Promise<Id<'convention'>> {
  type Party = { readonly name: string; readonly kind: PartyKind; readonly siren: string | null; readonly insee: string | null;
    readonly role: PartyRole }
  const { communeOfInsee } = loadTerritories().gazetteer
  const parties: readonly Party[] = [
    ...(declared.withEpci ? [{ ...epci, kind: 'epci', insee: null, role: 'carrier' } as const] : []),
    ...declared.towns.map(({ insee, name }) => ({ name, kind: 'commune', siren: communeOfInsee(insee)?.siren ?? null, insee,
      role: 'beneficiary' } as const)),
    ...(declared.withState ? [{ name: 'État', kind: 'state', siren: null, insee: null, role: 'authority' } as const] : []),
  ]
  const organisations = await upsertOrganisations(db, operationId, parties)
  const id = await insertDeclared(db, operationId, {
    ...declared, parties: parties.map(({ name, role }, rank) => ({ name, role, organisation: organisations[rank] ?? missing() })),
  }, by, at)
  const acts = actsOfPublication({
    conventionId: id, documentId: null, decisions: [], signatories: parties, signedOn: declared.term?.signedOn ?? null,
  }, newId<'act'>)
  await insertActs(db, operationId, acts, by, at)
  return id
}

function missing(): never {
  throw new Error('a party without organisation')
}
