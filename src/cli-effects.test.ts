// The command `effects`: the vectors of the domain, lines in their order whatever the file, hostile files, and the same answers on several cores.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { effects } from './cli-effects.ts'
import { effectsAnswer, effectsConventions, effectsPoints, effectsSays, effectsSectors } from './features/site/help-effects.ts'

const built = new URL('../build/tests/effects/', import.meta.url)
let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chapeau-effects-'))
  const source = (name: string): string => fileURLToPath(new URL(`features/effects/${name}.ts`, import.meta.url))
  await build({
    entryPoints: { 'effects-worker': source('batch-worker'), 'effects-parquet': source('batch-parquet-child') },
    outdir: fileURLToPath(built), bundle: true, platform: 'node', format: 'esm', target: 'node20',
    packages: 'external',
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

type Said = { code: number; answer: string; beside: string }
async function run(...words: readonly string[]): Promise<Said> {
  const said: Said = { code: -1, answer: '', beside: '' }
  const tell = async (bytes: Uint8Array): Promise<void> => void (said.answer += Buffer.from(bytes).toString())
  said.code = await effects(words, { tell, warn: (text) => { said.beside += text }, programs: built })
  return said
}
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** A square of a hundredth of a degree. */
const square = (west: number, south: number, size = 0.01) =>
  ({ type: 'Polygon', coordinates: [[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]] })
const feature = (properties: object, geometry: unknown) => ({ type: 'Feature', properties, geometry })
const collection = (...features: readonly unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features })

/** Lens, town centre, amended in 2025; a part of Bully that has none; Saint-Denis of Réunion. */
const sectors = collection(
  feature({ id: 'lens-centre', commune: '62498', townCentre: true, validFrom: '2019-02-15' }, square(2.83, 50.43)),
  feature({ id: 'lens-centre', commune: '62498', townCentre: true, validFrom: '2025-11-12' }, square(2.83, 50.43, 0.02)),
  feature({ id: 'bully-brebis', commune: '62186', townCentre: false, validFrom: '2019-02-15' }, square(2.72, 50.44)),
  feature({ id: 'bully-ancien', commune: '62186', townCentre: true, validFrom: '2015-01-01', validTo: '2019-02-14' }, square(2.72, 50.44)),
  feature({ id: 'saint-denis', commune: '97411', townCentre: true, validFrom: '2020-01-01' }, square(55.45, -20.89)),
)
const conventions = (to?: string): string => JSON.stringify({
  complete: true,
  communes: ['62498', '62186', '97411'].map((insee) => ({ insee, inForceFrom: '2019-02-15', ...(to !== undefined && { inForceTo: to }) })),
})
const points = `id,lon,lat,insee
centre,2.835,50.435,62498
hors,2.80,50.40,62498
brebis,2.725,50.445,62186
harnes,2.90,50.45,62413
reunion,55.455,-20.885,97411
ajoute,2.845,50.445,62498
`

/** Rows by identifier, then by column. */
async function asked(on: string, ...words: readonly string[]) {
  const said = await run(file('points.csv', points), '--sectors', file('sectors.geojson', sectors), '--on', on, '--wide', ...words)
  const [header = '', ...lines] = said.answer.trimEnd().split('\n')
  const columns = header.split(',')
  const rows = new Map(lines.map((line) => [line.split(',')[0] ?? '', new Map(line.split(',').map((cell, at) => [columns[at] ?? '', cell]))]))
  return { ...said, verdict: (id: string, ...wanted: readonly string[]) => wanted.map((column) => rows.get(id)?.get(column)) }
}
const inForce = (to?: string): readonly string[] => ['--conventions', file('conventions.json', conventions(to))]
const [yes, no, unknown] = ['applies', 'no', 'unknown'] as const

describe('the vectors of Annex A.4', () => {
  test('in a town centre, outside, in a sector without one, in France and overseas', async () => {
    const { verdict, code } = await asked('2025-06-15', ...inForce())
    expect(code).toBe(0)
    expect(verdict('centre', 'sector', 'version')).toEqual(['lens-centre', '2019-02-15'])
    expect(verdict('centre', 'L01', 'L10', 'L17', 'L02')).toEqual([yes, yes, yes, no])
    expect(verdict('reunion', 'L01', 'L10', 'L17', 'L02')).toEqual([yes, yes, yes, no])
    expect(verdict('hors', 'sector', 'L01', 'L10', 'L17', 'L20')).toEqual(['', no, yes, no, no])
    expect(verdict('hors', 'L02')).toEqual([yes])
    expect(verdict('brebis', 'sector', 'L01', 'L10', 'L17', 'L02')).toEqual(['bully-brebis', no, yes, yes, yes])
    expect(verdict('harnes', 'L01', 'L10', 'L17', 'L20')).toEqual([no, no, no, no])
  })

  test('derogations to the plan need to know the zone: unknown in a sector, never yes for want of a map', async () => {
    const { verdict } = await asked('2025-06-15', ...inForce())
    expect([...verdict('centre', 'L20'), ...verdict('brebis', 'L20')]).toEqual([unknown, unknown])
  })

  test('nothing after the convention has ended, and its last day still counts', async () => {
    const levers = ['L01', 'L10', 'L17', 'L20', 'L02'] as const
    const after = await asked('2025-06-16', ...inForce('2025-06-15'))
    for (const id of ['centre', 'hors', 'brebis', 'harnes', 'reunion']) expect(after.verdict(id, ...levers)).toEqual([no, no, no, no, no])
    expect((await asked('2025-06-15', ...inForce('2025-06-15'))).verdict('centre', 'L01', 'L10')).toEqual([yes, yes])
  })

  test('without the file of conventions, what hangs on one is unknown, and never no', async () => {
    const { verdict } = await asked('2025-06-15')
    expect(verdict('centre', 'sector', 'L01', 'L10', 'L17')).toEqual(['lens-centre', unknown, unknown, unknown])
    expect(verdict('hors', 'L10', 'L02')).toEqual([unknown, unknown])
  })

  test('a sector opens with the amendment that sets it, and the version before it is replaced', async () => {
    expect((await asked('2025-11-11', ...inForce())).verdict('ajoute', 'sector', 'L01')).toEqual(['', no])
    expect((await asked('2025-11-12', ...inForce())).verdict('ajoute', 'sector', 'version', 'L01')).toEqual(['lens-centre', '2025-11-12', yes])
    expect((await asked('2018-01-01', ...inForce())).verdict('brebis', 'sector', 'version')).toEqual(['bully-ancien', '2015-01-01'])
  })

  test('a commune that an incomplete list leaves out is unknown, and named', async () => {
    const list = file('lens.json', JSON.stringify({ communes: [{ insee: '62498', inForceFrom: '2019-02-15' }] }))
    const { verdict, beside } = await asked('2025-06-15', '--conventions', list)
    expect([...verdict('centre', 'L01'), ...verdict('brebis', 'L17'), ...verdict('harnes', 'L10')]).toEqual([yes, unknown, unknown])
    expect(beside).toMatch(/inconnu : 62186, 97411\./)
  })
})

describe('the lines', () => {
  const answered = async (content: string | Uint8Array, ...words: readonly string[]): Promise<Said> =>
    await run(file('p.csv', content), '--sectors', file('s.geojson', sectors), '--on', '2025-06-15', ...words)

  test.each([
    ['commas', 'id,lon,lat\na,2.835,50.435\nb,0,0\n'], ['semicolons, decimal commas', 'id;lon;lat\na;2,835;50,435\nb;0;0\n'],
    ['tabs', 'id\tlon\tlat\na\t2.835\t50.435\nb\t0\t0\n'],
    ['a mark of order and returns', '\uFEFFid,lon,lat\r\na,2.835,50.435\r\nb,0,0\r\n'],
    ['quotes', '"id","lon","lat"\n"a","2.835","50.435"\n"b","0","0"\n'],
    ['other columns in another order', 'nom;LAT;rue;LON;ID\nx;50.435;y;2.835;a\nx;0;y;0;b\n'], ['no header', 'a,2.835,50.435\nb,0,0\n'],
    ['no last line feed, blank lines at the end', 'id,lon,lat\na,2.835,50.435\nb,0,0\r\n\r\n\n'],
    ['exponents and spaces', 'id,lon,lat\na, 28.35e-1 ,+50.435\nb,-0,0\n'],
  ])('are read with %s', async (_, content) => {
    const { answer } = await answered(content)
    const lines = answer.replaceAll('"', '').split('\n').map((line) => line.split(',').slice(0, 3).join(','))
    expect(lines).toEqual(['id,sector,version', 'a,lens-centre,2019-02-15', 'b,,', ''])
  })

  test('are read compressed', async () => {
    expect((await answered(gzipSync('id,lon,lat\na,2.835,50.435\n'))).answer).toContain('a,lens-centre')
    const half = await answered(gzipSync('id,lon,lat\na,2.835,50.435\n').subarray(0, 24))
    expect(half).toMatchObject({ code: 1, beside: expect.stringMatching(/abîmé/) })
  })

  test('are read from Parquet, in their order, and a damaged file is told', async () => {
    const path = join(folder, 'points.parquet')
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const id = 'case when n % 5 = 0 then \'rue, \' || n else \'p\' || n end'
    const rows = `select ${id} as ID, 2.699995 + n / 1e5 as lon, 50.435 as "Lat", '62498' as code_insee`
    await connection.run(`copy (${rows} from range(20000) numbers(n)) to '${path}' (format parquet, row_group_size 4000)`)
    connection.closeSync()
    const read = await run(path, '--sectors', file('s.geojson', sectors), '--on', '2025-06-15', ...inForce())
    const ids = read.answer.trimEnd().split('\n').slice(1).map((line) => (line.startsWith('"') ? line.split('"')[1] : line.split(',')[0]))
    expect(ids).toEqual(Array.from({ length: 20_000 }, (_, n) => (n % 5 === 0 ? `rue, ${n}` : `p${n}`)))
    expect(read.answer.split('\n').filter((line) => line.includes(',lens-centre,'))).toHaveLength(1000)
    const damaged = file('bad.parquet', readFileSync(path).subarray(0, 5000))
    const said = await run(damaged, '--sectors', file('s.geojson', sectors), '--on', '2025-06-15')
    expect(said).toMatchObject({ code: 1, answer: '', beside: expect.stringMatching(/Parquet est abîmé/) })
  }, 30_000)

  test('keep their place when they are no points, each named with its number', async () => {
    const content = 'id,lon,lat\na,2.835,50.435\nb,,50\nc,2.8,nord\n\nd\ne,652000,7030000\n"f\ng,2.835,50.435\n'
    const { code, answer, beside } = await answered(content, '--legend', join(folder, 'legend.csv'))
    expect(answer.split('\n').map((line) => line.replace(/,P\w+$/, ',P'))).toEqual([
      'id,sector,version,profile', 'a,lens-centre,2019-02-15,P', 'b,,,?', 'c,,,?', ',,,?', 'd,,,?', 'e,,,?', ',,,?', 'g,lens-centre,2019-02-15,P', '',
    ])
    expect(beside.split('\n').slice(0, 6).map((line) => /^ligne (\d+)/.exec(line)?.[1])).toEqual(['3', '4', '5', '6', '7', '8'])
    expect([code, beside]).toEqual([0, expect.stringMatching(/illisibles : 6 sur 8/)])
  })

  test('keep identifiers as they are, quoted where a comma would cut them', async () => {
    const { answer } = await answered('id;lon;lat\nrue A, 2;0;0\n"dit ""x""";0;0\n12" rue;0;0\n"deux\nlignes";0;0\né;0;0\n')
    expect(answer).toMatch(/^id.*\n"rue A, 2",,,P\w+\n"dit ""x""",,,P\w+\n"12"" rue",,,P\w+\n"deux\nlignes",,,P\w+\né,,,P\w+\n$/)
  })

  test('name every sector there, by identifier, and a point on a border is in both', async () => {
    const both = file('both.geojson', collection(...['b', 'a', 'a;c'].map((id, at) =>
      feature({ id, commune: '62498', townCentre: null, validFrom: `2020-01-0${at + 1}` }, square(2 + (at % 2), 50, 1)))))
    const { answer } = await run(file('p.csv', 'id,lon,lat\nx,3,50.5\ny,2.5,50.5\n'), '--sectors', both, '--on', '2025-06-15')
    expect(answer).toMatch(/x,"a\|a;c\|b",2020-01-02\|2020-01-03\|2020-01-01,P\w+\ny,"a;c\|b",2020-01-03\|2020-01-01,P/)
  })

  test('come out the same on three cores, legend included', async () => {
    const many = Array.from({ length: 60_000 }, (_, at) =>
      (at % 7001 === 13 ? `bad${at},x,1` : `p${at},${2.7 + (at % 500) / 1000},${50.4 + (at % 313) / 4000}`))
    const content = `id,lon,lat\n${many.join('\n')}\n`
    const legends = ['one.csv', 'three.csv'].map((name) => join(folder, name))
    const one = await answered(content, '--legend', legends[0] ?? '')
    const three = await answered(content, '--legend', legends[1] ?? '', '--cores', '3')
    expect(one.answer.split('\n')).toHaveLength(60_002)
    expect(three).toEqual(one)
    expect(readFileSync(legends[1] ?? '')).toEqual(readFileSync(legends[0] ?? ''))
    const rows = readFileSync(legends[0] ?? '', 'utf8').trim().split('\n').slice(1).map((line) => line.split(','))
    const counts = new Map(rows.map(([profile, total]) => [profile, Number(total)]))
    expect([...counts.values()].reduce((sum, points) => sum + points, 0)).toBe(60_000 - 9)
  }, 30_000)

  test('say what the manual says', async () => {
    const list = file('conventions.json', effectsConventions)
    const said = await run(file('p.csv', effectsPoints), '--sectors', file('m.geojson', effectsSectors), '--conventions', list, '--on', '2026-11-23')
    expect(said.answer.trimEnd().replaceAll(/,[^,\n]*$/gm, '')).toBe(effectsAnswer)
    expect(said.beside.split('\n')[0]).toBe(effectsSays)
  })

  test('the legend goes to standard error otherwise', async () => {
    const { beside } = await answered('id,lon,lat\na,0,0\n')
    expect(beside).toMatch(/^Profil P\w{7} \(1 point\)\n {2}applies : .+\n {2}no {6}: .*L01 .*\n {2}unknown : /)
  })
})

describe('files that cannot be used', () => {
  const good = 'id,lon,lat\na,0,0\n'
  test.each([
    ['', /vide/], ['a,b\n1,2\n', /colonnes id, lon et lat/], [Uint8Array.of(255, 254, 105, 0), /UTF-16/], ['PK\u0003\u0004', /archive/],
    [`id,lon,lat\n${'x'.repeat(1_500_000)}`, /ligne 2 : elle est trop longue/],
  ])('points %#', async (content, beside) => {
    const said = await run(file('bad.csv', content), '--sectors', file('s.geojson', sectors), '--on', '2025-06-15')
    expect(said).toMatchObject({ code: 1, beside: expect.stringMatching(beside) })
  })

  const point = { id: 'x', commune: '62498', townCentre: true, validFrom: '2019-02-15' }
  test.each([
    ['{', /JSON valide/], ['[]', /FeatureCollection/], [collection(), /aucun secteur/], [collection(3), /secteur n° 1, ce n’est pas/],
    [collection(feature({ ...point, id: '' }, square(0, 0))), /identifiant « id » manque/],
    [collection(feature({ ...point, id: 'a|b' }, square(0, 0))), /contient « \| »/],
    [collection(feature({ ...point, commune: 'Lens' }, square(0, 0))), /code INSEE/],
    [collection(feature({ ...point, townCentre: 'oui' }, square(0, 0))), /townCentre/],
    [collection(feature({ ...point, validFrom: '2019-02-30' }, square(0, 0))), /début n’existe pas/],
    [collection(feature({ ...point, validTo: '2018-01-01' }, square(0, 0))), /précède/],
    [collection(feature(point, { type: 'Point', coordinates: [0, 0] })), /polygone/],
    [collection(feature(point, { type: 'Polygon', coordinates: [[[0, 0], [1, 'x'], [1, 1]]] })), /n’est pas un nombre/],
    [collection(feature(point, square(652_000, 7_030_000))), /en degrés/],
    [collection(feature(point, { type: 'Polygon', coordinates: [] })), /contour/],
    [JSON.stringify({ type: 'FeatureCollection', crs: { properties: { name: 'urn:ogc:def:crs:EPSG::2154' } }, features: [] }), /WGS 84/],
    ['['.repeat(200_000), /JSON valide/],
  ])('sectors %#', async (content, beside) => {
    const said = await run(file('p.csv', good), '--sectors', file('bad.geojson', content), '--on', '2025-06-15')
    expect(said).toMatchObject({ code: 1, answer: '', beside: expect.stringMatching(beside) })
  })

  test.each([
    ['{}', /objet JSON/], ['{"communes":[{"insee":"x"}]}', /commune n° 1, « insee »/],
    ['{"communes":[{"insee":"62498","inForceFrom":"hier"}]}', /début n’existe pas/],
  ])('conventions %#', async (content, beside) => {
    const list = file('bad.json', content)
    const said = await run(file('p.csv', good), '--sectors', file('s.geojson', sectors), '--conventions', list, '--on', '2025-06-15')
    expect(said).toMatchObject({ code: 1, answer: '', beside: expect.stringMatching(beside) })
  })

  test('every fault of a file of sectors is told at once', async () => {
    const bad = collection(feature({ ...point, id: null }, square(0, 0)), feature({ ...point, commune: 3.5 }, square(0, 0)))
    expect((await run(file('p.csv', good), '--sectors', file('bad.geojson', bad), '--on', '2025-06-15')).beside.trim().split('\n')).toHaveLength(2)
  })

  test('a wrong command says what is missing', async () => {
    const path = file('p.csv', good)
    const [known, on] = [file('s.geojson', sectors), ['--on', '2025-02-03']] as const
    const wrong: readonly (readonly [code: number, beside: RegExp, ...words: string[]])[] = [
      [2, /--sectors/, path], [2, /--on/, path, '--sectors', known], [2, /date existante/, path, '--sectors', known, '--on', '2025-02-30'],
      [2, /de 1 à 64/, path, '--sectors', known, ...on, '--cores', '0'], [1, /« nowhere » est introuvable/, path, '--sectors', 'nowhere', ...on],
      [1, /introuvable/, 'nowhere', '--sectors', known, ...on], [2, /^Usage/, '--fast'], [2, /^Usage/], [2, /^Usage/, path, path],
    ]
    for (const [code, beside, ...words] of wrong) {
      expect(await run(...words)).toMatchObject({ code, answer: '', beside: expect.stringMatching(beside) })
    }
    expect(await run('--help')).toMatchObject({ code: 0, answer: expect.stringMatching(/^Usage : chapeau effects/) })
  })

  test('a file of nothing but bad lines is bad news', async () => {
    expect((await run(file('p.csv', 'id,lon,lat\na,x,y\n'), '--sectors', file('s.geojson', sectors), '--on', '2025-06-15')).code).toBe(1)
  })
})
