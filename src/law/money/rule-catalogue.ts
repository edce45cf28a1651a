// Every rule on money by its name: what it asks, the figures it uses, an example, how it is applied. Pages and command line read it.
import type { PlainDate } from '../../kernel/date.ts'
import { opahRuPost, publicAidCeiling, townCentreManager, townFund } from './ceilings.ts'
import { step } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import { fctva } from './fctva.ts'
import { proposeFunding } from './funding-solver.ts'
import { ownShare } from './own-share.ts'
import type { Parameter } from './parameter.ts'
import {
  completionMonths, corsicanOwnShareRate, fctvaRate, managerCap, opahRuBaseCap, opahRuRate, ownShareRate, postCap, postCapWithOpahRu, postRate,
  publicAidRate, startMonths, townFundRate,
} from './parameters.ts'
import { postCofunding } from './post-cofunding.ts'
import type { CaseField, Given } from './rule-case.ts'
import { subsidyDeadlines } from './subsidy-deadlines.ts'
import type { Verdict } from './verdict.ts'

/** What every rule answers, with fields of its own beside. */
export type RuleAnswer = { readonly result?: Verdict; readonly explanation: Explanation }
/** `example`: a case as JSON. */
export type MoneyRule = {
  readonly name: string; readonly title: string; readonly summary: string; readonly fields: readonly CaseField[]
  readonly parameters: readonly Parameter[]; readonly example: object; readonly decide: (given: Given, on: PlainDate) => RuleAnswer
}

const money = (name: string, label: string, hint?: string): CaseField => ({ name, label, kind: 'cents', ...(hint !== undefined && { hint }) })
const optional = (field: CaseField): CaseField => ({ ...field, optional: true })
const known = (given: Given, name: string) => given.amount(name) ?? null
/** Undefined when the field was left out: there is nothing to check. */
const checked = (given: Given, name: 'aidCents' | 'fundCents') => (given.amount(name) === undefined ? {} : { [name]: known(given, name) })

/** @source CGCT, art. L.1111-10, III and the texts each rule names */
export const moneyRules: readonly MoneyRule[] = [
  {
    name: 'own-share', title: 'Participation minimale du maître d’ouvrage (20 %)',
    summary: 'Le maître d’ouvrage, même délégué, d’une opération d’investissement apporte au moins 20 % du total des financements publics. '
      + 'Les fonds privés ne comptent pas, ni le coût.',
    fields: [
      money('ownerPublicCents', 'Part du maître d’ouvrage', 'Sans le FCTVA.'), money('otherPublicCents', 'Autres financements publics'),
      money('privateCents', 'Fonds privés', 'Hors du calcul.'), optional({ name: 'exception', label: 'Exception invoquée', kind: 'exception' }),
      optional({ name: 'investment', label: 'Opération d’investissement', hint: 'Supposée, à défaut.', kind: 'flag' }),
    ],
    parameters: [ownShareRate, corsicanOwnShareRate], example: { ownerPublicCents: 1_500_000, otherPublicCents: 4_500_000, privateCents: 4_000_000 },
    decide: (given, on) => ownShare({
      ownerPublicCents: known(given, 'ownerPublicCents'), otherPublicCents: known(given, 'otherPublicCents'),
      privateCents: known(given, 'privateCents'), exception: given.exception('exception'), investment: given.flag('investment'),
    }, on),
  },
  {
    name: 'post-cofunding', title: 'Cofinancement d’un poste de chef de projet (75 %)',
    summary: '« 75 % maximum du coût annuel (maximum 55 000 € HT avec OPAH-RU, à défaut 45 000 € HT) » : le plafond borne-t-il l’aide, ou la dépense '
      + 'retenue ? La clause ne le dit pas : les deux lectures sont données.',
    fields: [
      money('annualCostCents', 'Coût annuel du poste'), { name: 'opahRu', label: 'OPAH-RU', kind: 'flag' },
      optional(money('aidCents', 'Cofinancements de l’année', 'Pour vérifier leur total.')),
    ],
    parameters: [postRate, postCapWithOpahRu, postCap], example: { annualCostCents: 8_000_000, opahRu: true },
    decide: (given, on) => postCofunding({
      annualCostCents: known(given, 'annualCostCents'), opahRu: given.flag('opahRu'), aidCents: known(given, 'aidCents'),
    }, on),
  },
  {
    name: 'opah-ru-post', title: 'Poste de suivi-animation d’une OPAH-RU (50 %)',
    summary: 'L’Anah paie la moitié du poste, dans la limite d’une dépense de 80 000 € HT par an. La demande précède le début du poste.',
    fields: [
      money('annualCostCents', 'Coût annuel du poste (HT)'), optional(money('aidCents', 'Aide de l’Anah')),
      optional({ name: 'requestedOn', label: 'Demandée le', kind: 'day' }), optional({ name: 'startsOn', label: 'Début du poste', kind: 'day' }),
    ],
    parameters: [opahRuRate, opahRuBaseCap], example: { annualCostCents: 9_000_000, aidCents: 4_000_000 },
    decide: (given, on) => opahRuPost({
      annualCostCents: known(given, 'annualCostCents'), ...checked(given, 'aidCents'),
      requestedOn: given.day('requestedOn'), startsOn: given.day('startsOn'),
    }, on),
  },
  {
    name: 'public-aid-ceiling', title: 'Plafond des aides publiques (80 %)',
    summary: 'Les aides publiques, sans la part du maître d’ouvrage, ne dépassent pas 80 % de la dépense subventionnable.',
    fields: [money('eligibleCents', 'Dépense subventionnable'), money('publicAidCents', 'Aides publiques', 'Sans la part du maître d’ouvrage.')],
    parameters: [publicAidRate], example: { eligibleCents: 10_000_000, publicAidCents: 8_000_000 },
    decide: (given, on) => publicAidCeiling({ eligibleCents: known(given, 'eligibleCents'), publicAidCents: known(given, 'publicAidCents') }, on),
  },
  {
    name: 'town-fund', title: 'Fonds de concours entre l’EPCI et une commune (50 %)',
    summary: 'Un fonds de concours ne dépasse pas ce que son bénéficiaire paie lui-même, hors subventions : la moitié du reste à charge.',
    fields: [money('costCents', 'Coût'), money('subsidiesCents', 'Subventions'), optional(money('fundCents', 'Fonds de concours'))],
    parameters: [townFundRate], example: { costCents: 10_000_000, subsidiesCents: 4_000_000, fundCents: 3_000_000 },
    decide: (given, on) =>
      townFund({ costCents: known(given, 'costCents'), subsidiesCents: known(given, 'subsidiesCents'), ...checked(given, 'fundCents') }, on),
  },
  {
    name: 'subsidy-deadlines', title: 'Délais d’une subvention DETR ou DSIL',
    summary: 'Ne rien commencer avant un dossier complet ; commencer dans les deux ans de la notification ; achever dans les quatre ans '
      + 'du commencement.',
    fields: [
      { name: 'fileCompletedOn', label: 'Dossier complet le', kind: 'day' }, { name: 'awardedOn', label: 'Subvention notifiée le', kind: 'day' },
      { name: 'startedOn', label: 'Commencement', hint: 'Le premier acte qui engage la dépense.', kind: 'day' },
      { name: 'completedOn', label: 'Achèvement', kind: 'day' },
    ],
    parameters: [startMonths, completionMonths],
    example: { fileCompletedOn: '2024-02-15', awardedOn: '2024-06-03', startedOn: '2024-09-01', completedOn: null },
    decide: (given, on) => subsidyDeadlines({
      fileCompletedOn: given.day('fileCompletedOn'), awardedOn: given.day('awardedOn'), startedOn: given.day('startedOn'),
      completedOn: given.day('completedOn'),
    }, on),
  },
  {
    name: 'town-centre-manager', title: 'Manager de centre-ville (40 000 €)', summary: 'L’aide au poste ne dépasse pas 40 000 € sur deux ans.',
    fields: [money('aidCents', 'Aide sur les deux ans')], parameters: [managerCap], example: { aidCents: 4_000_000 },
    decide: (given, on) => townCentreManager({ aidCents: known(given, 'aidCents') }, on),
  },
  {
    name: 'fctva', title: 'FCTVA, pour information',
    summary: 'Ce que le fonds de compensation pour la TVA pourrait rendre plus tard. Il n’entre jamais de lui-même dans la part du maître d’ouvrage.',
    fields: [money('expenseTtcCents', 'Dépense TTC'), { name: 'eligible', label: 'Dépense éligible', kind: 'flag' }],
    parameters: [fctvaRate], example: { expenseTtcCents: 12_000_000, eligible: true },
    decide: (given, on) => fctva({ expenseTtcCents: known(given, 'expenseTtcCents'), eligible: given.flag('eligible') }, on),
  },
  {
    name: 'funding-plan', title: 'Proposition de plan de financement',
    summary: 'Répartit un coût entre des sources bornées, dans leur ordre, en respectant la participation minimale et le plafond des aides '
      + 'publiques ; ou nomme la contrainte qui ne peut pas être tenue, et de combien.',
    fields: [
      money('costCents', 'Coût'), optional(money('eligibleCents', 'Dépense subventionnable', 'Le coût sinon.')),
      { name: 'sources', label: 'Sources', kind: 'sources' },
    ],
    parameters: [ownShareRate, publicAidRate],
    example: { costCents: 10_000_000, sources: [
      { label: 'DSIL', role: 'public', rateBasisPoints: 4000 }, { label: 'Région', role: 'public', atMostCents: 3_000_000 },
      { label: 'Commune', role: 'owner' },
    ] },
    decide: (given, on) => {
      const costCents = known(given, 'costCents')
      if (costCents === null) return unknownCost
      const [eligibleCents, sources] = [known(given, 'eligibleCents'), given.sources('sources')]
      return proposeFunding({ costCents, eligibleCents, sources, ownShare: true, publicAidCeiling: true }, on)
    },
  },
]

const unknownCost: RuleAnswer = { result: 'unknown', explanation: step('Plan de financement', 'Inconnu : le coût n’est pas connu.') }

export const findMoneyRule = (name: string): MoneyRule | undefined => moneyRules.find((rule) => rule.name === name)
