// The command `contours`: keeps the contours of communes from a GeoJSON file, with who drew them, when, and how precisely.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type ContourFault, readContours } from './features/territories/contour-file.ts'
import { upsertContours } from './features/territories/contours.store.ts'
import { instant, inWords, readDate } from './kernel/date.ts'
import type { Database } from './platform/database.ts'
import type { Schema } from './schema.ts'

/** What the program lends to a command: its usage, and its database. */
type Lent = { readonly usage: string; readonly withDatabase: (act: (database: Database<Schema>) => Promise<number>) => Promise<number> }
const options = { source: { type: 'string' }, vintage: { type: 'string' }, precision: { type: 'string' } } as const

const faultWords: Record<ContourFault, string> = {
  noCode: 'sans code de commune (code, insee ou INSEE_COM)', badCode: 'au code de commune mal formé',
  notAnArea: 'sans surface', notInDegrees: 'hors de France, ou pas en longitude et latitude', unsound: 'au tracé que rien ne répare',
}

/** Exit codes: 0 done · 1 the file cannot be used · 2 the command is wrong. */
export async function contours(words: readonly string[], { usage, withDatabase }: Lent): Promise<number> {
  const { values, positionals } = understood(words)
  const [verb, file] = positionals
  if (verb !== 'import' || file === undefined || positionals.length > 2) return complain(usage.trimEnd(), 2)
  const { source = '', precision = '100' } = values
  const [vintage, metres] = [readDate(values.vintage ?? ''), Number(precision)]
  if (source.trim() === '' || source.length > 300) {
    return complain('Donnez la source des contours, en 300 caractères au plus : --source "IGN, Admin Express".', 2)
  }
  if (vintage === undefined) return complain('Donnez la date des contours : --vintage aaaa-mm-jj.', 2)
  if (!(metres > 0 && metres <= 1000)) return complain('Donnez la précision des contours en mètres, de 0 exclu à 1 000 : --precision 100.', 2)
  const text = await readFile(resolve(file), 'utf8').catch(() => undefined)
  if (text === undefined) return complain(`Le fichier « ${file} » est introuvable ou illisible : vérifiez son chemin.`, 1)
  const read = readContours(text)
  if (read === undefined) return complain('Ce fichier n’est pas un GeoJSON : exportez les communes en GeoJSON, en longitude et latitude.', 1)
  for (const [fault, count] of read.refused) complain(`${count} objet${count > 1 ? 's laissés' : ' laissé'} de côté : ${faultWords[fault]}.`, 0)
  if (read.contours.length === 0) return complain('Aucun contour de commune n’a été trouvé : rien n’a changé.', 1)
  return await withDatabase(async ({ kysely }) => {
    const kept = read.contours.map((contour) => ({ ...contour, precisionMetres: metres, source: source.trim(), vintage }))
    await kysely.transaction().execute((db) => upsertContours(db, kept, instant(new Date())))
    process.stdout.write(`Contours de ${kept.length} commune${kept.length > 1 ? 's' : ''} gardés, à ${metres} m près, au ${inWords(vintage)}.\n`)
    return 0
  })
}

function understood(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch {
    return { values: { source: undefined, vintage: undefined, precision: undefined }, positionals: [] }
  }
}

function complain(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`)
  return code
}
