// The plain words of an address, and what a person types taken apart.
import { describe, expect, it } from 'vitest'
import { indexedWords, plainWords } from './street-words.rules.ts'
import { readTyped, saysEnough } from './typed-address.rules.ts'

describe('plain words', () => {
  it.each([
    ['Av. du Gal de Gaulle', 'avenue du general de gaulle'],
    ['BD ST-MARTIN', 'boulevard saint martin'],
    ['Pl. Jean-Jaurès', 'place jean jaures'],
    ['Rue de l’Église', 'rue de l eglise'],
    ['R Dr Schweitzer', 'rue docteur schweitzer'],
    ['Chem. N.-D.', 'chemin n d'],
  ])('of « %s » are spelt out, without accents', (text, words) => {
    expect(plainWords(text).join(' ')).toBe(words)
  })

  it('of a street are those of its commune and its codes too, each once', () => {
    expect(indexedWords({ name: 'Rue de Lens', commune: 'Lens', postcode: '62300', insee: '62498' }))
      .toEqual(['rue', 'de', 'lens', '62300', '62498'])
  })
})

describe('what is typed', () => {
  it.each([
    ['12 bis rue jean jaures lens', { words: ['jean', 'jaures', 'lens'], common: ['rue'], numbers: [{ number: 12, suffix: 'bis' }], codes: [] }],
    ['12B, r Jaurès 62300', { words: ['jaures'], common: ['rue'], numbers: [{ number: 12, suffix: 'b' }], codes: ['62300'] }],
    ['12 b rue Jaurès', { words: ['jaures'], common: ['rue'], numbers: [{ number: 12, suffix: 'b' }], codes: [] }],
    ['12 r jaurès', { words: ['jaures'], common: ['rue'], numbers: [{ number: 12, suffix: '' }], codes: [] }],
    ['3 rue du 8 mai 1945', { words: ['mai'], common: ['rue', 'du'], numbers: [3, 8, 1945].map((number) => ({ number, suffix: '' })), codes: [] }],
    ['rue r', { words: [], common: ['rue', 'r'], numbers: [], codes: [] }],
  ])('« %s » is taken apart', (text, parts) => {
    expect(readTyped(text)).toEqual(parts)
  })

  it('says enough once a word chooses, and never when there is only a number', () => {
    expect(['je', '12', 'r', 'rue', '12 62300', ''].map((text) => saysEnough(readTyped(text)))).toEqual([true, false, false, true, true, false])
  })
})
