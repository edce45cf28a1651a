// Drawing on the board in a real browser: by clicks, by keys, and out of what was pasted.
import { expect, test } from 'vitest'
import { openSite } from '../testing/tab.ts'
import { htmlDocument } from './document.ts'
import { DrawBoard } from './draw-board.tsx'
import { TextArea } from './fields.tsx'
import { Form } from './form.tsx'
import { Page, type Chrome } from './page.tsx'

const chrome: Chrome = { theme: 'auto', homeHref: '/', here: '/', themeAction: '/apparence', version: '1', nav: [], footer: [] }
/** One degree for a hundred units, so that a place is read at a glance. */
const window = { west: 0, south: 40, east: 6.4, north: 44, width: 640, height: 400 }
const pageOf = (value: string) => htmlDocument(
  <Page {...chrome} title="Dessin">
    <Form action="/lieux">
      <TextArea name="shape" label="Tracé" value={value} />
      <DrawBoard window={window} shapes={[]} field="field-shape" />
    </Form>
  </Page>,
)
const pasted = '{"type":"LineString","coordinates":[[1,41],[2,42]]}'
const site = openSite({
  get: (path) => (path === '/' ? { html: pageOf('') } : path === '/colle' ? { html: pageOf(pasted) } : undefined), post: () => ({ to: '/' }),
})
const written = async (): Promise<unknown> => JSON.parse(await site.tab().locator('textarea').inputValue() || 'null')

test('keys place a point and an area, which is written as closed GeoJSON', async () => {
  const tab = site.tab()
  await tab.goto(site.address('/'))
  await tab.focus('svg.draw-drawing')
  await tab.keyboard.press('Enter')
  expect(await written()).toEqual({ type: 'Point', coordinates: [3.2, 42] })
  await tab.click('text=Une surface')
  await tab.focus('svg.draw-drawing')
  await tab.keyboard.press('Shift+ArrowRight')
  await tab.keyboard.press('Enter')
  expect(await written()).toBeNull()
  expect(await tab.textContent('[data-draw-status]')).toContain('Il manque 1 point')
  await tab.keyboard.press('Shift+ArrowUp')
  await tab.keyboard.press('Enter')
  expect(await written()).toEqual({ type: 'Polygon', coordinates: [[[3.2, 42], [3.84, 42], [3.84, 42.64], [3.2, 42]]] })
  await tab.keyboard.press('Backspace')
  expect(await written()).toBeNull()
})

test('a click places a point where it is, at any scale; what was pasted goes on from there', async () => {
  const tab = site.tab()
  await tab.goto(site.address('/colle'))
  const box = await tab.locator('svg.draw-drawing').boundingBox()
  if (box === null) throw new Error('no board')
  await tab.mouse.click(box.x + box.width / 4, box.y + box.height / 2)
  expect(await written()).toEqual({ type: 'LineString', coordinates: [[1, 41], [2, 42], [expect.closeTo(1.6, 1), expect.closeTo(42, 1)]] })
  await tab.click('text=Tout effacer')
  expect(await written()).toBeNull()
})

test('without script, there is no board and the field stays', async () => {
  const tab = await site.tabWithoutScript()
  await tab.goto(site.address('/'))
  expect([await tab.locator('.draw').isVisible(), await tab.locator('textarea').isVisible()]).toEqual([false, true])
  await tab.context().close()
})
