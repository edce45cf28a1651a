// The perimeters of an operation on a day: a map, and a table that says everything the map says; the form of one.
import type { ComponentChildren } from 'preact'
import { Badge } from '../../design/badge.tsx'
import { Select } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import { Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import { Pagination } from '../../design/pagination.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { ShortDay } from '../../design/time.tsx'
import type { MultiPolygon } from '../../geometry/shape.ts'
import { inWords } from '../../kernel/date.ts'
import type { PlainDate } from '../../kernel/date.ts'
import type { SectorKind } from '../../law/levers/sector-kind.ts'
import { paths } from '../../paths.ts'
import { SectorMap } from './sector-map.tsx'
import type { MappedArea } from './sector-map.tsx'
import type { SectorVersion, Standing } from './sector.rules.ts'
import type { SectorSituation } from './situation.rules.ts'
import { illustrativeWords, sectorKindInAddress, sectorKindNames, sectorReasonInWords, StandingBadge, townCentreNames } from './sector.words.tsx'

export type SectorNames = { readonly commune: (insee: string) => string; readonly convention: (id: string) => string }
type ListProps = {
  readonly frame: Frame; readonly slug: string; readonly day: PlainDate; readonly situations: readonly SectorSituation[]; readonly names: SectorNames
  readonly actNames: ReadonlyMap<string, string>; readonly ground: readonly { readonly insee: string; readonly geometry: MultiPolygon }[]
  readonly kinds: readonly SectorKind[]; readonly kind: SectorKind | undefined; readonly act: string | undefined; readonly mayKeep: boolean
  /** How many come before those shown, which are one page of several. */
  readonly first: number; readonly page: number; readonly pages: number
}

export const SectorsPage = (props: ListProps) => {
  const { frame, slug, day, situations, kinds, kind, act, actNames, mayKeep } = props
  return (
    <Page {...frame} title="Secteurs"
      intro={`Où s’appliquent les effets de l’opération le ${inWords(day)} : la carte, et le tableau qui dit tout ce qu’elle dit.`}
      actions={mayKeep ? <><LinkButton href={paths.newSector(slug)} emphasis="primary" icon="plus">Ajouter un périmètre</LinkButton>
        <LinkButton href={paths.sectorFiles(slug)} icon="upload">Importer un fichier</LinkButton></> : undefined}>
      {act === undefined ? null : (
        <Notice tone="info">
          <p>
            {`Seuls les périmètres fixés par : ${actNames.get(act) ?? 'un acte'}. `}
            <a href={paths.sectors(slug)}>Voir tous les périmètres</a>
          </p>
        </Notice>
      )}
      {kinds.length < 2 ? null : (
        <Form action={paths.sectors(slug)} method="get" layout="inline" label="Choisir une nature de périmètre">
          {act === undefined ? null : <Hidden name="acte" value={act} />}
          <Select name="nature" label="Nature" required={false} empty="Toutes" value={kind === undefined ? '' : sectorKindInAddress[kind]}
            choices={kinds.map((one) => ({ value: sectorKindInAddress[one], label: sectorKindNames[one] }))} />
          <SubmitButton emphasis="secondary">Montrer</SubmitButton>
        </Form>
      )}
      {situations.length === 0 ? <NoSector slug={slug} mayKeep={mayKeep} filtered={kind !== undefined || act !== undefined} /> : <Known {...props} />}
    </Page>
  )
}

const NoSector = ({ slug, mayKeep, filtered }: { slug: string; mayKeep: boolean; filtered: boolean }) => filtered
  ? <Empty title="Aucun périmètre ici"><p><a href={paths.sectors(slug)}>Voir tous les périmètres</a></p></Empty>
  : (
    <Empty title="Aucun périmètre"
      action={mayKeep ? <LinkButton href={paths.sectorFiles(slug)} emphasis="primary" icon="upload">Importer un fichier</LinkButton> : undefined}>
      <p>
        La convention délimite des secteurs d’intervention : importez leur tracé (GeoJSON, Shapefile, GeoPackage, KML, parcelles), ou dessinez-le.
      </p>
    </Empty>
  )

const Known = (props: ListProps) => {
  const { situations, slug, names, actNames, day, ground, first, page, pages } = props
  const numbered = situations.map((situation, rank) => ({ ...situation, rank: first + rank + 1 }))
  const areas = numbered.flatMap((one) => areasOf(slug, one))
  const undrawn = situations.filter((one) => shapesSeen(one).length === 0).length
  return (
    <>
      <SectorMap label={`Carte : ${count(areas.length, 'tracé', 'tracés')} le ${inWords(day)}, numérotés comme dans le tableau`} areas={areas}
        ground={ground} />
      {situations.some(({ sector }) => sector.illustrative) ? <p class="quiet">{illustrativeWords}</p> : null}
      {undrawn === 0 ? null : (
        <p class="quiet">{`${count(undrawn, 'périmètre n’a', 'périmètres n’ont')} aucun tracé ce jour-là : le tableau dit pourquoi.`}</p>
      )}
      <Table caption={`Périmètres le ${inWords(day)}`} captionHidden rows={numbered} rowKey={({ sector }) => sector.id} empty={null} columns={[
        { key: 'rank', label: 'N°', cell: ({ rank }) => rank },
        { key: 'name', label: 'Périmètre, commune', rowHeader: true, cell: ({ sector }) => (
          <>
            <a href={paths.sector(slug, sector.slug)}>{sector.name}</a>
            <span class="facts-note">{`${sectorKindNames[sector.kind]}, ${sector.insee === null ? 'plusieurs communes'
              : names.commune(sector.insee)}`}</span>
            {sector.illustrative ? <Badge tone="caution">Tracé illustratif</Badge> : null}
          </>
        ) },
        { key: 'centre', label: 'Centre-ville', cell: ({ version, candidates }) => centreOf(version === null ? candidates : [version]) },
        { key: 'standing', label: 'Ce jour-là', cell: (one) => <Why situation={one} names={names} /> },
        { key: 'version', label: 'Version', cell: (one) => <Versions situation={one} /> },
        { key: 'act', label: 'Fixée par', cell: ({ version, candidates }) => <Acts slug={slug} versions={version === null ? candidates : [version]}
          actNames={actNames} /> },
        { key: 'area', label: 'Surface', align: 'end', cell: ({ version, candidates }) => areaOrUnknown(version ?? candidates[0]) },
      ]} />
      <Pagination page={page} pages={pages} label="Pages des périmètres" href={(number) => pageHref(props, number)} />
      <p>
        {'Exporter : '}
        <a href={paths.sectorExport(slug, 'geojson')} download>GeoJSON (toutes les versions)</a>
        {', '}
        <a href={paths.sectorExport(slug, 'csv')} download>CSV (ce tableau)</a>
      </p>
    </>
  )
}

function pageHref({ slug, kind, act }: ListProps, number: number): string {
  const query = new URLSearchParams({ ...(kind !== undefined && { nature: sectorKindInAddress[kind] }), ...(act !== undefined && { acte: act }),
    page: String(number) })
  return `${paths.sectors(slug)}?${query.toString()}`
}

const count = (number: number, one: string, many: string): string => `${number.toLocaleString('fr-FR')} ${number < 2 ? one : many}`

/** What is drawn of a sector: its version, or those that may hold. */
const shapesSeen = ({ version, candidates }: Pick<SectorSituation, 'version' | 'candidates'>): readonly SectorVersion[] =>
  (version === null ? candidates : [version]).filter(({ geometry }) => geometry !== null)

const toneOf: Readonly<Record<Standing, MappedArea['tone']>> = { yes: 'in', no: 'out', unknown: 'unknown' }
function areasOf(slug: string, situation: SectorSituation & { readonly rank: number }): readonly MappedArea[] {
  const { sector, standing } = situation
  return shapesSeen(situation).flatMap(({ id, geometry }, rank) => (geometry === null ? [] : [{
    key: id, label: rank === 0 ? String(situation.rank) : '', geometry, tone: toneOf[standing], name: sector.name,
    href: paths.sector(slug, sector.slug),
  }]))
}

const centreOf = (versions: readonly SectorVersion[]): string => {
  const said = [...new Set(versions.map(({ townCentre }) => townCentreNames(townCentre)))]
  return said.length === 0 ? '' : said.length === 1 ? (said[0] ?? '') : 'Inconnu'
}

/** In force or not, and why: what decided first, the rest in a fold. */
export const Why = ({ situation: { standing, reasons }, names }: { situation: SectorSituation; names: SectorNames }) => {
  const [first, ...others] = reasons.map((reason) => sectorReasonInWords(reason, names.convention))
  return (
    <>
      <StandingBadge standing={standing} />
      <span class="facts-note">{first}</span>
      {others.length === 0 ? null : (
        <details><summary>Autres raisons</summary><ul class="plain-list">{others.map((words) => <li key={words}>{words}</li>)}</ul></details>
      )}
    </>
  )
}

const Versions = ({ situation: { version, candidates, until } }: { situation: SectorSituation }) => version === null
  ? <>{candidates.length === 0 ? 'Aucune' : candidates.map(({ number }) => `n° ${number}`).join(' ou ')}</>
  : <>{`n° ${version.number}`}<span class="facts-note"><Period from={version.validFrom} to={until} /></span></>

export const Period = ({ from, to }: { from: PlainDate | null; to: PlainDate | null }): ComponentChildren => (
  <>
    {from === null ? 'début inconnu' : <>depuis le <ShortDay date={from} /></>}
    {to === null ? null : <>, jusqu’au <ShortDay date={to} /></>}
  </>
)

const Acts = ({ slug, versions, actNames }: { slug: string; versions: readonly SectorVersion[]; actNames: ReadonlyMap<string, string> }) => {
  const ids = [...new Set(versions.flatMap(({ actId }) => actId ?? []))]
  return ids.length === 0 ? <span class="quiet">acte inconnu</span>
    : <>{ids.map((id) => <ActLink key={id} slug={slug} id={id} actNames={actNames} />)}</>
}
export const ActLink = ({ slug, id, actNames }: { slug: string; id: string; actNames: ReadonlyMap<string, string> }) =>
  <a href={paths.act(slug, id)}>{actNames.get(id) ?? 'Acte rayé du registre'}</a>

/** Hectares above one, square metres under. */
export const areaInWords = (metres2: number): string => metres2 >= 10_000
  ? `${(metres2 / 10_000).toLocaleString('fr-FR', { maximumFractionDigits: metres2 >= 1_000_000 ? 0 : 1 })}\u00a0ha`
  : `${Math.round(metres2).toLocaleString('fr-FR')}\u00a0m²`
export const precisionInWords = (metres: number | null): string =>
  (metres === null ? 'précision inconnue' : `à ${metres.toLocaleString('fr-FR')} m près`)

const areaOrUnknown = (version: SectorVersion | undefined): ComponentChildren => version === undefined || version.geometry === null ? ''
  : (
    <>
      <span class="sector-area">{version.areaM2 === null ? 'Inconnue' : areaInWords(version.areaM2)}</span>
      <span class="facts-note">{precisionInWords(version.precisionMetres)}</span>
    </>
  )
