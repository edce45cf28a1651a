// Money by year as bars, with the same figures in a table: what it costs, what is expected, what was paid.
import { Table } from '../../design/table.tsx'
import { cents, inEuros } from '../../kernel/money.ts'
import { isEmpty, nothing, total } from '../../planning/money-sum.ts'
import type { Basis, Sum } from '../../planning/money-sum.ts'
import { shownAmount } from './amount.tsx'
import { basisNames } from './funding.words.ts'
import { yearSum, yearsOf } from './overview.rules.ts'
import type { Overview } from './overview.rules.ts'

type Year = { readonly year: number; readonly cost: Sum; readonly expected: Sum; readonly paid: Sum }

const seriesNames = { cost: 'Coût prévu', expected: 'Financement attendu', paid: 'Versé' } as const
const series = ['cost', 'expected', 'paid'] as const
type Series = (typeof series)[number]

function years(overview: Overview, basis: Basis): readonly Year[] {
  return yearsOf(overview, basis).map((year) => ({
    year,
    cost: total<Basis, 'plannedCost'>(basis, 'plannedCost', overview.costs.filter((one) => one.year === year).map(({ cost }) =>
      cost.plannedCost[basis])),
    expected: of(overview.expected, basis, year, 'planned'), paid: of(overview.paid, basis, year, 'paid'),
  }))
}

function of(sums: Overview['paid'], basis: Basis, year: number, stage: 'planned' | 'paid'): Sum {
  const found = sums.find((one) => one.basis === basis && one.year === year)
  return found === undefined ? nothing(basis, stage) : yearSum(stage, found)
}

export function YearChart({ overview, basis }: { readonly overview: Overview; readonly basis: Basis }) {
  const rows = years(overview, basis)
  const said = series.filter((name) => rows.some((row) => !isEmpty(row[name])))
  if (said.length === 0) return null
  return (
    <>
      <Bars rows={rows} said={said} />
      <Table caption={`Par année, ${basisNames[basis]}`} rows={rows} rowKey={({ year }) =>
        String(year)} empty={null} columns={[
        { key: 'year', label: 'Année', rowHeader: true, cell: ({ year }) => year },
        ...said.map((name) => ({ key: name, label: seriesNames[name], align: 'end' as const, cell: (row: Year) => shownAmount(row[name]) })),
      ]} />
    </>
  )
}

const [width, height, foot] = [640, 160, 22]
/** The table below says the same: the drawing is hidden from screen readers. */
const Bars = ({ rows, said }: { rows: readonly Year[]; said: readonly Series[] }) => {
  const most = Math.max(1, ...rows.flatMap((row) => said.map((name) => row[name].cents)))
  const slot = width / rows.length
  const bar = Math.min(28, slot / 4)
  return (
    <figure>
      <svg class="money-years" viewBox={`0 0 ${width} ${height + foot}`} aria-hidden="true" focusable="false">
        {rows.map((row, rank) => said.map((name, place) => {
          const tall = Math.round((row[name].cents / most) * (height - 8))
          return <rect key={`${row.year}${name}`} class={`bar-${name}`} x={rank * slot + slot / 2 + (place - said.length / 2) * bar} y={height -
            tall} width={bar - 2} height={tall} />
        }))}
        {rows.map((row, rank) => <text key={row.year} x={rank * slot + slot / 2} y={height + 16} text-anchor="middle">{row.year}</text>)}
      </svg>
      <figcaption>
        <ul class="money-legend">
          {said.map((name) => (
            <li key={name}>
              <svg class="money-years" viewBox="0 0 10 10" aria-hidden="true" focusable="false"><rect class={`bar-${name}`} width="10" height="10"
                /></svg>
              {seriesNames[name]}
            </li>
          ))}
          <li>{`La plus haute barre vaut ${inEuros(cents(most))}.`}</li>
        </ul>
      </figcaption>
    </figure>
  )
}
