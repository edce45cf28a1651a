// A certificate: a question, its answer and its sources, sealed as text. Pure.
import type { Instant } from '../../kernel/date.ts'

/** What is sealed, whole: whoever has these bytes recomputes the hash. `address`: where it is verified. */
export type CertificateContent<Answer> = {
  readonly format: 'chapeau-attestation-1'; readonly code: string; readonly address: string; readonly issuedAt: Instant; readonly answer: Answer
}

/** No letter that is read as another: neither 0 and O, nor 1, I and L. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Sixteen letters out of random bytes, in fours: some 79 bits, that nobody guesses. Bytes that would favour some letters are left out. */
export function codeFrom(random: Uint8Array): string | undefined {
  const fair = [...random].filter((byte) => byte < letters.length * 8).slice(0, 16)
  const word = fair.map((byte) => letters[byte % letters.length] ?? '').join('')
  return word.length < 16 ? undefined : (word.match(/.{4}/g) ?? []).join('-')
}

/** A code as people copy it: spaces, dashes and case indifferent; undefined for what is none. */
export function readCode(typed: string): string | undefined {
  const word = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return /^[A-Z0-9]{16}$/.test(word) ? (word.match(/.{4}/g) ?? []).join('-') : undefined
}

/** A SHA-256 as people copy it. */
export const readHash = (typed: string): string | undefined => {
  const word = typed.toLowerCase().replace(/[^0-9a-z]/g, '')
  return /^[0-9a-f]{64}$/.test(word) ? word : undefined
}

/** JSON whose keys are in order, the same for the same values. */
export function sealedText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sealedText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${sealedText(inner)}`).join(',')}}`
}
