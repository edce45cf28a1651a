// Word documents: read back by our own extraction, clean or with changes tracked; the same bytes each time; a language, a title, real headings.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextNode } from '../amending/consolidation.ts'
import { redline, type RedlineNode } from '../amending/redline.ts'
import { openBudget } from '../extraction/budget.ts'
import { extract } from '../extraction/extract.ts'
import { openArchive } from '../extraction/unzip.ts'
import { loadTerritories } from '../features/territories/territories.store.ts'
import { date } from '../kernel/date.ts'
import { readConvention } from '../reading/read.ts'
import { writeDocx } from './docx.ts'
import { writeRedlineDocx } from './docx-redline.ts'
import type { RedlineText } from './redline-text.ts'
import { amendedText, textOfArticles } from './testing/texts.ts'

const { gazetteer } = loadTerritories()
const textOf = async (bytes: Uint8Array): Promise<string> => {
  const extracted = await extract(bytes, 'a.docx')
  return extracted.ok ? extracted.text : extracted.problem
}
const partOf = async (bytes: Uint8Array, name: string): Promise<string> =>
  Buffer.from((await (await openArchive(bytes, openBudget(undefined))).read(name)) ?? []).toString('utf8')
const loose = (text: string) => text.replace(/\n+/g, '\n').trim()

describe('the Word document of a text', () => {
  it('reads back with the articles that stand, tables and lists included', async () => {
    const read = readConvention(await textOf(await writeDocx(amendedText)), gazetteer).articles
    const nodes = amendedText.nodes
    expect(read.map(({ number, heading, depth }) => [number, heading, depth])).toEqual(nodes.map(({ number, heading, depth }) => [number, heading, depth]))
    expect(read.filter(({ number }) => number !== '7').map(({ text }) => loose(text)))
      .toEqual(nodes.filter(({ number }) => number !== '7').map(({ text }) => loose(text)))
    expect(read.find(({ number }) => number === '7')?.text).toContain('Abrogé par l’avenant « Avenant portant prorogation')
  })
  it('is the same bytes for the same text, whenever it is written', async () => {
    const first = await writeDocx(amendedText)
    await new Promise((resolve) => { setTimeout(resolve, 2100) })
    expect(Buffer.from(await writeDocx(amendedText)).equals(Buffer.from(first))).toBe(true)
  })
  it('says its title and its language, and has headings by depth', async () => {
    const bytes = await writeDocx(amendedText)
    expect(await partOf(bytes, 'docProps/core.xml')).toMatch(/<dc:title>Convention-cadre « chapeau » de Bourg-Neuf<.*<dc:language>fr-FR<.*2025-07-01T00:00:00Z/s)
    expect(await partOf(bytes, 'word/styles.xml')).toContain('w:lang w:val="fr-FR"')
    const document = await partOf(bytes, 'word/document.xml')
    expect(document.match(/w:pStyle w:val="(?:Heading\d|Title)"/g)).toEqual(
      ['Title', ...amendedText.nodes.map(({ depth }) => `Heading${depth}`)].map((style) => `w:pStyle w:val="${style}"`))
    expect(document).toContain('<w:tblHeader/>')
  })
  it('keeps out what XML cannot hold', async () => {
    const nasty = textOfArticles('T\u0000itre \uffff & <b>', [{ number: '1', heading: 'O\u0001', depth: 1, text: 'a\u000b\u001fb\ud800 &amp; <w:p>', span: { start: 0, end: 1 } }])
    expect(await textOf(await writeDocx(nasty))).toContain('ab')
  })
})

const part = (number: string, heading: string, text: string): TextNode => ({ key: `article-${number}`, number, heading, depth: 1, text })
const before = [
  part('5', 'Gouvernance', 'Un comité est institué.\n\nIl se réunit une fois par an.\n\nUn paragraphe retiré,\nsur deux lignes.\n\n- une dépense ;\n- un bilan.'),
  part('7', 'Résiliation', 'Il peut être mis fin à la convention.'), part('8', 'Litiges', 'Le tribunal est saisi.'),
]
const after = [
  part('5', 'Gouvernance et suivi', 'Un comité est institué.\n\nIl se réunit trois fois par an.\n\n- une recette ;\n- un bilan ;\n- un élément ajouté.'),
  part('5 bis', 'Secrétariat', 'Il est tenu par l’agglomération.'), { ...part('9', 'Litiges', 'Le tribunal est saisi.'), key: 'article-8' },
]
const redlineOf = (nodes: readonly RedlineNode[]): RedlineText => ({
  title: 'Convention-cadre « chapeau » de Bourg-Neuf', operation: 'ORT du Bassin', versions: 'Du 5 avril 2023 au 1er juillet 2025', summary: '2 articles modifiés.',
  changes: ['Réunir le comité.'], author: 'Avenant n° 1', date: date('2024-04-01'), on: date('2025-07-01'), nodes,
})

describe('the Word document of what changed', () => {
  it('reads as the later text: insertions kept, deletions gone', async () => {
    const body = after.map(({ number, heading, text }) => `# Article ${number} – ${heading}\n${text}`).join('\n')
    expect(loose(await textOf(await writeRedlineDocx(redlineOf(redline(before, after)))))).toBe(
      loose(`# Convention-cadre « chapeau » de Bourg-Neuf\nDu 5 avril 2023 au 1er juillet 2025. 2 articles modifiés.\n- Réunir le comité.\n${body}`))
  })
  it('reads as the later text for any two texts', async () => {
    const words = fc.array(fc.constantFrom('le ', 'maire', '\n', '\n\n- ', 'comité ', 'œ', '\n- ', '<b>&', 'ville '), { maxLength: 30 }).map((parts) => parts.join(''))
    await fc.assert(fc.asyncProperty(words, words, async (one, other) => {
      const read = await textOf(await writeRedlineDocx(redlineOf(redline([part('1', 'Objet', one)], [part('1', 'Objet', other)]))))
      const squeezed = (text: string) => text.replace(/^\s*-(?: |$)/gm, '').replace(/\s+/g, '')
      expect(squeezed(read)).toBe(squeezed(`# Convention-cadre « chapeau » de Bourg-Neuf Du 5 avril 2023 au 1er juillet 2025. 2 articles modifiés.Réunir le comité.# Article 1 – Objet\n${other}`))
    }), { numRuns: 60 })
  })
  it('holds tracked changes of the amendment, on its day, each with its own number, ends of paragraphs included', async () => {
    const document = await partOf(await writeRedlineDocx(redlineOf(redline(before, after))), 'word/document.xml')
    const changes = [...document.matchAll(/<w:(ins|del) ([^>]*)>/g)].map(([, name = '', attributes = '']) => ({ name, attributes }))
    expect(changes.every(({ attributes }) => /w:author="Avenant n° 1"/.test(attributes) && /w:date="2024-04-01T00:00:00Z"/.test(attributes))).toBe(true)
    const ids = changes.map(({ attributes }) => /w:id="(\d+)"/.exec(attributes)?.[1])
    expect(new Set(ids).size).toBe(ids.length)
    expect(document).toMatch(/<w:del [^>]*><w:r>.*?<w:delText[^>]*>une<\/w:delText><\/w:r><\/w:del>/)
    expect(document).toMatch(/<w:ins [^>]*><w:r>.*?<w:t[^>]*>trois<\/w:t><\/w:r><\/w:ins>/)
    expect(document.match(/<w:rPr><w:ins [^>]*\/><\/w:rPr><\/w:pPr>/g)).toHaveLength(3)
    expect(document.match(/<w:rPr><w:del [^>]*\/><\/w:rPr><\/w:pPr>/g)).toHaveLength(4)
  })
})
