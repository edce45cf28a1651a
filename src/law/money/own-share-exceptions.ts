// When the owner of a project may pay less than the fifth of its public money: each case, what it changes, and the order it needs.
import { date } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { fold } from '../../kernel/text.ts'
import type { Citation } from './parameter.ts'

export const ownShareExceptionKinds = [
  'overseas', 'cper', 'state-owned', 'territorial-cooperation', 'anru', 'corsica', 'protected-monument', 'heritage-derogation', 'calamity',
] as const
export type OwnShareExceptionKind = (typeof ownShareExceptionKinds)[number]

/**
 * `exempt`: the rule does not apply · `order`: lifted by an order of the préfet, which must be attached · `lower`: another minimum ·
 * `other`: a regime of its own, that this program does not hold.
 */
type Effect = 'exempt' | 'order' | 'lower' | 'other'
/** `since`: its first day, when the law that made it came after the rule. */
type ExceptionRow = {
  readonly kind: OwnShareExceptionKind; readonly label: string; readonly effect: Effect; readonly source: Citation; readonly since?: PlainDate
}

const verifiedOn = date('2026-11-01')
const article: Citation = { text: 'CGCT, art. L.1111-10, III', status: 'confirmed', verifiedOn }
const fourth: Citation = { text: 'CGCT, art. L.1111-10, IV', status: 'confirmed', verifiedOn }

/** @source CGCT, art. L.1111-10, III and IV; loi n° 2019-1461 du 27 décembre 2019, art. 82; loi n° 2003-710 du 1er août 2003, art. 9 */
export const ownShareExceptions: readonly ExceptionRow[] = [
  { kind: 'overseas', effect: 'exempt', source: article,
    label: 'Collectivité de Guadeloupe, Guyane, La Réunion, Martinique, Mayotte, Saint-Barthélemy, Saint-Martin ou Saint-Pierre-et-Miquelon' },
  { kind: 'cper', effect: 'exempt', source: fourth, label: 'Opération inscrite au contrat de plan État-région' },
  { kind: 'state-owned', effect: 'exempt', source: fourth, label: 'Opération dont l’État est maître d’ouvrage' },
  { kind: 'territorial-cooperation', effect: 'exempt', label: 'Programme FEDER de coopération territoriale européenne',
    source: { text: 'CGCT, art. L.1111-10 (lu en extrait)', status: 'toConfirm', verifiedOn } },
  { kind: 'anru', effect: 'other', label: 'Rénovation urbaine financée par l’ANRU (régime propre)',
    source: { text: 'Loi n° 2003-710 du 1er août 2003, art. 9', status: 'toConfirm', verifiedOn } },
  { kind: 'corsica', effect: 'lower', source: article, label: 'Commune ou EPCI de Corse : eau, déchets, incendies de forêt, voirie' },
  { kind: 'protected-monument', effect: 'order', source: article, label: 'Monument protégé, avec dérogation du préfet' },
  { kind: 'heritage-derogation', effect: 'order', since: date('2019-12-29'),
    label: 'Patrimoine protégé ou non, avec dérogation du préfet (urgence, nécessité publique, part disproportionnée)',
    source: { text: 'CGCT, art. L.1111-10, III ; loi n° 2019-1461 du 27 décembre 2019, art. 82 (lu en extrait)', status: 'toConfirm', verifiedOn } },
  { kind: 'calamity', effect: 'order', source: article, label: 'Réparation de dégâts d’une calamité publique, avec dérogation du préfet' },
]

/** An exception someone invokes: which (null: none that is known), in what words, and the order that grants it. */
export type InvokedException = { readonly kind: OwnShareExceptionKind | null; readonly words: string; readonly order: string | null }

/** Words by which people name an exception, on folded text, the first that matches wins. */
const namings: readonly (readonly [OwnShareExceptionKind, RegExp])[] = [
  ['calamity', /calamit|catastrophe/], ['protected-monument', /monument/], ['heritage-derogation', /heritage|patrimoine|derogation|prefect|prefet/],
  ['overseas', /overseas|outre-?mer|guadeloupe|guyane|la reunion|martinique|mayotte|saint-(?:barthelemy|martin|pierre)/], ['anru', /anru|npnru/],
  ['cper', /cper|contrat de plan/], ['corsica', /corse|corsica|corsican/], ['territorial-cooperation', /feder|interreg|cooperation territoriale/],
  ['state-owned', /state-owned|maitrise d'ouvrage de l'etat/],
]

/** « sans arrêté », « arrêté non joint », “order pending”: words of an order that is not there. */
const lackingOrder = new RegExp([
  "\\b(?:sans|pas|aucun|attente|without|no|missing|pending) (?:\\S+ )?(?:d'|l'|de l')?(?:arrete|order)\\b",
  '\\b(?:arrete|order)\\b.{0,30}\\b(?:non (?:joint|obtenu|pris|signe)|pas|attente|manque|manquant|a venir|a joindre|demande|sollicite)\\b',
  '\\border\\b.{0,30}\\b(?:not|pending|missing)\\b',
  'not attached|non joint',
].join('|'))

/**
 * An exception as written: its code, or words that name it. Words that speak of an order (« arrêté du 3 mai 2024 ») are the order as well,
 * unless they say that it is lacking.
 * @source ours (no statute)
 */
export function readException(words: string, order: string | null): InvokedException {
  const text = fold(words)
  const kind = ownShareExceptionKinds.find((known) => known === text) ?? namings.find(([, naming]) => naming.test(text))?.[0] ?? null
  const spoken = !lackingOrder.test(text) && /\b(?:arrete|order|attached)\b/.test(text) ? words : null
  const given = order === null || order.trim() === '' ? spoken : order.trim()
  return { kind, words, order: given }
}
