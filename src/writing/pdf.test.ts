// PDF: accessible, the same bytes each time, whatever the words; in a process of its own, bundled as it is in production.
import { existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Plugin, build } from 'esbuild'
import fc from 'fast-check'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Pdf, writePdf } from './pdf.ts'
import { layOut } from './pdf-engine.ts'
import { printedText } from './pdf-page.ts'
import { printable } from './printable.ts'
import { amendedText, piece, textOfArticles } from './testing/texts.ts'

const built = new URL('../../build/tests/writing/', import.meta.url)
const childFile = new URL('pdf-child.js', built)
const absent = new URL('absent.js', built)
const bytesOf = (pdf: Pdf): Buffer => Buffer.from(pdf.ok ? pdf.bytes : pdf.problem)
const opened = async (bytes: Uint8Array) => await getDocumentProxy(new Uint8Array(bytes))

/** A program in the place of the one that lays out. */
function impostor(name: string, whatItDoes: string): URL {
  const file = new URL(`${name}.mjs`, built)
  writeFileSync(file, whatItDoes)
  return file
}

/** The real process on a machine for which the engine has no program. */
const withoutEngine: Plugin = {
  name: 'without-engine',
  setup: (bundle) => bundle.onResolve({ filter: /typst/ }, () => ({ path: './no-engine-here.js', external: true })),
}

beforeAll(async () => {
  const entry = fileURLToPath(new URL('pdf-child.ts', import.meta.url))
  const common = { outdir: fileURLToPath(built), bundle: true, platform: 'node', format: 'esm', target: 'node20' } as const
  await build({ ...common, entryPoints: [entry], packages: 'external' })
  await build({ ...common, entryPoints: { lacking: entry }, plugins: [withoutEngine] })
})

describe('the PDF of a text', () => {
  it('holds its words, its title, its language, an outline, and is tagged for whoever listens', async () => {
    const bytes = bytesOf(await writePdf(amendedText, { childFile }))
    const document = await opened(bytes)
    const { text } = await extractText(document, { mergePages: true })
    const words = text.replace(/\s+/g, ' ')
    for (const said of ['Version en vigueur au 1er juillet 2025.', 'Article 5 – Gouvernance', 'Il se réunit trois fois par an.', 'voir « C:\\plan_a » #1 [note] $y$ @z ~ {t}.',
      'Chef de projet', 'Modifié par l’avenant n° 1, en vigueur le 1er avril 2024.', 'Abrogé par l’avenant', 'page 1 sur 2']) expect(words).toContain(said)
    const { info } = await getMeta(document)
    expect(info).toMatchObject({ Title: 'Convention-cadre « chapeau » de Bourg-Neuf'.replace('« ', '«\u00a0').replace(' »', '\u00a0»'), Language: 'fr-FR' })
    expect((await document.getOutline())?.map(({ title }) => title.replace(/\s/g, ' '))).toContain('Article 5 – Gouvernance')
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
    expect(bytes.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })
  it('is the same bytes for the same text, in this process or in another', async () => {
    const first = bytesOf(await writePdf(amendedText, { childFile }))
    expect(bytesOf(await writePdf(amendedText, { childFile })).equals(first)).toBe(true)
    expect(bytesOf(await writePdf(amendedText, { childFile: absent })).equals(first)).toBe(true)
  })
  it('is laid out whatever the words, none of which is read as a mark', async () => {
    const marks = fc.constantFrom('#let x = 1', '$', '*gras*', '_a_', '`', '= Titre', '- ', '\\', '<a>', '@b', '//', '"', '#panic()', '\n', '|', ' | ', '[', '{', '~', '漢', '\u0301')
    const words = fc.array(fc.oneof(marks, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 12 }).map((parts) => parts.join(''))
    await fc.assert(fc.asyncProperty(words, words, async (heading, text) => {
      const article = { number: '1', heading, depth: 1, text, span: { start: 0, end: 0 } }
      const pdf = await layOut(printedText(textOfArticles(heading, [article, { ...article, depth: 4 }])))
      expect(pdf?.length).toBeGreaterThan(1000)
    }), { numRuns: 60 })
    const nasty = '#panic("x") *a* _b_ $c$ `d` = e <f> @g \\h // i'
    const said = textOfArticles('T', [{ number: '1', heading: nasty, depth: 1, text: `= ${nasty}`, span: { start: 0, end: 0 } }])
    const { text } = await extractText(await opened(bytesOf(await writePdf(said))), { mergePages: true })
    expect(text.replace(/\s+/g, ' ')).toContain(`Article 1 – ${nasty} = ${nasty}`)
  })
  it('shows every character it says it can, and a square for the others', async () => {
    const all = Array.from({ length: 0x10000 - 0x20 }, (_, rank) => String.fromCharCode(rank + 0x20)).filter((one) => printable(one) === one && one !== '□')
    expect(all.length).toBeGreaterThan(2500)
    const text = { ...amendedText, nodes: amendedText.nodes.slice(0, 1).map((node) => ({ ...node, pieces: [piece(all.join(' '))] })) }
    expect((await layOut(printedText(text)))?.length).toBeGreaterThan(10_000)
    expect(printable('œ漢字\u0000\u200b « a » : 55 000 € e\u0301')).toBe('œ□□ «\u00a0a\u00a0»\u00a0: 55\u202f000\u202f€ é')
  })
})

describe('the process that lays out', () => {
  it('is killed when it takes too long', async () => {
    const held = impostor('held', 'for (;;);')
    expect(await writePdf(amendedText, { childFile: held, milliseconds: 300 })).toEqual({ ok: false, problem: 'tooLong' })
  })
  it('is dropped when whoever asked has left, before or half-way', async () => {
    const left = new AbortController()
    const asked = writePdf(amendedText, { childFile: impostor('waits', 'setInterval(() => undefined, 1000)'), signal: left.signal })
    setTimeout(() => left.abort(), 200)
    expect(await asked).toEqual({ ok: false, problem: 'cancelled' })
    expect(await writePdf(amendedText, { childFile, signal: left.signal })).toEqual({ ok: false, problem: 'cancelled' })
  })
  it('may fail, or miss its engine, and says which', async () => {
    expect(await writePdf(amendedText, { childFile: impostor('fails', 'process.exitCode = 1') })).toEqual({ ok: false, problem: 'failed' })
    expect(await writePdf(amendedText, { childFile: new URL('lacking.js', built) })).toEqual({ ok: false, problem: 'engineMissing' })
  })
  it('waits for its turn, and each gets its own text', async () => {
    const titles = ['Un', 'Deux', 'Trois', 'Quatre']
    const pdfs = await Promise.all(titles.map(async (title) => writePdf({ ...amendedText, title }, { childFile })))
    const read = await Promise.all(pdfs.map(async (pdf) => (await getMeta(await opened(bytesOf(pdf)))).info['Title']))
    expect(read).toEqual(titles)
    expect(existsSync(childFile)).toBe(true)
  })
})
