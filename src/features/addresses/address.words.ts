// French of addresses: why a line was refused, why a source cannot be read.
import type { LineProblem } from './ban-line.rules.ts'
import type { SourceProblem } from './address-source.ts'

export const lineSentences: Readonly<Record<LineProblem, string>> = {
  tooFewCells: 'ligne incomplète', noStreet: 'sans nom de voie, ou nom trop long', noCommune: 'sans commune ou sans code INSEE',
  otherDepartment: 'd’un autre département', numberUnreadable: 'numéro illisible', placeUnreadable: 'longitude ou latitude illisible',
  outsideFrance: 'hors de France (axes inversés ?)', damaged: 'caractères abîmés : le fichier doit être en UTF-8',
}

export const sourceSentences: Readonly<Record<SourceProblem, (source: string) => string>> = {
  notFound: (source) => `Le fichier « ${source} » est introuvable ou illisible : vérifiez son chemin.`,
  tooLarge: (source) => `« ${source} » dépasse 2 Go : ce n’est pas l’extrait d’un département.`,
  unreachable: (source) => `« ${source} » ne répond pas, ou répond par une erreur : réessayez, ou donnez un fichier.`,
}
