// Reading a file beside the server: a thread for each file, few at a time, killed when it takes too long, too much, or is no longer wanted.
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { extract } from './extract.ts'
import type { Extraction, ExtractionOptions, ExtractionProblem } from './extraction.ts'
import { limits } from './limits.ts'
import type { Message } from './worker.ts'

/** `workerFile`: the bundled thread; where the program is not bundled (tests of other rooms) there is none and this thread reads. */
type RunOptions = ExtractionOptions & { readonly workerFile?: URL }

/** Same answer as `extract`, without ever holding the calling thread. `bytes` stay the caller's. */
export async function extractInWorker(bytes: Uint8Array, fileName: string, options: RunOptions = {}): Promise<Extraction> {
  const givenUp = (): boolean => options.signal?.aborted === true
  if (givenUp()) return refused('cancelled')
  if (bytes.length > limits.bytes) return refused('tooLarge')
  const workerFile = options.workerFile ?? new URL('./worker.js', import.meta.url)
  if (!existsSync(workerFile)) return extract(bytes, fileName, options)
  const leave = await enter(options.signal)
  try {
    return givenUp() ? refused('cancelled') : await inThread(workerFile, bytes, fileName, options)
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
      waiting.push(resolve)
      signal?.addEventListener('abort', () => resolve(), { once: true })
    })
  }
  running += 1
  return () => {
    running -= 1
    for (const resolve of waiting.splice(0)) resolve()
  }
}

function inThread(workerFile: URL, bytes: Uint8Array, fileName: string, { onProgress, signal }: ExtractionOptions): Promise<Extraction> {
  const before = process.memoryUsage.rss()
  return new Promise((resolve) => {
    const worker = new Worker(workerFile, { workerData: { bytes, fileName }, resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB } })
    let silence: NodeJS.Timeout | undefined
    let ended = false
    const end = (answer: Extraction): void => {
      if (ended) return
      ended = true
      clearTimeout(silence)
      clearInterval(memory)
      signal?.removeEventListener('abort', abort)
      void worker.terminate().then(() => resolve(answer), () => resolve(answer))
    }
    // The thread watches its own time between pages; this one ends what no longer answers at all.
    const restart = (ms: number): void => {
      clearTimeout(silence)
      silence = setTimeout(() => end(refused('timeout')), ms)
    }
    const abort = (): void => end(refused('cancelled'))
    const memory = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.memoryMiB * 1024 * 1024) end(refused('tooHeavy'))
    }, 100)
    restart(limits.textMs)
    signal?.addEventListener('abort', abort)
    worker.on('message', (message: Message) => {
      if ('answer' in message) return end(message.answer)
      restart(message.progress[2] === 'ocr' ? limits.ocrPageMs * 1.5 : limits.textMs)
      onProgress?.(...message.progress)
    })
    worker.on('error', (error: Error & { code?: string }) => end(refused(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooHeavy' : 'broken')))
    worker.on('exit', () => end(refused('broken')))
  })
}
