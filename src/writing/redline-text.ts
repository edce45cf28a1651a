// What changed between two dates, with what must be said around it: the files that show changes are written from it.
import type { RedlineNode } from '../amending/redline.ts'
import type { PlainDate } from '../kernel/date.ts'

/**
 * `versions`: `Du 5 avril 2023 au 1er juillet 2025`. `summary`: one French sentence on what changed, empty when there is none.
 * `author` and `date`: who Word says made the changes, and when: the amendment and the day it takes effect. `on`: the later of the two dates.
 */
export type RedlineText = {
  readonly title: string; readonly operation: string; readonly versions: string; readonly summary: string
  readonly author: string; readonly date: PlainDate; readonly on: PlainDate; readonly nodes: readonly RedlineNode[]
}
