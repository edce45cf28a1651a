// Whatever the bytes, an answer and never an exception: noise, cut files, files with changed bits.
import fc from 'fast-check'
import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import { describe, expect, it } from 'vitest'
import { extract } from './extract.ts'
import { problemSentences, warningSentences } from './sentences.ts'
import { writePdf } from './testing/pdf-file.ts'
import { writeZip } from './testing/zip-file.ts'

const texts = ['Article 1 – Objet', 'La présente convention dure cinq ans.', 'Le comité de suivi se réunit une fois par an.']
const names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
const paragraphs = texts.map((text) => `<text:p>${text}</text:p>`).join('')
const odt = writeZip([
  { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
  {
    name: 'content.xml', deflate: true, content: `<office:c ${names}><office:body><office:text>${paragraphs}</office:text></office:body></office:c>`,
  },
])
const pdf = writePdf(
  [{ lines: texts.map((text, index) => ({ text, x: 60, y: 100 + index * 14 })) }, { lines: [{ text: 'Fait à Lens', x: 60, y: 100 }] }],
)
const docx = async (): Promise<Uint8Array> =>
  Packer.toBuffer(new Document({ sections: [{ children: texts.map((text) => new Paragraph({ text, heading: HeadingLevel.HEADING_2 })) }] }))

const longest = 10_000
async function isAnswered(bytes: Uint8Array, name: string): Promise<void> {
  const began = performance.now()
  const read = await extract(bytes, name)
  const known = read.ok ? read.warnings.every(({ code }) => code in warningSentences) && read.text !== '' : read.problem in problemSentences
  expect(known).toBe(true)
  expect(performance.now() - began).toBeLessThan(longest)
}

const name = fc.constantFrom('a.pdf', 'a.docx', 'a.odt', 'a.md', 'a.txt', 'a')

/* oxlint-disable vitest/expect-expect -- each property expects in `isAnswered` */
describe('a hostile file is always answered', () => {
  it('when it is noise, with or without the first bytes of a known format', async () => {
    const head = fc.constantFrom('', '%PDF-1.7\n', 'PK\x03\x04', 'PK\x05\x06', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '\xff\xfe', '\xef\xbb\xbf')
    await fc.assert(fc.asyncProperty(head, fc.uint8Array({ maxLength: 4000 }), name, async (start, noise, fileName) =>
      isAnswered(Buffer.concat([Buffer.from(start, 'latin1'), noise]), fileName)), { numRuns: 300 })
  }, 60_000)

  it('when it is a real file cut anywhere', async () => {
    const files = [odt, pdf, await docx()]
    const cut = fc.tuple(fc.constantFrom(...files), fc.double({ min: 0, max: 1, noNaN: true }), name)
    await fc.assert(
      fc.asyncProperty(
        cut, async ([file, share, fileName]) => isAnswered(file.subarray(0, Math.floor(file.length * share)), fileName),
      ), { numRuns: 150 },
    )
  }, 60_000)

  it('when bits of a real file are flipped', async () => {
    const files = [odt, pdf, await docx()]
    const flips = fc.array(fc.tuple(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.integer({ min: 0, max: 7 })), { minLength: 1, maxLength: 30 })
    await fc.assert(fc.asyncProperty(fc.constantFrom(...files), flips, name, async (file, places, fileName) => {
      const changed = Uint8Array.from(file)
      for (const [share, bit] of places) {
        const at = Math.floor(share * changed.length)
        changed[at] = (changed[at] ?? 0) ^ (1 << bit)
      }
      return isAnswered(changed, fileName)
    }), { numRuns: 300 })
  }, 60_000)
})

describe('every sentence shown to a person', () => {
  it('is French with its hard spaces, says what happened and, for a problem, what to do', () => {
    for (const sentence of Object.values(problemSentences)) expect(sentence).toMatch(/[.!?] [A-ZÉ]/)
    for (const sentence of [...Object.values(problemSentences), ...Object.values(warningSentences)]) expect(sentence).not.toMatch(/ [:;?!»]|« |'/)
  })
})
