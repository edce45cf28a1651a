// The seats of a body drawn up as a table: a column of members, sometimes one that says who may be represented.
import type { Seat } from './facts.ts'
import { officeOf, seatsInRow } from './seats.ts'
import { type Cell, cellsOf } from './tables.ts'
import type { Text } from './text.ts'

const members = /membre|titulaire|composition|siege|fonction|qualite/
const alternates = /represent|suppleant/
const presiding = /^(?:co-?)?president|^presidence/

/** Seats in the tables that stand between these offsets of the clean text; the row of the chair gives none. */
export function seatsInTable(text: Text, from: number, to: number): readonly Seat[] {
  return rowsOf(text, from, to).flatMap((row) => {
    const member = row.find(({ head }) => members.test(head) && !alternates.test(head))
    if (member === undefined || presiding.test(member.rowHead)) return []
    const alternate = row.find(({ head }) => alternates.test(head))
    const words = alternate === undefined ? '' : text.flat.slice(alternate.start, alternate.end)
    const represented = alternate !== undefined && !/^(?:non|aucun|-|–|)$/.test(words)
    const printed = text.source.clean.slice(member.start, member.end)
    const seats = /[;,]/.test(printed) && !alternate ? seatsInRow(printed) : [officeOf(printed)].filter((seat) => seat !== undefined)
    return seats.map((seat) => (represented ? { ...seat, representative: true } : seat))
  })
}

/** The member of the row headed `Présidence`. */
export function chairInTable(text: Text, from: number, to: number): string | undefined {
  const cells = rowsOf(text, from, to).flat().filter(({ head }) => members.test(head))
  const cell = cells.find(({ rowHead }) => presiding.test(rowHead))
    ?? cells.find(({ start, end }) => /, presidente? d[ue] [a-z]+$/.test(text.flat.slice(start, end)))
  return cell === undefined ? undefined : officeOf(text.source.clean.slice(cell.start, cell.end))?.office
}

function rowsOf(text: Text, from: number, to: number): readonly (readonly Cell[])[] {
  const rows: Cell[][] = []
  let last = -1
  for (const cell of cellsOf(text)) {
    if (cell.start < from || cell.start >= to || cell.head === '') continue
    if (cell.row === last) rows.at(-1)?.push(cell)
    else rows.push([cell])
    last = cell.row
  }
  return rows
}
