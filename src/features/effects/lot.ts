// A file of points answered as it streams: a line in, a line out, in the same order; levers are asked once for each set of facts.
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { PlainDate } from '../../kernel/date.ts'
import type { Lever } from '../../law/levers/lever.ts'
import { answerLevers } from '../../law/levers/lever-answer.ts'
import { inFrance } from '../addresses/ban-line.rules.ts'
import type { CommuneAt } from '../territories/commune-at.rules.ts'
import { loadTerritoryCodes } from '../territories/territories.store.ts'
import type { Asker } from './asking.store.ts'
import { dialectOf } from './batch-dialect.ts'
import type { DialectProblem } from './batch-dialect.ts'
import { factsOf, finderOf } from './place.rules.ts'
import type { Known, KnownPlace, NearSector } from './place.rules.ts'
import { readDegrees } from './question.rules.ts'
import type { Sources } from './sources.ts'

type Asked = { readonly on: PlainDate; readonly demonstration: boolean }
export type LotProblem = DialectProblem | 'unreadable'

/** Verdicts remembered, one for each set of facts: an operation has a few dozen. */
const mostRemembered = 5000
const longestLine = 20_000
const mostLines = 500_000
const beginning = 65_536

/** The lines of a file whose header was understood, not read yet. */
export type Lot = { readonly records: AsyncIterator<string[]>; readonly ranks: Ranks }

/** The header is read before anything is answered: a file that cannot be understood is refused whole. One delimiter, told from the first line. */
export async function openLot(input: AsyncIterable<Uint8Array>): Promise<Lot | LotProblem> {
  const iterator = input[Symbol.asyncIterator]()
  const first = await beginningOf(iterator)
  if (first[0] === 0x1f && first[1] === 0x8b) return 'compressed'
  const dialect = dialectOf(first)
  if (typeof dialect === 'string') return dialect
  const parser = parse({
    bom: true, delimiter: String.fromCharCode(dialect.delimiter), relax_column_count: true, relax_quotes: true, max_record_size: longestLine,
  })
  const source = Readable.from(followed(first, iterator))
  source.on('error', (error) => parser.destroy(error))
  const records: AsyncIterator<string[]> = source.pipe(parser)[Symbol.asyncIterator]()
  if (dialect.headed && await records.next().catch(() => 'unreadable' as const) === 'unreadable') return 'unreadable'
  return { records, ranks: { id: dialect.id, lon: dialect.longitude, lat: dialect.latitude, insee: dialect.commune } }
}

/** Enough of the file to hold its first line. */
async function beginningOf(iterator: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for (let length = 0; length < beginning;) {
    const { done, value } = await iterator.next()
    if (done === true) break
    chunks.push(value)
    length += value.length
  }
  return new Uint8Array(Buffer.concat(chunks))
}

async function* followed(first: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  for (;;) {
    const { done, value } = await iterator.next()
    if (done === true) return
    yield value
  }
}

/** What the sources say once, for every point of the file. */
export async function sceneOf(sources: Sources, ask: Asker, { on, demonstration }: Asked): Promise<Scene> {
  const operation = await ask('operation', () => sources.operation(on))
  const sectors = await ask('sectors', () => sources.sectors(on))
  const levers: Known<readonly Lever[]> = await ask('levers', () => sources.levers())
  const ground = await ask('contours', () => sources.ground())
  const find = finderOf(sectors.known ? sectors.value : [])
  return { on, demonstration, operation, sectors, ground, levers: levers.known ? levers.value : [], find }
}
type Scene = Asked & Pick<KnownPlace, 'operation' | 'sectors'> & {
  readonly ground: Known<(lon: number, lat: number) => CommuneAt>; readonly levers: readonly Lever[]; readonly find: ReturnType<typeof finderOf>
}

type Ranks = { readonly id: number; readonly lon: number; readonly lat: number; readonly insee: number }
/** The header of the answer, then a line for each line. */
export async function* answerLot({ records, ranks }: Lot, scene: Scene): AsyncGenerator<string> {
  const { levers } = scene
  const tell = tellerOf(scene)
  yield `${['id', 'sector', 'version', ...levers.map(({ id }) => id), 'problem'].join(',')}\n`
  const nothing = levers.map(() => 'unknown').join(',')
  for (let line = 1; ; line += 1) {
    const next = await records.next().catch(() => 'unreadable' as const)
    if (next === 'unreadable') return void (yield `,,,${nothing},ligne illisible : la suite du fichier n'a pas été lue\n`)
    if (next.done === true) return
    if (line > mostLines) return void (yield `,,,${nothing},plus de ${mostLines} lignes : la suite du fichier n'a pas été lue\n`)
    const cell = (rank: number): string => (next.value[rank] ?? '').trim()
    const [lon, lat] = [readDegrees(cell(ranks.lon), 180), readDegrees(cell(ranks.lat), 90)]
    const id = quoted(cell(ranks.id))
    if (lon === undefined || lat === undefined) yield `${id},,,${nothing},longitude ou latitude illisible\n`
    else if (!inFrance(lon, lat)) yield `${id},,,${nothing},hors de France : axes inversés ?\n`
    else yield `${id},${tell(lon, lat, ranks.insee < 0 ? '' : cell(ranks.insee))},\n`
  }
}

type Teller = (lon: number, lat: number, insee: string) => string
function tellerOf({ operation, sectors, ground, levers, find, on, demonstration }: Scene): Teller {
  const known = new Map<string, string>()
  return (lon, lat, insee) => {
    const spot = { lon, lat, precisionMetres: 1 }
    const near = find(spot)
    const commune = communeOf(insee, ground.known ? ground.value(lon, lat) : undefined)
    const key = `${commune.known ? commune.value : commune.why} ${near.map(({ version, inside }) => `${version.id}${inside}`).join(' ')}`
    const before = known.get(key)
    if (before !== undefined) return before
    const place: KnownPlace = { on, spot, commune, sectors, operation, project: false, demonstration, epciOfCommune: epciOf(commune, near) }
    const verdicts = answerLevers(levers, factsOf(place, near), on).map(({ verdict }) => verdict)
    const sure = near.filter(({ inside }) => inside === 'yes')
    const answer = [quoted(sure.map(({ situation }) => situation.sector.slug).join('|')), sure.map(({ version }) => version.number).join('|'),
      ...verdicts].join(',')
    if (known.size >= mostRemembered) known.clear()
    known.set(key, answer)
    return answer
  }
}

/** The commune written, unless the contours say another: nobody knows which of the two is wrong. */
function communeOf(written: string, lies: CommuneAt | undefined): Known<string> {
  if (!/^[0-9AB]{5}$/.test(written)) return lies?.known === true ? { known: true, value: lies.insee } : { known: false, why: 'unknown' }
  const agrees = lies === undefined || (lies.known ? lies.insee === written : lies.why === 'noContour' || lies.candidates.includes(written))
  return agrees ? { known: true, value: written } : { known: false, why: 'disputed' }
}

function epciOf(commune: Known<string>, near: readonly NearSector[]): KnownPlace['epciOfCommune'] {
  const insee = commune.known ? commune.value : near.find(({ inside }) => inside === 'yes')?.situation.sector.insee ?? undefined
  const found = insee === undefined ? undefined : loadTerritoryCodes().commune(insee)
  return found === undefined ? { known: false, why: 'unknown' } : { known: true, value: found.epci }
}

/** A cell that no spreadsheet takes for a formula. */
function quoted(text: string): string {
  const safe = /^[=+@\t\r-]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Lines gathered by some thousands of letters; asked for only as fast as the other end reads. */
export function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = ''
      while (text.length < 32_768) {
        const next = await lines.next()
        if (next.done === true) {
          if (text !== '') controller.enqueue(encoder.encode(text))
          return controller.close()
        }
        text += next.value
      }
      controller.enqueue(encoder.encode(text))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
}
