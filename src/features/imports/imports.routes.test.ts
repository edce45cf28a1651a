// Spreadsheets brought into the plan over HTTP: handed in, understood, shown, applied once, taken back; nothing lost.
import { expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { inTenant } from '../../platform/database.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { messyPlan, officialModel, transitionsTemplate, windowsCsv, writeBook } from '../../testing/messy-sheets.ts'
import { importSilenceMs, importsEnded } from './import-job.ts'

type File = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> | string }
/** Hands a file in and waits for its dry run; the address of its page. */
async function deposit(app: TestApp, file: File): Promise<string> {
  const answer = await app.as('projectLead').upload(paths.imports(app.operation.slug), file, { cle: newId() })
  expect(answer.status).toBe(303)
  await importsEnded()
  return answer.headers.get('location') ?? ''
}
async function apply(app: TestApp, address: string): Promise<string> {
  expect((await app.as('projectLead').post(`${address}/application`, { cle: newId() })).status).toBe(303)
  await importsEnded()
  return await wordsOf(await app.as('projectLead').get(address))
}
const countsOf = async (app: TestApp): Promise<unknown> => app.inside(async (db) => {
  const row = await db.selectFrom('sheet_import').select('summary').orderBy('requested_at', 'desc').orderBy('id', 'desc').executeTakeFirstOrThrow()
  const { summary } = row
  return typeof summary === 'object' && summary !== null && 'counts' in summary ? summary.counts : undefined
})

/** What the dry run would change, for a failure to say. */
const changesOf = async (app: TestApp, address: string): Promise<readonly unknown[]> => app.inside(async (db) =>
  (await db.selectFrom('import_row').innerJoin('sheet_import', 'sheet_import.id', 'import_id')
    .select(['title', 'details', 'verdict', 'sheet_import.id'])
    .where('verdict', '!=', 'unchanged').execute()).filter(({ id }) => address.endsWith(id))
      .map(({ title, verdict, details }) => [title, verdict, details]))

onEachEngine('a messy spreadsheet', (open) => {
  it.each(['xlsx', 'ods'] as const)('as %s is understood, shown, applied in one set, and gives nothing new the second time', async (format) => {
    const app = await startApp(open)
    const bytes = writeBook(messyPlan, format)
    const address = await deposit(app, { name: `suivi.${format}`, bytes })
    const words = await wordsOf(await app.as('projectLead').get(address))
    expect(words).toContain('114 cases remplies dans le fichier, toutes retrouvées ici')
    expect(await countsOf(app)).toEqual({ created: 5, changed: 0, unchanged: 0, refused: 1 })
    expect(words).toContain('Indiquez le nom de l’action')
    const applied = await apply(app, address)
    expect(applied).toContain('Le tableau est dans le plan')
    const plan = await app.inside(async (db) => ({
      actions: await db.selectFrom('action').select(['code', 'title', 'extra', 'starts_on', 'ends_on', 'progress']).orderBy('code').execute(),
      sets: await db.selectFrom('change_set').select(['kind', 'label']).execute(),
      costs: await db.selectFrom('cost_line').innerJoin('action', 'action.id', 'cost_line.action_id')
        .select(['code', 'basis', 'planned_cents', 'written']).orderBy('code').orderBy('basis').execute(),
      lines: await db.selectFrom('funding_line').innerJoin('action', 'action.id', 'funding_line.action_id')
        .leftJoin('organisation', 'organisation.id', 'funder_id')
        .select(['code', 'name', 'scheme', 'funding_line.kind', 'amount_cents', 'rate_basis_points', 'written', 'status']).orderBy('code')
          .orderBy('funding_line.position').execute(),
      orientations: await db.selectFrom('orientation').select(['number', 'title']).orderBy('position').orderBy('title').execute(),
      states: await db.selectFrom('action_transition').innerJoin('action', 'action.id', 'action_id').select(['code', 'state']).orderBy('code')
        .execute(),
    }))
    expect(plan.sets).toEqual([{ kind: 'import', label: `Import de suivi.${format}` }])
    expect(plan.actions[0]).toEqual({
      code: '1.1', title: 'Rénover la cité des Fleurs', starts_on: '2024-01-01', ends_on: '2026-06-30', progress: 35,
      extra: { 'Calendrier – Début': '1er trim. 2024', 'Calendrier – Fin': 'T2 2026', Observations: 'Voir avec l’ABF' },
    })
    expect(plan.states.map(({ code, state }) => `${code} ${state}`))
      .toEqual(['1.1 inProgress', '1.2 planned', '1.3 suspended', '2.1 planned', '2.2 delivered'])
    expect(plan.costs.map(({ code, basis, planned_cents: planned, written }) => [code, basis, planned, written])).toEqual([
      ['1.1', 'HT', 120_000_000, null], ['1.1', 'TTC', 144_000_000, null], ['1.2', 'HT', 25_000_000, null], ['1.2', 'TTC', 30_000_000, null],
      ['1.3', 'HT', null, '50 000 € / an'], ['2.1', 'HT', 80_000_000, '~800 000'], ['2.2', 'HT', null, 'NC'],
    ])
    expect(plan.lines.map((line) => [line.code, line.name, line.scheme, line.kind, line.amount_cents, line.rate_basis_points, line.written,
      line.status])).toEqual([
      ['1.1', 'État', 'DETR', 'grant', 30_000_000, null, null, 'toRequest'], ['1.1', 'Région', null, 'grant', 15_000_000, null, null, 'toRequest'],
      ['1.1', null, null, 'own', 75_000_000, null, null, 'toRequest'], ['1.1', 'Anah', 'OPAH-RU', 'grant', 9_000_000, null, null, 'awarded'],
      ['1.1', 'Banque des Territoires', 'Prêt', 'loan', 12_000_000, null, null, 'toRequest'],
        ['1.2', 'État', 'DETR', 'grant', null, null, 'NC', 'toRequest'],
      ['1.2', 'Région', null, 'grant', null, null, 'à définir', 'toRequest'],
        ['1.2', 'EPF Hauts-de-France', 'Portage', 'landHolding', null, null, 'NC', 'requested'],
      ['2.1', 'État', 'DETR', 'grant', 20_000_000, null, null, 'toRequest'], ['2.1', null, null, 'own', null, 3500, null, 'toRequest'],
    ])
    expect(plan.orientations.map(({ title }) => title)).toEqual(['Habitat', 'Commerce et cœur de ville'])
    await deposit(app, { name: `suivi.${format}`, bytes })
    expect(await countsOf(app)).toEqual({ created: 0, changed: 0, unchanged: 5, refused: 1 })
  })

  it.each([
    ['the template of Territoires en Transitions', 'tet.xlsx', () => writeBook(transitionsTemplate, 'xlsx'), 3],
    ['the official financial model', 'maquette.ods', () => writeBook(officialModel, 'ods'), 2],
      ['a CSV file in the letters of Windows', 'plan.csv', () => windowsCsv, 3],
  ] as const)('%s is recognised, applied, and gives nothing new the second time', async (_, name, make, count) => {
    const app = await startApp(open)
    const address = await deposit(app, { name, bytes: make() })
    expect(await countsOf(app)).toEqual({ created: count, changed: 0, unchanged: 0, refused: 0 })
    expect(await apply(app, address)).toContain('Le tableau est dans le plan')
    await deposit(app, { name, bytes: make() })
    expect(await countsOf(app)).toEqual({ created: 0, changed: 0, unchanged: count, refused: 0 })
  })
})

onEachEngine('an import', (open) => {
  it('shows before and after for an action of the plan, and is computed anew when the plan changed meanwhile', async () => {
    const app = await startApp(open)
    await apply(app, await deposit(app, { name: 'a.csv', bytes: 'N°;Action;Priorité\n1;Place du marché;basse\n' }))
    const address = await deposit(app, { name: 'b.csv', bytes: 'N°;Action;Priorité;Avis\n1;Place du marché;haute;à revoir\n' })
    const words = await wordsOf(await app.as('projectLead').get(address))
    expect(words).toContain('Priorité : Faible → Forte')
    await apply(app, await deposit(app, { name: 'c.csv', bytes: 'N°;Action;Priorité\n1;Place du marché;moyenne\n' }))
    const stale = await apply(app, address)
    expect(stale).toContain('Le plan a changé depuis l’essai')
    expect(stale).toContain('Priorité : Moyenne → Forte')
    expect(await apply(app, address)).toContain('Le tableau est dans le plan')
    const [action] = await app.inside((db) => db.selectFrom('action').select(['priority', 'extra']).execute())
    expect(action).toEqual({ priority: 'high', extra: { Avis: 'à revoir' } })
    const events = await app.inside((db) => db.selectFrom('journal_entry').select('what').where('what', '=', 'planImported').execute())
    expect(events).toHaveLength(3)
  })

  it.each(['xlsx', 'ods', 'csv'] as const)('of what our own export wrote as %s changes nothing', async (format) => {
    const app = await startApp(open)
    await apply(app, await deposit(app, { name: 'suivi.xlsx', bytes: writeBook(messyPlan, 'xlsx') }))
    await apply(app, await deposit(app, { name: 'maquette.ods', bytes: writeBook(officialModel, 'ods') }))
    await apply(app, await deposit(app, { name: 'tet.xlsx', bytes: writeBook(transitionsTemplate, 'xlsx') }))
    const file = await app.as('projectLead').get(paths.planFile(app.operation.slug, format))
    const address = await deposit(app, { name: `plan.${format}`, bytes: new Uint8Array(await file.arrayBuffer()) })
    expect([await countsOf(app), (await changesOf(app, address))]).toEqual([{ created: 0, changed: 0, unchanged: 10, refused: 0 }, []])
  })

  it('is taken back whole: the actions it made and the money it brought to others', async () => {
    const app = await startApp(open)
    await apply(app, await deposit(app, { name: 'a.csv', bytes: 'N°;Action\n1;Place\n' }))
    await apply(app, await deposit(app, { name: 'b.csv', bytes: 'N°;Action;Coût HT;DETR\n1;Place;1000;500\n2;Halle;2000;700\n' }))
    const standing = () => app.inside(async (db) => ({
      actions: (await db.selectFrom('action').select('code').where('removed_at', 'is', null).orderBy('code').execute()).map(({ code }) => code),
      money: (await db.selectFrom('cost_line').innerJoin('action', 'action.id', 'action_id').select('planned_cents')
        .where('cost_line.removed_at', 'is', null).where('action.removed_at', 'is', null).execute()).length,
    }))
    expect(await standing()).toEqual({ actions: ['1', '2'], money: 2 })
    const { set } = await app.inside((db) => db.selectFrom('change_set').select('id as set').where('label', '=', 'Import de b.csv')
      .executeTakeFirstOrThrow())
    expect((await app.as('projectLead').post(paths.changeSetUndo(app.operation.slug, set), { cle: newId() })).status).toBe(303)
    expect(await standing()).toEqual({ actions: ['1'], money: 0 })
  })

  it('that fell silent is taken over by whoever looks at it', async () => {
    const app = await startApp(open)
    const address = await deposit(app, { name: 'a.csv', bytes: 'N°;Action\n1;Place\n' })
    await inTenant(app.database, { operationId: app.operation.id, personId: null }, (db) => db.updateTable('sheet_import').set({ stage: 'checking' })
      .execute())
    expect(await wordsOf(await app.as('projectLead').get(address))).toContain('Comprendre et comparer au plan')
    await importsEnded()
    app.wait(Math.ceil(importSilenceMs / 60_000))
    await Promise.all([app.as('projectLead').get(address), app.as('projectLead').get(address)])
    await importsEnded()
    expect(await wordsOf(await app.as('projectLead').get(address))).toContain('Essai à blanc')
  })

  it('refuses what is ambiguous or contradictory with the reason in the cell, and gives those rows back as a spreadsheet', async () => {
    const app = await startApp(open)
    await apply(app, await deposit(app, { name: 'a.csv', bytes: 'N°;Action\n1;Jardin\n2;Jardin\n' }))
    const address = await deposit(app, {
      name: 'b.csv', bytes: 'N°;Action;Début;Fin\n;Jardin;;\n3;Halle;2026;2024\n1;Verger;;\n1;Potager;;\n;;2024;\n4;Pont;2025;2026\n',
    })
    expect(await countsOf(app)).toEqual({ created: 1, changed: 1, unchanged: 0, refused: 4 })
    const refused = await wordsOf(await app.as('projectLead').get(`${address}?lignes=refusees`))
    for (const reason of ['Plusieurs actions du plan portent ce nom', 'La fin précède le début', 'Cette action figure déjà',
      'Indiquez le nom de l’action']) expect(refused).toContain(reason)
    const file = await app.as('projectLead').get(`${address}/refus/csv`)
    expect(await file.text()).toContain('La fin précède le début')
  })

  it('remembers the columns one chose for tables of the same labels', async () => {
    const app = await startApp(open)
    const address = await deposit(app, { name: 'a.csv', bytes: 'Truc;Machin\nPlace;Lens\nHalle;Liévin\n' })
    expect(await wordsOf(await app.as('projectLead').get(address))).toContain('Aucun tableau d’actions n’a été reconnu')
    const again = await deposit(app, { name: 'b.csv', bytes: 'Truc;Machin\nPlace;Lens\nHalle;Liévin\n' })
    const form = await htmlOf(await app.as('projectLead').get(`${again}/colonnes`))
    expect(form).toContain('B – Machin')
    const wrong = await app.as('projectLead').post(`${again}/colonnes`, { 'c0-0': 'keep', 'c0-1': 'owner' })
    expect([wrong.status, (await wordsOf(wrong)).includes('Désignez la colonne qui porte le nom de l’action')]).toEqual([422, true])
    expect((await app.as('projectLead').post(`${again}/colonnes`, { 'c0-0': 'title', 'c0-1': 'owner', cle: newId() })).status).toBe(303)
    await importsEnded()
    await apply(app, again)
    await deposit(app, { name: 'c.csv', bytes: 'Truc;Machin\nPont;Lens\n' })
    expect(await app.inside((db) => db.selectFrom('organisation').select('name').where('name', 'in', ['Lens', 'Liévin']).orderBy('name').execute()))
      .toEqual([{ name: 'Lens' }, { name: 'Liévin' }])
    expect(await countsOf(app)).toEqual({ created: 1, changed: 0, unchanged: 0, refused: 0 })
  })

  it('says that a table has no row, and what its undo leaves', async () => {
    const app = await startApp(open)
    const empty = await deposit(app, { name: 'vide.csv', bytes: 'N°;Action;Priorité;Début\n' })
    expect(await wordsOf(await app.as('projectLead').get(empty))).toContain('Le tableau n’a aucune ligne sous ses titres')
    await apply(app, await deposit(app, { name: 'a.csv', bytes: 'N°;Axe;Action;Région\n1;Axe 1;Place;néant\n' }))
    const again = await deposit(app, { name: 'b.csv', bytes: 'N°;Axe;Action;Région\n2;1;Halle;500 (acquis)\n' })
    const words = await wordsOf(await app.as('projectLead').get(again))
    expect(words).toContain('Orientations reconnues à leur seul numéro : 1')
    expect(words).toContain('« 1 » : Axe 1')
    expect(await app.inside((db) => db.selectFrom('funding_line').select('id').execute())).toEqual([])
    const { set } = await app.inside((db) => db.selectFrom('change_set').select('id as set').executeTakeFirstOrThrow())
    expect(await wordsOf(await app.as('projectLead').get(paths.changeSet(app.operation.slug, set)))).toContain('que l’import a créés restent')
  })

  it('is for those who keep the plan; a file that is no table says so; the template is recognised whole', async () => {
    const app = await startApp(open)
    const slug = app.operation.slug
    expect((await app.as('townLead').get(paths.imports(slug))).status).toBe(403)
    expect((await app.as('finance').upload(paths.imports(slug), { name: 'a.csv', bytes: 'Action\nx\n' })).status).toBe(403)
    const broken = await deposit(app, { name: 'a.xlsx', bytes: 'PK\x03\x04 rien' })
    expect(await wordsOf(await app.as('projectLead').get(broken))).toContain('Le classeur est endommagé ou incomplet.')
    for (const format of ['xlsx', 'ods', 'csv'] as const) {
      const template = await app.as('elected').get(paths.importTemplate(slug, format))
      expect(template.status).toBe(200)
      await deposit(app, { name: `modele.${format}`, bytes: new Uint8Array(await template.arrayBuffer()) })
      expect(await countsOf(app)).toEqual({ created: 0, changed: 0, unchanged: 0, refused: 0 })
    }
  })
})
