// Every page, for everyone: no accessibility violation in either theme, readable at 320 pixels and at 200 %, whole without JavaScript.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verbs } from '../src/features/amendments/instruction-form.rules.ts'
import { helpTopics } from '../src/features/site/help.topics.tsx'
import { paths } from '../src/paths.ts'
import { inOperation, openSite, overflows, picture, slug, violations } from './site.ts'

const site = openSite(18_731)
const open = [
  paths.home(), paths.signIn(), paths.help(), paths.accessibility(), paths.design(), paths.register(), paths.territories(), `${paths.territories()}?q=lens`,
  `${paths.territories()}?departement=62`,
  paths.epci('246200364'), paths.commune('62498'), '/nulle-part', ...helpTopics.map((topic) => paths.helpPage(topic.slug)),
]
const inside = [
  paths.operations(), paths.newOperation(), `${paths.newOperation()}?q=lens`, `${paths.newOperation()}?epci=246200364`, paths.deposit(),
  paths.account(), paths.operation(slug), paths.identity(slug), paths.people(slug),
  paths.journal(slug), paths.newDocument(slug), paths.readings(slug), paths.conventions(slug), paths.convention(slug, 'chapeau'),
  paths.provision(slug, 'chapeau', 'article-5'),
  `${paths.convention(slug, 'chapeau')}?le=2023-06-01`, paths.provision(slug, 'chapeau', 'article-3-bis'),
  `${paths.provision(slug, 'chapeau', 'article-3-bis')}?le=2023-06-01`, paths.convention(slug, 'avenant-1'), paths.convention(slug, 'avenant-3'),
  paths.newAmendment(slug), paths.instructions(slug, 'avenant-1'), paths.instructions(slug, 'avenant-3'),
  ...verbs.map((verb) => `${paths.instructions(slug, 'avenant-3')}?verbe=${verb}`),
  paths.preview(slug, 'avenant-3'), `${paths.preview(slug, 'avenant-3')}?effet=hier`, paths.comparison(slug, 'chapeau'),
  `${paths.comparison(slug, 'chapeau')}?de=2024-03-17&a=2027-01-01`,
  `${paths.comparison(slug, 'chapeau')}?de=hier`,
  paths.acts(slug), `${paths.acts(slug)}?su=2025-03-03`, paths.newAct(slug), `${paths.newAct(slug)}?nature=deliberation`,
  `${paths.newAct(slug)}?nature=annulment`, `${paths.newAct(slug)}?nature=perimeter`, paths.state(slug), `${paths.state(slug)}?le=2021-01-01`,
  paths.newConvention(slug), paths.convention(slug, 'ort-2019'), paths.bodies(slug), paths.obligations(slug),
  `${paths.obligations(slug)}?vue=calendrier`, `${paths.obligations(slug)}?du=hier&etat=en-retard`, paths.newObligation(slug), paths.operationCalendar(slug),
  paths.reminders(), paths.conformity(slug),
]

let cookies: Awaited<ReturnType<Awaited<ReturnType<typeof site.walk>>['context']['cookies']>> = []
let found: string[] = []
beforeAll(async () => {
  const walk = await site.walk()
  await site.signIn(walk)
  cookies = await walk.context.cookies()
  await walk.go(inOperation('/documents/nouveau'))
  await walk.page.setInputFiles('input[type=file]', 'demonstration/convention-chapeau.md')
  await walk.page.click('text=Déposer et lire')
  await walk.page.waitForSelector('[data-review]')
  const reading = new URL(walk.page.url()).pathname
  const fact = await walk.page.locator('[data-correct]').first().getAttribute('href')
  found = [reading, fact ?? '', `${reading}/faits`, `${reading}/faits?type=party`, `${reading}/faits?type=obligation`, `${reading}/publication`]
  await picture(walk.page, 'review')
  await walk.go(paths.operation(slug))
  await picture(walk.page, 'dashboard')
  await walk.go(paths.convention(slug, 'chapeau'))
  await picture(walk.page, 'convention')
  await walk.go(paths.obligations(slug))
  await picture(walk.page, 'agenda')
  found.push(new URL(await walk.page.locator('.due a').first().getAttribute('href') ?? '', walk.page.url()).pathname)
  await walk.go(paths.instructions(slug, 'avenant-3'))
  found.push((await walk.page.locator('.instruction a', { hasText: 'Retirer' }).first().getAttribute('href')) ?? '')
  await picture(walk.page, 'amendment')
  await walk.close()
}, 60_000)

const everyPage = (): readonly string[] => [...open, ...inside, ...found]

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test('no page breaks a rule of accessibility', async () => {
    const walk = await site.walk({ colorScheme, bypassCSP: true })
    await walk.context.addCookies(cookies)
    const broken: Record<string, readonly string[]> = {}
    for (const path of everyPage()) {
      await walk.go(path)
      const list = await violations(walk.page)
      if (list.length > 0) broken[path] = list
    }
    expect(broken).toEqual({})
    await walk.close()
  }, 300_000)
})

describe.each([['320 pixels', { width: 320, height: 640 }], ['200 % of a window of 1280', { width: 640, height: 450 }]] as const)('at %s', (
  _, viewport,
) => {
  test('no page scrolls sideways', async () => {
    const walk = await site.walk({ viewport })
    await walk.context.addCookies(cookies)
    const wide: string[] = []
    for (const path of everyPage()) {
      await walk.go(path)
      if (await overflows(walk.page)) wide.push(path)
    }
    expect(wide).toEqual([])
    await walk.close()
  }, 120_000)
})

test('every page stands without JavaScript, with one heading, one main part and a title of its own', async () => {
  const walk = await site.walk({ javaScriptEnabled: false })
  await walk.context.addCookies(cookies)
  const faults: string[] = []
  for (const path of everyPage()) {
    await walk.go(path)
    const [headings, mains, title] = [await walk.page.locator('h1').count(), await walk.page.locator('main').count(), await walk.page.title()]
    if (headings !== 1 || mains !== 1 || !title.endsWith('– Chapeau')) faults.push(`${path}: ${headings} h1, ${mains} main, ${title}`)
  }
  expect(faults).toEqual([])
  await walk.close()
}, 120_000)

test('everything on a page is reached by the keyboard, and shows that it is', async () => {
  const walk = await site.walk()
  await walk.context.addCookies(cookies)
  for (const path of [paths.operation(slug), paths.people(slug), found[0] ?? '']) {
    await walk.go(path)
    await walk.page.keyboard.press('Tab')
    expect(await walk.page.evaluate(() => document.activeElement?.textContent)).toBe('Aller au contenu')
    const wanted = await walk.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href]:not([tabindex="-1"]), button, input:not([type=hidden]), select, textarea, summary')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[hidden]')).length)
    const reached = new Set<string>()
    const unseen: string[] = []
    for (let step = 0; step < wanted + 40; step += 1) {
      const [key, seen] = await walk.page.evaluate(() => {
        const element = document.activeElement
        if (element === null || element === document.body) return ['', true] as const
        const all = [...document.querySelectorAll('*')]
        const style = getComputedStyle(element)
        return [`${all.indexOf(element)} ${element.outerHTML.slice(0, 80)}`, style.outlineStyle !== 'none' || style.boxShadow !== 'none'] as const
      })
      if (key !== '') reached.add(key)
      if (!seen) unseen.push(key)
      await walk.page.keyboard.press('Tab')
    }
    expect({ path, unseen }).toEqual({ path, unseen: [] })
    expect(reached.size).toBeGreaterThanOrEqual(Math.min(wanted, 60))
  }
  await walk.close()
}, 120_000)

afterAll(() => {
  expect(found.every((path) => path.startsWith('/operations/'))).toBe(true)
})
