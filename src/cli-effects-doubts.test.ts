// The command `effects` on files that contradict each other or themselves: doubt or refusal, never a « no ».
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { effects } from './cli-effects.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chapeau-doubts-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const square = (west: number, south: number) => ({
  type: 'Polygon', coordinates: [[[west, south], [west + 0.01, south], [west + 0.01, south + 0.01], [west, south + 0.01], [west, south]]],
})
const lens = { id: 'a', commune: '62498', townCentre: true, validFrom: '2019-02-15' }
const feature = (properties: object, geometry: unknown) => ({ type: 'Feature', properties, geometry })
const here = feature(lens, square(2.83, 50.43))

/** The answer for one point, `lon,lat,insee`, all conventions being in force. */
async function answered(features: readonly unknown[], place: string) {
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const said = { answer: '', beside: '' }
  const conventions = JSON.stringify({ complete: true, communes: [{ insee: '62498', inForceFrom: '2019-02-15' }] })
  const code = await effects([
    file('points.csv', `id,lon,lat,insee\nx,${place}\n`), '--sectors', file('own.geojson', JSON.stringify({ type: 'FeatureCollection', features })),
    '--conventions', file('conventions.json', conventions), '--on', '2025-06-15', '--wide',
  ], { tell: async (bytes) => void (said.answer += Buffer.from(bytes).toString()), warn: (text) => { said.beside += text } })
  const [header = [], line = []] = said.answer.split('\n').map((one) => one.split(','))
  return { ...said, code, verdict: (...wanted: readonly string[]) => wanted.map((column) => line[header.indexOf(column)]) }
}

describe('files in doubt', () => {
  test('sectors whose longitude and latitude are exchanged are refused', async () => {
    expect(await answered([feature(lens, square(50.43, 2.83))], '2.83,50.43,')).toMatchObject({ code: 1, beside: expect.stringMatching(/inversées/) })
  })

  test('a point whose longitude and latitude are exchanged is unknown everywhere, and told', async () => {
    const { verdict, beside } = await answered([here], '50.435,2.835,62498')
    expect(verdict('profile', 'L01', 'L10', 'L17')).toEqual(['?', 'unknown', 'unknown', 'unknown'])
    expect(beside).toMatch(/ligne 2 : longitude et latitude sont sans doute inversées/)
  })

  test('a ring that bounds nothing is refused', async () => {
    const flat = { type: 'Polygon', coordinates: [[[2.79, 50.42], [2.81, 50.42], [2.79, 50.42]]] }
    expect(await answered([here, feature(lens, flat)], '2.8,50.43,')).toMatchObject({ code: 1, beside: expect.stringMatching(/n’entoure rien/) })
  })

  test('a perimeter that another law draws is no sector of intervention, and is told left out', async () => {
    const both = [
      feature({ ...lens, kind: 'intervention' }, square(2.83, 50.43)), feature({ ...lens, id: 'u', kind: 'urbanZone' }, square(2.7, 50.4)),
    ]
    const { verdict, beside } = await answered(both, '2.705,50.405,62498')
    expect(verdict('sector', 'L01', 'L17')).toEqual(['', 'no', 'no'])
    expect(beside).toMatch(/1 périmètre d’une autre nature laissé de côté/)
    expect((await answered(both, '2.835,50.435,62498')).verdict('sector', 'L01', 'L17')).toEqual(['a', 'applies', 'applies'])
  })

  test('a version whose act is contested is a doubt', async () => {
    const { verdict } = await answered([feature({ ...lens, standing: 'unknown' }, square(2.83, 50.43))], '2.835,50.435,62498')
    expect(verdict('sector', 'L01', 'L17')).toEqual(['a', 'unknown', 'unknown'])
  })

  test('a commune written that the sector around the point denies is a doubt, neither yes nor no', async () => {
    expect((await answered([here], '2.835,50.435,62413')).verdict('L01', 'L10', 'L40')).toEqual(['applies', 'unknown', 'unknown'])
  })
})
