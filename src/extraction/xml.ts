// A part of an office document as a tree: no DTD, no entity but the five of XML, bounded depth.
import { SaxesParser } from 'saxes'
import { type Budget, Refusal, refuse } from './budget.ts'
import { limits } from './limits.ts'

/** `name` and attribute names carry our own prefix, chosen by namespace, whatever prefix the file uses. */
export type XmlNode = { readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly children: (XmlNode | string)[] }

const prefixes: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
  'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0': 'manifest',
  'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0': 'fo',
}
const chunk = 1 << 16

export function parseXml(bytes: Uint8Array, budget: Budget): XmlNode {
  const text = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(bytes)
  const root: XmlNode = { name: '', attributes: new Map(), children: [] }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('doctype', () => refuse('unsafeXml'))
  parser.on('error', () => refuse('broken'))
  parser.on('opentag', (tag) => {
    const attributes = new Map(Object.values(tag.attributes).map(({ uri, local, value }) => [ownName(uri, local), value]))
    const node: XmlNode = { name: ownName(tag.uri, tag.local), attributes, children: [] }
    open.at(-1)?.children.push(node)
    open.push(node)
    if (open.length > limits.xmlDepth) refuse('bomb')
  })
  parser.on('closetag', () => open.pop())
  const addText = (words: string): void => void open.at(-1)?.children.push(words)
  parser.on('text', addText)
  parser.on('cdata', addText)
  try {
    for (let start = 0; start < text.length; start += chunk) {
      budget.check()
      parser.write(text.slice(start, start + chunk))
    }
    parser.close()
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('broken')
  }
  return elements(root)[0] ?? refuse('broken')
}

function ownName(uri: string, local: string): string {
  const prefix = prefixes[uri]
  return prefix === undefined ? local : `${prefix}:${local}`
}

export const elements = (node: XmlNode): XmlNode[] => node.children.filter((child): child is XmlNode => typeof child !== 'string')

export const childNamed = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((child): child is XmlNode => typeof child !== 'string' && child.name === name)

export const childrenNamed = (node: XmlNode | undefined, name: string): XmlNode[] =>
  node === undefined ? [] : elements(node).filter((child) => child.name === name)

/** The descendant at the end of a path of names. */
export const descend = (node: XmlNode | undefined, ...names: readonly string[]): XmlNode | undefined =>
  names.reduce<XmlNode | undefined>((parent, name) => childNamed(parent, name), node)

/** Every descendant of this name, in document order. */
export const allNamed = (node: XmlNode, name: string): XmlNode[] =>
  elements(node).flatMap((child) => [...(child.name === name ? [child] : []), ...allNamed(child, name)])
