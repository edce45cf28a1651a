// A request of suspension as people make it: everybody must join, the data have their sources, the papers say what is missing.
import { expect, it } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { onEachEngine } from '../../testing/database.ts'

/** An operation whose convention Lens and Bully-les-Mines signed, and a request about a project in Lens. */
async function withRequest(open: Parameters<typeof startApp>[0]) {
  const app = await startApp(open)
  const { slug } = app.operation
  const lead = app.as('projectLead')
  const declared = await lead.post(paths.newConvention(slug), {
    title: 'Convention ORT', kind: 'umbrella', slug: 'ort', communes: 'Lens\nBully-les-Mines', epci: 'oui', state: '', signedOn: '01/03/2024',
    startsOn: '', years: '5', months: '', endsOn: '',
  })
  expect(declared.status).toBe(303)
  const made = await lead.post(paths.newSuspension(slug), {
    cle: newId(), project: 'Zone des Cardinaux', insee: '62498', place: 'Route de Béthune', salesArea: '4 500', developer: '',
    registeredOn: '02/03/2026',
  })
  expect(made.status).toBe(303)
  const id = made.headers.get('location')?.split('/').at(-1) ?? ''
  const join = (signatory: string, role: Parameters<TestApp['as']>[0] = 'projectLead', kind = 'joined') =>
    app.as(role).post(paths.suspensionSteps(slug, id), { cle: newId(), kind, signatory, happenedOn: '10/03/2026', words: '', document: '' })
  return { app, slug, lead, id, join, show: async () => (await lead.get(paths.suspension(slug, id))).text() }
}

onEachEngine('requests of suspension', (open) => {
  it('names who is missing until everybody has joined, then asks for the data, then to send', async () => {
    const { slug, lead, id, join, show } = await withRequest(open)
    const first = await show()
    expect(first).toContain('18\u00a0mars\u00a02026')
    expect(first).toContain('le maire de Bully-les-Mines et le maire de Lens')
    await join('epci')
    await join('62498')
    expect((await join('62510')).status).toBe(422)
    expect((await join('62186', 'townLead')).status).toBe(303)
    expect(await show()).toContain('Complétez les données')
    const wrong = await lead.post(paths.suspensionEvidence(slug, id), { version: '1', 'figure-unemployment': '9 %' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('href="#field-source-unemployment"')
    const data = Object.fromEntries(['housingVacancy', 'commercialVacancy', 'unemployment'].flatMap((topic) =>
      [[`figure-${topic}`, '11,2 %'], [`source-${topic}`, 'INSEE 2023'], [`trend-${topic}`, 'up'], [`on-${topic}`, '01/01/2023']]))
    expect((await lead.post(paths.suspensionEvidence(slug, id), { version: '1', ...data })).status).toBe(303)
    const late = await lead.post(paths.suspensionEvidence(slug, id), { version: '1', ...data, effect: 'Fermetures' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Fermetures')
    expect(await show()).toContain('Tous se sont joints')
    expect(await (await lead.get(paths.suspensions(slug))).text()).toContain('À envoyer')
  })

  it('takes back a step, and lets a town answer for itself only', async () => {
    const { app, slug, lead, id, join, show } = await withRequest(open)
    expect((await join('62498', 'townLead')).status).toBe(422)
    expect((await app.as('townLead').get(paths.suspensionForm(slug, id))).status).toBe(403)
    expect((await app.as('elected').post(paths.suspensionSteps(slug, id), {})).status).toBe(403)
    await join('62498', 'projectLead', 'declined')
    expect(await show()).toContain('le maire de Lens ne s’y joint pas')
    const { step } = await app.inside((db) => db.selectFrom('suspension_step').select('id as step').executeTakeFirstOrThrow())
    expect((await lead.post(paths.suspensionStepWithdrawal(slug, id, step))).status).toBe(303)
    expect((await lead.post(paths.suspensionStepWithdrawal(slug, id, step))).status).toBe(404)
    expect(await show()).not.toContain('Refus d’un signataire')
    const journal = await app.inside((db) => db.selectFrom('journal_entry').select('what').where('object_id', '=', id).orderBy('position').execute())
    expect(journal.map(({ what }) => what)).toEqual(['suspensionOpened', 'suspensionStepRecorded', 'suspensionStepWithdrawn'])
  })

  it('writes the letter and the data for Word and as PDF', async () => {
    const { slug, lead, id } = await withRequest(open)
    for (const [paper, beginning] of [['lettre.docx', 'PK'], ['donnees.docx', 'PK'], ['lettre.pdf', '%PDF']] as const) {
      const answer = await lead.get(paths.suspensionFile(slug, id, paper))
      expect(answer.status, paper).toBe(200)
      expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 4), paper).toContain(beginning)
    }
    expect((await lead.get(paths.suspensionFile(slug, id, 'lettre.odt'))).status).toBe(404)
    expect((await lead.get(paths.suspensionFile(slug, id, 'csv'))).status).toBe(404)
  })
})
