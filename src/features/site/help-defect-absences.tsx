// What each defect of a text means and what to do about it: those that tell what is not in it.
import type { DefectCode } from '../../reading/facts.ts'

/** `unconfirmed`: what is said of the law is from general knowledge, not read in a text. */
export type DefectHelp = {
  readonly title: string; readonly meaning: string; readonly todo: string; readonly source?: string
  readonly unconfirmed?: string
}

/** Those the dashboard shows under « Ce qui manque ». */
export type AbsenceCode = Extract<
  DefectCode,
  | 'signature-date-missing' | 'signature-place-missing' | 'term-missing' | 'term-not-computable' | 'main-town-not-named' | 'sector-missing'
  | 'funding-plan-missing' | 'calendar-missing' | 'state-not-party' | 'epci-not-party' | 'amendment-clause-missing' | 'list-missing' | 'no-text'
>

const elsewhere =
  'L’ORT tient souvent à plusieurs documents : cherchez dans les conventions de programme et leurs annexes, et déposez-les dans la même opération.'

export const absenceHelp: Readonly<Record<AbsenceCode, DefectHelp>> = {
  'signature-date-missing': {
    title: 'Date de signature absente',
    meaning:
      'La page de signature laisse la date en blanc, ou manque. Quand la durée court de la signature, la fin de la convention est alors inconnue.',
    todo: 'Retrouvez l’exemplaire daté. Corrigez la durée (« Signée le ») si vous connaissez le jour, et gardez-en la preuve.',
  },
  'signature-place-missing': {
    title: 'Lieu de signature absent',
    meaning: 'Le lieu, dans la formule « fait à », est en blanc.',
    todo: 'Complétez-la sur l’exemplaire à signer. Sans portée sur les échéances.',
  },
  'term-missing': {
    title: 'Durée absente',
    meaning: 'Le texte ne donne ni durée ni date de fin.',
    todo: 'Cherchez-la dans un autre document de l’ORT ; à défaut, fixez-la par avenant. Aucune durée minimale n’a été trouvée dans la loi.',
    source: 'CCH, art. L.303-2, II',
  },
  'term-not-computable': {
    title: 'Fin impossible à calculer',
    meaning: 'Le texte donne une durée, mais le jour d’où elle court n’est pas connu.',
    todo: 'Établissez la date de signature, puis corrigez la durée. Les échéances qui en dépendent se calculeront alors.',
  },
  'main-town-not-named': {
    title: 'Ville principale non désignée',
    meaning: 'Le texte ne dit pas quelle commune est la ville principale, dont le centre-ville fait nécessairement partie de l’opération.',
    todo: 'Indiquez-la dans la fiche de l’opération, et nommez-la au prochain avenant. Si l’ORT s’en passe, joignez la dérogation du préfet.',
    source: 'CCH, art. L.303-2 ; dérogation : art. L.303-3',
  },
  'sector-missing': {
    title: 'Secteurs d’intervention absents',
    meaning: 'Aucun secteur n’est délimité ici, alors que plusieurs effets de l’ORT n’existent que dans un secteur.',
    todo: elsewhere, source: 'CCH, art. L.303-2, II',
  },
  'funding-plan-missing': {
    title: 'Plan de financement absent',
    meaning: 'Le plan de financement des actions n’est pas dans ce texte.',
    todo: elsewhere, source: 'CCH, art. L.303-2, II',
  },
  'calendar-missing': {
    title: 'Calendrier absent',
    meaning: 'Le calendrier des actions n’est pas dans ce texte.',
    todo: elsewhere, source: 'CCH, art. L.303-2, II',
  },
  'state-not-party': {
    title: 'L’État n’est pas partie',
    meaning: 'Aucune partie ne représente l’État. Ce peut être une lecture incomplète de la première page.',
    todo: 'Ajoutez la partie si elle est dans le texte. Sinon, la convention ne vaut pas à elle seule ORT.',
    source: 'CCH, art. L.303-2, I',
  },
  'epci-not-party': {
    title: 'L’intercommunalité n’est pas partie',
    meaning: 'Aucun EPCI à fiscalité propre ne figure parmi les parties.',
    todo: 'Ajoutez la partie si elle est dans le texte. Sinon, la convention ne vaut pas à elle seule ORT.',
    source: 'CCH, art. L.303-2, I',
  },
  'amendment-clause-missing': {
    title: 'Aucune clause d’avenant',
    meaning: 'Le texte ne dit pas comment le modifier.',
    todo: 'Prévoyez une clause au prochain avenant. D’ici là, faites délibérer et signer toutes les parties.',
    unconfirmed: 'qu’un avenant suive les mêmes formes que la convention est un principe général ; aucun texte propre à l’ORT n’a été trouvé.',
  },
  'list-missing': {
    title: 'Liste annoncée qui ne suit pas',
    meaning: 'Le texte annonce, par exemple, « 17 fiches actions » et ne les donne pas.',
    todo: 'Cherchez l’annexe et déposez-la. Une page a pu manquer à la numérisation.',
  },
  'no-text': {
    title: 'Document sans texte',
    meaning: 'Rien n’a pu être lu.',
    todo: 'Fournissez une version avec du texte, ou numérisez de nouveau le document.',
  },
}
