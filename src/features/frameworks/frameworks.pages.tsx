// The frameworks of an operation, and one of them as a tree of orientations with what each is served by.
import type { ComponentChildren } from 'preact'
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { Facts } from '../../design/facts.tsx'
import { Form, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Day } from '../../design/time.tsx'
import { paths } from '../../paths.ts'
import { percentOf } from './coverage.rules.ts'
import type { Framework } from './framework.rules.ts'
import { counted, kindNames } from './framework.words.ts'
import type { ListedOrientation, Move } from './tree.rules.ts'

/** One line of the list: a framework and how much of it is served. */
export type FrameworkLine = { readonly framework: Framework; readonly orientations: number; readonly covered: number; readonly actions: number }
type ListProps = {
  readonly frame: Frame; readonly slug: string; readonly lines: readonly FrameworkLine[]; readonly mayKeep: boolean; readonly partial: boolean
}
export const FrameworksPage = ({ frame, slug, lines, mayKeep, partial }: ListProps) => (
  <Page {...frame} title="Cadres et orientations"
    intro="Les documents qui ordonnent le plan : une action s’y range autant de fois qu’ils la citent, sous le numéro que chacun imprime, sans copie."
    actions={<>
      {mayKeep ? <LinkButton href={paths.newFramework(slug)} icon="plus">Ajouter un cadre</LinkButton> : null}
      <LinkButton href={paths.coverage(slug)} emphasis="quiet" icon="check">Couverture</LinkButton>
      <LinkButton href={paths.indicators(slug)} emphasis="quiet" icon="rate">Indicateurs</LinkButton>
    </>}>
    {partial ? <PartialNotice /> : null}
    <Table caption="Cadres de l’opération" captionHidden rows={lines} rowKey={({ framework }) => framework.id}
      empty={<Empty title="Aucun cadre pour l’instant"
        action={mayKeep ? <LinkButton href={paths.newFramework(slug)}>Ajouter un cadre</LinkButton> : undefined}>
        <p>Commencez par les axes du programme ou les orientations d’une convention publiée : des modèles sont prêts.</p>
      </Empty>}
      columns={[
        {
          key: 'name', label: 'Cadre', rowHeader: true,
          cell: ({ framework }) => <a href={paths.framework(slug, framework.slug)}>{framework.name}</a>,
        },
        { key: 'kind', label: 'Nature', cell: ({ framework }) => kindNames[framework.kind] },
        { key: 'days', label: 'Période', cell: ({ framework }) => <Period framework={framework} /> },
        { key: 'orientations', label: 'Orientations', align: 'end', cell: ({ orientations }) => orientations },
        { key: 'actions', label: 'Actions', align: 'end', cell: ({ actions }) => actions },
        { key: 'covered', label: 'Servies', cell: ({ orientations, covered }) => <Share part={covered} whole={orientations} /> },
      ]} />
  </Page>
)

const Period = ({ framework: { since, until } }: { framework: Framework }) => {
  if (since === null) return until === null ? <span class="quiet">non précisée</span> : <>jusqu’au <Day date={until} /></>
  if (until === null) return <>depuis le <Day date={since} /></>
  return <>du <Day date={since} /> au <Day date={until} /></>
}

/** « 12 sur 16 (75 %) », with its bar. */
export const Share = ({ part, whole }: { part: number; whole: number }) => {
  const percent = percentOf(part, whole)
  return percent === null ? <span class="quiet">sans objet</span> : (
    <span class="share">
      <meter min={0} max={whole} value={part} aria-hidden="true" />
      {`${part} sur ${whole} (${percent} %)`}
    </span>
  )
}

/** Said to who sees only what an institution funds: figures are about that, not about the plan. */
export const PartialNotice = () => (
  <Notice tone="info">
    <p>Vous voyez les actions que votre institution finance : les nombres de cette page ne portent que sur elles.</p>
  </Notice>
)

type TreeProps = {
  readonly frame: Frame; readonly slug: string; readonly framework: Framework; readonly tree: readonly ListedOrientation[]
  readonly convention: { readonly slug: string; readonly title: string } | undefined
  readonly countsOf: (id: ListedOrientation['id'] | Framework['id']) => { readonly direct: number; readonly below: number }
  readonly mayKeep: boolean; readonly moved: string; readonly refused: boolean
  /** True when this person sees a part of the plan only. */
  readonly partial: boolean
}
export const FrameworkPage = (props: TreeProps) => {
  const { frame, slug, framework, tree, mayKeep, refused, countsOf, partial } = props
  return (
    <Page {...frame} title={framework.name} breadcrumb={[{ href: paths.frameworks(slug), label: 'Cadres et orientations' }]}
      actions={mayKeep ? <>
        <LinkButton href={paths.newOrientation(slug, framework.slug)} icon="plus">Ajouter une orientation</LinkButton>
        <LinkButton href={paths.frameworkForm(slug, framework.slug)} emphasis="secondary" icon="edit">Modifier le cadre</LinkButton>
        <LinkButton href={paths.frameworkRemoval(slug, framework.slug)} emphasis="quiet">Retirer</LinkButton>
      </> : undefined}>
      {refused ? (
        <Notice tone="warning" title="L’orientation n’a pas bougé">
          <p>Elle ne peut pas aller là : elle est déjà en bout de liste, ou quelqu’un l’a déplacée.</p>
        </Notice>
      ) : null}
      {partial ? <PartialNotice /> : null}
      <About {...props} />
      <Section title="Orientations" aside={tree.length === 0 ? undefined : (
        <a href={`${paths.plan(slug)}?cadre=${framework.id}`}>{`Voir ${counted(countsOf(framework.id).below, 'action')} dans le plan`}</a>
      )}>
        {tree.length === 0 ? <Empty title="Aucune orientation"><p>Ajoutez-les une à une, chacune à sa place dans l’arbre.</p></Empty>
          : <Tree {...props} under={null} />}
        {mayKeep && tree.length > 1 ? <p class="quiet">Déplacer une orientation ne change pas son numéro : il reste celui qui est imprimé.</p> : null}
      </Section>
    </Page>
  )
}

const About = ({ slug, framework, convention, tree, countsOf }: TreeProps) => (
  <Facts lines={[
    { term: 'Nature', value: kindNames[framework.kind] },
    ...(convention === undefined ? [] : [{ term: 'Convention', value: <a href={paths.convention(slug, convention.slug)}>{convention.title}</a> }]),
    { term: 'Période', value: <Period framework={framework} /> },
    ...(framework.summary === '' ? [] : [{ term: 'Présentation', value: <span class="lines">{framework.summary}</span> }]),
    { term: 'Orientations servies', value: <Share part={tree.filter(({ id }) => countsOf(id).below > 0).length} whole={tree.length} />,
      note: 'Qui portent au moins une action, sur elles ou sous elles.' },
  ]} />
)

const Tree = (props: TreeProps & { readonly under: ListedOrientation['id'] | null }): ComponentChildren => {
  const { tree, under } = props
  const siblings = tree.filter(({ parentId }) => parentId === under)
  return siblings.length === 0 ? null : (
    <ol class="tree">
      {siblings.map((one, rank) => (
        <li key={one.id} id={`orientation-${one.id}`}>
          <Line {...props} one={one} moves={[
            ...(rank > 0 ? ['up' as const] : []), ...(rank < siblings.length - 1 ? ['down' as const] : []),
            ...(rank > 0 ? ['in' as const] : []), ...(under === null ? [] : ['out' as const]),
          ]} />
          <Tree {...props} under={one.id} />
        </li>
      ))}
    </ol>
  )
}

const moveNames: Readonly<Record<Move, string>> = { up: 'Monter', down: 'Descendre', in: 'Ranger sous la précédente', out: 'Sortir d’un niveau' }

type LineProps = TreeProps & { readonly one: ListedOrientation; readonly moves: readonly Move[] }
const Line = ({ slug, framework, one, countsOf, mayKeep, moved, moves }: LineProps) => {
  const { direct, below } = countsOf(one.id)
  return (
    <div class="tree-line">
      <a class="tree-name" href={paths.orientation(slug, framework.slug, one.id)}>
        {one.number === null ? null : <span class="tree-number">{one.number} </span>}{one.title}
      </a>
      <span class="tree-count">
        {below === 0 ? <Badge tone="caution">Sans action</Badge> : counted(below, 'action')}
        {below === 0 || direct === below ? null : <span class="quiet">{direct === 0 ? ', toutes dessous' : `, dont ${direct} directement`}</span>}
      </span>
      {mayKeep ? (
        <details class="tree-menu" open={moved === one.id}>
          <summary>Ranger<span class="visually-hidden">{` ${one.label}`}</span></summary>
          <Form action={paths.orientationPlace(slug, framework.slug, one.id)} layout="inline" label={`Place de ${one.label}`}>
            {moves.map((move) => (
              <SubmitButton key={move} name="move" value={move} emphasis="secondary" small
                label={`${moveNames[move]} : ${one.label}`}>
                {moveNames[move]}
              </SubmitButton>
            ))}
            <a href={`${paths.newOrientation(slug, framework.slug)}?sous=${one.id}`}>
              Ajouter dessous<span class="visually-hidden">{` ${one.label}`}</span>
            </a>
          </Form>
        </details>
      ) : null}
    </div>
  )
}

type RemovalProps = {
  readonly frame: Frame; readonly slug: string; readonly title: string; readonly breadcrumb: readonly { href: string; label: string }[]
  readonly action: string; readonly back: string; readonly below: readonly ListedOrientation[]
  readonly hanging: { readonly actions: number; readonly indicators: number }; readonly planHref: string
}
/** Asks before taking a framework or an orientation out; refuses while something hangs on it, and says what. */
export const RemovalPage = ({ frame, slug, title, breadcrumb, action, back, below, hanging, planHref }: RemovalProps) => (
  <Page {...frame} title={title} breadcrumb={breadcrumb}>
    {hanging.actions > 0 || hanging.indicators > 0 ? (
      <Notice tone="warning" title="Rien n’est retiré : quelque chose en dépend">
        <ul class="plain-list">
          {hanging.actions > 0 ? (
            <li>
              <a href={planHref}>{counted(hanging.actions, 'action')}</a>
              {' : rattachez-les ailleurs d’abord, une à une ou toutes ensemble depuis le plan. Aucune action ne se perd.'}
            </li>
          ) : null}
          {hanging.indicators > 0 ? (
            <li><a href={paths.indicators(slug)}>{counted(hanging.indicators, 'indicateur')}</a>{' : changez l’orientation qu’ils mesurent.'}</li>
          ) : null}
        </ul>
      </Notice>
    ) : (
      <Form action={action}>
        {below.length === 0 ? <p>Aucune action n’y est rattachée.</p> : <>
          <p>
            Aucune action n’y est rattachée.
            {below.length === 1 ? ' Cette orientation sera retirée aussi :' : ` Ces ${below.length} orientations seront retirées aussi :`}
          </p>
          <ul>{below.map((one) => <li key={one.id}>{one.label}</li>)}</ul>
        </>}
        <SubmitButton emphasis="danger">Retirer</SubmitButton>
      </Form>
    )}
    <p><a href={back}>Revenir sans rien retirer</a></p>
  </Page>
)
