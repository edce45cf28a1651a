// The quotations of a stretch of text, whatever their marks: guillemets, curly or straight quotes, nested, over several paragraphs.

/** Offsets in the clean text, marks included. `text`: what stands between them, its paragraphs kept. `closed`: false when nothing closes it. */
export type Quotation = { readonly start: number; readonly end: number; readonly text: string; readonly closed: boolean }

/** Characters; a quotation longer than this was left open by mistake. The same as for the headings of articles. */
const longestQuote = 20_000

const closing: Readonly<Record<string, string>> = { '«': '»', '“': '”', '"': '"', '„': '”', '‟': '”' }
const opener = /[«“"„‟]/g

/** The outermost quotations between two offsets of the clean text, in order; those of paragraphs that follow each other are one. */
export function quotationsIn(clean: string, from: number, to: number): readonly Quotation[] {
  const found: Quotation[] = []
  opener.lastIndex = from
  for (let match = opener.exec(clean); match !== null && match.index < to; match = opener.exec(clean)) {
    const start = match.index
    if (match[0] === '"' && !opensStraight(clean, start)) continue
    const limit = Math.min(to, start + longestQuote)
    const end = match[0] === '"' ? closeStraight(clean, start, limit) : closePaired(clean, start, limit, match[0], closing[match[0]] ?? '»')
    const one: Quotation = end === undefined ? { start, end: to, text: '', closed: false }
      : { start, end, text: within(clean.slice(start + 1, end - 1)), closed: true }
    const last = found.at(-1)
    if (last !== undefined && last.closed && one.closed && follows(clean, last, one)) {
      found[found.length - 1] = { ...last, end: one.end, text: `${last.text}${clean.slice(last.end, one.start).replace(/[^\n]+/g, '')}${one.text}` }
    } else found.push(one)
    opener.lastIndex = one.end
  }
  return found
}

/** Paragraphs quoted one by one: nothing but line ends between the two. */
const follows = (clean: string, last: Quotation, next: Quotation): boolean =>
  next.start - last.end < 8 && /^\s*\n\s*(?:- )?$/.test(clean.slice(last.end, next.start))

/** Each paragraph of a quoted text may open with the mark again; what is quoted within keeps its marks. */
const within = (words: string): string =>
  words.split('\n').map((line, rank) => (rank === 0 || unbalanced(line) ? line.replace(/^(- )?[«“"]\s*/, '$1') : line).trim()).join('\n').trim()

const unbalanced = (line: string): boolean =>
  /^(?:- )?"/.test(line) ? (line.match(/"/g)?.length ?? 0) % 2 === 1
    : /^(?:- )?[«“]/.test(line) && (line.match(/[«“]/g)?.length ?? 0) > (line.match(/[»”]/g)?.length ?? 0)

const atLineStart = (clean: string, at: number): boolean =>
  at === 0 || clean.charAt(at - 1) === '\n' || clean.slice(Math.max(0, at - 3), at) === '\n- '

/**
 * End of a quotation opened at `start`. A mark at the start of a line inside it opens its next paragraph and is closed with it, unless its own
 * closing mark is followed by more words.
 */
function closePaired(clean: string, start: number, limit: number, open: string, close: string): number | undefined {
  let depth = 1
  let resumed = -1
  for (let at = start + 1; at < limit; at += 1) {
    const letter = clean.charAt(at)
    if (letter === open) {
      if (atLineStart(clean, at)) resumed = at
      else depth += 1
    } else if (letter === '\n') resumed = -1
    else if (letter === close) {
      if (depth === 1 && resumed >= 0 && !endsThere(clean, at + 1)) resumed = -1
      else depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return undefined
}

const endsThere = (clean: string, at: number): boolean => /^[\s.;,:)]*(?:\n|$|(?:\d{1,2}°|[a-h]\)) )/.test(clean.slice(at, at + 40))

const opensStraight = (clean: string, at: number): boolean => at === 0 || /[\s('’:,[-]/.test(clean.charAt(at - 1))

/** A straight quote closes unless it stands at the start of a line, where it opens the next paragraph. */
function closeStraight(clean: string, start: number, limit: number): number | undefined {
  for (let at = clean.indexOf('"', start + 1); at >= 0 && at < limit; at = clean.indexOf('"', at + 1)) {
    if (!atLineStart(clean, at)) return at + 1
  }
  return undefined
}
