// Reading any file: it never breaks, and no row of a well-formed list is lost, whatever its cells hold.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { date } from '../../kernel/date.ts'
import { listOf } from '../../testing/register-list.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import { columnNames } from './list-row.rules.ts'
import { readListFile } from './list-file.ts'
import { reportOn, summaryOf } from './register-report.ts'

const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '0', '5', 'Signée', '62186', '2A004', 'mars 2026', '31-12-9999', '\n', '"', ',', ';', '\r\n'))
const row = fc.record(Object.fromEntries(columnNames.map((name) => [name, cell])), { requiredKeys: [] })

it('every row of a list is told of once, kept or refused, and the whole is answered for', () => {
  fc.assert(fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
    const read = readListFile(listOf(...rows))
    if (!read.ok) throw new Error('the headings were there')
    const report = reportOn(read.value, loadTerritoryCodes(), date('2025-12-16'), date('2026-11-22'))
    const told = [...report.operations.flatMap(({ communes }) => communes), ...report.refused].map(({ line }) => line)
    expect([told.length, new Set(told).size, summaryOf(report).length > 0]).toEqual([rows.length, rows.length, true])
  }), { numRuns: 150 })
})

it('bytes of any kind are a list, or are said not to be one', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(400), fc.boolean(), (bytes, at, inside) => {
    const list = Buffer.from(listOf({}, {}))
    if (inside) list.set(bytes.subarray(0, Math.max(0, list.length - at)), Math.min(at, list.length))
    expect(typeof readListFile(inside ? list : Buffer.from(bytes)).ok).toBe('boolean')
  }), { numRuns: 300 })
})
