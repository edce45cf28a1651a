// A process of its own that reads a Parquet file of points and writes them as CSV on standard output, then says on standard error how it went.
import { DuckDBInstance } from '@duckdb/node-api'
import { columnNames } from './batch-dialect.ts'
import type { ParquetEnd } from './batch-parquet.ts'

const quoted = (name: string, by: string): string => by + name.replaceAll(by, by + by) + by

/** Rows in the order of the file; a coordinate that is no number is left empty, which its line will say. */
async function write(path: string): Promise<ParquetEnd> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '256MB', enable_external_access: 'true' })
  const connection = await instance.connect()
  const file = `read_parquet(${quoted(path, '\'')})`
  const columns = (await connection.runAndReadAll(`describe select * from ${file}`)).getRows().map(([name]) => String(name))
  const named = (known: readonly string[]): string | undefined => columns.find((name) => known.includes(name.trim().toLowerCase()))
  const [id, longitude, latitude, commune] = [columnNames.id, columnNames.longitude, columnNames.latitude, columnNames.commune].map(named)
  if (id === undefined || longitude === undefined || latitude === undefined) return 'noColumns'
  const degrees = (name: string): string => `try_cast(${quoted(name, '"')} as double)`
  const chosen = [
    `${quoted(id, '"')}::varchar as id`, `${degrees(longitude)} as lon`, `${degrees(latitude)} as lat`,
    ...(commune === undefined ? [] : [`${quoted(commune, '"')}::varchar as insee`]),
  ]
  await connection.run(`copy (select ${chosen.join(', ')} from ${file}) to '/dev/stdout' (format csv, header true)`)
  return 'done'
}

write(process.argv[2] ?? '').then((end) => void process.stderr.write(end), () => void process.stderr.write('broken'))
