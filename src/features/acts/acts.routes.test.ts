// The register of acts over HTTP: entering, reading, correcting, what was known when; on both engines.
import { expect, it } from 'vitest'
import { date } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import { paths } from '../../paths.ts'
import { inTenant } from '../../platform/database.ts'
import { startApp } from '../../testing/app.ts'
import { fieldOf, htmlOf, wordsOf } from '../../testing/client.ts'
import { onEachEngine } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { actsOfPublication } from './act.rules.ts'
import { insertActs } from './acts.store.ts'

const stamp = `Accusé de réception en préfecture
062-216201863-20221214-2022-120-DE
Date de télétransmission : 16/12/2022
Date de réception préfecture : 16/12/2022`

/** An operation with one declared convention of Bully-les-Mines and the EPCI, for five years. */
async function start(open: () => Promise<TestDatabase>, fields: Record<string, string> = {}) {
  const app = await startApp(open)
  const { slug } = app.operation
  const declared = await app.as('lawyer').post(paths.newConvention(slug), {
    cle: newId(), title: 'Convention chapeau', slug: 'chapeau', kind: 'umbrella', communes: 'Bully-les-Mines', epci: 'oui', years: '5', ...fields,
  })
  expect([declared.status, declared.headers.get('location')]).toEqual([303, `${paths.newAct(slug)}?convention=chapeau`])
  const record = async (form: Record<string, string>, role: 'lawyer' | 'townLead' = 'lawyer'): Promise<string> => {
    const answer = await app.as(role).post(paths.acts(slug), { cle: newId(), convention: 'chapeau', ...form })
    expect(answer.status, answer.status === 303 ? '' : await wordsOf(answer)).toBe(303)
    return answer.headers.get('location') ?? ''
  }
  const sign = async (on: string) => {
    await record({ kind: 'signature', author: '246200364', on })
    return await record({ kind: 'signature', author: '216201863', on })
  }
  const stateWords = async (le?: string) => await wordsOf(await app.as('funder').get(`${paths.state(slug)}${le === undefined ? '' : `?le=${le}`}`))
  return { ...app, slug, record, sign, stateWords }
}

onEachEngine('an act', (open) => {
  it('is entered with its formalities, each an act of its own, and read on the register', async () => {
    const app = await start(open)
    const page = await app.record({
      kind: 'deliberation', author: '216201863', on: '14/12/2022', number: '2022-120', transmittedOn: '16/12/2022', receivedOn: '16/12/2022',
      publishedOn: '17/12/2022', certifiedOn: '15/12/2022',
    })
    const acts = await app.inside((db) => db.selectFrom('act').select(['kind', 'happened_on', 'authority_name', 'about_id']).orderBy('about_id',
      (nulls) => nulls.nullsFirst()).orderBy('kind').execute())
    expect(acts.map(({ kind, happened_on }) => [kind, happened_on])).toEqual([
      ['deliberation', '2022-12-14'], ['certification', '2022-12-15'], ['publication', '2022-12-17'], ['receipt', '2022-12-16'],
      ['transmission', '2022-12-16'],
    ])
    expect(new Set(acts.slice(1).map(({ about_id }) => about_id)).size).toBe(1)
    const register = await wordsOf(await app.as('funder').get(paths.acts(app.slug)))
    expect(register).toContain('Délibération n° 2022-120')
    expect(register).toContain('À vérifier : certifié exécutoire avant de l’être.')
    expect(register).toContain('Manque au registre : signature pour « Convention chapeau ».')
    expect(await wordsOf(await app.as('funder').get(page))).toContain('Exécutoire depuis 17 décembre 2022')
    const journal = /href="([^"]+journal[^"]+)">journal/.exec(await htmlOf(await app.as('lawyer').get(page)))?.[1] ?? ''
    expect((await app.as('lawyer').get(journal)).status).toBe(200)
    const events = await app.inside((db) => db.selectFrom('journal_entry').select('what').orderBy('position').execute())
    expect(events.filter(({ what }) => what === 'actRecorded')).toHaveLength(5)
  })

  it('is read from a pasted stamp, which fills its fields', async () => {
    const app = await start(open)
    const html = await htmlOf(await app.as('townLead').get(`${paths.newAct(app.slug)}?tampon=${encodeURIComponent(stamp)}`))
    expect(['identifier', 'on', 'number', 'transmittedOn', 'receivedOn'].map((name) => fieldOf(html, name))).toEqual([
      '062-216201863-20221214-2022-120-DE', '14/12/2022', '2022-120', '16/12/2022', '16/12/2022',
    ])
    expect(html).toMatch(/<option[^>]*value="216201863"[^>]*selected/)
    const unread = await wordsOf(await app.as('townLead').get(`${paths.newAct(app.slug)}?tampon=rien`))
    expect(unread).toContain('Aucun identifiant ni aucune date ne se lit')
  })

  it('is refused with every fault at once, and nothing typed is lost', async () => {
    const app = await start(open)
    const answer = await app.as('lawyer').post(paths.acts(app.slug), {
      cle: newId(), kind: 'extension', convention: '', author: '', authority: '', siren: '123456789', on: '31/02/2025', number: 'A-1',
        months: 'douze',
    })
    const html = await htmlOf(answer)
    expect(answer.status).toBe(422)
    for (const sentence of ['Convention : remplissez', 'Autorité : remplissez', 'SIREN : recopiez', 'Date de l’acte : écrivez',
      'mois : indiquez un nombre']) {
      expect(html).toContain(sentence)
    }
    expect([fieldOf(html, 'on'), fieldOf(html, 'number'), fieldOf(html, 'months')]).toEqual(['31/02/2025', 'A-1', 'douze'])
    const future = await app.as('lawyer').post(paths.acts(app.slug), { cle: newId(), kind: 'signature', convention: 'chapeau', author: '246200364',
      on: '01/01/2030' })
    expect([future.status, (await wordsOf(future)).includes('cette date n’est pas encore venue')]).toEqual([422, true])
    expect(await app.inside((db) => db.selectFrom('act').select('id').execute())).toEqual([])
  })

  it('that is a step needs the decision it is about, of the same convention', async () => {
    const app = await start(open)
    const alone = await app.as('lawyer').post(paths.acts(app.slug), { kind: 'receipt', convention: 'chapeau', author: '216201863', on: '16/12/2022' })
    expect([alone.status, (await wordsOf(alone)).includes('Acte concerné : remplissez')]).toEqual([422, true])
    const signature = (await app.record({ kind: 'signature', author: '216201863', on: '14/12/2022' })).split('/').at(-1) ?? ''
    const wrong = await app.as('lawyer').post(paths.acts(app.slug), { kind: 'receipt', convention: 'chapeau', author: '216201863', about: signature })
    expect([wrong.status, (await wordsOf(wrong)).includes('Acte concerné : ce choix ne convient pas')]).toEqual([422, true])
    const decision = (await app.record({ kind: 'deliberation', author: '216201863', on: '14/12/2022' })).split('/').at(-1) ?? ''
    expect(await app.record({ kind: 'receipt', author: '216201863', on: '16/12/2022', about: decision })).toBe(paths.act(app.slug, decision))
  })

  it('sent twice is kept once; one identifier is not entered twice', async () => {
    const app = await start(open)
    const form = { cle: newId(), kind: 'deliberation', convention: 'chapeau', author: '216201863', identifier: '062-216201863-20221214-2022-120-DE' }
    const [first, second] = [await app.as('lawyer').post(paths.acts(app.slug), form), await app.as('lawyer').post(paths.acts(app.slug), form)]
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    const again = await app.as('lawyer').post(paths.acts(app.slug), { ...form, cle: newId() })
    expect([again.status, (await wordsOf(again)).includes('porte déjà cet identifiant')]).toEqual([422, true])
    expect(await app.inside((db) => db.selectFrom('act').select('id').execute())).toHaveLength(1)
  })

  it('is for those who may; the rest is forbidden, unknown, or elsewhere', async () => {
    const [app, other] = [await start(open), await startApp(open)]
    const page = await app.sign('06/04/2023')
    for (const role of ['elected', 'prefecture', 'funder'] as const) {
      expect((await app.as(role).post(paths.acts(app.slug), { kind: 'signature' })).status).toBe(403)
      expect((await app.as(role).get(`${page}/rectification`)).status).toBe(403)
      expect((await app.as(role).get(page)).status).toBe(200)
    }
    const wrongKind = await app.as('lawyer').post(paths.acts(app.slug), { kind: 'correction' })
    expect([wrongKind.status, (await wordsOf(wrongKind)).includes('choisissez la nature de l’acte')]).toEqual([422, true])
    expect((await app.as('lawyer').get(paths.act(app.slug, newId()))).status).toBe(404)
    expect((await other.as('lawyer').get(page)).status).toBe(404)
    expect((await other.as('lawyer').get(page.replace(app.slug, other.operation.slug))).status).toBe(404)
  })
})

onEachEngine('a register of a thousand acts', (open) => {
  it('is shown on one page, in one second at most on a busy machine', async () => {
    const app = await start(open)
    const { slug, operation, people } = app
    const conventionId = (await app.inside((db) => db.selectFrom('convention').select('id').executeTakeFirstOrThrow())).id
    const decision = {
      identifier: null, nature: 'DE', number: '2022-120', authority: { name: 'Bully-les-Mines', siren: '216201863' }, actedOn: date('2022-12-14'),
      transmittedOn: date('2022-12-16'), receivedOn: date('2022-12-16'), publishedOn: date('2022-12-17'), certifiedOn: date('2022-12-20'),
    }
    const publication = { conventionId, documentId: null, decisions: Array.from({ length: 200 }, () => decision), signatories: [], signedOn: null }
    await inTenant(app.database, { operationId: operation.id, personId: null }, (db) =>
      insertActs(db, operation.id, actsOfPublication(publication, newId<'act'>), people.lawyer.id, '2026-01-01T00:00:00.000Z' as Instant))
    await app.as('funder').get(paths.acts(slug))
    const started = performance.now()
    const html = await htmlOf(await app.as('funder').get(paths.acts(slug)))
    expect(performance.now() - started).toBeLessThan(1000)
    expect(html.match(/class="act-cell"/g)).toHaveLength(200)
    expect(html).toContain('Les 1000 actes de la chronologie')
  })
})

onEachEngine('a correction', (open) => {
  it('takes the place of the act with a reason, and leaves what was known before it', async () => {
    const app = await start(open)
    const page = await app.sign('06/04/2023')
    expect(await app.stateWords()).toContain('L’opération est en vigueur')
    app.wait(60 * 24 * 2)
    const form = await htmlOf(await app.as('lawyer').get(`${page}/rectification`))
    expect(fieldOf(form, 'on')).toBe('06/04/2023')
    const refused = await app.as('lawyer').post(`${page}/rectification`, { verdict: 'replace', author: '216201863', on: '06/06/2023' })
    expect([refused.status, (await wordsOf(refused)).includes('Motif : remplissez ce champ')]).toEqual([422, true])
    const answer = await app.as('lawyer').post(`${page}/rectification`, {
      cle: newId(), verdict: 'replace', why: 'Mauvaise page lue.', author: '216201863', on: '06/06/2023',
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, page])
    const shown = await wordsOf(await app.as('funder').get(page))
    expect(shown).toContain('Date de l’acte 6 juin 2023')
    expect(shown).toContain('Remplacé : du 6 avril 2023 au 6 juin 2023')
    expect(shown).toContain('Mauvaise page lue.')
    expect(await app.stateWords('2023-05-01')).toContain('pas encore en vigueur')
    expect(await app.stateWords('2023-05-01&su=12/03/2026')).toContain('L’état tel qu’il était su le 12 mars 2026 au soir.')
    expect(await app.stateWords('2023-05-01&su=12/03/2026')).toContain('L’opération est en vigueur')
    const before = await wordsOf(await app.as('funder').get(`${paths.acts(app.slug)}?su=12/03/2026`))
    expect(before).toContain('Le registre tel qu’il était su le 12 mars 2026 au soir.')
    expect([before.includes('06/04/2023'), before.includes('06/06/2023')]).toEqual([true, false])
    expect(await app.inside((db) => db.selectFrom('act').select('id').execute())).toHaveLength(3)
  })

  it('strikes out what should never have been recorded; it may be put back', async () => {
    const app = await start(open)
    const page = await app.sign('06/04/2023')
    await app.as('lawyer').post(`${page}/rectification`, { cle: newId(), verdict: 'strike', why: 'Saisie de trop.' })
    expect(await wordsOf(await app.as('funder').get(page))).toContain('Cet acte a été rayé du registre')
    expect(await app.stateWords()).toContain('Signature inconnue : Bully-les-Mines.')
    await app.as('lawyer').post(`${page}/rectification`, { cle: newId(), verdict: 'replace', why: 'Il était juste.', author: '216201863',
      on: '06/04/2023' })
    expect(await app.stateWords()).toContain('L’opération est en vigueur')
  })
})

onEachEngine('the state of an operation', (open) => {
  it('is told at any date, with its reasons, its acts and what would settle it', async () => {
    const app = await start(open)
    expect(await app.stateWords()).toContain('Signature inconnue : CA de Lens - Liévin, Bully-les-Mines.')
    await app.sign('06/04/2023')
    expect(await app.stateWords('2023-04-05')).toContain('Elle ne prend effet que le 6 avril 2023.')
    const now = await app.stateWords()
    expect(now).toContain('Elle court jusqu’au 6 avril 2028 inclus.')
    expect(now).toContain('Aucun acte enregistré ne délimite de secteur dans cette commune.')
    expect(await app.stateWords('2028-04-07')).toContain('L’opération a expiré')
    await app.record({ kind: 'termination', author: '246200364', on: '03/03/2025' })
    expect(await app.stateWords('2025-03-03')).toContain('Résiliée, avec effet le 3 mars 2025.')
  })

  it('of a convention known only by an order without a term is unknown, and says what would settle it', async () => {
    const app = await start(open, { years: '', title: 'ORT de 2019', epci: '' })
    await app.record({ kind: 'homologation', authority: 'Préfet du Pas-de-Calais', on: '04/08/2019' })
    const words = await app.stateWords('2026-11-22')
    expect(words).toContain('Nul ne peut dire si l’opération est en vigueur')
    expect(words).toContain('Homologuée par arrêté préfectoral le 4 août 2019.')
    expect(words).toContain('Ce qui le dirait : la durée de la convention, ou un acte qui fixe sa fin.')
    expect(await app.stateWords('2019-08-03')).toContain('L’opération n’est pas encore en vigueur')
  })

  it('keeps the day asked for on every link, offers to come back, and says when it cannot be read', async () => {
    const app = await start(open)
    const html = await htmlOf(await app.as('funder').get(`${paths.acts(app.slug)}?le=2025-03-03`))
    expect(html).toContain('Situation au 3 mars 2025')
    expect(html).toContain(`href="${paths.state(app.slug)}?le=2025-03-03"`)
    expect(html).toContain(`href="${paths.acts(app.slug)}">Revenir à aujourd’hui`)
    expect(await app.stateWords('demain')).toContain('La date de l’adresse ne se lit pas')
    expect(await app.stateWords('1899-12-31')).toContain('La date de l’adresse ne se lit pas')
  })
})

onEachEngine('declaring a convention', (open) => {
  it('is refused with every fault, and never under an address already taken', async () => {
    const app = await start(open)
    const answer = await app.as('lawyer').post(paths.newConvention(app.slug), {
      title: '', slug: 'chapeau', kind: 'amendment', communes: 'Paris', signedOn: 'hier', years: 'cinq',
    })
    const words = await wordsOf(answer)
    expect(answer.status).toBe(422)
    for (const sentence of ['Titre : remplissez', 'Nature : remplissez', 'a déjà cette adresse', 'n’est pas de cette intercommunalité',
      'Signée le : écrivez',
      'Durée en années : indiquez']) expect(words).toContain(sentence)
    expect((await app.as('funder').post(paths.newConvention(app.slug), {})).status).toBe(403)
  })

  it('with its day of signature signs it for each party', async () => {
    const app = await start(open, { signedOn: '06/04/2023', state: 'oui' })
    const acts = await app.inside((db) => db.selectFrom('act').select(['kind', 'authority_name']).orderBy('authority_name').execute())
    expect(acts.map(({ authority_name }) => authority_name)).toEqual(['Bully-les-Mines', 'CA de Lens - Liévin', 'État'])
    expect(await app.stateWords()).toContain('Signée par toutes les parties, la dernière le 6 avril 2023.')
  })
})
