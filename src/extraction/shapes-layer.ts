// What every reader of shapes makes: layers of features in the numbers of the file, counted as they come.
import type { ProjectionCode } from '../geometry/projections.ts'
import type { MultiPolygon } from '../geometry/shape.ts'
import { type Budget, refuse } from './budget.ts'
import { shapeLimits } from './shapes-limits.ts'
import type { LeftOut, LeftOutWhy, ReadFeature, ShapeProperties } from './shapes-problem.ts'

/** `declared`: the system it says it is in; null when it says one that is none of ours, undefined when it says nothing. */
export type Layer = {
  readonly declared: ProjectionCode | null | undefined; readonly features: readonly ReadFeature[]; readonly leftOut: readonly LeftOut[]
}
type Shape = { readonly geometry: MultiPolygon } | { readonly why: LeftOutWhy }
export type Gathering = {
  readonly add: (name: string | null, properties: ShapeProperties, shape: Shape) => void
  readonly layer: (declared: Layer['declared']) => Layer
}
/** What the whole file has given so far. */
export type Tally = { readonly budget: Budget; readonly feature: () => void; readonly points: (more: number) => void }

export function openTally(budget: Budget): Tally {
  let [features, points] = [0, 0]
  return {
    budget,
    feature: () => {
      features += 1
      if (features % 64 === 0) budget.check()
      if (features > shapeLimits.features) refuse('tooHeavy')
    },
    points: (more) => {
      points += more
      if (!(points <= shapeLimits.points)) refuse('tooHeavy')
    },
  }
}

/** The features of one layer, as they are read. */
export function gather(tally: Tally): Gathering {
  const features: ReadFeature[] = []
  const leftOut: LeftOut[] = []
  return {
    add: (name, properties, shape) => {
      tally.feature()
      if ('why' in shape) leftOut.push({ name, why: shape.why })
      else features.push({ name, properties, geometry: shape.geometry })
    },
    layer: (declared) => ({ declared, features, leftOut }),
  }
}

/** The properties of a feature that are a word or a figure, so many and so long at most. */
export function plainProperties(given: Iterable<readonly [string, unknown]>): ShapeProperties {
  const kept: [string, string | number | boolean | null][] = []
  for (const [name, value] of given) {
    if (kept.length >= shapeLimits.properties) break
    const plain = typeof value === 'string' ? value.slice(0, shapeLimits.letters).trim()
      : typeof value === 'bigint' ? Number(value) : value
    if (typeof plain === 'string' || typeof plain === 'boolean' || plain === null || (typeof plain === 'number' && Number.isFinite(plain))) {
      kept.push([name.slice(0, 200), plain])
    }
  }
  return Object.fromEntries(kept)
}

const naming = ['name', 'nom', 'libelle', 'label', 'lib', 'intitule', 'titre', 'secteur', 'nom_secteur', 'nom_sect', 'lib_sect', 'designation', 'id']

/** What a feature calls itself, by the property that usually says it. */
export function nameIn(properties: ShapeProperties): string | null {
  const byName = new Map(Object.entries(properties).map(([name, value]) => [name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''), value]))
  for (const name of naming) {
    const value = byName.get(name)
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') return String(value).slice(0, 200)
  }
  return null
}
