// The promises that amendments in force brought and nobody follows yet, each with the instructions that brought it.
import type { Kysely } from 'kysely'
import type { Schema } from '../../schema.ts'
import type { Following } from './followed.ts'
import type { ClauseOf } from './obligation.words.tsx'
import { proposalsIn } from './proposal.rules.ts'
import type { Proposal } from './proposal.rules.ts'
import { listDismissals } from './proposals.store.ts'
import { causeOf } from './stale.ts'
import type { AmendedTexts, StaleCause } from './stale.ts'

export type FoundProposal = Proposal & ClauseOf & { readonly causes: readonly StaleCause[]; readonly provisionSlug: string }
export type Proposed = { readonly proposals: readonly FoundProposal[]; readonly dismissals: Awaited<ReturnType<typeof listDismissals>> }

/** One statement, and none when no amendment in force touches a text. `following`: all that the operation follows. */
export async function listProposals(db: Kysely<Schema>, { record, obligations }: Following, texts: AmendedTexts): Promise<Proposed> {
  const touched = [...texts].filter(([, { text }]) => text.applied.length > 0)
  if (touched.length === 0) return { proposals: [], dismissals: [] }
  const dismissals = await listDismissals(db)
  const proposals = touched.flatMap(([conventionId, { source, text }]) => {
    const family = new Set<string>([conventionId, ...source.amendments.map(({ id }) => id)])
    const conventionSlug = record.conventions.find(({ id }) => id === conventionId)?.slug ?? ''
    return proposalsIn(conventionId, text, obligations, dismissals, family)
      .map((proposal) => ({ ...proposal, conventionSlug, causes: proposal.instructions.flatMap((id) => causeOf(source, id)) }))
  })
  return { proposals, dismissals }
}
