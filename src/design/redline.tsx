// What changed between two states of a text: words added and removed, announced, underlined or struck, never told by their colour alone.
import type { ComponentChildren } from 'preact'
import { provisionName } from '../kernel/provision.ts'
import { Badge, type BadgeTone } from './badge.tsx'

export type RedlineRun = { readonly kind: 'same' | 'inserted' | 'deleted'; readonly text: string }
type Paragraph = { readonly status: 'same' | 'changed' | 'inserted' | 'deleted'; readonly runs: readonly RedlineRun[] }
/** A part of the text. `key`: unique in the text, an anchor in the page. `formerNumber`: when it took another. */
export type RedlinePart = {
  readonly key: string; readonly number: string; readonly formerNumber: string | null; readonly depth: number
  readonly status: 'same' | 'changed' | 'inserted' | 'deleted' | 'renumbered'
  readonly headingRuns: readonly RedlineRun[]; readonly paragraphs: readonly Paragraph[]
}

const states: Record<RedlinePart['status'], { readonly tone: BadgeTone; readonly word: string }> = {
  same: { tone: 'neutral', word: 'Inchangé' }, changed: { tone: 'info', word: 'Modifié' }, inserted: { tone: 'positive', word: 'Ajouté' },
  deleted: { tone: 'negative', word: 'Supprimé' }, renumbered: { tone: 'neutral', word: 'Renuméroté' },
}

type RedlineProps = {
  readonly parts: readonly RedlinePart[]
  /** `inline`: one text with its marks. `sides`: before and after beside each other, one under the other on a narrow screen. */
  readonly layout?: 'inline' | 'sides' | undefined
  /** Level of the heading of an article; 2 unless said otherwise. */
  readonly level?: 2 | 3 | undefined
  /** Permanent address of a part; its anchor in this page when absent. */
  readonly href?: ((part: RedlinePart) => string) | undefined
}

/** The whole text; what did not change is folded, and says how much it is. */
export const Redline = ({ parts, layout = 'inline', level = 2, href = (part) => `#${part.key}` }: RedlineProps) => (
  <div class={`legal-document redline redline-${layout}`}>
    {groups(parts, (part) => part.status === 'same').map((group) => {
      const shown = group.items.map((part) => <Part key={part.key} part={part} layout={layout} level={level} href={href(part)} />)
      return group.folded ? <Unchanged key={group.items[0]?.key} words={unchangedParts(group.items)}>{shown}</Unchanged> : shown
    })}
  </div>
)

type Group<Item> = { readonly folded: boolean; readonly items: readonly Item[] }

/** Neighbours that did not change together, the others together. */
function groups<Item>(items: readonly Item[], unchanged: (item: Item) => boolean): readonly Group<Item>[] {
  const found: { readonly folded: boolean; readonly items: Item[] }[] = []
  for (const item of items) {
    const last = found.at(-1)
    if (last?.folded === unchanged(item)) last.items.push(item)
    else found.push({ folded: unchanged(item), items: [item] })
  }
  return found
}

const unchangedParts = (parts: readonly RedlinePart[]): string => {
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined || first === last) return `${provisionName(first?.number ?? '')} : inchangé`
  const [from, to] = [provisionName(first.number), provisionName(last.number)]
  if (from.startsWith('Article ') && to.startsWith('Article ')) return `${from.replace('Article', 'Articles')} à ${last.number} : inchangés`
  return `${withWord(from, 'De l’', 'Du ')} ${withWord(to, 'à l’', 'au ')} : inchangés`
}

/** `De l’intitulé`, `du préambule`: `vowel` before the names that begin with one. */
const withWord = (name: string, vowel: string, other: string): string =>
  `${/^[aeiouyéèê]/i.test(name) ? vowel : other}${name.charAt(0).toLowerCase()}${name.slice(1)}`

const Unchanged = ({ words, children }: { words: string; children: ComponentChildren }) => (
  <details class="redline-same">
    <summary>{words}</summary>
    {children}
  </details>
)

const Part = ({ part, layout, level, href }: { part: RedlinePart; layout: 'inline' | 'sides'; level: 2 | 3; href: string }) => {
  // One level for all: the article above a sub-article may be folded away, and a level must not be missing.
  const Heading = `h${level}` as const
  return (
    <section class={`redline-part redline-part-${part.status}`} id={part.key} aria-labelledby={`${part.key}-title`}>
      <Heading class="redline-heading" id={`${part.key}-title`}>
        <a class="article-number" href={href}>
          {part.formerNumber === null ? null : <Marked runs={[{ kind: 'deleted', text: provisionName(part.formerNumber) }]} />}
          <Marked runs={[{ kind: part.formerNumber === null ? 'same' : 'inserted', text: provisionName(part.number) }]} />
        </a>{' '}
        <span class="article-title"><Marked runs={part.headingRuns} /></span>
        {part.status === 'same' ? null : <>{' '}<Badge tone={states[part.status].tone}>{states[part.status].word}</Badge></>}
      </Heading>
      <div class="redline-body legal-text">
        {part.status === 'same' ? part.paragraphs.map((paragraph, rank) => <Words key={rank} paragraph={paragraph} layout="inline" />)
          : <Paragraphs paragraphs={part.paragraphs} layout={layout} />}
      </div>
    </section>
  )
}

const wordsOf = (runs: readonly RedlineRun[]): string => runs.map((run) => run.text).join('')

/** Unchanged paragraphs of a changed part are folded when they are long enough to get in the way. */
const Paragraphs = ({ paragraphs, layout }: { paragraphs: readonly Paragraph[]; layout: 'inline' | 'sides' }) => (
  <>
    {groups(paragraphs, (paragraph) => paragraph.status === 'same').map(({ folded, items }, group) => {
      const length = items.reduce((sum, paragraph) => sum + wordsOf(paragraph.runs).length, 0)
      const count = items.filter(({ runs }) => wordsOf(runs).trim() !== '').length
      const fold = folded && length > 240
      const shown = items.map((paragraph, rank) => <Words key={rank} paragraph={paragraph} layout={folded ? 'inline' : layout} />)
      return fold ? <Unchanged key={group} words={count > 1 ? `${count} alinéas inchangés` : '1 alinéa inchangé'}>{shown}</Unchanged> : shown
    })}
  </>
)

const item = /^\s*[-–—•▪●]\s/

const Words = ({ paragraph: { status, runs }, layout }: { paragraph: Paragraph; layout: 'inline' | 'sides' }) => {
  const words = wordsOf(runs)
  if (words.trim() === '') return null
  const shape = item.test(words) ? 'redline-item' : undefined
  const names = shape === undefined ? `redline-${status}-words` : `redline-${status}-words ${shape}`
  if (layout === 'inline') return <p class={names}><Marked runs={runs} /></p>
  return (
    <div class="redline-row">
      <Side name="Avant" shape={shape} runs={runs.filter((run) => run.kind !== 'inserted')} />
      <Side name="Après" shape={shape} runs={runs.filter((run) => run.kind !== 'deleted')} />
    </div>
  )
}

const Side = ({ name, shape, runs }: { name: string; shape: string | undefined; runs: readonly RedlineRun[] }) => (
  <div class="redline-side">
    <p class="redline-side-name">{name}</p>
    {wordsOf(runs).trim() === '' ? <p class="redline-nothing">Rien</p> : <p class={shape}><Marked runs={runs} /></p>}
  </div>
)

/** Real words announce each change: what a style sheet writes, some screen readers do not say. */
const Marked = ({ runs }: { runs: readonly RedlineRun[] }) => (
  <>
    {runs.map(({ kind, text }, rank) => {
      const words = text.replace(/\n+/g, ' ')
      if (kind === 'same' || words.trim() === '') return words
      return kind === 'inserted'
        ? <ins key={rank} class="redline-ins"><Said words="[début d’ajout] " />{words}<Said words=" [fin d’ajout] " /></ins>
        : <del key={rank} class="redline-del"><Said words="[début de suppression] " />{words}<Said words=" [fin de suppression] " /></del>
    })}
  </>
)

const Said = ({ words }: { words: string }) => <span class="visually-hidden redline-said">{words}</span>
