// The words of a text in Akoma Ntoso: articles within articles, paragraphs, lists, tables, and what amendments inserted marked as such.
import type { ConsolidatedNode, Piece } from '../amending/consolidation.ts'
import { provisionName } from '../kernel/provision.ts'
import type { Place } from './akoma-ntoso-ids.ts'
import type { Life } from './akoma-ntoso-meta.ts'
import type { ConsolidatedText } from './consolidated-text.ts'
import { type Block, type Run, blocksOf, lineOf } from './paragraphs.ts'
import { nodeNotes } from './words.ts'
import { element, escapeXml } from './xml.ts'

/** Names of the inserted words, by instruction. */
type Insertions = Map<string, string[]>
type Writer = { readonly text: ConsolidatedText; readonly places: ReadonlyMap<string, Place>; readonly life: Life; readonly insertions: Insertions }

export function writeBody(
  text: ConsolidatedText, places: ReadonlyMap<string, Place>, life: Life,
): { readonly body: string; readonly insertions: ReadonlyMap<string, readonly string[]> } {
  const writer: Writer = { text, places, life, insertions: new Map() }
  const tops = text.nodes.filter((node) => places.get(node.key)?.under === undefined)
  const empty = element('hcontainer', { name: 'texte', eId: 'hcontainer_texte', wId: 'hcontainer_texte' }, element('content', {}, element('p', {})))
  const body = element('body', {}, ...(tops.length === 0 ? [empty] : tops.map((node) => writeNode(node, writer))))
  return { body, insertions: writer.insertions }
}

function writeNode(node: ConsolidatedNode, writer: Writer): string {
  const place = writer.places.get(node.key)
  if (place === undefined) return ''
  const names = countedNames(place.eId)
  const within = writer.text.nodes.filter((other) => writer.places.get(other.key)?.under === node.key)
  const insertedBy = node.insertedBy === null ? undefined : node.touchedBy[0]
  const repealedBy = node.repealedBy === null ? undefined : node.touchedBy.at(-1)
  // What a whole new part says is not marked again word by word.
  const whole = node.insertedBy
  const blocks = node.repealedBy === null ? writeBlocks(blocksOf(node.pieces), whole, names, writer) : [repeal(node, writer.text)]
  const heading = inline(lineOf(node.headingPieces), whole, names, writer)
  return element(place.element, {
    name: place.name, eId: place.eId, wId: place.wId, period: `#${writer.life.periodOf(insertedBy ?? null, repealedBy)}`,
    status: node.repealedBy === null ? undefined : 'removed',
  },
  element('num', {}, escapeXml(provisionName(node.number))),
  ...(heading === '' ? [] : [element('heading', {}, heading)]),
  ...contents(blocks, within.map((child) => writeNode(child, writer))))
}

/** Words before the parts within it are their introduction. */
function contents(blocks: readonly string[], within: readonly string[]): readonly string[] {
  if (within.length === 0) return [element('content', {}, ...(blocks.length === 0 ? [element('p', {})] : blocks))]
  return [...(blocks.length === 0 ? [] : [element('intro', {}, ...blocks)]), ...within]
}

const repeal = (node: ConsolidatedNode, text: ConsolidatedText): string => {
  const note = nodeNotes(node, text).find(({ amendment }) => amendment.id === node.repealedBy)
  return element('p', {}, element('remark', { status: 'editorial' }, escapeXml(note?.text ?? 'Abrogé.')))
}

const countedNames = (eId: string): ((kind: string) => string) => {
  const counts = new Map<string, number>()
  return (kind) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return `${eId}__${kind}_${counts.get(kind)}`
  }
}

/** Items that follow each other are one list. */
function writeBlocks(blocks: readonly Block[], whole: string | null, names: (kind: string) => string, writer: Writer): readonly string[] {
  const words = (runs: readonly Run[]): string => inline(runs, whole, names, writer)
  const written: string[] = []
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at]
    if (block?.kind === 'table') written.push(writeTable(block.rows.map((row) => row.map(words)), names('table')))
    if (block?.kind === 'paragraph') written.push(element('p', {}, block.lines.map(words).join(element('eol', {}))))
    if (block?.kind !== 'item') continue
    const after = blocks.slice(at).findIndex((other) => other.kind !== 'item')
    const items = blocks.slice(at, after === -1 ? undefined : at + after)
    const list = names('list')
    written.push(element('blockList', { eId: list }, ...items.map((item, rank) => element('item', { eId: `${list}__item_${rank + 1}` },
      element('num', {}, '–'), element('p', {}, item.kind === 'table' ? '' : item.lines.map(words).join(element('eol', {})))))))
    at += items.length - 1
  }
  return written
}

const writeTable = (rows: readonly (readonly string[])[], eId: string): string =>
  element('table', { eId }, ...rows.map((row, rank) =>
    element('tr', {}, ...row.map((cell) => element(rank === 0 ? 'th' : 'td', {}, element('p', {}, cell))))))

const inline = (runs: readonly Piece[], whole: string | null, names: (kind: string) => string, { life, insertions }: Writer): string =>
  runs.map(({ text, by, instruction }) => {
    if (by === null || instruction === null || by === whole) return escapeXml(text)
    const eId = names('ins')
    insertions.set(instruction, [...(insertions.get(instruction) ?? []), eId])
    const reference = life.reference(by)
    const refersTo = reference === undefined ? undefined : `#${reference}`
    return element('ins', { eId, period: `#${life.periodOf(instruction)}`, refersTo }, escapeXml(text))
  }).join('')
