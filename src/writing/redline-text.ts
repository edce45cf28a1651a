// What changed between two dates, with what must be said around it: the files that show changes are written from it.
import type { RedlineNode } from '../amending/redline.ts'
import type { PlainDate } from '../kernel/date.ts'
import type { Authors } from './redline-authors.ts'

/**
 * `versions`: `Du 5 avril 2023 au 1er juillet 2025`. `summary`: one French sentence on how much changed, empty when there is none.
 * `changes`: what was ordered, a French sentence each.
 * `authors`: who made each change, the amendment and the day it took effect; `author` and `date` for those it does not tell. `on`: the later of the
 * two dates.
 */
export type RedlineText = {
  readonly title: string; readonly operation: string; readonly versions: string; readonly summary: string
  readonly changes?: readonly string[] | undefined
  readonly author: string; readonly date: PlainDate; readonly authors?: Authors | undefined; readonly on: PlainDate
  readonly nodes: readonly RedlineNode[]
}
