// What is wrong with a shape, in French: what it is, where, and what can be done about it.
import type { ShapeProblem, ShapeProblemCode } from '../../geometry/shape-problem.ts'

type Words = (problem: ShapeProblem, named: (other: string) => string) => string
const area = (metres2: number | null): string => (metres2 === null ? '' : ` (${metres2 >= 10_000 ? `${(metres2 / 10_000).toLocaleString('fr-FR',
  { maximumFractionDigits: 1 })} ha` : `${Math.round(metres2).toLocaleString('fr-FR')} m²`})`)
const many = (count: number, one: string, several: string): string => (count < 2 ? one : `${count.toLocaleString('fr-FR')} ${several}`)

const words: Readonly<Record<ShapeProblemCode, Words>> = {
  empty: () => 'Le tracé est vide.',
  tooManyPoints: ({ count }) => `Le tracé compte ${count.toLocaleString('fr-FR')} points, trop pour un périmètre : simplifiez-le.`,
  projected: () => 'Les coordonnées ne sont pas des degrés, mais des mètres d’une projection : importez-le comme fichier, qui la reconnaît.',
  swappedAxes: () => 'Longitude et latitude sont inversées.',
  outsideFrance: () => 'Le tracé, ou une partie, n’est pas en France.',
  unclosedRing: ({ count }) => many(count, 'Un contour n’est pas fermé.', 'contours ne sont pas fermés.'),
  shortRing: ({ count }) => many(count, 'Un contour a moins de trois points distincts.', 'contours ont moins de trois points distincts.'),
  duplicatePoints: ({ count }) => many(count, 'Un point est répété.', 'points sont répétés.'),
  selfIntersection: ({ count }) => many(count, 'Le contour se croise lui-même.', 'croisements du contour avec lui-même.'),
  holeOutside: ({ count }) => many(count, 'Un trou sort de son contour.', 'trous sortent de leur contour.'),
  overlappingParts: ({ count }) => many(count, 'Deux parties se recouvrent.', 'recouvrements entre parties.'),
  ringOrientation: () => 'Le sens des contours n’est pas celui de la norme GeoJSON : sans effet ici.',
  outsideCommune: ({ count, metres2, other, weight }, named) => `${weight === 'stops' ? 'Le tracé est tout entier hors de' : 'Le tracé sort de'} ${
    other === null ? 'sa commune' : named(other)}${area(metres2)} : ${many(count, 'un point est dehors.', 'points sont dehors.')}`,
  communeUnknown: () => 'Le contour de la commune n’est pas chargé : nul ne peut dire si le tracé en sort.',
  gapWithNeighbour: ({ metres2, other }, named) =>
    `Un mince vide le sépare de ${other === null ? 'son voisin' : `« ${named(other)} »`}${area(metres2)}.`,
  overlapWithNeighbour: ({ metres2, other, weight }, named) => `Il recouvre ${weight === 'tells' ? '' : 'de peu '}${
    other === null ? 'son voisin' : `« ${named(other)} »`}${area(metres2)}.`,
}

/** `named`: how a neighbour or a commune is called. */
export const shapeProblemInWords = (problem: ShapeProblem, named: (other: string) => string): string => words[problem.code](problem, named)

export const weightNames: Readonly<Record<ShapeProblem['weight'], string>> = {
  stops: 'Empêche d’enregistrer', mends: 'À vérifier', tells: 'Pour information',
}
/** What a repair does, where one ticks it. */
export const repairNames: Readonly<Partial<Record<ShapeProblemCode, string>>> = {
  swappedAxes: 'Échanger longitude et latitude', unclosedRing: 'Fermer les contours', shortRing: 'Retirer les contours sans surface',
  duplicatePoints: 'Retirer les points répétés', selfIntersection: 'Couper le contour à ses croisements', holeOutside: 'Recouper les trous',
  overlappingParts: 'Réunir les parties', ringOrientation: 'Remettre les contours dans le sens de la norme',
  outsideCommune: 'Couper à la limite de la commune', gapWithNeighbour: 'Coller le tracé à son voisin',
  overlapWithNeighbour: 'Rendre au voisin ce qui le recouvre de peu',
}
