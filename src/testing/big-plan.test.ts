// The plan that measures are made on holds what it promises.
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { inTenant } from '../platform/database.ts'
import { startApp } from './app.ts'
import { fillBigPlan } from './big-plan.ts'
import { onEachEngine } from './database.ts'

onEachEngine('a big plan', (open) => {
  it('has as many actions and lines as asked for, each with a state, inside its operation', async () => {
    const app = await startApp(open)
    const by = app.people.projectLead.id
    await inTenant(app.database, { operationId: app.operation.id, personId: by }, (db) =>
      fillBigPlan(db, app.operation.id, { actions: 200, linesPerAction: 4, by }))
    const counts = await app.inside(async (db) => (await sql<Record<string, number>>`select
      (select count(*) from action) as actions, (select count(*) from funding_line) as lines, (select count(*) from cost_line) as costs,
      (select count(distinct action_id) from action_transition where until is null) as placed, (select count(*) from orientation) as orientations
    `.execute(db)).rows[0])
    expect(counts).toEqual({ actions: 200, lines: 800, costs: 400, placed: 200, orientations: 48 })
  })
})
