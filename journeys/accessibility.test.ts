// The eye that looks at every page is no blind one: what it must see, it sees, and in the theme where it is.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../src/testing/tab.ts'
import { faults } from './accessibility.ts'

const open: { browser?: Browser } = {}
beforeAll(async () => {
  open.browser = await launchBrowser()
})
afterAll(() => open.browser?.close())

const pageOf = (main: string): string => `<!doctype html><html lang="fr"><head><title>Essai</title><style>
  :root { color-scheme: light dark } body { margin: 0 } .wide { width: 500px } .big { width: 700px }
  .pale { color: #eee; background: #fff } .faint { color: #eee } @media (prefers-color-scheme: dark) { .dim { color: #222; background: #111 } }
</style></head><body><main><h1>Essai</h1>${main}</main></body></html>`

test('faults are found of names, of colours in either theme, of width, and none where there is none', async () => {
  const page = await open.browser?.newPage()
  const said = async (main: string): Promise<readonly string[]> => {
    await page?.setContent(pageOf(main))
    return page === undefined ? ['no page'] : (await faults(page)).map((fault) => fault.replace(/:.*/, ''))
  }
  expect(await said('<p>Un texte.</p>')).toEqual([])
  expect(await said('<p>Un texte.</p><input><p class="pale">Pâle</p>')).toEqual(['label', 'dark color-contrast', 'light color-contrast'])
  expect(await said('<p class="dim">Sombre</p><p class="pale">Pâle</p>'), 'the kind seen before is not looked at again').toEqual(['dark color-contrast'])
  expect(await said('<section style="background: #ddd"><p><em class="faint">Ailleurs</em></p></section>'), 'on another ground, it is another kind').toHaveLength(2)
  expect(await said('<p class="wide">Large</p>')).toEqual(['sideways at 320 pixels'])
  expect(await said('<p class="big">Large</p>')).toEqual(['sideways at 320 pixels', 'sideways at 200 %'])
})
