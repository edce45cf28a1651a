// Reading a file beside the server: a process for each file, few at a time, killed when it takes too long, too much, or is no longer wanted.
import { fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import type { Job, Message } from './child.ts'
import { extract } from './extract.ts'
import type { Extraction, ExtractionOptions, ExtractionProblem } from './extraction.ts'
import { limits } from './limits.ts'

/** `childFile`: the bundled process; where the program is not bundled (tests of other rooms) there is none and this one reads. */
type RunOptions = ExtractionOptions & { readonly childFile?: URL }

/**
 * Same answer as `extract`, without ever holding the calling process, nor harming it. `bytes` stay the caller's.
 * Rejects only when no process can be started, which says nothing of the file.
 */
export async function extractInChild(bytes: Uint8Array, fileName: string, options: RunOptions = {}): Promise<Extraction> {
  const givenUp = (): boolean => options.signal?.aborted === true
  if (givenUp()) return refused('cancelled')
  if (bytes.length > limits.bytes) return refused('tooLarge')
  const childFile = options.childFile ?? new URL('./child.js', import.meta.url)
  if (!existsSync(childFile)) return extract(bytes, fileName, options)
  const leave = await enter(options.signal)
  try {
    return givenUp() ? refused('cancelled') : await inChild(childFile, bytes, fileName, options)
  } finally {
    leave()
  }
}

const refused = (problem: ExtractionProblem): Extraction => ({ ok: false, problem })

/** Files being read, and those that wait for their turn. */
let running = 0
const waiting: (() => void)[] = []

async function enter(signal: AbortSignal | undefined): Promise<() => void> {
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
function inChild(childFile: URL, bytes: Uint8Array, fileName: string, { onProgress, signal }: ExtractionOptions): Promise<Extraction> {
  return new Promise((resolve, reject) => {
    const child = start(childFile)
    let answer: Extraction | undefined
    let silence: NodeJS.Timeout | undefined
    const kill = (): void => void child.kill('SIGKILL')
    const end = (given: Extraction): void => {
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
    restart(limits.textMs)
    signal?.addEventListener('abort', abort)
    process.on('exit', kill)
    // What cannot be sent goes to a process that is dying: its end says why.
    child.on('spawn', () => child.send({ bytes, fileName, starter: process.pid } satisfies Job, () => undefined))
    child.on('message', (message: Message) => {
      if (answer !== undefined) return
      if ('answer' in message) return end(message.answer)
      restart(message.progress[2] === 'ocr' ? limits.ocrPageMs * 1.5 : limits.textMs)
      onProgress?.(...message.progress)
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
