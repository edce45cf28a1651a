// A perimeter in a browser: brought in a file of metres left open, mended, drawn anew on the map, compared before the vote; and all of it by the keyboard.
import proj4 from 'proj4'
import { expect, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { overflows, violations } from './accessibility.ts'
import { openSite, picture, slug } from './site.ts'

const site = openSite()
const words = (text: string | null): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ').replace(/\s+/g, ' ')

/** A quarter of Lens in Lambert-93, its ring left open. */
const lambert = proj4('+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs')
const open = [[2.815, 50.432], [2.819, 50.432], [2.819, 50.435], [2.815, 50.435]].map(([longitude = 0, latitude = 0]) => lambert.forward([longitude, latitude]))
const file = JSON.stringify({
  type: 'FeatureCollection', features: [{ type: 'Feature', properties: { nom: 'Quartier du stade' }, geometry: { type: 'Polygon', coordinates: [open] } }],
})

test('import, mend, draw, compare', async () => {
  const walk = await site.walk({ bypassCSP: true })
  const { page, go } = walk
  const main = async (): Promise<string> => words(await page.locator('main').textContent())
  const map = () => page.waitForSelector('.ground-map-buttons')
  await site.signIn(walk)

  await go(paths.sectorFiles(slug))
  await page.getByLabel('Fichier de périmètres').setInputFiles({ name: 'stade.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(file) })
  await page.getByRole('button', { name: 'Lire le fichier' }).click()
  await page.getByText('reconnues comme Lambert-93').waitFor()
  expect(await main()).toContain('Un contour n’est pas fermé')
  await map()
  expect([await violations(page), await overflows(page)]).toEqual([[], false])
  await page.getByLabel('Fermer les contours').check()
  await page.getByRole('button', { name: 'Réparer ce qui est coché' }).click()
  await page.getByText('Un contour n’est pas fermé').waitFor({ state: 'detached' })
  await page.getByLabel('Commune').selectOption('62498')
  await page.getByRole('button', { name: 'Enregistrer les périmètres' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/application'))
  await go(paths.sectors(slug))
  await page.getByRole('link', { name: 'Quartier du stade' }).first().click()
  await map()
  expect(await main()).toMatch(/9,[45] ha/)

  // Drawn anew by the keyboard alone: the square put in the middle of the map, the old shape taken away.
  await page.getByRole('link', { name: 'Nouvelle version' }).click()
  await map()
  await page.getByRole('button', { name: 'Poser un carré au centre' }).press('Enter')
  const shape = async (): Promise<{ readonly type: string; readonly coordinates: readonly unknown[] }> => JSON.parse(await page.locator('textarea').first().inputValue())
  expect((await shape()).type).toBe('MultiPolygon')
  await page.locator('summary', { hasText: 'Les sommets en chiffres' }).press('Enter')
  for (const corner of [4, 3]) await page.getByRole('group', { name: 'Surface 1' }).getByRole('button', { name: `Retirer le sommet ${corner}` }).press('Enter')
  await page.getByRole('group', { name: 'Surface 1' }).getByRole('button', { name: 'Retirer le sommet 1' }).press('Enter')
  expect((await shape()).type).toBe('Polygon')
  expect([await violations(page), await overflows(page)]).toEqual([[], false])
  await picture(page, 'sector-drawing')
  await page.getByLabel('Source').fill('Projet d’avenant')
  await page.getByRole('button', { name: 'Garder comme projet et comparer' }).click()
  await page.getByText('Ce qui change').first().waitFor()
  await map()
  expect(await main()).toMatch(/Gagné.*Perdu.*Inchangé/)
  expect([await violations(page), await overflows(page)]).toEqual([[], false])
  await picture(page, 'sector-comparison')
  await walk.close()
})

test('without script, the drawing, the table and the comparison say it all', async () => {
  const walk = await site.walk({ javaScriptEnabled: false })
  await site.signIn(walk)
  await walk.go(paths.sectors(slug))
  expect([await walk.page.locator('.shape-drawing').isVisible(), await walk.page.locator('.ground-map-holder').count()]).toEqual([true, 0])
  await walk.page.getByRole('link', { name: 'Centre-ville de Lens' }).first().click()
  await walk.page.getByRole('link', { name: 'Comparer deux tracés' }).click()
  expect(words(await walk.page.locator('main').textContent())).toMatch(/projet : il n’a été ni voté.*Gagné4,2 ha/)
  await walk.page.locator('select[name=de]').selectOption({ index: 0 })
  await walk.page.locator('select[name=a]').selectOption({ index: 1 })
  await walk.page.getByRole('button', { name: 'Comparer' }).click()
  expect(words(await walk.page.locator('main').textContent())).toMatch(/Gagné.*14,3 ha.*Perdu.*3,1 ha/)
  await walk.close()
})
