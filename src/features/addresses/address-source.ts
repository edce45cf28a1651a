// Where addresses come from: a file or an address of the web, compressed or not, hashed, then read line by line without holding it in memory.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { dayInParis } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'

/** Team practice: no extract of a department comes near; beyond, something else was given. */
const largest = 2 * 1024 ** 3
const longestLine = 20_000
/** Milliseconds without a byte from the other end. */
const patience = 60_000

/** `dated`: when whoever publishes it says it was last changed; null for a file, whose own date says only when it was copied. */
export type LocalSource = {
  readonly path: string; readonly name: string; readonly sha256: Buffer; readonly bytes: number; readonly dated: PlainDate | null
}
export type SourceProblem = 'notFound' | 'tooLarge' | 'unreachable'

/** Brings the source to a file of this machine and hashes it, then hands it over; what was fetched is removed afterwards. */
export async function withSource<Answer>(
  wanted: string, tell: (bytes: number) => void, act: (source: LocalSource) => Promise<Answer>,
): Promise<Answer | SourceProblem> {
  if (!/^https?:\/\//.test(wanted)) {
    const path = resolve(wanted)
    const size = await open(path).then(async (file) => await file.stat().then(({ size }) => size).finally(() => file.close())).catch(() => undefined)
    if (size === undefined) return 'notFound'
    return size > largest ? 'tooLarge' : await act({ path, name: basename(path), sha256: await hashOf(path), bytes: size, dated: null })
  }
  const folder = await mkdtemp(join(tmpdir(), 'chapeau-addresses-'))
  try {
    const path = join(folder, 'extract')
    const fetched = await fetchTo(new URL(wanted), path, tell)
    return typeof fetched === 'string' ? fetched : await act({ path, name: wanted, sha256: await hashOf(path), ...fetched })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Fetched = Pick<LocalSource, 'bytes' | 'dated'>
async function fetchTo(url: URL, path: string, tell: (bytes: number) => void): Promise<Fetched | SourceProblem> {
  const control = new AbortController()
  let timer = setTimeout(() => control.abort(), patience)
  let bytes = 0
  let large = false
  const count = new Transform({ transform(chunk: Buffer, _encoding, done) {
    clearTimeout(timer)
    timer = setTimeout(() => control.abort(), patience)
    bytes += chunk.length
    large ||= bytes > largest
    tell(bytes)
    done(large ? new Error('too large') : null, chunk)
  } })
  try {
    const answer = await fetch(url, { signal: control.signal })
    if (!answer.ok || answer.body === null) return 'unreachable'
    await pipeline(answer.body, count, createWriteStream(path))
    const changed = new Date(answer.headers.get('last-modified') ?? Number.NaN)
    return { bytes, dated: Number.isNaN(changed.getTime()) ? null : dayInParis(changed) }
  } catch {
    return large ? 'tooLarge' : 'unreachable'
  } finally {
    clearTimeout(timer)
  }
}

async function hashOf(path: string): Promise<Buffer> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest()
}

/** The cells of each line, with its number; quotes are understood, a line without end is cut. Throws when the compression is damaged. */
export async function* linesOf({ path }: Pick<LocalSource, 'path'>): AsyncGenerator<{ readonly line: number; readonly cells: readonly string[] }> {
  const file = await open(path)
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0).finally(() => file.close())
  const raw = createReadStream(path, { highWaterMark: 1 << 18 })
  const text = buffer[0] === 0x1f && buffer[1] === 0x8b ? raw.pipe(createGunzip({ chunkSize: 1 << 18 })) : raw
  raw.on('error', (error) => text.destroy(error))
  const decoder = new TextDecoder()
  let line = 0
  let rest = ''
  try {
    for await (const chunk of text) {
      rest += decoder.decode(Buffer.from(chunk), { stream: true })
      const lines = rest.split('\n')
      rest = (lines.pop() ?? '').slice(0, longestLine)
      for (const one of lines) yield { line: (line += 1), cells: cellsOf(one) }
    }
    rest += decoder.decode()
    if (rest !== '') yield { line: line + 1, cells: cellsOf(rest) }
  } finally {
    raw.destroy()
  }
}

function cellsOf(text: string): readonly string[] {
  const line = text.endsWith('\r') ? text.slice(0, -1) : text
  if (!line.includes('"')) return line.split(';')
  try {
    const rows: string[][] = parse(line, { delimiter: ';', relax_quotes: true, relax_column_count: true })
    return rows[0] ?? []
  } catch {
    return []
  }
}
