// The files of the plan: opened again by other programs, the same bytes twice, and nothing in them that this person may not see.
import { read, utils } from '@e965/xlsx'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import { extract } from '../../extraction/extract.ts'
import type { Role } from '../../kernel/rights.ts'
import { paths } from '../../paths.ts'
import { exportLabels } from '../../planning/sheets/labels.ts'
import { inTenant } from '../../platform/database.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { fillBigPlan } from '../../testing/big-plan.ts'
import { onEachEngine } from '../../testing/database.ts'

onEachEngine('the files of the plan', (open) => {
  let app: TestApp
  const file = async (format: string, query = '', role: Role = 'projectLead'): Promise<Uint8Array> => {
    const answer = await app.as(role).get(`${paths.planFile(app.operation.slug, format)}${query}`)
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, `attachment; filename="plan-d-action-2026-03-12.${format}"`])
    return new Uint8Array(await answer.arrayBuffer())
  }
  const sheet = (bytes: Uint8Array, name = 'Actions') =>
    utils.sheet_to_json<Record<string, unknown>>(read(bytes, { cellDates: true, UTC: true }).Sheets[name] ?? {}, { UTC: true, defval: null })
  const wordsOfPdf = async (bytes: Uint8Array) => (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text

  beforeAll(async () => {
    app = await startApp(open)
    const [operationId, by] = [app.operation.id, app.people.projectLead.id]
    await inTenant(app.database, { operationId, personId: by }, async (db) => {
      await fillBigPlan(db, operationId, { actions: 16, linesPerAction: 2, by })
      await sql`update action set title = '=cmd|x', extra = '{"Mot clé": "gardé"}', description = E'Ligne 1\nLigne 2', centrality = 'Redonne une place'
        where code = 'G-00010'`.execute(db)
      await sql`update funding_line set funder_id = ${app.organisations.epci} where position = 1
        and action_id in (select id from action where code = 'G-00010')`.execute(db)
    })
  })

  it.each(['xlsx', 'ods'])('hold every action with typed cells, its money by basis, and sheets of lines, costs and steps (%s)', async (format) => {
    const bytes = await file(format)
    const rows = sheet(bytes)
    expect(rows).toHaveLength(16)
    const ten = rows.find((row) => row[exportLabels.code] === 'G-00010')
    expect(ten).toMatchObject({ [exportLabels.title]: '=cmd|x', 'Mot clé': 'gardé', [exportLabels.description]: 'Ligne 1\nLigne 2', Identifiant: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(ten?.[exportLabels.startsOn]).toBeInstanceOf(Date)
    expect(sheet(bytes, 'Financements')).toHaveLength(32)
    expect([sheet(bytes, 'Coûts').length, sheet(bytes, 'Étapes').length]).toEqual([32, 32])
    const costs = sheet(bytes, 'Coûts').filter((row) => row['Repère'] === ten?.['Identifiant'] && row['HT ou TTC'] === 'HT')
    expect(ten?.[exportLabels.costHT] ?? 0).toBe(costs.reduce((sum, row) => sum + Number(row['Montant prévu'] ?? 0), 0))
  })
  it('keep the filter, and give the same bytes twice', async () => {
    const high = await file('xlsx', '?priorite=haute')
    expect(sheet(high).length).toBeLessThan(16)
    expect(sheet(high).every((row) => row[exportLabels.priority] === 'Forte')).toBe(true)
    for (const format of ['xlsx', 'ods', 'csv', 'json', 'docx', 'pdf']) {
      const [one, other] = [await file(format, '?q=G-00010'), await file(format, '?q=G-00010')]
      expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
    }
  })
  it('give a funder its actions and its lines, no cost, and nobody a restricted action of another', async () => {
    const bytes = await file('xlsx', '', 'funder')
    expect(sheet(bytes).map((row) => row[exportLabels.code])).toEqual(['G-00010'])
    expect([sheet(bytes, 'Financements').length, sheet(bytes, 'Coûts').length]).toEqual([1, 0])
    await inTenant(app.database, { operationId: app.operation.id, personId: null }, (db) => sql`update action set restricted = true where code = 'G-00011'`.execute(db))
    expect(sheet(await file('xlsx', '', 'elected')).some((row) => row[exportLabels.code] === 'G-00011')).toBe(false)
    expect(Buffer.from(await file('csv', '', 'elected')).toString('utf8')).toContain("'=cmd|x")
  })
  it('tell projects of the national schema', async () => {
    const projects: unknown = JSON.parse(Buffer.from(await file('json', '?etat=livree')).toString('utf8'))
    expect(projects).toEqual(expect.arrayContaining([expect.objectContaining({ phase: 'Opération', phaseStatut: 'Terminé', porteurCodeSiret: null })]))
  })
  it('print the plan by orientation, then one action, in Word and as a PDF', async () => {
    const word = await extract(await file('docx'), 'plan.docx')
    expect(word.ok && word.text).toMatch(/Plan d’action[\s\S]*Sommaire[\s\S]*Orientation 1[\s\S]*G-000\d\d[\s\S]*Plan de financement/)
    const id = String(sheet(await file('xlsx', '?q=G-00010'))[0]?.['Identifiant'])
    const one = await app.as('projectLead').get(paths.actionFile(app.operation.slug, id, 'pdf'))
    expect([one.status, one.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="fiche-g-00010-cmd-x-2026-03-12.pdf"'])
    const words = await wordsOfPdf(new Uint8Array(await one.arrayBuffer()))
    expect(words).toMatch(/Numéro[\s\S]*Statut[\s\S]*Description[\s\S]*Ligne 2[\s\S]*Dépenses[\s\S]*Plan de financement[\s\S]*Calendrier[\s\S]*centralité[\s\S]*Redonne/)
    expect(await wordsOfPdf(await file('pdf'))).toContain('16 fiches, par orientation')
  })
  it('are not there in a format nobody knows, nor for an action one may not see', async () => {
    expect((await app.as('projectLead').get(paths.planFile(app.operation.slug, 'exe'))).status).toBe(404)
    const id = String(sheet(await file('xlsx', '?q=G-00012'))[0]?.['Identifiant'])
    expect((await app.as('funder').get(paths.actionFile(app.operation.slug, id, 'docx'))).status).toBe(404)
  })
})
