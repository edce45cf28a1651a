// What the page adds to the text: page numbers and the headers and footers that come back on every page.
import { flat } from '../kernel/text.ts'
import type { PrintedLine } from './printed.ts'

/** True, by line, for a page number or a running header or footer. `stamped[i]`: the line held a stamp, which is printed once a page. */
export function pageFurniture(lines: readonly PrintedLine[], stamped: readonly boolean[]): readonly boolean[] {
  const texts = lines.map((line) => (line.text.length <= 160 ? flat(line.text) : ''))
  const noise = lines.map((_, index) => isPageNumber(texts[index] ?? ''))
  for (const index of numberedHeaders(texts)) noise[index] = true
  for (const index of loneNumbers(lines, texts, stamped)) noise[index] = true
  const edges = pageEdges(lines, noise, stamped)
  markRunning(lines, texts, edges, noise)
  return noise
}

const pageNumber =
  /^(?:[-–—|•·\s]*(?:page|pages|pg?\.)\s?:?\s?n?°?\s?[0-9]{1,4}(?:\s?(?:sur|\/|de|-|\||of)\s?[0-9]{1,4})?[-–—|•·\s.]*|[0-9]{1,4}\s?(?:\/|sur|\|)\s?[0-9]{1,4}|[-–—|]\s?[0-9]{1,4}\s?[-–—|]|\[?page [ivxl]{1,6}\]?)$/

const isPageNumber = (text: string): boolean => pageNumber.test(text)

/** `Convention ORT – Page 3/12`: a header that numbers the page, printed twice at least. */
function numberedHeaders(texts: readonly string[]): readonly number[] {
  const byKey = new Map<string, number[]>()
  texts.forEach((text, index) => {
    const key = /^.{0,140}?[\s|–-]*\bpage\s?[0-9]{1,3}(?:\s?(?:sur|\/|de)\s?[0-9]{1,3})?$/.test(text) ? keyOf(text) : undefined
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), index])
  })
  return [...byKey.values()].filter((places) => places.length >= 2).flat()
}

/** Numbers alone on their line: one beside a page break or a stamp, or three that count the pages up, a page apart. */
function loneNumbers(lines: readonly PrintedLine[], texts: readonly string[], stamped: readonly boolean[]): readonly number[] {
  const alone: { index: number; value: number }[] = []
  texts.forEach((text, index) => {
    if (/^[0-9]{1,3}$/.test(text)) alone.push({ index, value: Number(text) })
  })
  const found = new Set<number>()
  let chain: number[] = []
  let expected = 0
  let previous = 0
  const close = () => {
    if (chain.length >= 3) for (const index of chain) found.add(index)
    chain = []
  }
  for (const { index, value } of alone) {
    const besideBreak = lines[index]?.page !== lines[index + 1]?.page || lines[index]?.page !== lines[index - 1]?.page
    if ((besideBreak && (lines[index]?.page ?? 1) + (lines[lines.length - 1]?.page ?? 1) > 2) || stamped[index + 1] === true
      || stamped[index - 1] === true) found.add(index)
    if (chain.length > 0 && (value !== expected || index - previous < 6)) {
      if (value === expected) continue
      close()
    }
    chain.push(index)
    expected = value + 1
    previous = index
  }
  close()
  return [...found]
}

/** The lines, by their rank, on which a page begins: after a form feed, a page number or a stamp. */
function pageEdges(lines: readonly PrintedLine[], noise: readonly boolean[], stamped: readonly boolean[]): readonly number[] {
  const edges: number[] = []
  for (let index = 1; index <= lines.length; index += 1) {
    const broken = index < lines.length && lines[index]?.page !== lines[index - 1]?.page
    const marked = (noise[index - 1] === true || stamped[index - 1] === true) && noise[index] !== true && stamped[index] !== true
    if (broken || marked) edges.push(index)
  }
  return edges
}

const neverRunning = /^(?:-\s)?(?:article|art\.|annexe|chapitre|titre|fait a|entre\b|et\s?:?$|le maire|le president|la presidente|le prefet|ville de|commune de|ci-apres)|[;:]$/

/** Lines near the edges of pages that come back, page numbers aside, on enough pages. */
function markRunning(lines: readonly PrintedLine[], texts: readonly string[], edges: readonly number[], noise: boolean[]): void {
  if (edges.length < 2) return
  const places = new Map<string, Set<number>>()
  const near: { index: number; key: string; before: boolean }[] = []
  for (const edge of edges) {
    for (const step of [-1, 1]) {
      let seen = 0
      for (let index = step < 0 ? edge - 1 : edge; seen < 4 && index >= 0 && index < lines.length && Math.abs(index - edge) < 12; index += step) {
        if (noise[index] === true) continue
        seen += 1
        const key = keyOf(texts[index] ?? '')
        if (key === undefined) continue
        near.push({ index, key, before: step < 0 })
        places.set(key, (places.get(key) ?? new Set()).add(index))
      }
    }
  }
  const enough = edges.length <= 3 ? 2 : Math.max(3, Math.floor(edges.length / 4))
  const firstEdge = edges[0] ?? 0
  for (const { index, key, before } of near) {
    const onTopOfFirstPage = before && index < firstEdge && index <= 2
    if ((places.get(key)?.size ?? 0) >= enough && !onTopOfFirstPage) noise[index] = true
  }
}

/** What two prints of a running header share; undefined for a line that cannot be one. */
function keyOf(text: string): string | undefined {
  if (text.length < 4 || neverRunning.test(text)) return undefined
  const key = text.replace(/[0-9]+/g, '#').replace(/[^a-z#]+/g, ' ').trim()
  return (key.match(/[a-z]/g)?.length ?? 0) >= 3 ? key : undefined
}
