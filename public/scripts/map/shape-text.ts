// The shape of a form as text and as parts: what the field holds, read with care and written back.
export type At = readonly [longitude: number, latitude: number]
/** Rings of one part, the outer first, each closed. */
export type Part = readonly (readonly At[])[]

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
export const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

function positionOf(value: unknown): At | undefined {
  const [longitude, latitude]: readonly unknown[] = Array.isArray(value) ? value : []
  return typeof longitude === 'number' && typeof latitude === 'number' ? [rounded(longitude), rounded(latitude)] : undefined
}

function ringOf(value: unknown): readonly At[] {
  const ring = Array.isArray(value) ? value.flatMap((at: unknown) => { const known = positionOf(at); return known === undefined ? [] : [known] }) : []
  const [first, last] = [ring[0], ring.at(-1)]
  return first === undefined || last === undefined || (first[0] === last[0] && first[1] === last[1]) ? ring : [...ring, first]
}

const partOf = (value: unknown): readonly Part[] => {
  const rings = Array.isArray(value) ? value.map(ringOf).filter(({ length }) => length >= 4) : []
  return rings.length === 0 ? [] : [rings]
}

/** The parts of an area; undefined for what is no area, so that nothing written otherwise is lost. */
export function partsOf(text: string): readonly Part[] | undefined {
  if (text.trim() === '') return []
  try {
    const json: unknown = JSON.parse(text)
    const value = isRecord(json) && json['type'] === 'Feature' ? json['geometry'] : json
    if (!isRecord(value)) return undefined
    if (value['type'] === 'Polygon') return partOf(value['coordinates'])
    return value['type'] === 'MultiPolygon' && Array.isArray(value['coordinates']) ? value['coordinates'].flatMap(partOf) : undefined
  } catch {
    return undefined
  }
}

export function textOf(parts: readonly Part[]): string {
  const [only] = parts
  if (only === undefined) return ''
  return JSON.stringify(parts.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: parts })
}
