// The consolidated model: orientation after orientation, then the actions of one of them with a column for each funder and scheme.
import type { VNode } from 'preact'
import { Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Pagination } from '../../design/pagination.tsx'
import { Table } from '../../design/table.tsx'
import type { Column } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import { balance } from '../../planning/funding-sums.ts'
import { moneyStages } from '../../planning/funding-status.ts'
import { add, bases, nothing } from '../../planning/money-sum.ts'
import { shownAmount } from './amount.tsx'
import { balanceInWords, basisNames, kindNames, percent, stageNames } from './funding.words.ts'
import { basisInAddress, printModelAsked, stageInAddress } from './model-address.rules.ts'
import { actionsAPage } from './model.ts'
import type { Model, ModelLine } from './model.ts'
import { amountOfCell } from './model.rules.ts'
import type { ModelColumn, ModelQuestion, ModelSums } from './model.rules.ts'
import { fundingParts } from './overview.pages.tsx'
import { PlannedToday } from './planned-today.tsx'
import { RoundedDown } from './rounded-down.tsx'

/** Columns that fit a page; the file has them all. */
const shownColumns = 8
export const columnName = ({ funder, scheme, kind }: Pick<ModelColumn, 'funder' | 'scheme' | 'kind'>): string =>
  [funder ?? (kind === 'own' ? 'Maître d’ouvrage' : 'À trouver'), ...(scheme === null ? [] : [scheme]), ...(kind === 'grant' ? [] :
    [kindNames[kind].toLowerCase()])].join(' – ')

/** Public money, the owners' own included when they are public bodies, as a part of all that finances; unknown as soon as an amount is. */
export const publicPart = ({ publicCents, total }: Pick<ModelSums, 'publicCents' | 'total'>): string =>
  (publicCents === null ? 'inconnue' : percent(publicCents, total.cents))

type Props = { readonly frame: Frame; readonly slug: string; readonly model: Model; readonly mayKeep: boolean }
export const ModelPage = ({ frame, slug, model, mayKeep }: Props) => (
  <Page {...frame} title="Maquette financière" width="work"
    intro="À un stade et dans une base choisis. Une action de deux orientations figure dans les deux ; les ensembles la comptent une fois."
    actions={<LinkButton href={`${paths.fundingModelFile(slug, 'xlsx')}${printModelAsked(model.asked, { page: 1, orientation: '' })}`}
      icon="download">Tableur</LinkButton>}>
    {fundingParts(slug, 'model', mayKeep)}
    <PlannedToday frame={frame} />
    <Asked slug={slug} model={model} />
    {model.tree.length === 0
      ? <Empty title="Aucune orientation"><p>La maquette suit les orientations d’un cadre : créez un cadre, ou rattachez-y des actions.</p></Empty>
      : <><Tree slug={slug} model={model} /><Detail slug={slug} model={model} /><RoundedDown /></>}
    <p class="quiet">
      {'Aussi en '}<a href={`${paths.fundingModelFile(slug, 'ods')}${printModelAsked(model.asked, { page: 1, orientation: '' })}`}>ODS</a>{' et '}
      <a href={`${paths.fundingModelFile(slug, 'csv')}${printModelAsked(model.asked, { page: 1, orientation: '' })}`}>CSV</a>
      {' : toutes les actions du cadre, tous les financeurs.'}
    </p>
  </Page>
)

const Asked = ({ slug, model: { asked, frameworks, years } }: { slug: string; model: Model }) => (
  <Form action={paths.fundingModel(slug)} method="get" layout="inline" label="Ce que montre la maquette">
    <Select name="cadre" label="Cadre" value={asked.framework} choices={frameworks.map((one) => ({ value: one.slug, label: one.name }))} />
    <Select name="etape" label="Stade" value={stageInAddress[asked.stage]} choices={moneyStages.map((one) => ({ value: stageInAddress[one], label:
      stageNames[one] }))} />
    <Select name="base" label="Base" value={basisInAddress[asked.basis]} choices={bases.map((one) => ({ value: basisInAddress[one], label:
      basisNames[one] }))} />
    <Select name="annee" label="Année" required={false} empty="Toutes" value={asked.year === null ? '' : String(asked.year)}
      hint="Pour le prévu (échéancier) et le versé." choices={years.map((one) => ({ value: String(one), label: String(one) }))} />
    {asked.orientation === '' ? null : <Hidden name="orientation" value={asked.orientation} />}
    <Buttons><SubmitButton emphasis="secondary">Afficher</SubmitButton></Buttons>
  </Form>
)

type TreeRow = { readonly key: string; readonly name: preact.ComponentChildren; readonly depth: number; readonly sums: ModelSums }
const Tree = ({ slug, model }: { slug: string; model: Model }) => {
  const rows: readonly TreeRow[] = [
    ...model.tree.map((branch) => ({
      key: branch.id, depth: branch.depth, sums: branch.sums,
      name: <a href={`${paths.fundingModel(slug)}${printModelAsked(model.asked, { orientation: branch.id, page: 1 })}#actions`}>{branch.label}</a>,
    })),
    { key: 'all', depth: 0, sums: model.all, name: <strong>Ensemble du cadre, chaque action une fois</strong> },
    { key: 'whole', depth: 0, sums: model.whole, name: <strong>Tout le plan, hors cadre compris</strong> },
  ]
  return (
    <Section title="Par orientation" id="orientations">
      <div class="money-wide">
      <Table caption={`${stageNames[model.asked.stage]}, ${basisNames[model.asked.basis]}, par orientation`} captionHidden rows={rows} rowKey={({
        key }) => key} empty={null}
        columns={[
          { key: 'name', label: 'Orientation', rowHeader: true, cell: ({ name, depth }) => <span
            class={`money-depth-${Math.min(depth, 3)}`}>{name}</span> },
          { key: 'actions', label: 'Actions', align: 'end', cell: ({ sums }) => sums.actions },
          ...sumColumns<TreeRow>(({ sums }) => sums),
        ]} />
      </div>
    </Section>
  )
}

function sumColumns<Row>(of: (row: Row) => ModelSums): readonly Column<Row>[] {
  const left = ({ cost, total }: ModelSums): string => {
    const gap = balance(cost, total)
    return gap.state === 'unknown' ? 'inconnu' : balanceInWords(gap)
  }
  return [
    { key: 'cost', label: 'Coût prévu', align: 'end', cell: (row) => shownAmount(of(row).cost) },
    { key: 'own', label: 'Maître d’ouvrage', align: 'end', cell: (row) => shownAmount(of(row).shares.own) },
    { key: 'public', label: 'Autres publics', align: 'end', cell: (row) => shownAmount(of(row).shares.public) },
    { key: 'total', label: 'Total', align: 'end', cell: (row) => shownAmount(of(row).total) },
    { key: 'part', label: '% public', align: 'end', cell: (row) => <span class="amount">{publicPart(of(row))}</span> },
    { key: 'left', label: 'Reste à charge', align: 'end', cell: (row) => <span class="amount">{left(of(row))}</span> },
  ]
}

const Detail = ({ slug, model }: { slug: string; model: Model }) => {
  const { asked, lines, tree, columns, pages } = model
  const place = tree.find(({ id }) => id === asked.orientation)
  const [shown, others] = [columns.slice(0, shownColumns), columns.slice(shownColumns)]
  return (
    <Section title={place === undefined ? 'Actions' : place.label} id="actions"
      intro={place === undefined ? undefined :
        `${place.sums.actions} ${place.sums.actions === 1 ? 'action' : 'actions'}, orientations en dessous comprises${pages > 1 ? `,
        ${actionsAPage} par page` : ''}.`}>
      <div class="money-wide money-model">
      <Table caption="Actions de l’orientation, financeur par financeur" captionHidden rows={lines} rowKey={({ action }) => action.id} narrow="scroll"
        empty={<Empty title="Aucune action dans cette orientation" />} columns={[
          { key: 'action', label: 'Action', rowHeader: true, cell: (line) => <ActionName slug={slug} line={line} /> },
          { key: 'owner', label: 'Maître d’ouvrage', cell: ({ action }) => action.owner ?? 'non dit' },
          { key: 'cost', label: 'Coût prévu', align: 'end', cell: ({ sums }) => shownAmount(sums.cost) },
          ...shown.map((column) => ({ key: column.key, label: columnName(column), align: 'end' as const, cell: (line: ModelLine) => cellOf(line,
            [column], asked) })),
          ...(others.length === 0 ? [] : [{ key: 'others', label: `Autres (${others.length})`, align: 'end' as const, cell: (line: ModelLine) =>
            cellOf(line, others, asked) }]),
          ...sumColumns<ModelLine>(({ sums }) => sums).filter(({ key }) => key === 'total' || key === 'part' || key === 'left'),
        ]} />
      </div>
      <Pagination page={asked.page} pages={pages} href={(page) => `${paths.fundingModel(slug)}${printModelAsked(asked, { page })}#actions`}
        label="Pages des actions" />
    </Section>
  )
}

const ActionName = ({ slug, line: { action, elsewhere } }: { slug: string; line: ModelLine }) => (
  <>
    <a href={paths.actionMoney(slug, action.id)}>{action.code === null ? action.title : `${action.code} ${action.title}`}</a>
    {elsewhere === 0 ? null : <span class="money-about">{elsewhere === 1 ? 'aussi dans une autre orientation' :
      `aussi dans ${elsewhere} autres orientations`}</span>}
  </>
)

/** What these columns bring to an action, together. */
function cellOf({ cells }: ModelLine, columns: readonly ModelColumn[], question: ModelQuestion): VNode {
  const { basis, stage } = question
  return shownAmount(columns.map(({ key }) => cells.get(key)).filter((cell) => cell !== undefined).map((cell) => amountOfCell(question, cell))
    .reduce((so, next) => add(so, next), nothing(basis, stage)))
}
