// Perimeters as files: GeoJSON with every version that stands and its days, the table of a day as a spreadsheet.
import type { MultiPolygon } from '../../geometry/shape.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { Book, Cell } from '../../writing/spreadsheet-book.ts'
import { spansOf } from './sector.rules.ts'
import type { Sector, SectorVersion } from './sector.rules.ts'
import { trustIn } from './situation.rules.ts'
import type { SectorScene, SectorSituation } from './situation.rules.ts'
import type { SectorNames } from './sectors.pages.tsx'
import { sectorKindNames, sectorReasonInWords, standingNames, townCentreNames } from './sector.words.tsx'

/** One feature for each version that stands, with what `chapeau effects --sectors` asks for and what identifies it. Null: unknown. */
type SectorFeature = {
  readonly type: 'Feature'; readonly geometry: MultiPolygon
  readonly properties: {
    readonly id: string; readonly commune: string | null; readonly townCentre: boolean | null; readonly validFrom: PlainDate | null
    readonly validTo: PlainDate | null; readonly name: string; readonly kind: string; readonly version: number; readonly illustrative: boolean
    /** Whether the acts bear it out: contested, struck out or unknown, it is in doubt. One whose act was annulled is left out. */
    readonly standing: 'yes' | 'unknown'; readonly precisionMetres: number | null; readonly source: string
  }
}

export function collectionOf(sectors: readonly Sector[], versions: readonly SectorVersion[], scene: SectorScene) {
  const features = sectors.flatMap((sector): SectorFeature[] => {
    const own = versions.filter(({ sectorId, withdrawn }) => sectorId === sector.id && withdrawn === null)
      .filter((version) => trustIn(version, sector, scene).standing !== 'no')
    const spans = new Map(spansOf(own).map(({ version, to }) => [version.id, to]))
    return own.filter(({ id, validFrom }) => validFrom === null || spans.has(id)).flatMap((version): SectorFeature[] => version.geometry === null
      ? [] : [{
      type: 'Feature', geometry: version.geometry, properties: {
        id: sector.slug, commune: sector.insee, townCentre: version.townCentre, validFrom: version.validFrom,
        validTo: spans.get(version.id) ?? version.validTo, name: sector.name, kind: sector.kind, version: version.number,
        illustrative: sector.illustrative, standing: trustIn(version, sector, scene).standing === 'yes' ? 'yes' : 'unknown',
        precisionMetres: version.precisionMetres, source: version.source,
      },
    }])
  })
  return { type: 'FeatureCollection', features }
}

const columns = [
  'Identifiant', 'Périmètre', 'Nature', 'Commune', 'Code INSEE', 'Centre-ville', 'Ce jour-là', 'Pourquoi', 'Version', 'Depuis', 'Jusqu’au',
    'Fixée par',
  'Surface en m²', 'Précision en m', 'Tracé illustratif', 'Source',
]

/** The table of the page, in full. */
export function sectorBook(
  situations: readonly SectorSituation[], names: SectorNames, actNames: ReadonlyMap<string, string>, on: PlainDate,
): Book {
  const rows = situations.map(({ sector, standing, reasons, version, candidates, until }): readonly Cell[] => {
    // The only one that may hold is worth its values, though nobody can say that it does.
    const shown = version ?? (candidates.length === 1 ? candidates[0] : undefined)
    return [
      sector.slug, sector.name, sectorKindNames[sector.kind], sector.insee === null ? null : names.commune(sector.insee), sector.insee,
      shown === undefined ? null : townCentreNames(shown.townCentre), standingNames[standing],
      reasons.map((reason) => sectorReasonInWords(reason, names.convention)).join(' '),
      shown === undefined ? candidates.map(({ number }) => number).join(' ou ') : shown.number, dayCell(shown?.validFrom), dayCell(until),
      typeof shown?.actId === 'string' ? actNames.get(shown.actId) ?? null : null, areaCell(shown?.areaM2), shown?.precisionMetres ?? null,
      sector.illustrative, shown?.source ?? null,
    ]
  })
  return { title: 'Secteurs', on, sheets: [{ name: 'Secteurs', columns: columns.map((label) => ({ label })), rows }] }
}
const dayCell = (day: PlainDate | null | undefined): Cell => (day === null || day === undefined ? null : { date: day })
const areaCell = (metres2: number | null | undefined): Cell => (typeof metres2 === 'number' ? Math.round(metres2) : null)
