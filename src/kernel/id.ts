// Identifiers: UUID version 7, made here (PostgreSQL 15 cannot), sortable by the moment of their making.

/** A UUID that names one `Noun`; ids of different nouns do not mix. */
export type Id<Noun extends string> = string & { readonly idOf: Noun }

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** An id out of an address or a form; undefined when it cannot be one. */
export const readId = <Noun extends string>(text: string): Id<Noun> | undefined => (shape.test(text) ? (text as Id<Noun>) : undefined)

/** A UUIDv7 from its two ingredients: milliseconds since 1970 and ten random bytes. */
export function idFrom<Noun extends string>(milliseconds: number, random: Uint8Array): Id<Noun> {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setUint16(0, Math.floor(milliseconds / 2 ** 32))
  new DataView(bytes.buffer).setUint32(2, milliseconds % 2 ** 32)
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Noun>
}

/** A new id, unique and increasing with time. */
export const newId = <Noun extends string>(): Id<Noun> => idFrom<Noun>(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
