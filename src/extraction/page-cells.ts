// Narrow columns and cells: how a signature opens, and lines cut by the width made whole.
import type { Row } from './page-rows.ts'

export const signatureStart = new RegExp([
  "^(pour\\s+(la|le|l\\s?['’]|les)", '(la|le|les)\\s+(maire|pr[ée]sidente?|pr[ée]f[eè]te?|sous-pr[ée]f[eè]te?|directeur|directrice|ministre)\\b',
  "l['’]\\s?([ée]tat|adjoint)", '(ville|commune|communaut[ée]) d)',
].join('|'), 'i')

/** Rows joined to the one before when their first word had no room there: `Le Président, Étienne` / `VAUZELLE`. */
export function unwrapped(rows: readonly Row[], limit: number): Row[] {
  return rows.reduce<Row[]>((kept, row) => {
    const before = kept.at(-1)
    const [last, first] = [before?.segments.at(-1), row.segments[0]]
    if (before === undefined || last === undefined || first === undefined) return [...kept, row]
    if (row.y - before.y > row.size * 1.6 || signatureStart.test(first.text)) return [...kept, row]
    const letter = (first.right - first.left) / first.text.length
    const word = (first.text.split(' ')[0] ?? '').length
    if (last.right + (word + 2) * letter < limit) return [...kept, row]
    const text = `${last.text}${last.text.endsWith('-') ? '' : ' '}${first.text}`
    // It ends where its last line ends, and stands at that line's height.
    return [...kept.slice(0, -1), { ...row, segments: [...before.segments.slice(0, -1), { ...first, text }, ...row.segments.slice(1)] }]
  }, [])
}
