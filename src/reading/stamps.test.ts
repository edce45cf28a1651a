// Tests of stamps: both families, damaged prints, what is no stamp, and the vote.
import { describe, expect, test } from 'vitest'
import { cleanText } from './noise.ts'

const stampsOf = (raw: string) => cleanText(raw).stamps
const received = (id: string, on = '16/12/2022') =>
  `Accusé de réception en préfecture\n${id}\nDate de télétransmission : 16/12/2022\nDate de réception préfecture : ${on}\n\n`
const sound = '062-216201863-20221214-2022-120-DE'

describe('a stamp', () => {
  test.each([
    ['acknowledged', received(sound), { id: sound, transmittedOn: '2022-12-16', receivedOn: '2022-12-16' }],
    [
      'with other labels',
      `Accusé de réception préfecture\n${sound}\nDate de transmission de l'acte : 16/12/2022\nDate de réception de l'AR : 17/12/2022`,
      { transmittedOn: '2022-12-16', receivedOn: '2022-12-17' },
    ],
    ['received at the mairie',
      `Accusé de réception en préfecture\n${sound}\nDate de télétransmission : 16/12/2022\nDate de réception en mairie : 16/12/2022`,
      { receivedOn: '2022-12-16' }],
    ['without its first line', `${sound}\nDate de transmission : 16/12/2022\nDate de réception préfecture : 16/12/2022`, { id: sound }],
    ['sent, received, posted', `Envoyé en préfecture le 16/12/2022\nReçu en préfecture le 17/12/2022\nAffiché le 18/12/2022\nID : ${sound}`,
      { id: sound, transmittedOn: '2022-12-16', receivedOn: '2022-12-17', publishedOn: '2022-12-18' }],
    ['on one line', `Envoyé en préfecture le 16/12/2022 Reçu en préfecture le 17/12/2022 Publié le 18/12/2022 ID : ${sound}`,
      { id: sound, publishedOn: '2022-12-18' }],
    ['posted on no day', `Envoyé en préfecture le 16/12/2022\nReçu en préfecture le 17/12/2022\nAffiché le\nID : ${sound}`, { id: sound }],
    ['with its identifier on two lines', 'Reçu en préfecture le 17/12/2022\nID : 062-216201863-20221214-\n2022-120-DE', { id: sound }],
    [
      'of the ministry',
      `Accusé de réception - Ministère de l'Intérieur\n${sound}\nAccusé certifié exécutoire\nRéception par le préfet : 16/12/2022\nPublication : `
        + `18/12/2022`, { receivedOn: '2022-12-16', publishedOn: '2022-12-18' },
    ],
    ['short', `AR PREFECTURE\n\n${sound}\nReçu le 16/12/2022`, { id: sound, receivedOn: '2022-12-16' }],
    ['in a quotation and in bold', `> **Envoyé en préfecture le 16/12/2022**\n> **ID : ${sound}**`, { id: sound, transmittedOn: '2022-12-16' }],
  ])('is read %s', (_, raw, expected) => {
    const stamps = stampsOf(`Texte.\n\n${raw}\n\nSuite du texte.`)
    expect(stamps).toHaveLength(1)
    expect(stamps[0]).toMatchObject({ ...expected, valid: true, problems: [], siren: '216201863', insee: '62186' })
    expect(cleanText(`Texte.\n\n${raw}\n\nSuite du texte.`).source.clean).toBe('Texte.\n\nSuite du texte.')
  })

  test.each([
    ['an authority whose key is wrong', received('062-216201868-20221214-2022-120-DE'), ['sirenKey']],
    ['another department', received('059-216201863-20221214-2022-120-DE'), ['departmentMismatch']],
    ['a day that does not exist', received('062-216201863-20221314-2022-120-DE'), ['impossibleActDate']],
    ['no readable identifier', received('O62-21620l863-2O221214-2022-120-DE'), ['unreadableIdentifier']],
    ['an impossible day of receipt', received(sound, '31/02/2023'), ['impossibleDate']],
    ['receipt before transmission', received(sound, '15/12/2022'), ['receivedBeforeTransmission']],
    ['transmission before the act', received('062-216201863-20221220-2022-120-DE'), ['transmittedBeforeAct']],
    ['publication before receipt', `Envoyé en préfecture le 16/12/2022\nReçu en préfecture le 17/12/2022\nPublié le 16/12/2022\nID : ${sound}`,
      ['publishedBeforeReceipt']],
  ])('shows %s', (_, raw, problems) => {
    expect(stampsOf(raw).map((stamp) => stamp.problems)).toEqual([problems])
  })

  test.each([
    'La délibération a été transmise en préfecture le 3 mai 2023 et publiée le 5 mai 2023.',
    'Il est accusé réception de la demande dans les quinze jours.',
    `La délibération ${sound} approuve la convention.`,
    'Affiché le 3 mai 2023',
    'ID :',
  ])('is not made of "%s"', (raw) => {
    expect(stampsOf(raw)).toEqual([])
  })
})

describe('the vote between stamps', () => {
  test('gives damaged prints the identifier of the sound ones, and calls them variants', () => {
    const stamps =
      stampsOf(received(sound) + received('062-216201868-20221214-20221201-DE') + received('(ANAH) 201863-20221214-2022-120-DE') + received(sound))
    expect(stamps.map((stamp) => [stamp.valid, stamp.agreedId, stamp.problems.includes('variant')]))
      .toEqual([[true, undefined, false], [false, sound, true], [false, sound, true], [true, undefined, false]])
  })

  test('keeps two acts apart, each sound, even a digit away', () => {
    const other = '062-216201863-20221214-2022-121-DE'
    expect(stampsOf(received(sound) + received(other) + received(sound) + received(other))
      .every((stamp) => stamp.valid && stamp.agreedId === undefined)).toBe(true)
  })

  test('a sound identifier seen once gives way to its twin seen three times', () => {
    const stamps = stampsOf(received(sound) + received('062-216201863-20221214-2022-170-DE') + received(sound) + received(sound))
    expect(stamps[1]).toMatchObject({ valid: false, agreedId: sound, problems: ['variant'] })
  })

  test('settles nothing when no identifier is sound', () => {
    expect(stampsOf(received('062-216201868-20221214-2022-120-DE')).map((stamp) => [stamp.valid, stamp.agreedId])).toEqual([[false, undefined]])
  })
})
