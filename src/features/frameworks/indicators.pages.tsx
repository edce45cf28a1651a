// The indicators of an operation, and one of them: its definition, its values through time, what each action promises of it.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { Facts, Unknown } from '../../design/facts.tsx'
import type { Fault } from '../../design/faults.tsx'
import { ButtonForm, LinkButton } from '../../design/form.tsx'
import { LineChart } from '../../design/line-chart.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Day, ShortDay } from '../../design/time.tsx'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { counted } from './framework.words.ts'
import { ObservationForm } from './indicator-form.pages.tsx'
import { progressTowards } from './indicator.rules.ts'
import type { Indicator, Observation, ObservationTyped } from './indicator.rules.ts'
import { figureInWords, indicatorKindNames } from './indicator.words.ts'
import type { ListedOrientation } from './tree.rules.ts'

/** One line of the list: the indicator, its last value for the operation, how many actions promise something of it. */
type Line = Indicator & { readonly actions: number; readonly last: number | null; readonly lastOn: PlainDate | null; readonly observations: number }
type ListProps = {
  readonly frame: Frame; readonly slug: string; readonly lines: readonly Line[]; readonly orientations: readonly ListedOrientation[];
    readonly mayKeep: boolean
}
export const IndicatorsPage = ({ frame, slug, lines, orientations, mayKeep }: ListProps) => (
  <Page {...frame} title="Indicateurs" breadcrumb={[{ href: paths.frameworks(slug), label: 'Cadres et orientations' }]}
    intro={'Ce que l’on mesure : une formule, une unité, une source, et des valeurs datées. '
      + 'Une valeur non publiée se note comme telle, jamais comme zéro.'}
    actions={mayKeep ? <LinkButton href={paths.newIndicator(slug)} icon="plus">Ajouter un indicateur</LinkButton> : undefined}>
    <Table caption="Indicateurs de l’opération" captionHidden rows={lines} rowKey={({ id }) => id}
      empty={<Empty title="Aucun indicateur pour l’instant"><p>Un indicateur de réalisation par action suffit pour commencer : ce qui est livré,
        en nombre.</p></Empty>}
      columns={[
        { key: 'name', label: 'Indicateur', rowHeader: true, cell: ({ id, name }) => <a href={paths.indicator(slug, id)}>{name}</a> },
        { key: 'kind', label: 'Nature', cell: ({ kind }) => indicatorKindNames[kind] },
        { key: 'last', label: 'Dernière valeur', align: 'end', cell: (line) => <Last {...line} /> },
        { key: 'actions', label: 'Actions', align: 'end', cell: ({ actions }) => (actions === 0 ? <span class="quiet">aucune</span> : actions) },
        {
          key: 'orientation', label: 'Orientation', cell: ({ orientationId }) => {
            const one = orientations.find(({ id }) => id === orientationId)
            return one === undefined ? <span class="quiet">toutes</span> : <a href={paths.orientation(slug, one.frameworkSlug, one.id)}>{one.path}</a>
          },
        },
      ]} />
  </Page>
)

const Last = ({ last, lastOn, unit, observations }: Line) => lastOn !== null ? <>{figureInWords(last, unit)} <span class="facts-note"><ShortDay
  date={lastOn} /></span></>
  : observations > 0 ? <span class="quiet">par action</span> : <span class="quiet">aucune</span>

type Recorded = Observation & { readonly id: string; readonly action: string | null; readonly recordedBy: string }
type Promise = {
  readonly actionId: string; readonly code: string | null; readonly title: string; readonly baseline: number | null;
    readonly baselineOn: PlainDate | null
  readonly target: number | null; readonly targetOn: PlainDate | null; readonly last: number | null; readonly lastOn: PlainDate | null
}
type Props = {
  readonly frame: Frame; readonly slug: string; readonly indicator: Indicator; readonly orientation: ListedOrientation | undefined
  readonly values: readonly Recorded[]; readonly promised: readonly Promise[]; readonly mayKeep: boolean
  readonly actions: readonly { readonly id: string; readonly code: string | null; readonly title: string }[]
  readonly typed: ObservationTyped; readonly faults: readonly Fault[]; readonly onceKey: string
}
export const IndicatorPage = (props: Props) => {
  const { frame, slug, indicator, mayKeep, faults } = props
  return (
    <Page {...frame} title={indicator.name} faults={faults} breadcrumb={[{ href: paths.indicators(slug), label: 'Indicateurs' }]}
      actions={mayKeep ? <LinkButton href={paths.indicatorForm(slug, indicator.id)} icon="edit">Modifier</LinkButton> : undefined}>
      <Definition {...props} />
      <Values {...props} />
      <Promised {...props} />
      {mayKeep ? <>
        <ObservationForm {...props} indicatorId={indicator.id} />
        <details>
          <summary>Retirer cet indicateur</summary>
          <p>Il quittera les listes et les fiches d’action ; ses valeurs restent au journal.</p>
          <ButtonForm to={paths.indicatorRemoval(slug, indicator.id)} emphasis="danger">Retirer l’indicateur</ButtonForm>
        </details>
      </> : null}
    </Page>
  )
}

const Definition = ({ slug, indicator: { kind, unit, formula, source }, orientation }: Props) => (
  <Facts lines={[
    { term: 'Nature', value: indicatorKindNames[kind] },
    { term: 'Unité', value: unit === '' ? <Unknown why="non précisée" /> : unit },
    { term: 'Formule', value: formula === '' ? <Unknown why="non précisée" /> : <span class="lines">{formula}</span> },
    { term: 'Source', value: source === '' ? <Unknown why="non précisée" /> : <span class="lines">{source}</span> },
    ...(orientation === undefined ? []
      : [{ term: 'Orientation mesurée', value: <a href={paths.orientation(slug, orientation.frameworkSlug,
        orientation.id)}>{orientation.path}</a> }]),
  ]} />
)

const Values = ({ slug, indicator, values, mayKeep }: Props) => {
  const ofAll = values.flatMap(({ on, value, actionId }) => (value === null || actionId !== null ? [] : [{ on, value }]))
  return (
    <Section title="Valeurs observées" id="valeurs">
      <LineChart label={indicator.name} points={ofAll} words={(value) => figureInWords(value, indicator.unit)} />
      <Table caption="Valeurs observées, la plus récente d’abord" captionHidden rows={values.toReversed()} rowKey={({ id }) => id}
        empty={<p class="quiet">Aucune valeur : enregistrez la première, celle d’avant les actions.</p>}
        columns={[
          { key: 'on', label: 'Jour', rowHeader: true, cell: ({ on }) => <Day date={on} /> },
          { key: 'value', label: 'Valeur', align: 'end',
            cell: ({ value }) => (value === null ? <Badge tone="unknown">non publié</Badge> : figureInWords(value, indicator.unit)) },
          { key: 'action', label: 'De', cell: ({ actionId, action }) => actionId === null ? 'toute l’opération' : <a
            href={paths.action(slug, actionId)}>{action}</a> },
          { key: 'note', label: 'Note', cell: ({ note }) => note },
          { key: 'by', label: 'Enregistrée par', cell: ({ recordedBy }) => recordedBy },
          ...(mayKeep ? [{
            key: 'act', label: 'Corriger', cell: ({ id }: Recorded) =>
              <ButtonForm to={paths.indicatorValueRemoval(slug, indicator.id, id)} emphasis="quiet" small>Retirer</ButtonForm>,
          }] : []),
        ]} />
    </Section>
  )
}

const Promised = ({ slug, indicator: { unit }, promised }: Props) => (
  <Section title="Par action" intro={promised.length === 0 ? undefined
    : `${counted(promised.length, 'action')} : d’où l’on part, où l’on en est, ce que l’on vise.`}>
    <Table caption="Ce que chaque action promet" captionHidden rows={promised} rowKey={({ actionId }) => actionId}
      empty={<p class="quiet">Aucune action ne promet rien de cet indicateur : choisissez-le depuis la fiche d’une action.</p>}
      columns={[
        { key: 'action', label: 'Action', rowHeader: true,
          cell: ({ actionId, code, title }) => <a href={paths.action(slug, actionId)}>{code === null ? title : `${code} ${title}`}</a> },
        { key: 'baseline', label: 'Départ', align: 'end', cell: ({ baseline, baselineOn }) => <Dated value={baseline} on={baselineOn}
          unit={unit} /> },
        { key: 'last', label: 'Dernière', align: 'end', cell: ({ last, lastOn }) => <Dated value={last} on={lastOn} unit={unit} /> },
        { key: 'target', label: 'Cible', align: 'end', cell: ({ target, targetOn }) => <Dated value={target} on={targetOn} unit={unit} /> },
        { key: 'way', label: 'Chemin parcouru', align: 'end', cell: ({ baseline, last, target }) => {
          const percent = progressTowards(baseline, last, target)
          return percent === null ? <span class="quiet">inconnu</span> : `${percent} %`
        } },
      ]} />
  </Section>
)

const Dated = ({ value, on, unit }: { value: number | null; on: PlainDate | null; unit: string }) =>
  value === null && on === null ? <span class="quiet">non dite</span>
    : <>{figureInWords(value, unit)}{on === null ? null : <span class="facts-note"><ShortDay date={on} /></span>}</>
