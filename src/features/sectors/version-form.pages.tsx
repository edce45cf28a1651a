// The forms of a perimeter: what it is called, and a new version of its shape with what is wrong in it, on the map.
import { Checkbox, RadioGroup, Select } from '../../design/choices.tsx'
import { DrawBoard } from '../../design/draw-board.tsx'
import { FaultSummary, fieldId } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { GroundMap } from '../../design/map.tsx'
import { Notice } from '../../design/notice.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import type { MultiPolygon, Position } from '../../geometry/shape.ts'
import type { ShapeProblem } from '../../geometry/shape-problem.ts'
import { sectorKinds } from '../../law/levers/sector-kind.ts'
import { paths } from '../../paths.ts'
import type { ActChoice, SectorTyped, VersionTyped, WordTyped } from './sector-form.rules.ts'
import { SectorMap, drawnBehind, mappedAmong } from './sector-map.tsx'
import type { MappedArea } from './sector-map.tsx'
import type { Sector } from './sector.rules.ts'
import { sectorKindNames, sectorKindPurposes } from './sector.words.tsx'
import { ShapeProblems, marksOf } from './shape-problems.tsx'
import { areaInWords } from './sectors.pages.tsx'

type Towns = readonly { readonly insee: string; readonly name: string }[]
type SectorFormProps = {
  readonly frame: Frame; readonly slug: string; readonly sector: Sector | undefined; readonly typed: SectorTyped; readonly faults: readonly Fault[]
  readonly towns: Towns; readonly conventions: readonly { readonly id: string; readonly title: string }[]; readonly onceKey: string
  readonly version: number
  /** Someone changed it meanwhile: theirs is kept, yours is in the form. */
  readonly theirs: { readonly name: string; readonly author: string } | undefined
}
export const SectorFormPage = ({ frame, slug, sector, typed, faults, towns, conventions, onceKey, version, theirs }: SectorFormProps) => {
  const field = (name: keyof SectorTyped) => ({ name, value: typed[name], faults })
  return (
    <Page {...frame} title={sector === undefined ? 'Ajouter un périmètre' : 'Modifier la fiche'} faults={faults} width="reading" breadcrumb={[
      { href: paths.sectors(slug), label: 'Secteurs' },
      ...(sector === undefined ? [] : [{ href: paths.sector(slug, sector.slug), label: sector.name }]),
    ]} intro={sector === undefined ? 'D’abord ce qu’il est ; son tracé vient ensuite, dans une première version.' : undefined}>
      <FaultSummary faults={faults} />
      {theirs === undefined ? null : (
        <Notice tone="warning" title="Quelqu’un l’a modifié pendant ce temps">
          <p>
            {`${theirs.author} a enregistré « ${theirs.name} ». Votre saisie est ci-dessous : `}
            enregistrez-la pour la remplacer, ou revenez au périmètre.
          </p>
        </Notice>
      )}
      <Form action={sector === undefined ? paths.newSector(slug) : paths.sectorForm(slug, sector.slug)}
        keep={`secteur-${slug}-${sector?.id ?? 'nouveau'}-${version}`}>
        <Hidden name="cle" value={onceKey} />
        <Hidden name="version" value={String(version)} />
        <TextField {...field('name')} label="Nom" maxLength={200} hint="Par exemple « Centre-ville » ou « Quartier de la gare »." />
        <Select {...field('kind')} label="Nature" choices={sectorKinds.map((kind) => ({ value: kind, label: sectorKindNames[kind] }))}
          hint={`Secteur d’intervention : ${sectorKindPurposes.intervention}`} />
        <Select {...field('commune')} label="Commune" required={false} empty="Plusieurs communes, ou toutes"
          choices={towns.map(({ insee, name }) => ({ value: insee, label: name }))} />
        <Select {...field('convention')} label="Dépend d’un seul texte" required={false} empty="Non : de l’opération, ou d’une autre loi"
          hint="Par exemple une convention d’OPAH-RU, qui a sa propre durée." choices={conventions.map(({ id, title }) => ({ value: id,
            label: title }))} />
        <Checkbox name="illustrative" label="Tracé illustratif : il montre ce que serait le périmètre, et n’ouvre aucun droit"
          checked={typed.illustrative === 'oui'} />
        <TextArea {...field('note')} label="Note" required={false} maxLength={2000} rows={3} />
        <Buttons>
          <SubmitButton>{sector === undefined ? 'Ajouter, puis donner le tracé' : 'Enregistrer'}</SubmitButton>
          <LinkButton href={sector === undefined ? paths.sectors(slug) : paths.sector(slug, sector.slug)} emphasis="quiet">Annuler</LinkButton>
        </Buttons>
      </Form>
    </Page>
  )
}

/** What was read of the shape typed, once it could be: its problems, and what a repair changed. */
export type Checked = {
  readonly geometry: MultiPolygon; readonly problems: readonly ShapeProblem[]; readonly areaM2: number
  readonly repaired: { readonly before: number | null; readonly after: number } | undefined
}
type VersionFormProps = {
  readonly frame: Frame; readonly slug: string; readonly sector: Sector; readonly typed: VersionTyped; readonly faults: readonly Fault[]
  readonly acts: readonly ActChoice[]; readonly onceKey: string; readonly checked: Checked | undefined; readonly named: (other: string) => string
  /** What is already there, to find one’s way: the other shapes, the communes. */
  readonly around: readonly MappedArea[]; readonly ground: readonly { readonly insee: string; readonly geometry: MultiPolygon }[]
  /** Where its commune is, when nothing else is known around. */
  readonly town: { readonly name: string; readonly at: Position } | undefined
}
export const VersionFormPage = (props: VersionFormProps) => {
  const { frame, slug, sector, typed, faults, acts, onceKey, around, ground, town } = props
  const board = drawnBehind(around.length > 0 ? around
    : ground.map(({ insee, geometry }) => ({ key: insee, label: '', geometry, tone: 'ground' as const })), town === undefined ? [] : [town.at])
  return (
    <Page {...frame} title="Nouvelle version" faults={faults} width="reading"
      breadcrumb={[{ href: paths.sectors(slug), label: 'Secteurs' }, { href: paths.sector(slug, sector.slug), label: sector.name }]}
      intro="Le tracé, qui l’a fixé, et depuis quand. Il ne se modifiera plus : une version suivante le remplacera, ou un retrait motivé l’écartera.">
      <FaultSummary faults={faults} />
      <Form action={paths.sectorVersions(slug, sector.slug)} keep={`trace-${sector.id}`}>
        <Hidden name="cle" value={onceKey} />
        <TextArea name="shape" label="Tracé, en GeoJSON" required={false} rows={6} value={typed.shape} faults={faults}
          hint="Une surface en degrés WGS 84 (longitude, latitude). Un fichier (Shapefile, KML…) s’importe depuis la page des secteurs." />
        {board === undefined ? null : (
          <GroundMap label="Le tracé parmi ce qui est déjà là" areas={mappedAmong(around, ground)} drawing={fieldId('shape')}
            points={town === undefined ? [] : [{ kind: 'commune', ...town }]}>
            <DrawBoard window={board.window} shapes={board.shapes} field={fieldId('shape')} />
          </GroundMap>
        )}
        {props.checked === undefined ? <noscript><SectorMap label="Ce qui est déjà là" areas={around} ground={ground} /></noscript> : null}
        <CheckedShape {...props} />
        <Checkbox name="takenAway" label="Ce périmètre est supprimé : il n’a plus de tracé" checked={typed.takenAway === 'oui'} faults={faults} />
        <TownCentre value={typed.townCentre} name="townCentre" />
        <WordFields typed={typed} faults={faults} acts={acts} />
        <Buttons>
          <SubmitButton>Enregistrer la version</SubmitButton>
          <SubmitButton emphasis="secondary" action={paths.sectorComparison(slug, sector.slug)}>Garder comme projet et comparer</SubmitButton>
          <LinkButton href={paths.sector(slug, sector.slug)} emphasis="quiet">Annuler</LinkButton>
        </Buttons>
      </Form>
    </Page>
  )
}

const CheckedShape = ({ checked, named, around, ground }: VersionFormProps) => {
  if (checked === undefined) return null
  const { geometry, problems, areaM2, repaired } = checked
  const weighty = problems.some(({ weight }) => weight === 'mends')
  const stopped = problems.some(({ weight }) => weight === 'stops')
  return (
    <div class="shape-checked">
      {repaired === undefined ? null : (
        <Notice tone="success" live>
          <p>
            {`Tracé réparé : ${repaired.before === null ? 'surface sans mesure' : areaInWords(repaired.before)} avant, `}
            {`${areaInWords(repaired.after)} après. Relisez-le, puis enregistrez.`}
          </p>
        </Notice>
      )}
      {stopped ? null : <p>{`Surface : ${areaInWords(areaM2)}.`}</p>}
      <SectorMap label="Le tracé, et ce qui est à vérifier" ground={ground} marks={marksOf(problems, '')}
        areas={[...around.map((area) => ({ ...area, label: '', tone: 'kept' as const })), { key: 'drawn', label: '', geometry, tone: 'gained' }]} />
      <ShapeProblems problems={problems} named={named} prefix="" tick="reparer" />
      {problems.length === 0 ? null : (
        <Buttons><SubmitButton emphasis="secondary" name="suite" value="reparer">Réparer ce qui est coché</SubmitButton></Buttons>
      )}
      {weighty && !stopped ? <Checkbox name="accepted" label="J’ai vérifié : enregistrer le tracé tel qu’il est" /> : null}
    </div>
  )
}

export const TownCentre = ({ value, name, within }: { value: string; name: string; within?: string }) => (
  <RadioGroup name={name} label="Comprend un centre-ville identifié par la convention" value={value} required={false} {...(within !== undefined
    && { within })}
    hint="L’exonération d’autorisation commerciale, par exemple, ne vaut que dans un tel secteur." choices={[
      { value: 'oui', label: 'Oui' }, { value: 'non', label: 'Non' }, { value: '', label: 'Inconnu : aucun document ne le dit' },
    ]} />
)

/** Who set it, when, how precise, from where. */
export const WordFields = ({ typed, faults, acts }: { typed: WordTyped; faults: readonly Fault[]; acts: readonly ActChoice[] }) => (
  <>
    <Select name="act" label="Acte qui le fixe" required={false} empty="Inconnu" value={typed.act} faults={faults}
      choices={acts.map(({ id, label }) => ({ value: id, label }))} hint="S’il manque, enregistrez-le d’abord au registre des actes." />
    <DateField name="from" label="Valable depuis" required={false} value={typed.from} faults={faults}
      hint="jj/mm/aaaa ; vide, le jour où l’acte prend effet, s’il est connu." />
    <DateField name="to" label="Jusqu’au" required={false} value={typed.to} faults={faults}
      hint="Ce jour compris ; vide, jusqu’à la version suivante." />
    <NumberField name="precision" label="Précision, en mètres" required={false} size={8} value={typed.precision} faults={faults}
      hint="De combien la ligne peut s’écarter de celle qui a été votée ; vide si nul ne le sait." />
    <TextField name="source" label="Source" value={typed.source} faults={faults} maxLength={300}
      hint="Par exemple : annexe 2 de la convention, plan au 1/5000." />
  </>
)
