// Bodies and obligations compared: what they are, in which article, and the figures that govern them. Pure.
import { fold } from '../../kernel/text.ts'
import type { Body, Obligation } from '../facts.ts'
import { alike, compare, compareFields, contains, type Field, given, sameName, type Score } from './comparison.ts'
import type { ExpectedBody, ExpectedObligation, ExpectedSeat } from './expected.ts'

/** `5-1` and `5.1` are one number. */
const articleKey = (number: string): string => fold(number).replaceAll('-', '.')

/** True when both numbers name one article; wanted ones may be alternatives parted by `|`, or `*` for any. */
export const sameArticle = (wanted: string, found: string): boolean =>
  wanted === '*' || wanted.split('|').some((one) => articleKey(one) === articleKey(found))

type Sitting = ExpectedSeat & { readonly body: ExpectedBody }

const bodyRules = (at: number, body: ExpectedBody | Body): readonly Field[] => [
  ...given(`${at} meetings`, body.meetingsPerYear), ...given(`${at} convening days`, body.conveningDays),
  ...given(`${at} quorum`, body.quorum && 'stated'),
]

export function scoreBodies(found: readonly Body[], wanted: readonly ExpectedBody[]): readonly Score[] {
  const label = (body: { readonly name: string; readonly article: string }) => `${body.name} (art. ${body.article})`
  const { score, pairs } = compare('bodies', wanted, found, (one, other) =>
    sameName(one.name, other.name) && sameArticle(one.article, other.article), alike(label))
  const seats: readonly Sitting[] = pairs.flatMap(([one]) => one.seats.map((seat) => ({ ...seat, body: one })))
  const taken: readonly Sitting[] = pairs.flatMap(([one, other]) => other.seats.map((seat) => ({ ...seat, body: one })))
  const sameSeat = (one: Sitting, other: Sitting) =>
    one.body === other.body && one.representative === other.representative && sameName(one.office, other.office)
  const seat = (one: Sitting) => `${one.office}${one.representative ? ' or representative' : ''} in ${one.body.name}`
  const chaired = pairs.flatMap(([one, other]) => (one.chair === undefined ? [] : [{ wanted: one.chair, found: other.chair }]))
  const rules = pairs.flatMap(([, other], at) => bodyRules(at, other))
  return [
    score,
    compare('seats', seats, taken, sameSeat, alike(seat)).score,
    compareFields('body rules', pairs.flatMap(([one], at) => bodyRules(at, one)), rules.map((field) => field.value)),
    compareFields('chairs', chaired.map((chair) => ({ value: chair.wanted })), chaired.flatMap((chair) =>
      (chair.found === undefined ? [] : [sameName(chair.wanted, chair.found) ? chair.wanted : chair.found]))),
  ]
}

type Rule = ExpectedObligation['rule']
const figures = ['timesPerYear', 'years', 'months', 'days', 'on'] as const

/** Of the rule that was read, the figures the expected one states. */
const asked = (rule: Obligation['rule'], wanted: Rule): Rule =>
  ({ kind: rule.kind, ...Object.fromEntries(Object.entries(rule).filter(([name]) => name in wanted)) })
const ruleFields = (at: number, rule: Rule): readonly Field[] => figures.flatMap((name) => given(`${at} ${name}`, rule[name]))
const any = (wish: string, got: string): boolean => wish === '*' || wish.split('|').includes(got)

export function scoreObligations(found: readonly Obligation[], raw: string, wanted: readonly ExpectedObligation[]): readonly Score[] {
  const text = (one: Obligation) => raw.slice(one.span.start, one.span.end)
  const same = (one: ExpectedObligation, other: Obligation) =>
    sameArticle(one.article, other.article) && any(one.kind, other.kind) && any(one.rule.kind, other.rule.kind) && contains(text(other), one.quote)
  const { score, pairs } = compare('obligations', wanted, found, same, {
    wanted: (one) => `art. ${one.article} ${one.kind} ${one.rule.kind}: ${one.quote}`,
    found: (other) => `art. ${other.article} ${other.kind} ${other.rule.kind}: ${text(other).replace(/\s+/g, ' ').slice(0, 90)}`,
  })
  const due = pairs.flatMap(([one, other], at) => ruleFields(at, asked(other.rule, one.rule)))
  return [score, compareFields('due rules', pairs.flatMap(([one], at) => ruleFields(at, one.rule)), due.map((field) => field.value))]
}
