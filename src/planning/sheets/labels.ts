// The labels of columns: those our own files carry, and the many words French spreadsheets use for the same thing.
import { fold, nameKey } from '../../kernel/text.ts'
import type { TargetKind } from './targets.ts'

/** The label of each column in our own templates and exports; read back without doubt. `N`: the rank of a funding line. */
export const exportLabels = {
  code: 'N°', title: 'Action', framework: 'Cadre', orientation1: 'Axe', orientation2: 'Sous-axe', orientation3: 'Sous-sous-axe',
    state: 'État d’avancement',
  stateOn: 'État depuis le', priority: 'Priorité', nature: 'Nature', owner: 'Maître d’ouvrage', delegatedOwner: 'Maître d’ouvrage délégué',
  pilots: 'Pilotes', elected: 'Élus référents', services: 'Services', designTeams: 'Maîtrise d’œuvre', partners: 'Partenaires',
  expectedFunders: 'Financeurs pressentis', description: 'Description', objectives: 'Objectifs', results: 'Résultats attendus',
    means: 'Moyens humains et techniques',
  financing: 'Financement en mots', startsOn: 'Début', endsOn: 'Fin', forecastStartsOn: 'Début prévisionnel actualisé',
    forecastEndsOn: 'Fin prévisionnelle actualisée',
  progress: 'Avancement (%)', ongoing: 'Action continue', schedule: 'Calendrier', themes: 'Thématiques', programmes: 'Autres programmes',
    audiences: 'Publics',
  zonings: 'Zonages', tags: 'Étiquettes', participationLevel: 'Niveau de participation', participation: 'Participation citoyenne',
  centrality: 'Conséquence sur la centralité', contact: 'Contact', restricted: 'Confidentiel', signedOn: 'Signée le',
    sheetUpdatedOn: 'Fiche mise à jour le',
  costHT: 'Coût total HT', costTTC: 'Coût total TTC', cost: 'Coût total', finalCostHT: 'Coût définitif HT', finalCostTTC: 'Coût définitif TTC',
    finalCost: 'Coût définitif',
  ownShare: 'Autofinancement', funderName: 'Financeur N', schemeName: 'Dispositif N', fundingKind: 'Type N', fundingAmount: 'Montant N',
    fundingRate: 'Taux N (%)',
  fundingBase: 'Assiette N', fundingStatus: 'Statut N', fundingOn: 'Date du statut N', fundingReference: 'Référence N',
} as const satisfies Partial<Record<TargetKind, string>>

/** In the order of preference; the first of each is our own label. Money and funders are read by `money-label.ts`. */
const synonyms: readonly (readonly [to: TargetKind, labels: readonly string[]])[] = [
  ['code', ['N°', 'Numéro', 'Code', 'Référence', 'Réf.', 'N° action', 'Numéro de fiche', 'N° de la fiche action', 'N° fiche', 'Code action',
    'Identifiant', 'ID', 'Num', 'N° d’ordre', 'Numéro de l’action', 'Fiche n°']],
  ['title', ['Action', 'Titre', 'Intitulé', 'Nom de l’action', 'Intitulé de l’action', 'Titre de l’action', 'Libellé', 'Projet', 'Nom du projet',
    'Intitulé du projet', 'Opération', 'Intitulé de l’opération', 'Fiche action', 'Nom', 'Libellé de l’action', 'Désignation', 'Action / projet',
    'N° et nom de l’action', 'Actions', 'Nom de la fiche action', 'Titre de la fiche action']],
  ['subAction', ['Sous-action', 'Titre de la sous-action', 'Sous action']],
  ['framework', ['Cadre', 'Plan', 'Plan d’action', 'Cadre stratégique', 'Nom du plan', 'Document cadre', 'Programme cadre']],
  ['orientation1', ['Axe', 'Orientation', 'Axe stratégique', 'Orientation stratégique', 'Axe de rattachement', 'Orientation / axe', 'Axe ACV',
    'Ambition', 'Axe (x)', 'Priorité stratégique', 'Secteur stratégique', 'Enjeu', 'Axe 1er niveau', 'Orientations', 'Axe thématique', 'Volet']],
  ['orientation2', ['Sous-axe', 'Sous axe (x.x)', 'Objectif stratégique', 'Sous-orientation', 'Objectif opérationnel', 'Mesure',
    'Sous-axe 2e niveau']],
  ['orientation3', ['Sous-sous-axe', 'Sous-sous axe', 'Sous sous axe (x.x.x)', 'Sous-mesure', 'Sous-objectif']],
  ['state', ['État d’avancement', 'Statut', 'État', 'Avancement', 'Stade', 'Stade d’avancement', 'Phase', 'Statut de l’action', 'État de l’action',
    'Statut global', 'État du projet', 'Niveau d’avancement', 'Situation', 'Statut avancement']],
  ['stateOn', ['État depuis le', 'Date du statut', 'Date de l’état', 'Statut depuis', 'Date du dernier état']],
  ['stateReason', ['Motif', 'Raison de la suspension', 'Motif de l’état', 'Raison']],
  ['priority', ['Priorité', 'Niveau de priorité', 'Degré de priorité', 'Prioritaire', 'Rang de priorité']],
  ['nature', ['Nature', 'Nature de la dépense', 'Type de dépense', 'Investissement / fonctionnement', 'Section budgétaire', 'Type de budget']],
  ['owner', ['Maître d’ouvrage', 'MOA', 'MO', 'Maîtrise d’ouvrage', 'Porteur', 'Porteur de projet', 'Porteur du projet', 'Structure porteuse',
    'Structure pilote', 'Structure', 'Collectivité porteuse', 'Maître(s) d’ouvrage', 'Porteur de l’action', 'Structure(s) pilote(s)',
    'Structure responsable', 'Bénéficiaire', 'Maître d’ouvrage / porteur']],
  ['delegatedOwner', ['Maître d’ouvrage délégué', 'MO délégué', 'MOD', 'Mandataire', 'Maîtrise d’ouvrage déléguée', 'MOA déléguée',
    'Concessionnaire']],
  ['pilots', ['Pilotes', 'Pilote', 'Personne pilote', 'Référent', 'Référent technique', 'Chef de projet', 'Responsable', 'Personne référente',
    'Technicien référent', 'Agent référent', 'Personne(s) pilote(s)', 'Pilote technique', 'Suivi par', 'Interlocuteur']],
  ['elected', ['Élus référents', 'Élues et élus référents', 'Élu', 'Élu référent', 'Élue référente', 'Élu.e.s référent.e.s', 'Pilote politique',
    'Référent politique', 'Élu·e référent·e', 'Élu(e) référent(e)', 'Portage politique', 'Élu en charge']],
  ['services', ['Services', 'Service', 'Direction', 'Service pilote', 'Direction ou service pilote', 'Service référent', 'Direction référente',
    'Direction / service']],
  ['designTeams', ['Maîtrise d’œuvre', 'MOE', 'Maître d’œuvre', 'Moe', 'Architecte', 'Prestataire', 'Bureau d’études']],
  ['partners', ['Partenaires', 'Partenaire', 'Partenaires associés', 'Partenaires techniques', 'Acteurs associés', 'Partenariat',
    'Partenaires mobilisés', 'Partenaires de l’action']],
  ['expectedFunders', ['Financeurs pressentis', 'Financeurs attendus', 'Financeurs', 'Financeurs potentiels', 'Financeurs mobilisés',
    'Partenaires financiers', 'Cofinanceurs']],
  ['description', ['Description', 'Description (contexte, contenu)', 'Descriptif', 'Description de l’action', 'Contenu', 'Contenu de l’action',
    'Présentation', 'Détail', 'Contexte', 'Descriptif de l’action', 'Contexte et description', 'Descriptif du projet', 'Résumé',
    'Descriptif de la fiche']],
  ['objectives', ['Objectifs', 'Objectif', 'Finalités', 'Buts', 'Objectifs de l’action', 'Objectifs poursuivis', 'Finalité']],
  ['results', ['Résultats attendus', 'Effets attendus', 'Résultats', 'Impact attendu', 'Impacts attendus', 'Livrables']],
  ['means', ['Moyens humains et techniques', 'Moyens', 'Ressources', 'Moyens mobilisés', 'Moyens humains', 'Ressources humaines']],
  ['financing', ['Financement en mots', 'Financement, en clair', 'Financements', 'Financement', 'Modalités de financement', 'Plan de financement',
    'Commentaire sur le financement', 'Plan de financement (texte)', 'Sources de financement']],
  ['startsOn', ['Début', 'Date de début', 'Démarrage', 'Date de démarrage', 'Commencement', 'Date de lancement', 'Lancement', 'Début des travaux',
    'Date début', 'Début prévisionnel', 'Date prévisionnelle de début', 'Année de démarrage', 'Début de l’action', 'Date de commencement',
    'Début prévu']],
  ['endsOn', ['Fin', 'Date de fin', 'Échéance', 'Achèvement', 'Livraison', 'Date de livraison', 'Date fin', 'Fin prévisionnelle',
    'Date prévisionnelle de fin', 'Date d’achèvement', 'Terme', 'Fin des travaux', 'Année de fin', 'Livraison prévisionnelle', 'Fin de l’action',
    'Fin prévue', 'Date d’échéance']],
  ['forecastStartsOn', ['Début prévisionnel actualisé', 'Nouveau début', 'Début estimé', 'Début estimé à ce jour', 'Début actualisé',
    'Début révisé']],
  ['forecastEndsOn', ['Fin prévisionnelle actualisée', 'Nouvelle échéance', 'Fin estimée', 'Fin estimée à ce jour', 'Fin actualisée', 'Fin révisée',
    'Nouvelle date de fin']],
  ['progress', ['Avancement (%)', '% avancement', 'Taux d’avancement', 'Pourcentage d’avancement', '% de réalisation', 'Taux de réalisation',
    '% réalisé', 'Avancement en %', 'Progression']],
  ['ongoing', ['Action continue', 'Action récurrente', 'Amélioration continue', 'Récurrent', 'Action en continu', 'Permanente', 'Action pérenne',
    'Pérenne', 'Se poursuit d’année en année']],
  ['period', ['Période', 'Années', 'Calendrier prévisionnel', 'Période de réalisation', 'Dates', 'Années de réalisation', 'Planning prévisionnel',
    'Durée', 'Année', 'Temporalité']],
  ['schedule', ['Calendrier', 'Calendrier, en clair', 'Planning', 'Phasage', 'Étapes', 'Calendrier de réalisation', 'Échéancier', 'Jalons']],
  ['themes', ['Thématiques', 'Thématique', 'Thème', 'Thèmes', 'Domaine', 'Secteur d’activité', 'Catégorie']],
  ['programmes', ['Autres programmes', 'Autres programmes et contrats', 'Lien autres programmes et contrats', 'Programmes', 'Programme',
    'Dispositifs contractuels', 'Lien avec d’autres programmes', 'Contrats', 'Dispositif de rattachement', 'Contrat de rattachement']],
  ['audiences', ['Publics', 'Public cible', 'Cibles', 'Cible', 'Public', 'Bénéficiaires', 'Publics cibles', 'Public visé']],
  ['zonings', ['Zonages', 'Zonage', 'Secteur d’intervention', 'Périmètre', 'Secteur ORT', 'Périmètre ORT', 'Secteur', 'Quartier']],
  ['tags', ['Étiquettes', 'Mots-clés', 'Tags', 'Tags personnalisés', 'Étiquette', 'Mots clefs']],
  ['participationLevel', ['Niveau de participation', 'Type de participation', 'Degré de participation']],
  ['participation', ['Participation citoyenne', 'Participation', 'Concertation', 'Association des habitants', 'Participation des habitants',
    'Modalités', 'Modalités de la participation']],
  ['centrality', ['Conséquence sur la centralité', 'Centralité', 'Conséquence sur la fonction de centralité', 'Effet sur la centralité',
    'Contribution à la centralité', 'Impact sur la centralité']],
  ['contact', ['Contact', 'Contact référent', 'Coordonnées', 'Courriel', 'Mail', 'Contacts']],
  ['restricted', ['Confidentiel', 'Confidentialité', 'Privé', 'Accès restreint', 'Restreint', 'Restreinte']],
  ['signedOn', ['Signée le', 'Date de signature', 'Signature', 'Date de signature de la fiche']],
  ['sheetUpdatedOn', ['Fiche mise à jour le', 'Date de mise à jour', 'Date de mise à jour de la fiche', 'Mise à jour', 'Mis à jour le',
    'Dernière mise à jour', 'Date de MAJ', 'MAJ']],
  ['keep', ['Observations', 'Commentaires', 'Commentaire', 'Remarques', 'Notes', 'Indicateurs', 'Indicateurs de suivi', 'Instances de gouvernance',
    'Instances', 'Instance de gouvernance', 'Localisation', 'Adresse', 'Commune', 'Lieu', 'Parcelle', 'Points de vigilance', 'Freins',
    'Prochaines étapes', 'Annexes', 'Liens', 'Documents', 'Indicateurs de suivi et d’évaluation']],
]

const linkWords = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'et', 'en', 'un', 'une', 'par', 'pour', 'a', 'au', 'aux', 'sur', 'ou',
  's', 'e', 'x', 'dans'])

/** The words of a label that count: without case, accents, plurals, nor link words. */
export function labelWords(label: string): readonly string[] {
  const text = fold(label).replace(/n°|nº|\bno\b\.?/g, ' numero ').replace(/%/g, ' pourcent ').replace(/\(s\)|\(es\)|\(x\)/g, '')
    .replace(/·e?s?|\.e\.s\b|\.e\b/g, '')
  const words = nameKey(text).split(' ').map((word) => (word.length > 3 ? word.replace(/(?:aux|eaux)$/, (end) => (end === 'eaux' ? 'eau' : 'al')).replace(/[sx]$/, '') : word))
  const counted = words.filter((word) => word !== '' && !linkWords.has(word)).map((word) => shortened[word] ?? word)
  return counted.length > 0 ? counted : words.filter((word) => word !== '')
}
const shortened: Readonly<Record<string, string>> = { num: 'numero', ref: 'reference', prev: 'previsionnel', previsionnelle: 'previsionnel',
  elue: 'elu', referente: 'referent' }

type Known = { readonly to: TargetKind; readonly words: readonly string[]; readonly first: boolean }
const known: readonly Known[] = synonyms.flatMap(([to, labels]) => labels.map((label, rank) => ({ to, words: labelWords(label), first: rank === 0 })))
const exact = new Map<string, TargetKind>()
for (const { to, words } of known) if (!exact.has(words.join(' '))) exact.set(words.join(' '), to)

/** What a label says, from 0 to 1; undefined when its words are those of nothing known. */
export function readLabel(label: string): { readonly to: TargetKind; readonly confidence: number; readonly whole: boolean } | undefined {
  const words = labelWords(label)
  if (words.length === 0) return undefined
  const whole = exact.get(words.join(' '))
  if (whole !== undefined) return { to: whole, confidence: 0.97, whole: true }
  const same = new Set(words)
  let best: { to: TargetKind; confidence: number; whole: boolean } | undefined
  for (const { to, words: wanted } of known) {
    if (!wanted.every((word) => same.has(word))) continue
    const confidence = Math.round((0.4 + 0.5 * (wanted.join('').length / words.join('').length) + (words[0] === wanted[0] ? 0.05 : 0)) * 100) / 100
    if (confidence > (best?.confidence ?? 0.58)) best = { to, confidence, whole: false }
  }
  return best
}
