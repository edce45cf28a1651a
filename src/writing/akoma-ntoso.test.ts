// Akoma Ntoso: well-formed, in the order the schema asks, every name unique and every reference resolved; what each amendment did, and where.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadTerritories } from '../features/territories/territories.store.ts'
import { readConvention } from '../reading/read.ts'
import { listSamples } from '../testing/samples.ts'
import { akomaNtosoNamespace, writeAkomaNtoso } from './akoma-ntoso.ts'
import { all, faults, parseXml, type XmlElement } from './testing/akoma-ntoso-rules.ts'
import { amendedText, textOfArticles } from './testing/texts.ts'

const xml = writeAkomaNtoso(amendedText)
const root = parseXml(xml)
const named = (name: string): readonly XmlElement[] => all(root).filter((element) => element.name === name)
const byId = (eId: string) => all(root).find(({ attributes }) => attributes['eId'] === eId)

describe('the Akoma Ntoso of a text', () => {
  it('keeps to the schema, for a text with amendments and for each sample', () => {
    expect(root.attributes['xmlns']).toBe(akomaNtosoNamespace)
    expect(faults(root)).toEqual([])
    const { gazetteer } = loadTerritories()
    for (const { raw } of [...listSamples('open'), ...listSamples('held')]) {
      expect(faults(parseXml(writeAkomaNtoso(textOfArticles('Convention', readConvention(raw, gazetteer).articles))))).toEqual([])
    }
    expect(faults(parseXml(writeAkomaNtoso(textOfArticles('Sans article', []))))).toEqual([])
  })
  it('is checked by rules that see what is wrong', () => {
    const wrong = xml.replace('eId="art_6"', 'eId="art_5"').replace('<content>', '<content><article/>').replace('#period_2', '#nowhere')
    expect(faults(parseXml(wrong)).length).toBeGreaterThanOrEqual(4)
    expect(() => parseXml(xml.replace('</body>', ''))).toThrow('unexpected close tag')
  })
  it('names the work, the expression of that day and its language', () => {
    expect(named('FRBRuri').map(({ attributes }) => attributes['value'])).toEqual([
      '/akn/fr/act/convention/2023-04-05/chapeau', '/akn/fr/act/convention/2023-04-05/chapeau/fra@2025-07-01',
      '/akn/fr/act/convention/2023-04-05/chapeau/fra@2025-07-01.akn'])
    expect(named('FRBRlanguage')[0]?.attributes).toEqual({ language: 'fra' })
  })
  it('tells the life of the text: signed, then amended on each day something took effect', () => {
    expect(named('eventRef').map(({ attributes: { date, type, source } }) => [date, type, source])).toEqual([
      ['2023-04-05', 'generation', '#original'], ['2024-04-01', 'amendment', '#amendment_1'],
      ['2025-01-01', 'amendment', '#amendment_2'], ['2025-06-01', 'amendment', '#amendment_2']])
  })
  it('says what each amendment did, where, since when, and in place of which words', () => {
    const mods = named('textualMod').map((mod) => ({
      type: mod.attributes['type'], words: mod.children.filter(({ name }) => name === 'destination').map(({ attributes }) => attributes['href']),
      old: mod.children.find(({ name }) => name === 'old')?.text,
    }))
    expect(mods).toEqual([
      { type: 'substitution', words: ['#art_5__ins_1'], old: 'une fois' }, { type: 'insertion', words: ['#art_5-bis'], old: undefined },
      { type: 'repeal', words: ['#art_7'], old: undefined }, { type: 'substitution', words: ['#preface__docTitle'], old: undefined }, { type: 'repeal', words: ['#art_6__para_6-1'], old: undefined }])
    expect(byId('art_5__ins_1')?.text).toBe('trois fois')
    expect(byId('art_5__ins_1')?.attributes).toMatchObject({ refersTo: '#amendment_1', period: '#period_2' })
  })
  it('nests sub-articles, lists and tables, and says which parts are in force and since when', () => {
    expect(byId('art_6__para_6-1')?.parent?.attributes['eId']).toBe('art_6')
    expect(byId('art_5__list_1')?.children.map(({ text }) => text)).toEqual(['–le président, qui le préside ;', '–les maires ;', '–le préfet.'])
    expect(byId('art_6__para_6-1__table_1')?.children[1]?.text).toBe('Chef de projet75 %55 000 €')
    expect(byId('art_7')).toMatchObject({ attributes: { status: 'removed', wId: 'art_7' } })
    expect(byId(byId('art_7')?.attributes['period']?.slice(1) ?? '')?.children[0]?.attributes).toMatchObject({ start: '#event_1', end: '#event_3' })
    expect(byId(byId('art_5-bis')?.attributes['period']?.slice(1) ?? '')?.children[0]?.attributes).toEqual({ start: '#event_2', refersTo: '#inForce' })
  })
  it('holds any words at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (heading, text) => {
      const article = { number: heading, heading, depth: 1, text, span: { start: 0, end: 0 } }
      expect(faults(parseXml(writeAkomaNtoso(textOfArticles(heading, [article, { ...article, depth: 2 }]))))).toEqual([])
    }), { numRuns: 300 })
  })
})
