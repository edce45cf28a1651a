// Two people on one sheet of the plan: what each changed is kept, what both changed is chosen, what one typed is found again, its card moved.
import { expect, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { overflows, violations } from './accessibility.ts'
import { openSite, picture, slug } from './site.ts'

const site = openSite()

test('two people edit one action: merged where they can be, chosen where they cannot, a draft found again on another device', async () => {
  const [commune, lead] = [await site.walk({ bypassCSP: true }), await site.walk({ bypassCSP: true })]
  await site.signIn(commune, 'townLead')
  await site.signIn(lead, 'projectLead')

  await commune.go(paths.newAction(slug))
  expect(await commune.page.getByLabel('Maître d’ouvrage', { exact: false }).first().inputValue()).toContain('Bully-les-Mines')
  await commune.page.getByLabel('Nom de l’action').fill('Rouvrir le marché couvert')
  await commune.page.getByLabel('Partenaires, 1').fill('Chambre de métiers ; Association des commerçants')
  await picture(commune.page, 'new-action')
  expect([await violations(commune.page), await overflows(commune.page)]).toEqual([[], false])
  await commune.page.getByRole('button', { name: 'Créer l’action' }).click()
  await commune.page.waitForURL(/actions\/[\w-]{36}\?fait=creee/)
  const action = /actions\/([\w-]{36})/.exec(commune.page.url())?.[1] ?? ''
  const form = paths.actionForm(slug, action)

  await lead.go(form)
  await commune.go(form)
  await commune.page.getByLabel('Priorité').selectOption('high')
  await commune.page.getByRole('button', { name: 'Enregistrer' }).click()
  await commune.page.waitForURL(/fait=modifiee/)
  await lead.page.getByLabel('Description (contexte, contenu)').fill('Un marché couvert, trois jours par semaine.')
  await lead.page.getByRole('button', { name: 'Enregistrer' }).click()
  await lead.page.waitForURL(/fait=modifiee&fusion=priority/)
  expect(await lead.page.locator('main').textContent()).toContain('quelqu’un avait changé')

  await lead.go(form)
  await commune.go(form)
  await commune.page.getByLabel('Nom de l’action').fill('Rouvrir le marché couvert de la place')
  await commune.page.getByRole('button', { name: 'Enregistrer' }).click()
  await commune.page.waitForURL(/fait=modifiee/)
  await lead.page.getByLabel('Nom de l’action').fill('Marché couvert : réouverture')
  await lead.page.getByLabel('Objectifs').fill('Vingt étals occupés')
  await lead.page.getByRole('button', { name: 'Enregistrer' }).click()
  await lead.page.waitForSelector('.differences')
  await picture(lead.page, 'action-conflict')
  expect([await violations(lead.page), await overflows(lead.page)]).toEqual([[], false])
  expect(await lead.page.locator('.difference-theirs').textContent()).toContain('Rouvrir le marché couvert de la place')
  expect(await lead.page.getByLabel('Nom de l’action : votre version').inputValue()).toBe('Marché couvert : réouverture')
  await lead.page.getByLabel('Garder la version enregistrée').check()
  await lead.page.getByRole('button', { name: 'Enregistrer' }).click()
  await lead.page.waitForURL(/fait=modifiee/)

  await lead.go(form)
  expect(await lead.page.getByLabel('Nom de l’action').inputValue()).toBe('Rouvrir le marché couvert de la place')
  expect(await lead.page.getByLabel('Objectifs').inputValue()).toBe('Vingt étals occupés')
  await lead.page.getByLabel('Résultats attendus').fill('Un texte long que personne ne veut retaper')
  await lead.page.waitForSelector('text=/Brouillon gardé à/')
  const device = await site.walk({ bypassCSP: true })
  await site.signIn(device, 'projectLead')
  await device.go(form)
  expect(await device.page.locator('[data-draft-at]').count(), 'a draft is not written over unasked').toBe(0)
  await device.page.getByRole('link', { name: 'Reprendre le brouillon' }).click()
  expect(await device.page.getByLabel('Résultats attendus').inputValue()).toBe('Un texte long que personne ne veut retaper')
  await picture(device.page, 'action-draft')
  await device.page.getByRole('button', { name: 'Enregistrer' }).click()
  await device.page.waitForURL(/fait=modifiee/)
  await device.go(form)
  expect(await device.page.locator('text=Reprendre le brouillon').count()).toBe(0)

  await device.go(paths.actionHistory(slug, action))
  await picture(device.page, 'action-history')
  expect([await violations(device.page), await overflows(device.page)]).toEqual([[], false])
  await device.page.locator('.change-set a', { hasText: 'résultats' }).first().click()
  await picture(device.page, 'change-set')
  await device.page.getByRole('button', { name: 'Annuler cette modification' }).click()
  await device.page.waitForSelector('text=Annuler cette annulation')
  await device.go(form)
  expect(await device.page.getByLabel('Résultats attendus').inputValue()).toBe('')

  // The card on the board, by hand: it goes where it is dropped, and the sheet says so.
  await device.go(`${paths.plan(slug)}?vue=tableau&q=${encodeURIComponent('"marché couvert"')}`)
  const column = (state: string) => device.page.locator(`[data-column="${state}"]`)
  await column('planned').locator(`#carte-${action}`).dragTo(column('committed'))
  await column('committed').locator(`#carte-${action}`).waitFor()
  await device.go(paths.action(slug, action))
  expect(await device.page.locator('main').textContent()).toMatch(/Engagée\s*depuis le/)
  for (const walk of [commune, lead, device]) await walk.close()
})
