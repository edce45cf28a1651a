// What an OpenDocument says of its styles: lists and their numbers, numbered headings, titles, hidden text, borders.
import { type Counter, type NumberLevel, openCounter } from './numbering.ts'
import { type XmlNode, allNamed, childNamed, elements } from './xml.ts'

export type OdtStyles = {
  /** A count of its own for each list; `goesOn` takes up the last list of that style where it stopped. */
  readonly counterOf: (listStyle: string | undefined, goesOn: boolean) => Counter | undefined
  /** Number of a heading that stands in no list, and moves the count on. */
  readonly headingLabel: (style: string | undefined, level: number) => string
  /** Level of a heading that is one by its style only, as files once made by Word have. */
  readonly levelOf: (style: string | undefined) => number | undefined
  readonly isTitle: (style: string | undefined) => boolean
  readonly isHidden: (style: string | undefined) => boolean
  readonly isBordered: (style: string | undefined) => boolean
}

export function readOdtStyles(parts: readonly (XmlNode | undefined)[]): OdtStyles {
  const roots = parts.flatMap((part) => (part === undefined ? [] : [part]))
  const byName = (element: string): Map<string, XmlNode> =>
    new Map(roots.flatMap((root) => allNamed(root, element)).map((node) => [node.attributes.get('style:name') ?? '', node]))
  const styles = byName('style:style')
  const lists = new Map([...byName('text:list-style')].map(([name, node]) => [name, readLevels(node)]))
  const outline = openCounter(readLevels(roots.flatMap((root) => allNamed(root, 'text:outline-style'))[0]))
  const last = new Map<string, Counter>()
  const chain = (name: string | undefined): XmlNode[] => {
    const found: XmlNode[] = []
    for (let style = styles.get(name ?? ''); style !== undefined && !found.includes(style);) {
      found.push(style)
      style = styles.get(style.attributes.get('style:parent-style-name') ?? '')
    }
    return found
  }
  const counterOf = (name: string | undefined, goesOn: boolean): Counter | undefined => {
    if (name === undefined) return undefined
    const counter = (goesOn ? last.get(name) : undefined) ?? openCounter(lists.get(name) ?? new Map())
    last.set(name, counter)
    return counter
  }
  return {
    counterOf,
    headingLabel: (style, level) => {
      // A style that names a list takes its numbers there; an empty name takes the heading out of the numbering.
      const list = chain(style).map((node) => node.attributes.get('style:list-style-name')).find((name) => name !== undefined)
      if (list === '') return ''
      const counter = list === undefined || !lists.has(list) ? outline : counterOf(list, true)
      return counter?.next(level - 1) ?? ''
    },
    levelOf: (style) => {
      for (const node of chain(style)) {
        const named = /^(?:Heading|Titre)_20_(\d)$/.exec(node.attributes.get('style:name') ?? '')?.[1]
        const level = node.attributes.get('style:default-outline-level') ?? named
        if (level !== undefined && level !== '') return Number(level)
      }
      return undefined
    },
    isTitle: (style) => chain(style).some((node) => /^(title|titre)$/i.test(node.attributes.get('style:name') ?? '')),
    isHidden: (style) => chain(style).some((node) => childNamed(node, 'style:text-properties')?.attributes.get('text:display') === 'none'),
    isBordered: (style) => chain(style).some((node) => elements(node).some((properties) => [...properties.attributes].some(
      ([name, drawn]) => /^fo:border(-\w+)?$/.test(name) && drawn !== 'none' && drawn !== 'hidden',
    ))),
  }
}

const formats: Record<string, string> = { '1': 'decimal', I: 'upperRoman', i: 'lowerRoman', A: 'upperLetter', a: 'lowerLetter', '': 'none' }

function readLevels(style: XmlNode | undefined): ReadonlyMap<number, NumberLevel> {
  const numbered = ['text:list-level-style-number', 'text:outline-level-style']
  return new Map((style === undefined ? [] : elements(style)).filter((node) => numbered.includes(node.name)).map((node) => {
    const level = Number(node.attributes.get('text:level') ?? '1')
    return [level - 1, {
      format: formats[node.attributes.get('style:num-format') ?? ''] ?? 'decimal',
      pattern: pattern(node, level),
      start: Number(node.attributes.get('text:start-value') ?? '1'),
      legal: false,
    }]
  }))
}

/** `Article %1 –`: LibreOffice writes it whole; older files give prefix, suffix and how many upper levels to show. */
function pattern(node: XmlNode, level: number): string {
  const whole = node.attributes.get('num-list-format')
  if (whole !== undefined) return whole.replace(/%(\d)%/g, '%$1')
  const [prefix, suffix] = [node.attributes.get('style:num-prefix') ?? '', node.attributes.get('style:num-suffix') ?? '']
  if ((node.attributes.get('style:num-format') ?? '') === '') return prefix + suffix
  const shown = Math.min(Number(node.attributes.get('text:display-levels') ?? '1'), level)
  const numbers = Array.from({ length: shown }, (_, index) => `%${level - shown + index + 1}`)
  return prefix + numbers.join('.') + suffix
}
