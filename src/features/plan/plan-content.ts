// What the files of the plan are made from: the sheets of a filter with their money, steps, places and indicators, as this person sees them.
import type { Kysely } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { Schema } from '../../schema.ts'
import type { ActionNames } from '../actions/action.words.ts'
import { listActionValues } from '../actions/actions.store.ts'
import type { ActionRow } from '../actions/actions.store.ts'
import { listNames } from '../actions/naming.store.ts'
import { listOrientations } from '../frameworks/orientations.store.ts'
import type { ListedOrientation } from '../frameworks/tree.rules.ts'
import { listMoneyOf } from '../funding/money.store.ts'
import type { ActionMoney } from '../funding/money-line.rules.ts'
import { listIndicatorsOf, listPlacesOf } from './plan-content.store.ts'
import type { PrintedIndicator, PrintedPlace } from './plan-content.store.ts'
import type { PlanSight } from './sight.ts'
import { listStepsOf } from './timeline.store.ts'
import type { StepRow } from './timeline-rows.ts'

/** One action with its parts, each in order. */
export type ActionContent = {
  readonly row: ActionRow; readonly money: ActionMoney; readonly steps: readonly StepRow[]; readonly places: readonly PrintedPlace[]
  readonly indicators: readonly PrintedIndicator[]
}
export type PlanContent = {
  readonly actions: readonly ActionContent[]; readonly names: ActionNames; readonly orientations: ReadonlyMap<Id<'orientation'>, ListedOrientation>
}

/** Actions already chosen among those this person sees, in the order given; a fixed number of statements. */
export async function gatherContent(db: Kysely<Schema>, sight: PlanSight, ids: readonly Id<'action'>[]): Promise<PlanContent> {
  const rows = await listActionValues(db, ids, sight.day)
  const money = await listMoneyOf(db, ids, sight.scope, sight.day)
  const [steps, places, indicators] = [
    byAction(await listStepsOf(db, ids)), byAction(await listPlacesOf(db, ids)), byAction(await listIndicatorsOf(db, ids, sight.day)),
  ]
  return {
    names: await listNames(db), orientations: new Map((await listOrientations(db)).map((orientation) => [orientation.id, orientation])),
    actions: rows.map((row) => ({
      row, money: money.get(row.id) ?? { costs: [], lines: [] }, steps: steps.get(row.id) ?? [], places: places.get(row.id) ?? [],
      indicators: indicators.get(row.id) ?? [],
    })),
  }
}

/** Parts of actions, by action. */
export function byAction<Part extends { readonly actionId: Id<'action'> }>(parts: readonly Part[]): ReadonlyMap<Id<'action'>, readonly Part[]> {
  const groups = new Map<Id<'action'>, Part[]>()
  for (const part of parts) {
    const group = groups.get(part.actionId)
    if (group === undefined) groups.set(part.actionId, [part])
    else group.push(part)
  }
  return groups
}

/** An orientation with all it stands under, from the first level. */
export function pathOf(id: Id<'orientation'>, orientations: PlanContent['orientations']): readonly ListedOrientation[] {
  const path: ListedOrientation[] = []
  for (let at = orientations.get(id); at !== undefined && path.length < 20; at = at.parentId === null ? undefined : orientations.get(at.parentId)) {
    path.unshift(at)
  }
  return path
}
