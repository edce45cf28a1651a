// What changed: announced in words, told by its shape, folded where nothing did.
import { expect, test } from 'vitest'
import { htmlFragment } from './document.ts'
import { Redline, type RedlinePart, type RedlineRun } from './redline.tsx'
import { redlineSentence, RedlineSummary } from './redline-summary.tsx'

const run = (kind: RedlineRun['kind'], text: string): RedlineRun => ({ kind, text })
const part = (number: string, given: Partial<RedlinePart>): RedlinePart => ({
  key: `article-${number}`, number, formerNumber: null, depth: 1, status: 'same', headingRuns: [run('same', 'Objet')],
  paragraphs: [{ status: 'same', runs: [run('same', 'Un texte.\n\n')] }], ...given,
})
const changed = part('5', { status: 'changed', paragraphs: [
  { status: 'changed', runs: [run('same', 'Il se réunit '), run('deleted', 'une fois'), run('inserted', '<b>trois</b> fois'), run('same', ' par an.\n')] },
  { status: 'inserted', runs: [run('inserted', '- un élément de plus ;')] },
] })

test('words added and removed are announced by words, begun and ended, and escaped', () => {
  const html = htmlFragment(<Redline parts={[changed]} />)
  expect(html).toMatch(/<del[^>]*><span class="visually-hidden redline-said">\[début de suppression\] <\/span>une fois<span[^>]*> \[fin de suppression\] <\/span><\/del>/)
  expect(html).toMatch(/<ins[^>]*><span[^>]*>\[début d’ajout\] <\/span>&lt;b>trois&lt;\/b> fois<span[^>]*> \[fin d’ajout\] <\/span><\/ins>/)
  expect(html).toContain('<p class="redline-inserted-words redline-item">')
})

test('a part says its state, and shows the number it had', () => {
  const html = htmlFragment(<Redline parts={[changed, part('9', { status: 'renumbered', formerNumber: '8' })]} />)
  expect(html).toMatch(/id="article-5-title".*Modifié/s)
  expect(html).toMatch(/<del[^>]*>.*Article 8.*<\/del><ins[^>]*>.*Article 9.*<\/ins>.*Renuméroté/s)
})

test('what did not change is folded: parts that follow each other, long paragraphs of a part that changed', () => {
  const html = htmlFragment(<Redline parts={[part('1', {}), part('2', {}), part('3', { status: 'changed', paragraphs: [
    { status: 'same', runs: [run('same', 'mot '.repeat(80))] }, { status: 'inserted', runs: [run('inserted', 'Neuf.')] }, { status: 'same', runs: [run('same', 'Bref.')] },
  ] }), part('annexe 1', {})]} />)
  expect([...html.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, words]) => words))
    .toEqual(['Articles 1 à 2 : inchangés', '1 alinéa inchangé', 'Annexe 1 : inchangé'])
  expect(html).toContain('<p class="redline-same-words">Bref.</p>')
})

test('neighbours that are not all articles are named one by one', () => {
  const summary = (...numbers: string[]) => /<summary>(.*?)<\/summary>/.exec(htmlFragment(<Redline parts={numbers.map((number) => part(number, {}))} />))?.[1]
  expect(summary('intitulé', '1', '3.1')).toBe('De l’intitulé à l’article 3.1 : inchangés')
  expect(summary('préambule', 'annexe 2')).toBe('Du préambule à l’annexe 2 : inchangés')
  expect(summary('1', 'préambule')).toBe('De l’article 1 au préambule : inchangés')
})

test('side by side, each side holds its own words, and says when it has none', () => {
  const html = htmlFragment(<Redline parts={[changed]} layout="sides" />)
  const [first = '', second = ''] = html.split('redline-row').slice(1)
  expect(first).toMatch(/Avant<\/p><p><!---->|Avant<\/p><p>/)
  expect(first.split('Après')[0]).not.toContain('trois')
  expect(first.split('Après')[1]).not.toContain('une fois')
  expect(second.split('Après')[0]).toContain('Rien')
})

test('one sentence says how much changed', () => {
  expect(redlineSentence([part('1', {})])).toBe('Rien n’a changé.')
  expect(redlineSentence([changed, { ...changed, key: 'x' }, part('9', { status: 'inserted', headingRuns: [run('inserted', 'L’objet')] })]))
    .toBe('2 articles modifiés, 1 ajouté ; 17 mots ajoutés, 4 supprimés.')
  expect(redlineSentence([part('8', { status: 'deleted', headingRuns: [run('deleted', 'Litiges')] })])).toBe('1 article supprimé ; 1 mot supprimé.')
  expect(redlineSentence([part('9', { status: 'renumbered', formerNumber: '8' })])).toBe('1 article renuméroté.')
  expect(htmlFragment(<RedlineSummary parts={[part('1', {}), changed]} />)).toContain('<a href="#article-5">Article 5</a>')
})
