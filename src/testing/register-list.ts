// Small lists of our own in the columns of the State's list, and the real one where it lies beside the repository.
import { existsSync, readFileSync } from 'node:fs'
import { headings } from '../features/register/list-file.ts'
import { columnNames } from '../features/register/list-row.rules.ts'
import type { ColumnName } from '../features/register/list-row.rules.ts'

export type WrittenRow = Partial<Readonly<Record<ColumnName, string>>>

/** A signed PVD commune of Lens-Liévin, as the list writes one. */
export const bully: WrittenRow = {
  commune: '62 - Bully-les-Mines', epci: 'CA de Lens - Liévin', department: 'Pas-de-Calais', region: 'Hauts-de-France', insee: '62186',
  status: '2. Commune PVD', signed: 'Signée', signedOn: '2023-04-06', plannedFor: '', years: '5', endsOn: '06-04-2028', remarks: '',
  progress: 'Phase opérationnelle', acv: 'false', pvd: 'true', longitude: '2.7247', latitude: '50.4439', updatedOn: '11-12-2025 14:49',
  updatedBy: 'Camille Dupont',
}

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The CSV of these rows, each completed by the cells of Bully-les-Mines. */
export const listOf = (...rows: readonly WrittenRow[]): Buffer => Buffer.from([
  columnNames.map((name) => quoted(headings[name])).join(','),
  ...rows.map((row) => columnNames.map((name) => quoted(row[name] ?? bully[name] ?? '')).join(',')),
].join('\n'))

const realPath = '../shared/data/ort-communes-france.csv'
/** The list of December 2025; undefined where it is not at hand. */
export const realList = (): Buffer | undefined => (existsSync(realPath) ? readFileSync(realPath) : undefined)
