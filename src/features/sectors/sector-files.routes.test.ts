// Files of perimeters over HTTP: read, looked at, repaired on request, applied once, and refused with every fault at once.
import { expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { verifyJournal } from '../../platform/journal.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'

const ring = (west: number, south: number, size: number) =>
  [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]
const feature = (properties: object, coordinates: unknown) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } })
const collection = (...features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features })
const bowTie = [[[2.78, 50.42], [2.79, 50.43], [2.79, 50.42], [2.78, 50.43], [2.78, 50.42]]]

const handIn = async (app: TestApp, bytes: string, name = 'secteurs.geojson'): Promise<string> => {
  const made = await app.as('projectLead').upload(paths.sectorFiles(app.operation.slug), { name, bytes }, { cle: newId() })
  expect([made.status, made.headers.get('location')]).toEqual([303, expect.stringContaining('/fichiers/')])
  return made.headers.get('location')?.split('/').at(-1) ?? ''
}
const shapesKept = (app: TestApp) => app.inside((db) => db.selectFrom('sector_version').select(['number', 'valid_from']).orderBy('number').execute())

onEachEngine('files of sectors', (open) => {
  it('propose what each shape becomes, write nothing before someone agrees, and nothing twice', async () => {
    const app = await startApp(open)
    const [{ slug }, lead] = [app.operation, app.as('projectLead')]
    const file = await handIn(app, collection(
      feature({ nom: 'Centre-ville', insee: '62498', centre_ville: 'oui' }, [ring(2.82, 50.42, 0.01)]), feature({ nom: 'Gare', commune: 'Liévin' },
        [ring(2.77, 50.41, 0.01)]),
    ))
    const html = await htmlOf(await lead.get(paths.sectorFile(slug, file)))
    for (const part of ['value="Centre-ville"', 'value="Gare"', '2 tracés lus', '<option value="62510" selected>Liévin']) expect(html).toContain(part)
    expect(await shapesKept(app)).toEqual([])
    const form = {
      'target-0': 'nouveau', 'name-0': 'Centre-ville', 'kind-0': 'intervention', 'commune-0': '62498', 'townCentre-0': 'oui', 'from-0': '',
      'target-1': 'rien', from: '01/06/2023', source: 'Annexe', precision: '5', cle: newId(),
    }
    expect((await lead.post(paths.sectorFileApplication(slug, file), form)).headers.get('location')).toBe(paths.sectors(slug))
    expect((await lead.post(paths.sectorFileApplication(slug, file), form)).status).toBe(303)
    expect((await lead.post(paths.sectorFileApplication(slug, file), { ...form,
      cle: newId() })).headers.get('location')).toBe(paths.sectorFile(slug, file))
    expect(await shapesKept(app)).toEqual([{ number: 1, valid_from: '2023-06-01' }])
    expect(await wordsOf(await lead.get(paths.sectorFile(slug, file)))).toContain('a été appliqué')
    const again = await handIn(app, collection(feature({}, [ring(2.821, 50.42, 0.01)])))
    expect(await htmlOf(await lead.get(paths.sectorFile(slug, again)))).toContain('<option value="lens-centre-ville" selected>')
    await lead.post(paths.sectorFileApplication(slug, again), { 'target-0': 'lens-centre-ville', 'kind-0': 'intervention', from: '01/01/2025',
      source: 'Avenant' })
    expect(await shapesKept(app)).toEqual([{ number: 1, valid_from: '2023-06-01' }, { number: 2, valid_from: '2025-01-01' }])
    expect(await app.inside((db) => verifyJournal(db, app.operation.id))).toMatchObject({ breaks: [] })
  })

  it('name each fault of each shape, repair on request with the difference, and keep what was typed', async () => {
    const app = await startApp(open)
    const [{ slug }, lead] = [app.operation, app.as('projectLead')]
    const file = await handIn(app, collection(feature({ nom: 'Nœud' }, bowTie)))
    expect(await wordsOf(await lead.get(paths.sectorFile(slug, file)))).toMatch(/Empêche d’enregistrer .*croise.* Repère 1A sur la carte/)
    const form = { 'target-0': 'nouveau', 'name-0': 'Gardé', 'kind-0': 'intervention', 'commune-0': '', 'from-0': 'hier', source: '' }
    const refused = await lead.post(paths.sectorFileApplication(slug, file), form)
    const words = await htmlOf(refused)
    expect(refused.status).toBe(422)
    for (const part of ['Tracé 1 : Ce tracé ne peut pas', 'Tracé 1 : Le début est illisible', 'Dites d’où vient',
      'value="Gardé"']) expect(words).toContain(part)
    expect(await shapesKept(app)).toEqual([])
    const repaired = { ...form, 'from-0': '', 'reparer-0-selfIntersection': 'oui' }
    expect((await lead.post(paths.sectorFileRepair(slug, file), repaired)).status).toBe(303)
    const after = await htmlOf(await lead.get(paths.sectorFile(slug, file)))
    expect(after).toContain('value="Gardé"')
    expect(after).toMatch(/Réparé \(couper le contour à ses croisements\) : .* avant, .* après/)
    await lead.post(paths.sectorFileApplication(slug, file), { ...form, 'from-0': '', source: 'Annexe' })
    expect(await shapesKept(app)).toEqual([{ number: 1, valid_from: null }])
  })

  it('make one area of a list of parcels and the contours handed in beside it, and ask for them when they are not there', async () => {
    const app = await startApp(open)
    const [{ slug }, lead] = [app.operation, app.as('projectLead')]
    const list = '62498000AB0001\n62498000AB0002\n62498000AB0009\n'
    const alone = await lead.upload(paths.sectorFiles(slug), { name: 'parcelles.txt', bytes: list })
    expect([alone.status, await wordsOf(alone)]).toEqual([422, expect.stringContaining('joignez le GeoJSON du cadastre')])
    const parcel = (id: string, west: number) => feature({ id }, [ring(west, 50.42, 0.001)])
    const form = new FormData()
    form.set('file', new File([list], 'parcelles.txt'))
    form.set('contours', new File([collection(parcel('62498000AB0001', 2.82), parcel('62498000AB0002', 2.821))], 'cadastre.geojson'))
    const sent = await lead.send(paths.sectorFiles(slug), { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: form })
    const words = await wordsOf(await lead.get(sent.headers.get('location') ?? ''))
    expect(words).toMatch(/1 tracé lu.*1 objet laissé de côté 62498000AB0009.*2 parcelles.*1 partie/)
  })

  it('convert Lambert-93 and say so, refuse what is no file of shapes, leave what is abandoned', async () => {
    const app = await startApp(open)
    const [{ slug }, lead] = [app.operation, app.as('projectLead')]
    const file = await handIn(app, collection(feature({ nom: 'Lens' }, [ring(687_000, 7_035_000, 500)])), 'lambert.geojson')
    expect(await wordsOf(await lead.get(paths.sectorFile(slug, file)))).toMatch(/Coordonnées reconnues comme Lambert-93, converti en degrés/)
    for (const [name, bytes] of [['photo.jpg', 'ÿØÿà'], ['vide.geojson', ''], ['faux.zip', 'PK\u0003\u0004cassé']] as const) {
      const refused = await lead.upload(paths.sectorFiles(slug), { name, bytes })
      expect([name, refused.status, (await htmlOf(refused)).includes('fault-summary')]).toEqual([name, 422, true])
    }
    expect((await lead.post(paths.sectorFile(slug, file), { suite: 'abandon' })).status).toBe(303)
    expect((await lead.get(paths.sectorFile(slug, file))).status).toBe(404)
    expect((await app.as('townLead').get(paths.sectorFiles(slug))).status).toBe(403)
  })
})
