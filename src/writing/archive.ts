// A ZIP archive whose bytes depend on nothing but what it holds: no time, no machine.
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

/** `name`: ASCII. `stored`: kept as it is, for the entry by which a format tells what it is. */
export type Entry = { readonly name: string; readonly content: string; readonly stored?: true }

/** The first day ZIP knows, 1 January 1980 at midnight. */
const noTime = 0x00210000

const deflated = promisify(deflateRaw)

/** Entries in the order given; they are packed beside the server, which goes on answering. */
export async function archived(entries: readonly Entry[]): Promise<Uint8Array> {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const { name, content, stored } of entries) {
    const plain = Buffer.from(content)
    const packed = stored === true ? plain : await deflated(plain, { level: 1 })
    const common = commonHeader(plain, packed, name, stored === true)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name, 'latin1')])
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest(offset), Buffer.from(name, 'latin1'))
    parts.push(local, packed)
    offset += local.length + packed.length
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
function commonHeader(plain: Buffer, packed: Buffer, name: string, stored: boolean): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(stored ? 0 : 8, 4)
  header.writeUInt32LE(noTime, 6)
  header.writeUInt32LE(crc32(plain), 10)
  header.writeUInt32LE(packed.length, 14)
  header.writeUInt32LE(plain.length, 18)
  header.writeUInt16LE(name.length, 22)
  return header
}

/** Comment, disk and attributes, all none; then where the entry begins. */
function rest(offset: number): Buffer {
  const end = Buffer.alloc(14)
  end.writeUInt32LE(offset, 10)
  return end
}
