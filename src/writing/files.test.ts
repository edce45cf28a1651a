// The door of the room: a file for each format, its name, and sentences for whoever cannot have one.
import { expect, it } from 'vitest'
import { formats, isTextFormat, textFormats, writeRedline, writeText, writingProblemSentences } from './files.ts'
import { amendedText } from './testing/texts.ts'
import { date } from '../kernel/date.ts'

it.each([
  ['pdf', '%PDF-', 'pdf'], ['docx', 'PK', 'docx'], ['markdown', '# Convention', 'md'], ['akoma-ntoso', '<?xml', 'xml'],
] as const)('gives the text as %s, named after its title and its day', async (format, start, extension) => {
  const written = await writeText(format, amendedText)
  if (!written.ok) throw new Error(written.problem)
  expect(Buffer.from(written.file.bytes).toString('utf8').startsWith(start)).toBe(true)
  expect(written.file).toMatchObject({ name: `convention-cadre-chapeau-de-bourg-neuf-2025-07-01.${extension}`, mediaType: formats[format].mediaType })
})

it('gives names that any machine accepts, whatever the title', async () => {
  const nameOf = async (title: string) => {
    const written = await writeText('markdown', { ...amendedText, title })
    return written.ok ? written.file.name : written.problem
  }
  expect(await nameOf('')).toBe('texte-2025-07-01.md')
  expect(await nameOf('../« Œuvre » n° 1 / d’Étaples')).toBe('oeuvre-n-1-d-etaples-2025-07-01.md')
  expect(await nameOf('Convention cadre pluriannuelle de revitalisation du territoire de la communauté')).toBe(
    'convention-cadre-pluriannuelle-de-revitalisation-du-2025-07-01.md')
})

it('gives what changed as a Word document', async () => {
  const about = { title: 'Convention', operation: 'ORT', versions: 'Du 5 avril 2023 au 1er juillet 2025', summary: '', author: 'Avenant n° 1' }
  const file = await writeRedline({ ...about, date: date('2024-04-01'), on: date('2025-07-01'), nodes: [] })
  expect(file.name).toBe('convention-2025-07-01-modifications.docx')
  expect(Buffer.from(file.bytes).toString('latin1').startsWith('PK')).toBe(true)
})

it('knows its formats, and says in French why there is no file', () => {
  expect(textFormats.every(isTextFormat)).toBe(true)
  expect(isTextFormat('exe')).toBe(false)
  expect(Object.values(writingProblemSentences).every((sentence) => /^[A-Z].{30,}\.$/s.test(sentence))).toBe(true)
})
