// The fifth of the public money that the owner of an investment project must bring: computed on public funds, never on the cost.
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import { cents } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import { besideAtLeast, besideAtMost, nothing, partAtLeast, reaches, sumOf } from './exact.ts'
import { cite, step } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import { euros, outOfPeriod, rateInWords, shareInWords, unknownWord, verdictNames } from './money-words.ts'
import { ownShareExceptions } from './own-share-exceptions.ts'
import type { InvokedException } from './own-share-exceptions.ts'
import type { Citation, DatedValue } from './parameter.ts'
import { valueOn } from './parameter.ts'
import { corsicanOwnShareRate, ownShareRate } from './parameters.ts'
import type { Verdict } from './verdict.ts'

/**
 * `ownerPublicCents`: what the owner pays, or the delegated owner when there is one; FCTVA is not part of it. `otherPublicCents`: every other
 * public funder. `privateCents`: counts in no way, shown to say so. `investment`: false when the operation is not one. Null: unknown.
 */
export type OwnShareCase = {
  readonly ownerPublicCents: Cents | null; readonly otherPublicCents: Cents | null; readonly privateCents: Cents | null
  readonly exception: InvokedException | null; readonly investment?: boolean | null
}
/** `rate`: owner ÷ public total, from 0 to 1; null when unknown or when there is no public money. `missingCents`: to take over from other publics. */
export type OwnShareAnswer = {
  readonly result: Verdict; readonly rate: number | null; readonly missingCents: Cents | null; readonly explanation: Explanation
}

/**
 * Does the owner pay its minimum of the public money? An exception counts only when it is needed and, if it takes an order, with that order.
 * @source CGCT, art. L.1111-10, III (20 % du montant total des financements apportés par des personnes publiques) and IV
 */
export function ownShare(facts: OwnShareCase, on: PlainDate): OwnShareAnswer {
  const minimum = minimumOn(facts.exception, on)
  if (minimum === undefined) {
    return { result: 'unknown', ...measure(facts, null), missingCents: null, explanation: step(title, outOfPeriod(ownShareRate, on)) }
  }
  const plain = verdictOf(facts, minimum.value)
  const invoked = facts.exception === null || plain === 'not-applicable' ? null : granted(facts.exception, plain, on)
  const result = facts.investment === false ? 'not-applicable' : invoked?.result ?? plain
  const explanation = step(title, sentence(result, facts, minimum.value, invoked !== null && invoked.result !== plain), {
    formula: `respectée si la part du maître d’ouvrage ≥ ${rateInWords(minimum.value)} des financements publics`, source: cite(minimum),
    binds: plain === 'fail', parts: [...steps(facts, minimum), ...(invoked === null ? [] : [invoked.explanation]), investmentStep(facts)],
  })
  const failed = plain === 'fail' && (result === 'fail' || result === 'unknown')
  return { result, ...measure(facts, failed ? minimum.value : null), explanation }
}

const title = 'Participation minimale du maître d’ouvrage'

const minimumOn = (exception: InvokedException | null, on: PlainDate): DatedValue | undefined =>
  valueOn(exception?.kind === 'corsica' ? corsicanOwnShareRate : ownShareRate, on)

const totalOf = ({ ownerPublicCents: own, otherPublicCents: other }: OwnShareCase): Cents | null =>
  own === null || other === null ? null : sumOf([own, other])

function verdictOf(facts: OwnShareCase, minimum: number): Verdict {
  const total = totalOf(facts)
  if (total === null || facts.ownerPublicCents === null) return 'unknown'
  if (total === 0) return 'not-applicable'
  return reaches(facts.ownerPublicCents, total, minimum) ? 'pass' : 'fail'
}

/** The rate, and what the owner should take over from other public funders for the same total; nothing when the rule is kept. */
function measure(facts: OwnShareCase, failed: number | null): Pick<OwnShareAnswer, 'rate' | 'missingCents'> {
  const [total, own] = [totalOf(facts), facts.ownerPublicCents]
  if (total === null || own === null) return { rate: null, missingCents: null }
  return { rate: total === 0 ? null : own / total, missingCents: failed === null ? nothing : cents(partAtLeast(total, failed) - own) }
}

/** What an invoked exception makes of the plain verdict. */
function granted(invoked: InvokedException, plain: Verdict, on: PlainDate): { readonly result: Verdict; readonly explanation: Explanation } {
  const row = ownShareExceptions.find(({ kind }) => kind === invoked.kind)
  const label = `Exception invoquée : ${row?.label ?? invoked.words}`
  const say = (result: Verdict, words: string, source: Citation | null) =>
    ({ result, explanation: step(label, words, { source, binds: plain !== 'pass' && result !== plain }) })
  const stays = plain === 'pass' ? 'pass' : 'unknown'
  const known = ownShareExceptions.map(({ kind }) => kind).join(', ')
  if (row === undefined) return say(stays, `Cette exception n’est pas connue. Connues : ${known}.`, null)
  if (row.since !== undefined && on < row.since) return say(plain, `Cette exception n’existe que depuis le ${inWords(row.since)}.`, row.source)
  if (row.effect === 'exempt') return say('not-applicable', 'La règle ne s’applique pas à cette opération.', row.source)
  if (row.effect === 'lower') return say(plain, 'Un minimum plus bas s’applique.', row.source)
  if (plain === 'pass') return say('pass', 'Inutile ici : la règle est respectée sans elle.', row.source)
  if (row.effect === 'other') return say('unknown', 'Un régime propre s’applique : vérifiez le minimum dans la convention avec l’ANRU.', row.source)
  return invoked.order === null
    ? say('unknown', 'L’arrêté de dérogation du préfet n’est pas joint : joignez-le, sans lui la dérogation ne compte pas.', row.source)
    : say('pass', `Dérogation accordée par arrêté (pièce : ${invoked.order}).`, row.source)
}

function sentence(result: Verdict, facts: OwnShareCase, minimum: number, excepted: boolean): string {
  const [total, own] = [totalOf(facts), facts.ownerPublicCents]
  if (facts.investment === false) return 'Sans objet : la règle ne vise que les opérations d’investissement.'
  if (total === null || own === null) return excepted ? `Règle ${verdictNames[result]}, par exception.` : unknownSentence(facts, minimum)
  if (total === 0) return 'Sans objet : aucun financement public.'
  const share = `${shareInWords(own, total)} des financements publics pour ${rateInWords(minimum)} au moins`
  if (excepted && result === 'unknown') return `${share} : on ne peut conclure, à cause de l’exception invoquée.`
  if (excepted) return `${share} : règle ${verdictNames[result]}, en raison de l’exception invoquée.`
  if (result === 'pass') return `${share} : règle respectée.`
  const missing = euros(cents(partAtLeast(total, minimum) - own))
  return `${share} : règle non respectée, il manque ${missing} à la part du maître d’ouvrage, pour le même total public.`
}

/** What is missing to answer, and up to where it would not matter. */
function unknownSentence({ ownerPublicCents: own, otherPublicCents: other }: OwnShareCase, minimum: number): string {
  if (own !== null && own > 0) {
    const most = euros(besideAtMost(own, minimum))
    return `Inconnu : les autres financements publics ne sont pas connus. La règle serait respectée jusqu’à ${most} d’autres financements publics.`
  }
  if (other !== null && other > 0) {
    return `Inconnu : la part du maître d’ouvrage n’est pas connue. Il faudrait au moins ${euros(besideAtLeast(other, minimum))}.`
  }
  return 'Inconnu : il manque la part du maître d’ouvrage ou celle des autres financeurs publics.'
}

function steps(facts: OwnShareCase, minimum: DatedValue): readonly Explanation[] {
  const [total, own] = [totalOf(facts), facts.ownerPublicCents]
  const inputs = [
    { label: 'Part du maître d’ouvrage', value: euros(own) }, { label: 'Autres financements publics', value: euros(facts.otherPublicCents) },
  ]
  return [
    step('Financements publics', euros(total), { formula: 'part du maître d’ouvrage + autres financements publics', inputs }),
    step('Fonds privés', euros(facts.privateCents), { formula: 'hors du calcul : la base est le total public, non le coût' }),
    step('Taux de participation', total === null || own === null ? unknownWord : total === 0 ? 'aucun (0 ÷ 0)' : shareInWords(own, total), {
      formula: 'part du maître d’ouvrage ÷ financements publics',
    }),
    step('Part minimale', total === null ? unknownWord : euros(partAtLeast(total, minimum.value)), {
      formula: `${rateInWords(minimum.value)} × financements publics, au centime supérieur`, source: cite(minimum),
    }),
  ]
}

const investmentStep = ({ investment }: OwnShareCase): Explanation =>
  step('Opération d’investissement', investment === false ? 'non' : investment === true ? 'oui' : 'supposée : la règle ne vise que l’investissement')
