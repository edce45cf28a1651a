// Drafting an amendment: opening one, its instructions by form or from pasted French, withdrawing one while it is not signed.
import { amendingAlgorithm } from '../../amending/consolidation.ts'
import type { Fault } from '../../design/faults.tsx'
import type { PlainDate } from '../../kernel/date.ts'
import { newId, readId } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { correctedActs } from '../../law/standing.ts'
import { paths } from '../../paths.ts'
import { sentenceOf } from '../../reading/instruction-sentences.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { holdOperation } from '../operations/operations.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { draftAmendment, withdrawInstruction } from './amendment.rules.ts'
import type { AmendmentTyped } from './amendment.rules.ts'
import { InstructionsPage, NewAmendmentPage, WithdrawInstructionPage } from './amendments.pages.tsx'
import {
  findInstruction, findText, findTextById, insertDraft, insertInstructions, insertUnread, listAmendable, listInstructions, listSlugs, listUnread,
  updateWithdrawn,
} from './amendments.store.ts'
import type { TextRow } from './amendments.store.ts'
import { instructionFields, readInstruction, verbs } from './instruction-form.rules.ts'
import type { InstructionTyped, Verb } from './instruction-form.rules.ts'
import { readPasted } from './pasted.rules.ts'
import type { PastedOrders } from './pasted.rules.ts'
import { amendmentFaults, fateOf, instructionFault, withdrawalFaults } from './instruction.words.ts'
import { asIf, loadText, textOn } from './text-at.ts'
import type { TextSource } from './text-at.ts'

export const amendments = routes()

amendments.get(paths.newAmendment(':operation'), may('draftAmendment'), async (c) => {
  const [only] = await listAmendable(c.var.db)
  return newAmendmentPage(c, { title: '', amends: c.req.query('convention') ?? only?.slug ?? '' }, [])
})

amendments.post(paths.newAmendment(':operation'), may('draftAmendment'), recorded('amendmentDrafted'), async (c) => {
  const { db, space } = c.var
  const typed = await fields(c, ['title', 'amends'])
  await holdOperation(db, space.operationId)
  const amendable = await listAmendable(db)
  const outcome = draftAmendment(typed, amendable, await listSlugs(db))
  if (!outcome.ok) return newAmendmentPage(c, typed, outcome.problems.map((problem) => amendmentFaults[problem]))
  const amends = readId<'convention'>(outcome.value.amends) ?? notFound()
  const id = await insertDraft(db, space.operationId, { ...outcome.value, amends }, reader(c).id, c.var.now)
  await c.var.record({ objectKind: 'convention', objectId: id, before: null, after: outcome.value })
  return c.redirect(paths.instructions(space.slug, outcome.value.slug), 303)
})

amendments.get(paths.instructions(':operation', ':convention'), may('viewOperation'), (c) =>
  instructionsPage(c, { verb: verbs.find((verb) => verb === c.req.query('verbe')), typed: {}, pasted: '', faults: [] }))

amendments.post(paths.instructions(':operation', ':convention'), may('draftAmendment'), recorded('instructionAdded'), async (c) => {
  const { db, space } = c.var
  await holdOperation(db, space.operationId)
  const { amendment, closed } = await amendmentOf(c)
  if (closed) return instructionsPage(c, noForm, 409)
  const { verb: chosen, pasted } = await fields(c, ['verb', 'pasted'])
  const writing = { operationId: space.operationId, amendment: amendment.id, algorithm: amendingAlgorithm, by: reader(c).id, at: c.var.now }
  if (chosen === 'paste') return pasteInstructions(c, amendment, pasted, writing)
  const verb = verbs.find((known) => known === chosen) ?? notFound()
  const typed: InstructionTyped = await fields(c, instructionFields[verb])
  const outcome = readInstruction(verb, typed)
  if (!outcome.ok) return instructionsPage(c, { verb, typed, pasted: '', faults: outcome.problems.map(instructionFault) })
  const { change, entersOn } = outcome.value
  const sentence = sentenceOf(change)
  const added = { change, sentence, words: '', confidence: null, entersOn, provision: null, factId: null }
  const [id = notFound()] = await insertInstructions(db, [added], writing)
  await c.var.record({ objectKind: 'instruction', objectId: id, before: null, after: { amendment: amendment.slug, change, entersOn, sentence } })
  return c.redirect(`${paths.instructions(space.slug, amendment.slug)}#instruction-${id}`, 303)
})

const withdrawal = paths.instruction(':operation', ':convention', ':instruction')
amendments.get(withdrawal, may('draftAmendment'), (c) => withdrawPage(c, '', []))

amendments.post(withdrawal, may('draftAmendment'), recorded('instructionWithdrawn'), async (c) => {
  const { db, space } = c.var
  await holdOperation(db, space.operationId)
  const { amendment, line, closed } = await instructionOf(c)
  const { reason } = await fields(c, ['reason'])
  if (closed) return withdrawPage(c, reason, [], 409)
  const outcome = withdrawInstruction({ reason })
  if (!outcome.ok) return withdrawPage(c, reason, outcome.problems.map((problem) => withdrawalFaults[problem]))
  await updateWithdrawn(db, amendment.id, line.id, outcome.value, reader(c).id, c.var.now)
  await c.var.record({
    objectKind: 'instruction', objectId: line.id, before: { sentence: line.sentence, withdrawn: null },
    after: { sentence: line.sentence, withdrawn: outcome.value },
  })
  return c.redirect(paths.instructions(space.slug, amendment.slug), 303)
})

type Writing = Parameters<typeof insertInstructions>[2]
/** First shown to be confirmed, each beside what it does to the text; then kept, those that were ticked, with what could not be read. */
async function pasteInstructions(c: Request, amendment: TextRow, pasted: string, writing: Writing) {
  const read = readPasted(pasted)
  if (read.instructions.length === 0 && read.unread.length === 0) {
    return instructionsPage(c, { ...noForm, pasted, faults: [['pasted', noInstruction]] })
  }
  const names = read.instructions.map((_, rank) => `keep-${rank}`)
  const ticked = await fields(c, ['confirmed', ...names])
  if (ticked['confirmed'] !== 'oui') return instructionsPage(c, { ...noForm, pasted, proposed: read })
  const kept = read.instructions.filter((_, rank) => ticked[`keep-${rank}`] === 'oui')
  if (kept.length === 0) {
    return instructionsPage(c, { ...noForm, pasted, proposed: read, faults: [['keep-0', 'Cochez au moins une instruction à garder.']] })
  }
  await insertInstructions(c.var.db, kept, writing)
  await insertUnread(c.var.db, read.unread, writing.operationId, amendment.id)
  const after = { pasted, instructions: kept.map((one) => one.sentence), leftOut: read.instructions.length - kept.length, unread: read.unread.length }
  await c.var.record({ objectKind: 'convention', objectId: amendment.id, before: null, after })
  return c.redirect(paths.instructions(c.var.space.slug, amendment.slug), 303)
}
const noForm = { verb: undefined, typed: {}, pasted: '', faults: [] }

const noInstruction = 'Aucune instruction n’a été reconnue : collez les articles de l’avenant tels qu’ils sont rédigés, ou ajoutez les instructions '
  + 'par le formulaire.'

async function newAmendmentPage(c: Request, typed: AmendmentTyped, faults: readonly Fault[]) {
  const node = NewAmendmentPage({
    frame: operationFrame(c), slug: c.var.space.slug, amendable: await listAmendable(c.var.db), typed, faults, onceKey: newId(),
  })
  return page(c, node, faults.length > 0 ? 422 : 200)
}

/** The amendment of the address, what it amends, the text it amends, and whether it was signed. */
async function amendmentOf(c: Request) {
  const amendment = (await findText(c.var.db, c.req.param('convention') ?? '')) ?? notFound()
  if (amendment.kind !== 'amendment') notFound()
  const amended = amendment.amends === null ? undefined : await findTextById(c.var.db, amendment.amends)
  const source = amended === undefined ? undefined : await loadText(c.var.db, amended, c.var.today)
  const own = source?.amendments.find((one) => one.id === amendment.id)
  // From the first signature on, what a party agreed to no longer changes.
  const signed = correctedActs(source?.record.acts ?? []).some((act) => act.kind === 'signature' && act.conventionId === amendment.id)
  return { amendment, amended, source, closed: signed || own === undefined || own.signedOn !== null || own.entersOn !== null }
}

/** The instruction of the address; `closed`: it can no longer be withdrawn, its amendment is signed or it already was. */
async function instructionOf(c: Request) {
  const { amendment, closed } = await amendmentOf(c)
  const line = (await findInstruction(c.var.db, amendment.id, idOf<'instruction'>(c, 'instruction'))) ?? notFound()
  return { amendment, line, closed: closed || line.withdrawnAt !== null }
}

type Shown = {
  readonly verb: Verb | undefined; readonly typed: InstructionTyped; readonly pasted: string; readonly faults: readonly Fault[]
  readonly proposed?: PastedOrders
}
async function instructionsPage(c: Request, { proposed, ...shown }: Shown, status?: 409) {
  const { amendment, amended, source, closed } = await amendmentOf(c)
  const [lines, unread] = [await listInstructions(c.var.db, amendment.id), await listUnread(c.var.db, amendment.id)]
  const text = source === undefined ? undefined : textOn(...tried(source, amendment, closed, c.var.today))
  const node = InstructionsPage({
    ...shown, frame: operationFrame(c), slug: c.var.space.slug, amendment, amended, unread, onceKey: newId(),
    algorithm: lines[0]?.algorithm ?? amendingAlgorithm,
    lines: lines.map((line) => ({
      ...line, fate: text === undefined ? { tone: 'neutral' as const, label: 'Sans convention' } : fateOf(line.id, text, !closed),
    })),
    articles: text?.nodes.filter((node) => node.repealedBy === null).map(({ number, heading }) => ({ number, heading })) ?? [],
    proposed: proposed && proposalOf(proposed, source, amendment, c.var.today),
    closed: closed ? 'signed' : holds(c.var.space.roles, 'draftAmendment') ? undefined : 'forbidden',
  })
  return page(c, node, status ?? (shown.faults.length > 0 || proposed !== undefined ? 422 : 200))
}

/** What pasted words order, each with what it would do to the text after what the draft orders already. */
function proposalOf({ instructions, unread }: PastedOrders, source: TextSource | undefined, amendment: TextRow, today: PlainDate) {
  const added = instructions.map(({ change, sentence }, rank) => ({ id: `keep-${rank}`, change, sentence }))
  const text = source && textOn({
    ...source, amendments: source.amendments.map((one) => (one.id !== amendment.id ? one : {
      ...one, entersOn: today, instructions: [...one.instructions.map(({ id, change, sentence }) => ({ id, change, sentence })), ...added],
    })),
  }, today)
  return {
    lines: instructions.map((one, rank) => ({
      name: `keep-${rank}`, sentence: one.sentence, words: one.words, entersOn: one.entersOn,
      fate: text === undefined ? { tone: 'neutral' as const, label: 'Sans convention' } : fateOf(`keep-${rank}`, text, true),
    })),
    unread: unread.map((one, rank) => ({ ...one, id: String(rank) })),
  }
}

/** A draft is tried on the text of the day its last instruction would take effect; a signed amendment on the text of today. */
function tried(source: TextSource, amendment: TextRow, closed: boolean, today: PlainDate): [TextSource, PlainDate] {
  if (closed) return [source, today]
  const days = source.amendments.find((one) => one.id === amendment.id)?.instructions.flatMap((one) => one.entersOn ?? []) ?? []
  return [asIf(source, amendment.id, today), [today, ...days].reduce((one, other) => (other > one ? other : one))]
}

async function withdrawPage(c: Request, reason: string, faults: readonly Fault[], status?: 409) {
  const { amendment, line, closed } = await instructionOf(c)
  const shown = { amendment, line, closed, reason, faults, onceKey: newId() }
  const node = WithdrawInstructionPage({ frame: operationFrame(c), slug: c.var.space.slug, ...shown })
  return page(c, node, status ?? (faults.length > 0 ? 422 : 200))
}
