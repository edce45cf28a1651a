// An amendment from its document to the text it changes: published, read on two days, compared, saved; then the next one drafted and previewed.
import { readFileSync, writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { inOperation, openSite, slug } from './site.ts'

const site = openSite()
const words = (text: string | null): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ').replace(/\s+/g, ' ')

test('an amendment is published, changes the text from its signature, and is compared and saved', async () => {
  const walk = await site.walk()
  const { page } = walk
  const main = async (): Promise<string> => words(await page.locator('main').textContent())
  await site.signIn(walk, 'lawyer')
  const file = join(mkdtempSync(join(tmpdir(), 'chapeau-')), 'avenant-4.md')
  writeFileSync(file, readFileSync('demonstration/avenant-1.md', 'utf8').replace('Avenant n° 1', 'Avenant n° 4').replace('18 mars 2024', '2 février 2026')
    .replace('au moins une fois par an » sont remplacés', 'au moins deux fois par an » sont remplacés')
    .replace('par les mots : « au moins deux fois par an »', 'par les mots : « chaque trimestre »').replaceAll('3 bis', '3 ter'))
  await walk.go(inOperation('/documents/nouveau'))
  await page.setInputFiles('input[type=file]', file)
  await page.click('text=Déposer et lire')
  await page.waitForSelector('[data-review]')
  const waiting = async (): Promise<number> => await page.locator('[data-status="waiting"]').count()
  const total = await waiting()
  await page.click('text=/Accepter les \\d+ faits sûrs/')
  await expect.poll(waiting).toBeLessThan(total)
  for (let rest = await waiting(); rest > 0; rest = await waiting()) {
    await page.locator('[data-status="waiting"] [data-act="accept"]').first().click()
    await expect.poll(waiting).toBeLessThan(rest)
  }
  await page.reload()
  await page.click('text=Préparer la publication')
  expect(await page.getByLabel('Signé le').inputValue()).toBe('02/02/2026')
  await page.getByLabel('Adresse de la convention').fill('avenant-4')
  await page.click('text=Publier la convention')
  await page.waitForURL('**/conventions/avenant-4')

  await walk.go(`${paths.convention(slug, 'chapeau')}?le=2026-02-01`)
  expect(await main()).toContain('Il se réunit au moins deux fois par an')
  await walk.go(`${paths.convention(slug, 'chapeau')}?le=2026-02-02`)
  expect(await main()).toContain('Il se réunit chaque trimestre')
  await page.locator('.versions a', { hasText: 'ce qui change le 2 février 2026' }).click()
  expect(await page.locator('.redline ins', { hasText: 'chaque trimestre' }).count()).toBe(1)
  const [saved] = await Promise.all([page.waitForEvent('download'), page.click('text=Word avec révisions')])
  expect(saved.suggestedFilename()).toMatch(/\.docx$/)
  await walk.close()
})

test('the next amendment is drafted without JavaScript: an instruction by form, the others pasted, the effect previewed', async () => {
  const walk = await site.walk({ javaScriptEnabled: false })
  const { page } = walk
  const main = async (): Promise<string> => words(await page.locator('main').textContent())
  await site.signIn(walk, 'lawyer')
  await walk.go(inOperation('/conventions/chapeau'))
  await page.click('text=Préparer un avenant')
  await page.getByLabel('Titre de l’avenant').fill('Avenant n° 5 à la convention chapeau')
  await page.click('text=Ouvrir le projet')
  await page.locator('a', { hasText: /^Compléter$/ }).click()
  await page.click('text=Ajouter l’instruction')
  expect(await page.title()).toMatch(/^Erreur/)
  await page.getByLabel('Article visé').selectOption('8')
  await page.getByLabel('Ce qui est ajouté').selectOption('sentence')
  await page.getByLabel('Nouveau texte').fill('Une médiation est tentée d’abord.')
  await page.click('text=Ajouter l’instruction')
  expect(await main()).toMatch(/Compléter l’article 8.*S’applique/)
  await page.getByLabel('Texte du dispositif').fill('À l’article 2, les mots : « le cadre commun » sont remplacés par les mots : « un cadre partagé ».')
  await page.click('text=Lire les instructions')
  expect(await main()).toContain('À confirmer : 1 instruction')
  await page.click('text=Ajouter les instructions cochées')
  expect(await main()).toContain('2 instructions')
  await page.click('text=Aperçu de l’effet')
  const preview = await main()
  for (const part of ['Rien n’est signé', 'un cadre partagé', 'Une médiation est tentée d’abord.']) expect(preview).toContain(part)
  await walk.go(paths.convention(slug, 'chapeau'))
  expect(await main()).not.toContain('un cadre partagé')
  await walk.close()
})
