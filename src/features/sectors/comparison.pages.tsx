// Two shapes of a perimeter compared, one of which may be a draft nobody voted: what is gained and lost, on the map and in words.
import type { ComponentChildren } from 'preact'
import { Section } from '../../design/card.tsx'
import { Select } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import { Form, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import type { MultiPolygon } from '../../geometry/shape.ts'
import { inWords } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import type { Moved, ShapeComparison } from './comparing.ts'
import { SectorMap } from './sector-map.tsx'
import type { Sector } from './sector.rules.ts'
import { areaInWords } from './sectors.pages.tsx'

/** One of the shapes one may compare: a version, or a draft; `geometry` null: the perimeter is taken away. */
export type Comparable = { readonly key: string; readonly label: string; readonly geometry: MultiPolygon | null; readonly draft: boolean }
type Props = {
  readonly frame: Frame; readonly slug: string; readonly sector: Sector; readonly choices: readonly Comparable[]
  readonly before: Comparable | undefined; readonly after: Comparable | undefined; readonly comparison: ShapeComparison | undefined
  readonly ground: readonly { readonly insee: string; readonly geometry: MultiPolygon }[]
}

export const ComparisonPage = ({ frame, slug, sector, choices, before, after, comparison, ground }: Props) => (
  <Page {...frame} title="Comparer deux tracés" breadcrumb={[{ href: paths.sectors(slug), label: 'Secteurs' }, { href: paths.sector(slug,
    sector.slug),
    label: sector.name }]} intro="Ce que gagne et ce que perd le périmètre d’un tracé à l’autre : à lire avant que l’avenant soit voté.">
    {choices.length < 2 ? (
      <Empty title="Il faut deux tracés"><p>Ajoutez une version, ou gardez un projet depuis « Nouvelle version »
        : il se compare sans être enregistré.</p></Empty>
    ) : (
      <Form action={paths.sectorComparison(slug, sector.slug)} method="get" layout="inline" label="Choisir les deux tracés">
        <Select name="de" label="De" value={before?.key} choices={choices.map(({ key, label }) => ({ value: key, label }))} />
        <Select name="a" label="À" value={after?.key} choices={choices.map(({ key, label }) => ({ value: key, label }))} />
        <SubmitButton emphasis="secondary">Comparer</SubmitButton>
      </Form>
    )}
    {comparison === undefined || before === undefined || after === undefined ? null
      : <Compared before={before} after={after} comparison={comparison} ground={ground} />}
  </Page>
)

type ComparedProps = {
  readonly before: Comparable; readonly after: Comparable; readonly comparison: ShapeComparison
  readonly ground: Props['ground']
}
const Compared = ({ before, after, comparison, ground }: ComparedProps) => {
  const { difference, gained, lost, kept, loaded, cut } = comparison
  const { gainedM2, lostM2, keptM2 } = difference
  const same = gainedM2 < 1 && lostM2 < 1
  const addresses = (many: number): ComponentChildren => loaded === null ? <span class="unknown">Inconnu</span> : many.toLocaleString('fr-FR')
  return (
    <>
      {before.draft || after.draft ? <Notice tone="info"><p>L’un des deux est un projet : il n’a été ni voté,
        ni enregistré comme version.</p></Notice> : null}
      {same ? <Notice tone="success"><p>Les deux tracés couvrent le même terrain.</p></Notice> : null}
      <SectorMap label={`Carte : ${before.label} et ${after.label}, ce qui est gagné, perdu, inchangé`} ground={ground} areas={[
        { key: 'kept', label: '', geometry: difference.kept, tone: 'kept' as const }, { key: 'lost', label: '−', geometry: difference.lost,
          tone: 'lost' as const },
        { key: 'gained', label: '+', geometry: difference.gained, tone: 'gained' as const },
      ].filter(({ geometry }) => geometry.coordinates.length > 0)} />
      <Table caption="Ce qui change" rows={[
        { what: 'Gagné', area: gainedM2, many: gained.addresses.length, parcels: gained.parcels.length },
        { what: 'Perdu', area: lostM2, many: lost.addresses.length, parcels: lost.parcels.length },
        { what: 'Inchangé', area: keptM2, many: kept, parcels: null },
      ]} rowKey={({ what }) => what} empty={null} columns={[
        { key: 'what', label: 'De l’un à l’autre', rowHeader: true, cell: ({ what }) => what },
        { key: 'area', label: 'Surface', align: 'end', cell: ({ area }) => areaInWords(area) },
        { key: 'addresses', label: 'Adresses', align: 'end', cell: ({ many }) => addresses(many) },
        { key: 'parcels', label: 'Parcelles connues par ces adresses', align: 'end', cell: ({ parcels }) => parcels === null ? ''
          : addresses(parcels) },
      ]} />
      <p class="quiet">
        {loaded === null ? 'La base des adresses de ce département n’est pas chargée : nul ne peut dire combien d’adresses changent.'
          : `Adresses de la Base adresse nationale au ${inWords(loaded)}. `}
        {loaded === null ? '' : 'Les parcelles sont celles que cette base rattache à une adresse, non toutes.'}
        {cut ? ' Trop d’adresses autour de ces tracés : le compte est incomplet.' : ''}
      </p>
      <MovedList title="Adresses gagnées" moved={gained} />
      <MovedList title="Adresses perdues" moved={lost} />
    </>
  )
}

const mostListed = 500
const MovedList = ({ title, moved: { addresses, parcels } }: { title: string; moved: Moved }) => addresses.length === 0 ? null : (
  <Section title={title}>
    <ul class="columns" aria-label={title}>
      {addresses.slice(0, mostListed).map(({ id, label }) => <li key={id}>{label}</li>)}
    </ul>
    {addresses.length > mostListed ? <p class="quiet">{`et ${(addresses.length - mostListed).toLocaleString('fr-FR')} autres.`}</p> : null}
    {parcels.length === 0 ? null : (
      <details><summary>{`Parcelles de ces adresses (${parcels.length.toLocaleString('fr-FR')})`}</summary><p>{parcels.join(', ')}</p></details>
    )}
  </Section>
)
