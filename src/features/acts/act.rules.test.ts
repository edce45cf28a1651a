// The acts of a publication, the register made of acts, the forms of an act and of a declared convention: pure rules.
import { describe, expect, test } from 'vitest'
import { date } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/date.ts'
import { actKinds } from '../../law/legal-act.ts'
import type { ActKind } from '../../law/legal-act.ts'
import { aConvention, agglomeration, bully } from '../../testing/records.ts'
import { actFields, correctAct, newActFields, readActForm, recordAct, typedOf } from './act-form.rules.ts'
import type { ActTyped, NewActTyped } from './act-form.rules.ts'
import { actsOfPublication } from './act.rules.ts'
import type { NewAct, RegisterAct } from './act.rules.ts'
import { declareConvention, declaredFields, slugOf } from './declared.rules.ts'
import type { DeclaredTyped } from './declared.rules.ts'
import { registerOf } from './register.rules.ts'

const conventionId = newId<'convention'>()
const kept = (acts: readonly NewAct[], recordedAt = '2023-05-01T08:00:00.000Z'): RegisterAct[] =>
  acts.map((act) => ({ ...act, recordedAt: recordedAt as Instant, recordedBy: 'Inès Carlier' }))
const decision = {
  identifier: '062-216201863-20221214-2022-120-DE', nature: 'DE', number: '2022-120', authority: { name: bully.name, siren: bully.siren },
  actedOn: date('2022-12-14'), transmittedOn: date('2022-12-16'), receivedOn: date('2022-12-16'), publishedOn: null, certifiedOn: date('2022-12-20'),
}
const published = actsOfPublication({
  conventionId, documentId: null, decisions: [decision], signatories: [agglomeration, bully], signedOn: date('2023-04-06'),
}, newId<'act'>)

describe('a publication', () => {
  test('makes one act of each dated step of a stamp, and a signature of each party', () => {
    expect(published.map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      'deliberation 2022-12-14', 'transmission 2022-12-16', 'receipt 2022-12-16', 'certification 2022-12-20', 'signature 2023-04-06',
      'signature 2023-04-06',
    ])
    expect(published.map(({ about }) => about === null)).toEqual([true, false, false, false, true, true])
    expect(published[5]?.effect).toEqual({ party: 'Bully-les-Mines', insee: '62186' })
  })

  test('signs nothing when nobody knows the day; an order is an order', () => {
    const acts = actsOfPublication({
      conventionId, documentId: null, decisions: [{ ...decision, nature: 'AR' }], signatories: [bully], signedOn: null,
    }, newId<'act'>)
    expect(acts.map(({ kind }) => kind)).toEqual(['order', 'transmission', 'receipt', 'certification'])
  })
})

describe('the register', () => {
  const convention = aConvention({ id: conventionId, parties: [agglomeration, bully] })
  const acts = kept(published)
  test('puts the six dates of a decision on one line, and says what each party lacks', () => {
    const { authorities } = registerOf(acts, [convention], null)
    const [first, second] = authorities
    expect(first).toMatchObject({ name: 'Bully-les-Mines', gaps: [] })
    expect(first?.lines).toMatchObject([{
      act: { on: '2022-12-14' }, transmittedOn: '2022-12-16', receivedOn: '2022-12-16', publishedOn: null, certifiedOn: '2022-12-20',
      signature: { on: '2023-04-06' }, executoryFrom: null, warnings: ['certifiedWithoutPublication'], corrected: false,
    }])
    expect(second).toMatchObject({ name: agglomeration.name, gaps: [{ what: 'deliberation', conventionId }] })
  })

  test('asks nothing of a convention that an order made, nor of a draft nobody acted on', () => {
    const order = kept([{ ...published[0], kind: 'homologation' } as NewAct])
    expect(registerOf(order, [convention], null).authorities.flatMap(({ gaps }) => gaps)).toEqual([])
    const draft = aConvention({ id: newId(), kind: 'amendment', amends: conventionId })
    expect(registerOf(acts, [draft], null).authorities.flatMap(({ gaps }) => gaps)).toEqual([])
  })

  test('at a moment past holds what was recorded by then', () => {
    expect(registerOf(acts, [], '2023-04-30T00:00:00.000Z' as Instant).authorities).toEqual([])
  })

  test('shows two signatures of one authority as two', () => {
    const twice = kept([published[4], { ...published[4], id: newId<'act'>() }] as NewAct[])
    expect(registerOf(twice, [], null).authorities[0]?.lines).toHaveLength(2)
  })

  test('of a thousand acts is made in the blink of an eye', () => {
    const many = Array.from({ length: 170 }, () => actsOfPublication({
      conventionId, documentId: null, decisions: [decision], signatories: [agglomeration, bully], signedOn: date('2023-04-06'),
    }, newId<'act'>)).flatMap((some) => kept(some))
    const started = performance.now()
    expect(registerOf(many, [convention], null).standing).toHaveLength(1020)
    expect(performance.now() - started).toBeLessThan(300)
  })
})

const scene = {
  authorities: [{ name: agglomeration.name, siren: agglomeration.siren, insee: null }, { name: bully.name, siren: bully.siren, insee: bully.insee }],
  towns: [{ insee: '62186', name: 'Bully-les-Mines' }, { insee: '62563', name: 'Mazingarbe' }], today: date('2026-03-12'), standing: kept(published),
  conventions: [{ id: conventionId, slug: 'chapeau' }], documents: [],
}
const empty: ActTyped = { ...blank(actFields) }
function blank<Name extends string>(names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, ''])) as Record<Name, string>
}
const whole: NewActTyped = { ...blank(newActFields), convention: 'chapeau', author: '216201863' }
const problemsOf = (kind: ActKind, typed: Partial<NewActTyped>): readonly string[] => {
  const outcome = recordAct(kind, { ...whole, ...typed }, scene, newId<'act'>)
  return outcome.ok ? [] : outcome.problems.map(({ field, why }) => `${field} ${why}`)
}

describe('the form of an act', () => {
  test('asks of each kind what the table of acts asks, and nothing else', () => {
    expect(Object.fromEntries(actKinds.filter((kind) => kind !== 'correction').map((kind) => [kind, problemsOf(kind, {}).join(', ')]))).toEqual({
      deliberation: '', order: '', transmission: 'about missing', receipt: 'about missing', publication: 'about missing',
      certification: 'about missing', signature: '', homologation: '', amendment: '', extension: 'endsOn missing', accession: 'party missing',
      withdrawal: 'party missing', termination: '', annulment: 'outcome missing', perimeter: 'sector missing, sectorCommune missing',
    })
  })

  test('says all that is wrong at once', () => {
    expect(problemsOf('extension', {
      author: '', siren: '123', on: '31/02/2025', effectiveOn: '1/1/1800', endsOn: 'un jour', months: '-1', convention: 'x', document: 'y',
        about: 'z',
    })).toEqual([
      'on dateUnreadable', 'effectiveOn dateFar', 'author missing', 'siren sirenWrong', 'endsOn dateUnreadable', 'months monthsUnreadable',
      'convention missing', 'about notAllowed', 'document notAllowed',
    ])
    expect(problemsOf('termination', { partCommunes: 'Bully les mines\nParis' })).toEqual(['partCommunes communeUnknown'])
    expect(problemsOf('deliberation', { identifier: decision.identifier, transmittedOn: '1/1/2030' })).toEqual([
      'identifier alreadyRecorded', 'transmittedOn inFuture',
    ])
  })

  test('reads what each kind changes', () => {
    const effect = (kind: ActKind, typed: Partial<ActTyped>) => readActForm(kind, { ...empty, author: '216201863', ...typed }, scene).value.effect
    expect(effect('signature', {})).toEqual({ party: 'Bully-les-Mines', insee: '62186' })
    expect(effect('extension', { endsOn: '31/12/2030', months: '6' })).toEqual({ endsOn: '2030-12-31' })
    expect(effect('accession', { party: '62563' })).toEqual({ party: 'Mazingarbe', insee: '62563' })
    expect(effect('withdrawal', { party: 'Banque des Territoires' })).toEqual({ party: 'Banque des Territoires' })
    expect(effect('annulment', { outcome: 'opens' })).toEqual({ opens: true })
    expect(effect('annulment', { outcome: 'annuls', partCommunes: '62186', partProvisions: '4, 5' })).toEqual({
      partial: { communes: ['62186'], provisions: ['4', '5'] },
    })
    expect(effect('perimeter', { sector: 'Centre', sectorCommune: '62186', townCentre: 'oui' })).toEqual({
      sector: { name: 'Centre', insee: '62186', townCentre: true },
    })
    expect(effect('perimeter', { sector: 'Gare', sectorCommune: '62186', sectorRemoved: 'oui' })).toEqual({
      sector: { name: 'Gare', insee: '62186', townCentre: false, removed: true },
    })
    expect(effect('publication', { medium: 'paper', party: 'x', months: '3' })).toEqual({ medium: 'paper' })
  })

  test('filled with an act reads as that act', () => {
    for (const act of scene.standing) {
      const { value, problems } = readActForm(act.kind, typedOf(act, scene.authorities), scene)
      expect(problems).toEqual([])
      expect(value).toEqual({
        authority: act.authority, on: act.on, effectiveOn: act.effectiveOn, effect: act.effect, number: act.number, identifier: act.identifier,
      })
    }
  })

  test('of a correction asks for a reason and for what to do', () => {
    const [act] = scene.standing
    if (act === undefined) throw new Error('no act')
    const typed = { ...typedOf(act, scene.authorities), verdict: '', why: '' }
    const by = { name: 'ORT', siren: null }
    const refusedOutcome = correctAct(act, typed, scene, by, newId<'act'>)
    expect(refusedOutcome.ok ? [] : refusedOutcome.problems).toEqual([{ field: 'verdict', why: 'missing' }, { field: 'why', why: 'missing' }])
    const struck = correctAct(act, { ...blank(actFields), verdict: 'strike', why: 'Saisie de trop.' }, scene, by, newId<'act'>)
    expect(struck).toMatchObject({ ok: true, value: { kind: 'correction', about: act.id, reason: 'Saisie de trop.', effect: { replacement: null } } })
  })
})

describe('a declared convention', () => {
  const typed = (fields: Partial<DeclaredTyped>): DeclaredTyped => ({ ...blank(declaredFields), title: 'ORT de 2019', kind: 'other',
    communes: '62186', ...fields })
  const declared = (fields: Partial<DeclaredTyped>) => declareConvention(typed(fields), scene.towns, ['ort'])
  test('without a word on its duration has no term; with a day of signature or a duration it has one', () => {
    expect(declared({})).toMatchObject({ ok: true, value: { slug: 'ort-de-2019', term: null, towns: [{ insee: '62186' }], withEpci: false } })
    expect(declared({ years: '5' })).toMatchObject({ ok: true, value: { term: { startsOn: 'signature', years: 5 } } })
    expect(declared({ startsOn: '1/1/2024', endsOn: '31/12/2026' })).toMatchObject({ value: { term: { startsOn: '2024-01-01',
      endsOn: '2026-12-31' } } })
  })

  test('is refused with every problem', () => {
    const outcome = declared({ title: '', kind: 'amendment', slug: 'Ort', communes: 'Paris', signedOn: 'hier', years: '0', endsOn: '1/1/1700' })
    expect(outcome.ok ? [] : outcome.problems.map(({ field, why }) => `${field} ${why}`)).toEqual([
      'signedOn dateUnreadable', 'endsOn dateFar', 'title missing', 'kind missing', 'slug slugShape', 'communes communeUnknown',
        'years durationUnreadable',
    ])
    const late = declared({ slug: 'ort', signedOn: '1/1/2024', endsOn: '1/1/2023' })
    expect(late.ok ? [] : late.problems.map(({ why }) => why)).toEqual(['slugTaken', 'endBeforeStart'])
  })

  test('gets an address from its title, short and free', () => {
    expect(slugOf('L’ORT de Lens & Liévin (2019)', [])).toBe('l-ort-de-lens-lievin-2019')
    expect(slugOf('ORT', ['ort', 'ort-2'])).toBe('ort-3')
    expect(slugOf('«»', [])).toBe('convention')
    expect(slugOf('Convention d’opération de revitalisation de territoire de Lens et Liévin', [])).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })
})
