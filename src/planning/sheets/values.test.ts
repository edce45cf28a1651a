// Amounts, dates, percentages, words and lists as cells of French spreadsheets write them.
import { describe, expect, it } from 'vitest'
import { readPeriod, readPeriodWords } from './date-cell.ts'
import { readMoneyWords, readPercent } from './money-cell.ts'
import { readFundingStep, readList, readState } from './word-cell.ts'

const text = (value: string) => ({ kind: 'text' as const, value, shown: value })

describe('an amount in words', () => {
  it.each([
    ['1,2 M€', 120_000_000, null], ['150 k€ HT', 15_000_000, 'HT'], ['1 234,56', 123_456, null], ['150.000 €', 15_000_000, null],
    ['1.234.567,89 €', 123_456_789, null], ['1,234,567.89', 123_456_789, null], ['45 000 euros', 4_500_000, null], ['0', 0, null],
    ['2 MEUR HT', 200_000_000, 'HT'], ['12\u00a0500\u202f€ TTC', 1_250_000, 'TTC'],
  ] as const)('%s is %i cents %s', (words, cents, basis) => {
    expect(readMoneyWords(words)).toEqual({ kind: 'amounts', amounts: [{ cents, basis }], exact: true })
  })
  it.each(['~200 000', 'env. 200 000 €', '200 000 € (estimation)'])('%s is an amount whose words say more', (words) => {
    expect(readMoneyWords(words)).toEqual({ kind: 'amounts', amounts: [{ cents: 20_000_000, basis: null }], exact: false })
  })
  it('with and without tax in one cell is two amounts', () => {
    expect(readMoneyWords('120 000 € HT / 144 000 € TTC')).toEqual({
      kind: 'amounts', amounts: [{ cents: 12_000_000, basis: 'HT' }, { cents: 14_400_000, basis: 'TTC' }], exact: true,
    })
  })
  it.each([
    ['50 000 € / an', 'yearly'], ['-5 000', 'negative'], ['(5 000)', 'negative'], ['100 000 à 150 000 €', 'range'],
      ['entre 10 000 et 20 000 €', 'range'],
  ])('%s gives no figure: %s', (words, why) => {
    expect(readMoneyWords(words)).toEqual({ kind: 'unusable', why })
  })
  it.each(['NC', 'n.c.', 'à définir', '?', '-', 'En attente', 'non chiffré'])('%s is unknown, which is not zero', (words) => {
    expect(readMoneyWords(words)).toEqual({ kind: 'unknown' })
  })
  it.each(['Voir annexe 3', '3 postes', '120000 + 30000', 'Gratuit', 'Convention 2021-2026', '12,345'])('%s is left as written', (words) => {
    expect(readMoneyWords(words)).toEqual({ kind: 'unread' })
  })
})

describe('a date in words', () => {
  it.each([
    ['1er trim. 2024', '2024-01-01', '2024-03-31'], ['T2 2025', '2025-04-01', '2025-06-30'], ['mars 2024', '2024-03-01', '2024-03-31'],
    ['2024-2026', '2024-01-01', '2026-12-31'], ['courant 2025', '2025-01-01', '2025-12-31'], ['janv.-24', '2024-01-01', '2024-01-31'],
    ['de mars 2024 à juin 2025', '2024-03-01', '2025-06-30'], ['mars à juin 2025', '2025-03-01', '2025-06-30'],
      ['2024, 2025', '2024-01-01', '2025-12-31'],
    ['2e semestre 2025', '2025-07-01', '2025-12-31'], ['fin 2025', '2025-10-01', '2025-12-31'], ['été 2025', '2025-07-01', '2025-09-30'],
    ['à partir de 2024', '2024-01-01', null], ['jusqu’en 2026', null, '2026-12-31'],
  ] as const)('%s goes from %s to %s', (words, from, to) => {
    expect(readPeriodWords(words)).toEqual({ kind: 'period', from, to, exact: false })
  })
  it.each([['05/03/2024', '2024-03-05'], ['5/3/24', '2024-03-05'], ['15 janv. 2024', '2024-01-15'], ['5 avril 2023', '2023-04-05']])('%s is a day',
    (words, day) => {
    expect(readPeriodWords(words)).toEqual({ kind: 'period', from: day, to: day, exact: true })
  })
  it('may be the serial number of a spreadsheet, or a year', () => {
    expect(readPeriod({ kind: 'number', value: 45_356, shown: '45356' })).toMatchObject({ from: '2024-03-05', exact: true })
    expect(readPeriod({ kind: 'number', value: 2025, shown: '2025' })).toMatchObject({ from: '2025-01-01', to: '2025-12-31' })
  })
  it.each([['en cours', 'ongoing'], ['permanent', 'ongoing'], ['à définir', 'unknown'], ['Voir convention', 'unread'],
    ['31/02/2024', 'unread']])('%s is %s', (words, kind) => {
    expect(readPeriodWords(words)).toEqual({ kind })
  })
})

describe('other words', () => {
  it('of a percentage, a column of fractions aside, are what they say', () => {
    expect([readPercent(text('35 %'), false), readPercent(text('35'), false), readPercent(text('0,35'), true)]).toEqual([35, 35, 35])
    expect(readPercent({ kind: 'percent', value: 0.35, shown: '35%' }, false)).toBe(35)
    expect(readPercent(text('beaucoup'), false)).toBeUndefined()
  })
  it.each([
    ['En cours', 'inProgress', true], ['non démarré', 'planned', false], ['Phase d’étude', 'planned', false], ['Achevé', 'delivered', true],
    ['Bloqué', 'suspended', false], ['A discuter', 'idea', false], ['2 - En cours', 'inProgress', true],
  ])('%s is a state', (words, value, plain) => {
    expect(readState(words)).toEqual({ value, plain })
  })
  it('of a funding are its step', () => {
    expect(['à solliciter', 'Dossier déposé', 'Notifiée', 'Versée', 'Rejeté', 'bof'].map((words) => readFundingStep(words)?.value))
      .toEqual(['toRequest', 'requested', 'awarded', 'paid', 'refused', undefined])
  })
  it.each([
    ['Lens ; Liévin', ['Lens', 'Liévin']], ['Lens\nLiévin', ['Lens', 'Liévin']], ['Lens / Liévin', ['Lens', 'Liévin']],
      ['Lens et Liévin', ['Lens', 'Liévin']],
    ['CALL, Région Hauts-de-France, EPF', ['CALL', 'Région Hauts-de-France', 'EPF']], ['Maisons & Cités', ['Maisons & Cités']],
    ['Communauté de communes de Lens et de Liévin', ['Communauté de communes de Lens et de Liévin']],
  ])('%s is a list', (words, list) => {
    expect(readList(words)).toEqual(list)
  })
})
