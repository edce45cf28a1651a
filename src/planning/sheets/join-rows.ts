// Rows that speak of the same action become one: more funding lines under it, the same action on another sheet; what contradicts itself is refused.
import { folded } from './folded.ts'
import type { ActionDraft, FieldDraft, RowProblem } from './draft.ts'

/** Joined by code and title, or by title alone where one of the two has no code. Rows that disagree are refused, with the row they disagree with. */
export function joinRows(drafts: readonly ActionDraft[]): readonly ActionDraft[] {
  const joined: ActionDraft[] = []
  const places = new Map<string, number>()
  for (const draft of drafts) {
    const place = draft.title === '' ? undefined : soughtUnder(draft).map((key) => places.get(key)).find((known) => known !== undefined)
    const before = place === undefined ? undefined : joined[place]
    if (before === undefined || place === undefined) {
      for (const key of draft.title === '' ? [] : keptUnder(draft)) if (!places.has(key)) places.set(key, joined.length)
      joined.push(draft)
      continue
    }
    const against = disagreement(before, draft)
    if (against === undefined) joined[place] = union(before, draft)
    else joined.push({ ...draft, problems: [...draft.problems, { row: draft.rows[0] ?? 0, column: -1, reason: 'twice',
      detail: `${(before.rows[0] ?? 0) + 1}` } satisfies RowProblem] })
  }
  return joined
}

/** Two actions may share a title under two codes; one without a code is the first of that title. */
const soughtUnder = ({ code, title }: ActionDraft): readonly string[] =>
  code === null ? [`- ${folded(title)}`, `* ${folded(title)}`] : [`${folded(code)} ${folded(title)}`, `- ${folded(title)}`]
const keptUnder = ({ code, title }: ActionDraft): readonly string[] =>
  (code === null ? [`- ${folded(title)}`] : [`${folded(code)} ${folded(title)}`, `* ${folded(title)}`])

/** Two rows of one action may complete each other, not contradict each other. */
function disagreement(one: ActionDraft, other: ActionDraft): string | undefined {
  if (one.code !== null && other.code !== null && folded(one.code) !== folded(other.code)) return 'code'
  for (const [field, value] of Object.entries(other.fields)) {
    const known: FieldDraft | undefined = Object.entries(one.fields).find(([name]) => name === field)?.[1]
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(value)) return field
  }
  if (one.state !== null && other.state !== null && one.state.state !== other.state.state) return 'state'
  return undefined
}

function union(one: ActionDraft, other: ActionDraft): ActionDraft {
  const extra: Record<string, string> = { ...one.extra }
  for (const [label, words] of Object.entries(other.extra)) {
    const known = extra[label]
    extra[label] = known === undefined || known === words ? words : `${known} ; ${words}`
  }
  const costs = [...one.costs, ...other.costs.filter((cost) => !one.costs.some((known) => JSON.stringify(known) === JSON.stringify(cost)))]
  const fundings = [...one.fundings, ...other.fundings.filter((line) =>
    !one.fundings.some((known) => JSON.stringify(known) === JSON.stringify(line)))]
  return {
    ...one, code: one.code ?? other.code, rows: one.sheet === other.sheet ? [...one.rows, ...other.rows] : one.rows, framework: one.framework === ''
      ? other.framework : one.framework,
    path: one.path.length > 0 ? one.path : other.path, fields: { ...other.fields, ...one.fields }, state: one.state ?? other.state, costs, fundings,
      extra,
    problems: [...one.problems, ...other.problems],
  }
}
