// What a file of shapes gives, why it may give nothing, and the sentence a person reads: what happened, and what to do.
import type { ProjectionCode } from '../geometry/projections.ts'
import type { MultiPolygon } from '../geometry/shape.ts'

export type ShapeFormat = 'geojson' | 'shapefile' | 'geopackage' | 'kml' | 'parcels'
export type ShapeProperties = Readonly<Record<string, string | number | boolean | null>>
/** `geometry`: in degrees; in the numbers of the file while its system is ambiguous; null when the file has no area there. */
export type ReadFeature = { readonly name: string | null; readonly properties: ShapeProperties; readonly geometry: MultiPolygon | null }
/** Why a feature gives no area: it has no shape, is a point or a line, is drawn with arcs, has numbers that are none, is a parcel without contour. */
export type LeftOutWhy = 'noGeometry' | 'notAnArea' | 'curved' | 'badNumbers' | 'noParcel'
export type LeftOut = { readonly name: string | null; readonly why: LeftOutWhy }
/** `declared`: what the file said, when the numbers deny it. `swapped`: it wrote its northings first. */
export type FoundSystem =
  | { readonly how: 'declared' | 'chosen'; readonly code: ProjectionCode }
  | { readonly how: 'recognised'; readonly code: ProjectionCode; readonly swapped: boolean; readonly declared: ProjectionCode | null }
  | { readonly how: 'ambiguous'; readonly candidates: readonly ProjectionCode[] }
export type ReadShapes = {
  readonly format: ShapeFormat; readonly crs: FoundSystem; readonly features: readonly ReadFeature[]; readonly leftOut: readonly LeftOut[]
}

export type ShapeFileProblem =
  | 'tooLarge' | 'tooMany' | 'bomb' | 'encrypted' | 'broken' | 'unsafeXml' | 'unknownFormat' | 'looseShapefile' | 'noLayer' | 'empty' | 'noArea'
  | 'unknownSystem' | 'severalSystems' | 'timeout' | 'cancelled'
export type ShapeReading = { readonly ok: true; readonly file: ReadShapes } | { readonly ok: false; readonly problem: ShapeFileProblem }

export const leftOutSentences: Record<LeftOutWhy, string> = {
  noGeometry: 'Aucun tracé.',
  notAnArea: 'Ce n’est pas une surface, mais un point ou une ligne.',
  curved: 'Le tracé comporte des arcs. Exportez-le en segments droits.',
  badNumbers: 'Certaines coordonnées ne sont pas des nombres.',
  noParcel: 'Parcelle sans contour. Joignez les contours du cadastre (GeoJSON).',
}

export const shapeFileSentences: Record<ShapeFileProblem, string> = {
  tooLarge: 'Le fichier dépasse 20 Mo. Gardez les seuls secteurs de l’opération, ou simplifiez les tracés, puis déposez-le de nouveau.',
  tooMany: 'Le fichier dépasse 5 000 objets ou 500 000 points. Gardez les seuls secteurs de l’opération, puis déposez-le de nouveau.',
  bomb: 'Le fichier a été refusé : une fois ouvert, il est démesurément grand ou profond. Exportez de nouveau la couche, puis déposez-la.',
  encrypted: 'L’archive est protégée par un mot de passe. Enregistrez-en une copie sans mot de passe, puis déposez la copie.',
  broken: 'Le fichier est endommagé ou incomplet. Vérifiez qu’il s’ouvre dans votre logiciel, exportez-le de nouveau, puis déposez-le.',
  unsafeXml:
    'Le fichier a été refusé : il contient une déclaration que les logiciels de carte n’écrivent pas. Exportez-le de nouveau, puis déposez-le.',
  unknownFormat:
    'Le format de ce fichier n’est pas reconnu. '
    + 'Déposez un GeoJSON, un Shapefile compressé (.zip), un GeoPackage, un KML ou une liste de parcelles.',
  looseShapefile:
    'Un Shapefile est fait de plusieurs fichiers. Réunissez les .shp, .dbf, .prj et .cpg dans une archive .zip, puis déposez l’archive.',
  noLayer: 'L’archive ne contient aucune couche de secteurs. Vérifiez qu’elle contient un fichier .shp ou .kml, puis déposez-la de nouveau.',
  empty: 'Le fichier est vide. Vérifiez que vous avez choisi le bon fichier.',
  noArea: 'Le fichier ne contient aucune surface. Vérifiez que vous avez exporté la couche des secteurs, et non des points ou des lignes.',
  unknownSystem:
    'Le système de coordonnées de ce fichier n’est pas reconnu. '
    + 'Exportez la couche en Lambert-93 ou en longitude et latitude (WGS 84), puis déposez-la.',
  severalSystems: 'Les couches de ce fichier sont dans des systèmes de coordonnées différents. Déposez les couches une à une.',
  timeout: 'La lecture du fichier a pris trop de temps. Gardez les seuls secteurs de l’opération, puis déposez-le de nouveau.',
  cancelled: 'La lecture du fichier a été interrompue. Déposez-le de nouveau quand vous le souhaitez.',
}
