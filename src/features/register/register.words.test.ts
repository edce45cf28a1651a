// The words of the register: the manual and the pages call each state alike; every problem and refusal is one sentence.
import { expect, it } from 'vitest'
import { registerStates } from '../site/help-register.tsx'
import { refusalSentences, stateNames } from './register.words.ts'
import { shownStates } from './totals.rules.ts'

it('the manual explains every state that the register shows, under its name', () => {
  expect(registerStates.map(([state]) => state)).toEqual(shownStates.map((state) => stateNames[state]))
})

it('a refusal is a whole sentence', () => {
  expect(Object.values(refusalSentences).filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([])
})
