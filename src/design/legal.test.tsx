// Articles: permanent address, level of heading, notes in the margin, lists out of plain text.
import { expect, test } from 'vitest'
import { htmlFragment } from './document.ts'
import { LegalArticle, LegalText } from './legal.tsx'

const article = { number: '5.1', heading: 'Comité', depth: 2, href: '/c/article-5-1', id: 'article-5-1' }

test('an article is named by its heading and carries its permanent address', () => {
  const html = htmlFragment(<LegalArticle {...article} />)
  expect(html).toContain('<section class="article article-depth-2" id="article-5-1" aria-labelledby="article-5-1-title">')
  expect(html).toMatch(/<h3[^>]*id="article-5-1-title">.*href="\/c\/article-5-1".*Article\u00a05\.1.*Comité.*<\/h3>/s)
})

test('headings go down with the depth, and start where they are told to', () => {
  expect(htmlFragment(<LegalArticle {...article} depth={1} />)).toContain('<h2')
  expect(htmlFragment(<LegalArticle {...article} depth={3} level={3} />)).toContain('<h5')
  expect(htmlFragment(<LegalArticle {...article} depth={9} />)).toContain('<h4')
})

test('notes stand in an aside named after the article, each with its kind in words', () => {
  const html = htmlFragment(<LegalArticle {...article} notes={[{ key: 'x', kind: 'defect', title: 'Aucun quorum', href: '/d' }]} />)
  expect(html).toContain('aria-label="Notes en marge, Article\u00a05.1"')
  expect(html).toMatch(/Défaut<\/p>.*<a href="\/d">Aucun quorum<\/a>/s)
  expect(htmlFragment(<LegalArticle {...article} />)).not.toContain('<aside')
})

test('lines that begin with a dash become a list, their continuation lines joined', () => {
  const html = htmlFragment(<LegalText text={'Il fixe :\n- les secteurs ;\n- les engagements,\n  chaque année.\n\nIl est public.'} />)
  expect(html).toBe('<p>Il fixe :</p><ul><li>les secteurs ;</li><li>les engagements, chaque année.</li></ul><p>Il est public.</p>')
})
