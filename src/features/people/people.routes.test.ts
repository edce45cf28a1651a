// People of an operation over HTTP: listing, inviting, accepting, revoking, ending a mandate.
import { expect, it } from 'vitest'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { fieldOf, htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { newId } from '../../kernel/id.ts'

const invitation = (app: TestApp) => ({ email: `invitee.${newId()}@essai.example`, organisation: app.organisations.commune, role: 'lawyer', capacity: 'juriste de la ville' })
const password = 'une phrase à retenir'

/** Prepares an invitation, and gives the path of its link. */
async function invite(app: TestApp, typed = invitation(app)): Promise<string> {
  const html = await htmlOf(await app.as('projectLead').post(paths.invitations(app.operation.slug), typed))
  return /<code class="copyable">http:\/\/chapeau\.test([^<]+)<\/code>/.exec(html)?.[1] ?? ''
}
const events = (app: TestApp): Promise<{ what: string; person_id: string | null; before: unknown; after: unknown }[]> =>
  app.inside((db) => db.selectFrom('journal_entry').select(['what', 'person_id', 'before', 'after']).orderBy('position').execute())

onEachEngine('the people of an operation', (open) => {
  it('are listed for everyone who has a mandate; invitations for those who manage them', async () => {
    const app = await startApp(open)
    const { email } = invitation(app)
    await invite(app, { ...invitation(app), email })
    const [lead, funder] = [await wordsOf(await app.as('projectLead').get(paths.people(app.operation.slug))), await wordsOf(await app.as('funder').get(paths.people(app.operation.slug)))]
    for (const person of Object.values(app.people)) expect([lead.includes(person.name), funder.includes(person.name)]).toEqual([true, true])
    expect([lead.includes(email), funder.includes(email), funder.includes('Inviter une personne')]).toEqual([true, false, false])
  })

  it('are for those who are signed in and have a mandate', async () => {
    const app = await startApp(open)
    const stranger = await startApp(open)
    expect((await app.visitor().get(paths.people(app.operation.slug))).headers.get('location')).toContain(paths.signIn())
    expect((await stranger.as('projectLead').get(paths.people(app.operation.slug))).status).toBe(404)
    expect((await app.as('projectLead').get(paths.people('nulle-part'))).status).toBe(404)
  })
})

onEachEngine('an invitation', (open) => {
  it('creates the account, its mandate and its session, once', async () => {
    const app = await startApp(open)
    const typed = invitation(app)
    const link = await invite(app, typed)
    const browser = app.visitor()
    const page = await wordsOf(await browser.get(link))
    expect(page).toContain('Bully-les-Mines')
    expect(page).toContain('juriste de la ville')
    const accepted = await browser.post(link, { name: ' Inès CARLIER ', password })
    expect([accepted.status, accepted.headers.get('location')]).toEqual([303, paths.operation(app.operation.slug)])
    expect(await wordsOf(await browser.get(paths.people(app.operation.slug)))).toContain('Inès CARLIER')
    expect((await browser.get(paths.journal(app.operation.slug))).status).toBe(200)
    const again = await app.visitor().post(link, { name: 'Quelqu’un', password })
    expect([again.status, (await wordsOf(again)).includes('déjà été acceptée')]).toEqual([422, true])
    expect((await app.visitor().post(paths.signIn(), { email: typed.email, password })).status).toBe(303)
    expect((await events(app)).map(({ what, before }) => [what, before])).toEqual([['personInvited', null], ['invitationAccepted', null]])
  })

  it('accepted twice at the same instant gives one account and one mandate', async () => {
    const app = await startApp(open)
    const link = await invite(app)
    const answers = await Promise.all([1, 2, 3].map(() => app.visitor().post(link, { name: 'Inès', password })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422])
    expect(await app.inside((db) => db.selectFrom('mandate').select('id').where('capacity', '=', 'juriste de la ville').execute())).toHaveLength(1)
  })

  it('asks a known person for their own password, and gives them one more mandate', async () => {
    const app = await startApp(open)
    const other = await startApp(open)
    const typed = invitation(app)
    await app.visitor().post(await invite(app, typed), { name: 'Inès', password })
    const link = await invite(other, { ...invitation(other), email: typed.email })
    expect(await wordsOf(await other.visitor().get(link))).toContain('Un compte existe déjà pour cette adresse.')
    const refused = await other.visitor().post(link, { password: 'une tout autre phrase' })
    expect([refused.status, (await wordsOf(refused)).includes('Ce n’est pas le mot de passe de ce compte.')]).toEqual([422, true])
    const browser = other.visitor()
    expect((await browser.post(link, { password })).status).toBe(303)
    const list = await htmlOf(await browser.get(paths.operations()))
    expect([app, other].every(({ operation }) => list.includes(paths.operation(operation.slug)))).toBe(true)
  })

  it('refuses a weak password and an empty name together, keeps the name, and makes nothing', async () => {
    const app = await startApp(open)
    const link = await invite(app)
    const answer = await app.visitor().post(link, { name: '', password: 'court' })
    const words = await wordsOf(answer)
    expect([answer.status, words.includes('Indiquez votre nom.'), words.includes('d’au moins 12 caractères')]).toEqual([422, true, true])
    expect(fieldOf(await htmlOf(await app.visitor().post(link, { name: 'Inès', password: '' })), 'name')).toBe('Inès')
    expect((await app.visitor().post(link, { name: 'Inès', password })).status).toBe(303)
  })

  it.each([
    ['with an unreadable address', { email: 'sans arobase' }, 'Indiquez une adresse électronique complète'], ['for an organisation of elsewhere', { organisation: newId() }, 'Choisissez l’organisme'],
    ['for no role', { role: '' }, 'Choisissez les droits'], ['without a capacity', { capacity: '' }, 'Indiquez la qualité'],
  ])('%s is refused, with what was typed', async (_, change, sentence) => {
    const app = await startApp(open)
    const answer = await app.as('projectLead').post(paths.invitations(app.operation.slug), { ...invitation(app), capacity: 'qualité tapée', ...change })
    const html = await htmlOf(answer)
    expect([answer.status, html.includes(sentence), html.includes('<title>Erreur')]).toEqual([422, true, true])
    expect(fieldOf(html, 'capacity')).toBe('capacity' in change ? '' : 'qualité tapée')
    expect(await events(app)).toEqual([])
  })

  it('is prepared by who manages people only, and the refusal names them', async () => {
    const app = await startApp(open)
    for (const role of ['townLead', 'lawyer', 'elected', 'prefecture', 'funder'] as const) {
      const answer = await app.as(role).post(paths.invitations(app.operation.slug), invitation(app))
      expect([answer.status, (await wordsOf(answer)).includes('Ce droit revient, dans cette opération, à : chef de projet.')]).toEqual([403, true])
    }
    expect((await app.visitor().post(paths.invitations(app.operation.slug), invitation(app))).status).toBe(401)
    expect((await (await startApp(open)).as('projectLead').post(paths.invitations(app.operation.slug), invitation(app))).status).toBe(404)
  })

  it('expires after a fortnight', async () => {
    const app = await startApp(open)
    const link = await invite(app)
    app.wait(14 * 24 * 60 - 1)
    expect(await wordsOf(await app.visitor().get(link))).toContain('Accepter l’invitation')
    app.wait(1)
    expect(await wordsOf(await app.visitor().get(link))).toContain('Cette invitation a expiré')
    expect((await app.visitor().post(link, { name: 'Inès', password })).status).toBe(422)
  })

  it('is withdrawn once, and opens nothing any more', async () => {
    const app = await startApp(open)
    const link = await invite(app)
    const lead = app.as('projectLead')
    const [revocation = ''] = /\/operations\/[^"]*\/revocation/.exec(await htmlOf(await lead.get(paths.people(app.operation.slug)))) ?? []
    expect((await app.as('lawyer').post(revocation)).status).toBe(403)
    expect((await lead.post(revocation)).status).toBe(303)
    expect((await lead.post(revocation)).status).toBe(404)
    expect(await wordsOf(await app.visitor().get(link))).toContain('Cette invitation a été retirée')
    expect((await app.visitor().post(link, { name: 'Inès', password })).status).toBe(422)
    expect((await events(app)).map(({ what }) => what)).toEqual(['personInvited', 'invitationRevoked'])
  })

  it('opens nothing under another secret or in another operation', async () => {
    const app = await startApp(open)
    const other = await startApp(open)
    const link = await invite(app)
    expect((await app.visitor().get(paths.invitation(app.operation.slug, 'x'.repeat(43)))).status).toBe(404)
    expect((await app.visitor().get(link.replace(app.operation.slug, other.operation.slug))).status).toBe(404)
    expect((await app.visitor().post(link.replace(app.operation.slug, other.operation.slug), { name: 'Inès', password })).status).toBe(404)
  })
})

onEachEngine('a mandate', (open) => {
  const end = (app: TestApp, role: 'elected' | 'projectLead'): Promise<string> => app.inside(async (db) =>
    paths.mandateEnd(app.operation.slug, (await db.selectFrom('mandate').select('id').where('role', '=', role).executeTakeFirstOrThrow()).id))

  it('ends today, and no longer opens the operation tomorrow', async () => {
    const app = await startApp(open)
    const path = await end(app, 'elected')
    expect((await app.as('projectLead').post(path)).status).toBe(303)
    expect((await app.as('elected').get(paths.operation(app.operation.slug))).status).toBe(200)
    app.wait(24 * 60)
    const shut = await app.as('elected').get(paths.operation(app.operation.slug))
    expect([shut.status, (await wordsOf(shut)).includes('Il faut le droit de consulter l’opération')]).toEqual([403, true])
    expect((await events(app)).map(({ what, person_id, before, after }) => ({ what, person_id, before, after }))).toEqual([
      { what: 'mandateEnded', person_id: app.people.projectLead.id, before: { until: null }, after: { until: '2026-03-12' } },
    ])
  })

  it('is not ended a second time once over', async () => {
    const app = await startApp(open)
    const path = await end(app, 'elected')
    await app.as('projectLead').post(path)
    app.wait(24 * 60)
    const answer = await app.as('projectLead').post(path)
    expect([answer.status, (await wordsOf(answer)).includes('Ce mandat a déjà pris fin.')]).toEqual([422, true])
  })

  it('that is the last to manage people is kept', async () => {
    const app = await startApp(open)
    const answer = await app.as('projectLead').post(await end(app, 'projectLead'))
    expect([answer.status, (await wordsOf(answer)).includes('le dernier qui permette d’inviter')]).toEqual([422, true])
    expect(await events(app)).toEqual([])
  })

  it('is ended by who manages people only, and must be one of the operation', async () => {
    const app = await startApp(open)
    const other = await startApp(open)
    expect((await app.as('lawyer').post(await end(app, 'elected'))).status).toBe(403)
    expect((await app.as('projectLead').post(paths.mandateEnd(app.operation.slug, 'x'))).status).toBe(404)
    expect((await app.as('projectLead').post((await end(other, 'elected')).replace(other.operation.slug, app.operation.slug))).status).toBe(404)
  })
})
