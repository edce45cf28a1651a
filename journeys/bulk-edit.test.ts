// Three thousand actions changed at once in a browser: seen before, done, one of them edited by hand, then all but that one put back.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../src/testing/ask.ts'
import { fillBigPlan } from '../src/testing/big-plan.ts'
import { demonstrationAccounts } from '../src/features/people/demonstration.ts'
import { paths } from '../src/paths.ts'
import { inTenant } from '../src/platform/database.ts'
import { startDatabase } from '../src/platform/database-start.ts'
import { openLog } from '../src/platform/log.ts'
import type { Schema } from '../src/schema.ts'
import { overflows, violations } from './accessibility.ts'
import { openSite, picture, slug } from './site.ts'

const site = openSite()
const words = (text: string | null): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ').replace(/\s+/g, ' ')
const close: (() => Promise<void>)[] = []

beforeAll(async () => {
  const database = await startDatabase<Schema>({ dataFolder: site.folder, poolSize: 2 }, 'migrations', openLog('silent'))
  close.push(database.close)
  const { id: operationId } = await database.kysely.selectFrom('operation').select('operation_id as id').where('slug', '=', slug).executeTakeFirstOrThrow()
  const lead = demonstrationAccounts.find(({ role }) => role === 'projectLead')?.email ?? ''
  const { id: by } = await database.kysely.selectFrom('person').select('id').where('email', '=', lead).executeTakeFirstOrThrow()
  await inTenant(database, { operationId, personId: by }, (db) => fillBigPlan(db, operationId, { actions: 3000, linesPerAction: 1, by }))
  await ask(database.owner, 'analyze')
})
afterAll(async () => {
  for (const end of close) await end()
})

test('a whole filter is changed, then put back, save what someone edited since', async () => {
  const walk = await site.walk({ bypassCSP: true })
  const { page } = walk
  const main = async (): Promise<string> => words(await page.locator('main').textContent())
  await site.signIn(walk)
  await walk.go(`${paths.plan(slug)}?q=${encodeURIComponent('"du grand plan"')}`)
  expect(await main()).toContain('3 000 actions')
  expect([await violations(page), await overflows(page)]).toEqual([[], false])
  await picture(page, 'plan-table')

  await page.getByRole('link', { name: /Modifier les 3.000 actions/ }).click()
  await page.getByLabel('Avancement').fill('42')
  await page.getByRole('button', { name: 'Voir ce que cela donnerait' }).click()
  await page.getByRole('button', { name: /Modifier 3.000 actions/ }).waitFor()
  expect([await violations(page), await overflows(page)]).toEqual([[], false])
  await picture(page, 'bulk-preview')
  await page.getByRole('button', { name: /Modifier 3.000 actions/ }).click()
  await page.getByText('Modification faite').waitFor()
  const set = await page.getByRole('link', { name: /Voir le détail, ou annuler/ }).getAttribute('href') ?? ''
  await walk.go(`${paths.plan(slug)}?avancement-min=42&avancement-max=42`)
  expect(await main()).toContain('3 000 actions')

  const row = page.locator('tr', { hasText: 'G-00012' })
  await row.getByRole('link', { name: /Modifier avancement/i }).click()
  const figure = row.getByRole('textbox', { name: /Avancement/ })
  await figure.fill('55')
  await figure.press('Enter')
  await row.getByText('55 %').waitFor()

  await walk.go(new URL(set, site.address()).pathname)
  expect(await main()).toContain('2 999 champs de 2 999 actions reviendront')
  await page.getByText('Ce qui sera laissé').click()
  expect(await main()).toMatch(/G-00012 [^:]* : Avancement, quelqu’un l’a changé depuis/)
  await page.getByRole('button', { name: 'Annuler cette modification' }).click()
  await page.waitForURL((url) => url.pathname.includes('/modifications/') && url.pathname !== new URL(set, site.address()).pathname)
  await walk.go(`${paths.plan(slug)}?avancement-min=42&avancement-max=42`)
  expect(await main()).toContain('Aucune action ne répond')
  await walk.go(`${paths.plan(slug)}?q=G-00012`)
  expect(words(await page.locator('tr', { hasText: 'G-00012' }).first().textContent())).toContain('55 %')
  await walk.close()
})
