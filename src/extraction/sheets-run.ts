// Reading a spreadsheet beside the server, few at a time, with documents.
import { existsSync } from 'node:fs'
import { askChild, takeTurn } from './child-process.ts'
import { sheetLimits } from './sheets-limits.ts'
import { readSheets } from './sheets.ts'
import type { SheetReading } from './sheets-problem.ts'

type Options = { readonly childFile?: URL; readonly signal?: AbortSignal }

/** Same answer as `readSheets`, without ever holding the calling process, nor harming it. Where the program is not bundled this one reads. */
export async function sheetsInChild(bytes: Uint8Array, fileName: string, { childFile: given, signal }: Options = {}): Promise<SheetReading> {
  if (bytes.length > sheetLimits.bytes) return { ok: false, problem: 'tooLarge' }
  const childFile = given ?? new URL('./sheets-child.js', import.meta.url)
  if (!existsSync(childFile)) return readSheets(bytes, fileName, signal)
  const leave = await takeTurn(signal)
  try {
    return await askChild<SheetReading>({
      childFile, bytes, fileName, signal, patience: () => sheetLimits.ms * 1.5,
      refused: (why) => ({ ok: false, problem: why === 'tooHeavy' ? 'bomb' : why }),
    })
  } finally {
    leave()
  }
}
