// Perimeters over HTTP: added, drawn in versions, checked, withdrawn, told on any day, exported; kept by those who may.
import { expect, it } from 'vitest'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { verifyJournal } from '../../platform/journal.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { publishText } from '../../testing/published.ts'
import { signedConvention } from '../../testing/signed-convention.ts'

const square = (west: number, south: number, size = 0.01): string => JSON.stringify({ type: 'Polygon', coordinates: [[
  [west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south],
]] })
const bowTie = JSON.stringify({ type: 'Polygon', coordinates: [[[2.8, 50.4], [2.81, 50.41], [2.81, 50.4], [2.8, 50.41], [2.8, 50.4]]] })
const shape = { shape: square(2.8, 50.4), source: 'Annexe', precision: '5', from: '01/06/2023', townCentre: 'oui' }

const addSector = async (app: TestApp, form: Readonly<Record<string, string>> = {}): Promise<string> => {
  const made = await app.as('projectLead').post(paths.newSector(app.operation.slug), { name: 'Centre-ville', kind: 'intervention', commune: '62498',
    ...form })
  expect(made.status).toBe(303)
  return /secteurs\/([\w-]+)\/versions/.exec(made.headers.get('location') ?? '')?.[1] ?? ''
}

/** The first thing the published text says was decided. */
const firstAct = async (app: TestApp): Promise<string> => (await app.inside((db) => db.selectFrom('act').select('id')
  .where('kind', 'in', ['deliberation', 'signature']).where('happened_on', 'is not', null).orderBy('happened_on').executeTakeFirstOrThrow())).id

onEachEngine('sectors', (open) => {
  it('are told on any day, with the reasons: their version, and the convention they hang on', async () => {
    const app = await startApp(open)
    const [{ slug }, lead] = [app.operation, app.as('projectLead')]
    await publishText(app, signedConvention, 'chapeau')
    expect(await wordsOf(await lead.get(paths.sectors(slug)))).toContain('Aucun périmètre')
    const sector = await addSector(app)
    expect(sector).toBe('lens-centre-ville')
    expect(await wordsOf(await lead.get(paths.sectors(slug)))).toMatch(/Inconnu Aucun tracé n’est enregistré/)
    const act = await firstAct(app)
    expect((await lead.post(paths.sectorVersions(slug, sector), { ...shape, act })).status).toBe(303)
    const wider = { ...shape, act, shape: square(2.8, 50.4, 0.02), from: '01/01/2025' }
    expect((await lead.post(paths.sectorVersions(slug, sector), wider)).status).toBe(303)
    const on = async (day: string) => await wordsOf(await lead.get(`${paths.sectors(slug)}?le=${day}`))
    expect(await on('2023-05-31')).toContain('Pas en vigueur La première version ne vaut qu’à partir du 1er juin 2023')
    expect(await on('2024-03-01')).toMatch(/En vigueur La version vaut depuis le 1er juin 2023.* n° 1 .*Lens|Lens.*En vigueur.* n° 1/)
    expect(await on('2026-03-01')).toMatch(/En vigueur La version vaut depuis le 1er janvier 2025.*n° 2/)
    expect(await on('2040-01-01')).toMatch(/Pas en vigueur La convention, pour cette commune : expirée/)
    expect(await app.inside((db) => verifyJournal(db, app.operation.id))).toMatchObject({ breaks: [] })
  })

  it('keep no version that is wrong without a word: each fault named, on the map, repaired when asked', async () => {
    const app = await startApp(open)
    const [{ slug }, lead] = [app.operation, app.as('projectLead')]
    const sector = await addSector(app)
    const empty = await lead.post(paths.sectorVersions(slug, sector), { shape: '{', from: 'hier', precision: '0', act: 'x' })
    const words = await wordsOf(empty)
    expect(empty.status).toBe(422)
    for (const part of ['n’est pas du GeoJSON', 'début est illisible', 'entre 0,01 et 1 000', 'n’est pas dans le registre',
      'Dites d’où vient']) expect(words).toContain(part)
    const crossed = await lead.post(paths.sectorVersions(slug, sector), { ...shape, shape: bowTie })
    expect([crossed.status, await htmlOf(crossed)]).toEqual([422, expect.stringMatching(/se croise lui-même[\s\S]*name="reparer-selfIntersection"/)])
    const repaired = await lead.post(paths.sectorVersions(slug, sector), { ...shape, shape: bowTie, suite: 'reparer',
      'reparer-selfIntersection': 'oui' })
    const html = await htmlOf(repaired)
    expect([repaired.status, html]).toEqual([200, expect.stringContaining('Tracé réparé')])
    const mended = /<textarea[^>]*name="shape"[^>]*>([^<]*)</.exec(html)?.[1] ?? ''
    expect((await lead.post(paths.sectorVersions(slug, sector), { ...shape, shape: mended })).status).toBe(303)
  })

  it('are never edited: a wrong version is withdrawn with its reason, one taken away by an act says so', async () => {
    const app = await startApp(open)
    const [{ slug }, lead] = [app.operation, app.as('lawyer')]
    await publishText(app, signedConvention, 'chapeau')
    const sector = await addSector(app)
    await lead.post(paths.sectorVersions(slug, sector), shape)
    const silent = await lead.post(paths.sectorVersionWithdrawal(slug, sector, '1'), { reason: '' })
    expect([silent.status, await wordsOf(silent)]).toEqual([422, expect.stringContaining('Dites pourquoi')])
    expect((await lead.post(paths.sectorVersionWithdrawal(slug, sector, '1'), { reason: 'Mauvais fichier' })).status).toBe(303)
    expect((await lead.post(paths.sectorVersionWithdrawal(slug, sector, '1'), { reason: 'encore' })).status).toBe(404)
    expect(await wordsOf(await lead.get(paths.sector(slug, sector)))).toMatch(/Retirée.*Mauvais fichier/)
    const act = await firstAct(app)
    await lead.post(paths.sectorVersions(slug, sector), { ...shape, act })
    await lead.post(paths.sectorVersions(slug, sector), { act, source: 'Avenant', takenAway: 'oui', from: '01/01/2025' })
    expect(await wordsOf(await lead.get(paths.sector(slug, sector)))).toContain('Un acte a supprimé ce périmètre le 1er janvier 2025')
  })

  it('leave as GeoJSON with what the command line asks, and as a table', async () => {
    const app = await startApp(open)
    const [{ slug }, lead] = [app.operation, app.as('projectLead')]
    const sector = await addSector(app, { illustrative: 'oui' })
    await lead.post(paths.sectorVersions(slug, sector), shape)
    await lead.post(paths.sectorVersions(slug, sector), { ...shape, from: '01/01/2025', townCentre: '' })
    const feature = z.object({ properties: z.record(z.string(), z.unknown()), geometry: z.object({ type: z.literal('MultiPolygon') }) })
    const { features } = z.object({ features: z.array(feature) }).parse(JSON.parse(await (await lead.get(paths.sectorExport(slug,
      'geojson'))).text()))
    expect(features.map(({ properties }) => properties)).toMatchObject([
      { id: sector, commune: '62498', townCentre: true, validFrom: '2023-06-01', validTo: '2024-12-31', illustrative: true, standing: 'unknown' },
      { id: sector, townCentre: null, validFrom: '2025-01-01', validTo: null, version: 2 },
    ])
    const rows: string[][] = parse(await (await lead.get(`${paths.sectorExport(slug, 'csv')}?le=2024-01-01`)).text(), { delimiter: ';', bom: true })
    expect(rows[1]?.slice(0, 6)).toEqual([sector, 'Centre-ville', 'Secteur d’intervention', 'Lens', '62498', 'Oui'])
  })

  it('are kept by the leads and the lawyer, changed by two without loss, named once', async () => {
    const app = await startApp(open)
    const [{ slug }, lead] = [app.operation, app.as('projectLead')]
    const sector = await addSector(app)
    const again = await lead.post(paths.newSector(slug), { name: 'CENTRE ville', kind: 'intervention', commune: '62498' })
    expect([again.status, await wordsOf(again)]).toEqual([422, expect.stringContaining('porte déjà ce nom')])
    const form = { name: 'Cœur de ville', kind: 'intervention', commune: '62498', version: '1' }
    expect((await lead.post(paths.sectorForm(slug, sector), form)).status).toBe(303)
    const late = await app.as('lawyer').post(paths.sectorForm(slug, sector), { ...form, name: 'Hypercentre' })
    expect([late.status, await htmlOf(late)]).toEqual([409, expect.stringMatching(/Cœur de ville[\s\S]*value="Hypercentre"/)])
    for (const role of ['townLead', 'elected', 'funder'] as const) {
      expect((await app.as(role).get(paths.sector(slug, sector))).status).toBe(200)
      for (const path of [paths.newSector(slug), paths.sectorVersions(slug, sector), paths.sectorRemoval(slug, sector)]) {
        expect([role, (await app.as(role).post(path, {})).status]).toEqual([role, 403])
      }
    }
    expect((await lead.post(paths.sectorRemoval(slug, sector))).status).toBe(303)
    expect((await lead.get(paths.sector(slug, sector))).status).toBe(404)
  })
})
