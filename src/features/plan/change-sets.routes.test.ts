// Acts on the plan taken back over HTTP: hundreds of actions at once, what changed since left, never twice, undone again; and who may.
import { expect, it } from 'vitest'
import { date, instant } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Id } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { emptyAction } from '../../planning/action-fields.ts'
import type { ActionChange, ActionValues } from '../../planning/action-fields.ts'
import { inTenant } from '../../platform/database.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { holdActions, listActionValues } from '../actions/actions.store.ts'
import type { ActionRow } from '../actions/actions.store.ts'
import { applyChanges, insertActions } from '../actions/change-sets.store.ts'
import type { ChangeSet } from '../actions/change-sets.store.ts'
import { upsertTags } from '../actions/naming.store.ts'

type Db = Parameters<Parameters<TestApp['inside']>[0]>[0]
const today = date('2026-03-12')
const inside = <Answer>(app: TestApp, act: (db: Db) => Promise<Answer>): Promise<Answer> =>
  inTenant(app.database, { operationId: app.operation.id, personId: app.people.projectLead.id }, act)
const setOf = (app: TestApp, kind: ChangeSet['kind'], label: string): ChangeSet =>
  ({ setId: newId(), kind, label, by: app.people.projectLead.id, at: instant(app.services.clock()) })
const make = (app: TestApp, sheets: readonly Partial<ActionValues>[]): Promise<readonly Id<'action'>[]> => inside(app, (db) =>
  insertActions(db, app.operation.id, sheets.map((sheet, n) => ({
    values: { ...emptyAction, title: `Action ${n}`, ...sheet }, state: { state: 'planned' as const, on: date('2026-01-01'), reason: '' },
  })), setOf(app, 'import', 'Import')))
const rowsOf = (app: TestApp, ids: readonly Id<'action'>[]): Promise<readonly ActionRow[]> => app.inside((db) => listActionValues(db, ids, today))
async function change(app: TestApp, ids: readonly Id<'action'>[], changes: (row: ActionRow) => readonly ActionChange[], kind: ChangeSet['kind'] = 'bulk') {
  const set = setOf(app, kind, 'Priorité forte')
  await inside(app, async (db) => {
    await holdActions(db, ids)
    await applyChanges(db, app.operation.id, (await listActionValues(db, ids, today)).flatMap(changes), set)
  })
  app.wait(1)
  return set.setId
}
const high = ({ id: actionId, values, state }: ActionRow): readonly ActionChange[] => [
  { actionId, field: 'priority', before: values.priority, after: 'high' },
  { actionId, field: 'state', before: state, after: { state: 'inProgress', on: date('2026-02-01'), reason: 'Lancée' } },
]
const undoOf = (app: TestApp, set: string) => app.as('projectLead').post(paths.changeSetUndo(app.operation.slug, set), { cle: newId() })
const setIn = (answer: Response): string => /modifications\/([\w-]{36})$/.exec(answer.headers.get('location') ?? '')?.[1] ?? missing(`no set: ${answer.status}`)

function missing(what: string): never {
  throw new Error(what)
}

onEachEngine('an act on the plan', (open) => {
  it('over hundreds of actions is written and taken back, links and states included', async () => {
    const app = await startApp(open)
    const themes = await inside(app, (db) =>
      upsertTags(db, app.operation.id, Array.from({ length: 20 }, (_, n) => ({ kind: 'theme' as const, name: `Thème ${n}` }))))
    const ids = await make(app, Array.from({ length: 600 }, (_, n) => ({ themes: themes.slice(n % 18, n % 18 + 2) })))
    const before = (await rowsOf(app, ids)).map(({ values, state }) => ({ values, state }))
    const set = await change(app, ids, (row) => [
      ...high(row), { actionId: row.id, field: 'themes', before: row.values.themes, after: themes.slice(0, 1) },
    ])
    const undone = await undoOf(app, set)
    expect(undone.status).toBe(303)
    expect((await rowsOf(app, ids)).map(({ values, state }) => ({ values, state }))).toEqual(before)
  }, 30_000)

  it('leaves what someone changed since, and puts it back on demand', async () => {
    const app = await startApp(open)
    const ids = await make(app, [{ code: 'A-1' }, { code: 'A-2' }])
    const set = await change(app, ids, high)
    await change(app, ids.slice(0, 1), ({ id, values }) => [{ actionId: id, field: 'priority', before: values.priority, after: 'medium' }], 'edit')
    const page = await wordsOf(await app.as('projectLead').get(paths.changeSet(app.operation.slug, set)))
    expect(page).toContain('3 champs de 2 actions reviendront en arrière')
    expect(page).toMatch(/A-1 Action 0\s*: Priorité, quelqu’un l’a changé depuis/)
    const undone = setIn(await undoOf(app, set))
    expect((await rowsOf(app, ids)).map(({ values, state }) => [values.priority, state?.state])).toEqual([['medium', 'planned'], [null, 'planned']])
    expect((await undoOf(app, set)).status).toBe(422)
    expect((await undoOf(app, undone)).status).toBe(303)
    expect((await rowsOf(app, ids)).map(({ values, state }) => [values.priority, state?.state])).toEqual([['medium', 'inProgress'], ['high', 'inProgress']])
  })

  it('made by two at once is taken back once', async () => {
    const app = await startApp(open)
    const ids = await make(app, [{}, {}])
    const set = await change(app, ids, high)
    const answers = await Promise.all([undoOf(app, set), undoOf(app, set)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    expect((await rowsOf(app, ids)).map(({ values }) => values.priority)).toEqual([null, null])
  })

  it('that made or removed actions is taken back like any other; two may exchange their numbers', async () => {
    const app = await startApp(open)
    const { slug } = app.operation
    const [one, other] = await make(app, [{ code: 'A-1' }, { code: 'A-2' }])
    if (one === undefined || other === undefined) missing('two actions')
    await change(app, [one, other], ({ id, values }) => [{ actionId: id, field: 'code', before: values.code, after: values.code === 'A-1' ? 'A-2' : 'A-1' }])
    expect((await rowsOf(app, [one, other])).map(({ values }) => values.code)).toEqual(['A-2', 'A-1'])
    await app.as('projectLead').post(paths.actionRemoval(slug, one), { motif: 'Double' })
    const history = await (await app.as('projectLead').get(paths.actionHistory(slug, one))).text()
    const removal = /action="[^"]*modifications\/([\w-]{36})\/annulation"/.exec(history)?.[1] ?? missing('no way back')
    expect((await undoOf(app, removal)).status).toBe(303)
    expect((await rowsOf(app, [one])).map(({ removedAt }) => removedAt)).toEqual([null])
    const list = await (await app.as('elected').get(paths.changeSets(slug))).text()
    const imported = /modifications\/([\w-]{36})">Import</.exec(list)?.[1] ?? missing('no import')
    expect((await undoOf(app, imported)).status).toBe(303)
    expect((await rowsOf(app, [one, other])).map(({ removedAt }) => removedAt === null)).toEqual([false, false])
  })

  it('is taken back by the project lead, by those who bear all its actions, by nobody else', async () => {
    const app = await startApp(open)
    const { slug } = app.operation
    const { commune } = app.organisations
    const [own, others] = await make(app, [{ owner: commune }, {}])
    if (own === undefined || others === undefined) missing('two actions')
    const [ofOwn, ofBoth] = [await change(app, [own], high), await change(app, [own, others], ({ id, values }) => [{ actionId: id, field: 'nature', before: values.nature, after: 'mixed' }])]
    const undone = async (role: 'townLead' | 'finance', set: string) => (await app.as(role).post(paths.changeSetUndo(slug, set), {})).status
    expect([await undone('finance', ofOwn), await undone('townLead', ofBoth), await undone('townLead', ofOwn)]).toEqual([403, 403, 303])
    expect((await app.as('funder').get(paths.changeSets(slug))).status).toBe(404)
    await change(app, [others], ({ id, values }) => [{ actionId: id, field: 'restricted', before: values.restricted, after: true }])
    const hidden = await change(app, [others], high)
    const seen = async (role: 'projectLead' | 'townLead') => (await app.as(role).get(paths.changeSet(slug, hidden))).status
    expect([await seen('projectLead'), await seen('townLead')]).toEqual([200, 404])
    expect((await (await app.as('townLead').get(paths.changeSets(slug))).text()).includes(hidden)).toBe(false)
    expect(await wordsOf(await app.as('elected').get(paths.changeSet(slug, ofBoth)))).toContain('Le chef de projet peut annuler')
  })
})
