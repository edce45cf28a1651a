// Reminders through a real mail server: one digest per person and period whatever happens, in words, stopped in one click.
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { paths } from '../../paths.ts'
import { openMailer } from '../../platform/mail.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import { openMailbox } from '../../testing/mailbox.ts'
import type { Mailbox, ReceivedLetter } from '../../testing/mailbox.ts'
import { publishText } from '../../testing/published.ts'
import { signedConvention } from '../../testing/signed-convention.ts'
import { scheduleReminders, sendReminders } from './reminders.ts'

const origin = 'https://ort.example.fr'
const day = 24 * 60

onEachEngine('reminders', (open) => {
  let box: Mailbox
  beforeAll(async () => {
    box = await openMailbox()
  })
  afterAll(() => box.close())

  const mailerOf = (timeoutMs?: number) => {
    const mailer = openMailer({ mail: { smtpUrl: box.url, from: 'ORT <rappels@ort.example.fr>' } }, timeoutMs)
    if (mailer === undefined) throw new Error('no mailer')
    return mailer
  }
  const start = async (): Promise<TestApp> => {
    const app = await startApp(open)
    await publishText(app, signedConvention, 'chapeau')
    return app
  }
  const lettersTo = (app: TestApp, role: keyof TestApp['people']): readonly ReceivedLetter[] =>
    box.letters.filter(({ to }) => to === app.people[role].email)
  const choose = (app: TestApp, role: keyof TestApp['people'], frequency: string) => app.as(role).post(paths.reminders(), { frequency })

  it('say once a week, to those who keep obligations, what is late and what comes, with links', async () => {
    const app = await start()
    const first = await sendReminders(app.services, mailerOf(), origin)
    expect(first.failed).toBe(0)
    expect((await sendReminders(app.services, mailerOf(), origin)).sent).toBe(0)
    expect(['projectLead', 'townLead', 'lawyer', 'elected', 'prefecture', 'funder'].map((role) => lettersTo(app, role as 'lawyer').length))
      .toEqual([1, 1, 1, 0, 0, 0])
    const [letter] = lettersTo(app, 'projectLead')
    for (const part of ['Bonjour Personne projectLead', 'En retard', '6 avril 2024', 'Dans les 60 jours', '6 avril 2026', `${origin}/operations/`]) {
      expect(letter?.text).toContain(part)
      expect(letter?.html).toContain(part)
    }
    expect(letter?.raw).toMatch(/List-Unsubscribe:\s+<https:\/\/ort\.example\.fr\/rappels\/[\w-]{43}>/)
    expect(letter?.raw).toMatch(/Message-ID:\s+<rappel-2026-03-09-/)
    app.wait(4 * day)
    await sendReminders(app.services, mailerOf(), origin)
    expect(lettersTo(app, 'projectLead').length).toBe(2)
  })

  it('leave once, whatever the number of processes that make their round at one instant', async () => {
    const app = await start()
    const rounds = await Promise.all([1, 2, 3].map(() => sendReminders(app.services, mailerOf(), origin)))
    expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(3)
    expect(lettersTo(app, 'lawyer').length).toBe(1)
  })

  it('come every day or never, as each chooses, and say nothing when there is nothing to say', async () => {
    const app = await start()
    expect(await wordsOf(await choose(app, 'elected', 'chaque heure'))).toContain('Choisissez une fréquence')
    for (const [role, frequency] of [['elected', 'daily'], ['lawyer', 'never']] as const) {
      expect((await choose(app, role, frequency)).status).toBe(303)
    }
    expect(await htmlOf(await app.as('elected').get(paths.reminders()))).toMatch(/value="daily" checked/)
    await sendReminders(app.services, mailerOf(), origin)
    app.wait(day)
    await sendReminders(app.services, mailerOf(), origin)
    expect([lettersTo(app, 'elected').length, lettersTo(app, 'lawyer').length, lettersTo(app, 'projectLead').length]).toEqual([2, 0, 1])
    const quiet = await startApp(open)
    const round = await sendReminders(quiet.services, mailerOf(), origin)
    expect([lettersTo(quiet, 'projectLead').length, round.sent]).toEqual([0, 0])
    expect(round.nothing).toBeGreaterThanOrEqual(6)
  })

  it('are given up after five refusals', async () => {
    const app = await start()
    box.behave('refuses')
    const failed: number[] = []
    for (let round = 0; round < 6; round += 1) {
      failed.push((await sendReminders(app.services, mailerOf(), origin)).failed)
      app.wait(11)
    }
    box.behave('takes')
    expect(failed).toEqual([3, 3, 3, 3, 3, 0])
    expect([(await sendReminders(app.services, mailerOf(), origin)).sent, lettersTo(app, 'lawyer').length]).toEqual([0, 0])
  })

  it('are tried again when the server refuses, and never block the round for long', async () => {
    const app = await start()
    box.behave('refuses')
    expect(await sendReminders(app.services, mailerOf(), origin)).toMatchObject({ sent: 0, failed: 3 })
    expect((await sendReminders(app.services, mailerOf(), origin)).failed).toBe(0)
    box.behave('sleeps')
    app.wait(11)
    const before = performance.now()
    expect((await sendReminders(app.services, mailerOf(200), origin)).failed).toBe(3)
    expect(performance.now() - before).toBeLessThan(5_000)
    box.behave('takes')
    app.wait(11)
    expect(await sendReminders(app.services, mailerOf(), origin)).toMatchObject({ sent: 3, failed: 0 })
    expect(lettersTo(app, 'lawyer').length).toBe(1)
  })

  it('stop in one click of a mail program, or at another frequency from the page of the link', async () => {
    const app = await start()
    await sendReminders(app.services, mailerOf(), origin)
    const link = /https:\/\/ort\.example\.fr(\/rappels\/[\w-]{43})/.exec(lettersTo(app, 'townLead')[0]?.text ?? '')?.[1] ?? ''
    expect(await wordsOf(await app.visitor().get(link))).toContain('selon votre rôle')
    const click = await app.visitor().send(link, { method: 'POST', body: 'List-Unsubscribe=One-Click', headers: {} })
    expect([click.status, click.headers.get('location')]).toEqual([303, `${link}?fait=frequence`])
    expect(await wordsOf(await app.visitor().get(`${link}?fait=frequence`))).toContain('C’est noté : jamais')
    expect((await app.visitor().post(`${link}?frequence=daily`)).status).toBe(303)
    expect(await htmlOf(await app.as('townLead').get(paths.reminders()))).toMatch(/value="daily" checked/)
    expect((await app.visitor().get(`/rappels/${'a'.repeat(43)}`)).status).toBe(404)
    expect((await app.visitor().post(`${link}?frequence=toujours`)).status).toBe(404)
  })

  it('leave by themselves, never before seven in the morning in Paris, and not at all without a mail server', async () => {
    const app = await start()
    const scheduled = async (hour: string) => {
      const services = { ...app.services, clock: () => new Date(`2026-03-12T${hour}:00.000Z`) }
      const stop = scheduleReminders(services, mailerOf(), origin, { firstMs: 5, everyMs: 20 })
      await wait(1500)
      await stop()
      return lettersTo(app, 'lawyer').length
    }
    expect([await scheduled('05:59'), await scheduled('06:00'), await scheduled('06:15')]).toEqual([0, 1, 1])
    expect(openMailer({})).toBeUndefined()
  })
})
