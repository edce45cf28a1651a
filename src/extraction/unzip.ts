// The parts of a zip archive, read one by one, with limits on what is really inflated whatever the archive says of itself.
import { type Entry, type ZipFile, fromBufferPromise } from 'yauzl'
import { type Budget, Refusal, refuse } from './budget.ts'
import { limits } from './limits.ts'

export type Archive = {
  readonly names: ReadonlySet<string>
  /** The bytes of a part, or nothing when it is absent. Archives inside the archive are bytes like others: never opened. */
  readonly read: (name: string) => Promise<Uint8Array | undefined>
}

export async function openArchive(bytes: Uint8Array, budget: Budget): Promise<Archive> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true, validateEntrySizes: false,
  }).catch(() => refuse('broken'))
  const entries = await listEntries(zip, budget)
  let spent = 0
  return {
    names: new Set(entries.keys()),
    read: async (name) => {
      const entry = entries.get(name)
      if (entry === undefined) return undefined
      if (entry.isEncrypted()) return refuse('encrypted')
      const part = await inflate(zip, entry, Math.min(limits.partBytes, limits.inflatedBytes - spent), budget)
      spent += part.length
      return part
    },
  }
}

async function listEntries(zip: ZipFile, budget: Budget): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) return refuse('bomb')
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      budget.check()
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry)
      if (entries.size > limits.entries) refuse('bomb')
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('broken')
  }
  return entries
}

async function inflate(zip: ZipFile, entry: Entry, most: number, budget: Budget): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let size = 0
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const piece of stream) {
      budget.check()
      if (!Buffer.isBuffer(piece)) continue
      size += piece.length
      if (size > most) {
        stream.destroy()
        refuse('bomb')
      }
      pieces.push(piece)
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('broken')
  }
  return Buffer.concat(pieces)
}
