// Tables framed by rules: which rules make a grid, and which words stand in which cell.
import type { Block } from './blocks.ts'
import { unwrapped } from './page-cells.ts'
import { type Piece, rowsOf } from './page-rows.ts'

/** A straight line on the page. `across`: horizontal, `at` its height, from left to right; else vertical, `at` its abscissa. */
export type Rule = { readonly across: boolean; readonly at: number; readonly from: number; readonly to: number }
/** `top`: where the table starts; `pieces`: the words it takes. */
type FramedTable = { readonly top: number; readonly pieces: ReadonlySet<Piece>; readonly table: Block & { kind: 'table' } }

/** Rules this close, in points, are one or touch each other. */
const near = 3.5

export function framedTables(pieces: readonly Piece[], rules: readonly Rule[]): FramedTable[] {
  return grids(joined(rules)).flatMap((grid) => {
    const table = fill(grid, pieces)
    return table === undefined ? [] : [table]
  }).sort((one, other) => one.top - other.top)
}

/** Rules of one line made one rule: cells draw their own borders. */
function joined(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((one, other) => one.from - other.from)
  const kept: Rule[] = []
  for (const rule of sorted) {
    const index = kept.findIndex((other) => other.across === rule.across && Math.abs(other.at - rule.at) < near && rule.from <= other.to + near)
    const same = kept[index]
    if (same === undefined) kept.push(rule)
    else kept[index] = { ...same, from: Math.min(same.from, rule.from), to: Math.max(same.to, rule.to) }
  }
  return kept
}

/** Groups of rules that cross or touch, with two columns at least. */
function grids(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = []
  for (const rule of rules) {
    const touching = groups.filter((group) => group.some((other) => crosses(rule, other)))
    const merged = [rule, ...touching.flat()]
    for (const group of touching) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups.filter((group) => group.filter(({ across }) => across).length >= 2 && group.filter(({ across }) => !across).length >= 3)
}

const crosses = (one: Rule, other: Rule): boolean =>
  one.across !== other.across && other.at > one.from - near && other.at < one.to + near && one.at > other.from - near && one.at < other.to + near

/** Distinct positions, in order. */
function positions(rules: readonly Rule[]): number[] {
  const sorted = rules.map(({ at }) => at).sort((one, other) => one - other)
  return sorted.filter((at, index) => index === 0 || at - (sorted[index - 1] ?? at) > near)
}

function fill(grid: readonly Rule[], pieces: readonly Piece[]): FramedTable | undefined {
  const [acrosses, downs] = [grid.filter(({ across }) => across), grid.filter(({ across }) => !across)]
  const [ys, xs] = [positions(acrosses), positions(downs)]
  const [top, bottom, left, right] = [ys[0] ?? 0, ys.at(-1) ?? 0, xs[0] ?? 0, xs.at(-1) ?? 0]
  if (xs.length < 3 || ys.length < 2) return undefined
  const cells = new Map<number, Piece[]>()
  const taken = new Set<Piece>()
  for (const piece of pieces) {
    const y = piece.y - piece.size * 0.3
    if (piece.x + 2 < left || piece.x > right || y < top || y > bottom) continue
    taken.add(piece)
    for (const part of cut(piece, downs.filter((rule) => rule.from < y && rule.to > y).map(({ at }) => at).sort((one, other) => one - other))) {
      const x = part.x + Math.min(part.width, 20) / 2
      const [row, column] = anchor(xs.findLastIndex((at) => at <= x), ys.findLastIndex((at) => at <= y), { acrosses, downs, xs, ys })
      const key = row * 1000 + column
      cells.set(key, [...(cells.get(key) ?? []), part])
    }
  }
  const filled = [...cells].filter(([, inside]) => inside.some((piece) => piece.text.trim() !== ''))
  if (new Set(filled.map(([key]) => key % 1000)).size < 2) return undefined
  const rows = ys.slice(1).map((_, row) => xs.slice(1).map((__, column) => cellOf(cells.get(row * 1000 + column) ?? [], downs)))
    .filter((row) => row.some((cell) => cell.length > 0))
  return { top, pieces: taken, table: { kind: 'table', rows, bordered: true } }
}

/** A piece that runs over a rule, cut at the space nearest to it: two cells printed at one stroke. */
function cut(piece: Piece, rules: readonly number[]): Piece[] {
  const at = rules.find((rule) => rule > piece.x + 2 && rule < piece.x + piece.width - 2)
  if (at === undefined) return [piece]
  const letter = piece.width / piece.text.length
  const wanted = (at - piece.x) / letter
  const spaces = [...piece.text.matchAll(/ /g)].map((space) => space.index)
  const nearest = spaces.reduce((best, space) => (Math.abs(space - wanted) < Math.abs(best - wanted) ? space : best), -Infinity)
  if (Math.abs(nearest - wanted) > 4) return cut(piece, rules.filter((rule) => rule > at))
  const head = { ...piece, text: piece.text.slice(0, nearest), width: at - piece.x - 1 }
  const tail = { ...piece, text: piece.text.slice(nearest + 1), x: at + 1, width: piece.x + piece.width - at - 1 }
  return [head, ...cut(tail, rules.filter((rule) => rule > at + 1))]
}

/** The text of a cell, its lines made whole where the width of the cell cut them. */
function cellOf(inside: readonly Piece[], downs: readonly Rule[]): Block[] {
  const lines = rowsOf(inside)
  const [end, middle] = [Math.max(...inside.map((piece) => piece.x + piece.width)), inside[0]?.y ?? 0]
  const edge = Math.min(...downs.filter((rule) => rule.at > end - 3 && rule.from < middle && rule.to > middle).map(({ at }) => at))
  const text = unwrapped(lines, edge).map((line) => line.segments.map((segment) => segment.text).join(' ')).join('\n')
  return text === '' ? [] : [{ kind: 'paragraph', text: text.replace(/(\p{L}-)\n(?=\p{L})/gu, '$1') }]
}

type Grid = { readonly acrosses: readonly Rule[]; readonly downs: readonly Rule[]; readonly xs: readonly number[]; readonly ys: readonly number[] }

/** The first cell of a merged one: no rule parts it from its neighbour to the left or above. */
function anchor(column: number, row: number, { acrosses, downs, xs, ys }: Grid): [row: number, column: number] {
  const parts = (rules: readonly Rule[], at: number, middle: number): boolean =>
    rules.some((rule) => Math.abs(rule.at - at) < near && rule.from - near < middle && rule.to + near > middle)
  const middle = (list: readonly number[], index: number): number => ((list[index] ?? 0) + (list[index + 1] ?? 0)) / 2
  let [first, top] = [Math.min(column, xs.length - 2), Math.min(row, ys.length - 2)]
  const [rowMiddle, columnMiddle] = [middle(ys, top), middle(xs, first)]
  while (first > 0 && !parts(downs, xs[first] ?? 0, rowMiddle)) first -= 1
  while (top > 0 && !parts(acrosses, ys[top] ?? 0, columnMiddle)) top -= 1
  return [top, first]
}
