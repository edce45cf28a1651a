// The criteria a list of actions can be narrowed by: the key each has in addresses, and the values it takes.
import type { ActionNature, ParticipationLevel, Priority } from './action-fields.ts'
import type { ActionState } from './action-state.ts'
import type { FundingStatus } from './funding-status.ts'
import type { LateReason } from './lateness.ts'

/** Criteria that hold for any of some values. */
export const setNames = [
  'framework', 'orientation', 'convention', 'clause', 'state', 'late', 'priority', 'nature', 'owner', 'delegatedOwner', 'pilot', 'elected', 'partner',
  'service', 'designTeam', 'expectedFunder', 'funder', 'scheme', 'fundingStatus', 'theme', 'programme', 'audience', 'zoning', 'tag', 'participation',
  'commune', 'indicator', 'note', 'lifter', 'undated',
] as const
/** Criteria that hold, or do not. */
export const flagNames = [
  'mine', 'anyLate', 'blocked', 'ongoing', 'restricted', 'severalFrameworks', 'funded', 'leftToFinance', 'costed', 'placed', 'documented',
  'dependent', 'dependsOnLate', 'removed',
] as const
/** Criteria of a day between two. */
export const periodNames = ['starts', 'ends', 'forecastStarts', 'forecastEnds', 'stateSince', 'signed', 'created', 'modified'] as const
/** Criteria of a number between two; `…Ago`: in days before the day of the page. */
export const numberNames = ['progress', 'costHt', 'costTtc', 'modifiedAgo', 'createdAgo'] as const
export type SetName = (typeof setNames)[number]
export type FlagName = (typeof flagNames)[number]
export type PeriodName = (typeof periodNames)[number]
export type NumberName = (typeof numberNames)[number]

export const stateInAddress: Readonly<Record<ActionState, string>> = {
  idea: 'idee', planned: 'prevue', committed: 'engagee', inProgress: 'en-cours', delivered: 'livree', suspended: 'suspendue', abandoned: 'abandonnee',
}
const priorityInAddress: Readonly<Record<Priority, string>> = { low: 'basse', medium: 'moyenne', high: 'haute' }
const natureInAddress: Readonly<Record<ActionNature, string>> = { investment: 'investissement', operating: 'fonctionnement', mixed: 'mixte' }
const participationInAddress: Readonly<Record<ParticipationLevel, string>> = {
  none: 'aucune', information: 'information', consultation: 'consultation', concertation: 'concertation', coconstruction: 'coconstruction',
}
const lateInAddress: Readonly<Record<LateReason, string>> = {
  notStarted: 'pas-commencee', overdue: 'echeance-passee', forecastLater: 'prevue-plus-tard', stepOverdue: 'etape-passee',
  needsLate: 'attend-un-retard',
}
const fundingInAddress: Readonly<Record<FundingStatus, string>> = {
  toRequest: 'a-solliciter', requested: 'sollicitee', awarded: 'attribuee', committed: 'engagee', paid: 'versee', closed: 'soldee',
  refused: 'refusee', cancelled: 'annulee',
}
/** `recent`: in the last 90 days. */
export const noteChoices = ['some', 'recent', 'old'] as const
const noteInAddress: Readonly<Record<(typeof noteChoices)[number], string>> = { some: 'avec', recent: 'recentes', old: 'anciennes' }
/** Dates an action may lack. */
export const undatedChoices = ['starts', 'ends', 'forecastEnds', 'progress'] as const
const undatedInAddress: Readonly<Record<(typeof undatedChoices)[number], string>> = {
  starts: 'debut', ends: 'fin', forecastEnds: 'prevision', progress: 'avancement',
}
/** What each choice is called in addresses, in the order people expect; `text` and `id` for what the operation holds. */
type SetShape = { readonly key: string; readonly values: 'id' | 'text' | Readonly<Record<string, string>>; readonly absent: boolean }
const ids = (key: string, absent = true): SetShape => ({ key, values: 'id', absent })
const texts = (key: string, absent = true): SetShape => ({ key, values: 'text', absent })
const choices = (key: string, values: Readonly<Record<string, string>>, absent = true): SetShape => ({ key, values, absent })
const aDay = (key: string) => ({ key })
/** `most`: the highest number; of amounts, in whole euros. */
const upTo = (key: string, most: number) => ({ key, most })
const anAmount = 999_999_999_999
const aTime = 3650

type Criteria = {
  readonly sets: Readonly<Record<SetName, SetShape>>; readonly flags: Readonly<Record<FlagName, { readonly key: string }>>
  readonly periods: Readonly<Record<PeriodName, { readonly key: string }>>
  readonly numbers: Readonly<Record<NumberName, { readonly key: string; readonly most: number }>>
}
/** Every criterion, once. An orientation stands for all that is under it; a person is named by an account or by a name. */
export const filterCriteria: Criteria = {
  sets: {
    framework: ids('cadre'), orientation: ids('orientation'), convention: ids('convention'), clause: texts('clause'),
    state: choices('etat', stateInAddress), late: choices('motif-retard', lateInAddress, false), priority: choices('priorite', priorityInAddress),
    nature: choices('nature', natureInAddress), owner: ids('porteur'), delegatedOwner: ids('mandataire'), pilot: texts('pilote'),
    elected: texts('elu'),
    partner: ids('partenaire'), service: ids('service'), designTeam: ids('maitrise-oeuvre'), expectedFunder: ids('financeur-attendu'),
    funder: ids('financeur'), scheme: texts('dispositif'), fundingStatus: choices('statut-financement', fundingInAddress), theme: ids('theme'),
    programme: ids('programme'), audience: ids('public'), zoning: ids('zonage'), tag: ids('etiquette'),
    participation: choices('participation', participationInAddress), commune: texts('commune'), indicator: ids('indicateur'),
    note: choices('note', noteInAddress), lifter: ids('blocage-leve-par'), undated: choices('sans-date', undatedInAddress, false),
  },
  flags: {
    mine: aDay('miennes'), anyLate: aDay('en-retard'), blocked: aDay('bloquee'), ongoing: aDay('continue'), restricted: aDay('restreinte'),
    severalFrameworks: aDay('plusieurs-cadres'), funded: aDay('financee'), leftToFinance: aDay('reste-a-financer'), costed: aDay('cout-connu'),
    placed: aDay('localisee'), documented: aDay('avec-pieces'), dependent: aDay('avec-liens'), dependsOnLate: aDay('depend-d-un-retard'),
    removed: aDay('retirees'),
  },
  periods: {
    starts: aDay('debut'), ends: aDay('fin'), forecastStarts: aDay('debut-prevu'), forecastEnds: aDay('fin-prevue'), stateSince: aDay('etat-depuis'),
    signed: aDay('signee'), created: aDay('creee'), modified: aDay('modifiee'),
  },
  numbers: {
    progress: upTo('avancement', 100), costHt: upTo('cout-ht', anAmount), costTtc: upTo('cout-ttc', anAmount),
    modifiedAgo: upTo('modifiee-jours', aTime), createdAgo: upTo('creee-jours', aTime),
  },
}

/** The values of a criterion in the order people expect them; empty when the operation says them. */
export const choicesOf = (name: SetName): readonly string[] => {
  const { values } = filterCriteria.sets[name]
  return typeof values === 'string' ? [] : Object.keys(values)
}
