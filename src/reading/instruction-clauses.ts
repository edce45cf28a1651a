// The articles of an amendment cut into clauses, their quotations folded away, each clause under the list item and the sentence it belongs to.
import { lastAtOrBefore } from '../kernel/search.ts'
import { type Quotation, quotationsIn } from './instruction-quotes.ts'
import type { Text } from './text.ts'

/**
 * A stretch of text with each quotation folded into `«3»`, its rank in `quotations`, `«!»` when nothing closes it. `flat` and `printed` have the
 * same length. `cleanAt`: the way back to the clean text.
 */
export type Folded = {
  readonly flat: string; readonly printed: string; readonly quotations: readonly Quotation[]
  readonly cleanAt: (offset: number) => number
  /** A quotation that nothing closes holds an order. */
  readonly swallows: boolean
}
/**
 * Offsets in the folded text. `mark`: `1°`, `a`, `-`, `II`, empty for none. `kind`: the style of the mark. `first`: begins its line or item; what
 * follows in the same sentence leans on it. `table`: rows of a table follow.
 */
export type Clause = {
  readonly start: number; readonly end: number; readonly mark: string; readonly kind: MarkKind; readonly first: boolean; readonly table: boolean
}
export type MarkKind = 'none' | 'roman' | 'degree' | 'number' | 'letter' | 'dash'

export function foldQuotations(text: Text, from: number, to: number): Folded {
  const { clean } = text.source
  const quotations = quotationsIn(clean, from, to)
  const [flat, printed]: [string[], string[]] = [[], []]
  const [starts, origins]: [number[], number[]] = [[], []]
  let length = 0
  const add = (one: string, other: string, origin: number): void => {
    flat.push(one)
    printed.push(other)
    starts.push(length)
    origins.push(origin)
    length += one.length
  }
  let at = from
  quotations.forEach((quotation, rank) => {
    if (quotation.start > at) add(text.flat.slice(at, quotation.start), clean.slice(at, quotation.start), at)
    const token = quotation.closed ? `«${rank}»` : '«!»'
    add(token, token, quotation.start)
    at = quotation.end
  })
  add(text.flat.slice(at, Math.max(at, to)), clean.slice(at, Math.max(at, to)), at)
  const cleanAt = (offset: number): number => {
    const low = lastAtOrBefore(starts, offset)
    return (origins[low] ?? from) + offset - (starts[low] ?? 0)
  }
  const swallows = quotations.some(({ start, end, closed }) => !closed && ordering.test(text.flat.slice(start, end)))
  return { flat: flat.join(''), printed: printed.join(''), quotations, cleanAt, swallows }
}

/** Words that order something, wherever they stand. */
export const ordering =
  /(?<![a-z])(?:est|sont) (?:ainsi |donc |respectivement )?(?:remplac|supprim|abrog|complet|inser|ajout|redig|modifi|prorog|cree)/
const waits = /(?::|par|suit|suivante?s?|redigee?s?|mots|de|du|la|le|les|a|et|apres|avant)$/
/** `Au lieu de : « a »`, and on the next line `lire : « b »`. */
const resumes = /^(?:lire|par|il (?:faut|convient de) lire|(?:est|sont) (?:ainsi |respectivement )?(?:remplac|supprim|redig|complet))/
const isRow = (line: string): boolean => / \| /.test(line)

/** The clauses of a folded text in order: lines, then sentences, then what semicolons and marks part within them. */
export function clausesIn({ flat, printed, quotations }: Folded): readonly Clause[] {
  const clauses: Clause[] = []
  const lines = linesOf(flat)
  lines.forEach(([start, end], rank) => {
    if (isRow(flat.slice(start, end))) return
    const below = lines[rank + 1]
    const table = below !== undefined && isRow(flat.slice(...below))
    const cuts = cutsOf(flat.slice(start, end), printed.slice(start, end), quotations)
    cuts.forEach(({ from, first }, index) => {
      const to = cuts[index + 1]?.from ?? end - start
      const clause = clauseOf(flat, printed, start + from, start + to)
      if (clause.end > clause.start) clauses.push({ ...clause, first, table: table && index === cuts.length - 1 })
    })
  })
  return clauses
}

/** Lines, those that wait for a quotation joined with it. */
function linesOf(flat: string): readonly (readonly [number, number])[] {
  const lines: [number, number][] = []
  let at = 0
  for (const line of flat.split('\n')) {
    const last = lines.at(-1)
    const joins = last !== undefined && /^(?:- )?«/.test(line) && waits.test(flat.slice(Math.max(last[0], last[1] - 14), last[1]).trimEnd())
    const goesOn = last !== undefined && resumes.test(line) && /»[ ,.;:]*$/.test(flat.slice(Math.max(last[0], last[1] - 6), last[1]))
    if (last !== undefined && (joins || goesOn)) last[1] = at + line.length
    else if (line.trim() !== '') lines.push([at, at + line.length])
    at += line.length + 1
  }
  return lines
}

const marks = /(?:^|[:;,.»] (?:et )?)(?=(?:\d{1,2} ?°(?! ?de| ?du|,)|\d{1,2}\)|[a-h]\)(?!,| et [a-h]\))|[a-h]\. ) ?(?:bis |ter )?[-–]? ?\S)|[.!?] +(?=\S)|; ?(?=\S)|» (?=\S)/g
const abbreviated = /(?:^|[^a-z])(?:art|al|n|no|m|mm|mme|mmes|l|r|d|cf|etc|st|ste|p|[ivx]{1,5}|[a-h])$|^\d{1,3}$/

/** Where the clauses of a line begin. `first`: at the start of the line, of a sentence or of a list item. */
function cutsOf(flat: string, printed: string, quotations: readonly Quotation[]): readonly { from: number; first: boolean }[] {
  const cuts = [{ from: 0, first: true }]
  for (const match of flat.matchAll(marks)) {
    const next = match.index + match[0].length
    if (next === 0 || next >= flat.length) continue
    const opensItem = /^(?:\d{1,2} ?°|\d{1,2}\)|[a-h]\)(?!,| et [a-h]\))|[a-h]\. )/.test(flat.slice(next))
    if (match[0] === '» ' && !opensItem) {
      const quoted = quotations[Number(/(\d+)$/.exec(flat.slice(Math.max(0, match.index - 8), match.index))?.[1])]?.text ?? ''
      if (/[.!?]$/.test(quoted) && /\p{Lu}/u.test(printed.charAt(next))) cuts.push({ from: next, first: true })
    } else if (/^[.!?]/.test(match[0])) {
      const opens = /[\p{Lu}«\d-]/u.test(printed.charAt(next))
      if (!opens || abbreviated.test(flat.slice(Math.max(0, match.index - 6), match.index))) continue
      cuts.push({ from: next, first: true })
    } else if (match[0].startsWith(';') || /^[:.»]/.test(match[0]) || opensItem) cuts.push({ from: next, first: opensItem })
  }
  return cuts
}

const markPatterns: readonly (readonly [MarkKind, RegExp])[] = [
  ['degree', /^(\d{1,2}) ?°(?: ?(bis|ter))? ?[-–:.)]* */], ['number', /^(\d{1,2}) ?[).](?!\d) ?[-–]? */], ['letter', /^([a-h])[).] ?[-–]? */],
  ['roman', /^([ivx]{1,5}) ?(?:[.)]|°) ?[-–]? *|^([ivx]{1,5}) ?[-–] */],
]

function clauseOf(flat: string, printed: string, start: number, end: number): Clause {
  let from = start
  let kind: MarkKind = 'none'
  let mark = ''
  const words = flat.slice(start, Math.min(end, start + 24))
  const dash = /^ *- */.exec(words)
  if (dash) [from, kind, mark] = [start + dash[0].length, 'dash', '-']
  for (const [style, shape] of markPatterns) {
    const found = shape.exec(flat.slice(from, Math.min(end, from + 24)))
    if (!found || (style === 'roman' && !/^[IVX]/.test(printed.charAt(from)))) continue
    ;[kind, mark] = [style, found[1] ?? found[2] ?? '']
    from += found[0].length
    break
  }
  let last = end
  while (last > from && /[\s;]/.test(flat.charAt(last - 1))) last -= 1
  while (from < last && /\s/.test(flat.charAt(from))) from += 1
  return { start: from, end: last, mark, kind, first: true, table: false }
}
