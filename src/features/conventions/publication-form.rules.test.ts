// What a person still says to publish: the address, and for an amendment what it amends and when it was signed.
import { expect, it } from 'vitest'
import { date } from '../../kernel/date.ts'
import { readPublication, signatureDay } from './publication-form.rules.ts'
import { compose } from './publication.rules.ts'
import type { PublishedConvention } from './publication.rules.ts'

const instruction = { change: { verb: 'delete', target: { article: '5' }, level: 'article' }, sentence: 'Abroger l’article 5.', words: '', confidence: 1, entersOn: null, provision: null, factId: null } as const
const published: PublishedConvention = { ...compose([], ''), kind: 'amendment', instructions: [instruction] }
const draft = { published, taken: ['chapeau'], amendable: [{ id: 'c', slug: 'chapeau', title: 'Chapeau', parties: [] }] }

it('an amendment is published with what it amends and the day it was signed, which may stay unknown', () => {
  expect(readPublication({ slug: 'avenant', amends: 'chapeau', signedOn: '18/03/2024', entersOn: '' }, draft))
    .toEqual({ ok: true, value: { slug: 'avenant', amends: 'c', signedOn: '2024-03-18', entersOn: null } })
  expect(readPublication({ slug: 'avenant', amends: 'chapeau', signedOn: '', entersOn: '' }, draft)).toMatchObject({ ok: true, value: { signedOn: null } })
})

it('an amendment may state a later entry into force', () => {
  const typed = { slug: 'avenant', amends: 'chapeau', signedOn: '18/03/2024' }
  expect(readPublication({ ...typed, entersOn: '01/01/2025' }, draft)).toMatchObject({ ok: true, value: { entersOn: '2025-01-01' } })
  expect(readPublication({ ...typed, entersOn: 'plus tard' }, draft)).toEqual({ ok: false, problems: ['entersOnUnreadable'] })
})

it('every fault is told at once', () => {
  expect(readPublication({ slug: 'chapeau', amends: '', signedOn: 'hier', entersOn: '' }, draft)).toEqual({ ok: false, problems: ['slugTaken', 'amendsMissing', 'signedOnUnreadable'] })
  expect(readPublication({ slug: 'À b', amends: 'chapeau', signedOn: '', entersOn: '' }, draft)).toEqual({ ok: false, problems: ['slugUnreadable'] })
})

it('an amendment that orders nothing may amend nothing; another convention is asked neither', () => {
  expect(readPublication({ slug: 'avenant', amends: '', signedOn: '', entersOn: '' }, { ...draft, published: { ...published, instructions: [] } })).toMatchObject({ ok: true })
  const own: PublishedConvention = { ...published, kind: 'umbrella', term: { startsOn: 'signature', signedOn: date('2023-04-06'), span: { start: 0, end: 0 }, confidence: 1 } }
  expect(readPublication({ slug: 'autre', amends: 'chapeau', signedOn: 'hier', entersOn: '' }, { ...draft, published: own }))
    .toEqual({ ok: true, value: { slug: 'autre', amends: null, signedOn: '2023-04-06', entersOn: null } })
})

it('the day of signature is proposed when the text gives one and one only', () => {
  const signed = (day: string, what: string) => ({ kind: 'date' as const, provision: null, value: { date: day, what }, words: '' })
  expect(signatureDay({ mentions: [signed('2024-03-18', 'signature de l’avenant'), signed('2021-06-25', 'signature de la convention d’adhésion')] })).toBe('2024-03-18')
  expect(signatureDay({ mentions: [signed('2024-03-18', 'signature'), signed('2024-03-19', 'signature')] })).toBeUndefined()
  expect(signatureDay({ mentions: [] })).toBeUndefined()
})
