// What an amendment in force promises over HTTP: proposed, added in one click, set aside with a reason, put in the place of what it changes.
import { expect, it } from 'vitest'
import { paths } from '../../paths.ts'
import { verifyJournal } from '../../platform/journal.ts'
import { startApp } from '../../testing/app.ts'
import { htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { publishText } from '../../testing/published.ts'
import { signedAmendment, signedConvention } from '../../testing/signed-convention.ts'
import { listObligations } from './obligations.store.ts'

const audit = 'Un audit de l’opération est présenté au comité de suivi avant le 31 mars de chaque année.'
const twice = 'Il se réunit au moins deux fois par an.'
const amendment = signedAmendment.replace('Fait à Lens', `## Article 2 – Audit

Après l'article 2, il est inséré un article 2 bis ainsi rédigé :

« ${audit} »

Fait à Lens`)

/** Seen on 12 March 2026: an amendment in force since 1 February changes a meeting and inserts an article with a promise. */
async function start(open: () => Promise<TestDatabase>) {
  const app = await startApp(open)
  const { slug } = app.operation
  await publishText(app, signedConvention, 'chapeau')
  const before = await wordsOf(await app.as('projectLead').get(paths.obligations(slug)))
  await publishText(app, amendment, 'avenant-1', { amends: 'chapeau', signedOn: '1/2/2026' })
  const of = async (words: string) => (await app.inside((db) => listObligations(db))).find((one) => one.words.includes(words))
  const named = (clause: string, words: string) => ({ convention: 'chapeau', clause, words })
  return { ...app, slug, agenda: paths.obligations(slug), before, of, named }
}

onEachEngine('promises that an amendment brings', (open) => {
  it('are proposed while it is in force, counted on the dashboard, and followed from its day once added', async () => {
    const app = await start(open)
    const lead = app.as('projectLead')
    expect(app.before).not.toContain('dans le texte en vigueur')
    expect(await wordsOf(await lead.get(`${app.agenda}?le=2026-01-31`))).not.toContain('dans le texte en vigueur')
    expect(await wordsOf(await lead.get(app.agenda))).toMatch(/2 engagements nouveaux dans le texte en vigueur .*Avenant n° 1 ?, en vigueur depuis le 1er février 2026/)
    expect(await wordsOf(await lead.get(paths.operation(app.slug)))).toContain('Des avenants ont écrit 2 engagements que personne ne suit')
    const onlySeen = await htmlOf(await app.as('funder').get(app.agenda))
    expect([onlySeen.includes(audit), onlySeen.includes('Ajouter l’engagement')]).toEqual([true, false])
    const form = app.named('article-2-bis', audit)
    expect((await app.as('funder').post(paths.proposals(app.slug), form)).status).toBe(403)
    expect((await lead.post(paths.proposals(app.slug), form)).status).toBe(303)
    const added = await app.of('audit')
    expect(added).toMatchObject({
      kind: 'evaluation', provisionSlug: 'article-2-bis', provisionNumber: '2 bis', owedFrom: '2026-02-01', words: audit,
      rule: { kind: 'recurring', timesPerYear: 1, before: '31 mars' },
    })
    const page = await wordsOf(await lead.get(paths.obligation(app.slug, added?.id ?? '')))
    expect(page).toMatch(/Dû depuis le 1er février 2026.*Année 2026/)
    expect(page).not.toMatch(/Année 2025|La clause a changé/)
    expect(await wordsOf(await lead.get(app.agenda))).toContain('Un engagement nouveau dans le texte en vigueur')
    expect(await wordsOf(await lead.post(paths.proposals(app.slug), form))).toContain('Cet engagement n’est plus proposé')
    expect((await app.inside((db) => listObligations(db))).filter(({ words }) => words === audit)).toHaveLength(1)
    expect(await wordsOf(await app.as('lawyer').get(paths.journal(app.slug)))).toContain('Engagement ajouté')
    expect(await app.inside((db) => verifyJournal(db, app.operation.id))).toMatchObject({ breaks: [] })
  })

  it('are set aside with a reason, kept on the page, and proposed no more', async () => {
    const app = await start(open)
    const lead = app.as('projectLead')
    const form = app.named('article-2-bis', audit)
    const refused = await lead.post(paths.dismissedProposals(app.slug), { ...form, reason: '' })
    expect([refused.status, await wordsOf(refused)]).toEqual([422, expect.stringContaining('Dites pourquoi cet engagement n’est pas à suivre')])
    const tooLong = await htmlOf(await lead.post(paths.dismissedProposals(app.slug), { ...form, reason: 'x'.repeat(501) }))
    expect([tooLong.includes('dépasse 500 caractères'), tooLong.includes('x'.repeat(501))]).toEqual([true, true])
    expect((await lead.post(paths.dismissedProposals(app.slug), { ...form, reason: 'Suivi par la Région' })).status).toBe(303)
    const words = await wordsOf(await lead.get(app.agenda))
    expect(words).toMatch(/Un engagement nouveau dans le texte en vigueur.*Un engagement écarté .*audit.*Motif : Suivi par la Région/)
    expect(await wordsOf(await lead.post(paths.dismissedProposals(app.slug), { ...form, reason: 'Encore' }))).toContain('n’est plus proposé')
    expect(await wordsOf(await lead.post(paths.proposals(app.slug), app.named('article-9', 'Rien')))).toContain('n’est plus proposé')
    expect(await wordsOf(await app.as('lawyer').get(paths.journal(app.slug)))).toContain('Engagement proposé, écarté')
  })

  it('take in one click the place of the obligation whose clause they change, both or neither', async () => {
    const app = await start(open)
    const lead = app.as('projectLead')
    const old = await app.of('une fois par an')
    const path = paths.obligation(app.slug, old?.id ?? '')
    expect(await wordsOf(await lead.get(path))).toMatch(/Ce que la clause dit à présent.*deux fois par an/)
    const replacement = paths.replacement(app.slug, old?.id ?? '')
    expect(await wordsOf(await lead.post(replacement, app.named('article-2-bis', audit)))).toContain('n’est plus proposé')
    expect(await app.of('audit')).toBeUndefined()
    const done = await lead.post(replacement, app.named('article-1', twice))
    const added = await app.of('deux fois par an')
    expect([done.status, done.headers.get('location')]).toEqual([303, paths.obligation(app.slug, added?.id ?? '')])
    const page = await wordsOf(await lead.get(path))
    expect(page).toMatch(/N’est plus dû depuis le 7 avril 2026.*3e année.*Engagement remplacé : Avenant n° 1/)
    expect(page).not.toMatch(/Ce que la clause dit à présent|tient-il toujours/)
    const now = await wordsOf(await lead.get(paths.obligation(app.slug, added?.id ?? '')))
    expect(now).toMatch(/Dû depuis le 1er février 2026.*4e année[^.]*6 avril 2027 À venir 0 fois sur 2/)
    expect(now).not.toMatch(/3e année|tient-il toujours/)
    expect(await wordsOf(await lead.get(paths.operation(app.slug)))).not.toContain('Un avenant a changé la clause')
  })
})
