// Words that stood in the text and stand no more: which instruction took them out.
import type { Target } from '../reading/instruction.ts'
import type { Clash } from './apply.ts'
import type { Draft } from './draft.ts'
import { scopeOf } from './place.ts'
import { spanIn, strandsBetween, viewOf } from './weave.ts'
import { placesOf } from './words.ts'

/** The instruction that took these words out, looking back one batch after another; undefined when they never stood there. */
export function erasedBy(draft: Draft, target: Target): Clash | undefined {
  const scoped = scopeOf(draft, target, 'now')
  if (target.words === undefined || !scoped.ok) return undefined
  for (let batch = draft.batch; batch > 0; batch -= 1) {
    for (const node of scoped.scope) {
      for (const weave of [node.text, node.heading]) {
        const view = viewOf(weave, batch)
        const [place] = placesOf(target.words, view.text)
        if (place === undefined) continue
        const { from, to } = spanIn(view, place.start, place.end)
        const other = strandsBetween(weave, from, to).find(({ removed }) => removed !== null)?.removed
        if (other) return { ok: false, code: 'conflict', with: other, key: node.key }
      }
    }
  }
  return undefined
}
