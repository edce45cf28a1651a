// The funding plan in words: what stopped each source, how the rules are kept, or what cannot be met and by how much.
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { sumOf } from './exact.ts'
import { publicAidCeiling } from './ceilings.ts'
import { step } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import type { Blocked, FundedLine, FundingConstraint, FundingLimit, FundingProblem, FundingProposal, SourceRole } from './funding-problem.ts'
import { euros, rateInWords } from './money-words.ts'
import { ownShare } from './own-share.ts'

const title = 'Plan de financement'

export const limitNames: Readonly<Record<FundingLimit, string>> = {
  maximum: 'arrêté à son montant maximal', rate: 'arrêté à son taux maximal', ownShare: 'arrêté par la participation minimale du maître d’ouvrage',
  publicCeiling: 'arrêté par le plafond des aides publiques', cost: 'arrêté au coût', rest: 'ce qui reste à la charge du maître d’ouvrage',
}

const constraintWords: Readonly<Record<FundingConstraint, (amount: string, of: string) => string>> = {
  sourceBounds: (amount, of) => `« ${of} » : le minimum demandé dépasse de ${amount} ce que cette source peut apporter. Baissez-le.`,
  cost: (amount) => `Les montants minimaux dépassent le coût de ${amount}. Baissez-les, ou corrigez le coût.`,
  sources: (amount) => `Il manque ${amount} : toutes les sources réunies ne couvrent pas le coût.`,
  publicCeiling: (amount) => `Le plafond des aides publiques ne peut pas être tenu : ${amount} de trop. `
    + 'Cherchez des fonds privés, ou augmentez la part propre.',
  publicMinima: (amount) => `Les minimums des financeurs publics dépassent de ${amount} ce que leur laisse la participation minimale `
    + 'du maître d’ouvrage. Baissez-les.',
  ownShare: (amount) => `La participation minimale du maître d’ouvrage ne peut pas être tenue : il lui manque ${amount}.`,
  period: () => 'La règle n’est pas connue ce jour-là.',
}

/** @source CGCT, art. L.1111-10, III; décret n° 2018-514 du 25 juin 2018, art. 10 (to be confirmed): the two rules that are checked again */
export function explainPlan(problem: FundingProblem, lines: readonly FundedLine[], on: PlainDate): FundingProposal {
  return { ok: true, lines, explanation: step(title, `Coût de ${euros(problem.costCents)} couvert au centime.`, {
    formula: 'les sources sont remplies dans l’ordre donné, le maître d’ouvrage paie le reste',
    parts: [...lines.map(lineStep), ...rules(problem, lines, on)],
  }) }
}

const lineStep = ({ label, cents, limit }: FundedLine): Explanation =>
  step(label, `${euros(cents)}, ${limitNames[limit]}`, { binds: limit === 'ownShare' || limit === 'publicCeiling' })

const amountOf = (lines: readonly FundedLine[], role: SourceRole) => sumOf(lines.filter((line) => line.role === role).map(({ cents }) => cents))

function rules(problem: FundingProblem, lines: readonly FundedLine[], on: PlainDate): readonly Explanation[] {
  const [owner, others, free] = [amountOf(lines, 'owner'), amountOf(lines, 'public'), amountOf(lines, 'private')]
  const points = problem.minimumOwnShareBasisPoints
  const own = points === undefined
    ? ownShare({ ownerPublicCents: owner, otherPublicCents: others, privateCents: free, exception: null }, on).explanation
    : step('Participation minimale du maître d’ouvrage', `Minimum retenu : ${rateInWords(points * 10)} des financements publics.`)
  const aid = publicAidCeiling({ eligibleCents: problem.eligibleCents ?? problem.costCents, publicAidCents: others }, on).explanation
  return [...(problem.ownShare ? [own] : []), ...(problem.publicAidCeiling ? [aid] : [])]
}

export function explainBlocked(problem: FundingProblem, blocked: Blocked, on: PlainDate): FundingProposal {
  const of = problem.sources.find(({ key }) => key === blocked.key)?.label ?? ''
  const sentence = constraintWords[blocked.constraint](euros(blocked.missingCents), of)
  const least = problem.sources.map(({ label, atLeastCents }) => ({ label: `${label} (minimum)`, value: euros(atLeastCents) }))
  return { ok: false, blocked, sentence, explanation: step(title, `Impossible au ${inWords(on)}. ${sentence}`, {
    binds: true, inputs: [{ label: 'Coût', value: euros(problem.costCents) }, ...least],
  }) }
}
