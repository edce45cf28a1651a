// A funder in a browser: its own lines, what was done with its money, and nothing of the others.
import { expect, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { violations } from './accessibility.ts'
import { openSite, slug } from './site.ts'

const site = openSite()
const words = (text: string | null): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ').replace(/\s+/g, ' ')

test('a funder sees its own lines and the actions they pay for, and no page of anybody else', async () => {
  const lead = await site.walk()
  await site.signIn(lead)
  await lead.go(paths.funding(slug))
  const others = await lead.page.locator('a[href*="/financeurs/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  await lead.go(paths.plan(slug))
  const actions = await lead.page.locator('main a').evaluateAll((links) =>
    [...new Set(links.map((link) => link.getAttribute('href') ?? '').filter((href) => /actions\/[0-9a-f-]{36}$/.test(href)))])
  await lead.close()

  const walk = await site.walk({ bypassCSP: true })
  const { page } = walk
  await site.signIn(walk, 'funder')
  await walk.go(paths.funding(slug))
  const own = new URL(page.url()).pathname
  expect(own).toContain('/financeurs/')
  expect(await violations(page)).toEqual([])
  expect(words(await page.locator('main').textContent())).toContain('Ce que votre institution apporte au plan')
  const funded = await page.locator('main table a').evaluateAll((links) =>
    [...new Set(links.map((link) => link.getAttribute('href') ?? '').filter((href) => /actions\/[0-9a-f-]{36}$/.test(href)))])
  expect(funded.length).toBeGreaterThan(0)
  await page.locator('main table a').first().click()
  await page.waitForURL('**/actions/*')
  await walk.go(`${funded[0] ?? ''}/financement`)
  expect(words(await page.locator('main').textContent())).toContain('Les lignes de votre institution')
  expect(await page.getByRole('link', { name: 'Ajouter un financement' }).count()).toBe(0)

  const answers: (readonly [string, number | undefined])[] = []
  const refused = [paths.fundingModel(slug), paths.fundingAgeing(slug), paths.fundingModelFile(slug, 'csv')]
  const closed = [
    ...others.map((href) => new URL(href, site.address()).pathname).filter((href) => href !== own).slice(0, 3), ...actions.filter((href) => !funded.includes(href)).slice(0, 3).flatMap((href) => [href, `${href}/financement`]),
  ]
  for (const address of [...refused, ...closed]) answers.push([address, (await page.goto(`${site.address()}${address}`))?.status()])
  expect(answers).toEqual([...refused.map((address) => [address, 403]), ...closed.map((address) => [address, 404])])
  await walk.go(paths.plan(slug))
  const listed = await page.locator('main a').evaluateAll((links) =>
    [...new Set(links.map((link) => link.getAttribute('href') ?? '').filter((href) => /actions\/[0-9a-f-]{36}$/.test(href)))])
  expect(listed.filter((href) => !funded.includes(href))).toEqual([])
  await walk.close()
})
