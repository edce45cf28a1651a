// Files of perimeters: handing one in, those handed in, and the preview where each shape is looked at before anything is written.
import { Badge } from '../../design/badge.tsx'
import { Section } from '../../design/card.tsx'
import { Checkbox, RadioGroup, Select } from '../../design/choices.tsx'
import { Empty } from '../../design/empty.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, TextField } from '../../design/fields.tsx'
import { ButtonForm, Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { Table } from '../../design/table.tsx'
import { Moment } from '../../design/time.tsx'
import { FileField } from '../../design/upload.tsx'
import type { MultiPolygon } from '../../geometry/shape.ts'
import type { ShapeProblem } from '../../geometry/shape-problem.ts'
import type { Instant } from '../../kernel/date.ts'
import { sectorKinds } from '../../law/levers/sector-kind.ts'
import { paths } from '../../paths.ts'
import { repairedInWords, systemInWords } from './sector-file.words.ts'
import { featureField, newTarget, noTarget, shapeOfFeature, wordOf } from './sector-file.rules.ts'
import type { FileContent, FileFeature } from './sector-file.rules.ts'
import type { ActChoice } from './sector-form.rules.ts'
import { SectorMap } from './sector-map.tsx'
import type { MappedArea } from './sector-map.tsx'
import type { Sector } from './sector.rules.ts'
import { sectorKindNames } from './sector.words.tsx'
import { areaInWords } from './sectors.pages.tsx'
import { ShapeProblems, marksOf } from './shape-problems.tsx'
import { WordFields } from './version-form.pages.tsx'

type FileLine = {
  readonly id: string; readonly name: string; readonly format: string; readonly handedInAt: Instant; readonly handedInBy: string
  readonly appliedAt: Instant | null
}
type FilesProps = {
  readonly frame: Frame; readonly slug: string; readonly files: readonly FileLine[]; readonly faults: readonly Fault[]; readonly onceKey: string
  readonly maxBytes: number
}
export const SectorFilesPage = ({ frame, slug, files, faults, onceKey, maxBytes }: FilesProps) => (
  <Page {...frame} title="Importer des périmètres" faults={faults} breadcrumb={[{ href: paths.sectors(slug), label: 'Secteurs' }]}
    intro="Rien n’est enregistré avant que vous ayez vu ce qui a été lu, tracé par tracé, et décidé ce que chacun devient.">
    <FaultSummary faults={faults} />
    <Form action={paths.sectorFiles(slug)} files>
      <Hidden name="cle" value={onceKey} />
      <FileField name="file" label="Fichier de périmètres" accept=".geojson,.json,.zip,.gpkg,.kml,.kmz,.csv,.txt" maxBytes={maxBytes} faults={faults}
        hint="GeoJSON, Shapefile compressé (.zip), GeoPackage, KML, ou liste de parcelles. Lambert-93 et projections d’outre-mer converties." />
      <FileField name="contours" label="Contours du cadastre" accept=".geojson,.json,.zip,.gpkg" maxBytes={maxBytes} faults={faults} required={false}
        hint="Pour une liste de parcelles seulement : le GeoJSON du cadastre de la commune, qui donne leur contour." />
      <Buttons><SubmitButton icon="upload">Lire le fichier</SubmitButton></Buttons>
    </Form>
    <Section title="Fichiers déposés">
      <Table caption="Fichiers déposés" captionHidden rows={files} rowKey={({ id }) => id}
        empty={<Empty title="Aucun fichier"><p>Les fichiers lus restent ici, jusqu’à ce que vous les appliquiez ou les abandonniez.</p></Empty>}
        columns={[
          { key: 'name', label: 'Fichier', rowHeader: true, cell: ({ id, name }) => <a href={paths.sectorFile(slug, id)}>{name}</a> },
          { key: 'state', label: 'Où il en est', cell: ({ appliedAt, format }) => appliedAt !== null ? <Badge tone="positive">Appliqué</Badge>
            : <Badge tone="info">{format === 'drawn' ? 'Projet, non voté' : 'À vérifier'}</Badge> },
          { key: 'who', label: 'Déposé', cell: ({ handedInAt, handedInBy }) => <>{handedInBy}, <Moment at={handedInAt} /></> },
        ]} />
    </Section>
  </Page>
)

type FileProps = {
  readonly frame: Frame; readonly slug: string; readonly file: FileLine & { readonly content: FileContent }
  readonly typed: Readonly<Record<string, string>>; readonly faults: readonly Fault[]; readonly onceKey: string
  readonly problems: readonly (readonly ShapeProblem[])[]; readonly sectors: readonly Sector[]; readonly around: readonly MappedArea[]
  readonly towns: readonly { readonly insee: string; readonly name: string }[]; readonly acts: readonly ActChoice[]
  readonly ground: readonly { readonly insee: string; readonly geometry: MultiPolygon }[]; readonly named: (other: string) => string
}
export const SectorFilePage = (props: FileProps) => {
  const { frame, slug, file, faults, typed, onceKey, acts } = props
  const { content } = file
  const trail = [{ href: paths.sectors(slug), label: 'Secteurs' }, { href: paths.sectorFiles(slug), label: 'Importer' }]
  return (
    <Page {...frame} title={file.name} faults={faults} breadcrumb={trail}
      intro={`${count(content.features.length, 'tracé lu', 'tracés lus')}. ${systemInWords(content.system)}`}>
      <FaultSummary faults={faults} />
      <LeftOut content={content} />
      {file.appliedAt !== null ? <Applied {...props} at={file.appliedAt} /> : content.system.how === 'ambiguous' ? <SystemChoice {...props} /> : (
        <>
          <Preview {...props} />
          <Form action={paths.sectorFileApplication(slug, file.id)} keep={`fichier-${file.id}`}>
            <Hidden name="cle" value={onceKey} />
            {content.features.map((feature, rank) => <FeatureFields key={rank} {...props} feature={feature} rank={rank} />)}
            <Section title="Pour tous les tracés">
              <WordFields typed={wordOf(typed)} faults={faults} acts={acts} />
              <Checkbox name="illustrative" label="Tracés illustratifs : ils montrent ce que seraient les périmètres, et n’ouvrent aucun droit"
                checked={typed['illustrative'] === 'oui'} />
            </Section>
            <Buttons>
              <SubmitButton>Enregistrer les périmètres</SubmitButton>
              <SubmitButton emphasis="secondary" action={paths.sectorFileRepair(slug, file.id)}>Réparer ce qui est coché</SubmitButton>
              <SubmitButton emphasis="quiet" action={paths.sectorFile(slug, file.id)} name="suite" value="garder">Garder pour plus tard</SubmitButton>
            </Buttons>
          </Form>
        </>
      )}
      {file.appliedAt !== null ? null : (
        <Section title="Abandonner ce fichier">
          <ButtonForm to={paths.sectorFile(slug, file.id)} fields={{ suite: 'abandon' }} emphasis="danger" small>Abandonner</ButtonForm>
          <p class="quiet">Il quitte la liste sans rien écrire ; le journal garde son dépôt.</p>
        </Section>
      )}
    </Page>
  )
}

const count = (number: number, one: string, many: string): string => `${number.toLocaleString('fr-FR')} ${number < 2 ? one : many}`

const LeftOut = ({ content: { leftOut } }: { content: FileContent }) => leftOut.length === 0 ? null : (
  <Notice tone="warning" title={count(leftOut.length, 'objet laissé de côté', 'objets laissés de côté')}>
    <ul>
      {leftOut.slice(0, 20).map(({ name, why }, rank) => <li key={rank}>{`${name ?? 'Sans nom'} : ${why}`}</li>)}
      {leftOut.length > 20 ? <li>{`et ${leftOut.length - 20} autres.`}</li> : null}
    </ul>
  </Notice>
)

const Applied = ({ slug, at, file: { content }, sectors }: FileProps & { at: Instant }) => (
  <>
    <Notice tone="success"><p>Ce fichier a été appliqué, <Moment at={at} />. Il ne peut plus l’être une seconde fois.</p></Notice>
    <p>{`${count(content.features.length, 'tracé', 'tracés')} ; l’opération compte ${count(sectors.length, 'périmètre', 'périmètres')}.`}</p>
    <LinkButton href={paths.sectors(slug)}>Voir les périmètres</LinkButton>
  </>
)

const SystemChoice = ({ slug, file, faults, onceKey }: FileProps) => (
  <Form action={paths.sectorFile(slug, file.id)}>
    <Hidden name="cle" value={onceKey} />
    <Hidden name="suite" value="projection" />
    <RadioGroup name="system" label="Système de coordonnées du fichier" faults={faults} choices={file.content.system.candidates.map((code) => ({
      value: code, label: systemInWords({ how: 'chosen', code, candidates: [], swapped: false }),
    }))} hint="Le fichier ne le dit pas, et ses nombres en admettent plusieurs : demandez-le à qui l’a produit." />
    <Buttons><SubmitButton>Lire ainsi</SubmitButton></Buttons>
  </Form>
)

const labelOf = (rank: number): string => String(rank + 1)
const Preview = ({ file: { content }, problems, around, ground }: FileProps) => (
  <SectorMap label="Carte : les tracés lus, numérotés comme ci-dessous, parmi ceux qui sont déjà là" ground={ground}
    areas={[
      ...around.map((area) => ({ ...area, label: '' })),
      ...content.features.map((feature, rank) => ({ key: `f${rank}`, label: labelOf(rank), geometry: shapeOfFeature(feature),
        tone: 'gained' as const })),
    ]}
    marks={problems.flatMap((own, rank) => marksOf(own, labelOf(rank)))} words={{ gained: 'lu', kept: 'déjà là' }} />
)

const FeatureFields = (props: FileProps & { feature: FileFeature; rank: number }) => {
  const { feature, rank, typed, faults, sectors, towns, problems, named } = props
  const field = (name: Parameters<typeof featureField>[0]) => {
    const full = featureField(name, rank)
    return { name: full, value: typed[full] ?? '', faults }
  }
  const own = problems[rank] ?? []
  const target = typed[featureField('target', rank)] ?? newTarget
  const choices = [
    { value: newTarget, label: 'Un nouveau périmètre' }, { value: noTarget, label: 'Rien : laisser ce tracé de côté' },
    ...sectors.map(({ slug, name, kind, insee }) =>
      ({ value: slug, label: `Une version de « ${name} » (${sectorKindNames[kind]}${insee === null ? '' : `, ${named(insee)}`})` })),
  ]
  return (
    <Section title={`Tracé ${labelOf(rank)}${feature.name === null ? '' : ` : ${feature.name}`}`}>
      <p class="quiet">{areaLine(feature, own.some(({ weight }) => weight === 'stops'))}</p>
      <ShapeProblems problems={own} named={named} prefix={labelOf(rank)} tick={`reparer-${rank}`} />
      {feature.repairs.length === 0 ? null : (
        <Checkbox name={`defaire-${rank}`} label="Reprendre le tracé tel qu’il a été lu" hint="Puis « Réparer ce qui est coché »." />
      )}
      <Select {...field('target')} label="Il devient" choices={choices} />
      <details class="feature-new" open={target === newTarget}>
        <summary>Pour un nouveau périmètre : nom, nature, commune</summary>
        <div class="feature-fields">
          <TextField {...field('name')} label="Nom" required={target === newTarget} maxLength={200} />
          <Select {...field('kind')} label="Nature" choices={sectorKinds.map((kind) => ({ value: kind, label: sectorKindNames[kind] }))} />
          <Select {...field('commune')} label="Commune" required={false} empty="Plusieurs, ou toutes"
            choices={towns.map(({ insee, name }) => ({ value: insee, label: name }))} />
        </div>
      </details>
      <div class="feature-fields">
        <Select {...field('townCentre')} label="Centre-ville" required={false} empty="Inconnu"
          choices={[{ value: 'oui', label: 'Oui' }, { value: 'non', label: 'Non' }]} />
        <DateField {...field('from')} label="Valable depuis" required={false} hint="Vide : comme pour tous, plus bas." />
      </div>
      {own.some(({ weight }) => weight === 'mends') && own.every(({ weight }) => weight !== 'stops') ? (
        <Checkbox name={featureField('seen', rank)} faults={faults} checked={typed[featureField('seen', rank)] === 'oui'}
          label="J’ai vérifié : enregistrer ce tracé tel qu’il est" />
      ) : null}
    </Section>
  )
}

/** What crosses itself has no measure. */
const areaLine = (feature: FileFeature, unusable: boolean): string => [
  unusable ? 'Surface : sans mesure tant que le tracé n’est pas réparé' : repairedInWords(feature, areaInWords),
  count(shapeOfFeature(feature).coordinates.length, 'partie', 'parties'),
].join(', ')
