// The map of the plan: a sign per place, its shape told by the state of the action, beside a list that says the same.
import { Section } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { GroundMap } from '../../design/map.tsx'
import { Pagination } from '../../design/pagination.tsx'
import { PointMap } from '../../design/point-map.tsx'
import type { SignKind } from '../../design/point-map.tsx'
import type { PlaceMap } from '../../geometry/place-map.ts'
import { paths } from '../../paths.ts'
import { filterCriteria, stateInAddress } from '../../planning/plan-criteria.ts'
import { absent } from '../../planning/plan-filter.ts'
import { noState } from '../actions/action.words.ts'
import { stateNames } from '../frameworks/action-state.words.ts'
import { mapKinds } from './map-view.ts'
import type { MapKind, MapProps } from './map-view.ts'
import { actionTitle } from './view.words.ts'

const signs: Readonly<Record<MapKind, { readonly kind: SignKind; readonly sign: string }>> = {
  idea: { kind: 'ring', sign: 'm-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0' }, planned: { kind: 'triangle', sign: 'm0-4l4 7h-8z' },
  committed: { kind: 'diamond', sign: 'm0-4.5l4.5 4.5l-4.5 4.5l-4.5-4.5z' }, inProgress: { kind: 'plus', sign: 'm-4.5 0h9m-4.5-4.5v9' },
  delivered: { kind: 'round', sign: 'h0' }, suspended: { kind: 'cross', sign: 'm-4-4l8 8m0-8l-8 8' },
  abandoned: { kind: 'square', sign: 'm-3-3h6v6h-6z' },
  none: { kind: 'dash', sign: 'm-4 0h8' },
}
const kindName = (kind: MapKind): string => (kind === 'none' ? noState : stateNames[kind])

export const MapView = (props: MapProps) => {
  const { asked, map, total, placed } = props
  if (total === 0) return <Empty title="Aucune action à montrer"><p>Retirez un critère du filtre pour en voir davantage.</p></Empty>
  return (
    <>
      <p>
        {`${count(placed, 'action a un lieu', 'actions ont un lieu')}. `}
        {placed === total ? null : (
          <a href={asked.link({ vue: null, pp: null, localisee: 'non' })}>{count(total - placed, 'action sans lieu', 'actions sans lieu')}</a>
        )}
      </p>
      {map === undefined ? <Empty title="Aucun lieu à placer"><p>Indiquez des lieux sur les fiches : adresses, secteurs ou tracés.</p></Empty>
        : <><Drawing {...props} map={map} /><List {...props} /></>}
    </>
  )
}

const count = (number: number, one: string, many: string): string => `${number.toLocaleString('fr-FR')} ${number < 2 ? one : many}`

const stateHref = (asked: MapProps['asked'], kind: MapKind): string =>
  asked.link({ pp: null, [filterCriteria.sets.state.key]: kind === 'none' ? absent : stateInAddress[kind] })

const Drawing = ({ asked, map, counts, byCommune, nowhere }: MapProps & { map: PlaceMap<MapKind> }) => {
  const kinds = mapKinds.filter((kind) => counts.has(kind))
  return (
    <PointMap
      pieces={[{
        key: 'plan', label: 'Lieux des actions', width: map.width, height: map.height, backdrop: '', labels: map.labels,
        paths: kinds.map((kind) => ({ kind: signs[kind].kind, path: (map.spots.get(kind) ?? []).map((spot) => spot + signs[kind].sign).join('') })),
        words: kinds.map((kind) => `${kindName(kind).toLowerCase()} ${counts.get(kind) ?? 0}`).join(', '),
      }]}
      legend={kinds.map((kind) => ({
        ...signs[kind], count: counts.get(kind) ?? 0,
        label: <a href={stateHref(asked, kind)}>{kindName(kind)}</a>,
      }))}
      under={(drawing) => <GroundMap label="Lieux des actions" signs={signs} pointsAt={asked.pointsAt}>{drawing}</GroundMap>}>
      <p class="quiet">
        {'Un signe par lieu ; le nombre compte les actions. La liste dit la même chose que la carte. '}
        {'Les périmètres du jour ont leur page : '}
        <a href={paths.sectors(asked.slug)}>Secteurs</a>
        {'.'}
        {byCommune === 0 ? null : ` ${count(byCommune, 'lieu est placé', 'lieux sont placés')} au milieu de la commune, faute d’adresse située.`}
        {nowhere === 0 ? null : ` ${count(nowhere, 'lieu n’a pas', 'lieux n’ont pas')} de position connue.`}
      </p>
    </PointMap>
  )
}

const List = ({ asked, actions, page, pages }: MapProps) => (
  <Section title="Les mêmes actions, en liste">
    <ul class="columns" aria-label="Actions et leurs lieux">
      {actions.map(({ id, state, places, ...action }) => (
        <li key={id}>
          <a href={paths.action(asked.slug, id)}>{actionTitle(action)}</a>
          <span class="quiet">{` ${state === null ? noState : stateNames[state]} ; ${places.join(' ; ')}`}</span>
        </li>
      ))}
    </ul>
    <Pagination page={page} pages={pages} href={(number) => asked.link({ pp: number === 1 ? null : String(number) })} label="Pages des lieux" />
  </Section>
)
