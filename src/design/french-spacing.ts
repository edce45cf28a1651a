// French spacing in a rendered page: no line may begin with a colon or end with an opening guillemet, without anyone typing a no-break space.

const space = / [:;?!»](?![a-z])|« /g
/** A whole tag, its attributes included: they may hold `>`, never `<`. */
const tag = /<\/?([a-z][a-z0-9]*)?(?:[^<>"']|"[^"]*"|'[^']*')*>/y
const untouched = new Set(['textarea', 'pre', 'code', 'script', 'style'])

/**
 * Makes the space before `: ; ? ! »` and after `«` unbreakable in the words of a page: same length, attributes, code and typed text untouched.
 */
export const frenchSpacing = (html: string): string =>
  html.replace(space, (found, at: number) => (isWords(html, at) ? found.replace(' ', '\u00a0') : found))

/** True when this place of the page is text that people read: outside tags, and not right inside code or a field. */
function isWords(html: string, at: number): boolean {
  tag.lastIndex = html.lastIndexOf('<', at)
  if (tag.lastIndex < 0) return true
  const opened = tag.exec(html)
  return opened !== null && opened.index + opened[0].length <= at && (opened[0].startsWith('</') || !untouched.has(opened[1] ?? ''))
}
