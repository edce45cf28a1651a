// The cells of a file as they are kept between the steps of an import.
import type { Grid } from '../../planning/sheets/grid.ts'

const isGrid = (value: unknown): value is Grid => typeof value === 'object' && value !== null && 'sheets' in value && Array.isArray(value.sheets)

export function parsedGrid(json: string): Grid {
  const value: unknown = JSON.parse(json)
  if (!isGrid(value)) throw new Error('not the cells of a spreadsheet')
  return value
}
