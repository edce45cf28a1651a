// Whole spreadsheets: tables found, columns recognised, and every filled cell accounted for, whatever the grid.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSheets } from '../../extraction/sheets.ts'
import { messyPlan, officialModel, transitionsTemplate, windowsCsv, writeBook } from '../../testing/messy-sheets.ts'
import { isBlank } from './grid.ts'
import type { Grid, SheetCell } from './grid.ts'
import { readLabel } from './labels.ts'
import { readMoneyLabel } from './money-label.ts'
import { splitTables } from './split-tables.ts'
import { understand } from './understand.ts'

async function gridOf(bytes: Uint8Array, name: string): Promise<Grid> {
  const read = await readSheets(bytes, name)
  if (!read.ok) throw new Error(read.problem)
  return read.grid
}

/** Places of filled cells, and places accounted for, in order. */
function places(grid: Grid): readonly [filled: readonly string[], accounted: readonly string[]] {
  const filled = grid.sheets.flatMap(({ rows }, sheet) =>
    rows.flatMap((cells, row) => cells.flatMap((cell, column) => (isBlank(cell) ? [] : [`${sheet}:${row}:${column}`]))))
  const accounted = understand(grid).accounts.flatMap((accounts, sheet) => accounts.map(({ row, column }) => `${sheet}:${row}:${column}`))
  return [filled.toSorted(), accounted.toSorted()]
}

describe('nothing is lost', () => {
  it.each([
    ['the messy plan, XLSX', () => writeBook(messyPlan, 'xlsx'), 'a.xlsx'], ['the messy plan, ODS', () => writeBook(messyPlan, 'ods'), 'a.ods'],
    ['the template of Territoires en Transitions', () => writeBook(transitionsTemplate, 'xlsx'), 'a.xlsx'],
    ['the official model', () => writeBook(officialModel, 'ods'), 'a.ods'], ['a CSV file of Windows', () => windowsCsv, 'a.csv'],
  ] as const)('of %s: each filled cell has one fate', async (_, make, name) => {
    const [filled, accounted] = places(await gridOf(make(), name))
    expect(filled.length).toBeGreaterThan(15)
    expect(accounted).toEqual(filled)
  })

  it('of any grid at all', () => {
    const words = fc.constantFrom('N°', 'Action', 'Titre', 'MOA', 'Début', 'Coût HT', 'Coûts', 'DETR', 'Statut', 'AXE 1 – Habitat', 'Total', 'NC',
      '12', 'mars 2024', '* note', 'Lens', '35 %')
    const cell = fc.option(fc.oneof(
      words.map((value): SheetCell => ({ kind: 'text', value, shown: value })),
      fc.integer({ min: -5, max: 60_000 }).map((value): SheetCell => ({ kind: 'number', value, shown: String(value) })),
    ), { nil: null, freq: 3 })
    const range = fc.record({ top: fc.nat(6), left: fc.nat(4), height: fc.nat(2), width: fc.nat(3) })
      .map(({ top, left, height, width }) => ({ top, left, bottom: top + height, right: left + width }))
    const sheet = fc.record({
      name: fc.constant('F'), hidden: fc.boolean(), rows: fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 }),
        merges: fc.array(range, { maxLength: 3 }),
      hiddenRows: fc.constant([]), hiddenColumns: fc.constant([]),
    })
    fc.assert(fc.property(fc.array(sheet, { maxLength: 2 }), (sheets) => {
      const [filled, accounted] = places({ sheets })
      expect(accounted).toEqual(filled)
    }), { numRuns: 400 })
  })
})

describe('columns', () => {
  it.each([
    ['N°', 'code'], ['MOA', 'owner'], ['Maître d’ouvrage', 'owner'], ['Maître(s) d’ouvrage', 'owner'], ['% avancement', 'progress'],
      ['État', 'state'],
    ['Intitulé de la fiche action', 'title'], ['Élu·e référent·e', 'elected'], ['Date de démarrage prévisionnelle', 'startsOn'],
      ['ÉCHÉANCE', 'endsOn'],
  ])('labelled %s hold %s', (label, to) => {
    expect(readLabel(label)?.to).toBe(to)
  })
  it.each([
    [['Coûts', 'HT'], 'costHT', ''], [['Plan de financement', 'DETR'], 'fundingAmount', 'DETR'], [['État (DETR)', 'Taux'], 'fundingRate', 'DETR'],
    [['Autofinancement'], 'ownShare', ''], [['Financeur 2'], 'funderName', ''], [['Montant € TTC 2'], 'fundingAmount', ''],
      [['Reste à charge'], 'keep', ''],
    [['Banque des Territoires (prêt)'], 'fundingAmount', 'Prêt'], [['Dépenses 2025 HT'], 'costHT', ''], [['% public'], 'keep', ''],
  ] as const)('of money labelled %s hold %s', (label, to, scheme) => {
    expect(readMoneyLabel(label)?.target).toMatchObject({ to, scheme })
  })
  it('called État hold the state of the action over words, and the money of the State over sums', async () => {
    const grid = await gridOf(Buffer.from('Action;État\nPlace;En cours\nHalle;Terminé\n'), 'a.csv')
    const money = await gridOf(Buffer.from('Action;Coût HT;État;Région\nPlace;100000;20000;10000\nHalle;50000;10000;NC\n'), 'a.csv')
    expect(understand(grid).sheets[0]?.columns[1]?.target.to).toBe('state')
    expect(understand(money).sheets[0]?.columns[2]?.target).toMatchObject({ to: 'fundingAmount', funder: 'État' })
  })
})

describe('tables as towns have them', () => {
  const text = (words: string): SheetCell | null => (words === '' ? null : { kind: 'text', value: words, shown: words })
  const gridFrom = (lines: readonly string[]): Grid => ({ sheets: [{ name: 'Plan', hidden: false, rows: lines.map((line) => line === '' ? []
    : line.split('|').map(text)), merges: [], hiddenRows: [], hiddenColumns: [] }] })

  it('one under the other are read each under its own labels, rows at their place', () => {
    const labels = 'Code|Intitulé de l’action|Coût TTC|Financeur'
    const grid = splitTables(gridFrom(['N°|Action|Coût HT', 'E1|Place|1000', '', '', labels, 'E9|Halle|2400|Région', '', labels, 'E10|Parc|3600|']))
    expect(grid.sheets.map(({ name }) => name)).toEqual(['Plan', 'Plan (2)', 'Plan (3)'])
    expect(understand(grid).actions.map(({ code, rows, costs }) => [code, rows, costs.map(({ basis, planned }) => [basis, planned])]))
      .toEqual([['E1', [1], [['HT', 100000]]], ['E9', [5], [['TTC', 240000]]], ['E10', [8], [['TTC', 360000]]]])
    expect(splitTables(gridFrom(['N°|Action|Coût HT', 'E1|Place|1000', '', 'N°|Action|Coût HT', 'E2|Halle|5'])).sheets).toHaveLength(1)
  })

  it('that say their labels again, under one header row or two, stay one', async () => {
    const grid = await gridOf(writeBook(messyPlan, 'xlsx'), 'a.xlsx')
    expect(splitTables(grid)).toEqual(grid)
  })

  it('with a row for each funder make one action, and the amount beside the funder is no cost', () => {
    const { actions } = understand(gridFrom(['N°|Action|Coût HT|Financeur|Montant|Statut', 'F1|Gare|1000|DSIL|300|accordé',
      'F1|Gare|1000|Région|200|demandé']))
    expect(actions.map(({ costs, fundings }) => [costs.map(({ planned }) => planned),
      fundings.map(({ funder, amount, status }) => [funder, amount, status])])).toEqual([[[100000], [['DSIL', 30000, 'awarded'], ['Région', 20000, 'requested']]]])
  })

  it('with two things in a cell are read in both, with their words where they say more', () => {
    const { actions, accounts } = understand(gridFrom(['Action|Coût HT|Région|État (subvention)|Statut', 'Place|100000|80 000 € (acquis)|50 % DETR|En cours (50%)',
      'Halle|50000|néant|sollicité : 50 000 €|Terminé', 'Parc|60000|-|aucun|À discuter (10 %)', 'Pont|70000|50 % DETR|15 logements|En cours']))
    expect(actions.map(({ title, fundings, state, fields, extra }) => [title, fundings.map(({ funder, scheme, amount, basisPoints, status, written }) =>
      [funder, scheme, amount, basisPoints, status, written]), state?.state, fields.progress, extra])).toEqual([
      ['Place', [['Région', '', 80_000_00, null, 'awarded', '80 000 € (acquis)'], ['État', 'DETR', null, 5000, null, null]], 'inProgress', 50, {}],
      ['Halle', [['État', '', 50_000_00, null, 'requested', null]], 'delivered', undefined, {}],
      ['Parc', [], 'idea', 10, { Statut: 'À discuter (10 %)' }],
      ['Pont', [['Région', '', null, null, null, '50 % DETR'], ['État', '', null, null, null, '15 logements']], 'inProgress', undefined, {}],
    ])
    const fates = (row: number) => accounts[0]?.filter((one) => one.row === row).toSorted((one, other) => one.column - other.column)
      .map(({ fate, reason }) => [fate, reason])
    expect(fates(2)?.slice(2, 4)).toEqual([['used', 'noFunding'], ['used', null]])
    expect(fates(1)?.slice(2)).toEqual([['kept', 'moreThanRead'], ['used', null], ['used', null]])
  })
})
