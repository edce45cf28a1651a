// A request of suspension in French: its stages and what to do at each, its steps, its data, what each problem asks to mend.
import type { BadgeTone } from '../../design/badge.tsx'
import type { Fault } from '../../design/faults.tsx'
import type { SuspensionStepKind } from '../../law/levers/suspension-step.ts'
import type { EvidenceProblem, EvidenceTopic, Trend } from './evidence.rules.ts'
import type { NextStep, SuspensionProblem, SuspensionStage, suspensionFields } from './suspension.rules.ts'
import type { StepProblem, stepFields } from './suspension-step.rules.ts'

export const stageNames: Readonly<Record<SuspensionStage, readonly [name: string, tone: BadgeTone]>> = {
  register: ['À dater', 'unknown'], signatories: ['Signataires à établir', 'unknown'], declined: ['Refus d’un signataire', 'negative'],
  join: ['Il manque des signataires', 'caution'], evidence: ['Données à compléter', 'caution'], send: ['À envoyer', 'info'],
  notJoint: ['Envoyée sans tous', 'negative'], receive: ['Envoyée', 'info'], await: ['Reçue, décision attendue', 'info'],
  suspended: ['Projet suspendu', 'positive'],
  refused: ['Suspension refusée', 'negative'], ended: ['Suspension finie', 'neutral'], withdrawn: ['Demande abandonnée', 'neutral'],
}
export const topicNames: Readonly<Record<EvidenceTopic, string>> = {
  housingVacancy: 'Vacance des logements', commercialVacancy: 'Vacance commerciale', unemployment: 'Chômage',
}
export const trendNames: Readonly<Record<Trend, string>> = { up: 'en hausse', down: 'en baisse', stable: 'stable' }

const listed = (words: readonly string[]): string =>
  (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} et ${words.at(-1) ?? ''}`)

/** What to do now, in a sentence or two. */
export const nextSentences: Readonly<Record<SuspensionStage, (next: NextStep) => string>> = {
  register: () => 'Notez le jour où le dossier d’autorisation du projet a été enregistré : les quinze jours francs se comptent de ce jour.',
  signatories: () => 'On ne sait pas quelles communes ont signé : complétez les conventions et leurs actes, puis revenez.',
  declined: ({ who }) => `La demande doit venir de tous, et ${listed(who)} ne s’y joint pas. Le préfet peut encore agir de lui-même.`,
  join: ({ who }) => `Faites joindre à la demande : ${listed(who)}. Un seul absent la bloque.`,
  evidence: ({ topics }) => `Complétez les données, avec leur source : ${listed(topics.map((topic) => topicNames[topic].toLowerCase()))}.`,
  send: () => 'Tous se sont joints et les données sont là : téléchargez la lettre et les données, faites signer, envoyez, notez l’envoi.',
  notJoint: ({ who }) => `La demande est partie sans ${listed(who)} : elle n’est pas conjointe. Faites-la compléter, puis renvoyez-la.`,
  receive: () => 'Notez le jour où la préfecture a reçu la demande.',
  await: () => 'La décision revient au préfet. Notez-la dès qu’elle est prise : suspension ou refus.',
  suspended: () => 'Surveillez la fin de la suspension : l’arrêté du préfet en fixe la durée, lui seul fait foi.',
  refused: () => 'Le préfet n’a pas suspendu le projet. Rien d’autre n’est à faire ici.',
  ended: () => 'La suspension a pris fin. Rien d’autre n’est à faire ici.',
  withdrawn: () => 'La demande a été abandonnée. Rien d’autre n’est à faire ici.',
}

export const stepNames: Readonly<Record<SuspensionStepKind, string>> = {
  opinionAsked: 'Avis demandé par le préfet', joined: 'S’est joint à la demande', declined: 'Ne se joint pas à la demande',
  sent: 'Demande envoyée au préfet', received: 'Demande reçue en préfecture', suspended: 'Projet suspendu par le préfet',
  refused: 'Suspension refusée par le préfet', extended: 'Suspension prolongée', ended: 'Suspension finie', withdrawn: 'Demande abandonnée',
}
export const suspensionLabels: Readonly<Record<(typeof suspensionFields)[number], string>> = {
  project: 'Projet', insee: 'Commune du projet', otherInsee: 'Ou une commune d’une intercommunalité voisine',
  place: 'Adresse ou zone', salesArea: 'Surface de vente (m²)', developer: 'Porteur du projet',
  registeredOn: 'Dossier enregistré le',
}
export const suspensionFaults: Readonly<Record<SuspensionProblem, Fault>> = {
  projectMissing: ['project', 'Dites quel est le projet.'],
  projectTooLong: ['project', 'Le nom du projet dépasse 300 caractères : raccourcissez-le.'],
  communeUnknown: ['insee', 'Choisissez la commune du projet.'],
  otherUnknown: ['otherInsee', 'Aucune commune ne porte ce code INSEE : cinq caractères, par exemple 62041.'],
  placeTooLong: ['place', 'L’adresse dépasse 300 caractères : raccourcissez-la.'],
  areaUnreadable: ['salesArea', 'Écrivez la surface de vente en mètres carrés, sans décimale.'],
  developerTooLong: ['developer', 'Le nom dépasse 300 caractères : raccourcissez-le.'],
  dayUnreadable: ['registeredOn', 'Ce jour est illisible : écrivez-le sous la forme jj/mm/aaaa.'],
  dayAhead: ['registeredOn', 'Ce jour n’est pas encore venu : laissez la case vide jusqu’à l’enregistrement.'],
}
export const stepLabels: Readonly<Record<(typeof stepFields)[number], string>> = {
  kind: 'Ce qui s’est passé', signatory: 'Qui', happenedOn: 'Le', words: 'Précision', document: 'Document déposé',
}
export const stepFaults: Readonly<Record<StepProblem, Fault>> = {
  kindUnknown: ['kind', 'Dites ce qui s’est passé.'],
  signatoryMissing: ['signatory', 'Choisissez qui se joint à la demande, ou ne s’y joint pas.'],
  signatoryNotYours: ['signatory', 'Vous répondez pour votre commune seulement : les autres étapes reviennent à l’équipe de l’opération.'],
  dayUnreadable: ['happenedOn', 'Indiquez le jour, sous la forme jj/mm/aaaa.'],
  dayAhead: ['happenedOn', 'Ce jour n’est pas encore venu : notez l’étape une fois qu’elle a eu lieu.'],
  wordsTooLong: ['words', 'La précision dépasse 2 000 caractères : raccourcissez-la.'],
  documentUnknown: ['document', 'Choisissez un document de la liste.'],
  notSuspended: ['kind', 'Aucune suspension n’est enregistrée : notez d’abord la décision du préfet.'],
  beforeRegistration: ['happenedOn', 'Ce jour précède l’enregistrement du dossier : vérifiez l’un et l’autre.'],
  beforeSuspension: ['happenedOn', 'Ce jour précède la suspension : vérifiez-le.'],
  closed: ['kind', 'La demande est abandonnée : retirez cette étape pour la reprendre.'],
}
const evidenceSentences: Readonly<Record<EvidenceProblem['why'], string>> = {
  tooLong: 'Ce texte est trop long : raccourcissez-le.', day: 'Ce jour est illisible : écrivez-le sous la forme jj/mm/aaaa.',
  trend: 'Choisissez la tendance dans la liste.', source: 'Dites d’où vient ce chiffre : sans source, il ne prouve rien.',
}
export const evidenceFault = ({ field, why }: EvidenceProblem): Fault => [field, evidenceSentences[why]]
