// Facts as forms: which fields each kind has, how its value fills them, and how what is typed becomes a value again. Pure.
import { inEuros, cents } from '../../kernel/money.ts'
import { readDate } from '../../kernel/date.ts'
import { isSiren } from '../../kernel/siren.ts'
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { isClause } from './fact-field.rules.ts'
import type { FactField, FactProblem, FieldType } from './fact-field.rules.ts'
import type { FactKind, FactValue } from './fact.rules.ts'
import { instructionFields, readInstruction, typedOfInstruction } from './instruction-fact.rules.ts'

const text = (name: string, required = false): FactField => ({ name, type: 'text', required })
const of = (name: string, type: FieldType, required = false): FactField => ({ name, type, required })
const choice = (name: string, choices: readonly string[]): FactField => ({ name, type: 'choice', required: true, choices })

/** The fields of each kind, in the order of the form. Names with a dot reach inside: `rule.kind`. */
export const factFields: Readonly<Record<FactKind, readonly FactField[]>> = {
  title: [text('title', true), choice('kind', ['umbrella', 'programme', 'membership', 'amendment', 'other'])],
  party: [
    text('name', true), choice('kind', ['epci', 'commune', 'state', 'region', 'department', 'agency', 'private', 'other']),
    choice('role', ['carrier', 'beneficiary', 'authority', 'partner', 'signatory']), of('insee', 'insee'), of('siren', 'siren'),
    of('signatories', 'signatories'),
  ],
  term: [of('years', 'integer'), of('months', 'integer'), of('startsOn', 'startDate', true), of('signedOn', 'date'), of('endsOn', 'date')],
  body: [text('name', true), of('article', 'clause'), text('chair'), of('seats', 'seats'), of('meetingsPerYear', 'decimal'), text('quorum'),
    of('conveningDays', 'integer')],
  obligation: [
    of('article', 'clause'),
    choice('kind', ['meeting', 'report', 'evaluation', 'publication', 'transmission', 'consultation', 'funding', 'staffing', 'other']),
    text('bearer'),
    choice('rule.kind', ['recurring', 'deadline', 'date', 'term', 'condition', 'standing']), of('rule.timesPerYear', 'decimal'), text('rule.before'),
    of('rule.years', 'integer'), of('rule.months', 'integer'), of('rule.days', 'integer'), text('rule.after'), of('rule.on', 'date'),
    text('rule.when'),
  ],
  stamp: [text('id'), of('siren', 'siren'), of('actDate', 'date'), text('number'), of('transmittedOn', 'date'), of('receivedOn', 'date'),
    of('publishedOn', 'date')],
  date: [of('date', 'date', true), text('what', true)],
  amount: [of('cents', 'euros', true), choice('taxBasis', ['', 'HT', 'TTC'])],
  rate: [of('percent', 'decimal', true), of('cap', 'flag')],
  programme: [text('code', true), text('name', true), of('communes', 'lines'), of('since', 'date')],
  reference: [text('text', true), text('code', true), of('article', 'clause')],
  article: [of('number', 'clause', true), text('heading'), of('text', 'long')],
  defect: [of('message', 'long', true)],
  instruction: instructionFields,
}

/** What each rule of an obligation needs besides its kind. */
const ruleNeeds: Readonly<Record<string, readonly string[]>> = {
  recurring: ['rule.timesPerYear'], deadline: ['rule.after'], date: ['rule.on'], condition: ['rule.when'], term: [], standing: [],
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const records = (value: unknown): readonly Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : [])
const inside = (value: FactValue, name: string): unknown => {
  const [outer = '', inner] = name.split('.')
  const found = value[outer]
  return inner === undefined ? found : isRecord(found) ? found[inner] : undefined
}

/** The fields of a fact, filled from its value. */
export const typedOf = (kind: FactKind, value: FactValue): Readonly<Record<string, string>> => kind === 'instruction' ? typedOfInstruction(value)
  : Object.fromEntries(factFields[kind].map((field) => [field.name, shown(field, inside(value, field.name))]))

function shown(field: FactField, value: unknown): string {
  if (value === undefined || value === null) return ''
  switch (field.type) {
    case 'date': case 'startDate': return typeof value === 'string' ? value.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1') : ''
    case 'euros': return typeof value === 'number' ? inEuros(cents(value)).replace(/\s?€/, '').trim() : ''
    case 'integer': return String(value)
    case 'decimal': return String(Math.round(Number(value) * 10_000) / 10_000).replace('.', ',')
    case 'flag': return value === true ? 'oui' : ''
    case 'lines': return Array.isArray(value) ? value.join('\n') : ''
    case 'signatories':
      return records(value)
        .map((row) => [row['name'], row['capacity']].filter((part) => typeof part === 'string' && part !== '').join(', ')).join('\n')
    case 'seats':
      return records(value).map((row) => `${String(row['office'] ?? '')}${row['representative'] === true ? ' [ou son représentant]' : ''}`).join('\n')
    default: return String(value)
  }
}

type Read = { readonly value: unknown } | { readonly why: FactProblem['why'] }
const put = (value: unknown): Read => ({ value })
const wrong = (why: FactProblem['why']): Read => ({ why })

/**
 * The value typed for a fact of this kind, over what it was (`before`: what the form does not show stays). Refuses with every problem at once.
 */
export function readFact(kind: FactKind, typed: Readonly<Record<string, string>>, before: FactValue): Outcome<FactValue, FactProblem> {
  if (kind === 'instruction') return readInstruction(typed, before)
  const problems: FactProblem[] = []
  const value: Record<string, unknown> = { ...before }
  const needed = kind === 'obligation' ? (ruleNeeds[typed['rule.kind'] ?? ''] ?? []) : []
  if (kind === 'obligation') value['rule'] = {}
  for (const field of factFields[kind]) {
    const words = (typed[field.name] ?? '').trim()
    const outside = field.name.startsWith('rule.') && field.name !== 'rule.kind' && !ruleFields(typed['rule.kind'] ?? '').includes(field.name)
    if (outside) continue
    if (words === '' && (field.required === true || needed.includes(field.name)) && field.choices?.includes('') !== true) {
      problems.push({ field: field.name, why: 'missing' })
    }
    else {
      // Shown rounded (once in three years is 0,3333 a year), or read as the text prints it: what was not retyped stays as it is.
      const same = (field.type === 'decimal' || field.type === 'clause') && words !== '' && words === shown(field, inside(before, field.name))
      const read = same ? put(inside(before, field.name)) : readField(field, words)
      if ('why' in read) problems.push({ field: field.name, why: read.why })
      else set(value, field.name, read.value)
    }
  }
  return problems.length > 0 ? refused(problems) : accepted(value)
}

const ruleFields = (rule: string): readonly string[] =>
  ({ recurring: ['rule.timesPerYear', 'rule.before'], deadline: ['rule.years', 'rule.months', 'rule.days', 'rule.after'], date: ['rule.on'],
    condition: ['rule.when'] })[rule] ?? []

function set(value: Record<string, unknown>, name: string, read: unknown): void {
  const [outer = '', inner] = name.split('.')
  const target = inner === undefined ? value : value[outer]
  if (!isRecord(target)) return
  if (read === undefined) delete target[inner ?? outer]
  else target[inner ?? outer] = read
}

function readField(field: FactField, words: string): Read {
  if (field.type === 'flag') return put(words === 'oui' ? true : undefined)
  if (field.type === 'choice') return field.choices?.includes(words) === true ? put(words === '' ? null : words) : wrong('choiceUnknown')
  if (field.type === 'lines') return put(linesOf(words))
  if (field.type === 'signatories') return readSignatories(words)
  if (field.type === 'seats') return put(linesOf(words).map(readSeat))
  if (words === '') return put(undefined)
  switch (field.type) {
    case 'date': return orWrong(readDate(words), 'dateUnreadable')
    case 'startDate': return words === 'signature' ? put(words) : orWrong(readDate(words), 'dateUnreadable')
    case 'integer': return /^\d{1,4}$/.test(words) ? put(Number(words)) : wrong('numberUnreadable')
    case 'decimal': return /^\d{1,4}(?:[.,]\d{1,4})?$/.test(words) ? put(Number(words.replace(',', '.'))) : wrong('numberUnreadable')
    case 'euros': return readEuros(words)
    case 'siren': return isSiren(words.replaceAll(' ', '')) ? put(words.replaceAll(' ', '')) : wrong('sirenKey')
    case 'clause': return isClause(words) ? put(words) : wrong('clauseUnreadable')
    case 'insee': return /^(?:\d{2}|2[AB])\d{3}$/.test(words.toUpperCase()) ? put(words.toUpperCase()) : wrong('inseeUnreadable')
    default: return put(words)
  }
}

const orWrong = (value: unknown, why: FactProblem['why']): Read => (value === undefined ? wrong(why) : put(value))
const linesOf = (words: string): readonly string[] => words.split('\n').map((line) => line.trim()).filter((line) => line !== '')
const readSeat = (line: string): { office: string; representative: boolean } => {
  const office = line.replace(/\s*\[(?:ou son |par un )?représentant[^\]]*\]\s*$/i, '')
  return { office, representative: office !== line }
}

/** `Prénom NOM, qualité`, one a line; the first comma parts them, and the text may give a name alone. */
function readSignatories(words: string): Read {
  const lines = linesOf(words)
  const parts = lines.map((line) => /^([^,]+?)\s*(?:,\s*(.+))?$/.exec(line))
  return parts.every((part) => part !== null) ? put(parts.map((part) => ({ name: part?.[1] ?? '', capacity: part?.[2] ?? '' })))
    : wrong('lineUnreadable')
}

function readEuros(words: string): Read {
  const plain = words.replace(/[\s\u00a0\u202f€]/g, '')
  const parts = /^(\d{1,12})(?:,(\d{1,2}))?$/.exec(plain)
  return parts === null ? wrong('amountUnreadable') : put(Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')))
}
