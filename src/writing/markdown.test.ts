// Markdown of the text at a date: read again it gives the same articles; its notes say what the amendments did.
import { describe, expect, it } from 'vitest'
import { loadTerritories } from '../features/territories/territories.store.ts'
import { readConvention } from '../reading/read.ts'
import { listSamples } from '../testing/samples.ts'
import { writeMarkdown } from './markdown.ts'
import { amendedText, textOfArticles } from './testing/texts.ts'

const { gazetteer } = loadTerritories()
const articlesOf = (markdown: string) =>
  readConvention(markdown, gazetteer).articles.map(({ number, heading, depth, text }) => ({ number, heading, depth, text }))

describe('the Markdown of a text', () => {
  // Its table of offices, at the end of a text that nobody signs, is what the reader takes for signatures.
  const samples = [...listSamples('open'), ...listSamples('held')].filter(({ name }) => name !== 'ort-bollene')
  it.each(samples.map(({ name, raw }) => [name, raw] as const))('reads back with the same articles: %s', (_, raw) => {
    const articles = articlesOf(raw)
    expect(articlesOf(writeMarkdown(textOfArticles('Convention d’ORT', readConvention(raw, gazetteer).articles)))).toEqual(articles)
  })
  it('reads back with the words that amendments put there, whatever characters they hold', () => {
    const read = articlesOf(writeMarkdown(amendedText))
    expect(readConvention(writeMarkdown(amendedText), gazetteer).title).toBe(amendedText.title)
    expect(read.map(({ number, heading }) => [number, heading])).toEqual(amendedText.nodes.map(({ number, heading }) => [number, heading]))
    const standing = amendedText.nodes.filter((node) => node.repealedBy === null)
    expect(read.filter(({ number }) => number !== '7').map(({ text }) => text)).toEqual(standing.map(({ text }) => text))
  })
  it('says the version, the amendments in it, and in notes what each did', () => {
    const markdown = writeMarkdown(amendedText)
    expect(markdown).toContain('# Convention-cadre « chapeau » de Bourg-Neuf\n\nVersion en vigueur au 1er juillet 2025.')
    expect(markdown).toContain('- [Avenant n°\u00a01, signé le 1er mars 2024, en vigueur le 1er avril 2024](<https://chapeau.example')
    expect(markdown).toContain('## Article 5 – Gouvernance[^1]\n')
    expect(markdown).toContain('[^1]: Modifié par l’avenant n°\u00a01, en vigueur le 1er avril 2024. À l’article 5, remplacer « une fois » par')
    expect(markdown).toContain('[^3]: Modifié par l’avenant « Avenant portant prorogation & suppression \\<de l’article 7> », en vigueur le 1er juin 2025.')
    expect(markdown).toContain('## Article 7 – Résiliation[^4]\n\n*Abrogé par l’avenant « Avenant portant')
  })
  it('escapes what would be a mark', () => {
    const text = textOfArticles('Titre *fort*', [{ number: '1', heading: '_Objet_', depth: 1, text: '# Faux titre\n> cité **gras** `code` <b>', span: { start: 0, end: 0 } }])
    expect(writeMarkdown(text)).toContain('# Titre \\*fort\\*\n')
    expect(writeMarkdown(text)).toContain('## Article 1 – \\_Objet_\n\n\\# Faux titre\n\\> cité \\*\\*gras\\*\\* \\`code\\` \\<b>\n')
  })
  it('prints a table and one list', () => {
    const markdown = writeMarkdown(amendedText)
    expect(markdown).toContain('| Poste | Part | Plafond |\n| --- | --- | --- |\n| Chef de projet | 75 % | 55 000 € |')
    expect(markdown).toContain('- le président, qui le préside ;\n- les maires ;\n- le préfet.\n\nIl se réunit')
  })
})
