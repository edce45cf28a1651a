// A text and its changes as plain text for a terminal: headings as in Markdown, so that what is printed can be read again.
import { inWords, type PlainDate } from '../kernel/date.ts'
import { isTitle, provisionName } from '../kernel/provision.ts'
import { fold } from '../kernel/text.ts'
import type { TextNode } from './consolidation.ts'
import type { RedlineNode, RedlineParagraph, Run } from './redline.ts'

type Printed = Pick<TextNode, 'number' | 'heading' | 'depth' | 'text'> & { readonly repealedBy?: string | null }

/** `# Title`, `## Article 5 – Gouvernance`, `### 5.1 – Comité`; a repealed part says so. */
export const printText = (nodes: readonly Printed[]): string =>
  `${nodes.map((node) => [isFront(node) ? '' : headed(node, node.heading), node.repealedBy ? '*Abrogé.*' : node.text].filter((part) => part !== '')
    .join('\n\n')).join('\n\n')}\n`

/** What comes before the articles stands under the title, what comes after them at the end, without a heading of their own. */
const isFront = ({ number, heading }: Printed): boolean => ['preambule', 'signatures', 'texte'].includes(fold(number)) && heading === ''

/** The line that opens a part; `heading`: its words, marks of changes included. */
function headed({ number, depth }: Printed, heading: string): string {
  if (isTitle(number)) return `# ${heading}`
  const name = /^\d+[.-]/.test(number) ? number : provisionName(number)
  return `${'#'.repeat(Math.min(depth, 4) + 1)} ${name}${heading === '' ? '' : ` – ${heading}`}`
}

const states = { same: '', changed: 'modifié', inserted: 'nouveau', deleted: 'supprimé', renumbered: 'renuméroté' } as const

/**
 * Changed parts only, each announced in words, what changed with the lines around it; `[-what goes-]{+what comes+}`, the marks of `wdiff`.
 * A change that spans a line break is closed before it and opened again after, so that each line can be read by itself.
 */
export function printRedline(parts: readonly RedlineNode[]): string {
  const changed = parts.filter(({ status }) => status !== 'same')
  if (changed.length === 0) return 'Aucune différence.\n'
  const counted = (status: RedlineNode['status'], one: string, several: string): readonly string[] => {
    const count = changed.filter((part) => part.status === status).length
    return count === 0 ? [] : [`${count} ${count > 1 ? several : one}`]
  }
  const summary = [
    ...counted('changed', 'partie modifiée', 'parties modifiées'), ...counted('inserted', 'nouvelle', 'nouvelles'),
    ...counted('deleted', 'supprimée', 'supprimées'), ...counted('renumbered', 'renumérotée', 'renumérotées'),
  ].join(', ')
  return `${summary[0]?.toUpperCase() ?? ''}${summary.slice(1)}. [-supprimé-] {+ajouté+}\n\n${changed.map(printPart).join('\n\n')}\n`
}

function printPart(part: RedlineNode): string {
  const former = part.formerNumber === null ? '' : `, ancien ${part.formerNumber}`
  const title = headed({ ...part, text: '' }, marked(part.headingRuns))
  const paragraphs = folded(part.paragraphs).trimEnd()
  return [`${title} (${states[part.status]}${former})`, ...(paragraphs === '' ? [] : [paragraphs])].join('\n\n')
}

/** What stands far from any change is counted, not printed: one line above and below is enough to know where one is. */
function folded(paragraphs: readonly RedlineParagraph[]): string {
  const changed = paragraphs.map(({ runs }) => runs.some(({ kind }) => kind !== 'same'))
  const near = (rank: number): boolean => changed.slice(Math.max(0, rank - 1), rank + 2).includes(true)
  let hidden = 0
  const say = (): string => {
    const count = hidden
    hidden = 0
    return count === 0 ? '' : `(${count} ${count > 1 ? 'alinéas inchangés' : 'alinéa inchangé'})\n\n`
  }
  const printed = paragraphs.map(({ runs }, rank) => {
    if (near(rank)) return say() + marked(runs)
    hidden += 1
    return ''
  }).join('')
  return /(?:^|\n)$/.test(printed) || hidden === 0 ? printed + say() : `${printed}\n\n${say()}`
}

const marked = (runs: readonly Run[]): string => runs.map(({ kind, text }) =>
  (kind === 'same' ? text : text.replace(/[^\n]*[^\s][^\n]*/g, (line) => (kind === 'deleted' ? `[-${line}-]` : `{+${line}+}`)))).join('')

/** `waitsFor`: the event its text names, when it names one; `assumed`: the day the reader gave instead. */
export function waitSentence(file: string, waitsFor: string | null, assumed: PlainDate | null): string {
  const why = waitsFor === null ? 'sa date de signature n’a pas été trouvée' : `il prend effet ${waitsFor}, sans date`
  return assumed === null
    ? `${file} : ${why} ; ses instructions attendent. Donnez le jour de sa prise d’effet avec --assume-signed.`
    : `${file} : ${why} ; pris comme en vigueur le ${inWords(assumed)}, comme demandé.`
}
