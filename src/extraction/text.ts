// Bytes that are text already: which encoding, and the characters.
import { refuse } from './budget.ts'

type Decoded = { readonly text: string; /** True when nothing in the file said which encoding it is. */ readonly guessed: boolean }

/** UTF-8 with or without its mark, UTF-16 with its mark or recognised, else Windows-1252. Refuses what holds NUL characters: it is no text. */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = markedEncoding(bytes)
  if (marked !== undefined) return checked(new TextDecoder(marked).decode(bytes), false)
  const wide = wideEncoding(bytes)
  if (wide !== undefined) return checked(new TextDecoder(wide).decode(bytes), true)
  if (bytes.includes(0)) return refuse('unknownFormat')
  try {
    return checked(new TextDecoder('utf-8', { fatal: true }).decode(bytes), false)
  } catch {
    return checked(decodeWindows(bytes), true)
  }
}

/** Bytes 0x80 to 0x9f of Windows-1252: Node.js 20 leaves them as control characters. */
const windowsLetters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const decodeWindows = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    .replace(/[\x80-\x9f]/g, (letter) => windowsLetters[letter.charCodeAt(0) - 0x80] ?? letter)

function markedEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 without its mark: in French nearly every other byte is zero, always on the same side. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4000)
  if (sample.length < 4 || bytes.length % 2 === 1) return undefined
  const zeros = [0, 0]
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = zeros
  const many = sample.length * 0.35
  if (odd > many && even < many / 10) return 'utf-16le'
  return even > many && odd < many / 10 ? 'utf-16be' : undefined
}

/** A text full of control characters is a binary file in disguise. */
function checked(text: string, guessed: boolean): Decoded {
  const controls = text.slice(0, 100_000).match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]/g)?.length ?? 0
  if (text.includes('\0') || controls > 4 + Math.min(text.length, 100_000) / 200) return refuse('unknownFormat')
  return { text: text.replace(/\r\n?/g, '\n'), guessed }
}
