// Actions made, their sheets changed as a whole or one field at a time, and actions removed from the plan.
import { htmlFragment } from '../../design/document.ts'
import type { Fault } from '../../design/faults.tsx'
import { inFigures, readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { fieldsInOrder, isActionField } from '../../planning/action-changes.ts'
import { actionFields, emptyAction } from '../../planning/action-fields.ts'
import type { ActionField, ValueChange } from '../../planning/action-fields.ts'
import { actionStates } from '../../planning/action-state.ts'
import { scopeOf } from '../../planning/scope.ts'
import { may, recorded } from '../../platform/guard.ts'
import { allFields, fields, notFound, reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { holdOperation } from '../operations/operations.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { editedAction, seenAction } from './action-part.ts'
import { actionLine } from './action-tabs.tsx'
import { sealed } from './action-seal.ts'
import { shortNames, valueInWords } from './action.words.ts'
import { EditActionPage, FieldForm, FieldPage, FieldSaved, NewActionPage, RemovalPage } from './actions.pages.tsx'
import type { Conflict } from './actions.pages.tsx'
import { listCodesInUse } from './actions.store.ts'
import type { ActionRow } from './actions.store.ts'
import { applyChanges, insertActions } from './change-sets.store.ts'
import type { ShownDraft } from './draft-notice.tsx'
import { findDraft, removeDraft } from './drafts.store.ts'
import { listNames } from './naming.store.ts'
import { askedIn, typedIn, yieldedIn } from './posted-sheet.rules.ts'
import { savedQuery } from './saved-notice.tsx'
import { proposeCode, typedOf } from './sheet-form.rules.ts'
import type { FieldProblem, SheetTyped } from './sheet-form.rules.ts'
import { decideSheet } from './sheet-save.ts'
import type { Decision, Posted } from './sheet-save.ts'
import { gatherSheet } from './sheet-scene.ts'
import { sheetFaults } from './sheet.words.ts'

export const actions = routes()

actions.get(paths.newAction(':operation'), may('editAction'), async (c) => {
  const draft = await draftOf(c)
  const posted = draft?.resumed === true ? draft.fields : await proposed(c)
  return newActionPage(c, typedIn(posted, fieldsInOrder), { state: posted['etat'] ?? '', on: posted['etat-le'] ?? '' }, [], draft)
})

actions.post(paths.newAction(':operation'), may('editAction'), recorded('actionCreated'), async (c) => {
  const { operationId, slug, mandates } = c.var.space
  // A title is asked for even of a form that does not hold the field.
  const posted: Readonly<Record<string, string>> = { title: '', ...await allFields(c) }
  // Two who make actions at once wait for each other: no number is given twice.
  await holdOperation(c.var.db, operationId)
  const { state, on, problems } = readState(posted, c.var.today)
  const scene = await gatherSheet(c.var.db, c.var.today, fieldsInOrder)
  const decision = await decideSheet(c.var.db, { operationId, scope: scopeOf(mandates), scene, posted })
  if (decision.kind !== 'write' || problems.length > 0) {
    const faults = [...problems, ...(decision.kind === 'mend' ? sheetFaults(decision.problems) : [])]
    return newActionPage(c, typedIn(posted, fieldsInOrder), { state: posted['etat'] ?? '', on: posted['etat-le'] ?? '' }, faults, undefined)
  }
  const dated = state === undefined ? null : { state, on, reason: '' }
  const [id] = await insertActions(c.var.db, operationId, [{ values: decision.values, state: dated }], {
    setId: newId(), kind: 'entry', label: `Création de ${actionLine(decision.values)}`.slice(0, 300), by: reader(c).id, at: c.var.now,
  })
  if (id === undefined) throw new Error('an action without id')
  await c.var.record({ objectKind: 'action', objectId: id, before: null, after: { ...decision.values, state: dated } })
  await forgetDraft(c)
  return c.redirect(`${paths.action(slug, id)}${savedQuery('creee')}`, 303)
})

actions.get(paths.actionForm(':operation', ':action'), may('editAction'), async (c) => {
  const action = await editedAction(c)
  const draft = await draftOf(c)
  return editPage(c, action, draft?.resumed === true ? draft.fields : undefined, { problems: [], draft })
})

actions.post(paths.actionForm(':operation', ':action'), may('editAction'), recorded('actionEdited'), async (c) => {
  const posted = await allFields(c)
  const action = await actionToWrite(c, posted)
  const { operationId, slug, mandates } = c.var.space
  const scene = await gatherSheet(c.var.db, c.var.today, fieldsInOrder)
  const decision = await decideSheet(c.var.db, { operationId, scope: scopeOf(mandates), scene, posted, action })
  if (decision.kind !== 'write') return editPage(c, action, posted, { problems: decision.kind === 'mend' ? decision.problems : [], decision })
  await write(c, action, decision.changes)
  await forgetDraft(c)
  return c.redirect(`${paths.action(slug, action.id)}${savedQuery(decision.changes.length === 0 ? 'inchangee' : 'modifiee', decision.merged)}`, 303)
})

actions.get(paths.actionField(':operation', ':action', ':field'), may('editAction'), async (c) =>
  fieldPage(c, await editedAction(c), undefined, { problems: [] }))

actions.post(paths.actionField(':operation', ':action', ':field'), may('editAction'), recorded('actionEdited'), async (c) => {
  const field = askedField(c)
  const posted: Posted = { ...await allFields(c), champs: field }
  const action = await actionToWrite(c, posted)
  const { operationId, mandates } = c.var.space
  const scene = await gatherSheet(c.var.db, c.var.today, [field])
  const decision = await decideSheet(c.var.db, { operationId, scope: scopeOf(mandates), scene, posted, action })
  if (decision.kind !== 'write') return fieldPage(c, action, posted, { problems: decision.kind === 'mend' ? decision.problems : [], decision })
  await write(c, action, decision.changes)
  if (!isFragment(c)) return c.redirect(backOf(c, action, posted['retour'] ?? ''), 303)
  const words = valueInWords(field, decision.values[field], await listNames(c.var.db))
  // The table that asked writes its days in figures.
  const day = actionFields[field].kind === 'date' ? readDate(posted[field] ?? '') : undefined
  return c.html(htmlFragment(FieldSaved({ words: day === undefined ? words : inFigures(day) })))
})

/** The action of the address. Two who give numbers at once wait for each other, before either holds an action: no number is given twice. */
async function actionToWrite(c: Request, posted: Posted): Promise<ActionRow> {
  const { code } = posted
  if (code !== undefined && code !== ((await seenAction(c)).values.code ?? '')) await holdOperation(c.var.db, c.var.space.operationId)
  return await editedAction(c)
}

actions.get(paths.actionRemoval(':operation', ':action'), may('editAction'), async (c) => removalPage(c, await editedAction(c), '', false))

actions.post(paths.actionRemoval(':operation', ':action'), may('editAction'), recorded('actionRemoved'), async (c) => {
  const action = await editedAction(c)
  const { motif: reason } = await fields(c, ['motif'])
  if (reason === '' || reason.length > 1000) return removalPage(c, action, reason, true)
  const change = { actionId: action.id, field: 'presence', before: { there: true, reason: '' }, after: { there: false, reason } } as const
  await applyChanges(c.var.db, c.var.space.operationId, [change],
    { setId: newId(), kind: 'edit', label: `Retrait de ${actionLine(action.values)}`.slice(0, 300), by: reader(c).id, at: c.var.now })
  await c.var.record({ objectKind: 'action', objectId: action.id, before: { removed: false }, after: { removed: true, reason } })
  return c.redirect(paths.actionHistory(c.var.space.slug, action.id), 303)
})

/** Writes what differs in one set, and journals it; says so when nothing does. */
async function write(c: Request, action: ActionRow, changes: readonly ValueChange[]): Promise<void> {
  if (changes.length === 0) return c.var.unchanged()
  const names = changes.map(({ field }) => (field === 'title' ? 'nom' : shortNames[field].toLowerCase()))
  const label = `${actionLine(action.values)} : ${names.join(', ')}`
  await applyChanges(c.var.db, c.var.space.operationId, changes.map((change) => ({ actionId: action.id, ...change })),
    { setId: newId(), kind: 'edit', label: label.slice(0, 300), by: reader(c).id, at: c.var.now })
  const side = (of: 'before' | 'after') => Object.fromEntries(changes.map((change) => [change.field, change[of]]))
  await c.var.record({ objectKind: 'action', objectId: action.id, before: side('before'), after: side('after') })
}

/** What a new action begins with: the next number, the orientation or clause one came from, one's own organisation. */
async function proposed(c: Request): Promise<Posted> {
  const { mandates } = c.var.space
  const names = await listNames(c.var.db)
  const orientation = [...names.orientations].find(([id]) => id === c.req.query('orientation'))
  const [own] = scopeOf(mandates).leads ? [] : scopeOf(mandates).authorities
  return {
    code: proposeCode(await listCodesInUse(c.var.db), orientation?.[1].number ?? null),
    'orientations.0': orientation?.[0] ?? '', clause: c.req.query('clause') ?? '',
    owner: own === undefined ? '' : (names.organisations.get(own) ?? ''),
    etat: 'planned', 'etat-le': inFigures(c.var.today),
  }
}

/** The first state typed; no state when none was chosen, today when no day was. */
function readState(posted: Posted, today: PlainDate) {
  const typed = { state: posted['etat'] ?? '', on: posted['etat-le'] ?? '' }
  const state = actionStates.find((one) => one === typed.state)
  const on = typed.on === '' ? today : readDate(typed.on)
  const problems: Fault[] = []
  if (state === undefined && typed.state !== '') problems.push(['etat', 'État : choisissez dans la liste.'])
  if (on === undefined) problems.push(['etat-le', 'Depuis le : cette date ne se lit pas ou n’existe pas. Écrivez-la jj/mm/aaaa.'])
  return { state, on: on ?? today, problems }
}

type TypedState = { readonly state: string; readonly on: string }
async function newActionPage(
  c: Request, typed: SheetTyped, state: TypedState, faults: readonly Fault[], draft: FoundDraft | undefined,
) {
  const { choices } = await gatherSheet(c.var.db, c.var.today, fieldsInOrder)
  return page(c, NewActionPage({
    frame: operationFrame(c), slug: c.var.space.slug, form: formOf(c), asked: fieldsInOrder, typed, choices, faults, state, draft, onceKey: newId(),
    seals: sealed(emptyAction, []),
  }), faults.length > 0 ? 422 : 200)
}

type Shown = { readonly problems: readonly FieldProblem[]; readonly draft?: FoundDraft | undefined; readonly decision?: Decision }
/** The form as it was sent, over what is recorded now: what was not typed shows what is recorded. */
async function shownSheet(c: Request, action: ActionRow, asked: readonly ActionField[], posted: Posted | undefined, { problems, decision }: Shown) {
  const { names, choices } = await gatherSheet(c.var.db, c.var.today, asked)
  const recordedTyped = typedOf(action.values, asked, names)
  const conflict: Conflict | undefined = decision?.kind !== 'conflict' ? undefined : {
    author: action.updatedBy, at: action.updatedAt,
    fields: decision.fields.map((field) => ({ field, theirs: valueInWords(field, action.values[field], names) })),
  }
  const yielded = posted === undefined ? [] : yieldedIn(posted)
  const mine = posted === undefined ? {} : typedIn(posted, askedIn(posted).filter((field) => !yielded.includes(field)))
  const typed = decision?.kind !== 'conflict' ? { ...recordedTyped, ...mine }
    : { ...typedOf(decision.values, asked, names), ...Object.fromEntries(decision.fields.map((field) => [field, decision.typed[field] ?? ''])) }
  const { code, title } = action.values
  return {
    frame: operationFrame(c), slug: c.var.space.slug, form: formOf(c), asked, typed, choices, faults: sheetFaults(problems), onceKey: newId(),
    conflict,
    // A refused form keeps the seals it came with: what others change meanwhile is still told apart.
    seals: posted?.['socle'] === undefined || conflict !== undefined ? sealed(action.values, asked) : posted['socle'],
    action: { id: action.id, code, title }, status: conflict !== undefined ? 409 as const : problems.length > 0 ? 422 as const : 200 as const,
  }
}

async function editPage(c: Request, action: ActionRow, posted: Posted | undefined, shown: Shown) {
  const { status, ...sheet } = await shownSheet(c, action, fieldsInOrder, posted, shown)
  return page(c, EditActionPage({ ...sheet, draft: shown.draft }), status)
}

async function fieldPage(c: Request, action: ActionRow, posted: Posted | undefined, shown: Shown) {
  const field = askedField(c)
  const { status, frame, ...sheet } = await shownSheet(c, action, [field], posted, shown)
  const form = { ...sheet, field, back: backOf(c, action, posted?.['retour'] ?? c.req.query('retour') ?? '') }
  return isFragment(c) ? c.html(htmlFragment(FieldForm(form)), status) : page(c, FieldPage({ frame, ...form }), status)
}

const removalPage = (c: Request, { id, values: { code, title } }: ActionRow, reason: string, faulty: boolean) => page(c, RemovalPage({
  frame: operationFrame(c), slug: c.var.space.slug, action: { id, code, title }, reason, onceKey: newId(),
  faults: faulty ? [['motif', 'Pourquoi la retirer : dites-le en quelques mots, mille caractères au plus.']] : [],
}), faulty ? 422 : 200)

const askedField = (c: Request): ActionField => {
  const name = c.req.param('field') ?? ''
  return isActionField(name) ? name : notFound()
}

/** A cell of a table asks for the form alone. */
const isFragment = (c: Request): boolean => c.req.header('x-fragment') === 'cell'

/** Where a field was asked from, inside this operation; else the sheet. */
const backOf = (c: Request, action: ActionRow, asked: string): string =>
  (asked.startsWith(`${paths.operation(c.var.space.slug)}/`) ? asked : paths.action(c.var.space.slug, action.id))

/** The address of the form, which is the name of its draft. */
const formOf = (c: Request): string => new URL(c.req.url).pathname

type FoundDraft = ShownDraft & { readonly fields: Posted }
async function draftOf(c: Request): Promise<FoundDraft | undefined> {
  const draft = await findDraft(c.var.db, { personId: reader(c).id, form: formOf(c) })
  return draft === undefined ? undefined : { savedAt: draft.savedAt, fields: draft.fields, resumed: c.req.query('brouillon') === 'reprendre' }
}
const forgetDraft = (c: Request): Promise<void> => removeDraft(c.var.db, { personId: reader(c).id, form: formOf(c) })
