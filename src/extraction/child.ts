// A process that reads one file: bundled alone, so that nothing a file does reaches the server. Who started it kills it once it has answered.
import { Worker } from 'node:worker_threads'
import { extract } from './extract.ts'
import type { Extraction, Stage } from './extraction.ts'

/** What the process is given, and what it sends back: progress any number of times, then the answer. `starter`: the process that waits for it. */
export type Job = { readonly bytes: Uint8Array; readonly fileName: string; readonly starter: number }
export type Message = { readonly progress: readonly [done: number, total: number, stage: Stage] } | { readonly answer: Extraction }

const isJob = (data: unknown): data is Job =>
  typeof data === 'object' && data !== null && 'bytes' in data && 'fileName' in data && 'starter' in data

const send = (message: Message): void => void process.send?.(message)

// A signal sent to the whole group (Ctrl+C, a service that stops) is the starter's affair: it may want this file read to the end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)

// Nobody waits any more. Not `process.exit`, which would take threads down one by one: recognition has one.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

/** The same from a second thread, since a file may hold this one for ever: the starter's number changes when it dies. */
const leaveWith = (starter: number): Worker =>
  new Worker(`setInterval(() => process.ppid === ${starter} || process.kill(process.pid, 'SIGKILL'), 1000)`, { eval: true })

process.once('message', (job: unknown) => {
  if (!isJob(job)) return
  leaveWith(job.starter)
  void extract(job.bytes, job.fileName, { onProgress: (done, total, stage) => send({ progress: [done, total, stage] }) })
    .then((answer) => send({ answer }))
})
