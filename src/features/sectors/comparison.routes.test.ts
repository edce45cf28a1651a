// Two shapes compared over HTTP: ground and addresses gained and lost, unknown when no address is loaded, a draft before it is voted.
import { expect, it } from 'vitest'
import { date, instant } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { appendStreets, beginLoad } from '../addresses/loads.store.ts'

const square = (west: number, size = 0.01): string => JSON.stringify({ type: 'Polygon', coordinates: [[
  [west, 50.42], [west + size, 50.42], [west + size, 50.43], [west, 50.43], [west, 50.42],
]] })

async function twoVersions(app: TestApp): Promise<string> {
  const [{ slug }, lead] = [app.operation, app.as('projectLead')]
  const made = await lead.post(paths.newSector(slug), { name: 'Centre-ville', kind: 'intervention', commune: '62498' })
  const sector = /secteurs\/([\w-]+)\/versions/.exec(made.headers.get('location') ?? '')?.[1] ?? ''
  await lead.post(paths.sectorVersions(slug, sector), { shape: square(2.82), source: 'Annexe', from: '01/06/2023' })
  await lead.post(paths.sectorVersions(slug, sector), { shape: square(2.825), source: 'Avenant', from: '01/01/2025' })
  return sector
}

onEachEngine('the comparison of two shapes', (open) => {
  it('tells the ground gained and lost, and that addresses are unknown while none is loaded', async () => {
    const app = await startApp(open)
    const sector = await twoVersions(app)
    const words = await wordsOf(await app.as('elected').get(paths.sectorComparison(app.operation.slug, sector)))
    expect(words).toMatch(/Gagné \d+,\d ha Inconnu Inconnu Perdu \d+,\d ha Inconnu/)
    expect(words).toContain('n’est pas chargée')
  })

  it('lists the addresses that come in and go out', async () => {
    const app = await startApp(open)
    const sector = await twoVersions(app)
    const { kysely } = app.database
    await beginLoad(kysely, { department: '62', source: 'essai', sha256: Buffer.alloc(32), vintage: date('2026-01-01'),
      loaded_at: instant(new Date(0)) })
    await appendStreets(kysely, '62', [{ id: '62498_0001', insee: '62498', postcode: '62300', commune: 'Lens', name: 'Rue Neuve', numbers: [
      [1, '', 2.822, 50.425, 1, ['62498000AB0001']], [2, '', 2.828, 50.425, 1], [3, '', 2.833, 50.425, 1, ['62498000AB0003']],
    ] }])
    const html = await wordsOf(await app.as('projectLead').get(`${paths.sectorComparison(app.operation.slug, sector)}?de=1&a=2`))
    await kysely.deleteFrom('address_load').where('department', '=', '62').execute()
    expect(html).toMatch(/Gagné \d+,\d ha 1 1 Perdu \d+,\d ha 1 1 Inchangé \d+,\d ha 1/)
    expect(html).toMatch(/Adresses gagnées 3 Rue Neuve.*62498000AB0003.*Adresses perdues 1 Rue Neuve/i)
  })

  it('takes a draft that nobody voted, kept without becoming a version', async () => {
    const app = await startApp(open)
    const [{ slug }, lead] = [app.operation, app.as('projectLead')]
    const sector = await twoVersions(app)
    const wrong = await lead.post(paths.sectorComparison(slug, sector), { shape: '{', source: 'gardé' })
    expect([wrong.status, await htmlOf(wrong)]).toEqual([422, expect.stringContaining('value="gardé"')])
    const kept = await lead.post(paths.sectorComparison(slug, sector), { shape: square(2.82, 0.02), source: 'Projet d’avenant' })
    expect(kept.status).toBe(303)
    expect(await wordsOf(await lead.get(kept.headers.get('location') ?? ''))).toMatch(/L’un des deux est un projet.*Perdu 0 m²/)
    expect(await wordsOf(await lead.get(paths.sector(slug, sector)))).not.toContain('n° 3')
    expect(await wordsOf(await lead.get(paths.sectorFiles(slug)))).toContain('Projet, non voté')
  })
})
