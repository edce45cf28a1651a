// The worked example of the manual: a short convention of our own, and what Chapeau reads in it; a test holds both together.
import type { FactFamily } from '../../design/marks.tsx'

/** Invented people; the communes are real so that the reference of territories knows them. */
export const exampleText = `Convention-cadre « Petites Villes de Demain » valant opération de revitalisation de territoire

Entre :
La Communauté de communes Thiers Dore et Montagne, représentée par son président, Paul EXEMPLE,
La Commune de Thiers, représentée par sa maire, Anne MODÈLE,
Et l'État, représenté par le préfet du Puy-de-Dôme, Luc SPÉCIMEN,

Article 1 – Gouvernance
Il est créé un comité de projet, présidé par la maire de Thiers.
Il réunit le président de la communauté de communes et le préfet ou son représentant.
Il se réunit au moins deux fois par an.

Article 2 – Chef de projet
Le poste est financé à 75 % au maximum, soit 45 000 € HT par an.

Article 3 – Durée
La convention prend effet à sa signature, pour une durée de cinq ans. Au terme de la convention, un bilan est présenté au comité de pilotage.

Fait à Thiers, le ____________
`

export type ExampleFact = {
  readonly kind: string
  readonly says: string
  /** As printed; none for the title, which stands for the whole document. */
  readonly words?: string
  readonly family: FactFamily
  readonly sure: 'sûr' | 'probable' | 'à vérifier'
}

/** Everything read in it but the articles and the defects, in the order of the review. */
export const exampleFacts: readonly ExampleFact[] = [
  {
    kind: 'Titre', family: 'law', sure: 'sûr',
    says: 'Convention-cadre « Petites Villes de Demain » valant opération de revitalisation de territoire, Convention de programme (ACV, PVD…)',
  },
  {
    kind: 'Partie', family: 'party', sure: 'sûr',
    says: 'Communauté de communes Thiers Dore et Montagne, EPCI à fiscalité propre, Paul EXEMPLE, président',
    words: 'Communauté de communes Thiers Dore et Montagne, représentée par son président, Paul EXEMPLE',
  },
  {
    kind: 'Partie', family: 'party', sure: 'sûr', says: 'Commune de Thiers, Commune, Anne MODÈLE, maire',
    words: 'Commune de Thiers, représentée par sa maire, Anne MODÈLE',
  },
  {
    kind: 'Partie', family: 'party', sure: 'sûr', says: 'État, État, Luc SPÉCIMEN, préfet du Puy-de-Dôme',
    words: 'État, représenté par le préfet du Puy-de-Dôme, Luc SPÉCIMEN',
  },
  { kind: 'Durée', family: 'date', sure: 'sûr', says: '5 ans, à compter de la signature', words: 'cinq ans' },
  { kind: 'Instance', family: 'body', sure: 'sûr', says: 'comité de projet, 2 sièges, 2 fois par an au moins', words: 'comité de projet' },
  {
    kind: 'Engagement', family: 'obligation', sure: 'sûr', says: 'Réunion, comité de projet, au moins 2 fois par an',
    words: 'Il se réunit au moins deux fois par an.',
  },
  {
    kind: 'Engagement', family: 'obligation', sure: 'probable', says: 'Financement, en permanence',
    words: 'Le poste est financé à 75 % au maximum, soit 45 000 € HT par an.',
  },
  {
    kind: 'Engagement', family: 'obligation', sure: 'sûr', says: 'Bilan ou rapport, au terme de la convention',
    words: 'Au terme de la convention, un bilan est présenté au comité de pilotage.',
  },
  { kind: 'Montant', family: 'money', sure: 'sûr', says: '45 000 € HT', words: '45 000 € HT' },
  { kind: 'Taux', family: 'money', sure: 'sûr', says: '75 % au plus', words: '75 %' },
  { kind: 'Programme', family: 'law', sure: 'sûr', says: 'PVD, Petites Villes de Demain', words: 'Petites Villes de Demain' },
  {
    kind: 'Programme', family: 'law', sure: 'sûr', says: 'ORT, Opération de revitalisation de territoire',
    words: 'opération de revitalisation de territoire',
  },
]

export const exampleArticles: readonly string[] = ['Article 1, Gouvernance', 'Article 2, Chef de projet', 'Article 3, Durée']

/** Codes of its defects, in the order of the text. */
export const exampleDefects = [
  'term-not-computable', 'body-not-created', 'signature-date-missing', 'main-town-not-named', 'sector-missing', 'funding-plan-missing',
  'calendar-missing', 'amendment-clause-missing',
] as const
