// The command `effects`: what the law opens at each point of a file, at a date, from the sectors of a GeoJSON file; as many lines out as points in.
import { readFile, stat, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { answerTogether } from './features/effects/batch-crew.ts'
import { openCommunes } from './features/effects/batch-points.ts'
import { counted } from './features/effects/batch-profiles.ts'
import type { BatchScene, Counted } from './features/effects/batch-profiles.ts'
import { isParquetFault } from './features/effects/batch-parquet.ts'
import { answerPoints, openPoints } from './features/effects/batch-run.ts'
import type { BatchRefusal, Heard, Opened } from './features/effects/batch-run.ts'
import { readConventions, readSectors } from './features/effects/batch-sectors.ts'
import { openPointFile } from './features/effects/batch-source.ts'
import type { PointFile } from './features/effects/batch-source.ts'
import { columnsOf, openTeller } from './features/effects/batch-teller.ts'
import { dialectSentences, faultLines, legendCsv, legendLines, parquetSentences, pointSentences } from './features/effects/batch-words.ts'
import { loadLevers } from './features/levers/lever-file.ts'
import { buildPointIndex } from './geometry/point-index.ts'
import type { PointIndex } from './geometry/point-index.ts'
import { readDate } from './kernel/date.ts'
import type { PlainDate } from './kernel/date.ts'

/** What the program lends to a command: where to write the answer, and what must be said beside it. `programs`: where its other programs are. */
export type Lent = { readonly tell: (bytes: Uint8Array) => Promise<void>; readonly warn: (text: string) => void; readonly programs?: URL }
const options = {
  sectors: { type: 'string' }, conventions: { type: 'string' }, on: { type: 'string' }, wide: { type: 'boolean' }, legend: { type: 'string' },
  cores: { type: 'string' }, help: { type: 'boolean', short: 'h' },
} as const

export const effectsUsage = `Usage : chapeau effects POINTS --sectors SECTEURS.geojson --on DATE [options] > EFFETS.csv
  POINTS                 CSV aux colonnes id, lon, lat (degrés), ou Parquet ; « - » lit l’entrée standard ; un .gz est décompressé.
                         Une colonne insee (ou code_insee) dit la commune des points hors de tout secteur.
  --sectors FICHIER      GeoJSON ; chaque secteur porte {id, commune, townCentre, validFrom, validTo?} ; validTo est son dernier jour
  --conventions FICHIER  JSON {"communes": [{"insee", "inForceFrom", "inForceTo"?}]} ; sans lui, ce qui dépend d’une convention est inconnu ;
                         une commune absente est inconnue, sauf si le fichier porte "complete": true
  --on DATE              jour de la réponse, aaaa-mm-jj
  --wide                 ajoute une colonne par levier : applies, no ou unknown
  --legend FICHIER       écrit la légende des profils en CSV ; sinon elle sort en clair sur la sortie d’erreur
  --cores N              travaille sur N cœurs (1 à 64) ; l’ordre des lignes ne change pas
Sortie : id,sector,version,profile, une ligne par point, dans le même ordre ; plusieurs secteurs séparés par « | », rien s’il n’y en a aucun ;
version est le premier jour de la version du secteur. Un point sur une limite est dans le secteur. Une ligne illisible garde sa place, avec le
profil « ? ».
`

type Asked = {
  readonly points: string; readonly sectors: string; readonly conventions: string | undefined; readonly on: PlainDate
  readonly wide: boolean; readonly legend: string | undefined; readonly cores: number
}
/** Beyond this many bytes, a file of sectors is refused before it fills the memory. */
const largestFile = 200_000_000
const mostWarned = 1000
const count = (value: number): string => value.toLocaleString('fr-FR')

/** Exit codes: 0 answered, bad lines being told on standard error · 1 a file that cannot be used, or no line that can · 2 the command is wrong. */
export async function effects(words: readonly string[], lent: Lent): Promise<number> {
  const asked = understood(words)
  if (asked === 'help') {
    await lent.tell(new TextEncoder().encode(effectsUsage))
    return 0
  }
  if (typeof asked === 'string') return refuse(lent, asked, 2)
  const scene = await sceneOf(asked, lent)
  if (scene === undefined) return 1
  const points = await openPointFile(asked.points, new URL('effects-parquet.js', lent.programs ?? import.meta.url))
  if (points === undefined) return refuse(lent, `Le fichier « ${asked.points} » est introuvable ou illisible : vérifiez son chemin.`, 1)
  try {
    return await answer(asked, scene, points, lent)
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === undefined) throw error
    return sentence === '' ? 0 : refuse(lent, sentence, 1)
  } finally {
    await points.close()
  }
}

function understood(words: readonly string[]): Asked | string {
  const read = (() => {
    try {
      return parseArgs({ args: [...words], options, allowPositionals: true })
    } catch {
      return undefined
    }
  })()
  if (read === undefined) return effectsUsage.trimEnd()
  const { values, positionals: [points, ...others] } = read
  if (values.help === true) return 'help'
  if (points === undefined || others.length > 0) return effectsUsage.trimEnd()
  if (values.sectors === undefined) return 'Donnez le fichier des secteurs : --sectors SECTEURS.geojson.'
  if (values.on === undefined) return 'Donnez le jour de la réponse : --on aaaa-mm-jj.'
  const on = readDate(values.on)
  if (on === undefined) return `« ${values.on} » n’est pas une date existante : écrivez aaaa-mm-jj.`
  const cores = Number(values.cores ?? '1')
  if (!Number.isInteger(cores) || cores < 1 || cores > 64) return 'Donnez un nombre de cœurs de 1 à 64 : --cores 2.'
  const { sectors, conventions, legend } = values
  return { points, sectors, conventions, on, wide: values.wide === true, legend, cores }
}

type Ready = { readonly scene: BatchScene; readonly index: PointIndex }

/** Everything but the points; what is wrong with it is told. */
async function sceneOf({ sectors: file, conventions: list, on }: Asked, lent: Lent): Promise<Ready | undefined> {
  const levers = loadLevers()
  const [text, listed] = [await textOf(file, lent), list === undefined ? null : await textOf(list, lent)]
  if (typeof levers === 'string') lent.warn(`${levers}\n`)
  if (typeof levers === 'string' || text === undefined || listed === undefined) return undefined
  const sectors = readSectors(text, on)
  const conventions = listed === null || list === undefined ? null : readConventions(listed, on)
  if (!sectors.ok) lent.warn(faultLines(file, 'secteur', sectors.problems))
  if (conventions?.ok === false) lent.warn(faultLines(list ?? '', 'commune', conventions.problems))
  if (!sectors.ok || conventions?.ok === false) return undefined
  const { leftOut } = sectors.value
  if (leftOut > 0) lent.warn(`${file} : ${leftOut} périmètre${leftOut > 1 ? 's' : ''} d’une autre nature laissé${leftOut > 1 ? 's' : ''} de côté.\n`)
  const scene = { on, levers, sectors: sectors.value.sectors, conventions: conventions === null ? null : conventions.value }
  warnOfUnknown(scene, lent)
  try {
    return { scene, index: buildPointIndex(sectors.value.shapes) }
  } catch (error) {
    lent.warn(`${sentenceOf(error) ?? String(error)}\n`)
    return undefined
  }
}

function warnOfUnknown({ sectors, conventions }: BatchScene, { warn }: Lent): void {
  if (conventions === null || conventions.complete) return
  const known = new Set(conventions.communes.map(({ insee }) => insee))
  const missing = [...new Set(sectors.flatMap(({ commune }) => (commune === null || known.has(commune) ? [] : [commune])))]
  if (missing.length === 0) return
  const shown = `${missing.slice(0, 20).join(', ')}${missing.length > 20 ? `… (${missing.length} communes)` : ''}`
  warn(`Sans convention connue, l’effet des secteurs de ces communes est inconnu : ${shown}.\n`)
}

async function textOf(file: string, lent: Lent): Promise<string | undefined> {
  const size = await stat(file).then((found) => (found.isFile() ? found.size : undefined), () => undefined)
  if (size === undefined) lent.warn(`Le fichier « ${file} » est introuvable ou illisible : vérifiez son chemin.\n`)
  else if (size > largestFile) lent.warn(`Le fichier « ${file} » dépasse ${largestFile / 1_000_000} Mo : partagez-le.\n`)
  else return await readFile(file, 'utf8')
  return undefined
}

async function answer(asked: Asked, ready: Ready, points: PointFile, lent: Lent): Promise<number> {
  const opened = await openPoints(points.source)
  if (typeof opened === 'string') return refuse(lent, dialectSentences[opened], 1)
  if (!opened.dialect.headed) lent.warn('Le fichier des points n’a pas d’en-tête : ses trois premières colonnes sont lues comme id, lon, lat.\n')
  await lent.tell(new TextEncoder().encode(`${columnsOf(ready.scene, asked.wide)}\n`))
  const sums = { points: 0, refused: 0, warned: 0 }
  const heard: Heard = ({ points: read, refused, problems }, firstLine) => {
    sums.points += read
    sums.refused += refused
    const lines = problems.slice(0, mostWarned - sums.warned).map(({ line, problem }) => `ligne ${firstLine + line} : ${pointSentences[problem]}\n`)
    sums.warned += lines.length
    if (lines.length > 0) lent.warn(lines.join(''))
  }
  const told: Counted[] = []
  const refusal = await (asked.cores === 1 ? alone : together)(asked, ready, opened, lent, heard, told)
  if (sums.refused > sums.warned) lent.warn(`… et ${count(sums.refused - sums.warned)} autres lignes illisibles.\n`)
  if (sums.refused > 0) lent.warn(`Lignes illisibles : ${count(sums.refused)} sur ${count(sums.points)} ; leur profil est « ? ».\n`)
  const profiles = counted(told)
  if (asked.legend === undefined) lent.warn(legendLines(ready.scene.levers, profiles))
  else await writeFile(asked.legend, legendCsv(ready.scene.levers, profiles))
  if (refusal !== undefined) return refuse(lent, `ligne ${refusal.line} : elle est trop longue pour être un point ; la suite n’a pas été lue.`, 1)
  return sums.points > 0 && sums.refused === sums.points ? 1 : 0
}

type Way = (asked: Asked, ready: Ready, opened: Opened, lent: Lent, heard: Heard, told: Counted[]) => Promise<BatchRefusal | undefined>

const alone: Way = async ({ wide }, { scene, index }, opened, { tell }, heard, told) => {
  const communes = openCommunes()
  const teller = openTeller(scene, index, communes, wide)
  const refusal = await drained(answerPoints(opened, communes, teller, heard), tell)
  told.push(...teller.told())
  return refusal
}

const together: Way = async ({ wide, cores }, { scene, index }, opened, { tell, programs }, heard, told) => {
  const file = new URL('effects-worker.js', programs ?? import.meta.url)
  return await drained(answerTogether(file, cores, opened, { scene, index: index.parts, wide }, heard, (found) => void told.push(...found)), tell)
}

async function drained(pieces: AsyncGenerator<Uint8Array, BatchRefusal | undefined>, tell: Lent['tell']): Promise<BatchRefusal | undefined> {
  for (;;) {
    const { value, done } = await pieces.next()
    if (done === true) return value
    try {
      await tell(value)
    } catch (error) {
      await pieces.return(undefined)
      throw error
    }
  }
}

/** What went wrong, in French; empty when whoever read the answer has had enough of it; undefined for a fault of ours. */
function sentenceOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (isParquetFault(error)) return parquetSentences[error.message]
  if (code === 'EPIPE') return ''
  if (code === 'ENOSPC') return 'Il n’y a plus de place pour écrire la réponse.'
  if (code === 'EISDIR') return 'Le fichier des points est un dossier.'
  if (typeof code === 'string' && code.startsWith('Z_')) return 'Le fichier compressé est abîmé : il ne se lit pas jusqu’au bout.'
  const entangled = error instanceof RangeError && error.message.startsWith('too many')
  if (entangled) return 'Les secteurs sont trop superposés ou enchevêtrés pour répondre : simplifiez leurs contours.'
  return typeof code === 'string' ? `La lecture ou l’écriture a échoué (${code}).` : undefined
}

function refuse({ warn }: Lent, sentence: string, code: 1 | 2): number {
  warn(`${sentence}\n`)
  return code
}
