// The files of the house as its checks read them: paths, lines, and the code without its comments and strings.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export type Source = { readonly path: string; readonly text: string }

const rooms = ['src', 'bench', 'journeys', 'public', 'bin', 'migrations', 'docs', '.ci']
const written = ['.ts', '.tsx', '.mjs', '.sql', '.css', '.md', '.json', '.yml', '']

function under(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? under(join(folder, entry.name)) : [join(folder, entry.name)])
}

/** Every file we write, the pages of the root folder included; images and other bytes are left out. */
export function readSources(): readonly Source[] {
  const top = readdirSync('.', { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name)
  const paths = [...top, ...rooms.filter((room) => existsSync(room)).flatMap(under)].map((path) => path.replaceAll('\\', '/'))
  return paths.filter((path) => written.includes(extname(path))).map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

export const isCode = ({ path }: Source): boolean => /\.(ts|tsx|mjs)$/.test(path)
export const isTest = ({ path }: Source): boolean => /\.test\.tsx?$/.test(path)

const comment = /\/\*[\s\S]*?\*\/|(?<=^|[\s;,{(])\/\/[^\n]*/g

const words = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g
const importing = /(?:^|\n)\s*(?:import|export)\b[^'"`;()]*?from\s*'([^']+)'/
const importingAlone = /(?:^|\n)\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/

export const withoutComments = (code: string): string => code.replace(comment, '')

/** Code alone: strings, templates and patterns become empty. Close enough to look for words in it. */
export const withoutWords = (code: string): string =>
  withoutComments(code).replace(words, "''").replace(/(?<=[=(,:]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/g, "''")

/** What a file imports or hands on, as written, types included. */
export function importsOf({ text }: Source): readonly string[] {
  const found = withoutComments(text).matchAll(new RegExp(`${importing.source}|${importingAlone.source}`, 'g'))
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

/** Line numbers, from 1, where a pattern stands. */
export const linesWith = (text: string, pattern: RegExp): readonly number[] =>
  text.split('\n').flatMap((line, index) => (pattern.test(line) ? [index + 1] : []))
