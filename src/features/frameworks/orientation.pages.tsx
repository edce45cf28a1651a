// The sheet of an orientation: what it says, the clause it comes from, the actions that serve it under the number its framework prints.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import { Facts } from '../../design/facts.tsx'
import { Form, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Pagination } from '../../design/pagination.tsx'
import { Table } from '../../design/table.tsx'
import { ShortDay } from '../../design/time.tsx'
import type { PlainDate } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import type { ActionState } from '../../planning/action-state.ts'
import { stateNames, stateTones } from './action-state.words.ts'
import { counted, provisionTitle } from './framework.words.ts'
import type { Orientation, OrientationText } from './orientation.rules.ts'
import { orientationLabel, withBelow } from './tree.rules.ts'
import type { ListedOrientation } from './tree.rules.ts'

/** A clause as a link: its convention, its number, its heading; without a heading when the text of the day no longer holds it. */
export type LinkedClause = {
  readonly conventionSlug: string; readonly conventionTitle: string; readonly provision: string; readonly number: string | null
  readonly heading: string
}
export const ClauseOrigin = ({ slug, clause }: { slug: string; clause: LinkedClause }) => (
  <a href={paths.provision(slug, clause.conventionSlug, clause.provision)}>
    {clause.number === null ? 'Clause' : provisionTitle(clause.number, clause.heading)}
    <span class="quiet">{` – ${clause.conventionTitle}`}</span>
  </a>
)

type Held = {
  readonly id: string; readonly orientationId: string; readonly printed: string | null; readonly code: string | null; readonly title: string
  readonly owner: string | null; readonly state: ActionState | null; readonly endsOn: PlainDate | null
}
type Measure = { readonly id: string; readonly name: string; readonly unit: string }
type Props = {
  readonly frame: Frame; readonly slug: string; readonly framework: { readonly slug: string; readonly name: string; readonly id: string }
  readonly orientation: Orientation; readonly tree: readonly ListedOrientation[]; readonly clause: LinkedClause | undefined
  readonly actions: readonly Held[]; readonly total: number; readonly page: number; readonly pages: number
  readonly indicators: readonly Measure[]; readonly mayKeep: boolean
}
export const OrientationPage = (props: Props) => {
  const { frame, slug, framework, orientation, tree, mayKeep } = props
  const own = tree.find(({ id }) => id === orientation.id)
  const parent = tree.find(({ id }) => id === own?.parentId)
  return (
    <Page {...frame} title={orientationLabel(orientation)}
      breadcrumb={[
        { href: paths.frameworks(slug), label: 'Cadres et orientations' }, { href: paths.framework(slug, framework.slug), label: framework.name },
        ...(parent === undefined ? [] : [{ href: paths.orientation(slug, framework.slug, parent.id), label: parent.label }]),
      ]}
      actions={<>
        {mayKeep ? <>
          <LinkButton href={paths.orientationForm(slug, framework.slug, orientation.id)} icon="edit">Modifier</LinkButton>
          <LinkButton href={`${paths.newAction(slug)}?orientation=${orientation.id}`} emphasis="secondary" icon="plus">Ajouter une action</LinkButton>
        </> : null}
        <LinkButton href={`${paths.plan(slug)}?orientation=${orientation.id}`} emphasis="quiet" icon="filter">Voir dans le plan</LinkButton>
      </>}>
      <Sheet {...props} />
      <Actions {...props} />
      <Below {...props} />
      {mayKeep ? <Place {...props} /> : null}
    </Page>
  )
}

const textLabels: Readonly<Record<OrientationText, string>> = {
  context: 'Contexte et diagnostic', objectives: 'Objectifs', audience: 'Public visé', centrality: 'Contribution à la centralité', pilots: 'Pilotes',
}

const Sheet = ({ slug, framework, orientation, clause, indicators }: Props) => (
  <Facts lines={[
    { term: 'Cadre', value: <a href={paths.framework(slug, framework.slug)}>{framework.name}</a> },
    {
      term: 'Clause d’origine',
      value: clause === undefined ? <span class="quiet">aucune</span> : <ClauseOrigin slug={slug} clause={clause} />,
    },
    ...(['pilots', 'audience', 'context', 'objectives', 'centrality'] as const)
      .filter((text) => orientation[text] !== '').map((text) => ({ term: textLabels[text], value: <span class="lines">{orientation[text]}</span> })),
    {
      term: 'Indicateurs',
      value: indicators.length === 0 ? <span class="quiet">aucun ne la mesure</span> : (
        <ul class="plain-list">
          {indicators.map(({ id, name, unit }) => <li key={id}><a href={paths.indicator(slug, id)}>{name}</a>{unit === '' ? '' : ` (${unit})`}</li>)}
        </ul>
      ),
    },
  ]} />
)

const StateBadge = ({ state }: { state: ActionState | null }) =>
  (state === null ? <Badge tone="unknown">Sans état</Badge> : <Badge tone={stateTones[state]}>{stateNames[state]}</Badge>)

const Actions = ({ slug, framework, orientation, tree, actions, total, page, pages }: Props) => {
  const below = withBelow(tree, orientation.id).size > 1
  const under = (id: string) => (id === orientation.id ? 'celle-ci'
    : <a href={paths.orientation(slug, framework.slug, id)}>{tree.find((one) => one.id === id)?.label ?? ''}</a>)
  return (
    <Section title="Actions" intro={below ? `${counted(total, 'action')}, sur cette orientation et sous elle.` : counted(total, 'action')}>
      <Table caption="Actions qui servent cette orientation" captionHidden rows={actions} rowKey={({ id, orientationId }) => `${id} ${orientationId}`}
        empty={<Empty title="Aucune action"><p>Rattachez une action depuis sa fiche, ou ajoutez-en une ici.</p></Empty>}
        columns={[
          { key: 'printed', label: 'N° dans ce cadre', cell: ({ printed, code }) => printed ?? code ?? <span class="quiet">sans</span> },
          { key: 'title', label: 'Action', rowHeader: true, cell: ({ id, title }) => <a href={paths.action(slug, id)}>{title}</a> },
          ...(below ? [{ key: 'under', label: 'Orientation', cell: ({ orientationId }: Held) => under(orientationId) }] : []),
          { key: 'owner', label: 'Maître d’ouvrage', cell: ({ owner }) => owner ?? <span class="quiet">aucun</span> },
          { key: 'state', label: 'État', cell: ({ state }) => <StateBadge state={state} /> },
          {
            key: 'end', label: 'Fin prévue',
            cell: ({ endsOn }) => (endsOn === null ? <span class="quiet">non dite</span> : <ShortDay date={endsOn} />),
          },
        ]} />
      <Pagination page={page} pages={pages} href={(wanted) => `${paths.orientation(slug, framework.slug, orientation.id)}?page=${wanted}`} />
    </Section>
  )
}

const Below = ({ slug, framework, orientation, tree, mayKeep }: Props) => {
  const children = tree.filter(({ parentId }) => parentId === orientation.id)
  return children.length === 0 && !mayKeep ? null : (
    <Section title="Sous cette orientation"
      aside={mayKeep ? <a href={`${paths.newOrientation(slug, framework.slug)}?sous=${orientation.id}`}>Ajouter une orientation dessous</a>
        : undefined}>
      {children.length === 0 ? <p class="quiet">Rien.</p> : (
        <ul class="plain-list">
          {children.map(({ id, label }) => <li key={id}><a href={paths.orientation(slug, framework.slug, id)}>{label}</a></li>)}
        </ul>
      )}
    </Section>
  )
}

const Place = ({ slug, framework, orientation, tree }: Props) => {
  const inside = withBelow(tree, orientation.id)
  return (
    <Section title="Place dans le cadre">
      <Form action={paths.orientationPlace(slug, framework.slug, orientation.id)} layout="inline" label="Placer cette orientation">
        <Select name="parent" label="Placer sous" required={false} value={orientation.parentId ?? ''} empty="Premier niveau"
          choices={tree.filter(({ id }) => !inside.has(id)).map(({ id, label, depth }) => ({ value: id, label: `${'– '.repeat(depth)}${label}` }))} />
        <SubmitButton emphasis="secondary" name="move" value="under">Placer</SubmitButton>
        <a href={paths.orientationRemoval(slug, framework.slug, orientation.id)}>Retirer cette orientation</a>
      </Form>
    </Section>
  )
}
