// Tests of articles: every usual way to number them, and what only looks like a heading.
import { describe, expect, test } from 'vitest'
import { readArticles } from './articles.ts'
import { cleanText } from './noise.ts'
import { articleAt, textOf } from './text.ts'

const read = (raw: string) => {
  const { source, lines } = cleanText(raw)
  const text = textOf(source, lines)
  return readArticles(text, source.clean.length)
}
const headings = (raw: string): readonly string[] => read(raw).map(({ number, heading }) => `${number} ${heading}`.trim())
const filled = (...lines: readonly string[]): string => lines.map((line) => `${line}\n\nLe texte de la clause.\n\n`).join('')

describe('articles', () => {
  test.each([
    ['dashes', filled('Article 1er – Objet', 'Article 2 - Durée', 'Article 2 bis — Suivi', 'Article 3 ter : Fin'),
      ['1 Objet', '2 Durée', '2 bis Suivi', '3 ter Fin']],
    ['capitals', filled('ARTICLE 1 : OBJET', 'ARTICLE 2 : DURÉE DE LA CONVENTION'), ['1 OBJET', '2 DURÉE DE LA CONVENTION']],
    ['words', filled('Article premier. — Objet', 'ARTICLE DEUX : DURÉE'), ['1 Objet', '2 DURÉE']],
    ['abbreviations', filled('Art. 1er – Objet', 'Art. 2 – Durée', 'Art. 2.1 – Début'), ['1 Objet', '2 Durée', '2.1 Début']],
    ['roman numerals', filled('Article I – Objet', 'II.1 Le but', 'Article II – Durée', 'Article IV – Fin'), ['1 Objet', '2 Durée', '4 Fin']],
    ['Roman numerals with their own sub-articles', filled('## Article I – Objet', '### I.1 Le but', '### I.2 La portée', '## Article II – Durée'),
      ['1 Objet', '1.1 Le but', '1.2 La portée', '2 Durée']],
    ['no word article, in capitals', filled('1. OBJET', '2. DURÉE', '3. FIN'), ['1 OBJET', '2 DURÉE', '3 FIN']],
    ['no word article, in Markdown', filled('### 1. Objet', '### 2. Durée', '#### 2.1 Début', '### 3. Fin'),
      ['1 Objet', '2 Durée', '2.1 Début', '3 Fin']],
    ['no word article, roman', filled('I – OBJET', 'II – DURÉE', 'III – FIN'), ['1 OBJET', '2 DURÉE', '3 FIN']],
    ['roman parts with numbers that start again', filled('## I. Objet', '## II. Moyens', '### 1. Équipe', '### 2. Postes', '## III. Fin'),
      ['1 Objet', '2 Moyens', '2.1 Équipe', '2.2 Postes', '3 Fin']],
    ['no number at all', filled('## Objet', '## Gouvernance', '## Durée'), ['1 Objet', '2 Gouvernance', '3 Durée']],
    ['bold lines', filled('**Article 1. Objet**', '**Article 2. Durée**'), ['1 Objet', '2 Durée']],
    ['a quotation nothing closes before them',
      'Article 1 – Objet\n\nLa « Métropole du renouveau, et un « label » local.\n\nArticle 2 – Durée\n\nCinq ans.\n\nArticle 3 – Fin\n\nLe « terme '
        + '».', ['1 Objet', '2 Durée', '3 Fin']],
    ['deep numbers', filled('Article 7 – Conduite', '7.1. Pilotage', '7.1.1. Mission', '7.1.2. Instances', '7.2. Suivi'),
      ['7 Conduite', '7.1 Pilotage', '7.1.1 Mission', '7.1.2 Instances', '7.2 Suivi']],
    ['a heading on two lines', 'ARTICLE 1\nOBJET\n\nLe texte.\n\nARTICLE 2\nDURÉE DE LA CONVENTION ET\nRÉSILIATION\n\nLe texte.',
      ['1 OBJET', '2 DURÉE DE LA CONVENTION ET RÉSILIATION']],
    ['a heading run into its text', '**Article 1 : Objet.** La convention fixe le cadre.\n\n**Article 2 : Durée.** La convention dure cinq ans.',
      ['1 Objet', '2 Durée']],
    ['annexes that hold something', filled('Article 1 – Objet', 'Article 2 – Durée', '# Annexe 1 – Carte'), ['1 Objet', '2 Durée', 'annexe 1 Carte']],
  ])('are read when numbered with %s', (_, raw, expected) => {
    expect(headings(raw)).toEqual(expected)
  })

  test.each([
    ['a law cited at the start of a line', `${filled('Article 1 – Objet', 'Article 2 – Durée')}Article 157 de la loi ELAN du 23 novembre 2018.\n`],
    ['a list of numbered duties',
      `${filled('Article 1 – Objet')}Les parties :\n\n1. agissent ;\n2. rendent compte ;\n3. évaluent.\n\n${filled('Article 2 – Durée')}`],
    ['the list of annexes', `${filled('Article 1 – Objet', 'Article 2 – Durée')}Annexe 1 - Carte\nAnnexe 2 - Plan\n`],
    ['an article quoted by an amendment',
      'Article 1 – Objet\n\nL’article 3 est ainsi rédigé :\n\n« Article 3 – Gouvernance\n\nLe comité se réunit.\n\nArticle 4 – Suivi\n\nLe suivi est '
        + 'fait. »\n\nArticle 2 – Durée\n\nCinq ans.'],
  ])('are not made of %s', (_, raw) => {
    expect(headings(raw)).toEqual(['1 Objet', '2 Durée'])
  })

  test('hold their own words; sub-articles count in the extent of their article', () => {
    const raw = '## Article 3 – Ambition\n\nUn mot.\n\n### 3.1 Contexte\n\nLe bassin.\n\n## Article 4 – Moyens\n\nUn poste.'
    const articles = read(raw)
    expect(articles.map(({ text }) => text)).toEqual(['Un mot.', 'Le bassin.', 'Un poste.'])
    expect(raw.slice(articles[0]?.span.start, articles[0]?.span.end)).toMatch(/^Article 3[\s\S]*Le bassin\.$/)
  })

  test('are found from a place in the text, the deepest one', () => {
    const { source, lines } =
      cleanText('Entre nous.\n\nArticle 3 – Ambition\n\nUn mot.\n\n3.1 Contexte\n\nLe bassin.\n\nArticle 4 – Moyens\n\nUn poste.')
    const text = textOf(source, lines)
    const articles = readArticles(text, source.clean.length)
    const at = (words: string) => articleAt({ articles }, source.clean.indexOf(words))?.number
    expect([at('Entre'), at('Un mot'), at('Le bassin'), at('Un poste')]).toEqual([undefined, '3', '3.1', '4'])
  })
})
