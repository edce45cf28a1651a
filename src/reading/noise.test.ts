// Tests of the clean text: what leaves it, what stays, and the way back to the printed words.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText } from './noise.ts'
import { rawSpan } from './source.ts'

const clean = (raw: string): string => cleanText(raw).source.clean
/** Pages parted by form feeds, each under the same header and above its number. */
const paged = (...pages: readonly string[]): string =>
  pages.map((page, index) => `Convention ORT du Pays de Test\n\n${page}\n\n${index + 1}\n`).join('\f')

describe('noise', () => {
  test.each([
    ['Markdown marks', '## **Article 5 – Gouvernance**\n\n_Texte_ du `comité`.', 'Article 5 – Gouvernance\n\nTexte du comité.'],
    ['bullets of every kind, one or two', '- ↳ un\n• deux\n- ✓ trois\n* quatre', '- un\n- deux\n- trois\n- quatre'],
    ['tags, entities, comments, links', 'la 1<sup>re</sup> fois<!-- note\n\nlongue -->, &laquo;&nbsp;oui&nbsp;&raquo;, [ici](https://exemple.fr)',
      'la 1re fois\n\n, «\u00a0oui\u00a0», ici'],
    ['escapes', 'Fait à \\_\\_\\_, le \\_\\_\\_', 'Fait à ___, le ___'],
    ['table rules, cells kept', '| Lens | Maire |\n|---|---|\n| Liévin | Maire |', 'Lens | Maire\nLiévin | Maire'],
    ['ligatures, soft hyphens, decomposed accents', 'difﬁ\u00adculté de l’e\u0301tat', 'difficulté de l’état'],
    ['a word cut at the end of a line', 'le projet de revi-\ntalisation du centre', 'le projet de revitalisation du centre'],
    ['a compound cut at its hyphen', 'la commune de Bully-les-\nMines et le sous-\npréfet', 'la commune de Bully-les-Mines et le sous-préfet'],
    ['wrapped lines', 'Le comité de suivi se réunit au moins une fois par an, à\nl’initiative de son président, et rend compte.',
      'Le comité de suivi se réunit au moins une fois par an, à l’initiative de son président, et rend compte.'],
    ['a sentence cut by a page number', 'Le bilan est transmis aux\n\nPage 3 sur 12\n\ncommunes signataires.',
      'Le bilan est transmis aux communes signataires.'],
    ['letters set apart', 'A R T I C L E  1  –  O B J E T', 'ARTICLE 1 – OBJET'],
  ])('takes out %s', (_, raw, expected) => {
    expect(clean(raw)).toBe(expected)
  })

  test('takes out headers and page numbers that come back on every page', () => {
    const text = clean(paged('Article 1 – Objet\n\nLa convention fixe le cadre et', 'la méthode.', 'Article 2 – Durée\n\nCinq ans.', 'Fin.'))
    expect(text.match(/Pays de Test/g) ?? []).toHaveLength(1)
    expect(text).toContain('La convention fixe le cadre et la méthode.')
    expect(text).not.toMatch(/^\d$/m)
  })

  test('takes out a table of contents, with or without leaders', () => {
    const contents =
      'SOMMAIRE\nArticle 1 – Objet ........ 2\nArticle 2 – Durée  3\n\nArticle 1 – Objet\n\nLe cadre.\n\nArticle 2 – Durée\n\nCinq ans.'
    expect(clean(contents)).toBe('Article 1 – Objet\n\nLe cadre.\n\nArticle 2 – Durée\n\nCinq ans.')
  })

  test('joins a sentence that a stamp interrupts, and keeps the rest of its line', () => {
    const stamp =
      'Envoyé en préfecture le 05/07/2023 Reçu en préfecture le 05/07/2023 Publié le 06/07/2023 ID : 013-241300417-20230629-DEL-2023-88-DE'
    expect(clean(`Le bilan est ${stamp} rendu public.`)).toBe('Le bilan est rendu public.')
    expect(clean(`Le bilan est rendu\n\n${stamp.replace(/ (?=Reçu|Publié|ID)/g, '\n')}\n\npublic chaque année.`))
      .toBe('Le bilan est rendu public chaque année.')
  })

  test('keeps numbered lists, blanks to fill and sentences that tell of a transmission', () => {
    const text =
      'Les parties :\n\n1. agissent ;\n2. rendent compte.\n\nLa délibération a été transmise en préfecture le 3 mai 2023 et publiée le 5 mai 2023.'
    expect(clean(text)).toBe(text)
  })
})

describe('the way back', () => {
  const scraps = [
    'Article 1 – Objet', 'le projet de revi-\ntalisation ', '**gras**', '- ↳ item', ' ﬁn', 'e\u0301tat', '\n\n', '\n', '\f', 'Page 2 sur 3',
    '062-216201863-20221214-2022-120-DE', '&nbsp;', '<br>', '   ', '\t', '| a | b |', 'Reçu en préfecture le 16/12/2022', '👍', '\ud800',
  ]
  const garbled = fc.array(fc.oneof(fc.constantFrom(...scraps), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 30 })
    .map((parts) => parts.join(''))

  test('leads every character to where it was printed, in order, inside the text', () => {
    fc.assert(fc.property(garbled, (raw) => {
      const { source, lines, stamps } = cleanText(raw)
      expect(source.at).toHaveLength(source.clean.length + 1)
      expect(source.at.every((place, index) => place >= (source.at[index - 1] ?? 0) && place <= raw.length)).toBe(true)
      expect(lines.every((line) => line.start <= line.end && line.end <= source.clean.length)).toBe(true)
      for (const { span, raw: words } of stamps) expect(raw.slice(span.start, span.end)).toBe(words)
    }), { numRuns: 2_000 })
  })

  test('holds the very words, where no mark or noise parts them', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('Le maire', 'présente', 'chaque année', 'un bilan', 'à Lens', '**gras**', 'l’État,'),
      { minLength: 1, maxLength: 20 }), fc.nat(), (parts, at) => {
      const raw = parts.join(' ')
      const { source } = cleanText(raw)
      const start = at % source.clean.length
      const span = rawSpan(source, start, Math.min(start + 6, source.clean.length))
      expect(raw.slice(span.start, span.end).replaceAll('*', '')).toBe(source.clean.slice(start, start + 6))
    }), { numRuns: 1_000 })
  })
})
