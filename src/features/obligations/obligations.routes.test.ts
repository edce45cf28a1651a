// The agenda over HTTP: occurrences of a signed convention, proofs, waivers, events, withdrawals; who may, what is refused, what is journalled.
import { expect, it } from 'vitest'
import { paths } from '../../paths.ts'
import { verifyJournal } from '../../platform/journal.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { fieldOf, htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { publishText } from '../../testing/published.ts'
import { listEntries, listObligations } from './obligations.store.ts'
import { signedAmendment, signedConvention } from '../../testing/signed-convention.ts'

/** A convention signed on 6 April 2023 for five years, seen on 12 March 2026. */
async function start(open: () => Promise<TestDatabase>) {
  const app = await startApp(open)
  await publishText(app, signedConvention, 'chapeau')
  const all = await app.inside((db) => listObligations(db))
  const of = (kind: string, rank = 0) => paths.obligation(app.operation.slug, all.filter((one) => one.kind === kind)[rank]?.id ?? '')
  return { ...app, agenda: paths.obligations(app.operation.slug), of }
}
const send = (app: TestApp, path: string, form: Readonly<Record<string, string>>, role: 'projectLead' | 'funder' = 'projectLead') =>
  app.as(role).post(path, form)

onEachEngine('the agenda', (open) => {
  it('shows what is late first, then what is due, done and unknown, with what would settle it', async () => {
    const app = await start(open)
    const words = await wordsOf(await app.as('funder').get(app.agenda))
    for (const part of ['En retard', '6 avril 2024', '30 juin 2025', 'À venir', '6 avril 2026', 'Sans jour connu', 'donnez le jour de cet évènement']) {
      expect(words).toContain(part)
    }
    const html = await htmlOf(await app.as('funder').get(app.agenda))
    expect(html.indexOf('id="etat-late"')).toBeLessThan(html.indexOf('id="etat-due"'))
    expect(html.indexOf('id="etat-due"')).toBeLessThan(html.indexOf('id="etat-unknowable"'))
  })

  it('answers for any day and any period, by state, kind and bearer, and says what it cannot read', async () => {
    const app = await start(open)
    const ask = async (query: string) => await wordsOf(await app.as('funder').get(`${app.agenda}?${query}`))
    expect(await ask('le=2023-05-01')).not.toMatch(/Votre choix|6 avril 2024 .{0,40} En retard/)
    const evaluation = await ask('nature=evaluation')
    expect(evaluation).toContain('6 octobre 2024')
    expect(evaluation).not.toContain('30 juin 2025')
    expect(await ask('etat=en-retard')).not.toContain('À venir 6 avril')
    expect(await ask('du=01/01/2028&au=31/12/2028')).toContain('6 avril 2028')
    expect(await ask('du=01/01/2028&au=31/12/2028')).not.toContain('30 juin 2025')
    expect(await ask('porteur=comite')).toContain('comité de suivi')
    expect(await ask('porteur=personne')).toContain('Aucune échéance ne répond')
    expect(await ask('vue=calendrier')).toMatch(/2026 Avril 2026/)
    expect(await ask('du=hier&au=demain')).toMatch(/Le début de la période est illisible.*La fin de la période est illisible/)
    expect(await ask('du=2027-01-01&au=2026-01-01')).toContain('échangez les deux dates')
  })

  it('shows one obligation from its clause to its last occurrence, to who may only look without forms', async () => {
    const app = await start(open)
    const words = await wordsOf(await app.as('funder').get(app.of('meeting')))
    for (const part of ['Il se réunit au moins une fois par an', 'au moins 1 fois par an', 'par année de la convention', '1re année', '5e année', '6 avril 2028']) {
      expect(words).toContain(part)
    }
    expect(words).not.toContain('Enregistrer la preuve')
    expect((await send(app, `${app.of('meeting')}/preuves`, {}, 'funder')).status).toBe(403)
    expect((await app.as('funder').get(paths.obligation(app.operation.slug, app.operation.id))).status).toBe(404)
  })

  it('takes a meeting as proof of the year it was held in, once, and takes it back with a reason', async () => {
    const app = await start(open)
    const page = await htmlOf(await app.as('projectLead').get(`${app.of('meeting')}?echeance=year-2`))
    expect(page).toMatch(/<option value="year-2" selected/)
    expect(await htmlOf(await app.as('projectLead').get(app.of('meeting')))).toMatch(/<option value="year-1" selected[^>]*>[^<]*en retard/)
    const form = { cle: fieldOf(page, 'cle') ?? '', occurrence: 'year-2', form: 'meeting', on: '14/06/2024', title: 'Comité de suivi du 14 juin' }
    expect((await send(app, `${app.of('meeting')}/preuves`, form)).status).toBe(303)
    expect((await send(app, `${app.of('meeting')}/preuves`, form)).status).toBe(303)
    const entries = await app.inside((db) => listEntries(db))
    expect(entries).toMatchObject([{ kind: 'proof', occurrence: 'year-2', on: '2024-06-14', withdrawnFor: null }])
    expect(await wordsOf(await app.as('funder').get(app.of('meeting')))).toMatch(/2e année[^.]*6 avril 2025 Tenue Réunion tenue : Comité de suivi/)
    const withdrawal = `${app.of('meeting')}/ecritures/${entries[0]?.id ?? ''}/retrait`
    const refused = await send(app, withdrawal, { reason: '' })
    expect([refused.status, await wordsOf(refused)]).toEqual([422, expect.stringContaining('Dites pourquoi cette écriture est retirée')])
    expect((await send(app, withdrawal, { reason: 'Mauvaise opération' })).status).toBe(303)
    expect(await wordsOf(await send(app, withdrawal, { reason: 'Encore' }))).toContain('Cette écriture est déjà retirée')
    expect(await wordsOf(await app.as('funder').get(app.of('meeting')))).toMatch(/2e année[^.]*En retard aucune.*Retirée : Mauvaise opération/)
    expect(await app.inside((db) => verifyJournal(db, app.operation.id))).toMatchObject({ breaks: [] })
    expect(await wordsOf(await app.as('lawyer').get(paths.journal(app.operation.slug)))).toMatch(/Écriture d’un engagement retirée.*Preuve d’un engagement/)
  })

  it('says everything that is wrong with a proof at once, and keeps what was typed', async () => {
    const app = await start(open)
    const refused = await send(app, `${app.of('meeting')}/preuves`, { occurrence: 'year-1', form: 'fête', on: '01/07/2025', title: '', document: 'x', act: 'y' })
    const html = await htmlOf(refused)
    expect(refused.status).toBe(422)
    for (const part of ['Dites ce que c’est', 'n’est pas dans l’année choisie', 'Donnez un titre', 'Ce document n’est pas', 'Cet acte n’est pas']) {
      expect(html).toContain(part)
    }
    expect(html).toContain('value="01/07/2025"')
    expect((await app.as('projectLead').get(`${app.of('meeting')}/preuves?le=2025-07-01`)).status).toBe(200)
    const ahead = await wordsOf(await send(app, `${app.of('report')}/preuves`, { occurrence: 'before-2026', form: 'report', on: '13/03/2026', title: 'Bilan' }))
    expect(ahead).toContain('Ce jour n’est pas encore venu')
    expect(await wordsOf(await send(app, `${app.of('report')}/preuves`, { occurrence: '', form: 'report', on: '5 avril 2023', title: 'Bilan' })))
      .toMatch(/Choisissez l’échéance.*précède l’entrée en vigueur/)
  })

  it('takes a late report for its year, a deposited document and an act of the register as proofs', async () => {
    const app = await start(open)
    const html = await htmlOf(await app.as('projectLead').get(app.of('report')))
    const [document = '', act = ''] = ['document', 'act'].map((name) =>
      new RegExp(`name="${name}"[\\s\\S]*?<option value="([0-9a-f-]{36})"`).exec(html)?.[1] ?? '')
    expect((await send(app, `${app.of('report')}/preuves`, { occurrence: 'before-2024', form: 'report', on: '1/9/2024', title: '', document })).status)
      .toBe(303)
    expect((await send(app, `${app.of('report')}/preuves`, { occurrence: 'before-2025', form: 'act', on: '1/6/2025', title: '', act })).status).toBe(303)
    const words = await wordsOf(await app.as('funder').get(app.of('report')))
    expect(words).toMatch(/Année 2024[^.]*Tenue après son jour Bilan ou rapport remis : chapeau.md/)
    expect(words).toMatch(/Année 2025[^.]*Tenue Acte pris : Signature/)
  })

  it('counts three meetings a year', async () => {
    const app = await start(open)
    const meetings = app.of('meeting', 1)
    for (const on of ['1/5/2024', '1/9/2024']) await send(app, `${meetings}/preuves`, { occurrence: 'year-2', form: 'meeting', on, title: `Réunion ${on}` })
    expect(await wordsOf(await app.as('funder').get(meetings))).toMatch(/2e année[^.]*En retard 2 fois sur 3/)
    await send(app, `${meetings}/preuves`, { occurrence: 'year-2', form: 'meeting', on: '6/4/2025', title: 'Réunion d’avril' })
    expect(await wordsOf(await app.as('funder').get(meetings))).toMatch(/2e année[^.]*Tenue 3 fois sur 3/)
  })

  it('waives one occurrence with its reason, never one that is settled', async () => {
    const app = await start(open)
    const waivers = `${app.of('meeting')}/dispenses`
    expect(await wordsOf(await send(app, waivers, { occurrence: 'year-1', reason: '' }))).toContain('Donnez le motif')
    expect((await send(app, waivers, { occurrence: 'year-1', reason: 'Comité installé en 2024' })).status).toBe(303)
    expect(await wordsOf(await app.as('funder').get(app.of('meeting')))).toMatch(/Dispensée Comité installé en 2024/)
    expect(await wordsOf(await send(app, waivers, { occurrence: 'year-1', reason: 'Encore' }))).toContain('déjà tenue ou dispensée')
  })

  it('dates an occurrence once the event it waits for has its day', async () => {
    const app = await start(open)
    const events = `${app.of('transmission')}/evenements`
    expect(await wordsOf(await app.as('funder').get(app.of('transmission')))).toContain('le délai court d’un évènement que personne n’a daté')
    expect(await wordsOf(await send(app, events, { title: '', on: '1/1/2022' }))).toMatch(/n’est pas dans la durée de la convention.*Dites ce qui s’est passé/)
    expect((await send(app, events, { title: 'Marché de voirie notifié', on: '31/01/2026' })).status).toBe(303)
    expect(await wordsOf(await app.as('funder').get(app.of('transmission')))).toMatch(/Après « Marché de voirie notifié » du 31 janvier 2026 28 février 2026 En retard/)
    expect(await wordsOf(await send(app, `${app.of('meeting')}/evenements`, { title: 'x', on: '1/1/2025' }))).toContain('ne dépend d’aucun évènement')
  })
  it('takes an obligation that the reading missed, tied to a clause', async () => {
    const app = await start(open)
    const path = paths.newObligation(app.operation.slug)
    expect((await app.as('funder').get(path)).status).toBe(403)
    const page = await htmlOf(await app.as('projectLead').get(path))
    const clause = /<option value="([0-9a-f-]{36})">2 Suivi/.exec(page)?.[1] ?? ''
    const refused = await wordsOf(await send(app, path, { clause: 'x', words: '', kind: 'report', 'rule.kind': 'recurring' }))
    expect(refused).toMatch(/Choisissez la clause.*Recopiez les mots.*Fois par an/)
    const typed = { clause, words: 'Un point trimestriel est fait au maire.', kind: 'report', bearer: 'Les communes', 'rule.kind': 'recurring', 'rule.timesPerYear': '4' }
    const added = await send(app, path, { ...typed, cle: fieldOf(page, 'cle') ?? '' })
    expect(added.status).toBe(303)
    expect(await wordsOf(await app.as('funder').get(added.headers.get('location') ?? ''))).toMatch(/point trimestriel.*au moins 4 fois par an.*0 fois sur 4/)
  })

  it('asks for a decision once an amendment in force changes the words of a clause, on every page, until one is given', async () => {
    const app = await start(open)
    const { slug } = app.operation
    await publishText(app, signedAmendment, 'avenant-1', { amends: 'chapeau', signedOn: '1/2/2026' })
    const asked = 'Un avenant a changé la clause d’un engagement'
    expect(await wordsOf(await app.as('funder').get(paths.operation(slug)))).toContain(asked)
    expect(await wordsOf(await app.as('funder').get(`${app.agenda}?le=2026-03-12`))).toContain('Un engagement a changé de clause')
    expect(await wordsOf(await app.as('funder').get(`${app.agenda}?le=2026-01-31`))).not.toContain('Un engagement a changé de clause')
    const page = await htmlOf(await app.as('projectLead').get(app.of('meeting')))
    expect(page).toContain('La clause a changé')
    expect(await htmlOf(await app.as('projectLead').get(app.of('report')))).not.toContain('La clause a changé')
    const decision = `${app.of('meeting')}/decision`
    expect(await wordsOf(await send(app, decision, { verdict: 'replaced', on: '', replacedBy: '', reason: '' })))
      .toMatch(/depuis quel jour.*Choisissez l’engagement qui le remplace.*Donnez le motif/)
    expect(await wordsOf(await send(app, `${app.of('report')}/decision`, { verdict: 'kept', reason: 'x' }))).toContain('Plus rien n’est à décider')
    const other = app.of('meeting', 1).split('/').at(-1) ?? ''
    expect((await send(app, decision, { verdict: 'replaced', on: '1/2/2026', replacedBy: other, reason: 'Deux réunions désormais' })).status).toBe(303)
    expect(await wordsOf(await app.as('funder').get(paths.operation(slug)))).not.toContain(asked)
    const after = await wordsOf(await app.as('funder').get(app.of('meeting')))
    expect(after).toMatch(/N’est plus dû depuis le 1er février 2026/)
    expect(after).not.toContain('3e année')
    expect(after).toMatch(/Engagement remplacé : Deux réunions désormais/)
  })
})
