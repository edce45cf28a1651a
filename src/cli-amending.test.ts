// The commands `consolidate` and `redline`, on files of the samples and on files that are not there.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { amend } from './cli-amending.ts'

const sample = (file: string): string => `src/amending/samples/10-conflit/${file}`
const [base, first, second] = [sample('base.md'), sample('avenant-1.md'), sample('avenant-2.md')]

async function run(verb: 'consolidate' | 'redline', ...words: readonly string[]) {
  const said = { code: -1, answer: '', beside: '' }
  said.code = await amend(verb, words, {
    usage: 'Usage :\n', tell: (text) => { said.answer += text }, warn: (text) => { said.beside += text },
  })
  return said
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chapeau-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('consolidate', () => {
  test('prints the text of the day, which can be read again, and tells conflicts beside it', async () => {
    const before = await run('consolidate', base, first, second, '--on', '2022-01-01')
    expect(before).toMatchObject({ code: 0, beside: '' })
    expect(before.answer).toContain('## Article 2 – Gouvernance\n\nLe comité de pilotage se réunit trois fois par an.')
    const after = await run('consolidate', base, first, second, '--on', '01/02/2023')
    expect(after.answer).toContain('participation de 125 000 € par an')
    expect(after.beside).toMatch(/^avenant-2\.md : .* changent les mêmes mots de l’article 2/)
    const file = join(folder, 'after.md')
    writeFileSync(file, after.answer)
    expect((await run('redline', file, file)).answer).toBe('Aucune différence.\n')
    expect((await run('consolidate', file, first, '--on', '2020-01-01')).answer).toBe(after.answer)
  })

  test('says when files are in the wrong order, or one is given twice', async () => {
    expect((await run('consolidate', first, base)).beside).toMatch(/base\.md : aucune instruction .*\n.*avenant-1\.md est un avenant : donnez d’abord/s)
    expect(await run('consolidate', base, first, first)).toEqual({ code: 2, answer: '', beside: 'Le même fichier est donné deux fois.\n' })
  })

  test('gives provisions with their provenance, what is refused and what waits, as JSON', async () => {
    const { answer } = await run('consolidate', base, first, second, '--on', '2022-01-01', '--json')
    const result: { provisions: readonly { key: string; pieces: readonly object[] }[]; waiting: readonly object[] } & Record<string, unknown> =
      JSON.parse(answer)
    expect(result).toMatchObject({
      algorithm: 'chapeau.amending/1', on: '2022-01-01', refused: [], conflicts: [], unread: [],
      amendments: [{ entersOn: '2021-06-04', basis: 'signature' }, { entersOn: '2023-02-01', basis: 'stated' }],
    })
    const read: { amendments: readonly { instructions: readonly { id: string; sentence: string }[] }[] } = JSON.parse(answer)
    expect(read.amendments[0]?.instructions[0]).toMatchObject({ id: `${first}#1`, article: '1', change: { verb: 'replace' } })
    expect(result.waiting.length).toBeGreaterThan(3)
    expect(result.provisions.find(({ key }) => key === 'article-2')?.pieces).toContainEqual(
      { text: 'trois fois par an', by: first, instruction: `${first}#1` })
  })

  test('says which article of the amendment was not understood', async () => {
    const file = join(folder, 'flou.txt')
    writeFileSync(file, 'AVENANT N° 1\n\nArticle 1\n\nL’article 1er est abrogé.\n\nArticle 2\n\nLes articles 3 et 4 sont fusionnés.\n\n'
      + 'Fait à Lens, le 3 mai 2024\n')
    expect((await run('consolidate', base, file, '--on', '2030-01-01')).beside).toMatch(/^flou\.txt, article 2 : Ces mots ordonnent/m)
  })

  test('waits for an amendment without a date, unless a day is given', async () => {
    const file = join(folder, 'avenant.txt')
    writeFileSync(file, 'AVENANT N° 1\n\nArticle 1\n\nÀ l’article 5, les mots : « cinq ans » sont remplacés par les mots : « six ans ».\n')
    const waiting = await run('consolidate', base, file, '--on', '2030-01-01')
    expect(waiting.answer).toContain('dure cinq ans')
    expect(waiting.beside).toBe('avenant.txt : sa date de signature n’a pas été trouvée ; ses instructions attendent. '
      + 'Donnez le jour de sa prise d’effet avec --assume-signed.\n')
    expect((await run('consolidate', base, file, '--on', '2030-01-01', '--assume-signed', '2029-12-31')).answer).toContain('dure six ans')
  })

  test.each([
    [['--on', '2023-02-30', base, first], 2, /date existante/], [[base], 2, /^Usage/], [[base, 'nowhere.md'], 1, /« nowhere\.md » est introuvable/],
    [['--unknown', base, first], 2, /^Usage/],
  ] as const)('%j ends with code %s', async (words, code, beside) => {
    const said = await run('consolidate', ...words)
    expect(said).toMatchObject({ code, answer: '' })
    expect(said.beside).toMatch(beside)
  })
})

test('redline marks what goes and what comes, in words too', async () => {
  const file = join(folder, 'changed.md')
  writeFileSync(file, (await run('consolidate', base, first, '--on', '2022-01-01')).answer)
  const { answer, code } = await run('redline', base, file)
  expect(code).toBe(0)
  expect(answer).toMatch(/^3 parties modifiées, 1 nouvelle\. \[-supprimé-\] \{\+ajouté\+\}\n/)
  expect(answer).toContain('## Article 2 – Gouvernance (modifié)\n\nLe comité de pilotage se réunit [-deux-]{+trois+} fois par an.')
  expect(answer).toContain('## Article 4 bis – {+Évaluation+} (nouveau)')
  const parts: readonly { status: string }[] = JSON.parse((await run('redline', base, file, '--json')).answer)
  expect(parts.filter(({ status }) => status !== 'same').length).toBe(4)
  expect((await run('redline', base)).code).toBe(2)
})
