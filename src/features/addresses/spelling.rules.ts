// Words that are one another but for a slip of the finger: found by what is left once letters are taken away, then measured.

/** Letters of the beginning of a word that are looked at to find its neighbours. */
const looked = 7
const shortest = 4

/** How many slips are forgiven: none in a very short word, one, two in a long one. Figures are never corrected. */
export const slipsForgiven = (word: string): 0 | 1 | 2 => (word.length < shortest || /\d/.test(word) ? 0 : word.length < 7 ? 1 : 2)

/** The beginning of the word, and what is left of it once one or two letters are taken away: two words a slip apart share one of these. */
export function leftovers(word: string): readonly string[] {
  if (slipsForgiven(word) === 0) return []
  let row = new Set([word.slice(0, looked)])
  const all = new Set(row)
  for (let taken = 0; taken < (word.length < 6 ? 1 : 2); taken += 1) {
    row = new Set([...row].flatMap((left) => [...left].map((_, at) => left.slice(0, at) + left.slice(at + 1))))
    for (const left of row) all.add(left)
  }
  return [...all]
}

/**
 * Slips between what was typed and a word: letters added, left out, changed or swapped. `whole`: with all of the word; `beginning`: with the part
 * of it someone still typing would have reached.
 */
export function slipsBetween(typed: string, word: string): { readonly whole: number; readonly beginning: number } {
  let before: number[] = []
  let row = Array.from({ length: word.length + 1 }, (_, at) => at)
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= word.length; j += 1) {
      const same = typed[i - 1] === word[j - 1]
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return { whole: row.at(-1) ?? 0, beginning: Math.min(...row) }
}

/** How well a word answers what was typed: 1 the same, less for a beginning or a slip, 0 not at all. */
export function likeness(typed: string, word: string): number {
  if (typed === word) return 1
  if (word.startsWith(typed)) return 0.9 + 0.08 * (typed.length / word.length)
  const forgiven = slipsForgiven(typed)
  if (forgiven === 0 || word.length < shortest - 1) return 0
  const { whole, beginning } = slipsBetween(typed, word)
  const best = Math.min(whole * 0.18, beginning * 0.18 + 0.08)
  return Math.min(whole, beginning) > forgiven ? 0 : Math.max(0, 0.95 - best)
}
