// What the manual says of acts, states, due dates, conformity and the register is what the rules answer and the pages show.
import { expect, it } from 'vitest'
import { date } from '../../kernel/date.ts'
import type { ConformityRules } from '../../law/conformity-rule.ts'
import type { StateReasonCode } from '../../law/operation-record.ts'
import { legalStates } from '../../law/operation-record.ts'
import { endOfTerm } from '../../law/term.ts'
import { readConvention } from '../../reading/read.ts'
import { listOf } from '../../testing/register-list.ts'
import { enteredKinds } from '../acts/act-form.pages.tsx'
import { actNames, reasonInWords, stateNames, warningNames } from '../acts/act.words.tsx'
import { fateOf } from '../amendments/instruction.words.ts'
import { evaluateConformity } from '../conformity/conformity.rules.ts'
import { statusNames } from '../conformity/conformity.pages.tsx'
import { parseRules } from '../conformity/rule-file.ts'
import { stateWords, whyWords } from '../obligations/obligation.words.tsx'
import { occurrenceStates } from '../obligations/occurrence.rules.ts'
import { ruleInWords } from '../readings/fact.words.ts'
import { readListFile } from '../register/list-file.ts'
import { reportOn } from '../register/register-report.ts'
import { stateNames as registerNames } from '../register/register.words.ts'
import { shownStates } from '../register/totals.rules.ts'
import { loadTerritories, loadTerritoryCodes } from '../territories/territories.store.ts'
import { actHelp, warningHelp } from './help-acts.tsx'
import { fateHelp } from './help-amendments.tsx'
import { evidenceHelp, ruleExample, ruleExampleClause, statusHelp } from './help-conformity.tsx'
import { occurrenceHelp, ruleHelp, unknownDays } from './help-obligations.tsx'
import { askedOn, listExamples, registerStates } from './help-register.tsx'
import { settlingHelp, stateHelp, termExamples } from './help-state.tsx'

const names = (rows: readonly (readonly string[])[]) => rows.map(([name]) => name)

it('every act, every odd date, every state has its row, under the name it has on the pages', () => {
  expect(names(actHelp).sort()).toEqual(enteredKinds.map((kind) => actNames[kind]).sort())
  expect(names(warningHelp)).toEqual(Object.values(warningNames))
  expect(names(stateHelp)).toEqual(legalStates.map((state) => stateNames[state]))
})

it('what leaves a state unknown is told in the words of the page', () => {
  const known = (code: string): code is StateReasonCode => settlingHelp.some(([one]) => one === code)
  const told = names(settlingHelp).map((code = '') => (known(code) ? reasonInWords({ code, acts: [] }, () => '') : ''))
  expect(settlingHelp.map(([, why]) => why)).toEqual(told)
})

it.each(termExamples)('a duration of $months months from $from ends on $last', ({ from, months, last }) => {
  expect(endOfTerm({ months, startsOn: from })).toEqual({ on: last, basis: 'computed' })
})

it('every fate of an instruction is named as its badge does', () => {
  const nothing = { applied: [], waiting: [], refused: [], conflicts: [] }
  const all = { algorithm: 'chapeau.amending/1', on: date('2026-01-01'), nodes: [], changes: [] } as const
  const one = { amendment: 'a', instruction: 'i', since: date('2025-01-01') }
  const refusal = { amendment: 'a', instruction: 'i', code: 'conflict', message: '' } as const
  const fates = [
    fateOf('i', { ...all, ...nothing, applied: [one] }, true), fateOf('i', { ...all, ...nothing, applied: [one] }, false),
    fateOf('i', { ...all, ...nothing, waiting: [one] }, false), fateOf('i', { ...all, ...nothing }, false),
    fateOf('i', { ...all, ...nothing, refused: [refusal] }, false),
    fateOf('i', { ...all, ...nothing, conflicts: [{ instructions: ['j', 'i'], key: '', message: '' }] }, false),
  ]
  expect(names(fateHelp)).toEqual(fates.map(({ label }) => label))
})

it('the clauses of the manual are read as the rules it shows', () => {
  const before = 'Convention\n\nArticle 1 – Suivi\n\nIl est créé un comité de suivi, présidé par le maire.\n\nArticle 2 – Bilan\n\n'
  const { gazetteer } = loadTerritories()
  const rules = ruleHelp.map(({ clause }) => readConvention(`${before}${clause}\n`, gazetteer).obligations.map(({ rule }) => ruleInWords(rule)))
  expect(rules).toEqual(ruleHelp.map(({ rule }) => [rule]))
})

it('every state of a due date, and every reason why a day is unknown, is told as the pages do', () => {
  expect(names(occurrenceHelp)).toEqual(occurrenceStates.map((state) => stateWords[state].one))
  expect(unknownDays).toEqual(Object.values(whyWords).map(({ why, settledBy }) => [why, settledBy]))
})

it('every answer of the conformity report is named as its badge does', () => {
  expect(names(statusHelp).sort()).toEqual(Object.values(statusNames).map(([name]) => name).sort())
})

/** The rules of a file of one rule; a fault fails the test with its sentence. */
function rulesIn(rule: string): ConformityRules {
  const rules = parseRules(`renvois: [convention propre]\nregles:\n${rule}`)
  if (typeof rules === 'string') throw new Error(rules)
  return rules
}

it('the rule of the manual is understood, kept by its clause and missing without it', () => {
  const rules = rulesIn(ruleExample)
  const answer = (text: string) => evaluateConformity(rules, {
    mainTown: null, sectors: [], documents: [{
      slug: 'chapeau', title: '', kind: 'umbrella', counts: true, parties: [], bodies: [], years: null, endsOn: null,
      provisions: [{ key: 'article-1', number: '1', heading: '', text }],
    }],
  }, date('2026-11-23')).map(({ status }) => status)
  expect([answer(ruleExampleClause), answer('Rien.')]).toEqual([['met'], ['missing']])
})

it('everything a rule may look for is understood as the manual writes it', () => {
  const evidence = (example: string) => ruleExample.replace(/mots: .*/, example)
  const read = evidenceHelp.map(([, example]) => rulesIn(evidence(example)).rules.length)
  expect(read).toEqual(evidenceHelp.map(() => 1))
  expect(() => rulesIn(evidence('rien: x'))).toThrow(/R90, « cherche »/)
})

it('the register names its states so, and answers the rows of the manual so', () => {
  expect(names(registerStates).sort()).toEqual(shownStates.map((state) => registerNames[state]).sort())
  const answers = listExamples.map(({ signedOn, years, endsOn }) => {
    const read = readListFile(listOf({ signedOn, years, endsOn }))
    const operations = read.ok ? reportOn(read.value, loadTerritoryCodes(), date('2025-12-16'), date(askedOn)).operations : []
    return operations.flatMap(({ communes }) => communes).map(({ state, reason }) => ({ state: registerNames[state], reason }))
  })
  expect(answers).toEqual(listExamples.map(({ state, reason }) => [{ state, reason }]))
})
