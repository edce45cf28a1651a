// Encodings of text files, and binary files that are none.
import { describe, expect, it } from 'vitest'
import { extract } from './extract.ts'

const sentence = 'Le préfet homologue la convention « chœur » : 55 000 €.'
const windows1252 = Buffer.from('Le préfet reçoit 55 000 \x80 d\x92aide.', 'latin1')

const textOf = async (bytes: Uint8Array, name = 'convention.txt'): Promise<string> => {
  const read = await extract(bytes, name)
  return read.ok ? read.text : read.problem
}

describe('a text file', () => {
  it('is read as UTF-8, with or without its mark', async () => {
    expect(await textOf(Buffer.from(sentence))).toBe(sentence)
    expect(await textOf(Buffer.from(`\ufeff${sentence}`))).toBe(sentence)
  })
  it('is read as UTF-16 in both orders, with its mark or recognised', async () => {
    const wide = Buffer.from(sentence, 'utf16le')
    expect(await textOf(Buffer.concat([Buffer.from([0xff, 0xfe]), wide]))).toBe(sentence)
    expect(await textOf(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]))).toBe(sentence)
    expect(await textOf(wide)).toBe(sentence)
  })
  it('is read as Windows-1252 when it is not UTF-8, and says that it was guessed', async () => {
    expect(await extract(windows1252, 'convention.txt')).toEqual({
      ok: true, format: 'text', text: 'Le préfet reçoit 55 000 € d’aide.', warnings: [{ code: 'encodingGuessed' }],
    })
  })
  it('has its line ends made plain', async () => {
    expect(await textOf(Buffer.from('un\r\ndeux\rtrois\n'))).toBe('un\ndeux\ntrois\n')
  })
  it('is Markdown by its name or by its headings', async () => {
    expect(await extract(Buffer.from('bonjour'), 'a.MD')).toMatchObject({ format: 'markdown' })
    expect(await extract(Buffer.from('# Convention\n\nbonjour'), 'a.txt')).toMatchObject({ format: 'markdown', warnings: [] })
    expect(await extract(Buffer.from('bonjour'), 'a.txt')).toMatchObject({ format: 'text' })
  })
})

describe('a file that is no text', () => {
  it('is refused when it holds NUL or control characters', async () => {
    expect(await textOf(Buffer.from('abc\0def'))).toBe('unknownFormat')
    expect(await textOf(Buffer.from(Array.from({ length: 300 }, (_, index) => 1 + (index % 31))))).toBe('unknownFormat')
  })
  it('is refused when it is empty or has no letter', async () => {
    expect(await textOf(new Uint8Array(0))).toBe('empty')
    expect(await textOf(Buffer.from(' \n\n --- \n'))).toBe('empty')
  })
  it.each([
    ['{\\rtf1\\ansi bonjour}', 'rtf'], ['<!DOCTYPE html><p>bonjour', 'html'], ['\x89PNG\r\n\x1a\n', 'image'], ['\xff\xd8\xff\xe0JFIF', 'image'],
    ['II*\0scan', 'image'], ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Word', 'oldWord'], ['Rar!\x1a', 'unknownFormat'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0', 'encrypted'],
  ])('%j is answered with %s', async (content, problem) => {
    expect(await textOf(Buffer.from(content, 'latin1'))).toBe(problem)
  })
  it('is refused when its name announces a document that it is not', async () => {
    expect(await textOf(Buffer.from('Erreur 404'), 'convention.pdf')).toBe('wrongExtension')
    expect(await textOf(Buffer.from('Erreur 404'), 'convention.docx')).toBe('wrongExtension')
  })
  it('is refused above 50 MB', async () => {
    expect(await textOf(new Uint8Array(50 * 1024 * 1024 + 1))).toBe('tooLarge')
  })
})
