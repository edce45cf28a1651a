// Reading a document beside the server, few at a time.
import { existsSync } from 'node:fs'
import { askChild, takeTurn } from './child-process.ts'
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
  const leave = await takeTurn(options.signal)
  try {
    return givenUp() ? refused('cancelled') : await askChild<Extraction>({
      childFile, bytes, fileName, refused, signal: options.signal,
      patience: (stage) => (stage === 'ocr' ? limits.ocrPageMs * 1.5 : limits.textMs),
      onProgress: ([done, total, stage]) => options.onProgress?.(done, total, stage === 'ocr' ? 'ocr' : 'text'),
    })
  } finally {
    leave()
  }
}

const refused = (problem: ExtractionProblem): Extraction => ({ ok: false, problem })
