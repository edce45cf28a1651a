// The table of contents of a text: lines that announce headings printed again further on.
import { nameKey } from '../kernel/text.ts'
import type { PrintedLine } from './printed.ts'

/** True, by line, for the lines of a table of contents, its title included. */
export function contentsLines(lines: readonly PrintedLine[]): readonly boolean[] {
  const drop = lines.map((line) => hasLeader(line.text))
  let keys: ReadonlyMap<string, number> | undefined
  lines.forEach((line, index) => {
    if (!/^(?:#+\s*)?(?:sommaire|table\s+des\s+mati[eè]res|table\s+of\s+contents)\s*:?$/i.test(line.text)) return
    keys ??= lastPlaces(lines)
    const end = endOfContents(lines, index, keys, drop)
    if (end > index + 1) for (let place = index; place < end; place += 1) drop[place] = true
  })
  return drop
}

const leader = /(?:\.{4,}|(?:\. ){3,}|…{2,}|_{5,}|·{4,})\s*\d{1,3}\s*$/
const hasLeader = (text: string): boolean => text.length < 300 && leader.test(text)

/** Where each short line is printed for the last time, page number at its end aside. */
function lastPlaces(lines: readonly PrintedLine[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  lines.forEach((line, index) => {
    if (line.text.length < 250) places.set(entryKey(line.text), index)
  })
  return places
}

const entryKey = (text: string): string =>
  nameKey(text.replace(/[\s.…_·]*\d{1,3}\s*$/, (tail, offset: number) => (offset > 12 ? '' : tail)).slice(0, 60))

/** The first line after the title that neither ends with a page number nor comes back: two such lines in a row end the table. */
function endOfContents(lines: readonly PrintedLine[], title: number, keys: ReadonlyMap<string, number>, drop: readonly boolean[]): number {
  let end = title + 1
  let strangers = 0
  const own = new Set<string>()
  for (let index = title + 1; index < lines.length && index < title + 400; index += 1) {
    const text = lines[index]?.text ?? ''
    const key = entryKey(text)
    if (own.has(key)) break
    own.add(key)
    const announced = drop[index] === true || (text.length < 250 && ((keys.get(key) ?? index) > index || /\S\s+\d{1,3}$/.test(text)))
    if (announced) {
      end = index + 1
      strangers = 0
    } else if ((strangers += 1) > 2) break
  }
  return end
}
