// Requests of suspension: their list, one request with its steps, its data and its papers. Who acts for a commune answers for that commune.
import type { Fault } from '../../design/faults.tsx'
import { newId } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { TurnedAway, allFields, fields, idOf, notFound, reader, routes, wholeNumber } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { listDocuments } from '../acts/acts.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { EvidencePage } from './evidence.pages.tsx'
import { readEvidence, typedEvidence } from './evidence.rules.ts'
import type { EvidenceTyped } from './evidence.rules.ts'
import { communeName, isCommune, townsOf } from './lever-scene.ts'
import { organisationOf, ownSignatories, signatoriesOf } from './signatories.ts'
import { readStep, stepFields } from './suspension-step.rules.ts'
import type { StepTyped } from './suspension-step.rules.ts'
import { SuspensionPage } from './suspension.pages.tsx'
import { daysOf, emptySuspension, joiningsOf, nextStepOf, readSuspension, suspensionFields, typedSuspension } from './suspension.rules.ts'
import type { Suspension, SuspensionTyped, SuspensionValues } from './suspension.rules.ts'
import { evidenceFault, stepFaults, suspensionFaults } from './suspension.words.ts'
import { NewSuspensionPage, SuspensionFormPage, SuspensionsPage } from './suspensions.pages.tsx'
import { findSuspension, insertStep, insertSuspension, listSuspensions, updateSuspension, withdrawStep } from './suspensions.store.ts'

export const suspensions = routes()

suspensions.get(paths.suspensions(':operation'), may('viewOperation'), async (c) => {
  const { db, space, today } = c.var
  const signatories = await signatoriesOf(db, space.operationId)
  const lines = (await listSuspensions(db)).map((suspension) => {
    const joinings = joiningsOf(signatories(suspension.registeredOn ?? today), suspension.steps)
    return { suspension, next: nextStepOf(suspension, joinings, today), days: daysOf(suspension), commune: communeName(suspension.insee) }
  })
  return page(c, SuspensionsPage({ frame: operationFrame(c), slug: space.slug, lines, mayKeep: keeps(c) }))
})

suspensions.get(paths.newSuspension(':operation'), may('recordUse'), async (c) => {
  keptOrTurnedAway(c)
  return await newPage(c, emptySuspension, [])
})

suspensions.post(paths.newSuspension(':operation'), may('recordUse'), recorded('suspensionOpened'), async (c) => {
  keptOrTurnedAway(c)
  const { db, space, today } = c.var
  const typed = await fields(c, suspensionFields)
  const outcome = readSuspension(typed, (await townsOf(c)).map(({ insee }) => insee), isCommune, today)
  if (!outcome.ok) return await newPage(c, typed, outcome.problems.map((problem) => suspensionFaults[problem]))
  const id = newId<'suspension'>()
  await insertSuspension(db, writer(c), id, outcome.value)
  await c.var.record({ objectKind: 'suspension', objectId: id, before: null, after: outcome.value })
  return c.redirect(paths.suspension(space.slug, id), 303)
})

const emptyStep: StepTyped = { kind: '', signatory: '', happenedOn: '', words: '', document: '' }
for (const address of [paths.suspension, paths.suspensionSteps]) {
  suspensions.get(address(':operation', ':suspension'), may('viewOperation'), async (c) => onePage(c, await suspensionOf(c), emptyStep, []))
}

suspensions.get(paths.suspensionForm(':operation', ':suspension'), may('recordUse'), async (c) => {
  const suspension = await keptSuspension(c)
  const towns = (await townsOf(c)).map(({ insee }) => insee)
  return await formPage(c, suspension, typedSuspension(suspension, towns), [], suspension.version)
})

suspensions.post(paths.suspensionForm(':operation', ':suspension'), may('recordUse'), recorded('suspensionChanged'), async (c) => {
  const { db, space, today } = c.var
  const suspension = await keptSuspension(c)
  const { version, ...typed } = await fields(c, [...suspensionFields, 'version'])
  const towns = (await townsOf(c)).map(({ insee }) => insee)
  const outcome = readSuspension(typed, towns, isCommune, today)
  const seen = wholeNumber(version) ?? 0
  if (!outcome.ok) return await formPage(c, suspension, typed, outcome.problems.map((problem) => suspensionFaults[problem]), seen)
  if (!(await updateSuspension(db, suspension.id, seen, { values: outcome.value }))) {
    return await formPage(c, suspension, typed, [], suspension.version, typedSuspension(suspension, towns))
  }
  await c.var.record({ objectKind: 'suspension', objectId: suspension.id, before: valuesOf(suspension), after: outcome.value })
  return c.redirect(paths.suspension(space.slug, suspension.id), 303)
})

suspensions.get(paths.suspensionEvidence(':operation', ':suspension'), may('recordUse'), async (c) => {
  const suspension = await keptSuspension(c)
  return evidencePage(c, suspension, typedEvidence(suspension.evidence), [], suspension.version)
})

suspensions.post(paths.suspensionEvidence(':operation', ':suspension'), may('recordUse'), recorded('suspensionDataKept'), async (c) => {
  const suspension = await keptSuspension(c)
  const { version, ...typed } = await allFields(c)
  const outcome = readEvidence(typed)
  const seen = wholeNumber(version) ?? 0
  if (!outcome.ok) return evidencePage(c, suspension, typed, outcome.problems.map(evidenceFault), seen)
  if (!(await updateSuspension(c.var.db, suspension.id, seen, { evidence: outcome.value }))) {
    return evidencePage(c, suspension, typed, [], suspension.version, typedEvidence(suspension.evidence))
  }
  await c.var.record({ objectKind: 'suspension', objectId: suspension.id, before: suspension.evidence, after: outcome.value })
  return c.redirect(`${paths.suspension(c.var.space.slug, suspension.id)}#donnees`, 303)
})

suspensions.post(paths.suspensionSteps(':operation', ':suspension'), may('recordUse'), recorded('suspensionStepRecorded'), async (c) => {
  const { db, space, today } = c.var
  const suspension = await suspensionOf(c)
  const typed = await fields(c, stepFields)
  const signatories = (await signatoriesOf(db, space.operationId))(suspension.registeredOn ?? today)
  const outcome = readStep(typed, {
    signatories, documents: await listDocuments(db), today, steps: suspension.steps, registeredOn: suspension.registeredOn,
    own: ownSignatories(c, signatories),
  })
  if (!outcome.ok) return await onePage(c, suspension, typed, outcome.problems.map((problem) => stepFaults[problem]))
  const { signatory, ...step } = outcome.value
  const id = newId<'suspensionStep'>()
  const organisationId = signatory === null ? null : await organisationOf(db, space.operationId, signatory)
  await insertStep(db, writer(c), suspension.id, { ...step, id, organisationId })
  await c.var.record({ objectKind: 'suspension', objectId: suspension.id, before: null, after: { id, ...step, signatory: signatory?.name ?? null } })
  return c.redirect(paths.suspension(space.slug, suspension.id), 303)
})

const withdrawal = paths.suspensionStepWithdrawal(':operation', ':suspension', ':suspensionStep')
suspensions.post(withdrawal, may('recordUse'), recorded('suspensionStepWithdrawn'), async (c) => {
  const suspension = await keptSuspension(c)
  const id = idOf<'suspensionStep'>(c, 'suspensionStep')
  const step = suspension.steps.find((one) => one.id === id) ?? notFound()
  await withdrawStep(c.var.db, id, c.var.now)
  await c.var.record({ objectKind: 'suspension', objectId: suspension.id, before: step, after: null })
  return c.redirect(`${paths.suspension(c.var.space.slug, suspension.id)}#etapes`, 303)
})

const writer = (c: Request) => ({ operationId: c.var.space.operationId, by: reader(c).id, at: c.var.now })
const valuesOf = ({ id: _id, version: _version, evidence: _evidence, steps: _steps, ...values }: Suspension): SuspensionValues => values

const suspensionOf = async (c: Request): Promise<Suspension> => await findSuspension(c.var.db, idOf<'suspension'>(c, 'suspension')) ?? notFound()
/** Does this person keep the requests themselves: who acts for one commune only answers for it. */
const keeps = (c: Request): boolean => holds(c.var.space.roles.filter((role) => role !== 'townLead'), 'recordUse')
function keptOrTurnedAway(c: Request): void {
  if (!keeps(c)) throw new TurnedAway('notYours')
}
async function keptSuspension(c: Request): Promise<Suspension> {
  keptOrTurnedAway(c)
  return await suspensionOf(c)
}

async function onePage(c: Request, suspension: Suspension, typed: StepTyped, faults: readonly Fault[]) {
  const { db, space, today } = c.var
  const signatories = (await signatoriesOf(db, space.operationId))(suspension.registeredOn ?? today)
  const joinings = joiningsOf(signatories, suspension.steps)
  const own = ownSignatories(c, signatories)
  const writes = holds(space.roles, 'recordUse') && (own === null || own.length > 0)
  const town = signatories.find(({ key }) => key === suspension.insee)
  return page(c, SuspensionPage({
    frame: operationFrame(c), slug: space.slug, suspension, joinings, next: nextStepOf(suspension, joinings, today), days: daysOf(suspension),
    commune: communeName(suspension.insee), signatory: town === undefined ? false : town.sure ? true : null, mayKeep: keeps(c), faults,
    form: !writes ? null
      : { slug: space.slug, suspension: suspension.id, typed, faults, onceKey: newId(), signatories, documents: await listDocuments(db), own },
  }), faults.length === 0 ? 200 : 422)
}

const newPage = async (c: Request, typed: SuspensionTyped, faults: readonly Fault[]) => page(c, NewSuspensionPage({
  frame: operationFrame(c), slug: c.var.space.slug, typed, faults, onceKey: newId(), towns: await townsOf(c),
}), faults.length === 0 ? 200 : 422)

const formPage = async (
  c: Request, suspension: Suspension, typed: SuspensionTyped, faults: readonly Fault[], version: number, theirs: SuspensionTyped | null = null,
) => page(c, SuspensionFormPage({
  frame: operationFrame(c), slug: c.var.space.slug, suspension, typed, faults, version, theirs, towns: await townsOf(c),
}), theirs !== null ? 409 : faults.length === 0 ? 200 : 422)

const evidencePage = (
  c: Request, suspension: Suspension, typed: EvidenceTyped, faults: readonly Fault[], version: number, theirs: EvidenceTyped | null = null,
) => page(c, EvidencePage({ frame: operationFrame(c), slug: c.var.space.slug, suspension, typed, faults, version, theirs }),
  theirs !== null ? 409 : faults.length === 0 ? 200 : 422)
