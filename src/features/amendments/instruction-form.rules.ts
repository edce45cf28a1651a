// An instruction as a form: which fields each verb has, and how what is typed becomes a change; every problem at once. Pure.
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { fold } from '../../kernel/text.ts'
import type { Change, Rank, Target, TargetLevel } from '../../reading/instruction.ts'

export const verbs = ['replace', 'insert', 'complete', 'delete', 'renumber', 'term', 'party', 'sector', 'body'] as const
export type Verb = (typeof verbs)[number]
export type InstructionTyped = Readonly<Record<string, string>>
export type InstructionFormProblem = {
  readonly field: string
  readonly why: 'missing' | 'rankUnreadable' | 'dateUnreadable' | 'durationUnreadable' | 'choiceUnknown' | 'tooLong' | 'oneOfThree'
    | 'withoutParagraph'
}
/** A change as a person ordered it, and its own entry into force when they defer it. */
export type OrderedChange = { readonly change: Change; readonly entersOn: PlainDate | null }

export type InstructionField = 'article' | 'heading' | 'paragraph' | 'sentence' | 'item' | 'words' | 'everywhere' | 'side' | 'adds' | 'text'
  | 'number' | 'title' | 'to' | 'until' | 'by' | 'lasts' | 'action' | 'name' | 'role' | 'commune' | 'newName' | 'entersOn'
const place = ['article', 'paragraph', 'sentence', 'item', 'words'] as const
/** The fields of each verb, in the order of the form. */
export const instructionFields: Readonly<Record<Verb, readonly InstructionField[]>> = {
  replace: [...place, 'everywhere', 'heading', 'text', 'title', 'entersOn'],
  insert: ['side', ...place, 'number', 'title', 'text', 'entersOn'],
  complete: ['article', 'paragraph', 'adds', 'number', 'title', 'text', 'entersOn'],
  delete: [...place, 'everywhere', 'entersOn'],
  renumber: ['article', 'to', 'entersOn'],
  term: ['until', 'by', 'lasts', 'entersOn'],
  party: ['action', 'name', 'role', 'entersOn'],
  sector: ['action', 'name', 'commune', 'entersOn'],
  body: ['action', 'name', 'newName', 'entersOn'],
}
/** What may be added at the end of an article. */
export const additions = ['paragraph', 'sentence', 'words', 'item', 'article'] as const
/** What may be done to a party, a sector, a body. */
export const actions: Readonly<Record<'party' | 'sector' | 'body', readonly string[]>> = {
  party: ['add', 'remove'], sector: ['add', 'replace', 'remove'], body: ['add', 'rename', 'remove'],
}

const longest = 20_000

/** Reads an instruction as typed. Whether its words are in the text is not asked here: what cannot be found is kept, and said. */
export function readInstruction(verb: Verb, typed: InstructionTyped): Outcome<OrderedChange, InstructionFormProblem> {
  const form = formOf(typed)
  const change = changes[verb](form)
  const entersOn = form.day('entersOn')
  return form.problems.length > 0 || change === undefined ? refused(form.problems) : accepted({ change, entersOn: entersOn ?? null })
}

type FormReader = ReturnType<typeof formOf>
/** Reads fields one by one and notes what is wrong with each. */
function formOf(typed: InstructionTyped) {
  const problems: InstructionFormProblem[] = []
  const wrong = (field: string, why: InstructionFormProblem['why']) => void problems.push({ field, why })
  const words = (field: InstructionField): string => {
    const value = (typed[field] ?? '').trim()
    if (value.length > longest) wrong(field, 'tooLong')
    return value
  }
  const needed = (field: InstructionField): string => {
    const value = words(field)
    if (value === '') wrong(field, 'missing')
    return value
  }
  const read = <Value>(
    field: InstructionField, parse: (value: string) => Value | undefined, why: InstructionFormProblem['why'],
  ): Value | undefined => {
    const value = words(field)
    if (value === '') return undefined
    const parsed = parse(value)
    if (parsed === undefined) wrong(field, why)
    return parsed
  }
  return {
    problems, wrong, words, needed,
    day: (field: InstructionField) => read(field, readDate, 'dateUnreadable'),
    rank: (field: InstructionField) => read(field, readRank, 'rankUnreadable'),
    months: (field: InstructionField) => read(field, readMonths, 'durationUnreadable'),
    one: <Choice extends string>(field: InstructionField, choices: readonly Choice[]): Choice | undefined => {
      const value = needed(field)
      const choice = choices.find((known) => known === value)
      if (value !== '' && choice === undefined) wrong(field, 'choiceUnknown')
      return choice
    },
  }
}

const ordinals = ['premier', 'deuxieme', 'troisieme', 'quatrieme', 'cinquieme', 'sixieme', 'septieme', 'huitieme', 'neuvieme', 'dixieme']
/** `2`, `2e`, `deuxième`, `dernier`, `avant-dernier` as a rank. */
export function readRank(value: string): Rank | undefined {
  const word = fold(value)
  if (/^avant[- ]dernier/.test(word)) return -2
  if (/^dernier/.test(word)) return -1
  const figure = /^(\d{1,3})(?:er|ere|e|eme)?$/.exec(word)
  if (figure !== null) return Number(figure[1]) > 0 ? Number(figure[1]) : undefined
  const place = ordinals.indexOf(word.replace(/^premiere$/, 'premier').replace(/^seconde?$/, 'deuxieme'))
  return place < 0 ? undefined : place + 1
}

/** `18 mois`, `2 ans`, `2 ans et 6 mois`, `24` as months. */
export function readMonths(value: string): number | undefined {
  const word = fold(value)
  if (/^\d{1,3}$/.test(word)) return Number(word) || undefined
  const found = /^(?:(\d{1,2}) ans?)?(?: et )?(?:(\d{1,3}) mois)?$/.exec(word)
  const months = Number(found?.[1] ?? 0) * 12 + Number(found?.[2] ?? 0)
  return months > 0 ? months : undefined
}

/** A list item by its mark, or by its rank when it has none. */
const readItem = (value: string): string | Rank => readRank(value) ?? value.replace(/\)$/, '').trim()

/** Where, and how deep: the innermost field that is filled says what is meant. */
function targetOf(form: FormReader): { readonly target: Target; readonly level: TargetLevel } {
  const article = form.needed('article')
  const [paragraph, sentence, item, words] = [form.rank('paragraph'), form.rank('sentence'), form.words('item'), form.words('words')]
  const everywhere = form.words('everywhere') !== ''
  const heading = form.words('heading') !== ''
  const target: Target = {
    article, ...(heading && { heading: true as const }), ...(paragraph !== undefined && { paragraph }), ...(sentence !== undefined && { sentence }),
    ...(item !== '' && { item: readItem(item) }), ...(words !== '' && { words, ...(everywhere && { occurrence: 'all' as const }) }),
  }
  const level = words !== '' ? 'words' : heading ? 'heading' : item !== '' ? 'item' : sentence !== undefined ? 'sentence'
    : paragraph !== undefined ? 'paragraph' : isAnnex(article) ? 'annex' : 'article'
  return { target, level }
}
const isAnnex = (article: string): boolean => fold(article).startsWith('annexe')

const optional = <Name extends string>(name: Name, value: string): { readonly [Key in Name]?: string } =>
  (value === '' ? {} : { [name]: value } as { readonly [Key in Name]?: string })

const changes: Readonly<Record<Verb, (form: FormReader) => Change | undefined>> = {
  replace: (form) => {
    const { target, level } = targetOf(form)
    const title = level === 'article' || level === 'annex' ? form.words('title') : ''
    return { verb: 'replace', target, level, by: form.needed('text'), ...optional('heading', title) }
  },
  insert: (form) => {
    const side = form.one('side', ['before', 'after'])
    const { target, level } = targetOf(form)
    const whole = level === 'article' || level === 'annex'
    const number = whole ? form.needed('number') : ''
    const text = form.needed('text')
    const named = { ...optional('number', number), ...optional('heading', whole ? form.words('title') : '') }
    return side && { verb: 'insert', side, target, level, text, ...named }
  },
  complete: (form) => {
    const article = form.needed('article')
    const paragraph = form.rank('paragraph')
    const level = form.one('adds', additions)
    const whole = level === 'article'
    const number = whole ? form.needed('number') : ''
    if ((level === 'paragraph' || whole) && paragraph !== undefined) form.wrong('paragraph', 'withoutParagraph')
    const text = form.needed('text')
    const target: Target = { article, ...(paragraph !== undefined && { paragraph }) }
    const named = { ...optional('number', number), ...optional('heading', whole ? form.words('title') : '') }
    return level && { verb: 'complete', target, level, text, ...named }
  },
  delete: (form) => ({ verb: 'delete', ...targetOf(form) }),
  renumber: (form) => ({ verb: 'renumber', target: { article: form.needed('article') }, to: form.needed('to') }),
  term: (form) => {
    const [until, by, lasts] = [form.day('until'), form.months('by'), form.months('lasts')]
    if ([form.words('until'), form.words('by'), form.words('lasts')].filter((value) => value !== '').length !== 1) form.wrong('until', 'oneOfThree')
    return { verb: 'term', ...(until !== undefined && { until }), ...(by !== undefined && { by }), ...(lasts !== undefined && { lasts }) }
  },
  party: (form) => {
    const change = form.one('action', ['add', 'remove'])
    const name = form.needed('name')
    return change && { verb: 'party', change, name, ...optional('role', form.words('role')) }
  },
  sector: (form) => {
    const change = form.one('action', ['add', 'replace', 'remove'])
    const name = form.needed('name')
    return change && { verb: 'sector', change, name, ...optional('commune', form.words('commune')) }
  },
  body: (form) => {
    const change = form.one('action', ['add', 'rename', 'remove'])
    const name = form.needed('name')
    const to = change === 'rename' ? form.needed('newName') : ''
    return change && { verb: 'body', change, name, ...optional('to', to) }
  },
}
