// Money in French: natures, kinds, steps, stages, bases; sums and balances in words, unknown amounts always counted.
import type { BadgeTone } from '../../design/badge.tsx'
import { inEuros } from '../../kernel/money.ts'
import { rateInWords as rateOfLaw } from '../../law/money/money-words.ts'
import type { Balance } from '../../planning/funding-sums.ts'
import type { Share } from '../../planning/funding-plan.ts'
import type { CostNature, FundingKind, FundingStatus } from '../../planning/funding-status.ts'
import type { Caution } from '../../planning/line-check.ts'
import type { Basis, Stage, Sum } from '../../planning/money-sum.ts'

export const natureNames: Readonly<Record<CostNature, string>> = {
  studies: 'Études', land: 'Foncier', works: 'Travaux', equipment: 'Équipement', projectManagement: 'Maîtrise d’œuvre', services: 'Prestations',
  staff: 'Personnel', operating: 'Fonctionnement', other: 'Autre',
}
export const kindNames: Readonly<Record<FundingKind, string>> = {
  grant: 'Subvention', loan: 'Prêt', advance: 'Avance remboursable', own: 'Fonds propres', inKind: 'Apport en nature', landHolding: 'Portage foncier',
}
/** The step of a line, its name in an address, and its tone. */
export const statusWords: Readonly<Record<FundingStatus, { readonly name: string; readonly address: string; readonly tone: BadgeTone }>> = {
  toRequest: { name: 'À solliciter', address: 'a-solliciter', tone: 'neutral' }, requested: { name: 'Sollicitée', address: 'sollicitee', tone:
    'info' },
  awarded: { name: 'Attribuée', address: 'attribuee', tone: 'positive' }, committed: { name: 'Engagée', address: 'engagee', tone: 'positive' },
  paid: { name: 'Versée', address: 'versee', tone: 'positive' }, closed: { name: 'Soldée', address: 'soldee', tone: 'positive' },
  refused: { name: 'Refusée', address: 'refusee', tone: 'negative' }, cancelled: { name: 'Annulée', address: 'annulee', tone: 'negative' },
}
export const stageNames: Readonly<Record<Stage, string>> = {
  planned: 'Prévu', requested: 'Sollicité', awarded: 'Attribué', committed: 'Engagé', paid: 'Versé', plannedCost: 'Coût prévu', finalCost:
    'Coût réel',
}
export const basisNames: Readonly<Record<Basis, string>> = { HT: 'HT', TTC: 'TTC', unstated: 'taxe non précisée' }
export const shareNames: Readonly<Record<Share, string>> = {
  own: 'Maître d’ouvrage', public: 'Autres financeurs publics', private: 'Financeurs privés', unknown:
    'Financeur à trouver, ou ni public ni privé connu',
  loan: 'Emprunts', bridging: 'Avances et portage foncier, à rendre',
}
export const cautionNames: Readonly<Record<Caution, string>> = {
  paidAboveAwarded: 'Les versements dépassent le montant attribué : vérifiez l’un ou l’autre.',
  committedAboveAwarded: 'Le montant engagé dépasse le montant attribué : vérifiez l’un ou l’autre.',
  awardedAboveRequested: 'Le montant attribué dépasse le montant sollicité : vérifiez l’un ou l’autre.',
  awardedAbovePlanned: 'Le montant attribué dépasse le montant prévu : mettez le prévu à jour.',
  yearsDiffer: 'La somme des années n’est pas égale au montant de la ligne.',
}

const many = (count: number): string => `${count} ${count === 1 ? 'montant inconnu' : 'montants inconnus'}`

/** `55 000 € + 2 montants inconnus`; `—` when nothing was said. */
export function amountInWords({ cents: value, known, unknown }: Pick<Sum, 'cents' | 'known' | 'unknown'>): string {
  if (known === 0) return unknown === 0 ? '—' : unknown === 1 ? 'inconnu' : many(unknown)
  return unknown === 0 ? inEuros(value) : `${inEuros(value)} + ${many(unknown)}`
}

/** `55 000 € HT + 2 montants inconnus`: with the basis, where it does not stand above. */
export function sumInWords(sum: Sum): string {
  if (sum.known === 0) return amountInWords(sum)
  const amount = `${inEuros(sum.cents)} ${sum.basis === 'unstated' ? '(HT ou TTC non précisé)' : sum.basis}`
  return sum.unknown === 0 ? amount : `${amount} + ${many(sum.unknown)}`
}

/** What is left to find, in words. */
export function balanceInWords(left: Balance): string {
  if (left.state === 'unknown') return 'inconnu'
  if (left.state === 'balanced') return 'équilibré'
  const bound = left.bound === 'exact' ? '' : left.bound === 'atMost' ? ' au plus' : ' au moins'
  return `${inEuros(left.cents)}${bound}${left.state === 'over' ? ' de trop' : ''}`
}
export const balanceTone = (left: Balance): BadgeTone =>
  left.state === 'balanced' ? 'positive' : left.state === 'left' ? 'caution' : left.state === 'over' ? 'negative' : 'unknown'

/** A rate kept in hundredths of a percent: `33,33 %`. */
export const rateInWords = (basisPoints: number): string => rateOfLaw(basisPoints * 10)

/** A part of a whole as a percentage with one decimal, rounded down. */
export const percent = (part: number, whole: number): string =>
  (whole === 0 ? '—' : `${String(Number((BigInt(part) * 1000n) / BigInt(whole)) / 10).replace('.', ',')} %`)
