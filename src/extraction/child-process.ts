// One file read beside the server: a process of its own, killed when it takes too long, too much, or is no longer wanted.
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { limits } from './limits.ts'

/**
 * What the process is given, and what it sends back: progress any number of times, then the answer. `starter`: the process that waits for it;
 * `asked`: what it wants to know besides.
 */
export type Job = { readonly bytes: Uint8Array; readonly fileName: string; readonly starter: number; readonly asked?: unknown }
export type Progressed = readonly [done: number, total: number, stage: string]
export type Message<Answer> = { readonly progress: Progressed } | { readonly answer: Answer }

/** Why no answer came from the process itself. */
export type ChildRefusal = 'timeout' | 'cancelled' | 'tooHeavy' | 'broken'
type Asked<Answer> = {
  readonly childFile: URL; readonly bytes: Uint8Array; readonly fileName: string; readonly refused: (why: ChildRefusal) => Answer
  /** Silence, in milliseconds, after which the process is given up; of the stage it last spoke of, undefined at the start. */
  readonly patience: (stage: string | undefined) => number
  readonly onProgress?: ((progress: Progressed) => void) | undefined
  readonly signal?: AbortSignal | undefined
  readonly asked?: unknown
}

/** Files being read, and those that wait for their turn. */
let running = 0
const waiting: (() => void)[] = []

/** Waits for a turn; call what comes back once done. */
export async function takeTurn(signal: AbortSignal | undefined): Promise<() => void> {
  while (running >= limits.atOnce && signal?.aborted !== true) {
    await new Promise<void>((resolve) => {
      const next = (): void => {
        signal?.removeEventListener('abort', next)
        resolve()
      }
      waiting.push(next)
      signal?.addEventListener('abort', next)
    })
  }
  running += 1
  return () => {
    running -= 1
    for (const resolve of waiting.splice(0)) resolve()
  }
}

/** Nothing of ours goes in: no settings, no secret, no log; only what Node itself may need to start. */
const start = (childFile: URL) => fork(childFile, {
  serialization: 'advanced',
  execArgv: [`--max-old-space-size=${limits.heapMiB}`],
  stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  env: { LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'], SystemRoot: process.env['SystemRoot'] },
})

/** Memory a process really holds, in MiB. Linux alone says it: elsewhere the limit of its heap is the only one. */
function residentMiB(pid: number): number {
  try {
    return Number(/^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/**
 * A process of its own, since a thread cannot be killed safely: Node 24 aborts when one dies while it opens a stream of zlib.
 * Comes back once the process is dead and buried, whatever it answered.
 */
export function askChild<Answer>({ childFile, bytes, fileName, refused, patience, onProgress, signal, asked }: Asked<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = start(childFile)
    let answer: Answer | undefined
    let silence: NodeJS.Timeout | undefined
    const kill = (): void => void child.kill('SIGKILL')
    const end = (given: Answer): void => {
      answer ??= given
      kill()
    }
    // The process watches its own time between pages; this one ends what no longer answers at all.
    const restart = (ms: number): void => {
      clearTimeout(silence)
      silence = setTimeout(() => end(refused('timeout')), ms)
    }
    const abort = (): void => end(refused('cancelled'))
    const memory = setInterval(() => {
      if (child.pid !== undefined && residentMiB(child.pid) > limits.memoryMiB) end(refused('tooHeavy'))
    }, 100)
    const leave = (): void => {
      clearTimeout(silence)
      clearInterval(memory)
      signal?.removeEventListener('abort', abort)
      process.off('exit', kill)
    }
    restart(patience(undefined))
    signal?.addEventListener('abort', abort)
    process.on('exit', kill)
    // What cannot be sent goes to a process that is dying: its end says why.
    child.on('spawn', () => child.send({ bytes, fileName, starter: process.pid, asked } satisfies Job, () => undefined))
    child.on('message', (message: Message<Answer>) => {
      if (answer !== undefined) return
      if ('answer' in message) return end(message.answer)
      restart(patience(message.progress[2]))
      onProgress?.(message.progress)
    })
    child.on('exit', (code, by) => {
      leave()
      // Node aborts when its heap is full.
      resolve(answer ?? refused(by === 'SIGABRT' || code === 134 ? 'tooHeavy' : 'broken'))
    })
    child.on('error', (error) => {
      leave()
      reject(error)
    })
  })
}
