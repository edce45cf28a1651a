// Addresses of a department: loaded all or nothing, refused line by line, found however they are typed.
import { writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { date, instant } from '../../kernel/date.ts'
import type { Database } from '../../platform/database.ts'
import type { Schema } from '../../schema.ts'
import { extractLine as line, writeExtract } from '../../testing/address-extract.ts'
import { onEachEngine } from '../../testing/database.ts'
import { withSource } from './address-source.ts'
import { findAddress, findParcelAddresses, listAddressesIn, nearestAddress, searchAddresses } from './addresses.store.ts'
import { loadAddresses } from './loading.ts'
import { listLoads } from './loads.store.ts'

const wanted = { vintage: date('2026-03-01'), at: instant(new Date('2026-03-12T09:00:00Z')), tell: () => {} }
const load = async (database: Database<Schema>, path: string, department = '62') =>
  await withSource(path, () => {}, async (source) => await loadAddresses(database, source, { department, ...wanted }))

const parcel = '62498000AB0123'
const lens = [
  line({ id: '62498_0750_00012', number: 12, street: 'Rue Jean Jaurès', lon: 2.83, lat: 50.43, parcels: `${parcel}|62498000AB0124` }),
  line({ id: '62498_0750_00012_bis', number: 12, suffix: 'bis', street: 'Rue Jean Jaurès', lon: 2.8301, lat: 50.43 }),
  line({ id: '62498_0751_00003', number: 3, street: 'Rue du 8 Mai 1945', lon: 2.84, lat: 50.431 }),
  line({ id: '62498_0752_00001', number: 1, street: 'Avenue du Général de Gaulle', lon: 2.82, lat: 50.432 }),
  line({ id: '62498_0753_00001', number: 1, street: 'Place Saint-Léger', lon: 2.821, lat: 50.4325 }),
  line({ id: '62498_0750_00014', number: 14, street: 'Rue Jean Jaurès', lon: 2.831, lat: 50.4305 }),
]
const inBully = { postcode: '62160', insee: '62186', commune: 'Bully-les-Mines' }
const bully = [
  line({ id: '62186_0100_00012', number: 12, street: 'Rue Jean Jaurès', ...inBully, lon: 2.73, lat: 50.44 }),
  line({ id: '62186_0101_00007', number: 7, street: 'Impasse Gambetta', ...inBully, lon: 2.731, lat: 50.44 }),
]

onEachEngine('addresses', (open) => {
  it('are loaded from an extract, compressed or not, its bad lines counted with their reasons', async () => {
    const database = await open()
    const bad = [
      line({ id: '62498_0760_00001', number: 'douze', street: 'Rue A', lon: 2.8, lat: 50.4 }),
      line({ id: '62498_0760_00002', number: 2, street: '', lon: 2.8, lat: 50.4 }),
      line({ id: '62498_0760_00003', number: 3, street: 'Rue A', lon: 50.4, lat: 2.8 }),
      line({ id: '59350_0760_00004', number: 4, street: 'Rue A', insee: '59350', commune: 'Lille', lon: 3.06, lat: 50.63 }),
      'une ligne;trop courte',
    ]
    expect(await load(database, await writeExtract([...lens, ...bad, ...bully], { compressed: true }))).toEqual({
      outcome: 'loaded', addresses: 8, streets: 6, refused: {
        numberUnreadable: { count: 1, firstLine: 8 }, noStreet: { count: 1, firstLine: 9 }, outsideFrance: { count: 1, firstLine: 10 },
        otherDepartment: { count: 1, firstLine: 11 }, tooFewCells: { count: 1, firstLine: 12 },
      },
    })
    expect(await listLoads(database.kysely)).toMatchObject([{ department: '62', addresses: 8, refused: 5, vintage: '2026-03-01' }])
  })

  it('are not loaded twice from the same bytes, nor replaced by what is no extract or is cut short', async () => {
    const database = await open()
    const whole = await writeExtract([...lens, ...bully], { compressed: true })
    expect(await load(database, whole)).toMatchObject({ outcome: 'loaded', addresses: 8, refused: {} })
    expect(await load(database, whole)).toEqual({ outcome: 'known' })
    expect(await load(database, await writeExtract(['1;2'], { columns: 'a;b' }))).toMatchObject({ outcome: 'missingColumns' })
    expect(await load(database, await writeExtract([]))).toMatchObject({ outcome: 'nothing' })
    const cut = await writeExtract([])
    await writeFile(cut, Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2]))
    expect(await load(database, cut)).toEqual({ outcome: 'damaged' })
    expect(await load(database, '/no/such/file')).toBe('notFound')
    expect((await listLoads(database.kysely))[0]?.addresses).toBe(8)
  })

  it.each([
    ['12 rue jean jaurès lens', '12 Rue Jean Jaurès, 62300 Lens'],
    ['12 bis r. jean-jaures 62300', '12 bis Rue Jean Jaurès, 62300 Lens'],
    ['jean jaures bully', 'Rue Jean Jaurès, 62160 Bully-les-Mines'],
    ['lens jaures jean 14', '14 Rue Jean Jaurès, 62300 Lens'],
    ['3 rue du 8 mai 1945', '3 Rue du 8 Mai 1945, 62300 Lens'],
    ['rue du 8 mai', 'Rue du 8 Mai 1945, 62300 Lens'],
    ['av gal de gaule', 'Avenue du Général de Gaulle, 62300 Lens'],
    ['7 imp gambeta', '7 Impasse Gambetta, 62160 Bully-les-Mines'],
    ['pl st leger', 'Place Saint-Léger, 62300 Lens'],
    ['12 rue jean jaures bulyl', '12 Rue Jean Jaurès, 62160 Bully-les-Mines'],
    ['jaur len', 'Rue Jean Jaurès, 62300 Lens'],
    ['99 rue jean jaures lens', 'Rue Jean Jaurès, 62300 Lens'],
  ])('are found however they are typed: « %s »', async (typed, label) => {
    const { kysely } = await open()
    expect((await searchAddresses(kysely, typed, { most: 5 }))[0]?.label).toBe(label)
  })

  it('come first in the communes one prefers, and are none for what no street is like', async () => {
    const { kysely } = await open()
    expect((await searchAddresses(kysely, 'rue jean jaures', { most: 1, prefer: ['62186'] }))[0]?.commune).toBe('Bully-les-Mines')
    for (const typed of ['xyzzyx', '12', '', "' | & ! :* (", '\\\\', '   ']) expect(await searchAddresses(kysely, typed, { most: 5 })).toEqual([])
  })

  it('are found by their identifier, their parcel, a point and a box', async () => {
    const { kysely } = await open()
    expect(await findAddress(kysely, '62498_0750_00012_bis')).toMatchObject({ number: 12, suffix: 'bis', precision: 'number', certified: true })
    expect(await findAddress(kysely, '62498_0750')).toMatchObject({ number: null, precision: 'street' })
    expect([await findAddress(kysely, '62498_9999_00012'), await findAddress(kysely, "x' or true")]).toEqual([undefined, undefined])
    expect((await findParcelAddresses(kysely, parcel)).map(({ label }) => label)).toEqual(['12 Rue Jean Jaurès, 62300 Lens'])
    const near = await nearestAddress(kysely, 2.8309, 50.4305)
    expect([near?.label, Math.round(near?.metres ?? 0)]).toEqual(['14 Rue Jean Jaurès, 62300 Lens', 7])
    expect(await nearestAddress(kysely, 5, 45)).toBeUndefined()
    expect((await listAddressesIn(kysely, { west: 2.829, south: 50.42, east: 2.8305, north: 50.44 }, 10)).map(({ id }) => id))
      .toEqual(['62498_0750_00012', '62498_0750_00012_bis'])
  })
})
