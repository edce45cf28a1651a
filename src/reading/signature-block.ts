// Where a convention is signed: the block after « Fait à …, le … », its cells in reading order, columns read one after the other.
import { flat } from '../kernel/text.ts'
import { kindAnnounced } from './party-names.ts'
import { office, personAt } from './people.ts'
import type { Line, Text } from './text.ts'

/** A cell of the block: a line, or what one column prints on it. Offsets in the clean text. `top`: the first of its column. */
export type SignatureCell = { readonly start: number; readonly end: number; readonly top?: boolean }
/** `doneAt`: end of the line « Fait à …, le … », `start` when there is none. `end`: end of the last line of the block. */
export type FoundBlock = { readonly start: number; readonly doneAt: number; readonly end: number; readonly cells: readonly SignatureCell[] }

const done =
  /^(?:- )?(?:(?:la\spresente\s|le\spresent\s)?(?:convention|avenant|contrat)?\s?(?:est\s)?(?:fait|signee?|etablie?|dresse|conclue?)\s?(?:et\s(?:signe|passe|clos)e?\s)?(?:(?:a|en|le)\b|,|:)|a\s[a-z][a-z' -]{1,45},?\s(?:le|ce)(?:\s(?:\d{1,2}|_|\.|…)|\s?$)|[a-z][a-z' -]{1,40},\sle\s(?:\d{1,2}(?:er)?\s[a-z]+\s\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4}|[_.…\s]+)[^a-z]{0,20}$|(?:les\s)?signatures?(?:\sdes\sparties|\set\scachets?)?\s*:?$|(?:les\s)?signataires\s*:?$|(?:pour\s)?les\sparties(?:\ssignataires)?\s*:?$)/
/** `A Tallard, le 9 avril 2021` on a line of its own below « Fait en … ». */
const dated = /^(?:a\s[a-z][a-z' -]{1,45}(?:,|\s)|le\s\d|[a-z][a-z' -]{1,40},\sle\s\d)/
const after = /^(?:annexes?\b|certifie|article\s\d|sommaire|table\sdes|extrait\sdu\sregistre|deliberation\b|fiche\saction|preambule|vu\s|considerant)/

/** The block that names most signatories; undefined when nothing looks like one. */
export function findSignatureBlock(text: Text): FoundBlock | undefined {
  const openers = text.lines.flatMap((line, index) => {
    const words = text.flat.slice(line.start, Math.min(line.end, line.start + 240))
    return line.end - line.start < 240 && done.test(words) && (index * 2 > text.lines.length || !/^(?:les\s)?(?:signat|parties)/.test(words))
      ? [index] : []
  })
  let best: { index: number; score: number } | undefined
  for (const index of openers.slice(-40)) {
    const score = signsBelow(text, index)
    const sure =
      /^(?:- )?(?:fait|signe|convention\ssigne|etabli)/.test(text.flat.slice(text.lines[index]?.start ?? 0, (text.lines[index]?.start ?? 0) + 30))
    const weight = score + (sure || closes(text, index) ? 1.5 : 0)
    if (weight > (best?.score ?? 1)) best = { index, score: weight }
  }
  const opener = best?.index ?? tailBlock(text)
  return opener === undefined ? undefined : readBlock(text, opener, best !== undefined)
}

/** « À Tallard, le 9 avril 2021 » as the last line of the text, without a signature below. */
function closes(text: Text, index: number): boolean {
  const line = text.lines[index]
  return line !== undefined && index === text.lines.length - 1
    && /^a\s[a-z][a-z' -]{1,45},?\sle\s\d{1,2}(?:er)?\s[a-z]+\s\d{4}\W*$/.test(text.flat.slice(line.start, line.end))
}

/** How many of the lines that follow name a party, an office or a person. */
function signsBelow(text: Text, index: number): number {
  let score = 0
  let strangers = 0
  for (const line of text.lines.slice(index + 1, index + 60)) {
    const words = text.flat.slice(line.start, line.end)
    if (after.test(words) || line.end - line.start > 400 || strangers > 6) break
    if (isSign(text, line)) score += 1
    else strangers += 1
  }
  return score
}

/** True for a line of a signature block: a party, an office, a name. */
function isSign(text: Text, line: Line): boolean {
  const printed = text.source.clean.slice(line.start, line.end).replace(/^- /, '')
  const words = text.flat.slice(line.start, line.end).replace(/^- /, '')
  if (printed.length > 260 || /[.;]$/.test(printed) && printed.length > 60) return false
  const named = printed.length < 110 ? personAt(printed, true) : undefined
  const signs = named !== undefined
    && (named.end === printed.length || office.test(flat(printed.slice(named.end)).replace(/^[\s,:-]+(?:(?:le|la)\s)?/, '')))
  return signs || (printed.length < 160 && /^(?:\p{Lu}[\p{L}’'.-]{0,30}(?: |$)){2,14}$/u.test(printed)) || /^(?:pour|p\/)\s/.test(words)
    || (printed.length < 110 && kindAnnounced(words) !== undefined) || office.test(words.replace(/^(?:le|la|l'|son|sa)\s?/, '')) || line.row
    || printed.includes('\t')
}

/** No « Fait à »: the last run of lines that name parties and offices, when it closes the text. */
function tailBlock(text: Text): number | undefined {
  const from = Math.max(0, text.lines.length - 60)
  for (let index = from; index < text.lines.length; index += 1) {
    const line = text.lines[index]
    if (line === undefined || line.end - line.start > 120
      || !/^(?:pour\s|p\/\s|(?:le|la)\s(?:maire|president|prefet))/.test(text.flat.slice(line.start, line.end))) continue
    const rest = text.lines.slice(index, index + 8)
    if (signsBelow(text, index - 1) >= 4 && rest.filter((one) => isSign(text, one)).length >= Math.min(4, rest.length)) return index
  }
  return undefined
}

function readBlock(text: Text, opener: number, announced: boolean): FoundBlock {
  const first = text.lines[opener]
  const start = first?.start ?? 0
  const opened = announced
    ? [first, ...text.lines.slice(opener + 1, opener + 3).filter((line) => dated.test(text.flat.slice(line.start, line.end)))] : []
  const doneAt = opened[opened.length - 1]?.end ?? start
  const kept: Line[] = []
  for (const line of text.lines.slice(announced ? opener + opened.length : opener, opener + 160)) {
    const words = text.flat.slice(line.start, line.end)
    if (after.test(words) || line.end - line.start > 400 || (line.level > 0 && !isSign(text, line))) break
    kept.push(line)
  }
  while (kept.length > 0 && !isSign(text, kept[kept.length - 1] ?? { start: 0, end: 0, level: 0, strong: false, item: false, row: false, page: 1 })) {
    kept.pop()
  }
  return { start, doneAt, end: kept[kept.length - 1]?.end ?? first?.end ?? start, cells: cellsOf(text, kept) }
}

/** Lines of several cells are read column by column, each cell going to the nearest column. */
function cellsOf(text: Text, lines: readonly Line[]): readonly SignatureCell[] {
  const cells: SignatureCell[] = []
  let columns: SignatureCell[][] = []
  let centres: number[] = []
  const flush = () => {
    cells.push(...columns.flatMap((column) => column.map((cell, rank) => (rank === 0 ? { ...cell, top: true } : cell))))
    columns = []
    centres = []
  }
  for (const line of lines) {
    const own = split(text, line)
    if (own.length < 2 && columns.length === 0) {
      cells.push(...own.map(({ start, end }) => ({ start, end })))
      continue
    }
    if (own.length < 2 && !(line.row && own.length === 1)) {
      flush()
      cells.push(...own.map(({ start, end }) => ({ start, end })))
      continue
    }
    if (columns.length > 0 && own.length > columns.length) flush()
    if (columns.length === 0) {
      columns = own.map(() => [])
      centres = own.map((cell) => cell.centre)
    }
    own.forEach((cell, rank) => {
      const nearest = own.length === columns.length ? rank
        : centres.reduce((best, centre, index) => (Math.abs(centre - cell.centre) < Math.abs((centres[best] ?? 0) - cell.centre) ? index : best), 0)
      columns[nearest]?.push({ start: cell.start, end: cell.end })
    })
  }
  flush()
  return cells
}

function split(text: Text, line: Line): readonly (SignatureCell & { readonly centre: number })[] {
  const words = text.source.clean.slice(line.start, line.end)
  const lineStart = text.source.raw.lastIndexOf('\n', text.source.at[line.start] ?? 0) + 1
  const cells: (SignatureCell & { centre: number })[] = []
  let rank = 0
  for (const part of words.matchAll(line.row ? /[^|]+/g : /[^\t]+/g)) {
    const lead = part[0].length - part[0].trimStart().length
    const kept = part[0].trim().replace(/^- /, '')
    const start = line.start + part.index + lead + (part[0].trim().length - kept.length)
    const centre = line.row ? rank : ((text.source.at[start] ?? 0) + (text.source.at[Math.max(start, start + kept.length - 1)] ?? 0)) / 2 - lineStart
    rank += 1
    if (kept !== '') cells.push({ start, end: start + kept.length, centre })
  }
  return cells
}
