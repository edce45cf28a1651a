// Every act on the plan: listed, shown, taken back with all it wrote, the lines of money included.
import { newId, readId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { holds } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { mayEdit, maySee, scopeOf } from '../../planning/scope.ts'
import { may, recorded } from '../../platform/guard.ts'
import { TurnedAway, fields, idOf, notFound, reader, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { actionLine } from '../actions/action-tabs.tsx'
import { listActionValues } from '../actions/actions.store.ts'
import type { ActionRow } from '../actions/actions.store.ts'
import { digestOf } from '../actions/change-digest.ts'
import { shownChange } from '../actions/change-set.words.ts'
import { findOpenSet, listActionChanges, listChangeSets, listOtherChanges } from '../actions/change-sets.store.ts'
import type { ActionNames } from '../actions/action.words.ts'
import { listNames } from '../actions/naming.store.ts'
import { previewUndo, undoSet } from '../actions/undo.store.ts'
import type { FoundUndo, UndoProblem } from '../actions/undo.store.ts'
import { undoMoney } from '../funding/money-undo.store.ts'
import { operationFrame, page } from '../site/chrome.ts'
import { ChangeSetPage, ChangeSetsPage } from './change-sets.pages.tsx'
import type { ShownUndo } from './change-sets.pages.tsx'

export const changeSets = routes()
const setsAPage = 50
const mostActions = 100

/** Those who see the whole plan only: what a set changed may be of any action. */
const planScope = (c: Request) => {
  const scope = scopeOf(c.var.space.mandates)
  return scope.seesAll ? scope : notFound()
}

changeSets.get(paths.changeSets(':operation'), may('viewPlan'), async (c) => {
  const sets = await listChangeSets(c.var.db, planScope(c), { after: readId<'changeSet'>(c.req.query('apres') ?? ''), most: setsAPage })
  return page(c, ChangeSetsPage({
    frame: operationFrame(c), slug: c.var.space.slug, sets, older: sets.length === setsAPage ? sets.at(-1)?.id : undefined,
  }))
})

for (const address of [paths.changeSet, paths.changeSetUndo]) {
  changeSets.get(address(':operation', ':set'), may('viewPlan'), async (c) => setPage(c, undefined))
}

changeSets.post(paths.changeSetUndo(':operation', ':set'), may('editAction'), recorded('changesUndone'), async (c) => {
  const setId = idOf<'changeSet'>(c, 'set')
  const set = await findOpenSet(c.var.db, planScope(c), setId) ?? notFound()
  if (!(await mayUndo(c, setId))) throw new TurnedAway('notYours')
  const { tout } = await fields(c, ['tout'])
  const undoId = newId<'changeSet'>()
  const label = `${set.kind === 'undo' ? 'Rétablissement' : 'Annulation'} : ${set.label}`.slice(0, 300)
  const outcome = await undoSet(c.var.db, undoingOf(c, setId, tout !== ''), { setId: undoId, label, by: reader(c).id })
  if (!outcome.ok) return setPage(c, outcome.problems[0])
  const { changes, others } = outcome.value
  const rows = [...changes, ...others.changes.map(({ objectId, ...change }) => ({ actionId: objectId, ...change }))]
  await c.var.record({ objectKind: 'changeSet', objectId: undoId, before: { undoes: setId }, after: digestOf(rows) })
  return c.redirect(paths.changeSet(c.var.space.slug, undoId), 303)
})

const undoingOf = (c: Request, setId: Id<'changeSet'>, anyway: boolean) =>
  ({ operationId: c.var.space.operationId, setId, day: c.var.today, at: c.var.now, parts: undoMoney, anyway })

/** The project lead takes back any set; others, those that only touch what they may write. */
async function mayUndo(c: Request, setId: Id<'changeSet'>): Promise<boolean> {
  const scope = scopeOf(c.var.space.mandates)
  if (scope.leads) return true
  if (!holds(c.var.space.roles, 'editAction') || (await listOtherChanges(c.var.db, setId)).length > 0) return false
  const ids = [...new Set((await listActionChanges(c.var.db, setId)).map(({ actionId }) => actionId))]
  return (await listActionValues(c.var.db, ids, c.var.today)).every(({ values }) => mayEdit(scope, values))
}

const problemWords: Readonly<Record<UndoProblem, string>> = {
  unknownSet: 'Cette modification n’existe pas.', alreadyUndone: 'Cette modification est déjà annulée : quelqu’un vient peut-être de le faire.',
  nothingToUndo: 'Plus rien ne peut revenir en arrière : tout a changé depuis.',
}

async function setPage(c: Request, problem: UndoProblem | undefined) {
  const scope = planScope(c)
  const { db } = c.var
  const setId = idOf<'changeSet'>(c, 'set')
  const set = await findOpenSet(db, scope, setId) ?? notFound()
  const changes = await listActionChanges(db, setId)
  const names = await listNames(db)
  const may = await mayUndo(c, setId)
  const found = set.undoneById === null && may ? await previewUndo(db, undoingOf(c, setId, false)) : undefined
  const touched = [...new Set(changes.map(({ actionId }) => actionId))]
  const kept = found?.ok === true ? found.value.kept.slice(0, mostActions).map(({ change }) => change.actionId) : []
  const rows = new Map((await listActionValues(db, [...new Set([...touched.slice(0, mostActions), ...kept])], c.var.today))
    .filter(({ values }) => maySee(scope, { ...values, funds: false })).map((row) => [row.id, row]))
  const actions = touched.slice(0, mostActions).flatMap((id) => {
    const row = rows.get(id)
    return row === undefined ? [] : [{
      id, name: actionLine(row.values), changes: changes.filter(({ actionId }) => actionId === id).map((change) => shownChange(change, names)),
      made: changes.some(({ actionId, field, after }) => actionId === id && field === 'presence' && after.there),
    }]
  })
  return page(c, ChangeSetPage({
    frame: operationFrame(c), slug: c.var.space.slug, set, actions, hidden: touched.length - actions.length, onceKey: newId(),
    undo: found?.ok === true ? shownUndo(found.value, rows, names) : undefined,
    why: may || set.undoneById !== null ? undefined
      : 'Le chef de projet peut annuler cette modification ; vous pouvez annuler celles de vos propres actions.',
    problem: problem === undefined ? undefined : problemWords[problem],
  }), problem === undefined ? 200 : 422)
}

const shownUndo = ({ changes, kept, others }: FoundUndo, rows: ReadonlyMap<Id<'action'>, ActionRow>, names: ActionNames): ShownUndo => ({
  back: changes.filter(({ field }) => field !== 'presence').length, keptCount: kept.length,
  actions: new Set(changes.filter(({ field }) => field !== 'presence').map(({ actionId }) => actionId)).size,
  removed: changes.filter(({ field, after }) => field === 'presence' && !after.there).length,
  restored: changes.filter(({ field, after }) => field === 'presence' && after.there).length,
  othersBack: others.changes.length, othersKept: others.kept.length,
  kept: kept.flatMap(({ change, because }) => {
    const row = rows.get(change.actionId)
    return row === undefined ? [] : [{ actionId: row.id, name: actionLine(row.values), change: shownChange(change, names), because }]
  }),
})
