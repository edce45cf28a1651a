// A file of perimeters: what was read of it, what is proposed for each shape, and what a person decides before anything is written. Pure.
import type { MultiPolygon } from '../../geometry/shape.ts'
import { readDate } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { accepted, refused } from '../../kernel/outcome.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { nameKey } from '../../kernel/text.ts'
import { sectorKinds } from '../../law/levers/sector-kind.ts'
import { readSector, readWord, typedYesNo, yesNo } from './sector-form.rules.ts'
import type { ActChoice, SectorProblem, SectorTyped, WordProblem, WordTyped } from './sector-form.rules.ts'
import type { Sector, SectorValues, VersionValues } from './sector.rules.ts'

type Properties = Readonly<Record<string, string | number | boolean | null>>
/** `read`: in degrees, or in the numbers of the file while its system is not chosen. `mended`: after the repairs asked for, else null. */
export type FileFeature = {
  readonly name: string | null; readonly properties: Properties; readonly read: MultiPolygon; readonly mended: MultiPolygon | null
  readonly repairs: readonly string[]; readonly areaBefore: number | null
}
export type FileSystem = {
  readonly how: 'declared' | 'chosen' | 'recognised' | 'ambiguous'; readonly code: string | null; readonly candidates: readonly string[]
  readonly swapped: boolean
}
/** `typed`: what the form of the preview says, proposals until someone changes them. */
export type FileContent = {
  readonly system: FileSystem; readonly features: readonly FileFeature[]
  readonly leftOut: readonly { readonly name: string | null; readonly why: string }[]; readonly typed: Readonly<Record<string, string>>
}
export const shapeOfFeature = ({ read, mended }: FileFeature): MultiPolygon => mended ?? read

/** The fields of the form about one shape, by its rank. */
export const featureField = (name: 'target' | 'name' | 'kind' | 'commune' | 'townCentre' | 'from' | 'seen', rank: number): string => `${name}-${rank}`
/** What becomes of a shape, besides the address of an existing perimeter. */
export const [newTarget, noTarget] = ['nouveau', 'rien']

/** One shape nobody voted that would become a version of a perimeter; `typed`: what is already said of it. */
export const draftContent = (
  { name, slug, kind, insee }: Pick<Sector, 'name' | 'slug' | 'kind' | 'insee'>, read: MultiPolygon, typed: Readonly<Record<string, string>>,
): FileContent => ({
  system: { how: 'declared', code: 'EPSG:4326', candidates: [], swapped: false }, leftOut: [],
  features: [{ name, properties: {}, read, mended: null, repairs: [], areaBefore: null }],
  typed: {
    ...typed, [featureField('target', 0)]: slug, [featureField('name', 0)]: name, [featureField('kind', 0)]: kind,
    [featureField('commune', 0)]: insee ?? '',
  },
})

type Known = { readonly sector: Sector; readonly geometry: MultiPolygon | null }
type Town = { readonly insee: string; readonly name: string }
/** `communeOf`: the commune whose contour holds most of a shape; `sharedWith`: the share of it that lies in another. */
export type Proposing = {
  readonly known: readonly Known[]; readonly towns: readonly Town[]; readonly communeOf: (shape: MultiPolygon) => string | undefined
  readonly sharedWith: (shape: MultiPolygon, other: MultiPolygon) => number
}

/** What is proposed for each shape, from its properties, its name, and what it covers. Nothing is decided. */
export function proposedFor(features: readonly FileFeature[], scene: Proposing): Readonly<Record<string, string>> {
  return Object.fromEntries(features.flatMap((feature, rank) => {
    const said = (...names: readonly string[]): string => String(Object.entries(feature.properties)
      .find(([name, value]) => value !== null && names.includes(nameKey(name).replaceAll(' ', '')))?.[1] ?? '')
    const name = feature.name ?? ''
    const commune = townSaid(said('commune', 'insee', 'codeinsee', 'inseecom', 'codecommune', 'nomcommune'),
      scene.towns) ?? scene.communeOf(feature.read)
    const known = scene.known.find(({ sector }) => sector.slug === said('id'))
      ?? scene.known.find(({ sector }) => nameKey(sector.name) === nameKey(name) && (commune === undefined || sector.insee === commune))
      ?? mostShared(feature.read, scene)
    const day = readDate(said('validfrom', 'datedebut', 'depuis'))
    const kind = said('kind', 'nature')
    const fields: readonly (readonly [string, string])[] = [
      [featureField('target', rank), known?.sector.slug ?? newTarget], [featureField('name', rank), known?.sector.name ?? name],
      [featureField('kind', rank), known?.sector.kind ?? sectorKinds.find((one) => one === kind) ?? 'intervention'],
      [featureField('commune', rank), known?.sector.insee ?? commune ?? ''],
      [featureField('townCentre', rank), typedYesNo(truth(said('towncentre', 'centreville', 'centre')))],
      [featureField('from', rank), day === undefined ? '' : day.split('-').reverse().join('/')],
    ]
    return fields
  }))
}

const truth = (said: string): boolean | null => (/^(?:true|oui|vrai|1)$/i.test(said) ? true : /^(?:false|non|faux|0)$/i.test(said) ? false : null)
const townSaid = (said: string, towns: readonly Town[]): string | undefined =>
  towns.find(({ insee, name }) => insee === said || (said !== '' && nameKey(name) === nameKey(said)))?.insee

function mostShared(shape: MultiPolygon, { known, sharedWith }: Proposing): Known | undefined {
  const shares = known.map((one) => ({ one, share: one.geometry === null ? 0 : sharedWith(shape, one.geometry) }))
  const [best] = shares.toSorted((one, other) => other.share - one.share)
  return best !== undefined && best.share > 0.5 ? best.one : undefined
}

/** One shape to be written: a new perimeter with its first version, or a version of one that is there. */
export type FileEntry = { readonly rank: number; readonly version: VersionValues } & (
  | { readonly into: 'new'; readonly values: SectorValues } | { readonly into: 'known'; readonly sector: Sector })
export type FileProblem = {
  readonly field: string
  readonly why: WordProblem | SectorProblem | 'targetUnknown' | 'sameTarget' | 'sameName' | 'unusable' | 'doubtful' | 'nothing' | 'systemMissing'
}
type Deciding = {
  readonly sectors: readonly Sector[]; readonly towns: readonly Town[]; readonly acts: readonly ActChoice[]
  /** Whether a shape can be kept: not at all, once looked at, or as it is. */
  readonly weightOf: (rank: number) => 'stops' | 'mends' | 'none'
  readonly areaOf: (shape: MultiPolygon) => number
}

/** Reads the whole preview; every problem at once, each with its field. */
export function readFileForm(content: FileContent, typed: Readonly<Record<string, string>>, scene: Deciding): Outcome<readonly FileEntry[],
  FileProblem> {
  const word = readWord(wordOf(typed), scene.acts)
  const problems: FileProblem[] = word.ok ? [] : word.problems.map((why) => ({ field: wordFieldOf[why], why }))
  if (content.system.how === 'ambiguous') problems.push({ field: 'system', why: 'systemMissing' })
  const taken = new Set<string>()
  const entries = content.features.flatMap((feature, rank): FileEntry[] => {
    const of = (name: Parameters<typeof featureField>[0]): string => typed[featureField(name, rank)] ?? ''
    const wrong = (name: Parameters<typeof featureField>[0], why: FileProblem['why']) => problems.push({ field: featureField(name, rank), why })
    const target = of('target')
    if (target === noTarget) return []
    const known = scene.sectors.find(({ slug }) => slug === target)
    if (known === undefined && target !== newTarget) wrong('target', 'targetUnknown')
    const weight = scene.weightOf(rank)
    if (weight === 'stops') wrong('target', 'unusable')
    if (weight === 'mends' && of('seen') !== 'oui') wrong('seen', 'doubtful')
    const made = known === undefined ? readSector(newSectorTyped(typed, rank), { towns: scene.towns, conventions: [], others: scene.sectors })
      : undefined
    if (made?.ok === false) for (const why of made.problems) wrong(sectorFieldOf(why), why)
    const key = known?.slug ?? `${of('kind')} ${of('commune')} ${nameKey(of('name'))}`
    if (taken.has(key)) wrong(known === undefined ? 'name' : 'target', known === undefined ? 'sameName' : 'sameTarget')
    taken.add(key)
    const own = ownDay(of('from'))
    if (own === undefined) wrong('from', 'fromUnreadable')
    if (!word.ok || made?.ok === false || own === undefined) return []
    const geometry = shapeOfFeature(feature)
    const version: VersionValues = {
      ...word.value, validFrom: own ?? word.value.validFrom, townCentre: yesNo(of('townCentre')), geometry, areaM2: scene.areaOf(geometry),
    }
    if (version.validTo !== null && version.validFrom !== null && version.validTo < version.validFrom) wrong('from', 'daysReversed')
    return [known !== undefined ? { rank, version, into: 'known', sector: known } : { rank, version, into: 'new', values: made?.value ?? never() }]
  })
  if (entries.length === 0 && problems.length === 0) problems.push({ field: featureField('target', 0), why: 'nothing' })
  return problems.length > 0 ? refused(problems) : accepted(entries)
}

function never(): never {
  throw new Error('a new perimeter without values')
}
const ownDay = (typed: string): PlainDate | null | undefined => (typed === '' ? null : readDate(typed))

const newSectorTyped = (typed: Readonly<Record<string, string>>, rank: number): SectorTyped => ({
  name: typed[featureField('name', rank)] ?? '', kind: typed[featureField('kind', rank)] ?? '', commune: typed[featureField('commune', rank)] ?? '',
  convention: '', illustrative: typed['illustrative'] ?? '', note: '',
})
export const wordOf = (typed: Readonly<Record<string, string>>): WordTyped => ({
  act: typed['act'] ?? '', from: typed['from'] ?? '', to: typed['to'] ?? '', precision: typed['precision'] ?? '', source: typed['source'] ?? '',
})
const wordFieldOf: Readonly<Record<WordProblem, string>> = {
  actUnknown: 'act', fromUnreadable: 'from', toUnreadable: 'to', daysReversed: 'to', precisionUnreadable: 'precision', sourceMissing: 'source',
  sourceTooLong: 'source',
}
const sectorFieldOf = (why: SectorProblem): 'name' | 'kind' | 'commune' =>
  (why === 'kindMissing' ? 'kind' : why === 'communeUnknown' ? 'commune' : 'name')
