// The CSV handed out: the columns of the list, the list read again from it, and no formula.
import { expect, it } from 'vitest'
import { listOf, realList } from '../../testing/register-list.ts'
import { listCsv } from './list-csv.ts'
import { headings, readListFile } from './list-file.ts'

function rowsOf(bytes: Buffer) {
  const read = readListFile(bytes)
  return read.ok ? read.value.rows : []
}

it('the list handed out has the headings of the list, in their order', () => {
  expect(listCsv([]).trim()).toBe(Object.values(headings).map((heading) => (heading.includes(',') ? `"${heading}"` : heading)).join(','))
})

it('the list handed out is read again cell by cell, whatever the cells hold', () => {
  const rows = rowsOf(realList() ?? listOf({}, { insee: '62498', remarks: 'deux\nlignes, « et "guillemets" »', longitude: '-4.5' }))
  const again = rowsOf(Buffer.from(listCsv(rows)))
  expect(again.map(({ cells }) => ({ ...cells, remarks: cells.remarks.replace(/^'/, ''), plannedFor: cells.plannedFor }))).toEqual(
    rows.map(({ cells }) => cells))
})

it.each(['=1+1', '+33', '@SOMME(A1)', '-cmd', '\t=1', ' =1'])('the cell %j runs nothing in a spreadsheet', (remarks) => {
  const csv = listCsv(rowsOf(listOf({ remarks })))
  expect(csv).toContain(`,'${remarks},`)
  expect(csv).not.toContain('Camille Dupont')
})
