// Points of a Parquet file as bytes of CSV, by a process of its own: a damaged file takes that one down, and its memory is limited.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { sourceOf } from './batch-chunks.ts'
import type { ByteSource } from './batch-chunks.ts'

/** How the reading of a Parquet file ended. */
export type ParquetEnd = 'done' | 'noColumns' | 'broken'
export type ParquetPoints = { readonly source: ByteSource; readonly close: () => Promise<void> }

/** Thrown at the end of the bytes when the file could not be read through; its message is the reason. */
export const isParquetFault = (error: unknown): error is Error & { readonly message: Exclude<ParquetEnd, 'done'> } =>
  error instanceof Error && error.name === 'ParquetFault'

export function openParquet(path: string, childFile: URL): ParquetPoints {
  // What it writes goes through a pipe of the shell: the sockets that Node gives a process cannot be opened again by a name.
  const child = spawn('/bin/sh', ['-c', '"$0" "$1" "$2" | cat', process.execPath, fileURLToPath(childFile), path], {
    stdio: ['ignore', 'pipe', 'pipe'], env: { LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'], PATH: process.env['PATH'] }, detached: true,
  })
  let said = ''
  child.stderr.on('data', (bytes: Buffer) => void (said = `${said}${bytes.toString()}`.slice(-20)))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()))
  const bytes = sourceOf(child.stdout)
  const source: ByteSource = async (into) => {
    const count = await bytes(into)
    if (count > 0) return count
    await ended
    if (said !== 'done') throw Object.assign(new Error(said === 'noColumns' ? said : 'broken'), { name: 'ParquetFault' })
    return 0
  }
  const close = async (): Promise<void> => {
    // The whole group: the shell, the reader and the pipe.
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid)
    await ended
  }
  return { source, close }
}
