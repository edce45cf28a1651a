// Calendars by secret address: opened once, read by another program without session, shut for good, never written in a log.
import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { createApp } from '../../app.ts'
import { date } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { inTenant } from '../../platform/database.ts'
import { openLog } from '../../platform/log.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { clientOf, fieldOf, htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { publishText } from '../../testing/published.ts'
import { signedConvention } from '../../testing/signed-convention.ts'
import { listObligations } from './obligations.store.ts'

async function start(open: () => Promise<TestDatabase>): Promise<TestApp & { readonly calendar: string }> {
  const app = await startApp(open)
  await publishText(app, signedConvention, 'chapeau')
  return { ...app, calendar: paths.operationCalendar(app.operation.slug) }
}
const linkIn = (html: string): string => /http:\/\/chapeau\.test(\/calendriers\/[\w-]{43})</.exec(html)?.[1] ?? ''
const opened = async (app: TestApp, path: string, name = 'Agenda'): Promise<string> => linkIn(await htmlOf(await app.as('projectLead').post(path, { name })))
const eventsOf = async (answer: Response) =>
  new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))

onEachEngine('a calendar', (open) => {
  it('of an operation is opened by who keeps obligations, its address shown once, and read by anyone who has it', async () => {
    const app = await start(open)
    expect(await wordsOf(await app.as('funder').get(app.calendar))).toContain('ne permettent pas de créer une adresse')
    expect((await app.as('funder').post(app.calendar, { name: 'Agenda' })).status).toBe(403)
    const nameless = await app.as('projectLead').post(app.calendar, { name: '' })
    expect([nameless.status, await wordsOf(nameless)]).toEqual([422, expect.stringContaining('pour quel agenda')])
    const link = await opened(app, app.calendar, 'Direction de l’habitat')
    const page = await htmlOf(await app.as('projectLead').get(app.calendar))
    expect([page.includes('Direction de l’habitat'), page.includes(link)]).toEqual([true, false])
    const answer = await app.visitor().get(link)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    const events = await eventsOf(answer)
    expect(events.map(({ startDate, summary }) => `${startDate.toString()} ${summary}`)).toEqual(expect.arrayContaining([
      '2026-04-06 Réunion : comité de suivi', '2026-06-30 Bilan ou rapport : La Communauté d\'Agglomération', '2028-04-06 Bilan ou rapport',
    ]))
    const tag = answer.headers.get('etag') ?? ''
    expect((await app.visitor().get(link, { 'if-none-match': tag })).status).toBe(304)
  })

  it('keeps the identity of an event and revises it when a proof is recorded', async () => {
    const app = await start(open)
    const link = await opened(app, app.calendar)
    const meeting = (await app.inside((db) => listObligations(db))).find(({ kind }) => kind === 'meeting')
    const find = async () => (await eventsOf(await app.visitor().get(link))).find(({ uid }) => uid === `${meeting?.id ?? ''}-year-3@chapeau`)
    const before = await find()
    app.wait(60)
    expect((await app.as('projectLead').post(paths.proofs(app.operation.slug, meeting?.id ?? ''),
      { occurrence: 'year-3', form: 'meeting', on: '1/3/2026', title: 'Comité' })).status).toBe(303)
    const after = await find()
    expect([before?.summary, after?.summary, (after?.sequence ?? 0) - (before?.sequence ?? 0)])
      .toEqual(['Réunion : comité de suivi', 'Fait : Réunion : comité de suivi', 1])
  })

  it('answers nothing once shut, for good, and the journal says who opened and shut it', async () => {
    const app = await start(open)
    const link = await opened(app, app.calendar)
    const shut = /action="([^"]+\/revocation)"/.exec(await htmlOf(await app.as('lawyer').get(app.calendar)))?.[1] ?? ''
    expect((await app.as('lawyer').post(shut)).status).toBe(303)
    expect([(await app.visitor().get(link)).status, (await app.as('lawyer').post(shut)).status]).toEqual([404, 404])
    expect(await wordsOf(await app.as('projectLead').get(app.calendar))).toContain('retirée')
    expect(await wordsOf(await app.as('lawyer').get(paths.journal(app.operation.slug)))).toMatch(/Adresse de calendrier retirée.*Adresse de calendrier créée/)
    expect((await app.visitor().get(paths.calendar('a'.repeat(43)))).status).toBe(404)
  })

  it('of a person follows the operations where they have a mandate, as long as they have it', async () => {
    const app = await start(open)
    const page = await htmlOf(await app.as('projectLead').get(paths.reminders()))
    expect(page).toContain('aucun serveur de courrier n’est réglé')
    const made = await app.as('projectLead').post(paths.personalCalendars(), { name: 'Téléphone', cle: fieldOf(page, 'cle') ?? '' })
    const link = linkIn(await htmlOf(made))
    expect((await eventsOf(await app.visitor().get(link))).some(({ summary }) => summary.includes(`(${app.operation.name})`))).toBe(true)
    await inTenant(app.database, { operationId: app.operation.id, personId: null }, (db) => db.updateTable('mandate').set({ until: date('2026-03-11') })
      .where('person_id', '=', app.people.projectLead.id).execute())
    expect(await eventsOf(await app.visitor().get(link))).toEqual([])
    const shut = /action="([^"]+\/revocation)"/.exec(await htmlOf(await app.as('projectLead').get(paths.reminders())))?.[1] ?? ''
    expect((await app.as('lawyer').post(shut)).status).toBe(404)
    expect((await app.as('projectLead').post(shut)).status).toBe(303)
    expect((await app.visitor().get(link)).status).toBe(404)
  })

  it('never leaves its address in a log', async () => {
    const app = await start(open)
    const link = await opened(app, app.calendar)
    const lines: string[] = []
    const logging = createApp({ ...app.services, log: openLog('debug', (line) => lines.push(line)) })
    const visitor = clientOf(logging, app.services.config)
    await visitor.get(link)
    await visitor.get(`/operations/x/invitations/${'b'.repeat(43)}`)
    expect(lines.filter((line) => line.includes('/calendriers/…')).length).toBe(1)
    expect(lines.join('')).not.toMatch(/[\w-]{43}/)
  })
})
