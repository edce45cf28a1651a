// What the batch says in French: why a line is no point, why a file cannot be used, and what each profile opens.
import type { LeverVerdict } from '../../law/levers/lever-answer.ts'
import type { Lever } from '../../law/levers/lever.ts'
import type { DialectProblem } from './batch-dialect.ts'
import type { PointProblem } from './batch-points.ts'
import type { Counted } from './batch-profiles.ts'
import type { FileFault, SectorFault } from './batch-sectors.ts'

export const pointSentences: Readonly<Record<PointProblem, string>> = {
  blank: 'la ligne est vide', quote: 'un guillemet ouvert n’est pas fermé', columns: 'il manque des colonnes',
  longitude: 'la longitude n’est pas un nombre', latitude: 'la latitude n’est pas un nombre',
  projected: 'ce ne sont pas des degrés (longitude de -180 à 180, latitude de -90 à 90)',
  swapped: 'longitude et latitude sont sans doute inversées',
}

export const dialectSentences: Readonly<Record<DialectProblem, string>> = {
  empty: 'Le fichier des points est vide.', utf16: 'Le fichier des points est en UTF-16 : enregistrez-le en UTF-8.',
  compressed: 'Le fichier des points est une archive ou un classeur : donnez un CSV ou un Parquet.',
  noColumns: 'Le fichier des points n’a pas les colonnes id, lon et lat sur sa première ligne.',
}

const faults: Readonly<Record<SectorFault, string>> = {
  notJson: 'n’est pas du JSON valide', notCollection: 'n’est pas une collection GeoJSON (« FeatureCollection »)',
  noFeature: 'ne contient aucun secteur',
  otherSystem: 'n’est pas en degrés WGS 84 : convertissez-le (EPSG:4326)', notFeature: 'ce n’est pas un objet « Feature »',
  noId: 'l’identifiant « id » manque', badId: 'l’identifiant « id » est trop long, ou contient « | » ou un saut de ligne',
  badCommune: '« commune » n’est pas un code INSEE', badTownCentre: '« townCentre » doit être true, false ou null',
  badFrom: 'la date de début n’existe pas (aaaa-mm-jj)', badTo: 'la date de fin n’existe pas (aaaa-mm-jj)',
  endsBefore: 'la date de fin précède la date de début', notArea: 'la géométrie n’est ni un polygone ni un multipolygone',
  badPlace: 'une coordonnée n’est pas un nombre', notDegrees: 'une coordonnée n’est pas en degrés : convertissez le fichier en WGS 84 (EPSG:4326)',
  swapped: 'longitude et latitude sont inversées : GeoJSON donne la longitude d’abord',
  noRing: 'le polygone n’a pas de contour', flatRing: 'un contour n’entoure rien : tous ses points sont sur une ligne',
  notList: 'il faut un objet JSON {"communes": [{"insee", "inForceFrom", "inForceTo"}]}',
  badInsee: '« insee » n’est pas un code INSEE',
}

export const parquetSentences = {
  noColumns: 'Le fichier Parquet n’a pas de colonnes id, lon et lat.', broken: 'Le fichier Parquet est abîmé, ou ne se lit pas jusqu’au bout.',
} as const

/** One line per fault; `what`: secteur, commune. */
export const faultLines = (file: string, what: string, found: readonly FileFault[]): string =>
  found.map(({ rank, fault }) => `${file} : ${rank === null ? 'le fichier' : `${what} n° ${rank},`} ${faults[fault]}.\n`).join('')

const verdicts = ['applies', 'no', 'unknown'] as const

/** The legend for people: the levers of each profile, by verdict. */
export const legendLines = (levers: readonly Lever[], profiles: readonly Counted[]): string => profiles.map(({ profile, points }) => {
  const named = (verdict: LeverVerdict): string => levers.filter((_, at) => profile.verdicts[at] === verdict).map(({ id }) => id).join(' ') || '-'
  return `Profil ${profile.name} (${points.toLocaleString('fr-FR')} point${points > 1 ? 's' : ''})\n${
    verdicts.map((verdict) => `  ${verdict.padEnd(7)} : ${named(verdict)}\n`).join('')}`
}).join('')

const cell = (words: string): string => (/[",\n\r;]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words)

/** The legend for programs: one line per profile and lever. */
export const legendCsv = (levers: readonly Lever[], profiles: readonly Counted[]): string =>
  ['profile,points,lever,verdict,name\n', ...profiles.flatMap(({ profile, points }) => levers.map(({ id, name }, at) =>
    `${[profile.name, String(points), id, profile.verdicts[at] ?? '', name].map(cell).join(',')}\n`))].join('')
