// The papers at the door say what the code does: import table, settings, links, decisions, metadata.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { features, kinds, table } from './floors.ts'

const read = (path: string): string => readFileSync(path, 'utf8')
const rowsOf = (text: string): readonly (readonly string[])[] =>
  text.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
const decisions = readdirSync('docs/decisions').map((name) => `docs/decisions/${name}`)
const papers = [
  'README.md', 'LISEZMOI.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md',
  ...readdirSync('docs').filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`), ...decisions,
]

describe('the architecture page', () => {
  const page = read('ARCHITECTURE.md')

  it('gives the import table that the check enforces', () => {
    const rows = new Map(rowsOf(page).map(([file = '', ...cells]) => [/^[a-z]+/.exec(file)?.[0] ?? '', cells]))
    for (const kind of kinds) {
      const [files = '', packages = ''] = rows.get(kind) ?? []
      const all = files === 'everything' ? kinds : kinds.filter((other) => other !== 'test')
      const written = files.startsWith('everything') ? all : files.split(', ')
      expect([kind, ...[...written].sort()]).toEqual([kind, ...[...table[kind].files].sort()])
      const allowed = table[kind].packages
      expect([kind, packages === 'any']).toEqual([kind, allowed === undefined])
      expect([kind, packages === 'none']).toEqual([kind, allowed?.test('') === true])
    }
  })

  it('gives the features in their order', () => {
    expect(page).toContain(`before them: ${features.join(' → ')}.`)
    expect([...features].sort()).toEqual(readdirSync('src/features').sort())
  })
})

describe('the settings', () => {
  const settings = [...new Set([...read('src/platform/config.ts').matchAll(/text\('([A-Z_]+)'\)/g)].map((match) => match[1] ?? ''))].sort()
  const namesIn = (path: string) =>
    [...new Set(rowsOf(read(path)).flatMap(([name = '']) => [...name.matchAll(/`([A-Z_]{4,})`/g)].map((match) => match[1])))].sort()

  it.each(['README.md', 'LISEZMOI.md', 'docs/operations.md'])('of the program are all in %s, and no others', (path) => {
    expect(settings.length).toBeGreaterThan(5)
    expect(namesIn(path)).toEqual(settings)
  })
})

describe('the papers', () => {
  const found = (path: string, pattern: RegExp): readonly string[] => [...read(path).matchAll(pattern)].map((match) => match[1] ?? '')

  it('link to files that exist', () => {
    const links = papers.flatMap((path) => found(path, /(?<!!)\[[^\]]*\]\(([^)#]+)[^)]*\)/g).map((target) => ({ path, target })))
    expect(links.filter(({ path, target }) => !target.startsWith('http') && !existsSync(join(dirname(path), target)))).toEqual([])
  })

  it('name files of the program that exist', () => {
    const named = /`((?:src|bin|docs|migrations|public|journeys|demonstration)\/[\w./-]*\w)`/g
    const names = papers.flatMap((path) => found(path, named).map((target) => ({ path, target })))
    expect(names.filter(({ target }) => !target.includes('NNNN') && !existsSync(target))).toEqual([])
  })

  it.each(decisions)('%s says the context, the decision, its consequences, and what would change it', (path) => {
    expect(path).toMatch(/\/\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.md$/)
    const bold = [...read(path).matchAll(/^\*\*([A-Z][^*]+?)\.\*\*/gm)].map((match) => match[1])
    expect(bold).toEqual(expect.arrayContaining(['Context', 'Consequences', 'What would change our mind']))
    expect(bold.some((word) => word?.startsWith('Decision'))).toBe(true)
  })

  it('say the same in English and in French, section by section', () => {
    const count = (path: string, pattern: RegExp) => read(path).match(pattern)?.length
    const shape = (path: string) => ({ sections: count(path, /^## /gm), rows: rowsOf(read(path)).length, points: count(path, /^- /gm) })
    expect(shape('LISEZMOI.md')).toEqual(shape('README.md'))
  })

  it('give the same version and licence everywhere', () => {
    const { version, license }: { version: string; license: string } = JSON.parse(read('package.json'))
    expect(read('publiccode.yml')).toContain(`softwareVersion: "${version}"`)
    expect(read('publiccode.yml')).toContain(`license: ${license}`)
    expect(read('src/version.ts')).toContain(`'${version}'`)
    expect(read('LICENSE')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/)
  })
})
