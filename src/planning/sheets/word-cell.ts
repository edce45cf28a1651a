// Words of a cell that stand for a value: states, priorities, natures, steps of a funding, yes and no, lists of names.
import { folded, keyed } from './folded.ts'
import type { ActionNature, ParticipationLevel, Priority } from '../action-fields.ts'
import type { ActionState } from '../action-state.ts'
import type { CostNature, FundingKind, FundingStatus } from '../funding-status.ts'

/** `plain`: the words say exactly this; otherwise they say more, and are kept beside. */
export type ReadWord<Value> = { readonly value: Value; readonly plain: boolean }
type Wordings<Value> = readonly (readonly [value: Value, plain: readonly string[], near: readonly string[]])[]

function readWord<Value>(wordings: Wordings<Value>, words: string): ReadWord<Value> | undefined {
  if (words.length > 80) return undefined
  const key = keyed(words.replace(/^\s*\d+\s*[-–.)/]\s*/, ''))
  if (key === '') return undefined
  for (const [value, plain, near] of wordings) {
    if (plain.includes(key)) return { value, plain: true }
    if (near.includes(key)) return { value, plain: false }
  }
  return undefined
}

const states: Wordings<ActionState> = [
  ['idea', ['idee', 'en maturation'], ['a discuter', 'a l etude', 'maturation', 'emergence', 'en emergence', 'reflexion', 'en reflexion',
    'en projet', 'projet', 'intention', 'idea']],
  ['planned', ['prevu', 'prevue', 'planifie', 'planifiee', 'programme', 'programmee', 'a venir', 'planned'],
    ['non demarre', 'non demarree', 'non commence', 'non commencee', 'pas commence', 'pas demarre', 'a demarrer', 'a lancer', 'a faire', 'a engager',
      'valide', 'validee', 'phase d etude', 'phase etude', 'etude', 'etudes', 'etude en cours', 'etudes en cours', 'non engage', 'non engagee',
      'a realiser', 'non initie']],
  ['committed', ['engage', 'engagee', 'committed'],
    ['decide', 'decidee', 'phase de demarrage', 'demarrage', 'lance', 'lancee', 'finance', 'financee', 'en preparation', 'consultation en cours',
      'marche notifie', 'initie', 'initiee']],
  ['inProgress', ['en cours', 'in progress'],
    ['phase operationnelle', 'operationnel', 'operationnelle', 'travaux en cours', 'travaux', 'en travaux', 'en cours de realisation',
      'en realisation', 'en retard', 'demarre', 'demarree', 'commence', 'commencee', 'en oeuvre', 'en phase operationnelle', 'en chantier',
      'realisation', 'active', 'actif', 'permanent']],
  ['delivered', ['realise', 'realisee', 'termine', 'terminee', 'livre', 'livree', 'delivered', 'acheve', 'achevee'],
    ['fini', 'finie', 'fait', 'faite', 'clos', 'close', 'cloture', 'cloturee', 'solde', 'soldee', 'effectue', 'effectuee', 'livraison',
      'reception faite', 'receptionne', 'finalise', 'finalisee', 'done']],
  ['suspended', ['suspendu', 'suspendue', 'suspended'], ['en pause', 'bloque', 'bloquee', 'en attente', 'reporte', 'reportee', 'differe', 'differee',
    'gele', 'gelee', 'stand by', 'standby', 'ajourne', 'ajournee', 'en suspens']],
  ['abandoned', ['abandonne', 'abandonnee', 'abandoned'], ['annule', 'annulee', 'abandon', 'sans suite', 'retire', 'retiree', 'supprime',
    'supprimee', 'non retenu', 'non retenue']],
]
export const readState = (words: string): ReadWord<ActionState> | undefined => readWord(states, words)

const fundingSteps: Wordings<FundingStatus> = [
  ['toRequest', ['a solliciter', 'to request'], ['a demander', 'non sollicite', 'non sollicitee', 'non demande', 'non demandee', 'prevu', 'prevue',
    'previsionnel', 'previsionnelle', 'a deposer', 'envisage', 'envisagee', 'potentiel', 'a definir', 'espere', 'en projet']],
  ['requested', ['sollicite', 'sollicitee', 'demande', 'demandee', 'requested'],
    ['depose', 'deposee', 'dossier depose', 'en cours', 'en instruction', 'en cours d instruction', 'instruction', 'en attente', 'demande deposee',
    'demande en cours', 'transmis', 'transmise', 'en cours de demande']],
  ['awarded', ['attribue', 'attribuee', 'awarded'], ['accorde', 'accordee', 'obtenu', 'obtenue', 'acquis', 'acquise', 'notifie', 'notifiee',
    'valide', 'validee', 'arrete', 'oui', 'confirme', 'confirmee', 'octroye', 'octroyee']],
  ['committed', ['engage', 'engagee', 'committed'], ['conventionne', 'conventionnee', 'signe', 'signee']],
  ['paid', ['verse', 'versee', 'paid'], ['paye', 'payee', 'percu', 'percue', 'recu', 'recue', 'acompte verse', 'verse partiellement',
    'versement partiel', 'mandate', 'mandatee', 'avance versee', 'encaisse', 'encaissee']],
  ['closed', ['solde', 'soldee', 'closed'], ['clos', 'close', 'solde verse', 'termine', 'terminee']],
  ['refused', ['refuse', 'refusee', 'refused'], ['rejete', 'rejetee', 'non retenu', 'non retenue', 'non eligible', 'ineligible', 'refus', 'non',
    'defavorable', 'non obtenu', 'non accorde']],
  ['cancelled', ['annule', 'annulee', 'cancelled'], ['caduc', 'caduque', 'abandonne', 'abandonnee', 'retire', 'retiree', 'perdu', 'perdue']],
]
export const readFundingStep = (words: string): ReadWord<FundingStatus> | undefined => readWord(fundingSteps, words)

const fundingKinds: Wordings<FundingKind> = [
  ['grant', ['subvention', 'grant'], ['aide', 'dotation', 'fonds de concours', 'participation', 'sub', 'subv']],
  ['loan', ['pret', 'emprunt', 'loan'], ['pret bdt', 'pret bonifie']],
  ['advance', ['avance', 'avance remboursable', 'advance'], []],
  ['own', ['fonds propres', 'autofinancement', 'own'], ['part communale', 'reste a charge', 'fond propre', 'propre']],
  ['inKind', ['en nature', 'apport en nature', 'in kind'], ['valorisation', 'mise a disposition', 'ingenierie', 'benevolat']],
  ['landHolding', ['portage', 'portage foncier', 'land holding'], ['portage epf']],
]
export const readFundingKind = (words: string): ReadWord<FundingKind> | undefined => readWord(fundingKinds, words)

const costNatures: Wordings<CostNature> = [
  ['studies', ['etudes', 'etude', 'studies'], ['ingenierie', 'diagnostic', 'amo']],
    ['land', ['foncier', 'acquisitions', 'acquisition', 'acquisitions foncieres', 'land'], ['acquisition fonciere']],
  ['works', ['travaux', 'works'], ['construction', 'vrd', 'demolition']],
    ['equipment', ['equipement', 'equipements', 'equipment'], ['mobilier', 'materiel', 'achats']],
  ['projectManagement', ['maitrise d oeuvre', 'moe', 'project management'], ['honoraires']],
    ['services', ['prestations', 'prestation', 'services'], ['animation', 'communication', 'prestations de services']],
  ['staff', ['personnel', 'staff'], ['poste', 'postes', 'salaires', 'rh']], ['operating', ['fonctionnement', 'operating'], []],
    ['other', ['autre', 'autres', 'other'], ['divers']],
]
export const readCostNature = (words: string): ReadWord<CostNature> | undefined => readWord(costNatures, words)

const priorities: Wordings<Priority> = [
  ['high', ['haute', 'elevee', 'fort', 'forte', 'high', 'eleve', 'haut'],
    ['prioritaire', 'urgent', 'urgente', 'priorite 1', 'p1', '1', 'tres forte', 'majeure']],
  ['medium', ['moyenne', 'medium', 'moyen'], ['normale', 'priorite 2', 'p2', '2', 'modere', 'moderee']],
    ['low', ['basse', 'faible', 'low', 'bas'], ['priorite 3', 'p3', '3', 'mineure']],
]
export const readPriority = (words: string): ReadWord<Priority> | undefined => readWord(priorities, words)

const natures: Wordings<ActionNature> = [
  ['investment', ['investissement', 'investment'], ['invest', 'inv', 'travaux', 'i']],
    ['operating', ['fonctionnement', 'operating'], ['fonct', 'f', 'ingenierie']],
  ['mixed', ['mixte', 'investissement et fonctionnement', 'mixed'], ['investissement fonctionnement', 'i f']],
]
export const readNature = (words: string): ReadWord<ActionNature> | undefined => readWord(natures, words)

const levels: Wordings<ParticipationLevel> = [
  ['none', ['aucune', 'none', 'pas de participation'], ['non', 'pas de participation citoyenne', 'sans']], ['information', ['information'], []],
    ['consultation', ['consultation'], []],
  ['concertation', ['concertation'], []], ['coconstruction', ['coconstruction', 'co construction'], []],
]
export const readParticipation = (words: string): ReadWord<ParticipationLevel> | undefined => readWord(levels, words)

const yesNo: Wordings<boolean> = [
  [true, ['oui', 'yes', 'vrai', 'true', 'x', 'o', '1'], []], [false, ['non', 'no', 'faux', 'false', 'n', '0'], []],
]
export const readFlag = (words: string): ReadWord<boolean> | undefined => readWord(yesNo, words)

/**
 * Each item of a list in a cell: parted by line breaks, semicolons, bullets, spaced slashes; by commas, « et » and « & » when `names` (people,
 * towns).
 */
export function readList(words: string): readonly string[] {
  const items = words.split(/\s*(?:\n|;|•|·|\s\/\s|\s\+\s|\|)\s*/).flatMap((part) => {
    const item = part.replace(/^[-–*•]\s+/, '').trim()
    return item.includes(',') && item.split(',').every((piece) => piece.trim().length > 1 && piece.trim().length < 60) ? item.split(/\s*,\s*/)
      : [item]
  })
  const plain = items.flatMap((item) => (/^\S+(?: \S+){0,2} et \S+(?: \S+){0,2}$/.test(item) && !/\bde\b|\bdes\b|\bdu\b|\bd'/.test(folded(item)) ? item.split(/ et /) : [item]))
    .flatMap((item) => (/^[^/\s]{3,}(?:\/[^/\s]{3,})+$/.test(item) ? item.split('/') : [item])).map((item) => item.replace(/[.;,]$/, '').trim()).filter((item) => item !== '')
  return [...new Map(plain.map((item) => [folded(item), item] as const)).values()]
}
