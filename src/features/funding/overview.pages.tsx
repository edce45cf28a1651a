// The money of the operation: totals by stage, by funder and by year, HT and TTC apart, what is unknown counted.
import { Section } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { LinkButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Stat, Stats } from '../../design/stat.tsx'
import { Subnav } from '../../design/subnav.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import { shares } from '../../planning/funding-plan.ts'
import { balance } from '../../planning/funding-sums.ts'
import { moneyStages } from '../../planning/funding-status.ts'
import { isEmpty } from '../../planning/money-sum.ts'
import type { Basis } from '../../planning/money-sum.ts'
import { shownAmount, shownFigure } from './amount.tsx'
import { balanceInWords, balanceTone, basisNames, shareNames, stageNames } from './funding.words.ts'
import { basesOf, byFunder, byShare, costOfAll, financing, fundersIn, leverageOf } from './overview.rules.ts'
import type { ByShare, FunderLine, Overview } from './overview.rules.ts'
import { PlannedToday } from './planned-today.tsx'
import { YearChart } from './year-chart.tsx'

export const fundingParts = (slug: string, current: 'overview' | 'model' | 'ageing', more: boolean) => (
  <Subnav label="Parties du financement" links={[
    { href: paths.funding(slug), label: 'Vue d’ensemble', current: current === 'overview' },
    { href: paths.fundingModel(slug), label: 'Maquette', current: current === 'model' },
    { href: paths.fundingAgeing(slug), label: 'Délais', current: current === 'ageing' },
    ...(more ? [{ href: paths.grants(slug), label: 'Rapprochement' }] : []),
  ]} />
)

type Props = {
  readonly frame: Frame; readonly slug: string; readonly overview: Overview; readonly mayKeep: boolean
}
export const OverviewPage = ({ frame, slug, overview, mayKeep }: Props) => {
  const [brought, funders] = [byShare(overview.funders), byFunder(overview.funders)]
  const bases = basesOf(overview, brought)
  return (
  <Page {...frame} title="Financement" intro="Tout l’argent du plan d’action, du prévu au versé. Chaque somme dit combien de montants lui manquent."
    actions={<LinkButton href={paths.fundingModel(slug)}>Maquette financière</LinkButton>}>
    {fundingParts(slug, 'overview', mayKeep)}
    <PlannedToday frame={frame} />
    {bases.length === 0 ? <Empty title="Aucun euro n’est encore écrit"><p>Ouvrez une action, puis « Financement » :
      ses coûts et ses financements viendront ici.</p></Empty> : null}
    {bases.map((basis) => <OneBasis key={basis} slug={slug} overview={overview} brought={brought} funders={funders} basis={basis}
      alone={bases.length === 1} />)}
    {bases.length === 0 ? null : <Silences overview={overview} slug={slug} />}
  </Page>
  )
}

type BasisProps = Pick<Props, 'slug' | 'overview'> & {
  readonly brought: ByShare; readonly funders: readonly FunderLine[]; readonly basis: Basis; readonly alone: boolean
}
const OneBasis = ({ slug, overview, brought, funders, basis, alone }: BasisProps) => {
  const cost = costOfAll(overview)
  const funding = financing(brought)[basis]
  const left = balance(cost.plannedCost[basis], { ...funding.planned })
  const lever = leverageOf(brought, basis)
  return (
    <Section title={basis === 'unstated' ? 'Montants dont on ignore s’ils sont HT ou TTC' : `Montants ${basisNames[basis]}`}
      id={`base-${basis.toLowerCase()}`}
      intro={alone ? undefined : 'Cette base n’est additionnée à aucune autre.'}>
      <div class="money-stats"><Stats>
        <Stat label="Coût prévu" value={shownFigure(cost.plannedCost[basis])} />
        {moneyStages.map((stage) => <Stat key={stage} label={stageNames[stage]} value={shownFigure(funding[stage])} />)}
        <Stat label={left.state === 'over' ? 'Financement en trop' : 'Reste à financer'} value={<span
          class="money-figure">{balanceInWords(left)}</span>} tone={balanceTone(left)} />
        <Stat label="Effet de levier" value={<span class="money-figure">{leverInWords(lever)}</span>}
          note={lever === null ? 'la part des maîtres d’ouvrage n’est pas connue' :
            'd’autres fonds, publics et privés, pour 1 € des maîtres d’ouvrage'} />
      </Stats></div>
      <ShareSums brought={brought} basis={basis} />
      <FunderTable slug={slug} funders={fundersIn(funders, basis)} basis={basis} />
      <YearChart overview={overview} basis={basis} />
    </Section>
  )
}

const ShareSums = ({ brought, basis }: { brought: ByShare; basis: Basis }) => {
  const rows = shares.map((share) => ({ share, sums: brought[share][basis] }))
    .filter(({ sums }) => moneyStages.some((stage) => !isEmpty(sums[stage])))
  return (
    <Table caption={`De qui vient l’argent, ${basisNames[basis]}`} rows={rows} rowKey={({ share }) => share} empty={null} columns={[
      { key: 'share', label: 'Part', rowHeader: true, cell: ({ share }) => shareNames[share] },
      ...moneyStages.map((stage) => ({
        key: stage, label: stageNames[stage], align: 'end' as const, cell: ({ sums }: (typeof rows)[number]) => shownAmount(sums[stage]),
      })),
    ]} />
  )
}

const FunderTable = ({ slug, funders, basis }: { slug: string; funders: readonly FunderLine[]; basis: Basis }) => (
  <Table caption={`Par financeur, ${basisNames[basis]}`} rows={funders} rowKey={({ funderId }) => funderId ?? 'none'} empty={null} columns={[
    {
      key: 'funder', label: 'Financeur', rowHeader: true,
      cell: ({ funderId, name }) => (funderId === null ? 'Financeur non dit' : <a href={paths.funder(slug, funderId)}>{name}</a>),
    },
    { key: 'lines', label: 'Lignes', align: 'end', cell: ({ lines }) => lines[basis] },
    ...moneyStages.map((stage) => ({
      key: stage, label: stageNames[stage], align: 'end' as const, cell: ({ sums }: FunderLine) => shownAmount(sums[basis][stage]),
    })),
  ]} />
)

const Silences = ({ overview: { counts }, slug }: { overview: Overview; slug: string }) => (
  <Section title="Ce que ces sommes ne disent pas">
    <p>
      {`Sur ${counts.actions} ${counts.actions === 1 ? 'action' : 'actions'}, `}
      <a href={`${paths.plan(slug)}?cout-connu=non`}>{`${counts.withoutCost} n’ont aucun coût écrit`}</a>{' et '}
      <a href={`${paths.plan(slug)}?financee=non`}>{`${counts.withoutFunding} n’ont aucun financement`}</a>
      {'. Un montant inconnu est compté comme inconnu, jamais comme zéro. Les avances et le portage foncier se rendent : ils sont à part.'}
    </p>
  </Section>
)

const leverInWords = (lever: ReturnType<typeof leverageOf>): string =>
  (lever === null ? 'inconnu' : `${String(lever.hundredths / 100).replace('.', ',')} €${lever.atLeast ? ' au moins' : ''}`)
