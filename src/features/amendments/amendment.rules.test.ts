// Drafting an amendment: what it needs, which convention it most likely amends, and the days on which it changes the text.
import { describe, expect, it } from 'vitest'
import { date } from '../../kernel/date.ts'
import { draftAmendment, guessAmended, versionsOf, withdrawInstruction } from './amendment.rules.ts'

const chapeau = { id: 'c', slug: 'chapeau', title: 'Convention-cadre « chapeau » de Lens et Liévin', parties: ['Commune de Lens', 'État'] }
const acv = { id: 'a', slug: 'acv', title: 'Convention Action Cœur de Ville de Liévin', parties: ['Commune de Liévin', 'État', 'Banque des Territoires'] }

describe('a draft', () => {
  it('takes the next free address', () => {
    expect(draftAmendment({ title: ' Avenant  n° 2 ', amends: 'chapeau' }, [chapeau], ['chapeau', 'avenant', 'avenant-2']))
      .toEqual({ ok: true, value: { title: 'Avenant n° 2', amends: 'c', slug: 'avenant-3' } })
  })
  it('is refused without a title or a convention, both told at once', () => {
    expect(draftAmendment({ title: '', amends: 'x' }, [chapeau], [])).toEqual({ ok: false, problems: ['titleMissing', 'amendsMissing'] })
    expect(draftAmendment({ title: 'x'.repeat(301), amends: 'chapeau' }, [chapeau], [])).toEqual({ ok: false, problems: ['titleTooLong'] })
  })
})

describe('the convention an amendment most likely amends', () => {
  it('is the only one, or the one with the most in common', () => {
    expect(guessAmended({ title: 'Avenant', parties: [] }, [acv])).toBe(acv)
    expect(guessAmended({ title: 'Avenant n° 1 à la convention Action Cœur de Ville', parties: ['État'] }, [chapeau, acv])).toBe(acv)
    expect(guessAmended({ title: 'Avenant n° 1 à la convention chapeau', parties: ['Commune de Lens'] }, [chapeau, acv])).toBe(chapeau)
  })
  it('is not guessed between two as likely, nor without anything in common', () => {
    expect(guessAmended({ title: 'Avenant', parties: ['État'] }, [chapeau, acv])).toBeUndefined()
    expect(guessAmended({ title: 'Avenant', parties: [] }, [chapeau, acv])).toBeUndefined()
  })
})

it('an instruction is withdrawn with a reason only', () => {
  expect(withdrawInstruction({ reason: ' erreur ' })).toEqual({ ok: true, value: 'erreur' })
  expect(withdrawInstruction({ reason: ' ' })).toEqual({ ok: false, problems: ['reasonMissing'] })
  expect(withdrawInstruction({ reason: 'x'.repeat(501) })).toEqual({ ok: false, problems: ['reasonTooLong'] })
})

it('a text changes on the day of each amendment, and later for what it defers; what waits changes nothing', () => {
  const change = { verb: 'delete', target: { article: '5' }, level: 'article' } as const
  const instruction = (id: string, entersOn?: string) => ({ id, change, sentence: '', ...(entersOn !== undefined && { entersOn: date(entersOn) }) })
  expect(versionsOf([
    { id: 'one', title: '', entersOn: date('2024-03-18'), instructions: [instruction('1'), instruction('2', '2023-01-01'), instruction('3', '2027-01-01')] },
    { id: 'two', title: '', entersOn: date('2024-03-18'), instructions: [instruction('4')] },
    { id: 'three', title: '', entersOn: null, instructions: [instruction('5', '2025-01-01')] },
  ])).toEqual([{ since: '2024-03-18', amendments: ['one', 'two'] }, { since: '2027-01-01', amendments: ['one'] }])
})
