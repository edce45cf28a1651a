// A promise kept, in a browser: a late meeting found on the dashboard, proved, taken back; a calendar to follow, given and shut.
import { expect, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { violations } from './accessibility.ts'
import { openSite, slug } from './site.ts'

const site = openSite()
const words = (text: string | null): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ').replace(/\s+/g, ' ')

test.each([true, false])('what is late is proved, then taken back with a reason (JavaScript: %s)', async (javaScriptEnabled) => {
  const walk = await site.walk({ javaScriptEnabled })
  const { page } = walk
  await site.signIn(walk)
  await walk.go(paths.operation(slug))
  await page.locator('.due li', { hasText: 'En retard' }).getByRole('link', { name: /^Réunion/ }).first().click()
  await page.waitForURL('**/echeances/*')
  const row = page.locator('tr', { hasText: '3e année' })
  await row.getByRole('link', { name: /Enregistrer une preuve/ }).click()
  await page.getByLabel('Ce que c’est').selectOption('meeting')
  await page.getByLabel('Fait le').fill('31/02/2026')
  await page.getByRole('button', { name: 'Enregistrer la preuve' }).click()
  await page.locator('#faults').getByRole('link', { name: /Indiquez le jour/ }).waitFor()
  expect(await page.getByLabel('Fait le').inputValue()).toBe('31/02/2026')
  await page.getByLabel('Fait le').fill('10/02/2026')
  await page.getByLabel('Titre').fill('Comité de suivi du 10 février')
  await page.getByRole('button', { name: 'Enregistrer la preuve' }).click()
  await row.getByText('Tenue', { exact: true }).waitFor()
  expect(words(await row.textContent())).toContain('Comité de suivi du 10 février, 10 février 2026')
  const entry = page.locator('li[id^="ecriture-"]', { hasText: '10 février' }).first()
  await entry.locator('summary').click()
  await entry.getByLabel('Motif du retrait').fill('Mauvaise date')
  await entry.getByRole('button', { name: 'Retirer' }).click()
  await row.getByText('En retard').waitFor()
  expect(words(await page.locator('main').textContent())).toContain('Retirée : Mauvaise date')
  await walk.close()
})

test('a calendar is given to an agenda by its address, shown once, and shut', async () => {
  const walk = await site.walk({ bypassCSP: true })
  const { page } = walk
  await site.signIn(walk)
  await walk.go(paths.operationCalendar(slug))
  await page.getByLabel('Pour qui, ou pour quel agenda').fill('Agenda du service')
  await page.getByRole('button', { name: 'Créer une adresse' }).click()
  const address = await page.locator('code.typed').textContent()
  expect(await violations(page)).toEqual([])
  const read = async () => await fetch(address ?? '')
  const first = await read()
  expect([first.headers.get('content-type'), (await first.text()).includes('BEGIN:VEVENT')]).toEqual(['text/calendar; charset=utf-8', true])
  await walk.go(paths.operationCalendar(slug))
  expect(await page.locator('code.typed').count()).toBe(0)
  await page.getByRole('button', { name: /^Retirer/ }).click()
  await page.getByText('retirée').waitFor()
  expect((await read()).status).toBe(404)
  await walk.close()
})
