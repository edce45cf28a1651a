// What the schema of Akoma Ntoso 3.0 asks of the elements we write, by hand: who stands in whom, in what order, with which attributes.
import { SaxesParser } from 'saxes'

export type XmlElement = {
  readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: XmlElement[]; text: string
  readonly parent: XmlElement | undefined
}

/** Throws on what is not well-formed. */
export function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser()
  let root: XmlElement | undefined
  let open: XmlElement | undefined
  parser.on('error', (error) => { throw error })
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [], text: '', parent: open }
    if (open === undefined) root = element
    else open.children.push(element)
    open = element
  })
  parser.on('text', (text) => { for (let at = open; at !== undefined; at = at.parent) at.text += text })
  parser.on('closetag', () => { open = open?.parent })
  parser.write(xml).close()
  if (root === undefined) throw new Error('nothing in the document')
  return root
}

export const all = (element: XmlElement): readonly XmlElement[] => [element, ...element.children.flatMap(all)]

const hierarchy = '(?:article|paragraph|subparagraph|point|indent|hcontainer)'
const block = '(?:p|blockList|table)'
const provision = `(?:num )?(?:heading )?(?:(?:intro )?(?:${hierarchy} )+|content )`
const core = 'FRBRthis (?:FRBRuri )+(?:FRBRalias )*(?:FRBRdate )+(?:FRBRauthor )+'

/** The children of an element as a sequence of names, each followed by a space. */
const sequences: Readonly<Record<string, string>> = {
  akomaNtoso: 'act ', act: 'meta (?:preface )?body ', preface: '(?:longTitle |p )+', longTitle: '(?:p )+', body: `(?:${hierarchy} )+`,
  meta: 'identification (?:lifecycle )?(?:analysis )?(?:temporalData )?references ',
  identification: 'FRBRWork FRBRExpression FRBRManifestation ',
  FRBRWork: `${core}(?:FRBRcountry )+(?:FRBRsubtype )?(?:FRBRnumber )*(?:FRBRname )*`,
  FRBRExpression: `${core}(?:FRBRversionNumber )?(?:FRBRauthoritative )?(?:FRBRlanguage )+`, FRBRManifestation: `${core}FRBRformat `,
  lifecycle: '(?:eventRef )+', analysis: 'passiveModifications ', passiveModifications: '(?:textualMod )+',
  textualMod: '(?:source )+(?:destination )+(?:force )?(?:old )*', old: '(?:p )*',
  temporalData: '(?:temporalGroup )+', temporalGroup: '(?:timeInterval )+',
  references: '(?:original |passiveRef |TLCOrganization |TLCConcept )+',
  article: provision, paragraph: provision, subparagraph: provision, point: provision, indent: provision, hcontainer: provision,
  content: `(?:${block} )+`, intro: `(?:${block} )+`, blockList: '(?:item )+', item: '(?:num )?(?:p )+',
  table: '(?:tr )+', tr: '(?:th |td )+', th: 'p ', td: 'p ',
  p: '(?:docTitle |ins |eol |remark )*', heading: '(?:ins )*',
}

const required: Readonly<Record<string, readonly string[]>> = {
  act: ['name', 'contains'], identification: ['source'], lifecycle: ['source'], analysis: ['source'],
  temporalData: ['source'], references: ['source'],
  FRBRthis: ['value'], FRBRuri: ['value'], FRBRalias: ['value', 'name'], FRBRdate: ['date', 'name'], FRBRauthor: ['href'], FRBRcountry: ['value'],
  FRBRlanguage: ['language'], FRBRformat: ['value'], eventRef: ['eId', 'date', 'source', 'type'], textualMod: ['eId', 'type'], source: ['href'],
  destination: ['href'], force: ['period'], temporalGroup: ['eId'], timeInterval: ['start', 'refersTo'], original: ['eId', 'href', 'showAs'],
  passiveRef: ['eId', 'href', 'showAs'], TLCOrganization: ['eId', 'href', 'showAs'], TLCConcept: ['eId', 'href', 'showAs'],
  hcontainer: ['name', 'eId', 'wId'],
  article: ['eId', 'wId'], paragraph: ['eId', 'wId'], subparagraph: ['eId', 'wId'], blockList: ['eId'], item: ['eId'], table: ['eId'], ins: ['eId'],
}

const allowed: Readonly<Record<string, RegExp>> = {
  type: /^(?:generation|amendment|repeal|substitution|insertion|renumbering|split|join|replacement)$/, date: /^\d{4}-\d\d-\d\d$/,
  status: /^(?:removed|temporary|translated|editorial|edited|verbatim|incomplete|unknown|undefined|ignored)$/,
  contains: /^(?:originalVersion|singleVersion|multipleVersions)$/, eId: /^[a-zA-Z_][\w.-]*$/,
}

/** What the document does wrong, one line a fault. */
export function faults(root: XmlElement): readonly string[] {
  const elements = all(root)
  const ids = elements.flatMap(({ attributes }) => attributes['eId'] ?? [])
  const found = ids.filter((id, rank) => ids.indexOf(id) !== rank).map((id) => `two elements are called ${id}`)
  for (const { name, attributes, children, parent } of elements) {
    const sequence = children.map((child) => `${child.name} `).join('')
    if (!new RegExp(`^${sequences[name] ?? ''}$`).test(sequence)) found.push(`${name} in ${parent?.name} holds ${sequence}`)
    for (const attribute of required[name] ?? []) if (attributes[attribute] === undefined) found.push(`${name} without ${attribute}`)
    for (const [attribute, value] of Object.entries(attributes)) {
      if (allowed[attribute]?.test(value) === false) found.push(`${name} ${attribute}="${value}"`)
      const local = ['source', 'period', 'start', 'end', 'refersTo', 'href'].includes(attribute) && value.startsWith('#')
      if (local && !ids.includes(value.slice(1))) found.push(`${name} ${attribute}="${value}" leads nowhere`)
    }
  }
  return found
}
