// Numbers that a word processor prints without anyone typing them: formats and counters of lists and numbered headings.

/** One level of a list. `format`: as WordprocessingML names it. `pattern`: `Article %1 –`, where `%n` is the number of level n. */
export type NumberLevel = {
  readonly format: string
  readonly pattern: string
  readonly start: number
  /** Numbers of upper levels in digits. */
  readonly legal: boolean
}

/** Keeps the count of one list. Levels are counted from 0. */
export type Counter = {
  /** The label of the following item of this level; moves the count on. */
  readonly next: (level: number) => string
  /** The following item of this level has this number. */
  readonly restart: (level: number, at: number) => void
}

/** `levels`: from 0; a missing level is an unnumbered bullet. */
export function openCounter(levels: ReadonlyMap<number, NumberLevel>): Counter {
  const counts: (number | undefined)[] = []
  const startOf = (level: number): number => levels.get(level)?.start ?? 1
  return {
    restart: (level, at) => {
      counts[level] = at - 1
      counts.length = level + 1
    },
    next: (level) => {
      counts[level] = (counts[level] ?? startOf(level) - 1) + 1
      counts.length = level + 1
      const definition = levels.get(level)
      if (definition === undefined || definition.format === 'bullet') return ''
      return definition.pattern.replace(/%([1-9])/g, (_, digit: string) => {
        const upper = Number(digit) - 1
        const count = counts[upper] ?? (counts[upper] = startOf(upper))
        return formatNumber(count, definition.legal && upper < level ? 'decimal' : (levels.get(upper)?.format ?? 'decimal'))
      }).trim()
    },
  }
}

function formatNumber(count: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(count)
    case 'lowerRoman':
      return roman(count).toLowerCase()
    case 'upperLetter':
      return letters(count)
    case 'lowerLetter':
      return letters(count).toLowerCase()
    case 'decimalZero':
      return String(count).padStart(2, '0')
    case 'ordinal':
      return count === 1 ? '1er' : `${count}e`
    case 'none':
    case 'bullet':
      return ''
    default:
      return String(count)
  }
}

const romanValues: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'],
  [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
]

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count)
  let rest = count
  let written = ''
  for (const [value, letter] of romanValues) {
    while (rest >= value) {
      written += letter
      rest -= value
    }
  }
  return written
}

/** a, b… z, then aa, bb as word processors do. */
const letters = (count: number): string =>
  count < 1 || count > 780 ? String(count) : String.fromCharCode(65 + ((count - 1) % 26)).repeat(Math.ceil(count / 26))
