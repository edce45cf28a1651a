// The words of the register: every refusal is a sentence one can act on or answer for.
import { expect, it } from 'vitest'
import { refusalSentences, shapeNames } from './register.words.ts'
import { shapes } from './register.rules.ts'

it('a refusal is a whole sentence', () => {
  expect(Object.values(refusalSentences).filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([])
})

it('what is read in free text says so', () => {
  const read = shapes.filter((shape) => shape.startsWith('remarks'))
  expect(read.length).toBeGreaterThan(2)
  expect(read.filter((shape) => !/dans les remarques/.test(shapeNames[shape]))).toEqual([])
})
