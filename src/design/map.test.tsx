// The map in a real browser: over its drawing, named by pointing, drawn on by pointer and by numbers; the drawing alone without script.
import type { Page as Tab } from 'playwright-core'
import { expect, test } from 'vitest'
import { openSite } from '../testing/tab.ts'
import { htmlDocument } from './document.ts'
import { TextArea } from './fields.tsx'
import { Form } from './form.tsx'
import { GroundMap } from './map.tsx'
import { Page, type Chrome } from './page.tsx'
import { ShapeMap } from './shape-map.tsx'

const chrome: Chrome = { theme: 'auto', homeHref: '/', here: '/', themeAction: '/apparence', version: '1', nav: [], footer: [] }
const square = (west: number, south: number, size: number) =>
  [[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]] as const
const areas = [
  { label: '1', name: 'Gare de Lens, en vigueur', tone: 'in', href: '/gare', rings: [square(2.82, 50.42, 0.01)] },
  { label: '2', name: 'Cité, perdue', tone: 'lost', rings: [square(2.84, 50.42, 0.01)] },
] as const
const drawing = (
  <ShapeMap label="Deux secteurs" width={640} height={400} scale={{ length: 100, words: '1 km' }}
    shapes={[{ key: 'a', kind: 'area', path: 'M10 10h50v50z', label: '1', at: [10, 10], tone: 'in' }]} />
)
const pages: Readonly<Record<string, ReturnType<typeof Page>>> = {
  '/': <Page {...chrome} title="Carte"><GroundMap label="Deux secteurs" areas={areas}>{drawing}</GroundMap></Page>,
  '/tracer': (
    <Page {...chrome} title="Tracer">
      <Form action="/x">
        <TextArea name="shape" label="Tracé" value="" />
        <GroundMap label="Tracé" areas={areas} drawing="field-shape">{drawing}</GroundMap>
      </Form>
    </Page>
  ),
}
const site = openSite({
  styled: true, post: () => ({ to: '/' }),
  get: (path) => (pages[path] === undefined ? undefined : { html: htmlDocument(pages[path]) }),
})

/** Where a place of the ground is on the screen: the two squares fill the map between margins of 32 pixels, east to west. */
async function spotOf(tab: Tab, longitude: number, latitude: number): Promise<{ readonly x: number; readonly y: number }> {
  const box = await tab.locator('.ground-map-holder').boundingBox()
  if (box === null) throw new Error('no map')
  const mercator = (degrees: number): number => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) * (180 / Math.PI)
  const perDegree = (box.width - 64) / 0.03
  const middle = (mercator(50.42) + mercator(50.43)) / 2
  return { x: box.x + box.width / 2 + (longitude - 2.835) * perDegree, y: box.y + box.height / 2 - (mercator(latitude) - middle) * perDegree }
}
const opened = async (path: string): Promise<Tab> => {
  const tab = site.tab()
  await tab.goto(site.address(path))
  await tab.waitForSelector('.ground-map-buttons')
  return tab
}
const shape = async (tab: Tab): Promise<{ readonly type: string; readonly coordinates: readonly (readonly (readonly number[])[])[] }> =>
  JSON.parse(await tab.locator('textarea').inputValue() || 'null')

test('the map takes the place of the drawing, and names with its page what is pointed at', async () => {
  const faults: string[] = []
  site.tab().on('console', (message) => { if (message.type() === 'error' && !message.text().includes('404')) faults.push(message.text()) })
  const tab = await opened('/')
  expect(await tab.locator('.shape-drawing').isVisible()).toBe(false)
  const { x, y } = await spotOf(tab, 2.825, 50.425)
  await tab.mouse.click(x, y)
  await tab.waitForSelector('.ground-map-said a')
  expect([await tab.locator('.ground-map-said').textContent(), await tab.locator('.ground-map-said a').getAttribute('href')])
    .toEqual(['Gare de Lens, en vigueur', '/gare'])
  expect(await tab.locator('.ground-map-number').allTextContents()).toEqual(['1', '2'])
  // The keyboard reaches the map and its buttons, in French.
  expect(await tab.locator('canvas').getAttribute('aria-label')).toContain('Les flèches déplacent la carte')
  expect(await tab.locator('.ground-map-buttons button').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent)))
    .toEqual(['Agrandir', 'Réduire', 'Tout voir'])
  expect(faults).toEqual([])
})

test('on paper the drawing comes back', async () => {
  const tab = await opened('/')
  await tab.emulateMedia({ media: 'print' })
  expect([await tab.locator('.shape-drawing').isVisible(), await tab.locator('.ground-map-holder').isVisible()]).toEqual([true, false])
})

test('an area is drawn by clicks, its points caught by the corners of the neighbours, and undone', async () => {
  const tab = await opened('/tracer')
  await tab.waitForSelector('text=Dessiner une surface')
  const corners = [[2.8302, 50.4201], [2.8398, 50.4201], [2.8398, 50.4299], [2.8302, 50.4299]] as const
  for (const [longitude, latitude] of [...corners, [2.8302, 50.4299]] as const) {
    const { x, y } = await spotOf(tab, longitude, latitude)
    await tab.mouse.move(x, y)
    await tab.mouse.click(x, y, { delay: 30 })
    await tab.waitForTimeout(60)
  }
  await tab.keyboard.press('Enter')
  await tab.waitForFunction(() => (document.querySelector('textarea')?.value ?? '') !== '')
  const { type, coordinates: [ring = []] } = await shape(tab)
  expect([type, ring.map(([x = 0, y = 0]) => `${x.toFixed(5)} ${y.toFixed(5)}`).sort()])
    .toEqual(['Polygon', ['2.83000 50.42000', '2.83000 50.42000', '2.83000 50.43000', '2.84000 50.42000', '2.84000 50.43000']])
  await tab.click('text=Annuler le dernier geste')
  expect(await tab.locator('textarea').inputValue()).toBe('')
})

test('by the keyboard alone: a square in the middle, then its corners as numbers', async () => {
  const tab = await opened('/tracer')
  await tab.focus('text=Poser un carré au centre')
  await tab.keyboard.press('Enter')
  expect((await shape(tab)).coordinates[0]).toHaveLength(5)
  await tab.focus('summary:has-text("Les sommets en chiffres")')
  await tab.keyboard.press('Enter')
  await tab.getByLabel('Longitude du sommet 1').fill('2,8311')
  await tab.keyboard.press('Tab')
  expect((await shape(tab)).coordinates[0]?.[0]?.[0]).toBe(2.8311)
  await tab.getByRole('button', { name: 'Retirer le sommet 2' }).press('Enter')
  expect((await shape(tab)).coordinates[0]).toHaveLength(4)
  await tab.locator('textarea').fill('{"type":"Polygon","coordinates":[[[2.83,50.42],[2.84,50.42],[2.84,50.43]]]}')
  await tab.keyboard.press('Tab')
  expect(await tab.getByLabel('Latitude du sommet 3').inputValue()).toBe('50,43')
})

test('without script the drawing is all there is', async () => {
  const tab = await site.tabWithoutScript()
  await tab.goto(site.address('/'))
  expect([await tab.locator('.shape-drawing').isVisible(), await tab.locator('.ground-map-holder').count()]).toEqual([true, 0])
  await tab.context().close()
})
