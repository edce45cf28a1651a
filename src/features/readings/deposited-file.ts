// The file of a posted form: its bytes, their hash, and its name made harmless.
import { createHash } from 'node:crypto'
import { newId } from '../../kernel/id.ts'
import { postedForm } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import type { NewDocument } from './readings.store.ts'

type DepositedFile = Omit<NewDocument, 'by' | 'at'>

/** The file handed in under the name `file`; undefined when absent or empty. */
export async function depositedFile(c: Request): Promise<DepositedFile | undefined> {
  const { file } = await postedForm(c)
  if (!(file instanceof File) || file.size === 0) return undefined
  const bytes = Buffer.from(await file.arrayBuffer())
  return {
    id: newId<'document'>(), bytes, sha256: createHash('sha256').update(bytes).digest(), fileName: cleanName(file.name),
    mediaType: file.type === '' ? 'application/octet-stream' : file.type.slice(0, 100),
  }
}

/** The last part of the name as sent, without control characters, its last 200 letters at most, none cut in two. */
const cleanName = (name: string): string =>
  [...(name.split(/[/\\]/).at(-1) ?? '')].filter((letter) => letter >= ' ').slice(-200).join('') || 'document'
