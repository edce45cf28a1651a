// What no browser of ours sends: characters the database cannot hold, names of JavaScript's own, broken bodies. Never our fault, never a leak.
import { expect, it } from 'vitest'
import { readingsEnded } from '../features/readings/reading-job.ts'
import { newId } from '../kernel/id.ts'
import { paths } from '../paths.ts'
import { lens, startApp } from '../testing/app.ts'
import { wordsOf } from '../testing/client.ts'
import { onEachEngine } from '../testing/database.ts'

onEachEngine('a hostile request', (open) => {
  it('with a character that PostgreSQL cannot hold is answered as if it were not there', async () => {
    const app = await startApp(open)
    const { slug } = app.operation
    const lead = app.as('projectLead')
    const answers = {
      signIn: await app.visitor().post(paths.signIn(), { email: 'a\u0000b@x.fr', password: 'p\u0000q' }),
      identity: await lead.post(paths.identity(slug), { version: '1', name: 'ORT\u0000 de Lens', mainTown: '' }),
      invitation: await lead.post(paths.invitations(slug),
        { email: 'a@b.fr', organisation: app.organisations.epci, role: 'lawyer', capacity: 'ju\u0000riste' }),
      founding: await lead.post(paths.operations(), { id: newId(), epci: lens.siren, name: 'O\u0000RT', mainTown: '', capacity: 'x\u0000' }),
      name: await lead.post(paths.accountName(), { name: 'Ca\u0000mille' }),
      operation: await lead.get('/operations/%00'), convention: await lead.get(paths.convention(slug, 'a%00b')),
      provision: await lead.get(paths.provision(slug, '%00', '%00')),
      search: await lead.get(`${paths.territories()}?q=%00lens`), link: await lead.get(paths.invitation(slug, '%00')),
      document: await lead.get(paths.document(slug, '%00')),
    }
    expect(Object.entries(answers).map(([name, { status }]) => [name, status])).toEqual([
      ['signIn', 422], ['identity', 303], ['invitation', 200], ['founding', 303], ['name', 303], ['operation', 404], ['convention', 404],
      ['provision', 404], ['search', 404], ['link', 404], ['document', 404],
    ])
    expect(await wordsOf(await lead.get(paths.operation(slug)))).toContain('ORT de Lens')
  })

  it('with a name of JavaScript’s own is answered as any other', async () => {
    const app = await startApp(open)
    for (const word of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const statuses = [
        await app.as('lawyer').get(`${paths.account()}?fait=${word}`), await app.as('lawyer').get(paths.helpPage(word)),
        await app.as('lawyer').get(paths.epci(word)), await app.as('lawyer').get(paths.convention(app.operation.slug, word)),
        await app.visitor().post(paths.theme(), { theme: word, back: word }),
        await app.as('projectLead').post(paths.invitations(app.operation.slug), { role: word }), await app.visitor().get(`/assets/${word}`),
      ].map(({ status }) => status)
      expect([word, ...statuses]).toEqual([word, 200, 404, 404, 404, 303, 422, 404])
    }
  })

  it.each([
    ['multipart/form-data', 'no boundary'], ['multipart/form-data; boundary=x', '--x broken'], ['application/x-www-form-urlencoded', '%%%=%E0%A4%A'],
    ['application/json', '{'], ['', ''],
  ])('of type « %s » with a body of « %s » is never taken for our own error', async (type, body) => {
    const app = await startApp(open)
    for (const path of [paths.signIn(), paths.identity(app.operation.slug), paths.documents(app.operation.slug), paths.theme()]) {
      const { status } = await app.as('lawyer').send(path, {
        method: 'POST', headers: { 'sec-fetch-site': 'same-origin', ...(type !== '' && { 'content-type': type }) }, body,
      })
      expect([path, status < 500]).toEqual([path, true])
    }
  })
})

onEachEngine('a hostile document', (open) => {
  it.each([['👍'.repeat(150)], [`x${'👍'.repeat(150)}`], ['é\u0301'.repeat(150)]])('under the name %s.md is kept, and had back', async (name) => {
    const app = await startApp(open)
    const answer = await app.as('lawyer').upload(paths.documents(app.operation.slug), {
      name: `${name}.md`, bytes: '# Convention\n\nENTRE la Commune de Lens.\n',
    })
    expect(answer.status).toBe(303)
    await readingsEnded()
    const { id } = await app.inside((db) => db.selectFrom('document').select('id').executeTakeFirstOrThrow())
    expect((await app.as('lawyer').get(paths.document(app.operation.slug, id))).status).toBe(200)
  })

  it.each([
    ['full of astral letters',
      '# Convention 👍\n\nENTRE la Commune de Lens 𝔏, représentée par son Maire, Jean 👍 PETIT.\n\n## Article 1 – Objet 👍\n\n'
        + 'Le comité 👍 se réunit une fois par an. '.repeat(200)],
    ['with characters that PostgreSQL cannot hold',
      '# Conv\u0000ention\n\nENTRE la Commune\u0000 de Lens, représentée par son Maire, Jean PETIT.\n\n## Article 1 – Objet\n\nUn bilan '
        + 'annuel\u0000.\n'],
    ['with halves of letters', Uint8Array.from([0x23, 0x20, 0xed, 0xa0, 0xbd, 0x43, 0x6f, 0x6e, 0x76, 0x65, 0x6e, 0x74, 0x69, 0x6f, 0x6e])],
    ['with controls of direction and width', '# \u202eConvention\u200b\ufeff\n\nENTRE la Commune de Lens.\n'],
  ])('%s is read to its end, whatever it gives', async (_, bytes) => {
    const app = await startApp(open)
    const reading = (await app.as('lawyer').upload(paths.documents(app.operation.slug), { name: 'a.md', bytes })).headers.get('location') ?? ''
    await readingsEnded()
    expect((await app.inside((db) => db.selectFrom('reading').select('finished_at').executeTakeFirstOrThrow())).finished_at).not.toBeNull()
    expect((await app.as('lawyer').get(reading)).status).toBe(200)
  })

  it('reviewed with the longest and strangest words can still be published', async () => {
    const app = await startApp(open)
    const reading = (await app.as('lawyer').upload(paths.documents(app.operation.slug),
      { name: 'a.md', bytes: '# Convention\n\nENTRE la Commune de Lens, représentée par son Maire, Jean PETIT.\n' })).headers.get('location') ?? ''
    await readingsEnded()
    const long = 'Une partie au nom sans fin '.repeat(40)
    for (const typed of [
      { type: 'party', name: long, kind: 'other', role: 'partner' }, { type: 'party', name: `${long}bis`, kind: 'other', role: 'partner' },
      { type: 'party', name: 'NUL\u0000', kind: 'other', role: 'partner' },
      { type: 'body', name: long, meetingsPerYear: '0', conveningDays: '9999' }, { type: 'article', number: '1' }, { type: 'article', number: '1' },
      { type: 'stamp', id: '062-216201863-20221214-2022-120-DE' }, { type: 'stamp', id: '062-216201863-20221214-2022-120-DE' },
      { type: 'stamp', id: 'illisible' }, { type: 'stamp' },
      { type: 'amount', cents: '999999999999,99' }, { type: 'term', startsOn: 'signature', years: '9999' },
      { type: 'term', startsOn: '31/12/9999', years: '1' },
      { type: 'obligation', kind: 'other', 'rule.kind': 'deadline', 'rule.after': 'la signature', 'rule.years': '9999' },
      { type: 'obligation', kind: 'other', 'rule.kind': 'recurring', 'rule.timesPerYear': '0' },
    ]) expect([typed, (await app.as('lawyer').post(`${reading}/faits`, typed)).status]).toEqual([typed, 303])
    expect((await app.as('lawyer').post(`${reading}/faits`, { type: 'article', number: long })).status).toBe(422)
    const page = await (await app.as('lawyer').get(reading)).text()
    const [, sureFacts = ''] = /name="facts" value="([^"]*)"/.exec(page) ?? []
    await app.as('lawyer').post(`${reading}/faits-surs`, { facts: sureFacts })
    for (const [, path = ''] of page.matchAll(/<form class="button-form" method="post" action="([^"]*\/faits\/[^"]*)"/g)) {
      await app.as('lawyer').post(path, { version: '0', verdict: 'accepted' })
    }
    const published = await app.as('lawyer').post(`${reading}/publication`, { slug: 'chapeau' })
    expect(published.status).toBe(303)
    for (const path of [paths.operation, paths.conventions, paths.acts, paths.bodies, paths.obligations, paths.journal]) {
      expect((await app.as('lawyer').get(path(app.operation.slug))).status).toBe(200)
    }
    expect((await app.as('lawyer').get(paths.convention(app.operation.slug, 'chapeau'))).status).toBe(200)
  })
})
