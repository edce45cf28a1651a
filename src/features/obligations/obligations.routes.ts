// The agenda of an operation, one obligation with its occurrences, and everything people record of it.
import type { Fault } from '../../design/faults.tsx'
import { plusMonths } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { holds } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { holdOperation } from '../operations/operations.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { listActChoices } from './act-choices.ts'
import { agendaOf, anyDay, countStates, filtered, inOrderOfWork, kindInAddress, occurrencesIn, readFilter } from './agenda.rules.ts'
import { AgendaPage } from './agenda.pages.tsx'
import { decideStale, recordEvent, recordProof, waive, withdrawEntry } from './entry.rules.ts'
import type { EntryContext, NewEntry } from './entry.rules.ts'
import { decisionFaults, eventFaults, proofFaults, waiverFaults, withdrawalFaults } from './entry-forms.pages.tsx'
import { findFollowed, listFollowed } from './followed.ts'
import type { FollowedObligation, Following } from './followed.ts'
import { ObligationPage } from './obligation.pages.tsx'
import { obligationTitle } from './obligation.words.tsx'
import { insertEntry, insertWithdrawal, listObligations, listProofDocuments } from './obligations.store.ts'
import { replacementsOf } from './proposal.rules.ts'
import { listProposals } from './proposals.ts'
import { amendedTexts, causesIn, staleCauses } from './stale.ts'

export const obligations = routes()
const linesAPage = 100

obligations.get(paths.obligations(':operation'), may('viewOperation'), async (c) => {
  const { slug, roles } = c.var.space
  const asked = (name: string): string => c.req.query(name) ?? ''
  const typed = { du: asked('du'), au: asked('au'), etat: asked('etat'), nature: asked('nature'), porteur: asked('porteur'), vue: asked('vue') }
  const { filter, problems } = readFilter({ ...typed, page: asked('page') }, c.var.day)
  const following = await listFollowed(c.var.db)
  const texts = await amendedTexts(c.var.db, following, c.var.day)
  const causes = causesIn(texts, following, c.var.day)
  const shown = following.obligations.map((obligation) => ({ ...obligation, stale: (causes.get(obligation.id) ?? []).map(({ id }) => id) }))
  const all = agendaOf(shown, { from: anyDay.from, to: filter.to }, c.var.day)
  const wanted = filtered(all, filter, c.var.day)
  const lines = filter.view === 'list' ? inOrderOfWork(wanted) : wanted
  return page(c, AgendaPage({
    frame: operationFrame(c), slug, typed: { ...typed, le: asked('le') }, problems, filter,
    lines: lines.slice((filter.page - 1) * linesAPage, filter.page * linesAPage), pages: Math.ceil(lines.length / linesAPage),
    counts: countStates(filtered(all, { ...filter, state: null }, c.var.day)),
    kinds: Object.entries(kindInAddress).flatMap(([kind, address]) =>
      (shown.some((one) => one.kind === kind) ? [[address, kind] as const] : [])),
    proposed: await listProposals(c.var.db, following, texts), obligations: shown.length,
    stale: shown.filter(({ stale }) => stale.length > 0), mayKeep: holds(roles, 'keepObligation'),
  }))
})

// A form refused is shown at the address it was sent to, which is then reloaded, or asked for on another day.
const withdrawal = paths.entryWithdrawal(':operation', ':obligation', ':entry')
const forms = [paths.proofs, paths.waivers, paths.triggerEvents, paths.staleDecision].map((form) => form(':operation', ':obligation'))
for (const address of [paths.obligation(':operation', ':obligation'), ...forms, withdrawal]) {
  obligations.get(address, may('viewOperation'), async (c) =>
    obligationPage(c, await followedOf(c), { form: 'preuve', fields: { occurrence: c.req.query('echeance') ?? '' }, faults: [] }))
}

obligations.post(paths.proofs(':operation', ':obligation'), may('keepObligation'), recorded('obligationProved'), async (c) => {
  const typed = await fields(c, ['occurrence', 'form', 'on', 'title', 'document', 'act'])
  return await write(c, 'preuve', typed, (context) => recordProof(typed, context), proofFaults)
})

obligations.post(paths.waivers(':operation', ':obligation'), may('keepObligation'), recorded('obligationWaived'), async (c) => {
  const typed = await fields(c, ['occurrence', 'reason'])
  return await write(c, 'dispense', typed, (context) => waive(typed, context), waiverFaults)
})

obligations.post(paths.triggerEvents(':operation', ':obligation'), may('keepObligation'), recorded('triggerDated'), async (c) => {
  const typed = await fields(c, ['on', 'title'])
  return await write(c, 'evenement', typed, (context) => recordEvent(typed, context), eventFaults)
})

obligations.post(paths.staleDecision(':operation', ':obligation'), may('keepObligation'), recorded('staleObligationDecided'), async (c) => {
  const typed = await fields(c, ['verdict', 'on', 'replacedBy', 'reason'])
  const others = (await listObligations(c.var.db)).map(({ id }) => id)
  return await write(c, 'decision', typed, (_, obligation, causes) =>
    decideStale(typed, causes, others.filter((id) => id !== obligation.id)), decisionFaults)
})

obligations.post(withdrawal, may('keepObligation'), recorded('obligationEntryWithdrawn'), async (c) => {
  const one = await followedOf(c, true)
  const obligation = one.found
  const id = idOf<'obligationEntry'>(c, 'entry')
  const entry = obligation.entries.find((known) => known.id === id) ?? notFound()
  const { reason } = await fields(c, ['reason'])
  const outcome = withdrawEntry(reason, entry)
  if (!outcome.ok) {
    return await obligationPage(c, one, {
      form: `retrait-${id}`, fields: { reason }, faults: outcome.problems.map((problem) => withdrawalFaults[problem]),
    })
  }
  await insertWithdrawal(c.var.db, writer(c), id, outcome.value)
  await c.var.record({ objectKind: 'obligation', objectId: obligation.id, before: entry, after: { withdrawnFor: outcome.value } })
  return c.redirect(paths.obligation(c.var.space.slug, obligation.id), 303)
})

const writer = (c: Request) => ({ operationId: c.var.space.operationId, by: reader(c).id, at: c.var.now })

type One = Following & { readonly found: FollowedObligation }
/** The obligation of the address; when it is about to be written to, after whoever is writing in this operation. */
async function followedOf(c: Request, toWrite = false): Promise<One> {
  const id = idOf<'obligation'>(c, 'obligation')
  if (toWrite) await holdOperation(c.var.db, c.var.space.operationId)
  const { found, ...following } = await findFollowed(c.var.db, id)
  return { ...following, found: found ?? notFound() }
}

/** All occurrences there will be; three years ahead when the end is not known. */
const shownOccurrences = (c: Request, obligation: FollowedObligation) =>
  occurrencesIn(obligation, { from: anyDay.from, to: obligation.days.endsOn === null ? plusMonths(c.var.day, 36) : anyDay.to }, c.var.day)

type Decide<Problem> = (context: EntryContext, obligation: FollowedObligation, causes: readonly string[]) => Outcome<NewEntry, Problem>

/** Reads a form of one obligation, writes the entry it makes, or shows it again with what to mend. */
async function write<Problem extends string>(
  c: Request, form: string, typed: Readonly<Record<string, string>>, decide: Decide<Problem>, faults: Readonly<Record<Problem, Fault>>,
) {
  const one = await followedOf(c, true)
  const obligation = one.found
  const causes = (await staleCauses(c.var.db, one, c.var.day)).get(obligation.id) ?? []
  const context = {
    promised: obligation, days: obligation.days, occurrences: shownOccurrences(c, obligation), today: c.var.today,
    documents: await listProofDocuments(c.var.db), acts: await listActChoices(c.var.db, c.var.today),
  }
  const outcome = decide(context, obligation, causes.map(({ id }) => id))
  if (!outcome.ok) return await obligationPage(c, one, { form, fields: typed, faults: outcome.problems.map((problem) => faults[problem]) })
  const entryId = await insertEntry(c.var.db, writer(c), obligation, outcome.value)
  await c.var.record({ objectKind: 'obligation', objectId: obligation.id, before: null, after: { entryId, ...outcome.value } })
  return c.redirect(paths.obligation(c.var.space.slug, obligation.id), 303)
}

/** What amendments in force promise and nobody follows, whatever the obligation shown. */
async function proposalsOf({ var: { db, day } }: Request) {
  const following = await listFollowed(db)
  return (await listProposals(db, following, await amendedTexts(db, following, day))).proposals
}

type Sent = { readonly form: string; readonly fields: Readonly<Record<string, string>>; readonly faults: readonly Fault[] }
async function obligationPage(c: Request, one: One, typing: Sent) {
  const obligation = one.found
  const { slug, roles } = c.var.space
  const [causes, documents, acts, others] = [
    await staleCauses(c.var.db, one, c.var.day), await listProofDocuments(c.var.db), await listActChoices(c.var.db, c.var.today),
    await listObligations(c.var.db),
  ]
  const title = (id: Id<'obligation'>): string => others.filter((other) => other.id === id)
    .map((other) => `${obligationTitle(other)}${other.provisionNumber === null ? '' : `, art. ${other.provisionNumber}`}`).join('')
  const node = ObligationPage({
    frame: operationFrame(c), slug, obligation, occurrences: shownOccurrences(c, obligation), causes: causes.get(obligation.id) ?? [],
    replacements: causes.has(obligation.id) ? replacementsOf(obligation, await proposalsOf(c)) : [],
    choices: { documents, acts, others: others.filter(({ id }) => id !== obligation.id).map(({ id }) => ({ id, title: title(id) })) },
    typing: { ...typing, onceKey: newId() }, mayKeep: holds(roles, 'keepObligation'), mayViewJournal: holds(roles, 'viewJournal'),
  })
  return page(c, node, typing.faults.length > 0 ? 422 : 200)
}
