// The money of a printed sheet: what it costs, then who pays, line by line; sums by tax basis, unknown amounts counted.
import { inEuros } from '../../kernel/money.ts'
import type { Cents, TaxBasis } from '../../kernel/money.ts'
import { bases, isEmpty } from '../../planning/money-sum.ts'
import type { ByBasis, Stage } from '../../planning/money-sum.ts'
import { summaryOf } from '../../planning/money-summary.ts'
import type { SheetBlock } from '../../writing/action-sheets.ts'
import { kindNames, natureNames, rateInWords, statusWords, sumInWords } from '../funding/funding.words.ts'
import type { ActionMoney } from '../funding/money-line.rules.ts'

const amount = (cents: Cents | null, basis: TaxBasis): string =>
  (cents === null ? 'inconnu' : `${inEuros(cents)}${basis === null ? '' : ` ${basis}`}`)
const sums = <At extends Stage>(label: string, all: ByBasis<At>): string => {
  const said = bases.map((basis) => all[basis]).filter((sum) => !isEmpty(sum)).map(sumInWords)
  return said.length === 0 ? '' : `${label} : ${said.join(' ; ')}.`
}

export function moneyBlocks(money: ActionMoney): readonly SheetBlock[] {
  const { costs, lines } = money
  const summary = summaryOf(costs, lines)
  return [
    ...(costs.length === 0 ? [] : [{
      kind: 'table', heading: 'Dépenses', columns: ['Poste', 'Année', 'Prévisionnel', 'Définitif'], ends: 2,
      rows: costs.map((cost) => [
        cost.label === '' ? natureNames[cost.nature] : `${cost.label} (${natureNames[cost.nature].toLowerCase()})`,
        cost.year === null ? '–' : String(cost.year), amount(cost.plannedCents, cost.basis),
        cost.finalCents === null ? '–' : amount(cost.finalCents, cost.basis),
      ]),
      note: sums('Total prévisionnel', summary.cost.plannedCost),
    } as const]),
    ...(lines.length === 0 ? [] : [{
      kind: 'table', heading: 'Plan de financement', columns: ['Financeur', 'Dispositif', 'Nature', 'Montant prévu', 'Taux', 'Statut'], ends: 0,
      rows: lines.map((line) => [
        line.funder?.name ?? 'À trouver', line.scheme ?? '–', kindNames[line.kind], amount(line.amountCents, line.basis),
        line.rateBasisPoints === null ? '–' : rateInWords(line.rateBasisPoints), statusWords[line.status].name,
      ]),
      note: [sums('Prévu', planned(summary, 'planned')), sums('Attribué', planned(summary, 'awarded')), sums('Versé', planned(summary, 'paid'))]
        .filter((words) => words !== '').join(' '),
    } as const]),
  ]
}

/** The sums of one step of the ladder, each basis apart. */
const planned = <At extends 'planned' | 'awarded' | 'paid'>({ funding }: ReturnType<typeof summaryOf>, stage: At) =>
  ({ HT: funding.HT[stage], TTC: funding.TTC[stage], unstated: funding.unstated[stage] })
