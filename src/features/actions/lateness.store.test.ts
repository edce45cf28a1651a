// The database and the rule tell the same actions late, whatever the plan.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { date, instant, plusDays } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { actionStates } from '../../planning/action-state.ts'
import { dependencyKinds, latenessOf, lateReasons } from '../../planning/lateness.ts'
import type { Need, PlannedAction } from '../../planning/lateness.ts'
import { inTenant } from '../../platform/database.ts'
import { startApp } from '../../testing/app.ts'
import { onEachEngine } from '../../testing/database.ts'
import { lateActions, listLateness } from './lateness.store.ts'

const today = date('2026-03-12')
const day = fc.option(fc.integer({ min: -60, max: 60 }).map((days) => plusDays(today, days)), { freq: 2 })
const plan = fc.array(fc.record({
  state: fc.option(fc.constantFrom(...actionStates), { freq: 5 }), ongoing: fc.boolean(), startsOn: day, endsOn: day, forecastStartsOn: day,
  forecastEndsOn: day, step: fc.option(fc.record({ endsOn: day, doneOn: day }), { freq: 1 }),
  needs: fc.array(fc.record({ back: fc.integer({ min: 1, max: 4 }), kind: fc.constantFrom(...dependencyKinds),
    lagDays: fc.integer({ min: -5, max: 20 }) }), { maxLength: 2 }),
}), { minLength: 30, maxLength: 30 })

onEachEngine('the late actions', (open) => {
  it('are the same for the database as for the rule, reason by reason', async () => {
    const app = await startApp(open)
    const { id: operationId } = app.operation
    const by = app.people.projectLead.id
    const at = instant(new Date('2026-03-12T09:00:00Z'))
    for (const drawn of fc.sample(plan, { numRuns: 4, seed: 4 })) {
      const actions: readonly PlannedAction[] = drawn.map(({ step, ...action }) => ({
        ...action, id: newId<'action'>(), steps: step === null ? [] : [{ id: newId<'step'>(), title: 'Étape', ...step }],
      }))
      const needs = drawn.flatMap((one, rank): Need[] => one.needs.flatMap(({ back, kind, lagDays }, position) => {
        const [actionId, needsId] = [actions[rank]?.id, actions[rank - back]?.id]
        const twice = one.needs.slice(0, position).some((other) => other.back === back)
        return actionId === undefined || needsId === undefined || twice ? [] : [{ actionId, needsId, kind, lagDays }]
      }))
      const said = latenessOf(actions, needs, today)
      await inTenant(app.database, { operationId, personId: by }, async (db) => {
        await db.insertInto('action').values(actions.map((action) => ({
          operation_id: operationId, id: action.id, code: null, title: 'Action', participation_level: null, nature: null, priority: null,
            owner_id: null,
          delegated_owner_id: null, convention_id: null, clause: null, starts_on: action.startsOn, ends_on: action.endsOn,
          forecast_starts_on: action.forecastStartsOn, forecast_ends_on: action.forecastEndsOn, progress: null, ongoing: action.ongoing,
            signed_on: null,
          sheet_updated_on: null, created_at: at, created_by: by, updated_at: at, updated_by: by, removed_at: null,
        }))).execute()
        const states = actions.flatMap(({ id, state }) => (state === null ? [] : [{
          operation_id: operationId, id: newId<'transition'>(), action_id: id, state, happened_on: today, until: null, recorded_by: by,
            recorded_at: at,
        }]))
        if (states.length > 0) await db.insertInto('action_transition').values(states).execute()
        const steps = actions.flatMap((action) => action.steps.map((step) => ({
          operation_id: operationId, id: step.id, action_id: action.id, kind: 'step' as const, title: step.title, starts_on: null,
            ends_on: step.endsOn,
          forecast_on: null, done_on: step.doneOn, position: 0, removed_at: null,
        })))
        if (steps.length > 0) await db.insertInto('action_step').values(steps).execute()
        const ties = needs.map(({ actionId, needsId, kind, lagDays }) =>
          ({ operation_id: operationId, action_id: actionId, needs_id: needsId, kind, lag_days: lagDays }))
        if (ties.length > 0) await db.insertInto('action_dependency').values(ties).execute()
        const ids = actions.map(({ id }) => id)
        const asked = async (reason?: (typeof lateReasons)[number]): Promise<readonly string[]> =>
          (await db.selectFrom('action').select('id').where('id', 'in', lateActions(today, reason)).where('id', 'in', ids).orderBy('id').execute())
            .map(({ id }) => id)
        expect(await asked()).toEqual([...said.keys()].sort())
        for (const reason of lateReasons) {
          expect([reason, await asked(reason)]).toEqual([reason, [...said]
            .filter(([, { causes }]) => causes.some((cause) => cause.reason === reason)).map(([id]) => id).sort()])
        }
        expect(await listLateness(db, ids, today)).toEqual(said)
      })
    }
  })
})
