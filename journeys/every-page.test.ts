// Every page, for everyone: no accessibility violation in either theme, readable at 320 pixels and at 200 %, whole without JavaScript.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verbs } from '../src/features/amendments/instruction-form.rules.ts'
import { helpTopics } from '../src/features/site/help.topics.tsx'
import { paths } from '../src/paths.ts'
import { messyPlan, writeBook } from '../src/testing/messy-sheets.ts'
import { faults } from './accessibility.ts'
import { inOperation, openSite, picture, slug } from './site.ts'

const site = openSite()
const open = [
  paths.home(), paths.signIn(), paths.help(), paths.accessibility(), paths.design(), paths.rules(),
  paths.rule('own-share'), `${paths.rule('own-share')}?ownerPublicCents=18&otherPublicCents=82&exception=calamity&essai=oui`,
  `${paths.rule('post-cofunding')}?annualCostCents=80000&opahRu=oui&essai=oui`, `${paths.rule('funding-plan')}?costCents=dix&le=hier&essai=oui`,
  paths.levers(), `${paths.levers()}?public=notaire&theme=logement&le=2025-06-15`, paths.lever('L17'), paths.lever('L02'), paths.lever('L33'),
  paths.register(), paths.territories(), `${paths.territories()}?q=lens`,
  `${paths.territories()}?departement=62`,
  paths.publicEffects(), `${paths.publicEffects()}?q=rue`, `${paths.publicEffects()}?adresse=62498_9001_00004&le=12/03/2026`,
  paths.certificateCheck(), `${paths.certificateCheck()}?code=faux`, paths.addressSearch(), `${paths.addressSearch()}?q=rue+de+la+gare`,
  paths.epci('246200364'), paths.commune('62498'), '/nulle-part', ...helpTopics.map((topic) => paths.helpPage(topic.slug)),
]
const inside = [
  paths.operations(), paths.newOperation(), `${paths.newOperation()}?q=lens`, `${paths.newOperation()}?epci=246200364`, paths.deposit(),
  paths.account(), paths.operation(slug), paths.identity(slug), paths.people(slug),
  paths.journal(slug), paths.newDocument(slug), paths.readings(slug), paths.conventions(slug), paths.convention(slug, 'chapeau'),
  paths.provision(slug, 'chapeau', 'article-5'), paths.provision(slug, 'chapeau', 'article-3-2'),
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
  paths.frameworks(slug), paths.newFramework(slug), `${paths.newFramework(slug)}?modele=chapeau`, paths.coverage(slug),
  `${paths.coverage(slug)}?manque=indicateur`, paths.framework(slug, 'plh-2023-2028'), paths.frameworkForm(slug, 'plh-2023-2028'),
  paths.frameworkRemoval(slug, 'plh-2023-2028'), paths.newOrientation(slug, 'plh-2023-2028'), paths.indicators(slug), paths.newIndicator(slug),
  ...['tableau', 'tableau&par=porteur', 'frise', 'frise&echelle=mois&par=porteur', 'calendrier', 'calendrier&annee=2026', 'carte']
    .map((view) => `${paths.plan(slug)}?vue=${view}`),
  paths.plan(slug), `${paths.plan(slug)}?criteres=tous&debut-du=hier`, `${paths.plan(slug)}?grouper=orientation&colonnes=etat cout-ht prevu reste`,
  paths.bulkEdit(slug), paths.savedViews(slug),
  paths.leverUses(slug), paths.newLeverUse(slug), paths.suspensions(slug), paths.newSuspension(slug),
  paths.posts(slug), paths.newPost(slug), paths.grants(slug),
  paths.effects(slug), `${paths.effects(slug)}?q=rue+jean`, `${paths.effects(slug)}?adresse=62186_9002_00004&role=notaire&le=2024-06-15`,
  paths.effectsBatch(slug),
  paths.sectors(slug), `${paths.sectors(slug)}?le=2024-01-01&nature=intervention`, paths.newSector(slug), paths.sector(slug, 'centre-ville-de-lens'),
  paths.sectorForm(slug, 'centre-ville-de-lens'), paths.newSectorVersion(slug, 'centre-ville-de-lens'), paths.sectorFiles(slug),
  paths.sectorVersionWithdrawal(slug, 'centre-ville-de-lens', '1'), paths.sectorComparison(slug, 'centre-ville-de-lens'),
  paths.funding(slug), paths.fundingModel(slug), `${paths.fundingModel(slug)}?etape=verse&annee=2025`, paths.fundingAgeing(slug),
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
  await walk.go(paths.framework(slug, 'plh-2023-2028'))
  const orientation = await walk.page.locator('a.tree-name').first().getAttribute('href') ?? ''
  found.push(orientation, `${orientation}/modifier`, `${orientation}/retrait`)
  await walk.go(paths.indicators(slug))
  const indicator = await walk.page.locator('main table a').first().getAttribute('href') ?? ''
  found.push(indicator, `${indicator}/modifier`)
  await walk.go(paths.funding(slug))
  found.push(await walk.page.locator('a[href*="/financeurs/"]').first().getAttribute('href') ?? '')
  await walk.go(paths.fundingAgeing(slug))
  const line = await walk.page.locator('a[href*="/financement/lignes/"]').first().getAttribute('href') ?? ''
  const money = line.replace(/\/lignes\/.*/, '')
  found.push(line, money, `${money}/lignes`, `${money}/couts`, `${money}/proposition`)
  await walk.go(money)
  found.push(await walk.page.locator('a[href*="/financement/couts/"]').first().getAttribute('href') ?? '')
  await walk.go(paths.posts(slug))
  const post = await walk.page.locator('main table a').first().getAttribute('href') ?? ''
  found.push(post, `${post}?annee=douze`, `${post}/modifier`, `${post}/annees/2024`)
  await walk.go(paths.leverUses(slug))
  found.push(await walk.page.locator('main td a[href*="/leviers/usages/"], main th a[href*="/leviers/usages/"]').first().getAttribute('href') ?? '')
  await walk.go(paths.suspensions(slug))
  const request = await walk.page.locator('main th a').first().getAttribute('href') ?? ''
  found.push(request, `${request}/modifier`, `${request}/donnees`)
  await walk.go(paths.grants(slug))
  const list = Buffer.from('numero_dossier;projet;siren;montant\n1;Éclairage public de Liévin;246200364;1 000,00 €\n')
  await walk.page.setInputFiles('input[type=file]', { name: 'fonds-vert-2023.csv', mimeType: 'text/csv', buffer: list })
  await walk.page.click('text=Lire la liste')
  await walk.page.waitForURL('**gardees**')
  found.push((await walk.page.locator('main table a').first().getAttribute('href')) ?? '')
  await walk.go(paths.instructions(slug, 'avenant-3'))
  found.push((await walk.page.locator('.instruction a', { hasText: 'Retirer' }).first().getAttribute('href')) ?? '')
  await picture(walk.page, 'amendment')
  await walk.go(paths.changeSets(slug))
  found.push(paths.changeSets(slug), (await walk.page.locator('main td a, main th a').first().getAttribute('href')) ?? '')
  await walk.go(found.at(-1) ?? '')
  const history = (await walk.page.locator('main a[href$="/historique"]').first().getAttribute('href')) ?? ''
  const action = history.split('/').at(-2) ?? ''
  found.push(history, paths.newAction(slug), paths.actionForm(slug, action), paths.actionField(slug, action, 'partners'),
    paths.actionField(slug, action, 'orientations'), paths.actionRemoval(slug, action), paths.drafts(slug))
  found.push(...await sheetPages(walk), ...await importPages(walk))
  await walk.close()
})

/** The sheet of an action that is stopped, the pages of its parts, and the form of one of each. */
async function sheetPages(walk: Awaited<ReturnType<typeof site.walk>>): Promise<readonly string[]> {
  await walk.go(`${paths.plan(slug)}?bloquee=oui`)
  const sheet = (await walk.page.locator('main tbody th a').first().getAttribute('href')) ?? ''
  await walk.go(sheet)
  await picture(walk.page, 'sheet')
  const action = sheet.split('/').at(-1) ?? ''
  const lists = [paths.actionSteps, paths.actionPlaces, paths.actionIndicators, paths.actionBlockings].map((list) => list(slug, action))
  const forms: string[] = []
  for (const list of lists) {
    await walk.go(list)
    const parts = await walk.page.locator(`main a[href^="${list}/"]`).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    forms.push(parts[0] ?? list)
  }
  const kinds = ['adresse', 'parcelle', 'secteur', 'trace'].map((kind) => `${paths.actionPlaces(slug, action)}?nature=${kind}`)
  return [
    sheet, `${sheet}?le=2024-01-01`, paths.actionState(slug, action), paths.effectsOfAction(slug, action), ...lists, ...forms, ...kinds,
    paths.actionDependencies(slug, action), paths.actionNotes(slug, action), paths.actionAttachments(slug, action),
  ]
}

/** A spreadsheet handed in: its dry run, its columns, what was refused of it. */
async function importPages(walk: Awaited<ReturnType<typeof site.walk>>): Promise<readonly string[]> {
  await walk.go(paths.imports(slug))
  await walk.page.setInputFiles('input[type=file]', {
    name: 'suivi.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(writeBook(messyPlan, 'xlsx')),
  })
  await walk.page.click('text=Vérifier le tableau')
  await walk.page.waitForSelector('text=Votre accord')
  await picture(walk.page, 'import')
  const dryRun = new URL(walk.page.url()).pathname
  return [paths.imports(slug), dryRun, `${dryRun}?lignes=refusees`, `${dryRun}/colonnes`]
}

const everyPage = (): readonly string[] => [...open, ...inside, ...found]

/** Opens every page, two windows at a time, and keeps what `look` says of those it says something of. */
async function everywhere(
  options: Parameters<typeof site.walk>[0], look: (page: Page, path: string) => Promise<readonly string[]>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const left = [...everyPage()]
  const said: Record<string, readonly string[]> = {}
  const window = async (): Promise<void> => {
    const walk = await site.walk(options)
    await walk.context.addCookies(cookies)
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      await walk.go(path)
      const list = await look(walk.page, path)
      if (list.length > 0) said[path] = list
    }
    await walk.close()
  }
  await Promise.all([window(), window()])
  return said
}

test('no page breaks a rule of accessibility in either theme, nor scrolls sideways at 320 pixels or at 200 % of a window of 1280', async () => {
  expect(await everywhere({ colorScheme: 'light', bypassCSP: true, reducedMotion: 'reduce' }, faults)).toEqual({})
})

test('every page is whole as the server sends it, with one heading, one main part and a title of its own', async () => {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const said: Record<string, readonly number[]> = {}
  for (const path of everyPage()) {
    const html = await (await fetch(`${site.address()}${path}`, { headers: { cookie } })).text()
    const counts = [/<h1[\s>]/g, /<main[\s>]/g, /<title>[^<]+ – Chapeau<\/title>/g].map((pattern) => html.match(pattern)?.length ?? 0)
    if (counts.some((count) => count !== 1)) said[path] = counts
  }
  expect(said).toEqual({})
})

/** In the page: from now on, the elements the focus comes to, and those among them that do not show it. */
function recordFocus(): { elements: Set<Element>; bare: string[] } {
  const record = { elements: new Set<Element>(), bare: Array<string>() }
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return
    record.elements.add(target)
    const { outlineStyle, boxShadow } = getComputedStyle(target)
    if (outlineStyle === 'none' && boxShadow === 'none') record.bare.push(target.outerHTML.slice(0, 80))
  })
  return record
}

test('everything on a page is reached by the keyboard, and shows that it is', async () => {
  const walk = await site.walk()
  await walk.context.addCookies(cookies)
  const { page } = walk
  for (const path of [paths.operation(slug), paths.people(slug), found[0] ?? '']) {
    await walk.go(path)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aller au contenu')
    const wanted = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href]:not([tabindex="-1"]), button, input:not([type=hidden]), select, textarea, summary')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[hidden]')).length)
    const record = await page.evaluateHandle(recordFocus)
    for (let step = 0; step < wanted + 40; step += 1) await page.keyboard.press('Tab')
    const { reached, unseen } = await record.evaluate(({ elements, bare }) => ({ reached: elements.size, unseen: bare }))
    expect({ path, unseen }).toEqual({ path, unseen: [] })
    expect(reached).toBeGreaterThanOrEqual(Math.min(wanted, 60))
  }
  await walk.close()
})

afterAll(() => {
  expect(found.every((path) => path.startsWith('/operations/'))).toBe(true)
})
