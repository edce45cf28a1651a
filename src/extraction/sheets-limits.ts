// How much a spreadsheet may cost before it is refused. Practice of the team: far above any plan met, far below what harms a server.

export const sheetLimits = {
  /** Size of the upload. */
  bytes: 20 * 1024 * 1024,
  sheets: 60,
  /** Of one sheet: 20 000 actions, under the titles of their columns. */
  rows: 20_001,
  columns: 300,
  /** Not empty, of the whole file. */
  cells: 600_000,
  /** Characters of one cell, as spreadsheets themselves allow. */
  cell: 32_767,
  /** Reading the whole file. */
  ms: 60_000,
} as const

/** The largest spreadsheet accepted, in bytes. */
export const largestSpreadsheet: number = sheetLimits.bytes
