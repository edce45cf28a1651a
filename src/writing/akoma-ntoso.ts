// The text at a date as Akoma Ntoso 3.0: one expression of the convention, with the life of the text and what each amendment did to it.
import type { ConsolidatedText } from './consolidated-text.ts'
import { writeBody } from './akoma-ntoso-body.ts'
import { placesOf } from './akoma-ntoso-ids.ts'
import { openLife, titleName, writeMeta } from './akoma-ntoso-meta.ts'
import { preliminaries } from './words.ts'
import { element, escapeXml } from './xml.ts'

/** @source Akoma Ntoso Version 1.0, OASIS Standard of 29 August 2018 (namespace of its schema: 3.0) */
export const akomaNtosoNamespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'

export function writeAkomaNtoso(text: ConsolidatedText): string {
  const places = placesOf(text.nodes)
  const life = openLife(text)
  const { body, insertions } = writeBody(text, places, life)
  const preface = element('preface', {},
    element('longTitle', { eId: 'preface__longTitle' }, element('p', {}, element('docTitle', { eId: titleName }, escapeXml(text.title)))),
    ...preliminaries(text).map((sentence) => element('p', {}, escapeXml(sentence))))
  const act = element('act', { name: 'convention', contains: text.amendments.length === 0 ? 'originalVersion' : 'singleVersion' },
    writeMeta(text, life, places, insertions), preface, body)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('akomaNtoso', { xmlns: akomaNtosoNamespace }, act)}\n`
}
