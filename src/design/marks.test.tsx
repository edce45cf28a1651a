// Marked texts: segments cover the text once, overlaps nest, and every fact can be reached from its words.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { htmlFragment } from './document.ts'
import { MarkedText, paragraphs, segments, type Mark } from './marks.tsx'

const mark = (id: string, start: number, end: number): Mark => ({ id, start, end, family: 'party' })

test('two facts that overlap are cut where each begins and ends', () => {
  const cut = segments(20, [mark('a', 2, 10), mark('b', 6, 14)])
  expect(cut.map(({ start, end, marks }) => [start, end, marks.map(({ id }) => id).join('')])).toEqual([
    [0, 2, ''], [2, 6, 'a'], [6, 10, 'ab'], [10, 14, 'b'], [14, 20, ''],
  ])
})

test('a fact inside another is the innermost, whichever comes first in the list', () => {
  for (const marks of [[mark('wide', 0, 10), mark('narrow', 3, 6)], [mark('narrow', 3, 6), mark('wide', 0, 10)]]) {
    expect(segments(10, marks)[1]?.marks.map(({ id }) => id)).toEqual(['wide', 'narrow'])
  }
})

test('whatever the marks, the segments give the text back, each character once', () => {
  const anyMark = fc.record({
    id: fc.string(), start: fc.integer({ min: -5, max: 60 }), end: fc.integer({ min: -5, max: 60 }), family: fc.constant<'party'>('party'),
  })
  fc.assert(
    fc.property(fc.array(anyMark, { maxLength: 12 }), fc.integer({ min: 1, max: 50 }), (marks, length) => {
      const cut = segments(length, marks)
      expect(cut[0]?.start).toBe(0)
      expect(cut.at(-1)?.end).toBe(length)
      for (const [rank, segment] of cut.entries()) {
        expect(segment.end).toBe(cut[rank + 1]?.start ?? length)
        const covering = marks.filter(({ start, end }) => start < end && start <= segment.start && end >= segment.end)
        expect(segment.marks).toHaveLength(covering.length)
      }
    }),
  )
})

test('paragraphs are cut at blank lines and keep their place in the text', () => {
  const text = 'un\ndeux\n\n  \n\ntrois\n'
  expect(paragraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual(['un\ndeux', 'trois'])
})

test('a fact is linked to its place, said once by its family, and its first words carry the id', () => {
  const html = htmlFragment(<MarkedText text={'Entre Lens\n\net Liévin.'} marks={[mark('x', 6, 14)]} />)
  expect(html.match(/id="mark-x"/g)).toHaveLength(1)
  expect(html.match(/data-mark="x"/g)).toHaveLength(2)
  expect(html.match(/\[partie\]/g)).toHaveLength(1)
  expect(html).toContain('href="#fact-x"')
})

test('the words of a convention are text, never markup', () => {
  const html = htmlFragment(<MarkedText text={'<b onclick=x>Lens</b> & co'} marks={[mark('x', 3, 8)]} />)
  expect(html).not.toContain('<b')
  expect(html).toContain('&amp; co')
})

test('two megabytes with two thousand facts are marked in under a second', () => {
  const text = `${'Lorem ipsum dolor sit amet. '.repeat(20)}\n\n`.repeat(3600)
  const marks = Array.from({ length: 2000 }, (_, rank) => mark(String(rank), rank * 1000, rank * 1000 + 30))
  const before = performance.now()
  htmlFragment(<MarkedText text={text} marks={marks} />)
  expect(text.length).toBeGreaterThan(2_000_000)
  expect(performance.now() - before).toBeLessThan(1000)
})
