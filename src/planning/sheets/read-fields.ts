// One cell into one field of an action: what was understood, and whether the words say more than that.
import { actionFields } from '../action-fields.ts'
import { readPeriod } from './date-cell.ts'
import type { CellReason, FieldDraft } from './draft.ts'
import { wordsOf } from './grid.ts'
import type { SheetCell } from './grid.ts'
import { isUnknown, readPercent } from './money-cell.ts'
import type { SheetField } from './targets.ts'
import { readFlag, readList, readNature, readParticipation, readPriority } from './word-cell.ts'

/**
 * `value`: undefined when nothing was understood. `reason`: why the words are kept as well, null when the value says it all. `refused`: no import.
 */
export type FieldReading = { readonly value?: FieldDraft; readonly reason: CellReason | null; readonly refused?: CellReason }

const starts: ReadonlySet<SheetField> = new Set(['startsOn', 'forecastStartsOn', 'signedOn', 'sheetUpdatedOn'] satisfies SheetField[])

/** `fractions`: the column of percentages holds nothing above 1. */
export function readField(field: SheetField, cell: SheetCell, fractions: boolean): FieldReading {
  const shape = actionFields[field]
  const words = wordsOf(cell)
  if (cell.kind === 'error') return { reason: 'errorShown' }
  switch (shape.kind) {
    case 'text':
    case 'longText': {
      const text = shape.kind === 'text' ? words.replace(/\s+/g, ' ') : words
      return text.length > shape.most ? { reason: null, refused: 'tooLong' } : { value: text, reason: null }
    }
    case 'choice': return readChoice(field, words)
    case 'date': return readDay(field, cell)
    case 'percent': {
      const percent = readPercent(cell, fractions)
      return percent === undefined ? { reason: 'notRead' } : { value: Math.round(percent), reason: Number.isInteger(percent) ? null : 'approximate' }
    }
    case 'flag': {
      const flag = cell.kind === 'boolean' ? { value: cell.value === true } : readFlag(words)
      return flag === undefined ? { reason: 'notRead' } : { value: flag.value, reason: null }
    }
    case 'organisation': return readNames([words], 300)
    case 'organisations': return readNames(readList(words), 300)
    case 'people': return readNames(readList(words), 120)
    case 'tags': return readNames(readList(words), 120)
    default: return { reason: 'notRead' }
  }
}

function readNames(names: readonly string[], most: number): FieldReading {
  const clean = names.map((name) => name.replace(/\s+/g, ' ').trim()).filter((name) => name !== '')
  if (clean.some((name) => name.length > most)) return { reason: 'notRead' }
  return clean.every((name) => isUnknown(name)) ? { reason: 'amountUnknown' }
    : { value: clean.filter((name) => !isUnknown(name)), reason: clean.some(isUnknown) ? 'moreThanRead' : null }
}

function readChoice(field: SheetField, words: string): FieldReading {
  const read = field === 'priority' ? readPriority(words) : field === 'nature' ? readNature(words) : readParticipation(words)
  return read === undefined ? { reason: 'notRead' } : { value: read.value, reason: read.plain ? null : 'moreThanRead' }
}

/** The first day of a period for what begins, the last for what ends. */
function readDay(field: SheetField, cell: SheetCell): FieldReading {
  const read = readPeriod(cell)
  if (read.kind === 'unknown') return { reason: 'amountUnknown' }
  if (read.kind !== 'period') return { reason: 'notRead' }
  const day = starts.has(field) ? (read.from ?? undefined) : (read.to ?? undefined)
  if (day === undefined) return { reason: 'notRead' }
  return { value: day, reason: read.exact && read.from === read.to ? null : 'approximate' }
}
