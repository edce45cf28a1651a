// Ten thousand texts, each with instructions drawn from its own words: nearly all apply, and each text comes back to the letter.
import { expect, test } from 'vitest'
import { date, type PlainDate } from '../kernel/date.ts'
import type { Change } from '../reading/instruction.ts'
import { consolidate } from './consolidate.ts'
import type { Amendment, ConsolidatedNode, Strand, TextNode } from './consolidation.ts'
import { redline } from './redline.ts'
import { chance } from '../testing/hard-points.ts'
import { undo } from './undo.ts'

const random = chance(2026)
const upTo = (limit: number): number => Math.floor(random() * limit)
const oneOf = <Item>(items: readonly [Item, ...Item[]]): Item => items[upTo(items.length)] ?? items[0]
const lexicon = [
  'la commune', 'le comité de suivi', 'l’agglomération', 'l\'État', '55 000 €', '30 juin', 'chaque année', 'M. le maire', 'à l’art. 4', 'un bilan',
  'deux fois', 'le secteur « Gare »', 'la durée', 'cinq ans', 'finance', 'transmet', 'et', 'ou', 'selon', 'les\u00a0actions', 'prévues :', 'une œuvre',
] as const
const sentence = (): string => `${Array.from({ length: 3 + upTo(8) }, () => oneOf(lexicon)).join(' ').replace(/^./u, (letter) => letter.toUpperCase())}.`
const paragraph = (): string => Array.from({ length: 1 + upTo(3) }, sentence).join(' ')
const list = (): string => ['Elle comprend :', ...['a) ', 'b) ', 'c) '].map((mark) => mark + oneOf(lexicon))].join('\n')

function generateBase(): readonly TextNode[] {
  const count = 2 + upTo(5)
  return Array.from({ length: count }, (_, rank) => ({
    key: `article-${rank + 1}`, number: String(rank + 1), heading: oneOf(lexicon), depth: 1,
    text: Array.from({ length: 1 + upTo(4) }, () => (random() < 0.2 ? list() : paragraph())).join('\n\n'),
  }))
}

/** Words of the text that stand there once, when a few draws find some. */
function wordsOnce(text: string): string | undefined {
  const all = text.split(/[\s\u00a0]+/)
  for (let turn = 0; turn < 8; turn += 1) {
    const start = upTo(all.length)
    const words = all.slice(start, start + 2 + upTo(3)).join(' ').replace(/[.:]$/, '').trim()
    if (words !== '' && text.replaceAll('\u00a0', ' ').split(words).length === 2) return words
  }
  return undefined
}

function generateChange(node: TextNode, free: string): Change {
  const article = node.number
  const lines = node.text.split(/\n+/).length
  const words = wordsOnce(node.text)
  const paragraphRank = 1 + upTo(lines)
  const forms: readonly [() => Change, ...(() => Change)[]] = [
    () => ({ verb: 'replace', target: { article, paragraph: paragraphRank }, level: 'paragraph', by: paragraph() }),
    () => ({ verb: 'delete', target: { article, paragraph: paragraphRank }, level: 'paragraph' }),
    () => ({ verb: 'insert', side: oneOf(['before', 'after']), target: { article, paragraph: paragraphRank }, level: 'paragraph', text: paragraph() }),
    () => ({ verb: 'complete', target: { article, paragraph: paragraphRank }, level: oneOf(['words', 'sentence']), text: sentence() }),
    () => ({ verb: 'complete', target: { article }, level: 'paragraph', text: paragraph() }),
    () => ({ verb: 'delete', target: { article, paragraph: paragraphRank, sentence: -1 }, level: 'sentence' }),
    () => ({ verb: 'replace', target: { article, heading: true }, level: 'heading', by: oneOf(lexicon) }),
    () => ({ verb: 'replace', target: { article }, level: 'article', by: paragraph(), ...(random() < 0.5 && { heading: oneOf(lexicon) }) }),
    () => ({ verb: 'delete', target: { article }, level: 'article' }),
    () => ({ verb: 'insert', side: oneOf(['before', 'after']), target: { article }, level: 'article', number: free, text: paragraph() }),
    () => ({ verb: 'renumber', target: { article }, to: free }),
  ]
  if (words === undefined || random() < 0.4) return oneOf(forms)()
  const target = { article, words }
  return oneOf<Change>([
    { verb: 'replace', target, level: 'words', by: oneOf(lexicon) }, { verb: 'delete', target, level: 'words' },
    { verb: 'insert', side: oneOf(['before', 'after']), target, level: 'words', text: oneOf(lexicon) },
  ])
}

/** Each instruction on an article of its own, as amendments mostly do; `spread` false lets them meet. */
function generateAmendments(base: readonly TextNode[], spread: boolean): readonly Amendment[] {
  const left = [...base]
  return Array.from({ length: 1 + upTo(3) }, (_, rank) => ({
    id: `a${rank}`, title: `Avenant n° ${rank + 1}`, entersOn: date(`202${4 + upTo(3)}-0${1 + upTo(2)}-01`),
    instructions: Array.from({ length: 1 + upTo(2) }, (_unused, own) => {
      const node = (spread ? left.splice(upTo(left.length), 1)[0] : undefined) ?? base[upTo(base.length)] ?? base[0]
      if (node === undefined) throw new Error('a base has articles')
      return { id: `a${rank}.${own}`, sentence: '', change: generateChange(node, String(20 + rank * 10 + own)) }
    }),
  }))
}

const day: PlainDate = date('2030-01-01')

test('ten thousand texts come back byte for byte, most of their instructions having applied', () => {
  const lost: object[] = []
  const count = { asked: 0, applied: 0, conflicts: 0, pairs: 0 }
  for (let turn = 0; turn < 10_000; turn += 1) {
    const base = generateBase()
    const amendments = generateAmendments(base, turn % 4 !== 0)
    const result = consolidate(base, amendments, day)
    if (JSON.stringify(undo(result)) !== JSON.stringify(base)) lost.push({ base, amendments })
    count.asked += amendments.reduce((sum, { instructions }) => sum + instructions.length, 0)
    count.applied += result.applied.length
    count.conflicts += result.conflicts.length
    if (result.nodes.some(({ touchedBy }) => touchedBy.length > 0)) count.pairs += 1
  }
  expect(lost).toEqual([])
  expect(count.applied / count.asked).toBeGreaterThan(0.85)
  expect(count.pairs).toBeGreaterThan(9_800)
  expect(count.conflicts).toBeGreaterThan(50)
}, 60_000)

const without = (strands: readonly Strand[], instruction: string): string =>
  strands.filter(({ instruction: own, removedInstruction }) => own !== instruction && (removedInstruction === null || removedInstruction === instruction))
    .map(({ text }) => text).join('')

/** The text as it was before one instruction, the last to apply. */
const before = (nodes: readonly ConsolidatedNode[], instruction: string): readonly object[] =>
  nodes.filter(({ history }) => history.number.every(({ instruction: own }) => own !== instruction) || history.number.some(({ by }) => by === null))
    .map(({ key, history }) => ({ key, heading: without(history.heading, instruction), text: without(history.text, instruction) }))

test('the text without the last instruction is that text with the instruction taken back', () => {
  for (let turn = 0; turn < 1_000; turn += 1) {
    const base = generateBase()
    const amendments = generateAmendments(base, false).map((amendment, rank) => ({ ...amendment, entersOn: date(`202${rank}-01-01`) }))
    const result = consolidate(base, amendments, day)
    const last = amendments.at(-1)
    const own = last?.instructions.at(-1)
    if (last === undefined || own === undefined || own.change.verb === 'renumber' || result.applied.at(-1)?.instruction !== own.id) continue
    const fewer = [...amendments.slice(0, -1), { ...last, instructions: last.instructions.slice(0, -1) }]
    expect(before(result.nodes, own.id)).toEqual(consolidate(base, fewer, day).nodes.map(({ key, heading, text }) => ({ key, heading, text })))
  }
})

test('an instruction leaves every other article as it was, and leaves no doubled space or blank line', () => {
  for (let turn = 0; turn < 1_000; turn += 1) {
    const base = generateBase()
    const [first] = generateAmendments(base, true)
    const [own] = first?.instructions ?? []
    if (first === undefined || own === undefined || own.change.verb === 'renumber') continue
    const { nodes } = consolidate(base, [{ ...first, instructions: [own] }], day)
    const changed = redline(base, nodes).filter(({ status }) => status !== 'same')
    expect(changed.length).toBeLessThanOrEqual(1)
    expect(nodes.filter(({ text }) => / {2}|\n{3}|^\s|\s$/.test(text))).toEqual([])
  }
})
