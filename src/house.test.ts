// The rules of the house, held as failures: floors, circles, purity, sizes, names, sources of law, glossary.
import { describe, expect, it } from 'vitest'
import { breach, breaches, circles, features, placeOf } from './testing/house/floors.ts'
import { importsOf, isCode, isTest, linesWith, readSources, withoutComments, withoutWords, type Source } from './testing/house/sources.ts'

const sources = readSources()
const code = sources.filter(isCode)
const program = code.filter((source) => source.path.startsWith('src/') && !isTest(source) && !source.path.startsWith('src/testing/'))

/** Each place a pattern stands in, as `file:line`. */
const places = (among: readonly Source[], pattern: RegExp, reduce: (text: string) => string = (text) => text): readonly string[] =>
  among.flatMap((source) => linesWith(reduce(source.text), pattern).map((line) => `${source.path}:${line}`))

/** Comments emptied line by line, so that line numbers hold. */
const keepingLines = (reduce: (text: string) => string) => (text: string): string =>
  text.split('\n').map(reduce).join('\n')

describe('the floors', () => {
  it('are respected by every import', () => {
    expect(breaches(sources)).toEqual([])
  })

  it('hold no circle of files, type imports included', () => {
    expect(circles(code)).toEqual([])
  })

  it('name every feature there is', () => {
    const present = new Set(program.flatMap(({ path }) => /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? []))
    expect([...present].filter((feature) => !features.some((known) => known === feature))).toEqual([])
  })

  it('are seen by this check: it catches a page that reads the database, a low feature that looks up, and a circle', () => {
    expect(breach('src/features/people/people.pages.tsx', 'src/platform/database.ts')).toContain('may import')
    expect(breach('src/features/people/people.routes.ts', 'src/features/operations/operations.store.ts')).toContain('a higher floor')
    expect(breach('src/features/operations/operations.store.ts', 'src/features/people/people.store.ts')).toBeUndefined()
    expect(placeOf('src/features/people/person.rules.ts').kind).toBe('rules')
    const one = { path: 'src/one.ts', text: "import type { Two } from './two.ts'" }
    const two = { path: 'src/two.ts', text: "import {\n  type One,\n} from './one.ts'" }
    expect(circles([one, two])).toEqual(['src/one.ts → src/two.ts → src/one.ts'])
  })
})

describe('the files', () => {
  it('begin with a comment that says what they are', () => {
    const openings: Readonly<Record<string, RegExp>> = { css: /^\/\* \S/, sql: /^-- \S/, ts: /^\/\/ \S/, tsx: /^\/\/ \S/, mjs: /^\/\/ \S/ }
    const silent = sources.filter(({ path, text }) => openings[path.split('.').at(-1) ?? '']?.test(text) === false)
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  it('have 300 lines at most', () => {
    expect(code.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path)).toEqual([])
  })

  it('hold no line longer than 150 characters, regular expressions aside: cut in two they are harder to read', () => {
    const wrapped = code.filter((source) => !isTest(source))
    expect(places(wrapped, /^(?!.*\(\?:).{151}/u)).toEqual([])
  })

  it('have ASCII names, and live in no drawer for odds and ends', () => {
    const drawer = /(^|\/)(utils|helpers|common|shared|services|types)\/|(^|\/)index\.tsx?$/
    const misplaced = sources.filter(({ path }) => !/^[\x20-\x7e]+$/.test(path) || drawer.test(path))
    expect(misplaced.map(({ path }) => path)).toEqual([])
  })

  it('say nothing of the machine they were written on, nor of where packages were fetched', () => {
    const machine = /\/(?:work|tmp|root|home)\/[a-z]|https?:\/\/[a-z0-9.-]*regi[s]try|"resol[v]ed": "/
    expect(places(sources, machine)).toEqual([])
  })
})

describe('the code', () => {
  it('has ASCII identifiers', () => {
    expect(places(code, /\b(?:const|let|function|type|interface|class)\s+[\w$]*[^\x00-\x7f\s]/, keepingLines(withoutWords))).toEqual([])
  })

  it('has no enumeration, namespace, default export, note to self, test alone or test put aside', () => {
    const words = /\benum\s+\w+\s*\{|\bnamespace\s+\w+\s*\{|\bexport\s+default\b|(?:\bas|:|<)\s*any\b|\b(?:it|test|describe)\.(?:only|skip|todo)\b/
    const exempt = code.filter(({ path }) => path !== 'vitest.config.ts' && !path.endsWith('.d.ts'))
    expect(places(exempt, words, keepingLines(withoutWords))).toEqual([])
    expect(places(exempt, /\b(?:TO[D]O|FI[X]ME|X[X]X)\b/)).toEqual([])
  })

  it('keeps SQL in stores, migrations and the platform', () => {
    const outside = program.filter(({ path }) => !/\.store\.ts$|^src\/platform\//.test(path))
    expect(places(outside, /\bsql(<[^`]*>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/, keepingLines(withoutComments))).toEqual([])
  })

  it('is read by this check: it sees through comments and strings', () => {
    const text = "// import x from './no.ts'\nimport {\n  a,\n} from './yes.ts'\nexport * from './also.ts'"
    expect(importsOf({ path: 'a.ts', text })).toEqual(['./yes.ts', './also.ts'])
    expect(withoutWords("const a = 'enum B {' // enum C {")).not.toContain('enum')
  })
})

describe('the law', () => {
  it('gives the source of every file that states it', () => {
    const law = program.filter(({ path }) => path.startsWith('src/law/'))
    expect(law.filter(({ text }) => !text.includes('@source')).map(({ path }) => path)).toEqual([])
  })
})

describe('the glossary', () => {
  const glossary = sources.find(({ path }) => path === 'docs/glossary.md')?.text ?? ''
  const rows = glossary.split('\n').filter((line) => /^\|.*\|$/.test(line)).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
    .filter((cells) => cells[1] !== 'code' && !/^-+$/.test(cells[0] ?? ''))

  it('has a row for every domain type that others can import, typed forms and their problems aside', () => {
    const domain = program.filter(({ path }) => path === 'src/reading/facts.ts' || /\.rules\.ts$/.test(path))
    const types = domain.flatMap(({ text }) => [...text.matchAll(/^export (?:type|interface) (\w+)/gm)].map((match) => match[1] ?? ''))
    const known = new Set(rows.flatMap((cells) => [...(cells[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1])))
    expect(types.filter((type) => !known.has(type) && !/(Problem|Typed)$/.test(type))).toEqual([])
  })

  it('gives four cells to each row: French, code, meaning, source', () => {
    expect(rows.filter((cells) => cells.length < 4 || cells.slice(0, 4).some((cell) => cell === '')).map((cells) => cells.join(' | '))).toEqual([])
  })
})
