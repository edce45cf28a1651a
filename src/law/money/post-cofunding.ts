// The co-funding of a project leader's post: « 75 % maximum (maximum 55 000 €) » read in both ways, side by side, with no silent choice.
import type { PlainDate } from '../../kernel/date.ts'
import { inWords } from '../../kernel/date.ts'
import { cents } from '../../kernel/money.ts'
import type { Cents } from '../../kernel/money.ts'
import { leastOf, partOf } from './exact.ts'
import { cite, step } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import { euros, outOfPeriod, rateInWords, unknownWord, verdictNames, yesNo } from './money-words.ts'
import type { DatedValue } from './parameter.ts'
import { valueOn } from './parameter.ts'
import { postCap, postCapWithOpahRu, postRate, postRequestsClosed } from './parameters.ts'
import type { Verdict } from './verdict.ts'

export const cofundingReadings = ['cap-on-aid', 'cap-on-base'] as const
/** `cap-on-aid`: the smaller of 75 % of the cost and the cap · `cap-on-base`: 75 % of the cost, counted up to the cap. */
export type CofundingReading = (typeof cofundingReadings)[number]
/** `aidCents`: all the co-funding asked for or granted that year, when there is some to check. Null: unknown. */
export type PostCofundingCase = { readonly annualCostCents: Cents | null; readonly opahRu: boolean | null; readonly aidCents?: Cents | null }
export type ReadCeiling = { readonly reading: CofundingReading; readonly cents: Cents | null }
/** `result`: only when there is an aid to check, or a ceiling that is not known; unknown when the two readings disagree. */
export type PostCofundingAnswer = {
  readonly result?: Verdict; readonly readings: readonly ReadCeiling[]; readonly explanation: Explanation
}

/**
 * The most a post may receive in a year, in each reading of the clause, to the cent below.
 * @source umbrella convention, art. 4: « 75 % maximum du coût annuel (maximum 55 000 € HT en cas d’OPAH-RU, à défaut 45 000 € HT) »
 */
export function postCofunding(facts: PostCofundingCase, on: PlainDate): PostCofundingAnswer {
  const [rate, withOpah, without] = [valueOn(postRate, on), valueOn(postCapWithOpahRu, on), valueOn(postCap, on)]
  if (rate === undefined || withOpah === undefined || without === undefined) {
    const readings = cofundingReadings.map((reading) => ({ reading, cents: null }))
    return { result: 'unknown', readings, explanation: step(title, outOfPeriod(postRate, on)) }
  }
  const caps = facts.opahRu === null ? [withOpah, without] : [facts.opahRu ? withOpah : without]
  const readings = cofundingReadings.map((reading) => ({ reading, cents: ceilingOf(reading, facts.annualCostCents, rate, caps) }))
  const verdict = checked(facts.aidCents ?? null, readings)
  const explanation = step(title, summary(facts, readings, verdict), {
    inputs: inputsOf(facts), source: cite(rate),
    parts: [...readings.map((one) => readingStep(one, facts, rate, caps)), ...closing(on)],
  })
  return { ...(verdict !== undefined && { result: verdict }), readings, explanation }
}

const title = 'Cofinancement maximal du poste pour l’année'
export const readingNames: Readonly<Record<CofundingReading, string>> = {
  'cap-on-aid': 'Lecture 1 : le plafond borne l’aide', 'cap-on-base': 'Lecture 2 : le plafond borne la dépense retenue',
}
const formulas: Readonly<Record<CofundingReading, string>> = {
  'cap-on-aid': 'le plus petit de : taux × coût annuel ; plafond', 'cap-on-base': 'taux × le plus petit de : coût annuel ; plafond',
}

const ceiling = (reading: CofundingReading, cost: Cents, rate: DatedValue, cap: DatedValue): Cents =>
  reading === 'cap-on-aid' ? leastOf(partOf(cost, rate.value), cents(cap.value)) : partOf(leastOf(cost, cents(cap.value)), rate.value)

/** One figure, unless it depends on a fact nobody knows. */
function ceilingOf(reading: CofundingReading, cost: Cents | null, rate: DatedValue, caps: readonly DatedValue[]): Cents | null {
  if (cost === null) return null
  const [first, ...others] = caps.map((cap) => ceiling(reading, cost, rate, cap))
  return first !== undefined && others.every((other) => other === first) ? first : null
}

function checked(aid: Cents | null, readings: readonly ReadCeiling[]): Verdict | undefined {
  if (readings.some(({ cents: known }) => known === null)) return 'unknown'
  if (aid === null) return undefined
  const kept = readings.filter(({ cents: known }) => known !== null && aid <= known).length
  return kept === readings.length ? 'pass' : kept === 0 ? 'fail' : 'unknown'
}

function summary(facts: PostCofundingCase, readings: readonly ReadCeiling[], verdict: Verdict | undefined): string {
  const amounts = readings.map(({ cents: known }) => known)
  if (amounts.includes(null)) {
    return facts.annualCostCents === null ? 'Inconnu : le coût annuel du poste n’est pas connu.'
      : 'Inconnu : une OPAH-RU change le plafond ; dites s’il y en a une.'
  }
  const both = amounts.every((amount) => amount === amounts[0])
    ? `${euros(amounts[0] ?? null)} dans les deux lectures.`
    : `${amounts.map(euros).join(' ou ')}, selon la lecture de la clause : c’est au financeur de trancher.`
  if (verdict === undefined) return both
  const aid = `Aide de ${euros(facts.aidCents ?? null)} : `
  return `${aid}${verdict === 'unknown' ? 'admise dans une lecture, non dans l’autre' : `règle ${verdictNames[verdict]}`}. Plafond : ${both}`
}

const inputsOf = ({ annualCostCents, opahRu, aidCents }: PostCofundingCase) => [
  { label: 'Coût annuel du poste', value: euros(annualCostCents) }, { label: 'OPAH-RU', value: yesNo(opahRu) },
  ...(aidCents === undefined || aidCents === null ? [] : [{ label: 'Cofinancements de l’année', value: euros(aidCents) }]),
]

function readingStep({ reading, cents: known }: ReadCeiling, facts: PostCofundingCase, rate: DatedValue, caps: readonly DatedValue[]): Explanation {
  const cost = facts.annualCostCents
  return step(readingNames[reading], euros(known), {
    formula: formulas[reading], source: cite(rate), parts: caps.flatMap((cap) => {
      const named = caps.length === 1 ? '' : cap.value === caps[0]?.value ? ' (avec OPAH-RU)' : ' (sans OPAH-RU)'
      const compared = reading === 'cap-on-aid' ? cost === null ? null : partOf(cost, rate.value) : cost
      const capBinds = compared !== null && cap.value < compared
      const label = reading === 'cap-on-aid' ? `${rateInWords(rate.value)} du coût annuel` : 'Coût annuel'
      return [
        step(`${label}${named}`, compared === null ? unknownWord : euros(compared), { binds: compared !== null && !capBinds }),
        step(`Plafond annuel${named}`, euros(cents(cap.value)), { source: cite(cap), binds: capBinds }),
        ...(caps.length > 1 && cost !== null ? [step(`Aide maximale${named}`, euros(ceiling(reading, cost, rate, cap)))] : []),
      ]
    }),
  })
}

/** The aid may no longer be asked for, which does not change what it was worth. */
const closing = (on: PlainDate): readonly Explanation[] => on <= postRequestsClosed.on ? [] : [
  step('Demandes', `Closes depuis le ${inWords(postRequestsClosed.on)} : la suite du dispositif est à confirmer auprès du financeur.`, {
    source: { ...postRequestsClosed.source, status: 'toConfirm' },
  }),
]
