// The French around the words: names of parts, of amendments, and what happened to an article.
import { expect, it } from 'vitest'
import { date } from '../kernel/date.ts'
import type { TextAmendment } from './consolidated-text.ts'
import { amendedText } from './testing/texts.ts'
import { amendmentLine, amendmentName, nodeNotes, nodeTitle, preliminaries } from './words.ts'

const amendment: TextAmendment = { id: 'a', title: 'Avenant de 2024', signedOn: date('2024-03-01'), since: date('2024-04-01'), address: '', effects: [] }

it('names an amendment by its number, else by its title, and says its days', () => {
  expect(amendmentName({ ...amendment, number: '2' })).toBe('l’avenant n°\u00a02')
  expect(amendmentName(amendment)).toBe('l’avenant « Avenant de 2024 »')
  expect(amendmentLine(amendment)).toBe('Avenant de 2024, signé le 1er mars 2024, en vigueur le 1er avril 2024')
  expect(amendmentLine({ ...amendment, signedOn: null })).toBe('Avenant de 2024, en vigueur le 1er avril 2024')
  expect(amendmentLine({ ...amendment, number: '2', since: date('2024-03-01') })).toBe('Avenant n°\u00a02, signé et en vigueur le 1er mars 2024')
})

it('titles a part, with or without a heading', () => {
  expect([nodeTitle('5', ' Un \n titre '), nodeTitle('annexe 1', '')]).toEqual(['Article 5 – Un titre', 'Annexe 1'])
})

it('tells what happened to each part, and nothing of the others', () => {
  expect(amendedText.nodes.map((node) => nodeNotes(node, amendedText).map(({ text }) => text.split(' ', 1)[0]))).toEqual(
    [['Modifié'], ['Créé'], [], ['Modifié'], ['Abrogé'], []])
})

it('says first what was consolidated, or that nothing was', () => {
  expect(preliminaries(amendedText)[2]).toMatch(/^Texte consolidé par Chapeau .* Seuls les documents signés font foi\.$/)
  expect(preliminaries({ ...amendedText, amendments: [], state: '' })).toEqual(
    ['Version en vigueur au 1er juillet 2025.', 'Texte d’origine : aucun avenant n’est en vigueur à cette date.'])
})
