// Indicators over HTTP: defined, measured, changed by two people, taken out; who may.
import { expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'

const vacancy = { name: 'Vacance de longue durée', unit: '%', kind: 'result', formula: 'Vacants depuis deux ans sur tous', source: 'LOVAC 2025' }

async function start(app: TestApp) {
  const lead = app.as('projectLead')
  const { slug } = app.operation
  const made = await lead.post(paths.newIndicator(slug), vacancy)
  const page = made.headers.get('location') ?? ''
  const id = page.split('/').at(-1) ?? newId()
  const observe = async (form: Readonly<Record<string, string>>) => await lead.post(paths.indicatorValues(slug, id), form)
  return { lead, slug, page, id, observe }
}

onEachEngine('indicators', (open) => {
  it('keep dated values, those not published among them, with a line and its table', async () => {
    const app = await startApp(open)
    const { lead, page, observe, slug } = await start(app)
    for (const [on, value] of [['1/1/2024', '9,4'], ['1/1/2025', '8,9']] as const) expect((await observe({ on, value })).status).toBe(303)
    expect((await observe({ on: '1/1/2026', unpublished: 'oui', note: 'Secret statistique' })).status).toBe(303)
    const words = await wordsOf(await lead.get(page))
    expect(words).toMatch(/1er janvier 2026 non publié toute l’opération Secret statistique.*8,9 %.*9,4 %/)
    expect(await htmlOf(await lead.get(page)))
      .toContain('aria-label="Vacance de longue durée : de 9,4 % le 1er janvier 2024 à 8,9 % le 1er janvier 2025."')
    expect(await wordsOf(await lead.get(`${paths.indicators(slug)}?le=2025-06-01`))).toMatch(/Vacance de longue durée Résultat 8,9 % 01\/01\/2025/)
    expect(await wordsOf(await lead.get(`${page}?le=2024-06-01`))).not.toContain('8,9')
  })

  it('say what is wrong with a value and keep it typed, and take back one recorded by mistake', async () => {
    const app = await startApp(open)
    const { lead, page, observe, slug, id } = await start(app)
    const refused = await observe({ on: '1/1/2027', value: 'beaucoup', note: 'gardée' })
    expect([refused.status, await wordsOf(refused)]).toEqual([422, expect.stringMatching(/pas encore venu.*illisible.*gardée/)])
    await observe({ on: '1/1/2026', value: '7' })
    const removal = /action="([^"]*\/valeurs\/[^"]*\/retrait)"/.exec(await htmlOf(await lead.get(page)))?.[1] ?? ''
    expect((await lead.post(removal)).status).toBe(303)
    expect((await lead.post(removal)).status).toBe(404)
    expect(await wordsOf(await lead.get(page))).toContain('Aucune valeur')
    expect((await lead.post(paths.indicatorRemoval(slug, id))).status).toBe(303)
    expect((await lead.get(page)).status).toBe(404)
  })

  it('show both versions when two people change the same one, and belong to project leads', async () => {
    const app = await startApp(open)
    const { lead, slug, id } = await start(app)
    const form = paths.indicatorForm(slug, id)
    expect((await lead.post(form, { ...vacancy, name: 'Vacance', version: '1' })).status).toBe(303)
    const late = await lead.post(form, { ...vacancy, unit: 'pour cent', version: '1' })
    expect([late.status, await wordsOf(late)]).toEqual([409, expect.stringMatching(/Personne projectLead.*Vacance/)])
    expect((await lead.post(paths.newIndicator(slug), { ...vacancy, name: 'VACANCE' })).status).toBe(422)
    for (const role of ['townLead', 'finance', 'funder'] as const) {
      const answers = [await app.as(role).get(paths.indicator(slug, id)), await app.as(role).post(form, vacancy)]
      expect([role, ...answers.map(({ status }) => status)]).toEqual([role, 200, 403])
    }
  })
})
