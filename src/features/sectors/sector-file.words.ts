// Files of perimeters in French: the system they were read in, what a repair changed, what is wrong in the preview.
import type { Fault } from '../../design/faults.tsx'
import { areaOf } from '../../geometry/area.ts'
import { projectionCodes, projections } from '../../geometry/projections.ts'
import type { FileFeature, FileProblem, FileSystem } from './sector-file.rules.ts'
import { shapeOfFeature } from './sector-file.rules.ts'
import type { SectorProblem, WordProblem } from './sector-form.rules.ts'
import { sectorFaults, versionFaults } from './sector.words.tsx'
import { repairNames } from './shape-problem.words.ts'

const named = (code: string | null): string => {
  const known = projectionCodes.find((one) => one === code)
  return known === undefined ? 'un système inconnu' : projections[known].name
}

export function systemInWords({ how, code, candidates, swapped }: FileSystem): string {
  const order = swapped ? ' Les deux axes étaient inversés : ils ont été remis dans l’ordre.' : ''
  if (how === 'ambiguous') return `Le système de coordonnées n’est pas dit : ${candidates.map(named).join(', ou ')}.`
  if (how === 'chosen') return `${named(code)}.`
  const converted = code === 'EPSG:4326' ? '' : ', converti en degrés'
  return how === 'declared' ? `Coordonnées : ${named(code)}, dit par le fichier${converted}.`
    : `Coordonnées reconnues comme ${named(code)}${converted} : à vérifier sur la carte.${order}`
}

/** The area of a shape, and what its repair made of it. */
export function repairedInWords(feature: FileFeature, areaInWords: (metres2: number) => string): string {
  const now = areaInWords(areaOf(shapeOfFeature(feature)))
  if (feature.repairs.length === 0) return `Surface : ${now}`
  const done = Object.entries(repairNames).filter(([code]) => feature.repairs.includes(code)).map(([, name]) => name.toLowerCase()).join(', ')
  return `Réparé (${done}) : ${feature.areaBefore === null ? 'surface sans mesure' : areaInWords(feature.areaBefore)} avant, ${now} après`
}

const own: Readonly<Record<Exclude<FileProblem['why'], WordProblem | SectorProblem>, string>> = {
  targetUnknown: 'Ce périmètre n’est plus là : choisissez ce que devient le tracé.',
  sameTarget: 'Deux tracés donneraient une version au même périmètre : gardez-en un, ou réunissez-les dans votre logiciel.',
  sameName: 'Deux tracés porteraient le même nom dans la même commune : distinguez-les.',
  unusable: 'Ce tracé ne peut pas être enregistré tel quel : cochez une réparation, ou laissez-le de côté.',
  doubtful: 'Ce tracé est à vérifier : réparez-le, ou cochez « J’ai vérifié ».',
  nothing: 'Tous les tracés sont laissés de côté : il n’y a rien à enregistrer.',
  systemMissing: 'Choisissez le système de coordonnées du fichier.',
}
const sentences: ReadonlyMap<string, string> = new Map([
  ...Object.entries(own), ...Object.entries(sectorFaults).map(([why, [, words]]) => [why, words] as const),
  ...Object.entries(versionFaults).map(([why, [, words]]) => [why, words] as const),
])

/** Each fault at its field; that of one shape says which. */
export const fileFault = ({ field, why }: FileProblem): Fault => {
  const rank = /-(\d+)$/.exec(field)?.[1]
  return [field, `${rank === undefined ? '' : `Tracé ${Number(rank) + 1} : `}${sentences.get(why) ?? why}`]
}
