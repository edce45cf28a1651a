// Amounts in exact cents with their tax basis, rates with their caps.
import { describe, expect, test } from 'vitest'
import { textFrom, wordsAt } from '../testing/snippets.ts'
import { readAmounts, readRates } from './amounts.ts'

const amountsOf = (words: string) => readAmounts(textFrom(words)).map(({ cents, taxBasis }) => [cents / 100, taxBasis])
const ratesOf = (words: string) => readRates(textFrom(words)).map(({ percent, cap }) => (cap === undefined ? percent : `≤ ${percent}`))

describe('amounts', () => {
  test.each([
    ['Coût de 55 000 € HT.', [[55_000, 'HT']]],
    ['Coût de 55\u202f000\u00a0€\u00a0HT.', [[55_000, 'HT']]],
    ['Coût de 55.000 € TTC.', [[55_000, 'TTC']]],
    ['Coût de 2,5 M€.', [[2_500_000, null]]],
    ['Coût de 2.5 M€ HT.', [[2_500_000, 'HT']]],
    ['Coût de 1 234 567,89 €.', [[1_234_567.89, null]]],
    ['Coût de 1.234.567,89 € HT.', [[1_234_567.89, 'HT']]],
    ['Coût de 25 000 euros.', [[25_000, null]]],
    ['Coût de 3 millions d’euros.', [[3_000_000, null]]],
    ['Coût de 4,6 millions d’euros HT.', [[4_600_000, 'HT']]],
    ['Coût de 1,2 Md€.', [[1_200_000_000, null]]],
    ['Coût de 45 k€ HT.', [[45_000, 'HT']]],
    ['Coût de 45K€.', [[45_000, null]]],
    ['Coût de 12,5 k€.', [[12_500, null]]],
    ['Coût de deux millions d’euros.', [[2_000_000, null]]],
    ['Coût de soixante-quinze mille euros hors taxes.', [[75_000, 'HT']]],
    ['Coût de cinquante-cinq mille euros (55 000 €) HT.', [[55_000, 'HT']]],
    ['Coût de 55 000 (cinquante-cinq mille) euros TTC.', [[55_000, 'TTC']]],
    ['Un montant HT de 55 000 €.', [[55_000, 'HT']]],
    ['Coût total HT : 120 000 €', [[120_000, 'HT']]],
    ['55 000 € (HT) par an', [[55_000, 'HT']]],
    ['55 000 € hors taxe', [[55_000, 'HT']]],
    ['55 000 € H.T.', [[55_000, 'HT']]],
    ['55 000 € toutes taxes comprises', [[55_000, 'TTC']]],
    ['Une aide entre 10 000 et 20 000 € HT.', [[10_000, 'HT'], [20_000, 'HT']]],
    ['55 000€HT et 66 000€TTC', [[55_000, 'HT'], [66_000, 'TTC']]],
    ['Maximum 55 000 € HT, à défaut 45 000 € HT ; puis 25 000 € en 2021.', [[55_000, 'HT'], [45_000, 'HT'], [25_000, null]]],
    ['Loyer de 0,50 € par mètre carré.', [[0.5, null]]],
  ])('%s', (words, amounts) => {
    expect(amountsOf(words)).toEqual(amounts)
  })

  test.each(['1 000 m² et 650 000 habitants', 'la loi n° 2018-1021, article 55', 'un emploi sur 5, 31,5 ha, 17 fiches', 'en 2021 et 2022',
    'les 234 villes'])('no money in: %s', (words) => {
    expect(amountsOf(words)).toEqual([])
  })

  test('a table gives its cells the tax basis of their column', () => {
    expect(amountsOf('| Action | Coût HT | Coût TTC |\n|---|---:|---:|\n| Halle | 100 000 € | 120 000 € |\n| Place | 1,2 M€ | 1,44 M€ |\n')).toEqual([
      [100_000, 'HT'], [120_000, 'TTC'], [1_200_000, 'HT'], [1_440_000, 'TTC'],
    ])
  })

  test('bare figures below a head that names the unit are amounts, counts are not', () => {
    expect(amountsOf('| Action | Montant (k€ HT) | Logements |\n|---|---|---|\n| Halle | 125,5 | 12 |\n')).toEqual([[125_500, 'HT']])
  })

  test('an article may state the tax basis of all its amounts', () => {
    expect(amountsOf('## Article 4 – Financement\n\nLes montants sont exprimés en euros hors taxes. La halle coûte 100 000 €.'))
      .toEqual([[100_000, 'HT']])
  })

  test('the span covers figures, unit and tax basis', () => {
    const text = textFrom('Soit **55 000 € HT** par an.')
    expect(readAmounts(text).map(({ span }) => wordsAt(text, span))).toEqual(['55 000 € HT'])
  })
})

describe('rates', () => {
  test.each([
    ['à hauteur de 50 % du coût', [50]],
    ['à hauteur de 75 % maximum du coût', ['≤ 75']],
    ['à hauteur de 75% au maximum', ['≤ 75']],
    ['un taux maximum de 80 %', ['≤ 80']],
    ['plafonné à 30 % du coût', ['≤ 30']],
    ['plafonnée à 30 %', ['≤ 30']],
    ['dans la limite de 25 %', ['≤ 25']],
    ['jusqu’à 60 % des dépenses', ['≤ 60']],
    ['au plus 15 %', ['≤ 15']],
    ['n’excédera pas 25 % du coût', ['≤ 25']],
    ['ne peut excéder 80 %', ['≤ 80']],
    ['sans dépasser 40 %', ['≤ 40']],
    ['soixante-quinze pour cent du coût', [75]],
    ['soixante-quinze pour cent (75 %) du coût', [75]],
    ['au moins 20 % du total', [20]],
    ['de 10 à 20 % des logements', [10, 20]],
    ['un taux de 5,5 %', [5.5]],
    ['la vacance atteint 9,8 % du parc', [9.8]],
  ])('%s', (words, rates) => {
    expect(ratesOf(words)).toEqual(rates)
  })
})
