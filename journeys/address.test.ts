// An address tested: without JavaScript, then by the keyboard alone with what the script proposes, and its certificate verified by anyone.
import { expect, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { violations } from './accessibility.ts'
import { openSite } from './site.ts'

const site = openSite()

test('anyone tests an address without JavaScript, keeps the certificate, and another verifies it', async () => {
  const walk = await site.walk({ javaScriptEnabled: false })
  const { page } = walk
  await walk.go(paths.publicEffects())
  await page.fill('input[name="q"]', 'pl jean jaure lens')
  await page.click('text=Tester >> nth=-1')
  await page.click('a:has-text("Place Jean-Jaurès") >> nth=0')
  await walk.go(`${paths.publicEffects()}?q=4+place+jean-jaures+lens&le=12/03/2026`)
  expect(await page.locator('#applies li').count()).toBeGreaterThan(3)
  expect(await page.locator('#unknown li').count()).toBeGreaterThan(3)
  await page.click('text=Établir l’attestation')
  await page.waitForURL('**/attestations/*')
  const code = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await walk.close()

  const other = await site.walk({ bypassCSP: true })
  await other.go(paths.certificateCheck())
  await other.page.fill('input[name="code"]', code.toLowerCase().replaceAll('-', ' '))
  await other.page.keyboard.press('Enter')
  await other.page.waitForURL(`**${paths.certificate(code)}`)
  expect(await other.page.locator('main').textContent()).toContain('Authentique')
  expect(await violations(other.page)).toEqual([])
  await other.close()
})

test('addresses are proposed as one types, and chosen by the keyboard alone', async () => {
  const walk = await site.walk({ bypassCSP: true })
  const { page } = walk
  await walk.go(paths.publicEffects())
  await page.focus('input[name="q"]')
  await page.keyboard.type('6 rue diderto')
  await page.waitForSelector('[role="option"]')
  expect(await page.getAttribute('input[name="q"]', 'aria-expanded')).toBe('true')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(await page.locator('[role="option"]').count()).toBe(0)
  await page.keyboard.type(' ')
  await page.waitForSelector('[role="option"]')
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('[aria-selected="true"]').textContent()).toBe('6 Rue Diderot, 62300 Lens')
  await page.keyboard.press('Enter')
  await page.waitForURL('**adresse=62498_9003_00006**')
  expect(await page.locator('main').textContent()).toContain('6 Rue Diderot, 62300 Lens')
  await walk.close()
})
