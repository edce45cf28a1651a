// What is typed is never lost and never doubled: double click, reload, back button, ended session, two people at once.
import { expect, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { openSite, slug } from './site.ts'

const site = openSite()

test('a double click prepares one invitation', async () => {
  const walk = await site.walk()
  const { page } = walk
  await site.signIn(walk)
  await walk.go(paths.people(slug))
  await page.getByLabel('Adresse électronique').fill('double.clic@exemple.fr')
  await page.getByLabel('Organisme').selectOption({ index: 1 })
  await page.getByLabel('Droits', { exact: true }).selectOption('elected')
  await page.getByLabel('Qualité').fill('maire')
  await page.getByRole('button', { name: 'Préparer l’invitation' }).dblclick()
  await page.waitForSelector('text=L’invitation est prête')
  await page.reload()
  expect(await page.getByRole('rowheader', { name: 'double.clic@exemple.fr' }).count()).toBe(1)
  await walk.close()
})

test('a form sent after its session ended is offered again after sign-in, with what was typed', async () => {
  const walk = await site.walk()
  const { page } = walk
  await site.signIn(walk)
  await walk.go(paths.identity(slug))
  await page.getByLabel('Nom de l’opération').fill('ORT de Lens-Liévin, renommée')
  await walk.context.clearCookies()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.waitForSelector('text=Votre session a pris fin')
  await page.getByRole('button', { name: 'Chef de projet' }).click()
  await page.waitForSelector('text=Reprendre votre envoi')
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click()
  await page.waitForURL(`**${paths.operation(slug)}`)
  expect(await page.locator('h1').textContent()).toBe('ORT de Lens-Liévin, renommée')
  await walk.close()
})

test('two people change the same page: the second sees both versions and decides', async () => {
  const [first, second] = [await site.walk(), await site.walk()]
  await site.signIn(first)
  await site.signIn(second, 'lawyer')
  await first.go(paths.identity(slug))
  await second.go(paths.identity(slug))
  await first.page.getByLabel('Nom de l’opération').fill('Nom de la première')
  await first.page.getByRole('button', { name: 'Enregistrer' }).click()
  await second.page.getByLabel('Nom de l’opération').fill('Nom de la seconde')
  await second.page.getByRole('button', { name: 'Enregistrer' }).click()
  await second.page.waitForSelector('text=deux versions')
  expect(await second.page.locator('main').textContent()).toContain('Nom de la première')
  expect(await second.page.getByLabel('Nom de l’opération').inputValue()).toBe('Nom de la seconde')
  await second.page.getByRole('button', { name: 'Enregistrer ma version' }).click()
  await second.page.waitForURL(`**${paths.operation(slug)}`)
  expect(await second.page.locator('h1').textContent()).toBe('Nom de la seconde')
  await first.close()
  await second.close()
})

test('a page left by mistake gives back what was typed', async () => {
  const walk = await site.walk()
  const { page } = walk
  await site.signIn(walk)
  await walk.go(paths.people(slug))
  await page.getByLabel('Qualité').fill('directrice de l’urbanisme')
  await page.goto(`${site.address()}${paths.acts(slug)}`)
  await page.goBack()
  const restored = page.getByRole('button', { name: /Reprendre/ })
  if ((await restored.count()) > 0) await restored.first().click()
  expect(await page.getByLabel('Qualité').inputValue()).toBe('directrice de l’urbanisme')
  await walk.close()
})

test('the demonstration account of a funder neither sees nor opens the journal', async () => {
  const walk = await site.walk()
  await site.signIn(walk, 'funder')
  await walk.go(paths.operation(slug))
  expect(await walk.page.getByRole('link', { name: 'Journal' }).count()).toBe(0)
  expect((await walk.page.goto(`${site.address()}${paths.journal(slug)}`))?.status()).toBe(403)
  await walk.close()
})
