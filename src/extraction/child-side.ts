// The inside of a process that reads one file: it answers once, and never outlives the one that waits for it.
import { Worker } from 'node:worker_threads'
import type { Job, Message, Progressed } from './child-process.ts'

const isJob = (data: unknown): data is Job =>
  typeof data === 'object' && data !== null && 'bytes' in data && 'fileName' in data && 'starter' in data

/** The same from a second thread, since a file may hold this one for ever: the starter's number changes when it dies. */
const leaveWith = (starter: number): Worker =>
  new Worker(`setInterval(() => process.ppid === ${starter} || process.kill(process.pid, 'SIGKILL'), 1000)`, { eval: true })

/** Waits for the one job, reads it, answers. Who started this process kills it once it has answered. */
export function answerOnce<Answer>(read: (job: Job, tell: (...progress: Progressed) => void) => Promise<Answer>): void {
  const send = (message: Message<Answer>): void => void process.send?.(message)
  // A signal sent to the whole group (Ctrl+C, a service that stops) is the starter's affair: it may want this file read to the end.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  // Nobody waits any more. Not `process.exit`, which would take threads down one by one: recognition has one.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  process.once('message', (job: unknown) => {
    if (!isJob(job)) return
    leaveWith(job.starter)
    void read(job, (...progress) => send({ progress })).then((answer) => send({ answer }))
  })
}
