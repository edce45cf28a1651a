// The demonstration: made once and whole, opened in one click by each of its accounts.
import { expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { verifyJournal } from '../../platform/journal.ts'
import { inTenant } from '../../platform/database.ts'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import { htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { demonstrationAccounts } from '../people/demonstration.ts'
import { loadTerritories } from '../territories/territories.store.ts'
import { prepareDemonstration } from './demonstration.ts'
import { readDemonstrationPlan } from './demonstration-plan-file.ts'

onEachEngine('the demonstration', (open) => {
  it('is made once and whole by programs that start together, and left alone at the next start', async () => {
    const { services } = await startApp(open, { demonstration: true })
    loadTerritories()
    readDemonstrationPlan('demonstration')
    await Promise.all([1, 2, 3].map(() => prepareDemonstration(services, 'demonstration')))
    const { kysely } = services.database
    const operations = await kysely.selectFrom('operation').select('operation_id').where('demonstration', '=', true).execute()
    expect(operations).toHaveLength(1)
    const operationId = operations[0]?.operation_id ?? newId<'operation'>()
    const state = () => inTenant(services.database, { operationId, personId: null, readOnly: true }, async (db) => ({
      conventions: await db.selectFrom('convention').select(['slug', 'kind']).orderBy('slug').execute(),
      mandates: (await db.selectFrom('mandate').select('id').execute()).length, journal: await verifyJournal(db, operationId),
      actions: (await db.selectFrom('action').select('id').where('description', 'like', '%démonstration.').execute()).length,
      facts: (await db.selectFrom('action').select('id').where('description', 'like', '%Fait public : %').execute()).length,
      statuses: (await db.selectFrom('funding_event').select('status').distinct().orderBy('status').execute()).map(({ status }) => status),
    }))
    const made = await state()
    expect(made).toMatchObject({
      conventions: [{ slug: 'avenant-1', kind: 'amendment' }, { slug: 'avenant-2', kind: 'amendment' }, { slug: 'avenant-3', kind: 'amendment' },
        { slug: 'chapeau', kind: 'umbrella' }, { slug: 'ort-2019', kind: 'other' }],
      mandates: demonstrationAccounts.length, journal: { breaks: [] }, actions: 38, facts: 7,
      statuses: ['awarded', 'cancelled', 'closed', 'committed', 'paid', 'refused', 'requested', 'toRequest'],
    })
    await prepareDemonstration(services, 'demonstration')
    expect(await state()).toEqual(made)
  })

  it('opens in one click for each of its accounts, with the rights of its role', async () => {
    const app = await startApp(open, { demonstration: true })
    await prepareDemonstration(app.services, 'demonstration')
    const signIn = await htmlOf(await app.visitor().get(paths.signIn()))
    const journals = []
    for (const { email, role, name } of demonstrationAccounts) {
      expect(signIn).toContain(`value="${email}"`)
      const browser = app.visitor()
      const answer = await browser.post(paths.demonstrationSignIn(), { email, next: paths.operation('lens-lievin') })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, paths.operation('lens-lievin')])
      const dashboard = await wordsOf(await browser.get(paths.operation('lens-lievin')))
      expect([dashboard.includes('ORT de Lens-Liévin'), dashboard.includes(name)]).toEqual([true, true])
      journals.push([role, (await browser.get(paths.journal('lens-lievin'))).status])
    }
    expect(journals).toEqual([['projectLead', 200], ['townLead', 403], ['finance', 200], ['lawyer', 200], ['elected', 200], ['prefecture', 200],
      ['funder', 403]])
  })
})
