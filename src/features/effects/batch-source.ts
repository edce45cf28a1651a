// Where the bytes of the points come from: a file, compressed or not, a Parquet file, or standard input.
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { sourceOf } from './batch-chunks.ts'
import type { ByteSource } from './batch-chunks.ts'
import { openParquet } from './batch-parquet.ts'

/** `source` gives the bytes of a CSV, uncompressed. */
export type PointFile = { readonly source: ByteSource; readonly close: () => Promise<void> }

/** Undefined when there is no such file, or it cannot be read. */
export async function openPointFile(path: string, parquetFile: URL): Promise<PointFile | undefined> {
  if (path === '-') return { source: sourceOf(process.stdin), close: async () => undefined }
  const file = await open(path).catch(() => undefined)
  if (file === undefined) return undefined
  const first = Buffer.alloc(4)
  const read = await file.read(first, 0, 4, 0).catch(() => undefined)
  if (read === undefined) {
    await file.close()
    return undefined
  }
  const close = async (): Promise<void> => await file.close().catch(() => undefined)
  if (first.toString('latin1') === 'PAR1') {
    await close()
    return openParquet(path, parquetFile)
  }
  if (first[0] === 0x1f && first[1] === 0x8b) {
    const stream = file.createReadStream({ start: 0, autoClose: false, highWaterMark: 1 << 18 })
    return { source: sourceOf(Readable.from(stream).pipe(createGunzip({ chunkSize: 1 << 18 }))), close }
  }
  let at = 0
  const source: ByteSource = async (into) => {
    const { bytesRead } = await file.read(into, 0, into.length, at)
    at += bytesRead
    return bytesRead
  }
  return { source, close }
}
