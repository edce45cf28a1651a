// What one funder put in the plan, and what was done with it: its lines at each stage, their proofs, its years, the progress of the actions.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Pagination } from '../../design/pagination.tsx'
import { Stat, Stats } from '../../design/stat.tsx'
import { Table } from '../../design/table.tsx'
import type { Column } from '../../design/table.tsx'
import { ShortDay } from '../../design/time.tsx'
import { paths } from '../../paths.ts'
import { moneyStages } from '../../planning/funding-status.ts'
import { lineSums } from '../../planning/funding-sums.ts'
import { basisOf, isEmpty } from '../../planning/money-sum.ts'
import { stateNames, stateTones } from '../frameworks/action-state.words.ts'
import { shownAmount, shownFigure } from './amount.tsx'
import type { FunderView } from './funder.ts'
import { basisNames, kindNames, stageNames, statusWords } from './funding.words.ts'
import type { FundedAction, FundingLine } from './money-line.rules.ts'
import { basesOf, byShare, totalOf } from './overview.rules.ts'
import { YearChart } from './year-chart.tsx'

type Props = FunderView & { readonly frame: Frame; readonly slug: string }
export const FunderPage = ({ frame, slug, ...view }: Props) => {
  const bases = basesOf(view.overview, byShare(view.overview.funders))
  const brought = totalOf(view.overview.funders)
  return (
    <Page {...frame} title={view.funder.name} intro={view.own ? 'Ce que votre institution apporte au plan, et ce qui en est fait.' :
      'Ce que ce financeur apporte au plan, et ce qui en est fait.'}
      breadcrumb={view.whole ? [{ href: paths.funding(slug), label: 'Financement' }] : []}>
      {view.all === 0 ? <Empty title="Aucune ligne"><p>Aucun financement de ce plan n’est au nom de ce financeur.</p></Empty> : null}
      {bases.map((basis) => {
        const sums = brought[basis]
        return (
          <Section key={basis} title={`Montants${basis === 'unstated' ? ', ' : ' '}${basisNames[basis]}`}>
            <div class="money-stats"><Stats>
              {moneyStages.filter((stage) => !isEmpty(sums[stage])).map((stage) => <Stat key={stage} label={stageNames[stage]}
                value={shownFigure(sums[stage])} />)}
            </Stats></div>
            <YearChart overview={view.overview} basis={basis} />
          </Section>
        )
      })}
      {view.all === 0 ? null : <Funded slug={slug} view={view} />}
    </Page>
  )
}

type Row = { readonly action: FundedAction; readonly line: FundingLine }
const Funded = ({ slug, view }: { slug: string; view: FunderView }) => {
  const rows: readonly Row[] = view.actions.flatMap((action) => (view.lines.get(action.id) ?? []).map((line) => ({ action, line })))
  const columns: readonly Column<Row>[] = [
    {
      key: 'action', label: 'Action et ligne', rowHeader: true, cell: ({ action, line }) => <>
        <a href={paths.action(slug, action.id)}>{action.code === null ? action.title : `${action.code} ${action.title}`}</a>
        <span class="money-about">
          <a href={paths.fundingLine(slug, line.actionId, line.id)}>{line.scheme ?? kindNames[line.kind]}</a>
          {`, ${line.scheme === null ? '' : `${kindNames[line.kind].toLowerCase()}, `}${basisNames[basisOf(line.basis)]}`}
        </span>
      </>,
    },
    { key: 'state', label: 'Où elle en est', cell: ({ action }) => <Progressed action={action} /> },
    {
      key: 'status', label: 'Étape', cell: ({ line }) => <>
        <Badge tone={statusWords[line.status].tone}>{statusWords[line.status].name}</Badge>
        {line.since === null ? null : <span class="money-about">{'le '}<ShortDay date={line.since} /></span>}
      </>,
    },
    ...moneyStages.map((stage) => ({
      key: stage, label: stageNames[stage], align: 'end' as const, cell: ({ line }: Row) => shownAmount(lineSums(line)[basisOf(line.basis)][stage]),
    })),
    { key: 'proof', label: 'Pièces et références', cell: ({ line }) => <Proofs slug={slug} view={view} line={line} /> },
  ]
  return (
    <Section title="Ce qui est fait de cet argent" id="lignes" intro={`${view.all} ${view.all === 1 ? 'action financée' : 'actions financées'}.`}>
      <div class="money-wide">
      <Table caption="Lignes de ce financeur, action par action" captionHidden rows={rows} rowKey={({ line }) =>
        line.id} columns={columns} empty={null} />
      </div>
      <Pagination page={view.page} pages={view.pages} href={(page) => `${paths.funder(slug, view.funder.id)}?page=${page}#lignes`}
        label="Pages des actions financées" />
    </Section>
  )
}

const Progressed = ({ action: { state, progress } }: { action: FundedAction }) => (
  <>
    {state === null ? 'état non dit' : <Badge tone={stateTones[state]}>{stateNames[state]}</Badge>}
    {progress === null ? null : <span class="money-about">{`avancement : ${progress} %`}</span>}
  </>
)

const Proofs = ({ slug, view, line }: { slug: string; view: FunderView; line: FundingLine }) => {
  const proved = view.steps.filter((step) => step.lineId === line.id && (step.reference !== '' || step.documentId !== null))
  if (proved.length === 0) return <>—</>
  return (
    <ul class="plain-list">
      {proved.map((step) => (
        <li key={step.id}>
          {step.documentId === null ? step.reference : <a href={paths.document(slug, step.documentId)}>{step.reference === '' ? step.fileName :
            step.reference}</a>}
          <span class="money-about">{`${statusWords[step.status].name}, `}<ShortDay date={step.on} /></span>
        </li>
      ))}
    </ul>
  )
}
