// Where stamps stand in the printed lines: the labels, identifiers and dates of both families, gathered into whole stamps.
import { flat } from '../kernel/text.ts'
import type { PrintedLine } from './printed.ts'

export type MarkKind = 'head' | 'certified' | 'id' | 'idLabel' | 'broken' | 'sent' | 'received' | 'published'
/** A piece of a stamp; `start` and `end` are offsets in the joined lines; `date`: as printed. */
type Mark = { readonly kind: MarkKind; readonly start: number; readonly end: number; readonly date?: string }
/** A stamp as found: its marks in the order printed. */
export type MarkedStamp = { readonly marks: readonly Mark[]; readonly start: number; readonly end: number }

/** The lines as one text, a line feed between two, flattened: what stamps are sought in. */
export const joinLines = (lines: readonly PrintedLine[]): string => flat(lines.map((line) => line.text).join('\n'))

const day = String.raw`[0-9oil]{1,2}\s?[/.-]\s?[0-9oil]{1,2}\s?[/.-]\s?[0-9oil]{4}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}|[0-9]{1,2}(?:er)? (?:janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)[a-z]{0,6}\.? [0-9]{4}`
const place = String.raw`(?:sous[- ])?pr[ée]?fec[a-z]{3,7}|mairie|ministere de l'interieur`
const id = String.raw`(?<![\w])(?:[0-9]{2,3}|0?2[ab])\s?-\s?[0-9]{9}\s?-\s?[0-9]{8}\s?-\s?[a-z0-9_./](?:\s?[a-z0-9_./-]){0,40}?\s?-\s?(?:de|ar|ai|cc|bf|au)(?![a-z0-9])`
const tail = String.raw`(?:\s?[:.])?(?:\sle\b)?(?:\s?[:.])?`
const sent = String.raw`(?:date\s(?:de\s|d')?(?:la\s)?(?:tele)?-?transmissions?(?:\s(?:de\sl'acte|en\s(?:${place})))?|(?:envoye|transmis|teletransmis)e?\s(?:en|a\sla|par\svoie\selectronique\sen)\s(?:${place}))`
const received = String.raw`(?:(?:date\s(?:de\s)?)?receptions?\s?(?:(?:de\sl'(?:ar|accuse(?:\sde\sreception)?)|(?:en|par|a|de)(?:\sle|\sla)?\s(?:${place}|prefet)|(?:${place}))(?:\s:|\sle)?)|date\s(?:de\s)?reception|(?:re[cg]u|recue)\s(?:en|par|a)(?:\sla|\sle)?\s(?:${place}|prefet))`
const published = String.raw`(?:(?:date\s(?:de\s|d')?)?(?:publication|affichage|notification|mise\sen\sligne)|publiee?|affichee?|notifiee?|mise?\sen\sligne)`
const pattern = new RegExp(
  [
    `(?<head>accuse\\s(?:(?:de\\s)?reception(?:\\s?-)?(?:\\s(?:en|de\\sla|du|par\\sla))?(?:\\s(?:${place}))?)|\\bar\\s(?:sous-)?prefecture)`,
    `(?<certified>(?:accuse|acte)\\scertifie\\sexecutoire)`,
    `(?<id>${id})`,
    `(?<idLabel>\\bid\\s?:)`,
    `(?<sent>${sent})${tail}\\s?(?<sentOn>${day})?`,
    `(?<received>${received})${tail}\\s?(?<receivedOn>${day})?`,
    `(?<weak>re[cg]ue?\\sle)(?:\\s?:)?\\s?(?<weakOn>${day})`,
    `(?<published>\\b${published})${tail}\\s?(?:(?<publishedOn>${day})|(?=\\s?\\n|\\s?$|\\s?id\\s?:))`,
  ].join('|'),
  'g',
)
/** Words without which a text has no stamp: spares the search in a long text. */
const anyMark = /prefec|accuse|reception|-(?:de|ar|ai|cc|bf|au)\b/

export function findStamps(joined: string): readonly MarkedStamp[] {
  if (!anyMark.test(joined)) return []
  const marks = Array.from(joined.matchAll(pattern), readMark)
  const stamps: Mark[][] = []
  for (const mark of marks) {
    const open = stamps[stamps.length - 1]
    const last = open?.[open.length - 1]
    const gap = last === undefined ? 'apart' : gapBetween(joined, last.end, mark.start)
    if (open === undefined || last === undefined || gap === 'apart' || starts(open, mark)) {
      stamps.push([mark])
      continue
    }
    if (gap !== 'none') open.push(gap)
    open.push(mark)
  }
  return stamps.map((group) => whole(joined, group)).filter((stamp) => isStamp(joined, stamp))
}

function readMark(match: RegExpExecArray): Mark {
  const { groups = {} } = match
  const [start, end] = [match.index, match.index + match[0].trimEnd().length]
  const dated = (kind: MarkKind, date: string | undefined): Mark => ({ kind, start, end, ...(date !== undefined && { date }) })
  if (groups['head'] !== undefined) return { kind: 'head', start, end }
  if (groups['certified'] !== undefined) return { kind: 'certified', start, end }
  if (groups['id'] !== undefined) return { kind: 'id', start, end }
  if (groups['idLabel'] !== undefined) return { kind: 'idLabel', start, end }
  if (groups['sent'] !== undefined) return dated('sent', groups['sentOn'])
  if (groups['published'] !== undefined) return dated('published', groups['publishedOn'])
  return dated('received', groups['receivedOn'] ?? groups['weakOn'])
}

/** What stands between two marks: nothing that counts, an identifier too damaged to be read, or the words of the convention. */
function gapBetween(joined: string, end: number, start: number): 'none' | 'apart' | Mark {
  if (start - end > 100) return 'apart'
  const between = joined.slice(end, start)
  if (/^[\s:.,;|*\-–—_)(]*$/.test(between)) return 'none'
  return isBroken(between)
    ? { kind: 'broken', start: end + (between.length - between.trimStart().length), end: end + between.trimEnd().length } : 'apart'
}

const isBroken = (text: string): boolean =>
  text.trim().length <= 70 && (text.match(/[0-9]/g)?.length ?? 0) >= 8 && !/[0-9]{1,2}\/[0-9]{1,2}\/[0-9]{4}/.test(text)

/** A stamp prints each of its marks once, its heading first: a second one belongs to the next stamp. */
const starts = (open: readonly Mark[], mark: Mark): boolean =>
  (mark.kind === 'head' && open.some((other) => other.kind === 'head' ? mark.start - other.end > 60 : true))
    || (mark.kind !== 'head' && open.some((other) => other.kind === mark.kind))

/** The whole stamp: a damaged identifier before its first label or after `ID :` is taken in. */
function whole(joined: string, group: readonly Mark[]): MarkedStamp {
  const [first, last] = [group[0], group[group.length - 1]]
  const marks = [...group]
  const labelled = group.findIndex((mark) => mark.kind === 'idLabel')
  if (labelled >= 0 && !group.some((mark) => mark.kind === 'id' || mark.kind === 'broken')) {
    const from = group[labelled]?.end ?? 0
    const rest = joined.slice(from, from + 70).split('\n', 1)[0] ?? ''
    if (isBroken(rest)) {
      marks.splice(labelled + 1, 0, { kind: 'broken', start: from + rest.length - rest.trimStart().length, end: from + rest.trimEnd().length })
    }
  } else if (first !== undefined && first.kind !== 'head' && group.length >= 2
    && !group.some((mark) => mark.kind === 'id' || mark.kind === 'broken')) {
    const line = joined.slice(joined.lastIndexOf('\n', first.start - 2) + 1, first.start)
    if (line.endsWith('\n') && isBroken(line) && /[0-9]-[0-9a-z]/.test(line)) {
      marks.unshift({ kind: 'broken', start: first.start - line.length, end: first.start - 1 })
    }
  }
  return { marks, start: marks[0]?.start ?? 0, end: Math.max(last?.end ?? 0, marks[marks.length - 1]?.end ?? 0) }
}

/** Two marks of which one belongs to stamps alone, or one such mark that fills its line: a sentence that tells of a transmission is no stamp. */
function isStamp(joined: string, { marks, start, end }: MarkedStamp): boolean {
  const kinds = new Set(marks.map((mark) => mark.kind))
  const strong = kinds.has('head') || kinds.has('id') || kinds.has('idLabel') || kinds.has('sent')
    || marks.some((mark) => mark.kind === 'received' && mark.date !== undefined)
  if (!strong) return false
  const fillsLines = (start === 0 || joined.charAt(start - 1) === '\n') && /^[\s.:;|)]*(?:\n|$)/.test(joined.slice(end, end + 12))
  if (kinds.size === 1) return fillsLines && !kinds.has('idLabel')
  return kinds.has('head') || kinds.has('id') || kinds.has('broken') || fillsLines || kinds.size > 2
}
