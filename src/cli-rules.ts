// The command `rule`: applies a rule of law on money to a case in JSON, on a day, and prints the answer with its explanation as JSON.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { text as textOf } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { dayInParis, readDate } from './kernel/date.ts'
import type { PlainDate } from './kernel/date.ts'
import { ownShareExceptionKinds } from './law/money/own-share-exceptions.ts'
import { readCase } from './law/money/rule-case.ts'
import { findMoneyRule, moneyRules } from './law/money/rule-catalogue.ts'
import type { MoneyRule } from './law/money/rule-catalogue.ts'

const options = { list: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, on: { type: 'string' }, json: { type: 'boolean' } } as const
/** What the program lends to a command: its usage, and where to write: the answer, and what must be said beside it; `input`: what `-` reads. */
type Lent = { readonly usage: string; readonly tell: (text: string) => void; readonly warn: (text: string) => void; readonly input?: Readable }

/** Exit codes: 0 answered, whatever the answer · 1 a case that cannot be read · 2 the command is wrong. */
export async function applyRule(words: readonly string[], lent: Lent): Promise<number> {
  const { values, positionals } = understood(words)
  const [name, file, ...rest] = positionals
  if (values.list === true) return answer(lent, catalogue())
  if (values.help === true && name === undefined) return answer(lent, lent.usage)
  if (name === undefined || rest.length > 0) return refuse(lent, lent.usage.trimEnd(), 2)
  const rule = findMoneyRule(name)
  const known = moneyRules.map((one) => one.name).join(', ')
  if (rule === undefined) return refuse(lent, `La règle « ${name} » n’existe pas. Règles connues : ${known}.`, 2)
  if (values.help === true) return answer(lent, helpOf(rule) ?? lent.usage)
  if (file === undefined) return refuse(lent, `Donnez le fichier JSON du cas.\n${helpOf(rule)?.trimEnd()}`, 2)
  const on = values.on === undefined ? dayInParis(new Date()) : readDate(values.on)
  if (on === undefined) return refuse(lent, 'Donnez une date existante, sous la forme aaaa-mm-jj ou jj/mm/aaaa.', 2)
  const text = await (file === '-' ? textOf(lent.input ?? process.stdin) : readFile(resolve(file), 'utf8')).catch(() => undefined)
  if (text === undefined) return refuse(lent, `Le fichier « ${file} » est introuvable ou illisible : vérifiez son chemin.`, 1)
  return decide(rule, { text, file, on }, lent)
}

function decide(rule: MoneyRule, { text, file, on }: { text: string; file: string; on: PlainDate }, lent: Lent): number {
  const parsed = parse(text)
  const example = JSON.stringify(rule.example)
  if (parsed === undefined) return refuse(lent, `Le fichier « ${file} » n’est pas du JSON valide : corrigez-le, par exemple ${example}.`, 1)
  const given = readCase(rule.fields, parsed.value)
  if (!given.ok) return refuse(lent, given.problems.map(({ sentence }) => sentence).join('\n'), 1)
  return answer(lent, `${JSON.stringify({ rule: rule.name, on, ...rule.decide(given.value, on) }, null, 2)}\n`)
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return { value }
  } catch {
    return undefined
  }
}

const catalogue = (): string => moneyRules.map(({ name, title }) => `${name.padEnd(22)}${title}\n`).join('')

const exceptionHelp = `Une exception : son code (${ownShareExceptionKinds.join(', ')}), ou { "kind": code, "order": référence de l’arrêté }.\n`

/** Its fields and an example. */
const helpOf = (rule: MoneyRule | undefined): string | undefined => rule === undefined ? undefined
  : `${rule.title}\n${rule.summary}\n\nChamps :\n${rule.fields.map(({ name, label, hint, optional }) =>
    `  ${name.padEnd(20)}${label}${hint === undefined ? '' : ` (${hint.replace(/\.$/, '')})`}${optional === true ? ', facultatif' : ''}\n`).join('')}`
    + (rule.fields.some(({ kind }) => kind === 'exception') ? exceptionHelp : '')
    + `Une valeur inconnue vaut null. Exemple : ${JSON.stringify(rule.example)}\n`

function understood(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch {
    return { values: { list: undefined, help: undefined, on: undefined }, positionals: [] }
  }
}

function answer(lent: Lent, text: string): number {
  lent.tell(text)
  return 0
}

function refuse(lent: Lent, sentence: string, code: number): number {
  lent.warn(`${sentence}\n`)
  return code
}
