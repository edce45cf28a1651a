// The form that tries a rule on money: what is typed, in euros and in words, as the case the rule reads.
import { readDate } from '../../kernel/date.ts'
import { readEuros } from '../../kernel/money.ts'
import { fold } from '../../kernel/text.ts'
import type { CaseField } from '../../law/money/rule-case.ts'
import type { MoneyRule } from '../../law/money/rule-catalogue.ts'

/** By the name of the field; an exception has its order beside, under `arrete`. */
export type RuleTyped = Readonly<Record<string, string>>
export type RuleProblem = { readonly field: string; readonly why: 'amount' | 'source' | 'day' }

/** The case as JSON would give it: an empty box is unknown, an empty optional one is left out. */
export function caseOf({ fields }: MoneyRule, typed: RuleTyped): { value: Readonly<Record<string, unknown>>; problems: readonly RuleProblem[] } {
  const problems: RuleProblem[] = []
  const value: Record<string, unknown> = {}
  for (const field of fields) {
    const words = typed[field.name] ?? ''
    if (words === '') {
      if (field.optional !== true && field.kind !== 'sources') value[field.name] = null
      continue
    }
    const read = readers[field.kind](words, typed)
    if (read === undefined) problems.push({ field: field.name, why: field.kind === 'sources' ? 'source' : field.kind === 'day' ? 'day' : 'amount' })
    else value[field.name] = read
  }
  return { value, problems }
}

const readers: Readonly<Record<CaseField['kind'], (words: string, typed: RuleTyped) => unknown>> = {
  cents: readEuros,
  flag: (words) => words === 'oui',
  day: readDate,
  exception: (words, typed) => ({ kind: words, order: typed['arrete'] ?? '' }),
  sources: (words) => {
    const lines = words.split('\n').filter((line) => line.trim() !== '').map(sourceOf)
    return lines.includes(undefined) ? undefined : lines
  },
}

const roleNames: readonly (readonly [string, RegExp])[] = [['owner', /^propre|^maitre|^owner/], ['private', /^priv/], ['public', /^publi/]]

/** `Région ; public ; 30 000 ; 40 %`: name, nature, most in euros, most as a rate; the last two may be empty. */
function sourceOf(line: string): Record<string, unknown> | undefined {
  const [label = '', nature = '', most = '', rate = ''] = line.split(';').map((cell) => cell.trim())
  const role = roleNames.find(([, naming]) => naming.test(fold(nature)))?.[0]
  const [amount, points] = [most === '' ? null : readEuros(most), rate === '' ? null : pointsOf(rate)]
  return label === '' || role === undefined || amount === undefined || points === undefined ? undefined
    : { label, role, atMostCents: amount, rateBasisPoints: points }
}

function pointsOf(rate: string): number | undefined {
  const found = /^(\d{1,3})(?:[,.](\d{1,2}))?\s*%?$/.exec(rate)
  return found === null ? undefined : Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}
