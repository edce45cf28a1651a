// The lines of the money of an action as tables: costs, then funding with a column for each stage; the totals of each basis at the foot.
import type { VNode } from 'preact'
import { Badge } from '../../design/badge.tsx'
import { Table } from '../../design/table.tsx'
import type { Column } from '../../design/table.tsx'
import { ShortDay } from '../../design/time.tsx'
import type { Cents } from '../../kernel/money.ts'
import { paths } from '../../paths.ts'
import { moneyStages } from '../../planning/funding-status.ts'
import type { MoneyStage } from '../../planning/funding-status.ts'
import { basesSaid, finances, lineSums, stageList, sumLines } from '../../planning/funding-sums.ts'
import type { FundingSums } from '../../planning/funding-sums.ts'
import { amount, basisOf } from '../../planning/money-sum.ts'
import type { Basis } from '../../planning/money-sum.ts'
import { summaryOf } from '../../planning/money-summary.ts'
import type { MoneySummary } from '../../planning/money-summary.ts'
import { shownAmount } from './amount.tsx'
import { basisNames, kindNames, natureNames, rateInWords, stageNames, statusWords } from './funding.words.ts'
import type { CostLine, FundingLine } from './money-line.rules.ts'

/** The name of a line: its funder, then its scheme. */
export const lineName = ({ funder, scheme, kind }: Pick<FundingLine, 'funder' | 'scheme' | 'kind'>): string => {
  const who = funder?.name ?? (kind === 'own' ? 'Maître d’ouvrage' : 'Financeur à trouver')
  return scheme === null ? who : `${who} – ${scheme}`
}
export const costName = ({ label, nature }: Pick<CostLine, 'label' | 'nature'>): string => (label === '' ? natureNames[nature] : label)

const whole = (words: string | number): VNode => <span class="unbroken">{words}</span>
const known = (value: Cents | null): VNode => shownAmount(amount('unstated', 'planned', value))

/** The final costs together, and of how many lines they are not known yet. */
function finalTotal({ plannedCost, finalCost }: MoneySummary['cost'], basis: Basis): VNode {
  const untold = plannedCost[basis].known + plannedCost[basis].unknown - finalCost[basis].known
  return (
    <>
      <strong>{shownAmount(finalCost[basis])}</strong>
      {untold === 0 || finalCost[basis].known === 0 ? null
        : <span class="money-about">{`partiel : ${untold} ${untold === 1 ? 'ligne' : 'lignes'} sans coût définitif`}</span>}
    </>
  )
}

type CostRow = { readonly key: string; readonly cost: CostLine } | { readonly key: string; readonly total: Basis }
type CostTableProps = { readonly slug: string; readonly actionId: string; readonly costs: readonly CostLine[]; readonly mayKeep: boolean }

export function CostTable({ slug, actionId, costs, mayKeep }: CostTableProps) {
  const { cost } = summaryOf(costs, [])
  const said = basesSaid({ HT: [cost.plannedCost.HT], TTC: [cost.plannedCost.TTC], unstated: [cost.plannedCost.unstated] })
  const rows: readonly CostRow[] = [
    ...costs.map((one) => ({ key: one.id, cost: one })), ...(costs.length > 1 ? said.map((total) => ({ key: total, total })) : []),
  ]
  const columns: readonly Column<CostRow>[] = [
    {
      key: 'name', label: 'Coût', rowHeader: true, cell: (row) => ('total' in row ? <strong>{`Total ${basisNames[row.total]}`}</strong>
        : mayKeep ? <a href={paths.costLine(slug, actionId, row.cost.id)}>{costName(row.cost)}</a> : costName(row.cost)),
    },
    { key: 'nature', label: 'Nature', cell: (row) => ('total' in row || row.cost.label === '' ? '' : whole(natureNames[row.cost.nature])) },
    { key: 'year', label: 'Année', cell: (row) => ('total' in row ? '' : whole(row.cost.year ?? 'non dite')) },
    { key: 'basis', label: 'Base', cell: (row) => ('total' in row ? '' : whole(basisNames[basisOf(row.cost.basis)])) },
    {
      key: 'planned', label: stageNames.plannedCost, align: 'end',
      cell: (row) => ('total' in row ? <strong>{shownAmount(cost.plannedCost[row.total])}</strong> : known(row.cost.plannedCents)),
    },
    {
      key: 'final', label: stageNames.finalCost, align: 'end',
      cell: (row) => ('total' in row ? finalTotal(cost, row.total) : row.cost.finalCents === null ? '—' : known(row.cost.finalCents)),
    },
    {
      key: 'fctva', label: 'FCTVA',
      cell: (row) => ('total' in row ? '' : whole(row.cost.fctvaEligible === null ? 'non dit' : row.cost.fctvaEligible ? 'éligible' : 'non')),
    },
  ]
  return <Table caption="Coûts de l’action" captionHidden columns={columns} rows={rows} rowKey={(row) => row.key} empty={null} />
}

type LineRow = { readonly key: string; readonly line: FundingLine; readonly sums: FundingSums } | { readonly key: string; readonly total:
  FundingSums }

export function LineTable({ slug, actionId, lines }: { readonly slug: string; readonly actionId: string; readonly lines: readonly FundingLine[] }) {
  const all = sumLines(lines.filter(({ kind }) => finances(kind)))
  const said = basesSaid({ HT: stageList(all.HT), TTC: stageList(all.TTC), unstated: stageList(all.unstated) })
  const rows: readonly LineRow[] = [
    ...lines.map((line) => ({ key: line.id, line, sums: lineSums(line)[basisOf(line.basis)] })),
    ...(lines.length > 1 ? said.map((basis) => ({ key: basis, total: all[basis] })) : []),
  ]
  const stage = (at: MoneyStage): Column<LineRow> => ({
    key: at, label: stageNames[at], align: 'end', cell: (row) => ('total' in row ? <strong>{shownAmount(row.total[at])}</strong> :
      shownAmount(row.sums[at])),
  })
  const columns: readonly Column<LineRow>[] = [
    {
      key: 'name', label: 'Financement', rowHeader: true, cell: (row) => ('total' in row
        ? <strong>{`Total ${basisNames[row.total.planned.basis]}`}</strong>
        : <>
            <a href={paths.fundingLine(slug, actionId, row.line.id)}>{lineName(row.line)}</a>
            <span class="money-about">{aboutLine(row.line)}</span>
          </>),
    },
    {
      key: 'status', label: 'Étape', cell: (row) => ('total' in row ? '' : <>
        <Badge tone={statusWords[row.line.status].tone}>{statusWords[row.line.status].name}</Badge>
        {row.line.since === null ? null : <span class="money-about">{'le '}<ShortDay date={row.line.since} /></span>}
      </>),
    },
    ...moneyStages.map(stage),
  ]
  return (
    <div class="money-wide">
      <Table caption="Financements de l’action, étape par étape" captionHidden columns={columns} rows={rows} rowKey={(row) => row.key} empty={null} />
    </div>
  )
}

/** Kind, basis and rate, in small under the name. */
function aboutLine({ kind, basis, rateBasisPoints }: FundingLine): string {
  return [kindNames[kind], basisNames[basisOf(basis)], ...(rateBasisPoints === null ? [] : [rateInWords(rateBasisPoints)])].join(', ')
}
