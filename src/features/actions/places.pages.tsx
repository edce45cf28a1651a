// The places of an action: a list, a small map of those that have a position, and the form of one kind at a time.
import { Section } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { DrawBoard } from '../../design/draw-board.tsx'
import { fieldId } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { NumberField, TextArea, TextField } from '../../design/fields.tsx'
import { ButtonForm, Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { ShapeMap } from '../../design/shape-map.tsx'
import { Subnav } from '../../design/subnav.tsx'
import { Table } from '../../design/table.tsx'
import { paths } from '../../paths.ts'
import { PartPage } from './action-tabs.tsx'
import type { PartFrame } from './action-tabs.tsx'
import { drawPlaces } from './drawn-places.ts'
import type { DrawnPlaces } from './drawn-places.ts'
import { parcelInWords, placeKinds, shapeOf } from './place.rules.ts'
import type { PlaceKind, PlaceProblem, PlaceRow, PlaceTyped } from './place.rules.ts'

export const placeFaults: Record<PlaceProblem, Fault> = {
  labelMissing: ['label', 'Nommez le lieu.'],
  labelTooLong: ['label', 'Le nom dépasse 300 caractères : raccourcissez-le.'],
  communeMissing: ['commune', 'Indiquez la commune : son nom, son code INSEE ou son code postal.'],
  communeUnknown: ['commune', 'Aucune commune ne porte exactement ce nom ou ce code, ou plusieurs : donnez son code INSEE, par exemple 62498.'],
  parcelMissing: ['parcel', 'Indiquez la parcelle, par exemple « AB 123 ».'],
  parcelUnreadable: ['parcel', 'Une parcelle s’écrit « AB 123 » (section, numéro) ou par son identifiant de 14 caractères, comme 62498000AB0123.'],
  parcelElsewhere: ['parcel', 'L’identifiant de la parcelle commence par le code d’une autre commune : corrigez l’un ou l’autre.'],
  longitudeUnreadable: ['longitude', 'La longitude est un nombre de degrés, par exemple 2,8319 ; donnez les deux coordonnées, ou aucune.'],
  latitudeUnreadable: ['latitude', 'La latitude est un nombre de degrés, par exemple 50,4291 ; donnez les deux coordonnées, ou aucune.'],
  pointSwapped: ['longitude', 'Longitude et latitude semblent inversées : en France métropolitaine, la latitude est entre 41 et 51.'],
  pointProjected: ['longitude', 'Ces coordonnées sont en mètres (Lambert 93, sans doute) : convertissez-les en degrés WGS 84.'],
  pointOutside: ['longitude', 'Ce point n’est pas en France : vérifiez les coordonnées, en degrés WGS 84.'],
  shapeMissing: ['shape', 'Collez la géométrie en GeoJSON, dessinez-la, ou donnez les coordonnées d’un point.'],
  notJson: ['shape', 'Ce texte n’est pas du GeoJSON : il doit ressembler à {"type":"Point","coordinates":[2.83,50.43]}.'],
  notGeometry: ['shape', 'Cette géométrie est incomplète : il faut un point, une ligne d’au moins 2 points ou une surface d’au moins 3 points.'],
  severalFeatures: ['shape', 'Le fichier contient plusieurs objets, ou aucun : ajoutez-les un par un, chacun avec son nom.'],
  kindRefused: ['shape', 'Une collection de géométries mélangées n’est pas acceptée : ajoutez-les une par une.'],
  projected: ['shape', 'Ces coordonnées sont en mètres (Lambert 93, sans doute) : exportez le fichier en WGS 84 (EPSG:4326).'],
  swapped: ['shape', 'Longitude et latitude semblent inversées : GeoJSON écrit la longitude d’abord, par exemple [2.83, 50.43].'],
  outsideFrance: ['shape', 'Un point de cette géométrie n’est pas en France : vérifiez les coordonnées.'],
  tooManyPoints: ['shape', 'Plus de 5 000 points : simplifiez le tracé avant de le coller.'],
}

export const placeKindNames: Readonly<Record<PlaceKind, string>> = {
  commune: 'Commune', address: 'Adresse', parcel: 'Parcelle', sector: 'Secteur', drawn: 'Tracé ou point',
}
/** The kinds as addresses say them. */
export const placeKindInAddress: Readonly<Record<PlaceKind, string>> = {
  commune: 'commune', address: 'adresse', parcel: 'parcelle', sector: 'secteur', drawn: 'trace',
}

type Located = PlaceRow & { readonly town: string | null }
/** The map of the places that have a position; nothing when none has. Numbers are those of the list. */
export const PlacesMap = ({ places }: { places: readonly Located[] }) => {
  const placed = places.flatMap((place, rank) => {
    const shape = shapeOf(place)
    return shape === null ? [] : [{ key: place.id, label: String(rank + 1), shape }]
  })
  const drawn = drawPlaces(placed, 480, 0.6)
  // One point alone on an empty ground says nothing that its coordinates do not.
  const alone = placed.length === 1 && placed[0]?.shape.type === 'Point'
  return drawn === undefined || alone ? null : (
    <ShapeMap label={`Plan de situation : ${placed.length === 1 ? 'un lieu' : `${placed.length} lieux`}, numérotés comme dans la liste`}
      width={drawn.window.width} height={drawn.window.height} shapes={drawn.shapes} scale={drawn.scale} />
  )
}

/** What identifies a place beyond its name. */
export const placeDetail = ({ town, parcel, longitude, latitude, shape, kind, label }: Located): string => [
  ...(parcel === null || label === parcelInWords(parcel) ? [] : [parcelInWords(parcel)]), ...(parcel?.length === 14 ? [parcel] : []),
  ...(town === null || (kind === 'commune' && town === label) ? [] : [town]),
  ...(shape === null ? [] : [shapeNames[shape.type]]),
  ...(longitude === null || latitude === null ? [] : [`${degrees(latitude)} N, ${degrees(longitude)} E`]),
].join(', ')
const degrees = (value: number): string => value.toLocaleString('fr-FR', { maximumFractionDigits: 5 })
const shapeNames = {
  Point: 'un point', MultiPoint: 'des points', LineString: 'une ligne', MultiLineString: 'des lignes', Polygon: 'une surface',
  MultiPolygon: 'des surfaces',
} as const

type PlacesProps = PartFrame & {
  readonly places: readonly Located[]; readonly kind: PlaceKind; readonly typed: PlaceTyped; readonly faults: readonly Fault[];
    readonly onceKey: string
  /** Where to draw, when it is what is being added. */
  readonly around: DrawnPlaces | undefined
  /** The address of the sector that a place of that kind names. */
  readonly sectorOf: (place: PlaceRow) => string | undefined
}
export const PlacesPage = ({ places, kind, typed, faults, onceKey, around, sectorOf, ...part }: PlacesProps) => (
  <PartPage {...part} part="places" title="Lieux" faults={faults}
    intro="Où l’action se passe, du plus large au plus précis : la carte du plan montre ce qui a une position.">
    <PlacesMap places={places} />
    <Table caption="Lieux de l’action" captionHidden rows={places} rowKey={({ id }) => id}
      empty={<Empty title="Aucun lieu"><p>Une commune suffit pour commencer ; une adresse ou une parcelle situe l’action sur la carte.</p></Empty>}
      columns={[
        { key: 'rank', label: 'N°', cell: (place) => places.indexOf(place) + 1 },
        { key: 'label', label: 'Lieu', rowHeader: true, cell: (place) => (
          part.mayEdit ? <a href={paths.actionPlace(part.slug, part.action.id, place.id)}>{place.label}</a> : place.label
        ) },
        { key: 'kind', label: 'Nature', cell: (place) => {
          const sector = sectorOf(place)
          return sector === undefined ? placeKindNames[place.kind] : <a href={paths.sector(part.slug, sector)}>{placeKindNames[place.kind]}</a>
        } },
        { key: 'detail', label: 'Précisions', cell: placeDetail },
        ...(part.mayEdit ? [{ key: 'acts', label: 'Actions', cell: (place: Located) => (
          <ButtonForm to={paths.actionPlaceRemoval(part.slug, part.action.id, place.id)} emphasis="quiet" small label={`Retirer : ${place.label}`}>
            Retirer
          </ButtonForm>
        ) }] : []),
      ]} />
    {part.mayEdit ? (
      <Section title="Ajouter un lieu">
        <Subnav label="Nature du lieu" links={placeKinds.map((one) => ({
          href: `${paths.actionPlaces(part.slug, part.action.id)}?nature=${placeKindInAddress[one]}#ajouter`, label: placeKindNames[one],
            current: one === kind,
        }))} />
        <div id="ajouter">
          <Form action={paths.actionPlaces(part.slug, part.action.id)} keep={`lieu-${kind}-${part.action.id}`}>
            <Hidden name="cle" value={onceKey} />
            <Hidden name="kind" value={kind} />
            <PlaceFields kind={kind} typed={typed} faults={faults} around={around} />
            <Buttons><SubmitButton>Ajouter</SubmitButton></Buttons>
          </Form>
        </div>
      </Section>
    ) : null}
  </PartPage>
)

type PlaceProps = PartFrame & {
  readonly place: Located; readonly typed: PlaceTyped; readonly faults: readonly Fault[]; readonly around: DrawnPlaces | undefined
}
export const PlacePage = ({ place, typed, faults, around, ...part }: PlaceProps) => (
  <PartPage {...part} part="places" title={place.label} intro={placeKindNames[place.kind]} faults={faults}
    under={{ href: paths.actionPlaces(part.slug, part.action.id), label: 'Lieux' }}>
    {place.kind === 'drawn' ? <noscript><PlacesMap places={[place]} /></noscript> : <PlacesMap places={[place]} />}
    <Form action={paths.actionPlace(part.slug, part.action.id, place.id)} keep={`lieu-${place.id}`}>
      <PlaceFields kind={place.kind} typed={typed} faults={faults} around={around} />
      <Buttons>
        <SubmitButton>Enregistrer</SubmitButton>
        <LinkButton href={paths.actionPlaces(part.slug, part.action.id)}>Revenir aux lieux</LinkButton>
      </Buttons>
    </Form>
  </PartPage>
)

const labels: Readonly<Record<PlaceKind, { readonly label: string; readonly hint?: string }>> = {
  commune: { label: 'Nom dans la fiche', hint: 'Sans nom, celui de la commune.' },
  address: { label: 'Adresse', hint: 'Par exemple : 12 rue de la Paix.' },
  parcel: { label: 'Nom dans la fiche', hint: 'Sans nom, le numéro de la parcelle.' },
  sector: { label: 'Nom du secteur', hint: 'Par exemple : centre-ville, îlot de la gare.' }, drawn: { label: 'Nom du lieu' },
}

type FieldsProps = {
  readonly kind: PlaceKind; readonly typed: PlaceTyped; readonly faults: readonly Fault[]; readonly around: DrawnPlaces | undefined
}
const PlaceFields = ({ kind, typed, faults, around }: FieldsProps) => {
  const free = kind === 'commune' || kind === 'parcel'
  const label = <TextField name="label" {...labels[kind]} required={!free} value={typed.label} faults={faults} maxLength={300} />
  return (
    <>
      {free ? null : label}
      {kind === 'parcel' ? (
        <TextField name="parcel" label="Parcelle" value={typed.parcel} faults={faults} maxLength={20}
          hint="« AB 123 », ou l’identifiant de 14 caractères." />
      ) : null}
      <TextField name="commune" label="Commune" required={kind === 'commune'} value={typed.commune} faults={faults}
        hint="Nom, code INSEE ou code postal, par exemple Lens ou 62498." />
      {free ? label : null}
      {kind === 'drawn' ? (
        <>
          <TextArea name="shape" label="Tracé, en GeoJSON" required={false} rows={4} value={typed.shape} faults={faults}
            hint="Collez une géométrie WGS 84 (longitude, latitude) : point, ligne ou surface. Ou donnez les coordonnées d’un point ci-dessous." />
          {around === undefined ? null : <DrawBoard window={around.window} shapes={around.shapes} field={fieldId('shape')} />}
        </>
      ) : null}
      {kind === 'commune' ? null : (
        <>
          <NumberField name="longitude" label="Longitude" required={false} value={typed.longitude} faults={faults}
            hint="En degrés WGS 84, par exemple 2,8319." />
          <NumberField name="latitude" label="Latitude" required={false} value={typed.latitude} faults={faults} hint="Par exemple 50,4291." />
        </>
      )}
    </>
  )
}
