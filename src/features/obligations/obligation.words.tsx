// Obligations in French: states of an occurrence, why one cannot be told and what would settle it, kinds of proof, links to the clause.
import type { BadgeTone } from '../../design/badge.tsx'
import { Clause } from '../../design/legal.tsx'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { choiceNames } from '../readings/fact.words.ts'
import type { Entry, ProofForm, StaleVerdict } from './entry.rules.ts'
import type { Occurrence, OccurrenceState, Unknowable } from './occurrence.rules.ts'

export type ClauseOf = { readonly conventionSlug: string; readonly provisionSlug: string | null; readonly provisionNumber: string | null }

export const clauseHref = (slug: string, clause: ClauseOf): string =>
  clause.provisionSlug === null ? paths.convention(slug, clause.conventionSlug) : paths.provision(slug, clause.conventionSlug, clause.provisionSlug)

/** Where something was read: the article, or the convention when the text does not say which. */
export const ClauseLink = ({ slug, clause }: { slug: string; clause: ClauseOf }) => clause.provisionNumber === null
  ? <a href={clauseHref(slug, clause)}>convention</a>
  : <Clause number={clause.provisionNumber} href={clauseHref(slug, clause)} />

/** What is owed and by whom, in one line. */
export const obligationTitle = ({ kind, bearer }: { kind: string; bearer: string | null }): string =>
  `${choiceNames[kind] ?? kind}${bearer === null ? '' : ` : ${bearer}`}`

/** A state in a word, its plural for a list of them, its name in an address, and its tone. */
export const stateWords: Readonly<Record<OccurrenceState, { readonly one: string; readonly many: string; readonly tone: BadgeTone }>> = {
  late: { one: 'En retard', many: 'En retard', tone: 'negative' },
  due: { one: 'À venir', many: 'À venir', tone: 'info' },
  met: { one: 'Tenue', many: 'Tenues', tone: 'positive' },
  waived: { one: 'Dispensée', many: 'Dispensées', tone: 'neutral' },
  unknowable: { one: 'Inconnue', many: 'Sans jour connu', tone: 'unknown' },
}

/** Why no day can be told, and what would settle it. */
export const whyWords: Readonly<Record<Unknowable, { readonly why: string; readonly settledBy: string }>> = {
  startUnknown: {
    why: 'la date de signature, donc l’entrée en vigueur, n’est pas connue', settledBy: 'enregistrez la signature au registre des actes',
  },
  endUnknown: { why: 'la fin de la convention n’est pas connue', settledBy: 'enregistrez la signature et la durée, ou une prorogation' },
  eventAwaited: { why: 'le délai court d’un évènement que personne n’a daté', settledBy: 'donnez le jour de cet évènement' },
  conditionAwaited: { why: 'rien n’est dû tant que la condition ne s’est pas réalisée', settledBy: 'si elle s’est réalisée, donnez-en le jour' },
  noDay: { why: 'la clause ne fixe pas de jour : c’est dû en permanence', settledBy: 'enregistrez une preuve dès que c’est fait' },
  outsideTerm: {
    why: 'ce jour tombe hors de la durée de la convention', settledBy: 'dites si c’est dû : une preuve, ou une dispense avec son motif',
  },
  beyond: { why: 'le délai dépasse tout calendrier', settledBy: 'corrigez la règle dans la relecture' },
}

export const formNames: Readonly<Record<ProofForm, string>> = {
  meeting: 'Réunion tenue', report: 'Bilan ou rapport remis', act: 'Acte pris', document: 'Document',
}
export const verdictWords: Readonly<Record<StaleVerdict, { readonly choice: string; readonly done: string }>> = {
  kept: { choice: 'L’engagement tient toujours', done: 'Engagement maintenu' },
  replaced: { choice: 'Un autre engagement le remplace', done: 'Engagement remplacé' },
  ended: { choice: 'L’engagement a pris fin', done: 'Engagement terminé' },
}

const ordinal = (rank: string): string => (rank === '1' ? '1re' : `${rank}e`)
const between = (opens: PlainDate | null, due: PlainDate | null): string =>
  (opens === null || due === null ? '' : `, du ${inWords(opens)} au ${inWords(due)}`)

/** Which time it is owed: its year, the event it follows, the term. */
export function occurrenceTitle({ key, opens, due, event }: Pick<Occurrence, 'key' | 'opens' | 'due' | 'event'>): string {
  const [family = '', rank = ''] = key.split('-')
  if (event !== null) return `Après « ${event.title} » du ${inWords(event.on)}`
  switch (family) {
    case 'year': return `${ordinal(rank)} année${between(opens, due)}`
    case 'span': return `${ordinal(rank)} période${between(opens, due)}`
    case 'civil': case 'before': return `Année ${rank}${family === 'before' && due !== null ? `, jusqu’au ${inWords(due)}` : ''}`
    case 'term': return 'Au terme de la convention'
    case 'date': return 'Au jour fixé'
    case 'deadline': return 'À l’issue du délai'
    case 'condition': return 'Quand la condition se réalise'
    case 'start': return 'À compter de l’entrée en vigueur'
    default: return 'En permanence'
  }
}

const times = (count: number): string => `${count} fois`
/** How far a counted promise is: « 1 fois sur 3 »; empty when once is enough. */
export const progress = ({ required, proofs }: Pick<Occurrence, 'required' | 'proofs'>): string =>
  (required === 1 ? '' : `${times(proofs.length)} sur ${required}`)

/** What proves it: the document, the act, or its title. */
export const ProofLink = ({ slug, entry }: { slug: string; entry: Entry }) => {
  const label = `${entry.form === null ? '' : `${formNames[entry.form]} : `}${entry.words}`
  return entry.documentId !== null ? <a href={paths.document(slug, entry.documentId)} download>{label}</a>
    : entry.actId !== null ? <a href={paths.act(slug, entry.actId)}>{label}</a> : <>{label}</>
}
