// What a file is, from its bytes; its name only tells Markdown from plain text and is compared with what was found.
import type { ExtractionProblem } from './extraction.ts'

/** `zip`: to be opened to know more. */
type Container = 'pdf' | 'zip' | 'text'
type Sniffed = { readonly container: Container } | { readonly problem: ExtractionProblem }

const ascii = (bytes: Uint8Array, start: number, end: number): string => String.fromCharCode(...bytes.subarray(start, end))

export function sniff(bytes: Uint8Array): Sniffed {
  const head = ascii(bytes, 0, 1024)
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return { container: 'zip' }
  if (/%PDF-\d/.test(head)) return { container: 'pdf' }
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { problem: holdsWide(bytes, 'EncryptedPackage') ? 'encrypted' : 'oldWord' }
  if (/^\s*(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(head)) return { problem: 'rtf' }
  if (/^(\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM.{4}\0\0\0\0|RIFF.{4}WEBP|.{4}ftyp(heic|avif|mif1))/s.test(head)) return { problem: 'image' }
  if (/^(?:\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html|head|body)\b/is.test(head)) return { problem: 'html' }
  if (/^(7z\xbc\xaf|Rar!|\x1f\x8b|BZh|\xfd7zXZ|MZ|\x7fELF)/.test(head)) return { problem: 'unknownFormat' }
  return { container: 'text' }
}

/** The name of a stream in an old Office container, written in UTF-16. */
const holdsWide = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))

type OfficeFormat = 'docx' | 'odt'

/** `mimetype`: content of the part of that name. */
export function officeFormat(names: ReadonlySet<string>, mimetype: string): OfficeFormat | ExtractionProblem {
  if (/^application\/vnd\.oasis\.opendocument\.text(-template|-web|-master)?$/.test(mimetype)) return 'odt'
  if (mimetype.startsWith('application/vnd.oasis') || names.has('xl/workbook.xml') || names.has('ppt/presentation.xml')) return 'otherOffice'
  if (names.has('word/document.xml') || (names.has('[Content_Types].xml') && names.has('_rels/.rels'))) return 'docx'
  if (names.has('content.xml') && names.has('META-INF/manifest.xml')) return 'odt'
  return 'unknownFormat'
}

const extensions: Record<string, readonly string[]> = {
  pdf: ['pdf'],
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  odt: ['odt', 'ott'],
  markdown: ['md', 'markdown', 'txt', 'text'],
  text: ['txt', 'text', 'md', 'markdown'],
}

export const extensionOf = (fileName: string): string => /\.([a-z0-9]{1,10})$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? ''

/** True when the name announces a format that we know and that is not the one found. */
export function contradicts(fileName: string, format: string): boolean {
  const extension = extensionOf(fileName)
  const known = Object.values(extensions).flat().includes(extension)
  return known && !(extensions[format] ?? []).includes(extension)
}

/** By its name, else by its headings. */
export const isMarkdown = (fileName: string, text: string): boolean =>
  ['md', 'markdown'].includes(extensionOf(fileName)) || /^#{1,6} \S/m.test(text)
