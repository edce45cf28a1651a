// Text that knows where each of its characters stands in the raw text.

/** `at[i]`: offset in the raw text of `text[i]`; undefined when the characters stand side by side from `from`. */
export type Traced = { readonly text: string; readonly from: number; readonly at: readonly number[] | undefined }

export const offsetAt = (traced: Traced, index: number): number => traced.at?.[index] ?? traced.from + index

export const tracedSlice = (traced: Traced, start: number, end: number): Traced =>
  traced.at === undefined
    ? { text: traced.text.slice(start, end), from: traced.from + start, at: undefined }
    : { text: traced.text.slice(start, end), from: offsetAt(traced, start), at: traced.at.slice(start, end) }

/** Pieces one after the other, `gap` between two (traced to where the next one starts); an empty list is traced to `from`. */
export function tracedJoin(pieces: readonly Traced[], gap: string, from: number): Traced {
  const [first] = pieces
  if (first === undefined) return { text: '', from, at: undefined }
  if (pieces.length === 1) return first
  const at: number[] = []
  pieces.forEach((piece, rank) => {
    if (rank > 0) for (let count = 0; count < gap.length; count += 1) at.push(offsetAt(piece, 0))
    for (let index = 0; index < piece.text.length; index += 1) at.push(offsetAt(piece, index))
  })
  return { text: pieces.map((piece) => piece.text).join(gap), from: offsetAt(first, 0), at }
}

const ligatures: Record<string, string> = { ﬁ: 'fi', ﬂ: 'fl', ﬀ: 'ff', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' }
/** Characters that carry no ink: control characters, soft hyphen, zero-width spaces, byte order mark. NUL marks what is hidden. */
const invisible = /[\0-\x08\x0e-\x1f\u007f\u00ad\u200b-\u200f\u2060\ufeff\ufffc]/
/** What keeps a line from being taken as it is. */
const uncommon = /[\0-\x1f\u007f\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufb00-\ufb06\ufeff\ufffc]|\s\s|^\s|\s$/

/**
 * A stretch of raw text: what carries no ink left out, ligatures opened, accents composed,
 * runs of spaces shortened (four or more: a tab, the gap of a column).
 */
export function squeeze(raw: string, start: number, end: number): Traced {
  const line = raw.slice(start, end)
  if (!uncommon.test(line)) return { text: line, from: start, at: undefined }
  const at: number[] = []
  const kept: string[] = []
  let spaces = 0
  for (let index = 0; index < line.length; index += 1) {
    const letter = line.charAt(index)
    const code = line.charCodeAt(index)
    if (code >= 0x300 && code <= 0x36f && kept.length > 0) {
      const composed = ((kept[kept.length - 1] ?? '') + letter).normalize('NFC')
      if (composed.length === 1) kept[kept.length - 1] = composed
      continue
    }
    if (/\s/.test(letter)) {
      spaces += letter === '\t' ? 4 : 1
      continue
    }
    if (invisible.test(letter)) continue
    if (kept.length > 0 && spaces > 0) {
      const gap = spaces >= 4 ? '\t' : spaces > 1 ? '  ' : /\s/.test(line.charAt(index - 1)) ? line.charAt(index - 1) : ' '
      for (let count = gap.length; count > 0; count -= 1) at.push(start + index - count)
      kept.push(...gap)
    }
    spaces = 0
    for (const part of ligatures[letter] ?? letter) {
      kept.push(part)
      at.push(start + index)
    }
  }
  return { text: kept.join(''), from: at[0] ?? start, at }
}

/** The text without the characters that `masked` hides with NUL, spaces made single, `lead` printed before it. */
export function withoutHidden(masked: string, line: Traced, lead: string): Traced {
  if (lead === '' && !/\0|\s\s|^\s|\s$/.test(masked)) return { text: masked, from: line.from, at: line.at }
  if (line.at === undefined && masked.startsWith('\0\0') && lead.length === 2 && !/\0|\s\s|\s$/.test(masked.slice(2))
    && /^\S/.test(masked.slice(2, 3))) {
    return { text: lead + masked.slice(2), from: line.from, at: undefined }
  }
  const at: number[] = []
  const kept: string[] = []
  let gap = ''
  let gapAt = 0
  for (let index = 0; index < masked.length; index += 1) {
    const letter = masked.charAt(index)
    if (letter === '\0') continue
    if (/\s/.test(letter)) {
      gapAt = index
      gap = gap === '' ? letter : gap === '\t' || letter === '\t' ? '\t' : ' '
      continue
    }
    if (kept.length > 0 && gap !== '') {
      kept.push(gap)
      at.push(offsetAt(line, gapAt))
    }
    gap = ''
    kept.push(letter)
    at.push(offsetAt(line, index))
  }
  if (kept.length === 0) return { text: '', from: line.from, at: undefined }
  const first = at[0] ?? line.from
  const before = Array.from(lead, () => Math.max(line.from, first - 1))
  return { text: lead + kept.join(''), from: before[0] ?? first, at: [...before, ...at] }
}
