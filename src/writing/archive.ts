// A ZIP archive whose bytes depend on nothing but what it holds: no time, no machine.
import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'

/** `name`: ASCII. `content`: whole, or piece after piece. `stored`: kept as it is, for the entry by which a format tells what it is. */
export type Entry =
  | { readonly name: string; readonly content: string | AsyncIterable<string>; readonly stored?: never }
  | { readonly name: string; readonly content: string; readonly stored: true }

/** The first day ZIP knows, 1 January 1980 at midnight. */
const noTime = 0x00210000

type Packed = { readonly bytes: Buffer; readonly size: number; readonly crc: number }
const asItIs = (content: string): Packed => ({ bytes: Buffer.from(content), size: Buffer.byteLength(content), crc: crc32(content) })

/** Packed beside the server, which makes the next piece meanwhile; no more than this waits. */
const waiting = { level: 1, highWaterMark: 8 * 2 ** 20, chunkSize: 2 ** 18 } as const
async function deflated(content: string | AsyncIterable<string>): Promise<Packed> {
  const packer = createDeflateRaw(waiting)
  const packed: Buffer[] = []
  packer.on('data', (part: Buffer) => packed.push(part))
  let [size, crc] = [0, 0]
  for await (const piece of typeof content === 'string' ? [content] : content) {
    const bytes = Buffer.from(piece)
    size += bytes.length
    crc = crc32(bytes, crc)
    if (!packer.write(bytes)) await once(packer, 'drain')
  }
  packer.end()
  await once(packer, 'end')
  return { bytes: Buffer.concat(packed), size, crc }
}

/** Entries in the order given. */
export async function archived(entries: readonly Entry[]): Promise<Uint8Array> {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const entry of entries) {
    const { name } = entry
    const packed = entry.stored === true ? asItIs(entry.content) : await deflated(entry.content)
    const common = commonHeader(packed, name, entry.stored === true)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name, 'latin1')])
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest(offset), Buffer.from(name, 'latin1'))
    parts.push(local, packed.bytes)
    offset += local.length + packed.bytes.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}

/** What the header of an entry and its line in the directory both say, from the version needed to the length of the extra field. */
function commonHeader({ bytes, size, crc }: Packed, name: string, stored: boolean): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(stored ? 0 : 8, 4)
  header.writeUInt32LE(noTime, 6)
  header.writeUInt32LE(crc, 10)
  header.writeUInt32LE(bytes.length, 14)
  header.writeUInt32LE(size, 18)
  header.writeUInt16LE(name.length, 22)
  return header
}

/** Comment, disk and attributes, all none; then where the entry begins. */
function rest(offset: number): Buffer {
  const end = Buffer.alloc(14)
  end.writeUInt32LE(offset, 10)
  return end
}
