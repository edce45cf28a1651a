// Whose money pays an action, share by share: planned, awarded, paid, and what part of the whole each brings.
import { Table } from '../../design/table.tsx'
import type { Column } from '../../design/table.tsx'
import type { FundingPlan, Share } from '../../planning/funding-plan.ts'
import { shares } from '../../planning/funding-plan.ts'
import { isEmpty } from '../../planning/money-sum.ts'
import type { Basis } from '../../planning/money-sum.ts'
import { shownAmount } from './amount.tsx'
import { basisNames, percent, shareNames } from './funding.words.ts'
import { RoundedDown } from './rounded-down.tsx'

type Row = Share | 'total'

export function ShareTable({ plan, basis }: { readonly plan: FundingPlan; readonly basis: Basis }) {
  const whole = plan.summary.funding[basis]
  const of = (row: Row) => (row === 'total' ? whole : plan.shares[row][basis])
  const brings = (share: Share): boolean => [of(share).planned, of(share).awarded, of(share).paid].some((sum) => !isEmpty(sum))
  const rows: readonly Row[] = [
    ...shares.filter((share) => share !== 'bridging' && brings(share)), 'total' as const, ...(brings('bridging') ? ['bridging' as const] : []),
  ]
  const columns: readonly Column<Row>[] = [
    { key: 'who', label: 'Part', rowHeader: true, cell: (row) => (row === 'total' ? <strong>Ensemble</strong> : shareNames[row]) },
    { key: 'planned', label: 'Prévu', align: 'end', cell: (row) => shownAmount(of(row).planned) },
    {
      key: 'part', label: 'Part du financement', align: 'end',
      cell: (row) => (row === 'bridging' ? 'hors plan' : whole.planned.unknown > 0 ? 'inconnue' : percent(of(row).planned.cents,
        whole.planned.cents)),
    },
    { key: 'awarded', label: 'Attribué', align: 'end', cell: (row) => shownAmount(of(row).awarded) },
    { key: 'paid', label: 'Versé', align: 'end', cell: (row) => shownAmount(of(row).paid) },
  ]
  return (
    <>
      <Table caption={`Qui paie, montants ${basisNames[basis]}`} columns={columns} rows={rows} rowKey={(row) => row} empty={null} />
      <RoundedDown />
    </>
  )
}
