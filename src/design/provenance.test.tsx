// Words and where they came from: the source stands after them, across paragraphs and lists, and is read out in full.
import { expect, test } from 'vitest'
import { htmlFragment } from './document.ts'
import { SourcedWords } from './provenance.tsx'

const source = { key: '1', sign: 'A1', label: 'avenant n° 1', href: '/c/avenant' }

test('words that came later carry the sign of their source, the others nothing', () => {
  const html = htmlFragment(<SourcedWords pieces={[{ text: 'Il se réunit ' }, { text: 'deux fois', source }, { text: ' par an.' }]} />)
  expect(html.replaceAll('\u00a0', ' ')).toBe('<p>Il se réunit <span class="amended">deux fois<a class="amended-by" href="/c/avenant" title="avenant n° 1">A1'
    + '<span class="visually-hidden">, avenant n° 1</span></a></span> par an.</p>')
})

test('a piece that spans a paragraph and a list is marked in each', () => {
  const html = htmlFragment(<SourcedWords pieces={[{ text: 'Il fixe :\n- les sect' }, { text: 'eurs ;\n- le calendrier.\n\nIl est', source }, { text: ' public.' }]} />)
  expect(html.match(/class="amended"/g)).toHaveLength(3)
  expect(html).toMatch(/^<p>Il fixe.*<\/p><ul><li>les sect<span.*<\/li><li><span.*<\/li><\/ul><p><span.*public\.<\/p>$/)
})
