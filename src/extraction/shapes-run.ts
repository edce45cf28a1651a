// Reading a file of shapes beside the server, few at a time, with documents and spreadsheets.
import { existsSync } from 'node:fs'
import { askChild, takeTurn } from './child-process.ts'
import { shapeLimits } from './shapes-limits.ts'
import type { ShapeReading } from './shapes-problem.ts'
import { readShapes, type ShapesAsked } from './shapes.ts'

type Options = ShapesAsked & { readonly childFile?: URL; readonly signal?: AbortSignal }

/** Same answer as `readShapes`, without ever holding the calling process, nor harming it. Where the program is not bundled this one reads. */
export async function shapesInChild(bytes: Uint8Array, fileName: string, options: Options = {}): Promise<ShapeReading> {
  const { childFile: given, signal, ...asked } = options
  if (bytes.length > shapeLimits.bytes) return { ok: false, problem: 'tooLarge' }
  const childFile = given ?? new URL('./shapes-child.js', import.meta.url)
  if (!existsSync(childFile)) return readShapes(bytes, asked, signal)
  const leave = await takeTurn(signal)
  try {
    return await askChild<ShapeReading>({
      childFile, bytes, fileName, asked, signal, patience: () => shapeLimits.ms * 1.5,
      refused: (why) => ({ ok: false, problem: why === 'tooHeavy' ? 'bomb' : why }),
    })
  } finally {
    leave()
  }
}
