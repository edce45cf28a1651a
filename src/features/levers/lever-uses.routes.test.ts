// Uses of levers as people record them: refused with every fault at once, changed without losing another's version, kept by their own commune.
import { expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import { onEachEngine } from '../../testing/database.ts'

const typed = { lever: 'L10', usedOn: '05/01/2026', outcome: 'granted', beneficiary: 'SCI du Marché', place: '12 rue de la Paix', insee: '62498',
  sector: '', action: '', document: '', note: '' }

onEachEngine('uses of levers', (open) => {
  it('records, lists, changes and removes a use, and keeps both versions when two people write', async () => {
    const app = await startApp(open)
    const { slug } = app.operation
    const lead = app.as('projectLead')
    const wrong = { ...typed, cle: newId(), lever: 'L99', usedOn: '31/02/2026', beneficiary: '', action: '9.9' }
    const refused = await lead.post(paths.newLeverUse(slug), wrong)
    expect(refused.status).toBe(422)
    const faults = await refused.text()
    for (const field of ['lever', 'usedOn', 'beneficiary', 'action']) expect(faults).toContain(`href="#field-${field}"`)
    expect(faults).toContain('value="12 rue de la Paix"')

    expect((await lead.post(paths.newLeverUse(slug), { ...typed, cle: newId() })).status).toBe(303)
    const { id } = await app.inside((db) => db.selectFrom('lever_use').select('id').executeTakeFirstOrThrow())
    const list = await (await app.as('elected').get(paths.leverUses(slug))).text()
    expect(list).toContain('SCI du Marché')
    expect(list).toContain('Lens')
    expect(list).not.toContain(paths.leverUse(slug, id))
    const file = await (await app.as('elected').get(paths.leverUsesFile(slug, 'csv'))).text()
    expect(file).toContain('SCI du Marché')
    expect(file).toContain('Réduction d’impôt')
    expect((await lead.get(paths.leverUsesFile(slug, 'exe'))).status).toBe(404)

    expect((await lead.post(paths.leverUse(slug, id), { ...typed, version: '1', outcome: 'refused' })).status).toBe(303)
    const late = await app.as('lawyer').post(paths.leverUse(slug, id), { ...typed, version: '1', beneficiary: 'SCI des Halles' })
    expect(late.status).toBe(409)
    const both = await late.text()
    expect(both).toContain('Refusé')
    expect(both).toContain('SCI des Halles')
    expect((await lead.post(paths.leverUseRemoval(slug, id))).status).toBe(303)
    expect((await lead.get(paths.leverUse(slug, id))).status).toBe(404)
    const journal = await app.inside((db) => db.selectFrom('journal_entry').select('what').where('object_id', '=', id).orderBy('position').execute())
    expect(journal.map(({ what }) => what)).toEqual(['leverUseRecorded', 'leverUseChanged', 'leverUseRemoved'])
  })

  it('lets a town keep its own uses alone, and who only reads none', async () => {
    const app = await startApp(open)
    const { slug } = app.operation
    const town = app.as('townLead')
    expect((await town.post(paths.newLeverUse(slug), { ...typed, cle: newId() })).status).toBe(422)
    expect((await town.post(paths.newLeverUse(slug), { ...typed, cle: newId(), insee: '62186' })).status).toBe(303)
    await app.as('projectLead').post(paths.newLeverUse(slug), { ...typed, cle: newId(), beneficiary: 'Lens seule' })
    const uses = await app.inside((db) => db.selectFrom('lever_use').select(['id', 'insee']).execute())
    const [own, other] = ['62186', '62498'].map((insee) => uses.find((use) => use.insee === insee)?.id ?? '')
    expect((await town.get(paths.leverUse(slug, own ?? ''))).status).toBe(200)
    expect((await town.get(paths.leverUse(slug, other ?? ''))).status).toBe(403)
    expect((await town.post(paths.leverUseRemoval(slug, other ?? ''))).status).toBe(403)
    for (const role of ['finance', 'elected', 'prefecture', 'funder'] as const) {
      expect((await app.as(role).post(paths.newLeverUse(slug), typed)).status, role).toBe(403)
    }
  })
})
