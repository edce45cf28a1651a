// A request of suspension: its days, who joined, and the one thing to do next.
import { describe, expect, it } from 'vitest'
import { date } from '../../kernel/date.ts'
import { newId } from '../../kernel/id.ts'
import type { SuspensionStepKind } from '../../law/levers/suspension-step.ts'
import { noEvidence, readEvidence, typedEvidence } from './evidence.rules.ts'
import { readStep } from './suspension-step.rules.ts'
import { daysOf, emptySuspension, joiningsOf, nextStepOf, readSuspension, typedSuspension } from './suspension.rules.ts'
import type { Signatory, Suspension, SuspensionStep } from './suspension.rules.ts'

const organisations = { epci: newId<'organisation'>(), lens: newId<'organisation'>(), lievin: newId<'organisation'>() }
const signatory = (key: string, executive: string, organisationId: Signatory['organisationId']): Signatory =>
  ({ key, name: executive, executive, organisationId, sure: true })
const signatories = [signatory('epci', 'le président', organisations.epci), signatory('62498', 'le maire de Lens', organisations.lens),
  signatory('62510', 'le maire de Liévin', organisations.lievin)]
const step = (kind: SuspensionStepKind, on: string, organisationId: SuspensionStep['organisationId'] = null): SuspensionStep =>
  ({ id: newId<'suspensionStep'>(), kind, organisationId, organisation: null, happenedOn: date(on), words: '', documentId: null, document: null })
const sourced = { figure: '12 %', trend: 'up' as const, source: 'INSEE 2024', on: null }
const evidence = { ...noEvidence, lines: { housingVacancy: sourced, commercialVacancy: sourced, unemployment: sourced } }
const request = (more: Partial<Suspension> = {}): Suspension => ({
  id: newId<'suspension'>(), version: 1, project: 'Zone des Cardinaux', insee: '62498', place: '', salesAreaM2: 4500, developer: '',
  registeredOn: date('2026-03-02'), evidence, steps: [], ...more,
})
const everybody = [step('joined', '2026-03-05', organisations.epci), step('joined', '2026-03-06', organisations.lens),
  step('joined', '2026-03-09', organisations.lievin)]
const nextOf = (suspension: Suspension, on = '2026-03-10') => nextStepOf(suspension, joiningsOf(signatories, suspension.steps), date(on))

describe('the days of a request', () => {
  it('leave fifteen clear days for opinions: registered on 2 March, still possible on the 18th', () => {
    expect(daysOf(request()).opinions).toEqual({ last: '2026-03-18', rolled: '2026-03-18' })
    expect(daysOf(request({ registeredOn: null })).opinions).toBeNull()
    expect([nextOf(request(), '2026-03-18').late, nextOf(request(), '2026-03-19').late]).toEqual([false, true])
    expect(nextOf(request({ steps: [...everybody, step('sent', '2026-03-10')] }), '2026-03-19').late).toBe(false)
  })
  it('end a suspension three years later, four when it is extended', () => {
    const suspended = [step('suspended', '2026-04-01')]
    expect(daysOf(request({ steps: suspended })).suspendedUntil).toBe('2029-03-31')
    expect(daysOf(request({ steps: [...suspended, step('extended', '2029-03-01')] })).suspendedUntil).toBe('2030-03-31')
  })
})

describe('what to do next', () => {
  it.each<[string, Partial<Suspension>, string, readonly string[]]>([
    ['date the application', { registeredOn: null }, 'register', ['le président', 'le maire de Lens', 'le maire de Liévin']],
    ['make everybody join', { steps: everybody.slice(0, 2) }, 'join', ['le maire de Liévin']],
    ['face a refusal', { steps: [...everybody, step('declined', '2026-03-10', organisations.lens)] }, 'declined', ['le maire de Lens']],
    ['bring the data', { steps: everybody, evidence: { ...evidence, lines: { ...evidence.lines, unemployment: { ...sourced, source: '' } } } },
      'evidence', []],
    ['send it', { steps: everybody }, 'send', []],
    ['note that it was received', { steps: [...everybody, step('sent', '2026-03-10')] }, 'receive', []],
    ['complete what was sent without everybody', { steps: [...everybody.slice(0, 2), step('sent', '2026-03-10')] }, 'notJoint',
      ['le maire de Liévin']],
    ['wait', { steps: [...everybody, step('sent', '2026-03-10'), step('received', '2026-03-11')] }, 'await', []],
    ['watch the end', { steps: [...everybody, step('suspended', '2026-04-01')] }, 'suspended', []],
    ['nothing more, refused', { steps: [...everybody, step('refused', '2026-04-01')] }, 'refused', []],
    ['nothing more, over', { steps: [...everybody, step('suspended', '2026-04-01'), step('ended', '2028-04-01')] }, 'ended', []],
    ['nothing more, left', { steps: [step('withdrawn', '2026-03-05')] }, 'withdrawn', ['le président', 'le maire de Lens', 'le maire de Liévin']],
  ])('%s', (_words, more, stage, who) => {
    expect(nextOf(request(more))).toMatchObject({ stage, who })
  })
  it('says which signatories are not known at all', () => {
    expect(nextStepOf(request(), [], date('2026-03-10')).stage).toBe('signatories')
  })
  it('counts the last answer of each, so that who declined may still join', () => {
    const steps = [step('declined', '2026-03-04', organisations.lens), ...everybody]
    expect(joiningsOf(signatories, steps).map(({ answer }) => answer)).toEqual(['joined', 'joined', 'joined'])
  })
})

describe('the forms', () => {
  const isOther = (insee: string) => insee === '62041'
  it('refuse every fault of a project at once, and print back what they accept', () => {
    const typedWrong = { ...emptySuspension, salesArea: 'grand', registeredOn: '40/01/2026' }
    const wrong = readSuspension(typedWrong, ['62498'], isOther, date('2026-03-10'))
    expect(wrong).toMatchObject({ ok: false, problems: ['projectMissing', 'communeUnknown', 'areaUnreadable', 'dayUnreadable'] })
    const typed = { ...typedSuspension(request(), ['62498']), salesArea: '4 500' }
    const next = { ...typed, insee: '', otherInsee: '62041' }
    expect(readSuspension(next, ['62498'], isOther, date('2026-03-10'))).toMatchObject({ ok: true, value: { insee: '62041' } })
    expect(typedSuspension(request({ insee: '62041' }), ['62498'])).toMatchObject({ insee: '', otherInsee: '62041' })
    expect(readSuspension(typed, ['62498'], isOther, date('2026-03-10')))
      .toMatchObject({ ok: true, value: { salesAreaM2: 4500, registeredOn: '2026-03-02' } })
  })
  it('keep the data as they were typed, and ask for a source beside a figure', () => {
    expect(readEvidence(typedEvidence(evidence))).toEqual({ ok: true, value: evidence })
    expect(readEvidence({ 'figure-unemployment': '9 %', 'on-unemployment': 'hier' }))
      .toMatchObject({ ok: false, problems: [{ field: 'source-unemployment', why: 'source' }, { field: 'on-unemployment', why: 'day' }] })
  })
  it('let a town answer for itself alone, and end only what was suspended', () => {
    const choices = { signatories, documents: [], today: date('2026-03-10'), steps: [], own: ['62498'], registeredOn: date('2026-03-02') }
    const typed = { kind: 'joined', signatory: '62498', happenedOn: '09/03/2026', words: '', document: '' }
    expect(readStep(typed, choices)).toMatchObject({ ok: true })
    expect(readStep({ ...typed, signatory: '62510' }, choices)).toMatchObject({ ok: false, problems: ['signatoryNotYours'] })
    expect(readStep({ ...typed, kind: 'sent', signatory: '' }, choices)).toMatchObject({ ok: false, problems: ['signatoryNotYours'] })
    expect(readStep({ ...typed, kind: 'ended', signatory: '', happenedOn: '11/03/2026' }, { ...choices, own: null }))
      .toMatchObject({ ok: false, problems: ['dayAhead', 'notSuspended'] })
    const early = { ...typed, kind: 'suspended', signatory: '', happenedOn: '01/01/2020' }
    expect(readStep(early, { ...choices, own: null })).toMatchObject({ ok: false, problems: ['beforeRegistration'] })
    expect(readStep({ ...typed, signatory: '' }, { ...choices, own: null })).toMatchObject({ ok: false, problems: ['signatoryMissing'] })
  })
})
