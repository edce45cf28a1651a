// A thread that reads one file and ends: bundled alone, so that the server's own thread never waits for a file.
import { parentPort, workerData } from 'node:worker_threads'
import { extract } from './extract.ts'
import type { Extraction, Stage } from './extraction.ts'

/** What the thread is given, and what it sends back: progress any number of times, then the answer. */
type Job = { readonly bytes: Uint8Array; readonly fileName: string }
export type Message = { readonly progress: readonly [done: number, total: number, stage: Stage] } | { readonly answer: Extraction }

const isJob = (data: unknown): data is Job => typeof data === 'object' && data !== null && 'bytes' in data && 'fileName' in data

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const send = (message: Message): void => parentPort?.postMessage(message)

if (parentPort !== null && isJob(workerData)) {
  const { bytes, fileName } = workerData
  send({ answer: await extract(bytes, fileName, { onProgress: (done, total, stage) => send({ progress: [done, total, stage] }) }) })
  parentPort.close()
}
