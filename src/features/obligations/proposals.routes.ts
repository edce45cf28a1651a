// Taking what amendments promise: adding a proposal, setting it aside, putting it in the place of an obligation whose clause changed.
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { holdOperation } from '../operations/operations.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { lastsUntil } from './agenda.rules.ts'
import type { NewEntry } from './entry.rules.ts'
import { listFollowed } from './followed.ts'
import { insertEntry } from './obligations.store.ts'
import { dismiss, replacementsOf } from './proposal.rules.ts'
import type { FoundProposal } from './proposals.ts'
import { listProposals } from './proposals.ts'
import { DismissalPage, ProposalGonePage, dismissalFaults } from './proposals.pages.tsx'
import { insertDismissal, insertProposal } from './proposals.store.ts'
import { amendedTexts, causesIn } from './stale.ts'

export const proposals = routes()

proposals.post(paths.proposals(':operation'), may('keepObligation'), recorded('obligationAdded'), async (c) => {
  const { proposal } = await proposedOf(c)
  if (proposal === undefined) return gone(c)
  await add(c, proposal)
  return c.redirect(`${paths.obligations(c.var.space.slug)}#propositions`, 303)
})

proposals.post(paths.dismissedProposals(':operation'), may('keepObligation'), recorded('proposalDismissed'), async (c) => {
  const { proposal } = await proposedOf(c)
  if (proposal === undefined) return gone(c)
  const { slug } = c.var.space
  const { reason } = await fields(c, ['reason'])
  const outcome = dismiss(reason)
  if (!outcome.ok) {
    const faults = outcome.problems.map((problem) => dismissalFaults[problem])
    return page(c, DismissalPage({ frame: operationFrame(c), slug, proposal, value: reason, faults }), 422)
  }
  const id = await insertDismissal(c.var.db, writer(c), proposal, outcome.value)
  await c.var.record({ objectKind: 'proposal', objectId: id, before: null, after: { ...told(proposal), reason: outcome.value } })
  return c.redirect(`${paths.obligations(slug)}#propositions`, 303)
})

proposals.post(paths.replacement(':operation', ':obligation'), may('keepObligation'), recorded('staleObligationDecided'), async (c) => {
  const id = idOf<'obligation'>(c, 'obligation')
  const { proposal, following, texts } = await proposedOf(c)
  const obligation = following.obligations.find((one) => one.id === id) ?? notFound()
  const causes = causesIn(texts, { obligations: [obligation] }, c.var.day).get(id) ?? []
  if (proposal === undefined || causes.length === 0 || replacementsOf(obligation, [proposal]).length === 0) return gone(c)
  const replacedBy = await add(c, proposal)
  const decision: NewEntry = {
    kind: 'decision', verdict: 'replaced', on: lastsUntil(obligation, proposal.since), replacedBy, instructions: causes.map((cause) => cause.id),
    words: [...new Set(causes.map(({ label, sentence }) => `${label} : ${sentence}`))].join(' ').slice(0, 500),
  }
  const entryId = await insertEntry(c.var.db, writer(c), obligation, decision)
  await c.var.record({ objectKind: 'obligation', objectId: id, before: null, after: { entryId, ...decision } })
  return c.redirect(paths.obligation(c.var.space.slug, replacedBy), 303)
})

const writer = (c: Request) => ({ operationId: c.var.space.operationId, by: reader(c).id, at: c.var.now })

/** The proposal that the form names, as the text in force says it now, after whoever is writing in this operation. */
async function proposedOf(c: Request) {
  const { db, space, day } = c.var
  await holdOperation(db, space.operationId)
  const named = await fields(c, ['convention', 'clause', 'words'])
  const following = await listFollowed(db)
  const texts = await amendedTexts(db, following, day)
  const found = (await listProposals(db, following, texts)).proposals
  const proposal = found.find((one) => one.conventionSlug === named.convention && one.provisionSlug === named.clause && one.words === named.words)
  return { proposal, following, texts }
}

async function add(c: Request, proposal: FoundProposal) {
  const id = await insertProposal(c.var.db, c.var.space.operationId, proposal)
  await c.var.record({ objectKind: 'obligation', objectId: id, before: null, after: told(proposal) })
  return id
}

/** What the journal keeps of it. */
const told = ({ conventionId, provisionSlug, kind, bearer, rule, words, since, instructions }: FoundProposal) =>
  ({ conventionId, provisionSlug, kind, bearer, rule, words, since, instructions })

const gone = (c: Request) => page(c, ProposalGonePage({ frame: operationFrame(c), slug: c.var.space.slug }), 422)
