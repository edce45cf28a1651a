// What the facts of a place say of its commune, its convention, its sectors and the perimeters of other laws. Pure.
import { type Finding, allOf, anyOf, doubtOf, finding, found } from './finding.ts'
import type { PlaceFacts, SectorFact } from './place-facts.ts'
import type { SectorKind } from './sector-kind.ts'

/** Is a convention in force in the commune of the place. */
export function conventionHere(facts: PlaceFacts): Finding {
  return 'insee' in facts.commune ? conventionIn(facts, facts.commune.insee) : finding('unknown', 'communeUnknown', facts.commune)
}

function conventionIn(facts: PlaceFacts, insee: string): Finding {
  const convention = facts.conventions.find((one) => one.insee === insee)
  return found(convention?.inForce ?? 'notLoaded',
    { yes: 'conventionInForce', no: 'conventionNotInForce', unknown: 'conventionUnknown' },
    { insee, ...(convention !== undefined && { convention }) })
}

/**
 * Is the place in a sector of intervention that counts that day. With `townCentre`, in one that holds a town centre.
 * @source CCH, art. L.303-2 II; C. com., art. L.752-1-1 (sectors that hold a town centre)
 */
export function insideSector(facts: PlaceFacts, asked: { readonly townCentre?: true } = {}): Finding {
  const possible = facts.sectors.filter(({ kind, inside }) => kind === 'intervention' && inside !== 'no')
  return anyOf(...possible.map((sector) => sectorCounts(facts, sector, asked)), elsewhere(facts, possible.length === 0))
}

/** Could a sector that nobody gave hold the place: no when they are all known, and no when the commune has no convention in force. */
const elsewhere = (facts: PlaceFacts, alone: boolean): Finding => allOf(conventionHere(facts), found(
  facts.sectorsComplete === 'yes' ? 'no' : doubtOf(facts.sectorsComplete) ?? 'unknown',
  { yes: 'insideSector', no: alone ? 'outsideSectors' : 'noOtherSector', unknown: 'sectorsIncomplete' }))

function sectorCounts(facts: PlaceFacts, sector: SectorFact, { townCentre = false }: { readonly townCentre?: boolean }): Finding {
  return allOf(
    found(sector.inside, { yes: 'insideSector', no: 'outsideSectors', unknown: sector.inside === 'tooClose' ? 'sectorEdge' : 'sectorUnknown' },
      { sector }),
    found(sector.valid, { yes: 'insideSector', no: 'sectorNotValid', unknown: 'sectorValidityUnknown' }, { sector }),
    sector.commune === null ? conventionHere(facts) : conventionIn(facts, sector.commune),
    ...(townCentre ? [found(sector.townCentre, { yes: 'insideSector', no: 'notTownCentre', unknown: 'townCentreUnknown' }, { sector })] : []),
    ...(sector.illustrative ? [finding('unknown', 'sectorIllustrative', { sector })] : []),
  )
}

/** Is the place in a perimeter that another law draws. */
export const insidePerimeter = (facts: PlaceFacts, kind: SectorKind): Finding => anyOf(
  ...facts.sectors.filter((sector) => sector.kind === kind && sector.inside !== 'no').map((sector) => allOf(
    found(sector.inside, perimeterCodes, { sector, perimeter: kind }), found(sector.valid, perimeterCodes, { sector, perimeter: kind }),
    ...(sector.illustrative ? [finding('unknown', 'sectorIllustrative', { sector })] : []))),
  found(facts.perimeters[kind] ?? 'notLoaded', perimeterCodes, { perimeter: kind }),
)
const perimeterCodes = { yes: 'insidePerimeter', no: 'outsidePerimeter', unknown: 'perimeterUnknown' } as const
