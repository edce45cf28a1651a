// Words inside XML: what it cannot hold is left out, what it would take for a mark is kept as words.

/** Without the characters that XML 1.0 has no way to write: controls, lone surrogates, U+FFFE and U+FFFF. */
export const xmlWords = (words: string): string => words.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')

/** For the content of an element or the value of an attribute between quotation marks. */
export const escapeXml = (words: string): string =>
  xmlWords(words).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** An element; attributes that are undefined are left out, children are XML already. */
export function element(name: string, attributes: Readonly<Record<string, string | undefined>>, ...children: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeXml(value)}"`])).join('')
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`
}
