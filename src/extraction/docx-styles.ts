// What a WordprocessingML file says of its styles and lists: which paragraphs are headings, which are numbered and how.
import { type Counter, type NumberLevel, openCounter } from './numbering.ts'
import { type XmlNode, childNamed, childrenNamed, descend } from './xml.ts'

/** `level`: of a heading, from 1. `list`: the list it belongs to, `depth` from 0. */
export type ParagraphStyle = {
  readonly level?: number
  readonly list?: { readonly id: string; readonly depth: number }
  /** A line of the table of contents. */
  readonly contents: boolean
}
export type Styles = { readonly styleOf: (paragraph: XmlNode) => ParagraphStyle; readonly isHidden: (runProperties: XmlNode | undefined) => boolean }

const headingName = /^(?:heading|titre) (\d)$/i
const value = (node: XmlNode | undefined): string | undefined => node?.attributes.get('w:val')
const isOn = (node: XmlNode | undefined): boolean => node !== undefined && !['0', 'false', 'off', 'none'].includes(value(node) ?? '1')

export function readStyles(part: XmlNode | undefined): Styles {
  const styles = new Map(childrenNamed(part, 'w:style').map((style) => [style.attributes.get('w:styleId') ?? '', style]))
  const defaultStyle = childrenNamed(part, 'w:style').find(
    ({ attributes }) => attributes.get('w:type') === 'paragraph' && attributes.get('w:default') === '1',
  )
  const chain = (id: string | undefined): XmlNode[] => {
    const found: XmlNode[] = []
    for (let style = id === undefined ? defaultStyle : styles.get(id); style !== undefined && !found.includes(style);) {
      found.push(style)
      style = styles.get(value(childNamed(style, 'w:basedOn')) ?? '')
    }
    return found
  }
  return {
    styleOf: (paragraph) => {
      const own = childNamed(paragraph, 'w:pPr')
      return paragraphStyle(own, chain(value(childNamed(own, 'w:pStyle'))))
    },
    isHidden: (properties) => {
      const own = childNamed(properties, 'w:vanish')
      if (own !== undefined) return isOn(own)
      const id = value(childNamed(properties, 'w:rStyle'))
      return id !== undefined && chain(id).some((style) => isOn(descend(style, 'w:rPr', 'w:vanish')))
    },
  }
}

function paragraphStyle(own: XmlNode | undefined, styles: readonly XmlNode[]): ParagraphStyle {
  const all = [...(own === undefined ? [] : [own]), ...styles.flatMap((style) => childrenNamed(style, 'w:pPr'))]
  const first = (...path: readonly string[]): string | undefined => {
    for (const properties of all) {
      const found = value(descend(properties, ...path))
      if (found !== undefined) return found
    }
    return undefined
  }
  const outline = Number(first('w:outlineLvl') ?? '9')
  const names = styles.map((style) => value(childNamed(style, 'w:name')) ?? '')
  const named = names.map((name) => headingName.exec(name)?.[1]).find((digit) => digit !== undefined)
  const title = names.some((name) => /^(title|titre)$/i.test(name)) ? 1 : undefined
  const level = outline < 9 ? outline + 1 : named === undefined ? title : Number(named)
  const id = first('w:numPr', 'w:numId')
  const depth = Number(first('w:numPr', 'w:ilvl') ?? '0')
  return {
    ...(level === undefined ? {} : { level }),
    ...(id === undefined || id === '0' ? {} : { list: { id, depth } }),
    contents: names.some((name) => /^(toc|tm|table des mati[eè]res) ?\d/i.test(name)),
  }
}

/** The counter of each list (`w:num`): lists of one definition share their count; one that starts again does so where it is first used. */
export function readLists(part: XmlNode | undefined): ReadonlyMap<string, Counter> {
  const definitions = new Map(childrenNamed(part, 'w:abstractNum').map((node) => [node.attributes.get('w:abstractNumId') ?? '', readLevels(node)]))
  const shared = new Map([...definitions].map(([id, levels]) => [id, openCounter(levels)]))
  return new Map(childrenNamed(part, 'w:num').map((list) => {
    const id = value(childNamed(list, 'w:abstractNumId')) ?? ''
    const overrides = childrenNamed(list, 'w:lvlOverride')
    const own = overrides.flatMap((override) => [...readLevels(override)])
    const counter = own.length > 0 ? openCounter(new Map([...(definitions.get(id) ?? []), ...own])) : (shared.get(id) ?? openCounter(new Map()))
    const starts = overrides.flatMap((override): [number, number][] => {
      const start = value(childNamed(override, 'w:startOverride'))
      return start === undefined ? [] : [[Number(override.attributes.get('w:ilvl') ?? '0'), Number(start)]]
    })
    return [list.attributes.get('w:numId') ?? '', restarting(counter, starts)]
  }))
}

function restarting(counter: Counter, starts: [level: number, at: number][]): Counter {
  return {
    ...counter,
    next: (level) => {
      for (const [restarted, at] of starts.splice(0)) counter.restart(restarted, at)
      return counter.next(level)
    },
  }
}

function readLevels(node: XmlNode): ReadonlyMap<number, NumberLevel> {
  return new Map(childrenNamed(node, 'w:lvl').map((level) => [
    Number(level.attributes.get('w:ilvl') ?? '0'),
    {
      format: value(childNamed(level, 'w:numFmt')) ?? 'decimal',
      pattern: value(childNamed(level, 'w:lvlText')) ?? '',
      start: Number(value(childNamed(level, 'w:start')) ?? '1'),
      legal: isOn(childNamed(level, 'w:isLgl')),
    },
  ]))
}
