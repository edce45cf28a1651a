// The register of acts: reading it, one act, entering one, correcting one.
import { inWords } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { mayBeAbout } from '../../law/act-table.ts'
import type { ActKind } from '../../law/legal-act.ts'
import { correctedActs } from '../../law/standing.ts'
import { paths } from '../../paths.ts'
import { may, recorded } from '../../platform/guard.ts'
import { fields, idOf, notFound, reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import type { Fault } from '../../design/faults.tsx'
import { holdOperation, listJournal } from '../operations/operations.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { ActKindPage, CorrectionPage, NewActPage, actFault, enteredKinds } from './act-form.pages.tsx'
import { actFields, correctAct, newActFields, recordAct, typedOf } from './act-form.rules.ts'
import type { CorrectionTyped, NewActTyped } from './act-form.rules.ts'
import type { RegisterAct } from './act.rules.ts'
import { actScene, namesOf } from './act-scene.ts'
import { actNames } from './act.words.tsx'
import { ActPage, RegisterPage } from './acts.pages.tsx'
import { findAct, insertActs, listActs, listActsOf, listRecordedConventions } from './acts.store.ts'
import { readKnown } from './known-then.tsx'
import { readPastedStamp } from './pasted-stamp.ts'
import { correctionsOf, registerOf } from './register.rules.ts'

export const acts = routes()

acts.get(paths.acts(':operation'), may('viewOperation'), async (c) => {
  const { db, space } = c.var
  const known = readKnown(c.req.query('su'))
  const [conventions, all] = [await listRecordedConventions(db), await listActs(db)]
  return page(c, RegisterPage({
    frame: operationFrame(c), slug: space.slug, names: namesOf(conventions), today: c.var.today, severalConventions: conventions.length > 1,
    register: registerOf(all, conventions, known.at), known,
    wholeTimeline: c.req.query('chronologie') === 'entiere', mayRecord: holds(space.roles, 'recordAct'),
  }))
})

acts.get(paths.newAct(':operation'), may('recordAct'), async (c) => {
  const stamp = c.req.query('tampon') ?? ''
  const filled = stamp === '' ? undefined : readPastedStamp(stamp.slice(0, 5000), loadTerritories().gazetteer)
  const kind = kindOf(filled?.nature ?? c.req.query('nature'))
  const scene = await actScene(c)
  if (kind === undefined || (stamp !== '' && filled === undefined) || scene.conventions.length === 0) {
    return kindPage(c, stamp, stamp !== '' && filled === undefined, scene.conventions.length === 0)
  }
  const about = scene.standing.find(({ id }) => id === c.req.query('sur'))
  const convention = scene.conventions.find(({ id, slug }) => id === about?.conventionId || slug === c.req.query('convention'))
  const author = about === undefined ? {} : { author: about.authority.siren ?? '', authority: about.authority.name }
  const known = scene.authorities.some(({ siren }) => siren !== null && siren === filled?.siren)
  const typed = {
    ...emptyTyped(), kind, convention: convention?.slug ?? '', about: about?.id ?? '', ...author, ...filled,
      ...(known && { authority: '', siren: '' }),
  }
  return newActPage(c, kind, typed, [], filled !== undefined)
})

acts.post(paths.acts(':operation'), may('recordAct'), recorded('actRecorded'), async (c) => {
  const { db, space, now } = c.var
  const typed = await fields(c, newActFields)
  const kind = kindOf(typed.kind)
  if (kind === undefined) return kindPage(c, '', false, false, 422)
  await holdOperation(db, space.operationId)
  const outcome = recordAct(kind, typed, await actScene(c), newId<'act'>)
  if (!outcome.ok) return newActPage(c, kind, typed, outcome.problems.map(actFault), false)
  await insertActs(db, space.operationId, outcome.value, reader(c).id, now)
  const [main] = outcome.value
  for (const act of outcome.value) await c.var.record({ objectKind: 'act', objectId: act.id, before: null, after: act })
  return c.redirect(main === undefined ? paths.acts(space.slug) : paths.act(space.slug, main.about !== null && main.kind !== 'annulment'
    ? main.about : main.id), 303)
})

acts.get(paths.act(':operation', ':act'), may('viewOperation'), async (c) => {
  const { db, space } = c.var
  const { act: original, standing, all } = await actOf(c)
  const act = standing.find(({ id }) => id === original.id)
  const conventions = await listRecordedConventions(db)
  const convention = conventions.find(({ id }) => id === original.conventionId) ?? notFound()
  // The acts of a published text are journalled with it, not one by one.
  const written = await listJournal(db, { objectId: original.id, most: 1 })
  const lines = registerOf(all, [], null).authorities.flatMap(({ lines }) => lines)
  return page(c, ActPage({
    frame: operationFrame(c), slug: space.slug, act: act ?? original, struck: act === undefined && original.kind !== 'correction',
    names: namesOf(conventions), convention, about: all.find(({ id }) => id === original.about),
    steps: standing.filter(({ about }) => about === original.id), line: lines.find((line) => line.act.id === original.id),
    corrections: correctionsOf(all).filter(({ correction }) => correction.about === original.id),
    mayRecord: holds(space.roles, 'recordAct'), mayViewJournal: holds(space.roles, 'viewJournal') && written.length > 0,
  }))
})

acts.get(paths.actCorrection(':operation', ':act'), may('recordAct'), async (c) => {
  const { current } = await correctable(c)
  const { authorities } = await actScene(c)
  return correctionPage(c, current, { ...typedOf(current, authorities), verdict: '', why: '' }, [])
})

acts.post(paths.actCorrection(':operation', ':act'), may('recordAct'), recorded('actCorrected'), async (c) => {
  const { db, space, now } = c.var
  await holdOperation(db, space.operationId)
  const { current } = await correctable(c)
  const typed = await fields(c, [...actFields, 'verdict', 'why'])
  const outcome = correctAct(current, typed, await actScene(c), { name: space.name, siren: null }, newId<'act'>)
  if (!outcome.ok) return correctionPage(c, current, typed, outcome.problems.map(actFault))
  await insertActs(db, space.operationId, [outcome.value], reader(c).id, now)
  await c.var.record({ objectKind: 'act', objectId: current.id, before: current, after: outcome.value })
  return c.redirect(paths.act(space.slug, current.id), 303)
})

const kindOf = (typed: string | undefined): ActKind | undefined => enteredKinds.find((kind) => kind === typed)

const kindPage = (c: Request, stamp: string, stampUnread: boolean, conventionless: boolean, status: 200 | 422 = 200) =>
  page(c, ActKindPage({ frame: operationFrame(c), slug: c.var.space.slug, stamp, stampUnread, conventionless, kindless: status === 422 }), status)

const emptyTyped = (): NewActTyped => {
  const none = ''
  return {
    author: none, authority: none, siren: none, on: none, effectiveOn: none, number: none, identifier: none, party: none, endsOn: none, months: none,
    sector: none, sectorCommune: none, townCentre: none, sectorRemoved: none, partCommunes: none, partProvisions: none, outcome: none, medium: none,
    kind: none, convention: none, about: none, document: none, reason: none, transmittedOn: none, receivedOn: none, publishedOn: none,
    certifiedOn: none,
  }
}

/** The act of the address with all those of its convention: as they were recorded, and as they stand. */
async function actOf(c: Request) {
  const act = (await findAct(c.var.db, idOf<'act'>(c, 'act'))) ?? notFound()
  const all = await listActsOf(c.var.db, act.conventionId)
  return { act, all, standing: correctedActs(all) }
}

/** The act of the address as it stands; as it was recorded when it is struck out, since it may be put back. A correction is not corrected. */
async function correctable(c: Request): Promise<{ current: RegisterAct }> {
  const { act, standing } = await actOf(c)
  if (act.kind === 'correction') notFound()
  return { current: standing.find(({ id }) => id === act.id) ?? act }
}

async function newActPage(c: Request, kind: ActKind, typed: NewActTyped, faults: readonly Fault[], fromStamp: boolean) {
  const { conventions, authorities, towns, documents, standing } = await actScene(c)
  const [only] = conventions
  const chosen = typed.convention !== '' ? typed.convention : conventions.length === 1 ? (only?.slug ?? '') : ''
  const conventionId = conventions.find(({ slug }) => slug === chosen)?.id
  const targets = standing.filter((act) => mayBeAbout(kind, act.kind) && (conventionId === undefined || act.conventionId === conventionId))
  return page(c, NewActPage({
    frame: operationFrame(c), slug: c.var.space.slug, kind, typed: { ...typed, convention: chosen }, faults, onceKey: newId(), fromStamp, conventions,
    authorities, towns, documents,
    targets: targets.map((act) => ({ id: act.id, label: [actNames[act.kind], act.number ?? '', act.authority.name,
      act.on === null ? 'sans date' : `du ${inWords(act.on)}`].filter((word) => word !== '').join(' ') })),
  }), faults.length > 0 ? 422 : 200)
}

async function correctionPage(c: Request, act: RegisterAct, typed: CorrectionTyped, faults: readonly Fault[]) {
  const { authorities, towns } = await actScene(c)
  return page(c, CorrectionPage({
    frame: operationFrame(c), slug: c.var.space.slug, actId: act.id, kind: act.kind, typed, faults, onceKey: newId(), authorities, towns,
  }), faults.length > 0 ? 422 : 200)
}
