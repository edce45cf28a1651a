// The file of a published list of grants: bytes → its lines, headings recognised whatever their case and order.
import { parse } from 'csv-parse/sync'
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { columnNamed, distinct, neededColumns, readGrant } from './grant-row.rules.ts'
import type { GrantColumn, ListedGrant } from './grant-row.rules.ts'

/** `unread`: lines without number or title, or with cells too many or too few. */
export type GrantFile = { readonly rows: number; readonly grants: readonly ListedGrant[]; readonly unread: number }
export type GrantFileProblem =
  | { readonly code: 'empty' } | { readonly code: 'tooLarge' } | { readonly code: 'columnsMissing'; readonly columns: readonly GrantColumn[] }
export const largestList = 20_000_000

/** Reads the whole list; refused only when it is not one. */
export function readGrantFile(bytes: Buffer): Outcome<GrantFile, GrantFileProblem> {
  if (bytes.length > largestList) return refused([{ code: 'tooLarge' }])
  const [titles, ...body] = recordsOf(decoded(bytes))
  if (titles === undefined) return refused([{ code: 'empty' }])
  const columns = titles.map(columnNamed)
  const missing = neededColumns.filter((column) => !columns.includes(column))
  const whom: GrantColumn[] = columns.includes('siren') || columns.includes('insee') ? [] : ['siren']
  if (missing.length + whom.length > 0) return refused([{ code: 'columnsMissing', columns: [...missing, ...whom] }])
  const grants = body.flatMap((cells) => (cells.length === titles.length ? readGrant(named(columns, cells)) ?? [] : []))
  return accepted({ rows: body.length, grants: distinct(grants), unread: body.length - grants.length })
}

/** The first column of a name wins. */
function named(columns: readonly (GrantColumn | undefined)[], cells: readonly string[]): Partial<Record<GrantColumn, string>> {
  const answer: Partial<Record<GrantColumn, string>> = {}
  for (const [index, column] of columns.entries()) if (column !== undefined) answer[column] ??= (cells[index] ?? '').replaceAll('\0', '')
  return answer
}

/** UTF-8, with or without its mark; what is not UTF-8 is what spreadsheets of Windows save. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function recordsOf(text: string): readonly (readonly string[])[] {
  const [first = ''] = text.split('\n', 1)
  const records: string[][] = []
  parse(text, {
    delimiter: first.split(';').length > first.split(',').length ? ';' : ',', relax_column_count: true, relax_quotes: true, skip_empty_lines: true,
    skip_records_with_error: true, on_record: (cells: string[]) => {
      records.push(cells)
      return null
    },
  })
  return records
}
