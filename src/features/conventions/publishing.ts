// Publishing a convention as one act of a person: the text with everything in it, and the acts that its stamps and signatures tell of.
import type { Kysely } from 'kysely'
import { amendingAlgorithm } from '../../amending/consolidation.ts'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import type { Term } from '../../reading/facts.ts'
import type { Schema } from '../../schema.ts'
import { actsOfPublication } from '../acts/act.rules.ts'
import { insertActs } from '../acts/acts.store.ts'
import { insertInstructions, insertUnread } from '../amendments/amendments.store.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { insertConvention } from './conventions.store.ts'
import type { Publication } from './conventions.store.ts'
import type { PublishedConvention } from './publication.rules.ts'

/** Writes all of it in the current transaction, and gives the convention. */
export async function publishConvention(db: Kysely<Schema>, published: PublishedConvention, publication: Publication): Promise<Id<'convention'>> {
  const conventionId = await insertConvention(db, { ...published, term: termOf(published, publication) }, publication)
  const decisions = published.acts.map(({ authorSiren, ...act }) => ({ ...act, authority: authorityOf(authorSiren, published) }))
  const acts = actsOfPublication({
    conventionId, documentId: publication.documentId, decisions, signatories: published.parties, signedOn: publication.signedOn,
    signedReason: publication.signedReason ?? null,
  }, newId<'act'>)
  await insertActs(db, publication.operationId, acts, publication.by, publication.at)
  if (publication.amends !== null) await orderInstructions(db, published, publication, conventionId)
  return conventionId
}

/** An amendment that states its entry into force starts that day, whatever its other clauses say; its acts then tell the rest. */
function termOf({ term }: PublishedConvention, { entersOn = null }: Publication): Term | null {
  return entersOn === null ? term : { span: { start: 0, end: 0 }, confidence: 1, ...term, startsOn: entersOn }
}

/** Writes what an amendment orders, as it was reviewed, and the words of it that nobody could read. */
async function orderInstructions(db: Kysely<Schema>, published: PublishedConvention, publication: Publication, amendment: Id<'convention'>) {
  const { operationId, readingId, by, at } = publication
  await insertInstructions(db, published.instructions, {
    operationId, amendment, algorithm: amendingAlgorithm, by, at, ...(readingId !== null && { readingId }),
  })
  await insertUnread(db, published.unread, operationId, amendment)
}

/** Who decided, by the SIREN of the stamp: whoever bears it in France, else a party. */
function authorityOf(siren: string | null, { parties }: PublishedConvention) {
  if (siren === null) return { name: 'Autorité non établie', siren }
  const { gazetteer } = loadTerritories()
  const name = gazetteer.communeOfSiren(siren)?.name ?? gazetteer.epciOfSiren(siren)?.name ?? parties.find((party) => party.siren === siren)?.name
  return { name: name ?? `SIREN ${siren}`, siren }
}
