// What a person types of a sector, and of a version of it; everything wrong told at once. Pure.
import { geometryOf, multiPolygonOf } from '../../geometry/shape.ts'
import type { MultiPolygon } from '../../geometry/shape.ts'
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { accepted, found, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { nameKey } from '../../kernel/text.ts'
import { sectorKinds } from '../../law/levers/sector-kind.ts'
import type { Sector, SectorValues, VersionValues } from './sector.rules.ts'

export const sectorFields = ['name', 'kind', 'commune', 'convention', 'illustrative', 'note'] as const
export type SectorTyped = Readonly<Record<(typeof sectorFields)[number], string>>
export type SectorProblem = 'nameMissing' | 'nameTooLong' | 'nameTaken' | 'kindMissing' | 'communeUnknown' | 'conventionUnknown' | 'noteTooLong'

/** What the form of a sector chooses from; `others`: the sectors already there. */
export type SectorChoices = {
  readonly towns: readonly { readonly insee: string; readonly name: string }[]
  readonly conventions: readonly { readonly id: Id<'convention'>; readonly title: string }[]
  readonly others: readonly Sector[]
}

/** Two sectors of one kind in one commune must not bear the same name: an act could not say which it means. */
export function readSector(typed: SectorTyped, { towns, conventions, others }: SectorChoices): Outcome<SectorValues, SectorProblem> {
  const kind = sectorKinds.find((known) => known === typed.kind)
  const insee = towns.find((town) => town.insee === typed.commune)?.insee ?? null
  const conventionId = conventions.find(({ id }) => id === typed.convention)?.id ?? null
  const key = nameKey(typed.name)
  const problems = found<SectorProblem>({
    nameMissing: key === '', nameTooLong: typed.name.length > 200,
    nameTaken: others.some((other) => other.kind === kind && other.insee === insee && nameKey(other.name) === key),
    kindMissing: kind === undefined, communeUnknown: typed.commune !== '' && insee === null,
    conventionUnknown: typed.convention !== '' && conventionId === null, noteTooLong: typed.note.length > 2000,
  })
  if (kind === undefined || problems.length > 0) return refused(problems)
  return accepted({ name: typed.name, kind, insee, conventionId, illustrative: typed.illustrative === 'oui', note: typed.note })
}

export const typedSector = ({ name, kind, insee, conventionId, illustrative, note }: SectorValues): SectorTyped =>
  ({ name, kind, commune: insee ?? '', convention: conventionId ?? '', illustrative: illustrative ? 'oui' : '', note })
export const emptySector: SectorTyped = { name: '', kind: 'intervention', commune: '', convention: '', illustrative: '', note: '' }

/** The address of a sector, from its commune and its name. */
export const sectorSlug = (name: string, town: string | undefined): string => {
  const [own, place] = [nameKey(name), nameKey(town ?? '')]
  const words = (place === '' || own.includes(place) ? own : `${place} ${own}`).replaceAll(' ', '-')
  return words.slice(0, 60).replace(/^-+|-+$/g, '') || 'secteur'
}

/** Words that addresses of this part use already. */
export const reservedSlugs = ['nouveau', 'fichiers', 'export']

/** What says when a shape counts, and on whose word: the same for a version alone and for those of a file. */
export const wordFields = ['act', 'from', 'to', 'precision', 'source'] as const
export const versionFields = ['shape', 'takenAway', 'townCentre', ...wordFields] as const
export type WordTyped = Readonly<Record<(typeof wordFields)[number], string>>
export type VersionTyped = Readonly<Record<(typeof versionFields)[number], string>>
export type WordProblem =
  | 'actUnknown' | 'fromUnreadable' | 'toUnreadable' | 'daysReversed' | 'precisionUnreadable' | 'sourceMissing' | 'sourceTooLong'
export type VersionProblem = WordProblem | 'shapeMissing' | 'notJson' | 'notArea' | 'severalAreas' | 'shapeAndNone'

/** An act a version may be set by, and the day it takes effect. */
export type ActChoice = { readonly id: Id<'act'>; readonly label: string; readonly day: PlainDate | null; readonly setsSectors: boolean }
export type Word = Pick<VersionValues, 'actId' | 'validFrom' | 'validTo' | 'precisionMetres' | 'source'>

/** Without a first day, that of the act when it is known: a version begins with the act that sets it, unless it says otherwise. */
export function readWord(typed: WordTyped, acts: readonly ActChoice[]): Outcome<Word, WordProblem> {
  const act = acts.find(({ id }) => id === typed.act)
  const [from, to] = [dayOf(typed.from), dayOf(typed.to)]
  const precision = typed.precision === '' ? null : /^\d{1,4}(?:[.,]\d{1,2})?$/.test(typed.precision) ? Number(typed.precision.replace(',', '.')) : 0
  const first = from === null ? act?.day ?? null : from
  const problems = found<WordProblem>({
    actUnknown: typed.act !== '' && act === undefined, fromUnreadable: from === undefined, toUnreadable: to === undefined,
    daysReversed: typeof first === 'string' && typeof to === 'string' && to < first,
    precisionUnreadable: precision !== null && (precision <= 0 || precision > 1000), sourceMissing: typed.source === '',
    sourceTooLong: typed.source.length > 300,
  })
  if (first === undefined || to === undefined || problems.length > 0) return refused(problems)
  return accepted({ actId: act?.id ?? null, validFrom: first, validTo: to, precisionMetres: precision, source: typed.source })
}

const dayOf = (typed: string): PlainDate | null | undefined => {
  if (typed === '') return null
  const day = readDate(typed)
  return day === undefined || day < '1900-01-01' || day > '2200-12-31' ? undefined : day
}
export const yesNo = (typed: string): boolean | null => (typed === 'oui' ? true : typed === 'non' ? false : null)
export const typedYesNo = (value: boolean | null): string => (value === null ? '' : value ? 'oui' : 'non')

/** A version as its form says it: its shape as it was typed, not yet held against anything. */
export type ReadVersion = Word & Pick<VersionValues, 'townCentre' | 'geometry'>
export function readVersion(typed: VersionTyped, acts: readonly ActChoice[]): Outcome<ReadVersion, VersionProblem> {
  const word = readWord(typed, acts)
  const gone = typed.takenAway === 'oui'
  const shape = typed.shape === '' ? null : readArea(typed.shape)
  const problems: readonly VersionProblem[] = [
    ...(typed.shape === '' && !gone ? ['shapeMissing' as const] : []), ...(shape !== null && gone ? ['shapeAndNone' as const] : []),
    ...(shape === null || shape.ok ? [] : shape.problems), ...(word.ok ? [] : word.problems),
  ]
  if (problems.length > 0 || !word.ok || shape?.ok === false) return refused(problems)
  return accepted({ ...word.value, townCentre: yesNo(typed.townCentre), geometry: shape?.value ?? null })
}

/** An area pasted as GeoJSON: itself, a Feature, or a collection of one. */
export function readArea(text: string): Outcome<MultiPolygon, 'notJson' | 'notArea' | 'severalAreas'> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refused(['notJson'])
  }
  const area = multiPolygonOf(onlyFeature(json))
  if (area !== undefined) return accepted(area)
  const known = geometryOf(json)
  return refused([!known.ok && known.problems.includes('severalFeatures') ? 'severalAreas' : 'notArea'])
}

/** The feature of a collection of one; anything else as it is. */
function onlyFeature(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !('features' in json) || !Array.isArray(json.features)) return json
  const features: readonly unknown[] = json.features
  return features.length === 1 ? features[0] : json
}

/** The fields of a version among those of a form. */
export const versionTypedFrom = (all: Readonly<Record<string, string>>): VersionTyped => {
  const of = (name: keyof VersionTyped): string => all[name] ?? ''
  return {
    shape: of('shape'), takenAway: of('takenAway'), townCentre: of('townCentre'), act: of('act'), from: of('from'), to: of('to'),
    precision: of('precision'), source: of('source'),
  }
}

export const emptyVersion: VersionTyped = { shape: '', takenAway: '', townCentre: '', act: '', from: '', to: '', precision: '', source: '' }
/** A form that begins from what is known already of the sector. */
export const typedVersion = ({ geometry, townCentre, precisionMetres }: Pick<VersionValues,
  'geometry' | 'townCentre' | 'precisionMetres'>): VersionTyped => ({
  ...emptyVersion, shape: geometry === null ? '' : typedShape(geometry), townCentre: typedYesNo(townCentre),
  precision: precisionMetres === null ? '' : String(precisionMetres).replace('.', ','),
})
/** A shape as its field holds it: a Polygon when it is in one part. */
export function typedShape(shape: MultiPolygon): string {
  const [only, another] = shape.coordinates
  return JSON.stringify(only !== undefined && another === undefined ? { type: 'Polygon', coordinates: only } : shape)
}
