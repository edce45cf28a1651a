// The pages of the rules on money: the list, and one rule with a form to try it, whose case is in the address.
import { findMoneyRule, moneyRules } from '../../law/money/rule-catalogue.ts'
import type { MoneyRule, RuleAnswer } from '../../law/money/rule-catalogue.ts'
import { readCase } from '../../law/money/rule-case.ts'
import type { Fault } from '../../design/faults.tsx'
import { paths } from '../../paths.ts'
import { notFound, routes } from '../../platform/web.ts'
import type { Request } from '../../platform/web.ts'
import { frame, page } from './chrome.ts'
import { RulePage, RulesPage, ruleFault } from './money-rules.pages.tsx'
import { caseOf } from './rule-form.rules.ts'
import type { RuleTyped } from './rule-form.rules.ts'

export const lawOfMoney = routes()

lawOfMoney.get(paths.rules(), (c) => page(c, RulesPage({ frame: frame(c), rules: moneyRules, day: c.var.today })))

lawOfMoney.get(paths.rule(':rule'), (c) => {
  const rule = findMoneyRule(c.req.param('rule') ?? '') ?? notFound()
  const typed = typedOf(c, rule)
  const { answer, faults } = c.req.query('essai') === undefined ? { answer: undefined, faults: [] } : tried(c, rule, typed)
  const view = { frame: frame(c), rule, typed, faults, day: c.var.day, typedDay: c.req.query('le') ?? '', answer }
  return page(c, RulePage(view), faults.length === 0 ? 200 : 422)
})

const typedOf = (c: Request, { fields }: MoneyRule): RuleTyped => Object.fromEntries([...fields.map(({ name }) => name), 'arrete']
  .map((name) => [name, (c.req.query(name) ?? '').replaceAll('\0', '').replace(/\r\n?/g, '\n').trim()]))

function tried(c: Request, rule: MoneyRule, typed: RuleTyped): { readonly answer: RuleAnswer | undefined; readonly faults: readonly Fault[] } {
  const { value, problems } = caseOf(rule, typed)
  const given = readCase(rule.fields, value)
  const unreadable = problems.map(({ field }) => field)
  const faults: readonly Fault[] = [
    ...problems.map(ruleFault),
    ...(given.ok ? [] : given.problems.filter(({ field }) => !unreadable.includes(field ?? '')).map(({ field, sentence }): Fault =>
      [rule.fields.find(({ name }) => name === field)?.name ?? rule.fields[0]?.name ?? '', sentence])),
    ...(c.var.dayAsked === 'unreadable' ? [ruleFault({ field: 'le', why: 'day' })] : []),
  ]
  return { answer: given.ok && faults.length === 0 ? rule.decide(given.value, c.var.day) : undefined, faults }
}
