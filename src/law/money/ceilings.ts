// The ceilings on aid: all public aid, a fund between an EPCI and a town, the post of an OPAH-RU, the manager of a town centre.
import type { PlainDate } from '../../kernel/date.ts'
import type { Cents } from '../../kernel/money.ts'
import { cents } from '../../kernel/money.ts'
import { leastOf, mostOf, nothing } from './exact.ts'
import { cite, step } from './explanation.ts'
import { dayWords, euros, outOfPeriod, verdictNames } from './money-words.ts'
import type { Parameter } from './parameter.ts'
import { valueOn } from './parameter.ts'
import { managerCap, opahRuBaseCap, opahRuRate, publicAidRate, townFundRate } from './parameters.ts'
import { shareCeiling } from './share-ceiling.ts'
import type { CeilingAnswer } from './share-ceiling.ts'
import { allOf } from './verdict.ts'
import type { Verdict } from './verdict.ts'

const outside = (title: string, parameter: Parameter, on: PlainDate): CeilingAnswer =>
  ({ result: 'unknown', maximumCents: null, explanation: step(title, outOfPeriod(parameter, on)) })

/**
 * All public aid, the owner's own money apart, against the eligible cost. Not the same thing as the owner's minimum: see its explanation.
 * @source décret n° 2018-514 du 25 juin 2018, art. 10 (State subsidies for investment projects), to be confirmed
 */
export function publicAidCeiling(
  facts: { readonly eligibleCents: Cents | null; readonly publicAidCents: Cents | null }, on: PlainDate,
): CeilingAnswer {
  const title = 'Plafond des aides publiques'
  const rate = valueOn(publicAidRate, on)
  if (rate === undefined) return outside(title, publicAidRate, on)
  return shareCeiling({
    title, rate, base: facts.eligibleCents, baseName: 'Dépense subventionnable', aid: facts.publicAidCents, aidName: 'Aides publiques', parts: [
      step('Lien avec la participation minimale', 'Deux règles voisines, à vérifier toutes deux.', {
        formula: 'Le plafond de 80 % se calcule sur la dépense subventionnable ; les 20 % du maître d’ouvrage, sur le total des fonds publics. '
          + 'Elles se rejoignent quand toute la dépense est subventionnable et qu’aucun fonds privé ne vient.',
      }),
    ],
  })
}

/**
 * A fund between an EPCI and a member town: no more than what the one who receives it pays itself, subsidies apart.
 * @source CGCT, art. L.5214-16 V, L.5215-26, L.5216-5 VI (read in excerpt, to be confirmed)
 */
export function townFund(
  facts: { readonly costCents: Cents | null; readonly subsidiesCents: Cents | null; readonly fundCents?: Cents | null }, on: PlainDate,
): CeilingAnswer {
  const title = 'Fonds de concours entre l’EPCI et une commune'
  const rate = valueOn(townFundRate, on)
  if (rate === undefined) return outside(title, townFundRate, on)
  const { costCents: cost, subsidiesCents: subsidies } = facts
  const left = cost === null || subsidies === null ? null : mostOf(nothing, cents(cost - subsidies))
  return shareCeiling({
    title, rate, base: left, baseName: 'Reste à charge hors subventions', aid: facts.fundCents, aidName: 'Fonds de concours', parts: [
      step('Reste à charge hors subventions', euros(left), {
        formula: 'coût − subventions ; net de FCTVA selon des réponses ministérielles (à confirmer)',
        inputs: [{ label: 'Coût', value: euros(cost) }, { label: 'Subventions', value: euros(subsidies) }],
      }),
    ],
  })
}

/**
 * What Anah pays of the post that follows an OPAH-RU: half of a cost counted up to a cap, asked for before the post starts.
 * @source Anah, engineering of an OPAH-RU (read in excerpt)
 */
export function opahRuPost(
  facts: {
    readonly annualCostCents: Cents | null; readonly aidCents?: Cents | null
    readonly requestedOn: PlainDate | null; readonly startsOn: PlainDate | null
  },
  on: PlainDate,
): CeilingAnswer {
  const title = 'Poste de suivi-animation d’une OPAH-RU'
  const [rate, cap] = [valueOn(opahRuRate, on), valueOn(opahRuBaseCap, on)]
  if (rate === undefined || cap === undefined) return outside(title, opahRuRate, on)
  const cost = facts.annualCostCents
  const base = cost === null ? null : leastOf(cost, cents(cap.value))
  const answer = shareCeiling({
    title, rate, base, baseName: 'Dépense retenue', aid: facts.aidCents, aidName: 'Aide de l’Anah', parts: [
      step('Dépense retenue', euros(base), { formula: 'le plus petit de : coût annuel ; plafond', source: cite(cap), parts: [
        step('Coût annuel', euros(cost), { binds: cost !== null && cost <= cap.value }),
        step('Plafond', euros(cents(cap.value)), { binds: cost !== null && cost > cap.value }),
      ] }),
      step('Demande avant le début du poste', inTime(facts), { source: cite(rate), inputs: [
        { label: 'Demandée le', value: dayWords(facts.requestedOn) }, { label: 'Début du poste', value: dayWords(facts.startsOn) },
      ] }),
    ],
  })
  if (facts.requestedOn === null && facts.startsOn === null) return answer
  return { ...answer, result: allOf([answer.result ?? 'not-applicable', orderOf(facts)]) }
}

type Request = { readonly requestedOn: PlainDate | null; readonly startsOn: PlainDate | null }
const orderOf = ({ requestedOn, startsOn }: Request): Verdict =>
  requestedOn === null || startsOn === null ? 'unknown' : requestedOn <= startsOn ? 'pass' : 'fail'
const inTime = (request: Request): string => `Règle : ${verdictNames[orderOf(request)]}.`

/**
 * The aid to a town-centre manager, over its two years.
 * @source Banque des Territoires, aid to town-centre managers (read in excerpt): 40 000 € over two years
 */
export function townCentreManager(facts: { readonly aidCents: Cents | null }, on: PlainDate): CeilingAnswer {
  const title = 'Manager de centre-ville'
  const cap = valueOn(managerCap, on)
  if (cap === undefined) return outside(title, managerCap, on)
  const maximumCents = cents(cap.value)
  const result = facts.aidCents === null ? 'unknown' : facts.aidCents <= maximumCents ? 'pass' : 'fail'
  const verdict = result === 'unknown' ? 'aide inconnue' : `règle ${verdictNames[result]}`
  const explanation = step(title, `${euros(maximumCents)} au plus sur deux ans : ${verdict}.`, {
    inputs: [{ label: 'Aide sur les deux ans', value: euros(facts.aidCents) }], source: cite(cap), binds: result === 'fail',
  })
  return { result, maximumCents, explanation }
}
