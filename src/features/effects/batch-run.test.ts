// Points in any pieces: whatever identifiers hold and wherever bytes are cut, each comes out once, in its place; and profiles told once are right.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { date } from '../../kernel/date.ts'
import { loadLevers } from '../levers/lever-file.ts'
import { openAnswerer, openTold } from './batch-answers.ts'
import { openChunker, sourceOf } from './batch-chunks.ts'
import { dialectOf } from './batch-dialect.ts'
import { openCommunes } from './batch-points.ts'
import { counted, openProfiles } from './batch-profiles.ts'
import type { BatchScene } from './batch-profiles.ts'

/** Every point is answered alike. */
const teller = { tell: () => undefined, ending: () => Buffer.from(',ok\n'), unanswered: Buffer.from(',?\n') }

/** All the answers, with chunks and rooms of so many bytes, from bytes that come by pieces of another size. */
async function answered(csv: string, delimiter: string, chunk: number, piece: number): Promise<string> {
  const bytes = Buffer.from(csv)
  const dialect = dialectOf(bytes)
  if (typeof dialect === 'string') throw new Error(dialect)
  async function* pieces(from: number): AsyncGenerator<Uint8Array> {
    for (let at = from; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
  }
  const started = Math.min(bytes.length, dialect.start + 7)
  const chunker = openChunker(sourceOf(pieces(started)), delimiter.charCodeAt(0), bytes.subarray(dialect.start, started))
  const answer = openAnswerer(dialect, openCommunes(), teller)
  const [place, room, out] = [new Uint8Array(chunk), new Uint8Array(chunk), [] as string[]]
  for (;;) {
    const length = await chunker.next(place)
    if (length < 0) throw new Error('no whole record')
    if (length === 0) return out.join('')
    for (const used of answer(place, 0, length, room, openTold())) out.push(Buffer.from(room.subarray(0, used)).toString('latin1'))
  }
}

const signs = fc.constantFrom('a', 'é', ',', ';', '"', '\n', '\r\n', ' ', '|')
const identifier = fc.array(signs, { minLength: 1, maxLength: 8 }).map((chosen) => chosen.join('')).filter((id) => id.trim() !== '')

describe('points in pieces', () => {
  test('identifiers of any signs come out once each, in their order', async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(identifier, { minLength: 1, maxLength: 40 }), fc.constantFrom(',', ';'), fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 200, max: 600 }), fc.integer({ min: 1, max: 90 }), async (ids, delimiter, feed, chunk, piece) => {
        const lines = ids.map((id) => `"${id.replaceAll('"', '""')}"${delimiter}2.5${delimiter}50.5`)
        const answer = await answered([`id${delimiter}lon${delimiter}lat`, ...lines, ''].join(feed), delimiter, chunk, piece)
        const rows: string[][] = parse(Buffer.from(answer, 'latin1'))
        expect(rows).toEqual(ids.map((id) => [id, 'ok']))
      }), { numRuns: 150 })
  })

  test('blank lines keep their place, those of the end are none', async () => {
    const csv = `id,lon,lat\n${'a,1,1\n\nb,1,1\r\n\r\n'.repeat(40)}\n\n\r\n`
    expect(await answered(csv, ',', 200, 13)).toBe('a,ok\n,?\nb,ok\n,?\n'.repeat(40).replace(/,\?\n$/, ''))
  })
})

test('a profile told once for its kind is the one each place would have by itself', () => {
  const levers = loadLevers()
  if (typeof levers === 'string') throw new Error(levers)
  const states = ['yes', 'no', 'undated'] as const
  const scenes = fc.record({
    sectors: fc.array(fc.record({
      id: fc.constantFrom('a', 'b'), commune: fc.constantFrom('00001', '00002', '00003', null), townCentre: fc.constantFrom(true, false, null),
      version: fc.constant('?'), valid: fc.constantFrom('yes' as const, 'undated' as const),
    }), { minLength: 1, maxLength: 5 }),
    conventions: fc.option(fc.record({
      complete: fc.boolean(),
      communes: fc.array(fc.constantFrom('00001', '00002'), { maxLength: 2 }).map((codes) => [...new Set(codes)].map((insee, at) =>
        ({ insee, inForce: states[(at + codes.length) % 3] ?? 'no', from: null, until: null, label: null }))),
    })),
  })
  const asked = fc.array(fc.tuple(fc.subarray([0, 1, 2, 3, 4]), fc.constantFrom('00001', '00002', '00009', undefined)), { maxLength: 6 })
  fc.assert(fc.property(scenes, asked, (given, places) => {
    const scene: BatchScene = { ...given, on: date('2025-06-15'), levers }
    const shared = openProfiles(scene)
    for (const [ranks, commune] of places) expect(shared(ranks, commune)).toEqual(openProfiles(scene)(ranks, commune))
  }), { numRuns: 60 })
  const [one, other] = [{ name: 'PB', verdicts: [] }, { name: 'PA', verdicts: [] }]
  expect(counted([{ profile: one, points: 2 }, { profile: other, points: 1 }, { profile: one, points: 3 }])).toEqual([
    { profile: other, points: 1 }, { profile: one, points: 5 },
  ])
})
