// The samples are sound: well-formed, and what is expected is made of the words of the base and of the amendments, and of nothing else.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type AmendmentSample, comparable, listAmendmentSamples, listDraftingSentences } from '../../testing/amendment-samples.ts'
import type { ExpectedDay, ExpectedNode } from './expected.ts'

const text = z.string().min(1)
const day = z.iso.date()
const verbs = ['replace', 'insert', 'complete', 'delete', 'renumber', 'term', 'party', 'sector', 'body'] as const
const verb = z.enum(verbs)
const reason = z.enum([
  'noTarget', 'noQuotedText', 'unclosedQuote', 'vague', 'unknownForm', 'dateUnreadable', 'articleNotFound', 'paragraphNotFound',
  'sentenceNotFound', 'itemNotFound', 'wordsNotFound', 'wordsAmbiguous', 'articleExists', 'articleRepealed', 'nothingToChange', 'partyNotFound',
  'partyAlready', 'conflict',
])
const avenant = z.int().min(1).max(2).optional()
const shape = z.strictObject({
  on: day,
  avenants: z.array(z.strictObject({ file: text, entersOn: day })).min(1),
  nodes: z.array(z.strictObject({ number: text, heading: z.string(), text: z.string(), repealed: z.literal(true).optional() })).min(5),
  instructions: z.array(z.strictObject({
    article: text, verb: z.string().refine((value) => value.split('|').every((one) => verb.safeParse(one).success)),
    targetArticle: text.nullable(), number: text.optional(), entersOn: day.optional(), avenant,
  })).min(1),
  refused: z.array(z.strictObject({ article: text, reason, avenant })),
  conflicts: z.int().min(0),
  changes: z.array(z.strictObject({
    verb, change: text.optional(), name: text.optional(), to: text.optional(), until: day.optional(), by: z.int().optional(),
    lasts: z.int().optional(),
  })),
})

/** Spaces, printed lines, list dashes, stamps between pages and emphasis do not count. */
const fold = (raw: string): string => raw.replaceAll('’', "'").replace(/\*\*|^#+ /gm, '').replace(/\s+/g, ' ').trim()
const printed = (raw: string): string => fold(raw
  .replace(/Accusé de réception en préfecture\nReçu en préfecture le \S+\nAffiché le \S+\n\n/g, '').replace(/\n\nPage \d+ sur \d+\n\n/g, ' '))

/** Text between outer quotation marks, a paragraph at a time. */
function quotations(raw: string): readonly string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: mark, index } of raw.matchAll(/[«»]/g)) {
    if (mark === '«' && depth++ === 0) from = index + 1
    if (mark === '»' && --depth === 0) found.push(raw.slice(from, index))
  }
  for (const { 1: quoted = '' } of raw.matchAll(/"([^"]*)"/g)) found.push(quoted)
  return found.flatMap((quoted) => quoted.split(/\n\s*\n/)).map(fold)
}

const samples = [...listAmendmentSamples('open'), ...listAmendmentSamples('held')]
const named = samples.map((sample) => [sample.name, sample] as const)
const textsOf = (days: readonly ExpectedDay[]): string =>
  days.flatMap(({ nodes }) => nodes.map(({ heading, text: body }) => `${heading}\n${body}`)).join('\n')
const lastDay = ({ days }: AmendmentSample): ExpectedDay => {
  const last = days.at(-1)
  if (last === undefined) throw new Error('no expected day')
  return last
}
const unnamed = ({ nodes, instructions }: ExpectedDay): readonly ExpectedNode[] => {
  const touched = new Set(instructions.flatMap(({ targetArticle, number }) => [targetArticle, number]))
  return instructions.some(({ verb: ordered, targetArticle }) => ordered === 'replace' && targetArticle === null)
    ? [] : nodes.filter(({ number }) => !touched.has(number))
}

test('there are fourteen of them, four held apart, with sixteen amendments', () => {
  expect([listAmendmentSamples('open').length, listAmendmentSamples('held').length]).toEqual([10, 4])
  expect(samples.flatMap(({ avenants }) => avenants)).toHaveLength(16)
})

test('a text is compared without its printing and its closing formula', () => {
  const left = 'L’aide –  de 5 ans.\n\n• Une **prime**.\n\nFait à Die, en trois exemplaires, le 3 mai 2021\n\nLe maire'
  expect(comparable(left)).toBe("L'aide - de 5 ans.\n- Une prime.")
  expect(comparable('À Die, le comité se réunit.\nFait à la main.')).toBe('À Die, le comité se réunit.\nFait à la main.')
})

describe.each(named)('sample %s', (_, sample) => {
  test('has the shape of what is expected, the same instructions each day', () => {
    expect(() => sample.days.map((one) => shape.parse(one))).not.toThrow()
    expect(new Set(sample.days.map(({ instructions }) => JSON.stringify(instructions))).size).toBe(1)
  })

  test('leaves the articles no instruction names as they were', () => {
    for (const node of unnamed(lastDay(sample))) {
      for (const paragraph of node.text.split('\n')) expect(printed(sample.base)).toContain(fold(paragraph))
    }
  })

  test('expects no word that neither the base nor an amendment holds', () => {
    const known = new Set(fold([sample.base, ...sample.avenants.map(({ raw }) => raw)].join(' ')).toLowerCase().match(/[\p{L}\p{N}]+/gu))
    const words = fold(textsOf(sample.days)).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    expect(words.filter((word) => !known.has(word))).toEqual([])
  })

  test('finds each quotation of its amendments in the base or in what is expected', () => {
    const refused = lastDay(sample).refused.length
    const whole = `${printed(sample.base)} ${fold(textsOf(sample.days))}`
    const structured = JSON.stringify(lastDay(sample).changes)
    const lost = sample.avenants.flatMap(({ raw }) => quotations(raw)).filter((quoted) => {
      const bare = quoted.replace(/^(Article |Annexe )?[\d.]+( bis)?[ .:–-]+/i, '')
      return !whole.includes(quoted) && !whole.includes(bare) && !structured.includes(quoted)
    })
    expect(lost.length, lost.join(' | ')).toBeLessThanOrEqual(refused * 2)
  })
})

test.each(['open', 'held'] as const)('forty drafting sentences are %s, each with what it orders or why it is refused', (set) => {
  const sentences = listDraftingSentences(set)
  expect(sentences).toHaveLength(40)
  const order = z.looseObject({ verb })
  const sentence = z.union([
    z.strictObject({ text, expected: z.array(order) }),
    z.strictObject({ text, refused: reason }),
  ])
  for (const one of sentences) {
    expect(() => sentence.parse(one)).not.toThrow()
    const quoted = (one.expected ?? []).flatMap(({ words, by, text: added }) => [words, by, added]).filter((value) => typeof value === 'string')
    for (const value of quoted) expect(fold(one.text)).toContain(fold(value))
  }
})
