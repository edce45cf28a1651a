// The perimeters an operation keeps on the map: its sectors of intervention, and those that other laws draw.

/**
 * `intervention`: a secteur d'intervention of the ORT; `strategy`: the wider perimeter of the strategy; the others come from other laws.
 * @source CCH, art. L.303-2 II; CU, art. L.211-1 and L.214-1; Anah (OPAH); loi n° 2014-173 (QPV)
 */
export const sectorKinds = [
  'intervention', 'strategy', 'opah', 'opahRu', 'qpv', 'preemption', 'reinforcedPreemption', 'tradeSafeguard', 'heritage', 'urbanZone',
  'activityZone', 'other',
] as const
export type SectorKind = (typeof sectorKinds)[number]
