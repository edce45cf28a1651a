// The permanent addresses of provisions, made from their numbers: one text each, never given twice.
import { nameKey } from '../kernel/text.ts'

/** `1` → `article-1`, `3.1` → `article-3-1`, `annexe 2` → `annexe-2`; when it is taken, a rank is added. */
export function freeSlug(number: string, taken: ReadonlySet<string>): string {
  const key = nameKey(number).replaceAll(' ', '-')
  const slug = /^\d|^[ivx]+(?:-|$)/.test(key) ? `article-${key}` : key === '' ? 'article' : key
  let free = slug
  for (let rank = 2; taken.has(free); rank += 1) free = `${slug}-bis-${rank}`
  return free
}

/** The addresses of provisions in the order of the text. */
export function provisionSlugs(numbers: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return numbers.map((number) => {
    const free = freeSlug(number, taken)
    taken.add(free)
    return free
  })
}
