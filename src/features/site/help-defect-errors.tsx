// What each defect of a text means and what to do about it: those that are wrong in what is written.
import type { DefectCode } from '../../reading/facts.ts'
import type { AbsenceCode, DefectHelp } from './help-defect-absences.tsx'

export const errorHelp: Readonly<Record<Exclude<DefectCode, AbsenceCode>, DefectHelp>> = {
  'body-not-created': {
    title: 'Instance citée, mais jamais créée',
    meaning: 'Une clause s’en remet à un comité (souvent pour résilier ou évaluer) qu’aucun article ne crée ni ne compose sous ce nom.',
    todo:
      'Cherchez si le texte parle d’une autre instance sous un autre nom : un avenant peut corriger le mot. Sinon, composez cette instance.',
  },
  'commune-not-party': {
    title: 'Commune concernée sans être partie',
    meaning: 'Une commune figure dans un programme que cite la convention, mais ne la signe pas.',
    todo: 'Ce peut être voulu. Si elle doit bénéficier de l’ORT, associez-la par avenant.',
    source: 'CCH, art. L.303-2, I : la convention est conclue avec tout ou partie des communes membres',
  },
  'two-capacities': {
    title: 'Une personne signe en deux qualités',
    meaning: 'La même personne signe, par exemple, comme président de l’intercommunalité et comme maire.',
    todo:
      'Vérifiez que chaque assemblée a autorisé la signature, par sa propre délibération. Prévoyez un autre signataire en cas de conflit d’intérêts.',
  },
  'signatures-scrambled': {
    title: 'Colonnes de signatures mêlées',
    meaning: 'Les colonnes de la page de signature ont été mises bout à bout : un nom peut se trouver sous la mauvaise commune.',
    todo: 'Rapprochez à la main chaque partie de son signataire, sur l’original, et corrigez les parties.',
  },
  'stamp-siren-invalid': {
    title: 'SIREN faux dans un tampon',
    meaning: 'Le SIREN de l’identifiant ne passe pas sa clé de contrôle : un chiffre a été mal lu ou mal recopié.',
    todo: 'Relisez l’identifiant sur l’original. Le message propose celui des autres tampons du même acte, quand il y en a.',
    source: 'Insee, structure du numéro SIREN',
  },
  'stamp-unreadable': {
    title: 'Tampon illisible',
    meaning: 'Un cachet de télétransmission est là, mais son identifiant est incomplet.',
    todo: 'Recopiez-le de l’original, ou écartez le tampon si un autre donne le même acte.',
  },
  'stamp-variants': {
    title: 'Tampons qui se contredisent',
    meaning: 'Des pages du même document portent des identifiants différents. Souvent une erreur de reconnaissance, parfois un autre acte.',
    todo:
      'Comparez-les sur l’original. Deux actes distincts, par exemple de deux assemblées, sont normaux ; deux lectures du même acte ne le sont pas.',
  },
  'stamp-dates-disagree': {
    title: 'Dates de tampon qui ne se suivent pas',
    meaning:
      'L’acte vient avant sa transmission, la transmission avant la réception, la réception avant la publication ; ou deux copies donnent '
        + 'deux jours.',
    todo: 'Retenez la date de l’accusé de réception de la préfecture.',
    source: 'CGCT, art. L.2131-1 : un acte est exécutoire une fois publié et transmis',
  },
  'obsolete-clause': {
    title: 'Clause dépassée',
    meaning: 'Le texte prévoit une publication au recueil des actes administratifs d’une collectivité, qui n’existe plus depuis le 1er juillet 2022.',
    todo: 'Publiez sous forme électronique, et corrigez la clause au prochain avenant. Le recueil des actes de la préfecture, lui, existe toujours.',
    source: 'Ordonnance n° 2021-1310 et décret n° 2021-1311 du 7 octobre 2021',
  },
  'dates-disagree': {
    title: 'Dates contradictoires',
    meaning:
      'Le même évènement a deux dates, ou deux évènements sont dans un ordre impossible : certifié avant d’être reçu, autorisé après la signature.',
    todo: 'Cherchez l’acte lui-même, corrigez la date fausse, écartez l’autre.',
  },
  'article-numbering': {
    title: 'Numérotation des articles',
    meaning: 'Un numéro manque ou sert deux fois : les renvois ne sont plus sûrs. Ce peut aussi être un titre que la lecture a manqué.',
    todo: 'Regardez le texte. Si le titre s’y trouve, ajoutez l’article ; sinon, renumérotez au prochain avenant.',
  },
  'party-not-recognised': {
    title: 'Partie absente du référentiel',
    meaning: 'Le nom d’une commune ou d’une intercommunalité n’a pas été retrouvé parmi celles d’aujourd’hui.',
    todo: 'Vérifiez l’orthographe, puis donnez le code INSEE ou le SIREN en corrigeant la partie. Une commune fusionnée a pu changer de nom.',
    source: 'Insee, code officiel géographique',
  },
  'impossible-date': {
    title: 'Date impossible',
    meaning: 'Le jour n’existe pas au calendrier, comme un 31 septembre.',
    todo: 'Corrigez la date d’après l’original.',
  },
  'cap-ambiguous': {
    title: 'Plafond à double lecture',
    meaning:
      'Une formule comme « 75 % du coût (maximum 55 000 €) » peut limiter le coût retenu ou l’aide versée. L’écart se compte en milliers d’euros.',
    todo: 'Demandez au financeur sa lecture, par écrit, et précisez la clause.',
  },
}
