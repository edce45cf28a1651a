// What the manual says of the plan, of imports, of money and of its rules is what the rules answer and the pages show.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { date } from '../../kernel/date.ts'
import { cents } from '../../kernel/money.ts'
import { verdictNames } from '../../law/money/money-words.ts'
import { ownShare } from '../../law/money/own-share.ts'
import { valueOn } from '../../law/money/parameter.ts'
import { postCofunding, readingNames } from '../../law/money/post-cofunding.ts'
import { moneyRules } from '../../law/money/rule-catalogue.ts'
import { actionStates, usualNext } from '../../planning/action-state.ts'
import { bindingStates, dependencyKinds, lateReasons } from '../../planning/lateness.ts'
import { readPeriodWords } from '../../planning/sheets/date-cell.ts'
import { readMoneyWords } from '../../planning/sheets/money-cell.ts'
import { searchText } from '../../planning/search-text.ts'
import { setKindNames } from '../actions/change-set.words.ts'
import { dependencyNames } from '../actions/dependencies.pages.tsx'
import { placeKindNames } from '../actions/places.pages.tsx'
import { stateNames } from '../frameworks/action-state.words.ts'
import { indicatorKindNames } from '../frameworks/indicator.words.ts'
import { kindNames, stageNames, statusWords } from '../funding/funding.words.ts'
import { grantVerdictNames } from '../grants/grant.words.ts'
import { verdictWords, reasonWords } from '../imports/import.words.ts'
import { choiceWords } from '../plan/plan-filter.words.ts'
import { readSearch } from '../plan/search.rules.ts'
import { amountCells, dayCells, refusalHelp, verdictHelp } from './help-imports.tsx'
import { exportHelp, searchHelp, viewHelp } from './help-lists.tsx'
import { answerHelp, moneyRuleHelp, ownShareExample, postExample } from './help-money-rules.tsx'
import { fundingKindHelp, fundingStepHelp, grantHelp, stageHelp } from './help-money-words.tsx'
import { changeKindHelp } from './help-plan-keeping.tsx'
import { indicatorHelp, lateHelp, linkHelp, placeHelp, planStateHelp } from './help-plan-words.tsx'

const names = (rows: readonly (readonly string[])[]) => rows.map(([name]) => name)
const euros = (amount: number) => cents(amount * 100)
const asked = date('2026-01-01')

it('every state of an action is named, and leads where no reason is asked', () => {
  expect(planStateHelp.map(({ name, next }) => [name, next]))
    .toEqual(actionStates.map((state) => [stateNames[state], usualNext[state].map((next) => stateNames[next])]))
  expect(bindingStates.map((state) => (state === null ? null : stateNames[state]))).toEqual([null, 'Prévue', 'Engagée', 'En cours'])
})

it('every reason of a delay, every link, place, indicator and kind of change is named as on the pages', () => {
  expect(names(lateHelp)).toEqual(lateReasons.map((reason) => choiceWords.late?.[reason]))
  expect(names(linkHelp)).toEqual(dependencyKinds.map((kind) => dependencyNames[kind]))
  expect(names(placeHelp)).toEqual(Object.values(placeKindNames))
  expect(names(indicatorHelp)).toEqual(Object.values(indicatorKindNames))
  expect(names(changeKindHelp)).toEqual(Object.values(setKindNames))
})

it('every view and every file of the plan is named as its link is', () => {
  const page = readFileSync('src/features/plan/plan.pages.tsx', 'utf8')
  const quoted = (from: string, to: string, words: RegExp) =>
    [...page.slice(page.indexOf(from), page.indexOf(to)).matchAll(words)].map(([, word]) => word)
  expect(names(viewHelp)).toEqual(quoted('const viewNames', 'type PlanProps', /: '([^']+)'/g))
  expect(names(exportHelp)).toEqual(quoted('const formats', 'const Exports', /', '([^']+)'\]/g))
})

it.each(searchHelp)('« $typed » finds « $finds »', ({ typed, finds, not }) => {
  const answers = (title: string) => readSearch(typed).every(({ words, without, opening }) => {
    const found = opening ? ` ${searchText([title])}`.includes(` ${words}`) : ` ${searchText([title])} `.includes(` ${words} `)
    return found !== without
  })
  expect([answers(finds), not === undefined ? false : answers(not)]).toEqual([true, false])
})

it.each(amountCells)('a cell « $cell » is understood as $understood', ({ cell, cents: known }) => {
  const amounts = { kind: 'amounts', amounts: [{ cents: known, basis: null }], exact: true }
  expect(readMoneyWords(cell)).toEqual(known === null ? { kind: 'unknown' } : amounts)
})
it.each(dayCells)('a cell « $cell » is understood $understood', ({ cell, from, to }) => {
  expect(readPeriodWords(cell)).toMatchObject({ kind: 'period', from, to })
})

it('every fate of an imported row, and why it is refused, is told in the words of the page', () => {
  expect(names(verdictHelp)).toEqual(Object.values(verdictWords).map(({ one }) => one))
  const reasons = ['titleMissing', 'tooLong', 'endBeforeStart', 'twice', 'ambiguous', 'codeTaken'] as const
  expect(refusalHelp).toEqual(reasons.map((reason) => reasonWords[reason]))
})

it('steps, stages and kinds of money, and verdicts on grants, are named as on the pages', () => {
  expect(names(fundingStepHelp)).toEqual(Object.values(statusWords).map(({ name }) => name))
  expect(names(stageHelp)).toEqual(Object.values(stageNames))
  expect(names(fundingKindHelp)).toEqual(Object.values(kindNames))
  expect(names(grantHelp)).toEqual(Object.values(grantVerdictNames).map(([name]) => name))
})

it('every rule on money is there, « à confirmer » where one of its figures is', () => {
  expect(moneyRuleHelp.map(({ name, rule, toConfirm }) => [name, rule, toConfirm === true])).toEqual(moneyRules.map(({ name, title, parameters }) =>
    [name, title, parameters.some((parameter) => valueOn(parameter, asked)?.status === 'toConfirm')]))
  expect(names(answerHelp)).toEqual(Object.values(verdictNames))
})

it('the share and the post of the manual are decided as it says', () => {
  const { owner, publics, privates, share } = ownShareExample
  const answer = ownShare({ ownerPublicCents: euros(owner), otherPublicCents: euros(publics), privateCents: euros(privates), exception: null }, asked)
  expect([answer.result, `${(answer.rate ?? 0) * 100} %`]).toEqual(['pass', share])
  const post = postCofunding({ annualCostCents: euros(postExample.cost), opahRu: true, aidCents: euros(50_000) }, asked)
  expect(post.readings.map(({ cents: most }) => most)).toEqual([euros(postExample.onAid), euros(postExample.onBase)])
  expect(post.result).toBe('unknown')
  expect(Object.values(readingNames)[0]).toBe('Lecture 1 : le plafond borne l’aide')
})
