// How fast amendments are consolidated and compared: sixty pages with ten amendments, the founding text ten times over, htmldiff-js beside it.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { consolidate } from '../src/amending/consolidate.ts'
import type { Amendment, TextNode } from '../src/amending/consolidation.ts'
import { nodesOf } from '../src/amending/nodes.ts'
import { redline, redlineText } from '../src/amending/redline.ts'
import { date } from '../src/kernel/date.ts'
import { emptyGazetteer } from '../src/reading/gazetteer.ts'
import type { Change } from '../src/reading/instruction.ts'
import { readConvention } from '../src/reading/read.ts'
import { amendedDays } from '../src/testing/amendment-score.ts'

/** A page of a convention, in characters. */
const page = 2_800
const pages = 60

export function measureAmending(root: string, tell: (name: string, value: number, unit: string) => void): void {
  const founding = join(root, '..', 'shared', 'data', 'convention-chapeau-lens-lievin.md')
  const present = existsSync(founding)
  const raw = readFileSync(present ? founding : join(root, 'demonstration', 'convention-chapeau.md'), 'utf8')
  const base = repeated(nodesOf(readConvention(raw, emptyGazetteer), raw), pages * page)
  const amendments = tenAmendments(base)
  const after = consolidate(base, amendments, date('2030-01-01'))
  tell('amending.instructions', amendments.reduce((sum, { instructions }) => sum + instructions.length, 0), 'ordered')
  tell('amending.applied', after.applied.length, 'applied')
  tell(`amending.consolidate.${pages}-pages`, best(20, () => consolidate(base, amendments, date('2030-01-01'))), 'ms')
  tell(`amending.redline.${pages}-pages`, best(20, () => redline(base, after.nodes)), 'ms')
  for (const set of ['open', 'held'] as const) {
    const days = amendedDays(set, emptyGazetteer)
    const right = days.reduce((sum, { parts, differences }) => sum + parts - Math.min(parts, differences.length), 0)
    tell(`amending.samples.${set}.parts-as-written`, (100 * right) / days.reduce((sum, { parts }) => sum + parts, 0), '%')
  }
  compareWithHtmldiff(present ? 'founding' : 'demonstration', raw, tell)
}

/** The same text ten times over, about one word in forty changed, one paragraph in twenty gone, one in twenty new. */
function compareWithHtmldiff(name: string, raw: string, tell: (name: string, value: number, unit: string) => void): void {
  const lines = Array.from({ length: 10 }, () => raw.split(/\n+/)).flat()
  const changed = lines.flatMap((line, rank) => {
    const words = line.replace(/\S+/g, (word: string, at: number) => ((at + rank * 7) % 41 === 0 ? 'autrement' : word))
    return rank % 20 === 7 ? [] : rank % 20 === 13 ? [words, 'Cet alinéa est ajouté par un avenant.'] : [words]
  })
  const [before, after] = [lines.join('\n\n'), changed.join('\n\n')]
  tell(`redline.${name}-x10.size`, before.length / 1000, 'thousand characters')
  const own = best(20, () => redlineText(before, after))
  tell(`redline.${name}-x10`, own, 'ms')
  const theirs = htmldiffTime(asHtml(lines), asHtml(changed))
  tell(`redline.${name}-x10.htmldiff-js`, theirs, 'ms')
  tell(`redline.${name}-x10.times-faster`, theirs / own, 'times')
}

const asHtml = (lines: readonly string[]): string => lines.map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('\n')

function htmldiffTime(before: string, after: string): number {
  const loaded: unknown = createRequire(import.meta.url)('htmldiff-js')
  const { default: differ } = loaded as { default: { execute: (before: string, after: string) => string } }
  return best(3, () => differ.execute(before, after))
}

function repeated(nodes: readonly TextNode[], size: number): readonly TextNode[] {
  const parts = nodes.filter(({ key }) => key.startsWith('article'))
  const answer: TextNode[] = []
  let length = 0
  for (let turn = 0; length < size; turn += 1) {
    for (const { key, number, ...rest } of parts) {
      const [first, ...others] = number.split('.')
      answer.push({ ...rest, key: `${key}-${turn}`, number: [String(Number(first) + turn * 10), ...others].join('.') })
      length += rest.text.length + rest.heading.length
    }
  }
  return answer
}

/** Ten amendments of ten instructions each, a year apart, over articles all along the text; two of them rename a notion everywhere. */
function tenAmendments(base: readonly TextNode[]): readonly Amendment[] {
  const bodies = base.filter(({ text }) => text.length > 200)
  return Array.from({ length: 10 }, (_, rank) => ({
    id: `a${rank}`, title: `Avenant n° ${rank + 1}`, entersOn: date(`${2020 + rank}-01-01`),
    instructions: Array.from({ length: 10 }, (_unused, own) => {
      const node = bodies[(rank * 10 + own * 7) % bodies.length]
      const change = own === 9 && rank % 5 === 0 ? renaming(rank / 5) : changeOf(node?.number ?? '', node?.text ?? '', rank + own)
      return { id: `a${rank}.${own}`, sentence: '', change }
    }),
  }))
}

/** The whole text says « programme », then « programme n° 0 », then « programme n° 1 ». */
function renaming(rank: number): Change {
  const words = rank === 0 ? 'programme' : `programme n° ${rank - 1}`
  return { verb: 'replace', target: { words, occurrence: 'all' }, level: 'words', by: `programme n° ${rank}` }
}

function changeOf(article: string, text: string, rank: number): Change {
  const words = text.split(/\s+/).slice(rank * 3, rank * 3 + 5).join(' ')
  const forms: readonly Change[] = [
    { verb: 'replace', target: { article, words, occurrence: 1 }, level: 'words', by: `des mots nouveaux (${rank})` },
    { verb: 'complete', target: { article }, level: 'paragraph', text: 'Un bilan est présenté chaque année au comité.' },
    { verb: 'replace', target: { article, paragraph: 1, sentence: 1 }, level: 'sentence', by: 'Cette phrase est nouvelle.' },
    { verb: 'insert', side: 'after', target: { article }, level: 'article', number: `${article} ${rank % 2 === 0 ? 'bis' : 'ter'}`, text: 'Néant.' },
  ]
  return forms[rank % forms.length] ?? forms[0] ?? { verb: 'delete', target: { article }, level: 'article' }
}

/** The shortest of several runs: what the work takes when nothing else has the processor. */
const best = (runs: number, act: () => unknown): number => Math.min(...Array.from({ length: runs }, () => timed(act)))

function timed(act: () => unknown): number {
  const started = performance.now()
  act()
  return performance.now() - started
}
