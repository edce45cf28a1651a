// Files of law that a lawyer reads and corrects (YAML): found beside the program, understood by a schema, or refused in a sentence that says where.
import { existsSync, readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { readDate } from '../../kernel/date.ts'

/** A day as such a file writes it. */
export const lawDay = z.string().transform((written, context) => {
  const found = readDate(written)
  if (found === undefined) context.addIssue({ code: 'custom', message: `« ${written} » n’est pas un jour qui existe` })
  return found ?? z.NEVER
})

/** `about`: how a refusal begins; `list`: the key of the list of the file, `one`: what each of its members is called. */
type LawFile<Read> = { readonly about: string; readonly schema: z.ZodType<Read>; readonly list: string; readonly one: string }

/** What the file says; when something cannot be understood, a French sentence that names the line, or the member and its key. */
export function understood<Read>(text: string, { about, schema, list, one }: LawFile<Read>): { readonly read: Read } | string {
  const written = parseDocument(text)
  const [broken] = written.errors
  if (broken !== undefined) return `${about} la ligne ${broken.linePos?.[0].line ?? 1} ne se lit pas (${broken.code})`
  const raw: unknown = written.toJS()
  const found = schema.safeParse(raw)
  return found.success ? { read: found.data } : `${about} ${found.error.issues.map((issue) => fault(raw, issue, list, one)).join(' ; ')}`
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }
function fault(raw: unknown, { path, message }: Issue, list: string, one: string): string {
  const [key, index, ...rest] = path
  const members: unknown = typeof raw === 'object' && raw !== null && key === list ? Object.entries(raw).find(([name]) => name === list)?.[1] : []
  const found: unknown = Array.isArray(members) && typeof index === 'number' ? members[index] : undefined
  const id = typeof found === 'object' && found !== null && 'id' in found ? `${one} ${String(found.id)}` : path.map(String).join('.')
  return `${id}${rest.length > 0 ? `, « ${rest.map(String).join('.')} »` : ''} (${message})`
}

/** The text of a file of `src/law`, from the sources or from the program built beside them. */
export function textOfLaw(file: string): string {
  const places = ['../../law', '../src/law'].map((folder) => new URL(`${folder}/${file}`, import.meta.url))
  return readFileSync(places.find((place) => existsSync(place)) ?? places[0] ?? file, 'utf8')
}
