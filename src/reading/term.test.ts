// The term: the convention's own length, start and end, whatever else the text counts in years.
import { describe, expect, test } from 'vitest'
import { date } from '../kernel/date.ts'
import { clauseOf, textFrom, wordsAt } from '../testing/snippets.ts'
import { readDates } from './dates.ts'
import { readTerm } from './term.ts'

function termOf(words: string, heading = 'Durée de la convention') {
  const text = clauseOf(words, heading)
  const term = readTerm(text, null, readDates(text, []))
  if (term === null) return null
  const { years, months, startsOn, endsOn } = term
  return [years === undefined ? '' : `${years} y`, months === undefined ? '' : `${months} m`, startsOn, endsOn ?? ''].filter(Boolean).join(' ')
}

describe('its length, start and end', () => {
  test.each([
    ['L’entrée en vigueur du programme est effective à la date de signature du présent contrat et est conclue pour une durée de 5 ans.',
      '5 y signature'],
    ['La présente convention est conclue pour une durée de cinq ans à compter de sa signature.', '5 y signature'],
    ['La convention est conclue pour une durée de cinq (5) ans.', '5 y signature'],
    ['La présente convention est valable pour une durée de dix-huit mois à compter de la date de sa signature.', '18 m signature'],
    ['La durée de la présente convention est fixée à 60 mois.', '60 m signature'],
    ['La convention est signée pour une durée de six ans et demi.', '6 y 6 m signature'],
    ['La présente convention est conclue pour une période de 5 années.', '5 y signature'],
    ['La convention prend effet le 1er janvier 2024 pour une durée de 5 ans.', '5 y 2024-01-01 2028-12-31'],
    ['La convention est conclue pour cinq ans à compter du 1er janvier 2024, soit jusqu’au 31 décembre 2028.', '5 y 2024-01-01 2028-12-31'],
    ['La présente convention entre en vigueur le 1er septembre 2022 et s’achève le 31 août 2027.', '2022-09-01 2027-08-31'],
    ['La convention entre en vigueur à sa signature et prendra fin le 31 mars 2026.', 'signature 2026-03-31'],
    ['Elle est conclue jusqu’au 31 mars 2026.', 'signature 2026-03-31'],
    ['Elle expire le 30/06/2027.', 'signature 2027-06-30'],
    ['La présente convention est établie pour une durée de 5 ans à compter de la dernière signature. Elle peut être prorogée d’un an par avenant.',
      '5 y signature'],
    ['La convention est conclue pour une durée de 5 ans, renouvelable une fois pour 2 ans.', '5 y signature'],
    ['Durée : 6 ans', '6 y signature'],
    ['La convention est conclue jusqu’en mars 2026.', 'signature 2026-03-31'],
    ['La durée de la convention d’ORT est de 8 ans. Le bilan est présenté tous les 2 ans.', '8 y signature'],
    [
      'La convention, entrée en vigueur à la date de sa signature, prend fin le 31 décembre 2027. Elle peut être prorogée pour une durée qui ne peut '
        + 'excéder deux ans.', 'signature 2027-12-31',
    ],
    ['La convention est prorogée jusqu’au 31 décembre 2028.', 'signature 2028-12-31'],
  ])('%s', (words, term) => {
    expect(termOf(words)).toBe(term)
  })

  test.each([
    ['L’élaboration du PLH a été engagée pour une période de 6 ans (2023 – 2028).', 'Le programme local de l’habitat'],
    ['Le poste est pourvu par un contrat d’une durée de 3 ans.', 'Moyens humains'],
    ['Les travaux dureront 18 mois.', 'Plan d’action'],
    ['Les pièces sont conservées pendant dix ans.', 'Archives'],
    ['La convention peut être dénoncée avec un préavis de six mois.', 'Résiliation'],
    ['Le mandat des membres est de trois ans.', 'Comité'],
  ])('none in: %s', (words, heading) => {
    expect(termOf(words, heading)).toBeNull()
  })
})

test('the convention is preferred to the plans it cites', () => {
  const text = textFrom(
    '## Article 1 – Contexte\n\nLe PLH est adopté pour une durée de 6 ans.\n\n## Article 2 – Durée\n\nLa présente convention est conclue pour une '
      + 'durée de 4 ans.\n',
  )
  const term = readTerm(text, null, [])
  expect([term?.years, term && wordsAt(text, term.span)]).toEqual([4, '4 ans'])
})

test('a signature that is dated gives the end: the anniversary, since the day of signature does not count', () => {
  const text = clauseOf('La convention est conclue pour une durée de 5 ans à compter de sa signature.', 'Durée')
  const block = { lines: [], scrambled: false, signedOn: date('2023-04-06'), span: { start: 0, end: 0 } }
  expect(readTerm(text, block, [])).toMatchObject({ signedOn: '2023-04-06', endsOn: '2028-04-06' })
})
