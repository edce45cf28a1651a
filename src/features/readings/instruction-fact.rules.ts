// The instruction of an amendment as a form: the fields of its change, filled from what was read, and the change that is typed. Pure.
import { readDate } from '../../kernel/date.ts'
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { fold } from '../../kernel/text.ts'
import { sentenceOf } from '../../reading/instruction-sentences.ts'
import type { Change, Rank, Target, TargetLevel } from '../../reading/instruction.ts'
import { isClause } from './fact-field.rules.ts'
import type { FactField, FactProblem } from './fact-field.rules.ts'
import type { FactValue } from './fact.rules.ts'

const text = (name: string, type: FactField['type'] = 'text', required = false): FactField => ({ name, type, required })
const choice = (name: string, choices: readonly string[]): FactField => ({ name, type: 'choice', required: true, choices })

export const instructionVerbs = ['replace', 'insert', 'complete', 'delete', 'renumber', 'term', 'party', 'sector', 'body'] as const
const levels = ['paragraph', 'sentence', 'words', 'item', 'article', 'annex', 'number', 'amount', 'heading'] as const
const fieldsOf: Readonly<Record<string, FactField>> = {
  verb: choice('verb', instructionVerbs), inArticle: text('inArticle', 'clause'), paragraph: text('paragraph'), sentenceRank: text('sentenceRank'),
  item: text('item'), words: text('words', 'long'), everywhere: text('everywhere', 'flag'), side: choice('side', ['after', 'before']),
  adds: choice('adds', levels), newText: text('newText', 'long'), newNumber: text('newNumber'), newHeading: text('newHeading'), to: text('to'),
  until: text('until', 'date'), by: text('by', 'integer'), lasts: text('lasts', 'integer'),
  action: choice('action', ['add', 'replace', 'rename', 'remove']),
  about: text('about'), commune: text('commune'), newName: text('newName'), entersOn: text('entersOn', 'date'),
  orderedBy: text('orderedBy', 'clause'),
}
/** Every field, in the order of the form. */
export const instructionFields: readonly FactField[] = Object.values(fieldsOf)

const place = ['inArticle', 'paragraph', 'sentenceRank', 'item', 'words']
const ofVerb: Readonly<Record<Change['verb'], readonly string[]>> = {
  replace: [...place, 'everywhere', 'newText', 'newHeading'], insert: ['side', ...place, 'newText', 'newNumber', 'newHeading'],
  complete: ['adds', 'inArticle', 'paragraph', 'sentenceRank', 'item', 'newText', 'newNumber', 'newHeading'], delete: [...place, 'everywhere'],
  renumber: ['inArticle', 'item', 'to'], term: ['until', 'by', 'lasts', 'inArticle'], party: ['action', 'about'],
  sector: ['action', 'about', 'commune'],
  body: ['action', 'about', 'newName'],
}
const verbOf = (typed: string | undefined): Change['verb'] | undefined => instructionVerbs.find((verb) => verb === typed)

/** Whatever the verb that shows them. */
const always: readonly string[] = ['newText', 'to', 'about']

/** The fields that count for the verb chosen; all of them while none is. */
export function fieldsShown(typed: Readonly<Record<string, string>>): readonly FactField[] {
  const verb = verbOf(typed['verb'])
  return verb === undefined ? instructionFields
    : instructionFields.filter(({ name }) => ['verb', 'entersOn', 'orderedBy', ...ofVerb[verb]].includes(name))
      .map((field) => (always.includes(field.name) ? { ...field, required: true } : field))
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const inWords = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const typedDay = (value: unknown): string => inWords(value).replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1')
const typedRank = (rank: unknown): string => (rank === -1 ? 'dernier' : rank === -2 ? 'avant-dernier' : inWords(rank))

/** The fields of an instruction, filled from it. */
export function typedOfInstruction(value: FactValue): Readonly<Record<string, string>> {
  const change = isRecord(value['change']) ? value['change'] : {}
  const target = isRecord(change['target']) ? change['target'] : {}
  const { item } = target
  const filled: Readonly<Record<string, string>> = {
    verb: inWords(change['verb']), inArticle: inWords(target['article']), paragraph: typedRank(target['paragraph']),
    sentenceRank: typedRank(target['sentence']), item: typeof item !== 'number' ? inWords(item) : item > 0 ? `${item}e` : typedRank(item),
    words: inWords(target['words']), everywhere: target['occurrence'] === 'all' ? 'oui' : '', side: inWords(change['side']),
    adds: change['verb'] === 'complete' ? inWords(change['level']) : '', newNumber: inWords(change['number']),
    newText: change['verb'] === 'replace' ? inWords(change['by']) : inWords(change['text']), newHeading: inWords(change['heading']),
    to: change['verb'] === 'renumber' ? inWords(change['to']) : '', until: typedDay(change['until']),
    by: change['verb'] === 'term' ? inWords(change['by']) : '', lasts: inWords(change['lasts']), action: inWords(change['change']),
    about: inWords(change['name']), commune: inWords(change['commune']), newName: change['verb'] === 'body' ? inWords(change['to']) : '',
    entersOn: typedDay(value['entersOn']), orderedBy: inWords(value['article']),
  }
  return filled
}

/** `2`, `2e`, `dernier`, `-1`. */
function readRank(typed: string): Rank | undefined {
  const word = fold(typed)
  if (/^avant-derni/.test(word)) return -2
  if (/^derni/.test(word)) return -1
  const figures = /^(-?\d{1,3})(?:er?|ere|e|eme)?$/.exec(word)
  return figures === null || Number(figures[1]) === 0 ? undefined : Number(figures[1])
}

/** The instruction typed, over what it was (`before`: what the form does not show stays). Refuses with every problem at once. */
export function readInstruction(typed: Readonly<Record<string, string>>, before: FactValue): Outcome<FactValue, FactProblem> {
  const form = formOf(typed, typedOfInstruction(before))
  const same = isRecord(before['change']) && before['change']['verb'] === typed['verb'] ? before['change'] : {}
  const change = changeOf(form, same)
  const entersOn = form.day('entersOn')
  const article = form.clause('orderedBy')
  if (change === undefined || form.problems.length > 0) return refused(form.problems)
  const { entersOn: _, ...kept } = before
  const sentence = isSame(change, before['change']) ? (before['sentence'] ?? sentenceOf(change)) : sentenceOf(change)
  return accepted({ ...kept, article: article ?? '', change, ...(entersOn === undefined ? {} : { entersOn }), sentence })
}

/** Whatever the order of their fields. */
const isSame = (one: unknown, other: unknown): boolean => inOrder(one) === inOrder(other)
const inOrder = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) =>
  isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1))) : inner) ?? ''

type FormReader = ReturnType<typeof formOf>
/** `shown`: what the form was filled with; a number read as the text prints it stays as it is while nobody retypes it. */
function formOf(typed: Readonly<Record<string, string>>, shown: Readonly<Record<string, string>>) {
  const problems: FactProblem[] = []
  const words = (field: string): string => (typed[field] ?? '').trim()
  const needed = (field: string): string => {
    if (words(field) === '') problems.push({ field, why: 'missing' })
    return words(field)
  }
  const read = <Value>(field: string, parse: (value: string) => Value | undefined, why: FactProblem['why']): Value | undefined => {
    const value = words(field) === '' ? undefined : parse(words(field))
    if (value === undefined && words(field) !== '') problems.push({ field, why })
    return value
  }
  return {
    problems, words, needed, day: (field: string) => read(field, readDate, 'dateUnreadable'),
    rank: (field: string) => read(field, readRank, 'rankUnreadable'),
    count: (field: string) => read(field, (value) => (/^\d{1,4}$/.test(value) ? Number(value) : undefined), 'numberUnreadable'),
    clause: (field: string) => read(field, (value) => (isClause(value) || value === shown[field] ? value : undefined), 'clauseUnreadable'),
    one: <Choice extends string>(field: string, choices: readonly Choice[]): Choice | undefined => {
      const chosen = choices.find((known) => known === words(field))
      if (chosen === undefined) problems.push({ field, why: words(field) === '' ? 'missing' : 'choiceUnknown' })
      return chosen
    },
  }
}

/** Where, as typed; what the form does not show of the place stays while the rest is the same. */
function targetOf(form: FormReader, same: Readonly<Record<string, unknown>>, shown: readonly string[]): Target {
  const known = isRecord(same['target']) ? same['target'] : {}
  const [article, paragraph, sentence] = [form.clause('inArticle'), form.rank('paragraph'), form.rank('sentenceRank')]
  const [item, words] = [form.words('item'), shown.includes('words') ? form.words('words') : '']
  const occurrence = form.words('everywhere') === 'oui' ? 'all' as const : typeof known['occurrence'] === 'number' ? known['occurrence'] : undefined
  return {
    ...(article === undefined ? {} : { article }), ...(known['heading'] === true ? { heading: true as const } : {}),
    ...(paragraph === undefined ? {} : { paragraph }), ...(sentence === undefined ? {} : { sentence }),
    ...(item === '' ? {} : { item: /^(?:-?\d+(?:er?|ere|e|eme)|.*derni.*)$/i.test(item) ? (readRank(item) ?? item) : item }),
    ...(words === '' ? {} : { words, ...(occurrence === undefined ? {} : { occurrence }) }),
  }
}

const named: readonly (readonly [keyof Target, TargetLevel])[] =
  [['words', 'words'], ['sentence', 'sentence'], ['paragraph', 'paragraph'], ['item', 'item'], ['heading', 'heading']]
/** The level read while the place is the same; else the narrowest thing named. */
function levelOf(target: Target, same: Readonly<Record<string, unknown>>): TargetLevel {
  const known = levels.find((level) => level === same['level'])
  if (known !== undefined && isSame(target, same['target'])) return known
  return named.find(([field]) => target[field] !== undefined)?.[1] ?? (target.article?.startsWith('annexe') === true ? 'annex' : 'article')
}

const optional = <Name extends string>(name: Name, value: string): { readonly [Key in Name]?: string } =>
  value === '' ? {} : { [name]: value } as { readonly [Key in Name]?: string }

function changeOf(form: FormReader, same: Readonly<Record<string, unknown>>): Change | undefined {
  const verb = form.one('verb', instructionVerbs)
  if (verb === undefined) return undefined
  const target = targetOf(form, same, ofVerb[verb])
  const heading = optional('heading', form.words('newHeading'))
  const number = optional('number', form.words('newNumber'))
  switch (verb) {
    case 'replace': return { verb, target, level: levelOf(target, same), by: form.needed('newText'), ...heading }
    case 'insert': {
      const side = form.one('side', ['before', 'after'])
      return side && { verb, side, target, level: levelOf(target, same), text: form.needed('newText'), ...number, ...heading }
    }
    case 'complete': {
      const level = form.one('adds', levels)
      return level && { verb, target, level, text: form.needed('newText'), ...number, ...heading }
    }
    case 'delete': return { verb, target, level: levelOf(target, same) }
    case 'renumber': return { verb, target, to: form.needed('to') }
    case 'term': return termOf(form, target)
    case 'party': case 'sector': case 'body': return aboutOf(form, verb, same)
  }
}

function termOf(form: FormReader, target: Target): Change {
  const [until, by, lasts] = [form.day('until'), form.count('by'), form.count('lasts')]
  if (until === undefined && by === undefined && lasts === undefined) form.problems.push({ field: 'until', why: 'missing' })
  return {
    verb: 'term', ...(until === undefined ? {} : { until }), ...(by === undefined ? {} : { by }), ...(lasts === undefined ? {} : { lasts }),
    ...(Object.keys(target).length === 0 ? {} : { target }),
  }
}

function aboutOf(form: FormReader, verb: 'party' | 'sector' | 'body', same: Readonly<Record<string, unknown>>): Change | undefined {
  const name = form.needed('about')
  if (verb === 'party') {
    const change = form.one('action', ['add', 'remove'])
    return change && { verb, change, name, ...optional('role', inWords(same['role'])) }
  }
  if (verb === 'sector') {
    const change = form.one('action', ['add', 'replace', 'remove'])
    return change && { verb, change, name, ...optional('commune', form.words('commune')) }
  }
  const change = form.one('action', ['add', 'rename', 'remove'])
  return change && { verb, change, name, ...optional('to', change === 'rename' ? form.needed('newName') : '') }
}
