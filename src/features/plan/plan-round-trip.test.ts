// A plan saved as a spreadsheet and handed back to the import: nothing to create, nothing to change, nothing refused.
import { expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { inTenant } from '../../platform/database.ts'
import { startApp } from '../../testing/app.ts'
import { fillBigPlan } from '../../testing/big-plan.ts'
import { htmlOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'

onEachEngine('a plan saved, then imported', (open) => {
  it('is unchanged, whatever the format', async () => {
    const app = await startApp(open)
    const [operationId, by] = [app.operation.id, app.people.projectLead.id]
    await inTenant(app.database, { operationId, personId: by }, (db) => fillBigPlan(db, operationId, { actions: 12, linesPerAction: 2, by }))
    const lead = app.as('projectLead')
    for (const format of ['xlsx', 'ods', 'csv']) {
      const bytes = new Uint8Array(await (await lead.get(paths.planFile(app.operation.slug, format))).arrayBuffer())
      const sent = await lead.upload(paths.imports(app.operation.slug), { name: `plan.${format}`, bytes }, { cle: newId() })
      const understood = async (): Promise<string> => {
        const words = (await htmlOf(await lead.get(sent.headers.get('location') ?? ''))).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
        return /À créer \d+ À modifier \d+ Inchangées \d+ Refusées \d+/.exec(words)?.[0] ?? ''
      }
      await expect.poll(understood, { timeout: 20_000 }).toBe('À créer 0 À modifier 0 Inchangées 12 Refusées 0')
    }
  })
})
