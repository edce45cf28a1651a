// Reviewing a reading over HTTP: deciding facts one by one or together, correcting, adding, and two people on the same fact.
import { expect, it } from 'vitest'
import { newId, readId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { startApp } from '../../testing/app.ts'
import type { TestApp } from '../../testing/app.ts'
import { fieldOf, htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { readingsEnded } from './reading-job.ts'
import { listFacts } from './readings.store.ts'
import type { FactKind, ReviewedFact } from './fact.rules.ts'

const text = `# Convention-cadre valant opération de revitalisation de territoire de Lens

## ENTRE

- La Communauté d'Agglomération de Lens-Liévin, représentée par son Président, Jean PETIT ;
- La Commune de Lens, représentée par son Maire, Anne GRAND ;

## Article 1 – Objet

La convention entre en vigueur à la date de sa signature, pour une durée de 5 ans. Une aide de 55 000 € HT est sollicitée.

## Article 2 – Gouvernance

Un comité de pilotage est présidé par le Maire de Lens. Il se réunit au moins une fois par an. Un bilan annuel est établi.
`
type Review = TestApp & {
  readonly reading: string; readonly facts: () => Promise<readonly ReviewedFact[]>; readonly fact: (kind: FactKind) => Promise<ReviewedFact>
  readonly at: (fact: { readonly id: string }) => string
  readonly events: () => Promise<readonly { what: string; object_id: string; before: unknown; after: unknown }[]>
}
async function start(open: () => Promise<TestDatabase>): Promise<Review> {
  const app = await startApp(open)
  const answer = await app.as('lawyer').upload(paths.documents(app.operation.slug), { name: 'convention.md', bytes: text })
  await readingsEnded()
  const reading = answer.headers.get('location') ?? ''
  const id = readId<'reading'>(reading.split('/').at(-1) ?? '') ?? newId<'reading'>()
  const facts = (): Promise<readonly ReviewedFact[]> => app.inside((db) => listFacts(db, id))
  return {
    ...app, reading, facts, at: (fact) => paths.fact(app.operation.slug, id, fact.id),
    fact: async (kind) => {
      const found = (await facts()).find((known) => known.kind === kind)
      if (found === undefined) throw new Error(`no ${kind} was read`)
      return found
    },
    events: async () =>
      (await app.inside((db) =>
        db.selectFrom('journal_entry').select(['what', 'object_id', 'before', 'after']).orderBy('position').execute())).slice(2),
  }
}

onEachEngine('the review of a reading', (open) => {
  it('shows the text with its facts marked, and the tools to those who may review', async () => {
    const app = await start(open)
    const [mine, theirs] = [await htmlOf(await app.as('lawyer').get(app.reading)), await htmlOf(await app.as('funder').get(app.reading))]
    const facts = await app.facts()
    expect(facts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['title', 'party', 'term', 'amount', 'body', 'obligation', 'article']))
    for (const fact of facts) expect([mine.includes(`fact-${fact.id}`), theirs.includes(`fact-${fact.id}`)]).toEqual([true, true])
    expect([mine.includes('Accepter les'), theirs.includes('Accepter'), mine.includes('<mark')]).toEqual([true, false, true])
  })

  it('accepts and rejects a fact, leads to the next one, and journals both', async () => {
    const app = await start(open)
    const [amount, term] = [await app.fact('amount'), await app.fact('term')]
    const accepted = await app.as('townLead').post(app.at(amount), { version: '0', verdict: 'accepted', next: term.id })
    expect([accepted.status, accepted.headers.get('location')]).toEqual([303, `${app.reading}#fact-${term.id}`])
    expect((await app.as('townLead').post(app.at(amount), { version: '1', verdict: 'rejected' })).headers.get('location'))
      .toBe(`${app.reading}#fact-${amount.id}`)
    expect(await app.fact('amount')).toMatchObject({ verdict: 'rejected', version: 2, value: amount.value })
    expect(await app.events()).toEqual([
      { what: 'factDecided', object_id: amount.id, before: { verdict: null, value: amount.value },
        after: { verdict: 'accepted', value: amount.value } },
      { what: 'factDecided', object_id: amount.id, before: { verdict: 'accepted', value: amount.value },
        after: { verdict: 'rejected', value: amount.value } },
    ])
  })

  it('corrects a fact, which shows as corrected; what was read stays what it was', async () => {
    const app = await start(open)
    const amount = await app.fact('amount')
    const page = await htmlOf(await app.as('lawyer').get(app.at(amount)))
    expect([fieldOf(page, 'cents'), fieldOf(page, 'version')]).toEqual(['55 000', '0'])
    expect((await app.as('lawyer').post(app.at(amount), { version: '0', verdict: 'corrected', cents: '45 000,50', taxBasis: 'TTC' })).status)
      .toBe(303)
    expect(await app.fact('amount')).toMatchObject({ verdict: 'corrected', version: 1, value: { cents: 4_500_050, taxBasis: 'TTC' } })
    expect(await wordsOf(await app.as('funder').get(app.reading))).toContain('45 000,50 € TTC')
    expect(await app.inside((db) => db.selectFrom('fact').select('value').where('id', '=', readId<'fact'>(amount.id) ?? newId<'fact'>()).execute()))
      .toEqual([{ value: amount.value }])
  })

  it('keeps the lines of a text sent back by a browser as they were', async () => {
    const app = await start(open)
    const party = await app.fact('article')
    const lines = 'Première ligne.\r\n\r\nSeconde ligne.'
    await app.as('lawyer').post(app.at(party), { version: '0', verdict: 'corrected', number: '1', heading: 'Objet', text: lines })
    expect((await app.fact('article')).value['text']).toBe('Première ligne.\n\nSeconde ligne.')
  })

  it('refuses a correction that cannot be read, says why at its field, and keeps what was typed', async () => {
    const app = await start(open)
    const amount = await app.fact('amount')
    const answer = await app.as('lawyer').post(app.at(amount), { version: '0', verdict: 'corrected', cents: 'beaucoup', taxBasis: 'TVA' })
    const html = await htmlOf(answer)
    expect([answer.status, fieldOf(html, 'cents'), html.includes('<title>Erreur')]).toEqual([422, 'beaucoup', true])
    expect(html).toContain('Indiquez un montant en euros')
    expect(html).toContain('Choisissez une valeur dans la liste')
    expect(await app.events()).toEqual([])
  })

  it('accepts at one stroke the sure facts that were shown, and only those', async () => {
    const app = await start(open)
    const facts = await app.facts()
    const ready = facts.filter(({ confidence }) => confidence >= 0.9)
    const [left] = ready
    await app.as('lawyer').post(`${app.reading}/faits-surs`, { facts: facts.filter((fact) => fact !== left).map(({ id }) => id).join(' ') })
    const after = await app.facts()
    expect(after.filter(({ verdict }) => verdict === 'accepted').map(({ id }) => id)).toEqual(ready.slice(1).map(({ id }) => id))
    expect((await app.events()).map(({ what, after: kept }) => [what, kept]))
      .toEqual([['factsAccepted', { accepted: expect.arrayContaining(ready.slice(1).map(({ id }) => id)) }]])
  })

  it('adds a fact the reader missed, at the words shown, once', async () => {
    const app = await start(open)
    const add = `${app.reading}/faits`
    const span = { start: text.indexOf('Une aide'), end: text.indexOf('Une aide') + 8 }
    const place = `debut=${span.start}&fin=${span.end}`
    expect(await htmlOf(await app.as('lawyer').get(`${add}?${place}`))).toContain(`?type=rate&${place}`)
    const page = await htmlOf(await app.as('lawyer').get(`${add}?type=rate&${place}`))
    const typed = {
      cle: fieldOf(page, 'cle') ?? '', type: 'rate', debut: fieldOf(page, 'debut') ?? '', fin: fieldOf(page, 'fin') ?? '', percent: '50', cap: 'oui',
    }
    const [first, second] = [await app.as('lawyer').post(add, typed), await app.as('lawyer').post(add, typed)]
    expect([first.status, second.headers.get('location')]).toEqual([303, first.headers.get('location')])
    const rates = (await app.facts()).filter(({ kind }) => kind === 'rate')
    expect(rates).toMatchObject([{ value: { percent: 50, cap: true }, span, verdict: 'corrected', added: true }])
    expect(await wordsOf(await app.as('funder').get(app.reading))).toContain('50 % au plus')
  })

  it('refuses an addition that cannot be read, and takes no kind that does not exist', async () => {
    const app = await start(open)
    const answer = await app.as('lawyer').post(`${app.reading}/faits`, { type: 'rate', percent: 'tout' })
    expect([answer.status, fieldOf(await htmlOf(answer), 'percent')]).toEqual([422, 'tout'])
    expect((await app.as('lawyer').post(`${app.reading}/faits`, { type: 'rumour' })).status).toBe(404)
    for (const [debut, fin] of [['5', '5'], ['9', '3'], ['-1', '4'], ['1e9', '2e9'], ['99999999999', '999999999999'], ['x', '']]) {
      expect([
        debut, (await app.as('lawyer').post(`${app.reading}/faits`, { type: 'rate', percent: '5', debut: debut ?? '', fin: fin ?? '' })).status,
      ]).toEqual([debut, 303])
    }
    expect((await app.facts()).filter(({ kind, span }) => kind === 'rate' && span !== null)).toEqual([])
  })

  it('decided by two people shows both versions to the second, who may send theirs again over the first', async () => {
    const app = await start(open)
    const amount = await app.fact('amount')
    await app.as('projectLead').post(app.at(amount), { version: '0', verdict: 'corrected', cents: '1 000', taxBasis: 'HT' })
    const conflict = await app.as('lawyer').post(app.at(amount), { version: '0', verdict: 'corrected', cents: '2 000', taxBasis: 'TTC' })
    const html = await htmlOf(conflict)
    expect(conflict.status).toBe(409)
    expect(html).toContain(app.people.projectLead.name)
    expect(html).toContain('1 000')
    expect([fieldOf(html, 'cents'), fieldOf(html, 'version')]).toEqual(['2 000', '1'])
    expect((await app.as('lawyer').post(app.at(amount),
      { version: fieldOf(html, 'version') ?? '', verdict: 'corrected', cents: '2 000', taxBasis: 'TTC' })).status).toBe(303)
    expect(await app.fact('amount')).toMatchObject({ version: 2, value: { cents: 200_000, taxBasis: 'TTC' } })
  })

  it('decided by two people at the same instant is decided once', async () => {
    const app = await start(open)
    const amount = await app.fact('amount')
    const answers = await Promise.all((['projectLead', 'lawyer',
      'townLead'] as const).map((role) => app.as(role).post(app.at(amount), { version: '0', verdict: 'accepted' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409])
    expect(await app.fact('amount')).toMatchObject({ version: 1 })
    expect(await app.events()).toHaveLength(1)
  })

  it('is for those who may, in this operation, and for facts that are there', async () => {
    const [app, other] = [await start(open), await start(open)]
    const amount = await app.fact('amount')
    const decision = { version: '0', verdict: 'accepted' }
    for (const path of [app.at(amount), `${app.reading}/faits`, `${app.reading}/faits-surs`]) {
      const answer = await app.as('elected').post(path, decision)
      expect([path, answer.status, (await wordsOf(answer)).includes('chef de projet, commune, juriste')]).toEqual([path, 403, true])
      expect((await app.visitor().post(path, decision)).status).toBe(401)
      expect((await other.as('lawyer').post(path, decision)).status).toBe(404)
    }
    expect((await app.as('funder').get(app.at(amount))).status).toBe(403)
    expect((await app.as('lawyer').get(app.at({ id: newId() }))).status).toBe(404)
    expect((await app.as('lawyer').get(app.at(await other.fact('amount')))).status).toBe(404)
    expect((await app.as('lawyer').post(app.at(await other.fact('amount')), decision)).status).toBe(404)
    expect((await app.as('lawyer').post(app.at(amount), { version: '0', verdict: 'perhaps' })).status).toBe(404)
    for (const version of ['', 'x', '7', '-1']) {
      expect((await app.as('lawyer').post(app.at(amount), { version, verdict: 'accepted' })).status).toBe(409)
    }
    expect(await app.events()).toEqual([])
  })

  it('is over once its reading is set aside, which is dated, journalled and done once', async () => {
    const app = await start(open)
    const amount = await app.fact('amount')
    expect((await app.as('elected').post(`${app.reading}/retrait`)).status).toBe(403)
    expect((await app.as('townLead').post(`${app.reading}/retrait`)).status).toBe(303)
    expect((await app.as('townLead').post(`${app.reading}/retrait`)).status).toBe(404)
    expect((await app.as('lawyer').post(app.at(amount), { version: '0', verdict: 'accepted' })).status).toBe(404)
    expect(await wordsOf(await app.as('lawyer').get(app.reading))).toContain('Lecture retirée')
    expect((await app.as('lawyer').get(`${app.reading}/publication`)).status).toBe(404)
    expect(await wordsOf(await app.as('lawyer').get(paths.operation(app.operation.slug)))).not.toContain('Lecture à relire')
    expect((await app.events()).map((event) => event.what)).toEqual(['readingSetAside'])
  })
})
