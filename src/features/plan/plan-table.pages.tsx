// The plan as a table: the columns one chose, groups, ticks for a change of many, totals of the filter.
import type { ComponentChildren } from 'preact'
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { CheckboxGroup, Select } from '../../design/choices.tsx'
import { Facts } from '../../design/facts.tsx'
import { Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Pagination } from '../../design/pagination.tsx'
import { Table } from '../../design/table.tsx'
import type { Column } from '../../design/table.tsx'
import { dayInParis } from '../../kernel/date.ts'
import type { Id } from '../../kernel/id.ts'
import { ShortDay } from '../../design/time.tsx'
import { paths } from '../../paths.ts'
import { bases } from '../../planning/money-sum.ts'
import type { ByBasis, Stage } from '../../planning/money-sum.ts'
import { isEmpty } from '../../planning/money-sum.ts'
import type { MoneySummary } from '../../planning/money-summary.ts'
import { absent } from '../../planning/plan-filter.ts'
import type { PlanFilter } from '../../planning/plan-filter.ts'
import { noState, shortNames, valueInWords } from '../actions/action.words.ts'
import { stateNames, stateTones } from '../frameworks/action-state.words.ts'
import { balanceInWords, basisNames, sumInWords } from '../funding/funding.words.ts'
import type { Facets } from './facets.ts'
import { columnInAddress, groupInAddress, planColumns, planGroups, printPlanAsked, queryOf } from './plan-address.rules.ts'
import type { MoneyColumn, PlanAsked, PlanColumn, PlanGroup, PlanOrder } from './plan-address.rules.ts'
import { choiceWords, setWords } from './plan-filter.words.ts'
import type { PlanTable, TableRow } from './plan-table.ts'
import { highlighted, readSearch } from './search.rules.ts'

export type TableProps = { readonly slug: string; readonly asked: PlanAsked; readonly facets: Facets;
  readonly table: PlanTable; readonly mayEdit: boolean }

const columnNames: Readonly<Partial<Record<PlanColumn, string>>> = {
  state: 'État', since: 'Depuis le', late: 'Retard', blocked: 'Bloquée depuis', communes: 'Communes', modified: 'Modifiée le', created: 'Créée le',
  costHt: 'Coût prévu HT', costTtc: 'Coût prévu TTC', planned: 'Financement prévu', awarded: 'Attribué', paid: 'Versé', left: 'Reste à financer',
}
const fieldNames: Readonly<Partial<Record<PlanColumn, string>>> = shortNames
const columnName = (column: PlanColumn): string => columnNames[column] ?? fieldNames[column] ?? column
const sortOf: Readonly<Partial<Record<PlanColumn, PlanOrder>>> = {
  code: 'code', state: 'state', since: 'since', priority: 'priority', nature: 'nature', owner: 'owner', startsOn: 'starts', endsOn: 'ends',
  forecastEndsOn: 'forecastEnds', progress: 'progress', costHt: 'cost', planned: 'funding', modified: 'modified', created: 'created',
}
const figures: readonly PlanColumn[] = ['progress', 'costHt', 'costTtc', 'planned', 'awarded', 'paid', 'left']
/** The fields one changes from the table, by their own small page. */
const inline: readonly PlanColumn[] = ['state', 'priority', 'owner', 'startsOn', 'endsOn', 'progress']

export const PlanTableView = (props: TableProps) => {
  const { slug, asked, table, mayEdit } = props
  const pages = Math.ceil(table.lines / asked.most)
  return (
    <div class="plan-table">
      <Totals totals={table.totals} total={table.total} />
      <Layout {...props} />
      <Groups {...props} />
      {mayEdit ? <BulkBar {...props} /> : null}
      {table.groups.map((group) => {
        const caption = group.label === null ? 'Actions du plan' : `Actions : ${group.label}`
        const rows = <Table caption={caption} captionHidden rows={group.rows} rowKey={({ action }) => action.id} empty={null}
          columns={columnsOf(props)} />
        return group.label === null ? <div key="all">{rows}</div>
          : <Section key={group.key ?? absent} title={`${group.label} (${group.count.toLocaleString('fr-FR')})`}>{rows}</Section>
      })}
      <Pagination page={asked.page} pages={pages} href={(page) => `${paths.plan(slug)}${queryOf(asked, { page })}`} />
    </div>
  )
}

function columnsOf({ slug, asked, facets, mayEdit }: TableProps): readonly Column<TableRow>[] {
  const search = readSearch(asked.filter.words)
  const back = `${paths.plan(slug)}${queryOf(asked, { page: asked.page })}`
  const sorting = (by: PlanOrder | undefined): Pick<Column<TableRow>, 'sortHref' | 'sorted'> => (by === undefined ? {} : {
    sortHref: `${paths.plan(slug)}${queryOf(asked, { sort: { by, descending: asked.sort.by === by && !asked.sort.descending } })}`,
    sorted: asked.sort.by !== by ? undefined : asked.sort.descending ? 'descending' : 'ascending',
  })
  const title: Column<TableRow> = {
    key: 'title', label: shortNames.title, rowHeader: true, ...sorting('title'),
    cell: ({ action: { id, values } }) => <a href={paths.action(slug, id)}>{highlighted(values.title, search).map(({ text, found }, rank) =>
      (found ? <mark key={rank}>{text}</mark> : text))}</a>,
  }
  const tick: Column<TableRow> = {
    key: 'tick', label: 'Choix', cell: ({ action: { id, values }, mayEdit }) => (mayEdit
      ? <input type="checkbox" name="id" value={id} form="lot" aria-label={`Choisir « ${values.title} »`} data-tick="" /> : null),
  }
  const others = asked.columns.map((column): Column<TableRow> => ({
    key: column, label: columnName(column), align: figures.includes(column) ? 'end' : undefined, ...sorting(sortOf[column]),
    cell: inline.includes(column) ? inlineCell(column, slug, facets, back) : (row) => cellOf(column, row, facets),
  }))
  const codes = others.filter(({ key }) => key === 'code')
  return [...(mayEdit ? [tick] : []), ...codes, title, ...others.filter(({ key }) => key !== 'code')]
}

/** A value that leads to the form that changes it, for who may. `back`: where a change made on a page of its own leads. */
function inlineCell(column: PlanColumn, slug: string, facets: Facets, back: string): Column<TableRow>['cell'] {
  const [query, name] = [new URLSearchParams({ retour: back }), `Modifier ${columnName(column).toLowerCase()} : `]
  const href = (id: Id<'action'>): string => (column === 'state' ? paths.actionState(slug, id) : `${paths.actionField(slug, id, column)}?${query}`)
  return (row) => {
    const words = cellOf(column, row, facets)
    return !row.mayEdit ? words
      : <a class="inline-edit" href={href(row.action.id)} data-inline={column}><span class="visually-hidden">{name}</span>{words ?? '–'}</a>
  }
}

const longest = 180
function cellOf(column: PlanColumn, { action, late, blockedSince, communes, money }: TableRow, { names }: Facets): ComponentChildren {
  const { values, state } = action
  switch (column) {
    case 'state': return state === null ? <Badge tone="unknown">{noState}</Badge>
      : <Badge tone={stateTones[state.state]}>{stateNames[state.state]}</Badge>
    case 'since': return state === null ? null : <ShortDay date={state.on} />
    case 'code': return values.code === null ? null : <span class="cell-code">{values.code}</span>
    case 'late': return late.length === 0 ? null : <span class="cell-late"><Badge tone="negative" icon="clock">En retard</Badge>
      <span class="facts-note">{late.map((reason) => choiceWords.late?.[reason] ?? reason).join(', ')}</span></span>
    case 'blocked': return blockedSince === null ? null : <Badge tone="caution">depuis le <ShortDay date={blockedSince} /></Badge>
    case 'communes': return communes.length === 0 ? null : communes.join(', ')
    case 'modified': return <ShortDay date={dayInParis(new Date(action.updatedAt))} />
    case 'created': return <ShortDay date={dayInParis(new Date(action.createdAt))} />
    case 'costHt': case 'costTtc': case 'planned': case 'awarded': case 'paid': case 'left': return moneyCell(column, money)
    case 'startsOn': case 'endsOn': case 'forecastStartsOn': case 'forecastEndsOn': case 'signedOn': case 'sheetUpdatedOn':
      return values[column] === null ? null : <ShortDay date={values[column]} />
    case 'ongoing': case 'restricted': return values[column] ? 'Oui' : null
    default: {
      const words = valueInWords(column, values[column], names)
      const shown = words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words
      return words === '' ? null : words.length > 40 ? <span class="cell-long">{shown}</span> : shown
    }
  }
}

/** Each basis on a line of its own: they are never added. */
const lines = (words: readonly string[]): ComponentChildren =>
  (words.length === 0 ? null : words.map((line) => <span key={line} class="money-line">{line}</span>))
const sums = <At extends Stage>(byBasis: ByBasis<At>): ComponentChildren =>
  lines(bases.flatMap((basis) => (isEmpty(byBasis[basis]) ? [] : [sumInWords(byBasis[basis])])))

function moneyCell(column: MoneyColumn, money: MoneySummary | undefined): ComponentChildren {
  if (money === undefined) return null
  const { cost: { plannedCost }, funding } = money
  switch (column) {
    case 'costHt': return isEmpty(plannedCost.HT) ? null : sumInWords(plannedCost.HT)
    case 'costTtc': return isEmpty(plannedCost.TTC) ? null : sumInWords(plannedCost.TTC)
    case 'planned': case 'awarded': case 'paid':
      return lines(bases.flatMap((basis) => (isEmpty(funding[basis][column]) ? [] : [sumInWords(funding[basis][column])])))
    case 'left': return lines(bases.flatMap((basis) => (isEmpty(plannedCost[basis]) ? [] :
      [`${balanceInWords(money.leftToFinance[basis])} ${basisNames[basis]}`])))
  }
}

const Totals = ({ totals, total }: { totals: MoneySummary | undefined; total: number }) => totals === undefined ? null : (
  <Section title={total === 1 ? 'Argent de cette action' : `Argent de ces ${total.toLocaleString('fr-FR')} actions`}>
    <Facts lines={[
      { term: 'Coût prévu', value: sums(totals.cost.plannedCost) },
      ...(['planned', 'awarded', 'paid'] as const).map((stage) => ({ term: columnName(stage), value: moneyCell(stage, totals) })),
    ]} />
  </Section>
)

const groupNames: Readonly<Record<PlanGroup, string>> = {
  state: setWords.state.label, owner: setWords.owner.label, framework: setWords.framework.label, orientation: setWords.orientation.label,
  priority: setWords.priority.label, nature: setWords.nature.label, pilot: setWords.pilot.label, theme: setWords.theme.label,
  commune: setWords.commune.label,
}

/** Every group with its count, each leading to its actions alone. */
const Groups = ({ slug, asked, table }: TableProps) => {
  const { group, filter } = asked
  if (group === null) return null
  const only = (value: string): PlanFilter => ({ ...filter, sets: { ...filter.sets, [group]: [value] } })
  return (
    <nav class="plan-groups" aria-label={`Actions par ${groupNames[group].toLowerCase()}`}>
      <ul>
        {table.counts.map(({ key, label, count }) => (
          <li key={key ?? absent}>
            <a href={`${paths.plan(slug)}${queryOf(asked, { group: null, filter: only(key ?? absent) })}`}>
              {label} <span class="subnav-count">{count.toLocaleString('fr-FR')}</span></a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const BulkBar = ({ slug, asked, table }: TableProps) => (
  <form id="lot" class="bulk-bar" method="post" action={paths.bulkSelection(slug)} aria-label="Modifier plusieurs actions">
    <Hidden name="query" value={queryOf(asked, { page: asked.page })} />
    <SubmitButton emphasis="secondary" small icon="edit">Modifier les actions cochées</SubmitButton>
    <LinkButton href={`${paths.bulkEdit(slug)}${queryOf({ ...asked, view: 'table' })}`} emphasis="quiet" small>
      {table.total === 1 ? 'Modifier la seule action de ce choix' : `Modifier les ${table.total.toLocaleString('fr-FR')} actions de ce choix`}
    </LinkButton>
    <span class="bulk-ticked quiet" aria-live="polite" data-ticked=""></span>
  </form>
)

/** Columns, groups and length of the pages: remembered in the address, and in the views one keeps. */
const Layout = ({ slug, asked }: TableProps) => (
  <details class="filters plan-layout">
    <summary>Colonnes, groupes, longueur des pages</summary>
    <Form action={paths.plan(slug)} method="get" label="Présenter le tableau">
      {printPlanAsked(asked).filter(([key]) => !['colonnes', 'grouper', 'lignes'].includes(key))
        .map(([key, value]) => <Hidden key={`${key} ${value}`} name={key} value={value} />)}
      <Hidden name="colonnes" value="aucune" />
      <CheckboxGroup name="colonnes" label="Colonnes" within="tableau" values={asked.columns.map((column) => columnInAddress[column])}
        choices={planColumns.map((column) => ({ value: columnInAddress[column], label: columnName(column) }))} />
      <Select name="grouper" label="Grouper par" within="tableau" required={false} empty="Ne pas grouper"
        value={asked.group === null ? '' : groupInAddress[asked.group]}
        choices={planGroups.map((group) => ({ value: groupInAddress[group], label: groupNames[group] }))} />
      <Select name="lignes" label="Actions par page" within="tableau" value={String(asked.most)}
        choices={['50', '100', '200'].map((value) => ({ value, label: value }))} />
      <SubmitButton emphasis="secondary">Présenter ainsi</SubmitButton>
    </Form>
  </details>
)
