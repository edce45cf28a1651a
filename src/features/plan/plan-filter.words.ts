// The filter of the plan in French: what each criterion is called, what its choices say, what lacks when nothing is said.
import type { FlagName, NumberName, PeriodName, SetName } from '../../planning/plan-criteria.ts'
import type { FundingStatus } from '../../planning/funding-status.ts'
import type { LateReason } from '../../planning/lateness.ts'
import type { PlanFilterProblem } from '../../planning/plan-filter.ts'
import { natureNames, participationNames, priorityNames } from '../actions/action.words.ts'
import { stateNames } from '../frameworks/action-state.words.ts'

/** `none`: what an action without any is. */
export const setWords: Readonly<Record<SetName, { readonly label: string; readonly none: string }>> = {
  framework: { label: 'Cadre', none: 'sans cadre' }, orientation: { label: 'Orientation', none: 'sans orientation' },
  convention: { label: 'Convention', none: 'sans convention' }, clause: { label: 'Article', none: 'sans article' },
  state: { label: 'État', none: 'sans état' }, late: { label: 'Motif du retard', none: '' }, priority: { label: 'Priorité', none: 'sans priorité' },
  nature: { label: 'Nature de la dépense', none: 'sans nature' }, owner: { label: 'Maître d’ouvrage', none: 'sans maître d’ouvrage' },
  delegatedOwner: { label: 'Maître d’ouvrage délégué', none: 'sans délégation' }, pilot: { label: 'Pilote', none: 'sans pilote' },
  elected: { label: 'Élu référent', none: 'sans élu référent' }, partner: { label: 'Partenaire', none: 'sans partenaire' },
  service: { label: 'Service', none: 'sans service' }, designTeam: { label: 'Maîtrise d’œuvre', none: 'sans maîtrise d’œuvre' },
  expectedFunder: { label: 'Financeur attendu', none: 'sans financeur attendu' },
  funder: { label: 'Financeur d’une ligne', none: 'une ligne sans financeur désigné' }, scheme: { label: 'Dispositif', none: '' },
  fundingStatus: { label: 'Étape d’une ligne de financement', none: '' }, theme: { label: 'Thématique', none: 'sans thématique' },
  programme: { label: 'Programme ou contrat', none: 'sans programme' }, audience: { label: 'Public', none: 'sans public' },
  zoning: { label: 'Zonage', none: 'sans zonage' }, tag: { label: 'Étiquette', none: 'sans étiquette' },
  participation: { label: 'Participation citoyenne', none: 'sans niveau de participation' }, commune: { label: 'Commune', none: 'sans lieu' },
  indicator: { label: 'Indicateur', none: 'sans indicateur' }, note: { label: 'Notes', none: 'sans note' },
  lifter: { label: 'Blocage que peut lever', none: '' }, undated: { label: 'Ce qui n’est pas renseigné', none: '' },
}

const lateNames: Readonly<Record<LateReason, string>> = {
  notStarted: 'pas commencée à la date prévue', overdue: 'échéance passée', forecastLater: 'estimée plus tard que prévu',
  stepOverdue: 'une étape en retard', needsLate: 'attend une action en retard',
}
const fundingNames: Readonly<Record<FundingStatus, string>> = {
  toRequest: 'à solliciter', requested: 'sollicitée', awarded: 'attribuée', committed: 'engagée', paid: 'versée', closed: 'soldée',
  refused: 'refusée', cancelled: 'annulée',
}
/** The choices that the program knows, by their value in the filter. */
export const choiceWords: Readonly<Partial<Record<SetName, Readonly<Record<string, string>>>>> = {
  state: stateNames, priority: priorityNames, nature: natureNames, participation: participationNames, late: lateNames, fundingStatus: fundingNames,
  note: { some: 'avec une note', recent: 'note de moins de 90 jours', old: 'aucune note depuis 90 jours' },
  undated: { starts: 'début prévu', ends: 'fin prévue', forecastEnds: 'fin estimée', progress: 'avancement' },
}

/** What holds when the answer is yes, and when it is no. */
export const flagWords: Readonly<Record<FlagName, { readonly label: string; readonly yes: string; readonly no: string }>> = {
  mine: { label: 'Mes actions', yes: 'mes actions', no: 'celles des autres' },
  anyLate: { label: 'En retard', yes: 'en retard', no: 'sans retard' },
  blocked: { label: 'Bloquée', yes: 'bloquées', no: 'sans blocage' },
  ongoing: { label: 'Se poursuit d’année en année', yes: 'pérennes', no: 'avec un terme' },
  restricted: { label: 'Accès restreint', yes: 'à accès restreint', no: 'sans restriction d’accès' },
  severalFrameworks: { label: 'Dans plusieurs cadres', yes: 'dans plusieurs cadres', no: 'dans un seul cadre au plus' },
  funded: { label: 'Financement', yes: 'avec un financement', no: 'sans financement' },
  leftToFinance: { label: 'Reste à financer', yes: 'avec un reste à financer', no: 'sans reste à financer connu' },
  costed: { label: 'Coût connu', yes: 'de coût connu', no: 'de coût inconnu' },
  placed: { label: 'Localisée', yes: 'localisées', no: 'sans lieu' },
  documented: { label: 'Documents', yes: 'avec des documents', no: 'sans document' },
  dependent: { label: 'Liée à d’autres actions', yes: 'liées à d’autres', no: 'sans lien' },
  dependsOnLate: { label: 'Dépend d’une action en retard', yes: 'qui dépendent d’un retard', no: 'qui ne dépendent d’aucun retard' },
  removed: { label: 'Retirée du plan', yes: 'retirées du plan', no: 'présentes dans le plan' },
}
export const periodWords: Readonly<Record<PeriodName, string>> = {
  starts: 'Début prévu', ends: 'Fin prévue', forecastStarts: 'Début estimé', forecastEnds: 'Fin estimée', stateSince: 'Dans son état depuis',
  signed: 'Signée', created: 'Créée', modified: 'Modifiée',
}
/** `unit`: after the number. */
export const numberWords: Readonly<Record<NumberName, { readonly label: string; readonly unit: string }>> = {
  progress: { label: 'Avancement', unit: '%' }, costHt: { label: 'Coût prévu HT', unit: '€ HT' }, costTtc: { label: 'Coût prévu TTC', unit: '€ TTC' },
  modifiedAgo: { label: 'Modifiée il y a', unit: 'jours' }, createdAgo: { label: 'Créée il y a', unit: 'jours' },
}
export const problemWords: Readonly<Record<PlanFilterProblem, string>> = {
  unknownValue: 'Un des choix demandés n’existe pas : il n’a pas été retenu.',
  dateUnreadable: 'Cette date est illisible : écrivez-la sous la forme jj/mm/aaaa.',
  periodReversed: 'La période finit avant de commencer : échangez les deux dates.',
  numberUnreadable: 'Ce nombre est illisible ou trop grand : écrivez un nombre entier.',
  boundsReversed: 'Le plus petit nombre dépasse le plus grand : échangez-les.',
}
