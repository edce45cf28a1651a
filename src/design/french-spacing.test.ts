// French spacing keeps tags, code and typed text as they are.
import { expect, test } from 'vitest'
import { frenchSpacing } from './french-spacing.ts'

test('a colon, a question mark and guillemets hold to their word', () => {
  expect(frenchSpacing('<p>Il dit : « oui » !</p>')).toBe('<p>Il dit\u00a0: «\u00a0oui\u00a0»\u00a0!</p>')
})

test('attributes, code and what people typed are left as they are', () => {
  const html = '<input value="a > b : c"><textarea>x : y</textarea><pre>k : v</pre><a title=\'« z »\'></a>'
  expect(frenchSpacing(html)).toBe(html)
})

test('the text keeps its length, so that offsets in it still hold', () => {
  const html = '<p>Article 5 : « Le comité » ; quand ?</p>'
  expect(frenchSpacing(html)).toHaveLength(html.length)
})

test('a page of a megabyte of unclosed tags takes no time', () => {
  const started = performance.now()
  frenchSpacing('<a " : '.repeat(200_000))
  expect(performance.now() - started).toBeLessThan(2000)
})
