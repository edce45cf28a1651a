// The six dates of a decision: when it is executory, and what is odd about them without being an error.
import { describe, expect, test } from 'vitest'
import { date } from '../kernel/date.ts'
import type { Instant } from '../kernel/date.ts'
import { type DecisionFile, decisionFiles, decisionWarnings, executoryFrom } from './executory.ts'
import type { ActEffect, ActKind, LegalAct } from './legal-act.ts'

const act = (id: string, kind: ActKind, on: string | null, about: string | null = null, effect: ActEffect = {}): LegalAct => ({
  id, kind, conventionId: 'c', authority: { name: 'Bully-les-Mines', siren: '216201863' }, on: on === null ? null : date(on), effectiveOn: null,
    about,
  effect, reason: null, recordedAt: '2026-01-01T00:00:00.000Z' as Instant,
})
type Days = { done?: string; sent?: string; received?: string; published?: string; certified?: string; medium?: 'gazette' | 'electronic' }
function file({ done = '2022-12-14', sent, received, published, certified, medium }: Days): DecisionFile {
  const [found] = decisionFiles([
    act('d', 'deliberation', done), ...(sent === undefined ? [] : [act('t', 'transmission', sent, 'd')]),
    ...(received === undefined ? [] : [act('r', 'receipt', received, 'd')]),
    ...(published === undefined ? [] : [act('p', 'publication', published, 'd', medium === undefined ? {} : { medium })]),
    ...(certified === undefined ? [] : [act('c', 'certification', certified, 'd')]),
  ])
  if (found === undefined) throw new Error('no decision')
  return found
}

describe('a decision', () => {
  test.each<[string, Days, string | null]>([
    ['when both are done, publication last', { received: '2022-12-16', published: '2022-12-19' }, '2022-12-19'],
    ['when both are done, sending last', { received: '2022-12-21', published: '2022-12-19' }, '2022-12-21'],
    ['by its transmission when the receipt is not there: it is no condition', { sent: '2022-12-16', published: '2022-12-15' }, '2022-12-16'],
    ['never as far as known, without publication', { received: '2022-12-16', certified: '2022-12-20' }, null],
    ['never as far as known, without transmission', { published: '2022-12-19' }, null],
  ])('is executory %s', (_, days, from) => {
    expect(executoryFrom(file(days))).toBe(from)
  })

  test.each<[string, Days, readonly string[]]>([
    ['nothing when all follow one another', { sent: '2022-12-16', received: '2022-12-16', published: '2022-12-17', certified: '2022-12-20' }, []],
    ['a certification before', { received: '2022-12-16', published: '2022-12-21', certified: '2022-12-20' }, ['certifiedBeforeExecutory']],
    ['a certification before the receipt', { received: '2022-12-16', certified: '2022-12-15' }, ['certifiedBeforeExecutory',
      'certifiedWithoutPublication']],
    ['a certification whose publication nobody dated', { received: '2022-12-16', certified: '2022-12-20' }, ['certifiedWithoutPublication']],
    ['a transmission before the decision', { sent: '2022-12-13', published: '2022-12-15' }, ['transmittedBeforeAct']],
    ['a receipt before the transmission', { sent: '2022-12-17', received: '2022-12-16', published: '2022-12-18' }, ['receivedBeforeTransmission']],
    ['a publication before the decision', { received: '2022-12-16', published: '2022-12-13' }, ['publishedBeforeAct']],
    ['the gazette after its abolition', { received: '2022-12-16', published: '2022-12-19', medium: 'gazette' }, ['gazetteAbolished']],
    ['no word on the gazette before', { done: '2022-06-20', received: '2022-06-22', published: '2022-06-30', medium: 'gazette' }, []],
    ['what is missing', {}, ['publicationUnknown', 'transmissionUnknown']],
  ])('warns of %s', (_, days, warnings) => {
    expect(decisionWarnings(file(days))).toEqual(warnings)
  })

  test('of the préfet is asked neither transmission nor publication', () => {
    const [order] = decisionFiles([act('h', 'homologation', '2019-08-04')])
    expect(order && decisionWarnings(order)).toEqual([])
  })

  test('keeps the last of two steps of one kind', () => {
    const [found] = decisionFiles([act('d', 'deliberation', '2022-12-14'), act('1', 'receipt', '2022-12-17', 'd'), act('2', 'receipt', '2022-12-16',
      'd')])
    expect(found?.steps.receipt?.id).toBe('1')
  })
})
