// The journey the product exists for: a signed convention handed in, read, reviewed, published; the operation lives from its clauses.
import { existsSync, writeFileSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { inOperation, openSite } from './site.ts'

const site = openSite()
const founding = '../shared/data/convention-chapeau-lens-lievin.md'

const waitingIn = async (page: Page): Promise<number> => await page.locator('[data-status="waiting"]').count()

test('a convention goes from file to living operation, by mouse and keyboard', async () => {
  const walk = await site.walk()
  const { page } = walk
  await site.signIn(walk)
  await walk.go(inOperation('/documents/nouveau'))
  await page.setInputFiles('input[type=file]', 'demonstration/convention-chapeau.md')
  await page.click('text=Déposer et lire')
  await page.waitForSelector('[data-review]')
  const total = await waitingIn(page)
  expect(total).toBeGreaterThan(40)

  await page.click('text=/Accepter les \\d+ faits sûrs/')
  await expect.poll(() => waitingIn(page)).toBeLessThan(total)
  const left = await waitingIn(page)

  await page.locator('[data-status="waiting"]').first().focus()
  await page.keyboard.press('a')
  await expect.poll(() => waitingIn(page)).toBe(left - 1)
  await page.keyboard.press('r')
  await expect.poll(() => waitingIn(page)).toBe(left - 2)

  const term = page.locator('.fact', { hasText: 'à compter de la signature' }).first()
  await term.locator('[data-correct]').click()
  await page.getByLabel('Signée le').fill('31/02/2023')
  await page.click('text=Enregistrer la correction')
  await expect.poll(() => page.title()).toMatch(/^Erreur/)
  expect(await page.getByLabel('Signée le').inputValue()).toBe('31/02/2023')
  await page.getByLabel('Signée le').fill('06/04/2023')
  await page.click('text=Enregistrer la correction')
  await page.waitForSelector('[data-review]')

  for (let rest = await waitingIn(page); rest > 0; rest = await waitingIn(page)) {
    await page.locator('[data-status="waiting"] [data-act="accept"]').first().click()
    await expect.poll(() => waitingIn(page)).toBe(rest - 1)
  }
  await page.reload()
  await page.click('text=Préparer la publication')
  await page.getByLabel('Adresse de la convention').fill('chapeau')
  await page.click('text=Publier la convention')
  await page.waitForSelector('text=/a déjà cette adresse/')
  await page.getByLabel('Adresse de la convention').fill('chapeau-signee')
  await page.click('text=Publier la convention')
  await page.waitForURL('**/conventions/chapeau-signee')
  await page.waitForSelector('text=6 avril 2028')

  await page.locator('a.article-number', { hasText: 'Article 5' }).click()
  expect(new URL(page.url()).pathname).toBe(inOperation('/conventions/chapeau-signee/article-5'))
  await walk.go(inOperation(''))
  await page.waitForSelector('text=Ce qui est dû')
  expect(await page.locator('main').textContent()).toContain('comité de suivi')
  await walk.close()
})

test('the same journey without JavaScript', async () => {
  const walk = await site.walk({ javaScriptEnabled: false })
  const { page } = walk
  const file = join(mkdtempSync(join(tmpdir(), 'chapeau-')), 'convention sans script.txt')
  writeFileSync(file, readFileSync('demonstration/convention-chapeau.md', 'utf8').replace('démonstration', 'démonstration, lue sans script'))
  await site.signIn(walk)
  await walk.go(inOperation('/documents/nouveau'))
  await page.setInputFiles('input[type=file]', file)
  await page.click('text=Déposer et lire')
  while ((await page.locator('[data-review]').count()) === 0) {
    await page.waitForTimeout(250)
    await page.reload()
  }
  await page.click('text=/Accepter les \\d+ faits sûrs/')
  for (let rest = await waitingIn(page); rest > 0; rest = await waitingIn(page)) {
    await page.locator('[data-status="waiting"] [data-act="accept"]').first().click()
  }
  await page.click('text=Préparer la publication')
  await page.getByLabel('Adresse de la convention').fill('sans-script')
  await page.click('text=Publier la convention')
  expect(new URL(page.url()).pathname).toBe(inOperation('/conventions/sans-script'))
  await walk.close()
})

test.skipIf(!existsSync(founding))('the founding convention, when it is at hand, shows its parties, its stamps and its defects', async () => {
  const walk = await site.walk()
  const { page } = walk
  await site.signIn(walk, 'lawyer')
  await walk.go(paths.deposit())
  await page.setInputFiles('input[type=file]', founding)
  await page.getByLabel('Votre qualité').fill('responsable juridique')
  await page.click('text=Déposer et lire')
  await page.waitForSelector('[data-review]')
  const words = (await page.locator('.review-facts').textContent())?.replace(/[\u00a0\u202f]/g, ' ') ?? ''
  for (const expected of ['Laurent POISSANT', '062-216201863-20221214-2022-120-DE', '55 000 € HT', 'comité de pilotage', 'Harnes',
    '20 décembre 2022']) expect(words).toContain(expected)
  await walk.close()
})

test('someone of a town reads and reviews, and is told whom to ask to publish', async () => {
  const walk = await site.walk()
  await site.signIn(walk, 'townLead')
  await walk.go(inOperation('/lectures'))
  await walk.page.locator('main td a, main th a').first().click()
  const reading = new URL(walk.page.url()).pathname
  const answer = await walk.page.goto(`${site.address()}${reading}/publication`)
  expect(answer?.status()).toBe(403)
  expect(await walk.page.locator('main').textContent()).toContain('juriste')
  await walk.close()
})
