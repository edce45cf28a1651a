// The guard of a request: who is let in, what is written once, and that what fails after a write leaves nothing behind.
import { expect, it } from 'vitest'
import type { Hono } from 'hono'
import { instant } from '../kernel/date.ts'
import { newId } from '../kernel/id.ts'
import { paths } from '../paths.ts'
import { startApp } from '../testing/app.ts'
import type { TestApp } from '../testing/app.ts'
import { wordsOf } from '../testing/client.ts'
import { onEachEngine } from '../testing/database.ts'
import { may, recorded } from './guard.ts'
import { notFound } from './web.ts'
import type { Env, Request } from './web.ts'

/** Writes an organisation of this name, and its entry in the journal. */
async function addOrganisation(c: Request, name: string): Promise<string> {
  const id = newId<'organisation'>()
  await c.var.db.insertInto('organisation').values({ operation_id: c.var.space.operationId, id, name, kind: 'other', siren: null, insee: null }).execute()
  await c.var.record({ objectKind: 'organisation', objectId: id, before: null, after: { name } })
  return id
}

/** Routes that only these tests have, behind the real guard. */
function mount(app: Hono<Env>): void {
  const guarded = (name: string, act: (c: Request) => Promise<Response>): void => {
    app.post(`/operations/:operation/essai/${name}`, may('editOperation'), recorded('organisationAdded'), (c) => act(c))
  }
  guarded('throws', async (c) => {
    await addOrganisation(c, 'thrown')
    throw new Error('after the write')
  })
  guarded('refuses', async (c) => {
    await addOrganisation(c, 'refused')
    return c.text('no', 422)
  })
  guarded('not-found', async (c) => {
    await addOrganisation(c, 'turned away')
    return notFound()
  })
  guarded('silent', async (c) => {
    await c.var.db.updateTable('operation').set({ name: 'Silently' }).where('operation_id', '=', c.var.space.operationId).execute()
    return c.redirect('/', 303)
  })
  guarded('swallows', async (c) => {
    await addOrganisation(c, 'swallowed')
    await addOrganisation(c, 'SWALLOWED').catch(() => {})
    return c.redirect('/', 303)
  })
  guarded('adds', async (c) => c.redirect(`/added/${await addOrganisation(c, `added ${newId()}`)}`, 303))
  app.get('/operations/:operation/essai/writes', may('viewOperation'), async (c) => {
    await c.var.db.updateTable('operation').set({ name: 'By a GET' }).where('operation_id', '=', c.var.space.operationId).execute()
    return c.text('written')
  })
}

async function start(open: Parameters<typeof startApp>[0]): Promise<TestApp & { readonly at: (name: string) => string; readonly rows: () => Promise<readonly string[]> }> {
  const app = await startApp(open)
  mount(app.app)
  return {
    ...app, at: (name) => `${paths.operation(app.operation.slug)}/essai/${name}`,
    rows: () => app.inside(async (db) => [
      ...(await db.selectFrom('organisation').select('name').where('kind', '=', 'other').execute()).map(({ name }) => name),
      ...(await db.selectFrom('journal_entry').select('what').execute()).map(({ what }) => what),
      ...(await db.selectFrom('submission').select('location').execute()).map(({ location }) => location),
      ...(await db.selectFrom('operation').select('name').where('operation_id', '=', app.operation.id).execute()).map(({ name }) => name),
    ]),
  }
}
const untouched = ['ORT d’essai']

onEachEngine('what fails after a write', (open) => {
  it.each([['throws', 500], ['refuses', 422], ['not-found', 404], ['silent', 500], ['swallows', 500]])('leaves nothing behind when the handler %s', async (name, status) => {
    const app = await start(open)
    const answer = await app.as('lawyer').post(app.at(name), { cle: newId(), typed: 'ce que je tapais' })
    expect([answer.status, await app.rows()]).toEqual([status, untouched])
  })

  it('is answered with a number, and with what was typed', async () => {
    const app = await start(open)
    const words = await wordsOf(await app.as('lawyer').post(app.at('throws'), { typed: 'ce que je tapais' }))
    expect(words).toContain('Rien n’a été enregistré à moitié.')
    expect(words).toMatch(/Numéro de la demande : [0-9a-f-]{36}/)
    expect(words).toContain('ce que je tapais')
    expect(words).not.toContain('after the write')
  })

  it('lets the next sending of the same form through', async () => {
    const app = await start(open)
    const cle = newId()
    await app.as('lawyer').post(app.at('throws'), { cle })
    expect((await app.as('lawyer').post(app.at('adds'), { cle })).headers.get('location')).toContain('/added/')
  })

  it('and a page that is only asked for, cannot write', async () => {
    const app = await start(open)
    expect([(await app.as('lawyer').get(app.at('writes'))).status, await app.rows()]).toEqual([500, untouched])
  })
})

onEachEngine('a form sent twice', (open) => {
  it('is written once, and both sendings lead to the same page', async () => {
    const app = await start(open)
    const cle = newId()
    const [first, second] = [await app.as('lawyer').post(app.at('adds'), { cle }), await app.as('lawyer').post(app.at('adds'), { cle })]
    expect(first.headers.get('location')).toContain('/added/')
    expect([second.status, second.headers.get('location')]).toEqual([303, first.headers.get('location')])
    expect(await app.inside((db) => db.selectFrom('journal_entry').select('position').execute())).toHaveLength(1)
  })

  it('at the same instant is written once as well', async () => {
    const app = await start(open)
    const cle = newId()
    const answers = await Promise.all(Array.from({ length: 4 }, () => app.as('lawyer').post(app.at('adds'), { cle })))
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    expect(await app.inside((db) => db.selectFrom('organisation').select('id').where('kind', '=', 'other').execute())).toHaveLength(1)
  })

  it('with two keys is two forms, and without a key too', async () => {
    const app = await start(open)
    for (const fields of [{ cle: newId() }, { cle: newId() }, {}, {}, { cle: 'not a key' }]) expect((await app.as('lawyer').post(app.at('adds'), fields)).status).toBe(303)
    expect(await app.inside((db) => db.selectFrom('organisation').select('id').where('kind', '=', 'other').execute())).toHaveLength(5)
  })

  it('by someone else with the same key tells them nothing of the first', async () => {
    const app = await start(open)
    const cle = newId()
    const first = await app.as('lawyer').post(app.at('adds'), { cle })
    const other = await app.as('projectLead').post(app.at('adds'), { cle })
    expect([other.status, other.headers.get('location') === first.headers.get('location')]).toEqual([303, false])
    expect((await app.as('lawyer').post(app.at('adds'), { cle })).headers.get('location')).toBe(first.headers.get('location'))
  })
})

onEachEngine('the door of an operation', (open) => {
  it('sends to sign-in who is not known, with the way back', async () => {
    const app = await start(open)
    const answer = await app.visitor().get(`${paths.journal(app.operation.slug)}?avant=3`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${paths.signIn()}?next=${encodeURIComponent(`${paths.journal(app.operation.slug)}?avant=3`)}`])
    expect((await app.visitor().post(app.at('adds'))).status).toBe(401)
  })

  it('is not there for who never had a mandate, whatever the right', async () => {
    const [app, other] = [await start(open), await startApp(open)]
    for (const answer of [await other.as('projectLead').get(paths.operation(app.operation.slug)), await other.as('projectLead').post(app.at('adds'))]) {
      expect([answer.status, (await wordsOf(answer)).includes('ORT d’essai')]).toEqual([404, false])
    }
  })

  it('is not there for who has a door without any mandate', async () => {
    const [app, other] = [await start(open), await startApp(open)]
    await other.database.kysely.insertInto('operation_access').values({ person_id: other.people.lawyer.id, operation_id: app.operation.id, since: instant(app.services.clock()) }).execute()
    expect((await other.as('lawyer').get(paths.operation(app.operation.slug))).status).toBe(404)
  })

  it('says which roles have the right that is missing', async () => {
    const app = await start(open)
    const answer = await app.as('elected').post(app.at('adds'))
    expect([answer.status, await wordsOf(answer)]).toEqual([403, expect.stringContaining('Il faut le droit de modifier la fiche de l’opération. Ce droit revient, dans cette opération, à : chef de projet, juriste.')])
  })
})
