// Two wordings of one paragraph compared word by word: what stays, what goes, what comes.
import { shortestEdit } from './shortest-edit.ts'
import { wording, type Worded } from './tokens.ts'

export type Run = { readonly kind: 'same' | 'deleted' | 'inserted'; readonly text: string }
/** What stays, then what goes and what comes after it. */
type Step = { same: string; deleted: string; inserted: string }

/** The runs that lead from one wording to the other: same and deleted are the first, same and inserted the second, to the letter. */
export function compareWords(before: string, after: string, worded: (text: string) => Worded = wording()): readonly Run[] {
  if (before === after) return runsOf([{ same: before, deleted: '', inserted: '' }])
  const [{ tokens: old, numbers: first }, { tokens: now, numbers: second }] = [worded(before), worded(after)]
  const { removed, added } = shortestEdit(first, second)
  const steps: Step[] = []
  let [from, to] = [0, 0]
  while (from < old.length || to < now.length) {
    const step = { same: '', deleted: '', inserted: '' }
    for (; from < old.length && removed[from] === 0 && added[to] === 0; from += 1, to += 1) step.same += old[from] ?? ''
    for (; from < old.length && removed[from] === 1; from += 1) step.deleted += old[from] ?? ''
    for (; to < now.length && added[to] === 1; to += 1) step.inserted += now[to] ?? ''
    steps.push(step)
  }
  return runsOf(withoutIslands(steps))
}

/** A space or a very short word left standing between two changes reads worse than one change: it goes and comes with them. */
function withoutIslands(steps: readonly Step[]): readonly Step[] {
  const kept: Step[] = []
  for (const step of steps) {
    const last = kept.at(-1)
    const changed = step.deleted !== '' || step.inserted !== ''
    if (last === undefined || !changed || last.deleted + last.inserted === '' || !isIsland(step.same, last, step)) {
      kept.push(step)
      continue
    }
    last.deleted += step.same + step.deleted
    last.inserted += step.same + step.inserted
  }
  return kept
}

function isIsland(same: string, left: Step, right: Step): boolean {
  if (/\n/.test(same)) return false
  const letters = same.replace(/[^\p{L}\d]/gu, '').length
  if (letters === 0) return same.length <= 3
  const around = Math.max(left.deleted.length, left.inserted.length) + Math.max(right.deleted.length, right.inserted.length)
  return letters <= 3 && same.length <= 6 && around > 12
}

function runsOf(steps: readonly Step[]): readonly Run[] {
  const runs: Run[] = []
  for (const step of steps) {
    for (const kind of ['same', 'deleted', 'inserted'] as const) if (step[kind] !== '') runs.push({ kind, text: step[kind] })
  }
  return runs
}
