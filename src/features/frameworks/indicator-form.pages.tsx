// The forms of indicators: one indicator, new or known, two versions of it, and a value observed.
import { Section } from '../../design/card.tsx'
import { Checkbox, RadioGroup, Select } from '../../design/choices.tsx'
import { Differences } from '../../design/diff.tsx'
import { FaultSummary } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, TextArea, TextField } from '../../design/fields.tsx'
import { Buttons, Form, Hidden, LinkButton, SubmitButton } from '../../design/form.tsx'
import { Page } from '../../design/page.tsx'
import type { Frame } from '../../design/page.tsx'
import { momentInWords } from '../../kernel/date.ts'
import type { Instant } from '../../kernel/date.ts'
import { paths } from '../../paths.ts'
import { indicatorFields, indicatorKinds } from './indicator.rules.ts'
import type { IndicatorProblem, IndicatorTyped, ObservationProblem, ObservationTyped } from './indicator.rules.ts'
import { indicatorKindHints, indicatorKindNames } from './indicator.words.ts'
import type { ListedOrientation } from './tree.rules.ts'

export const indicatorFaults: Record<IndicatorProblem, Fault> = {
  nameMissing: ['name', 'Donnez un nom à l’indicateur.'],
  nameTooLong: ['name', 'Le nom dépasse 300 caractères : raccourcissez-le.'],
  nameTaken: ['name', 'Un indicateur porte déjà ce nom : précisez celui-ci.'],
  unitTooLong: ['unit', 'L’unité dépasse 60 caractères : abrégez-la.'],
  kindUnknown: ['kind', 'Choisissez la nature de l’indicateur.'],
  formulaTooLong: ['formula', 'La formule dépasse 2 000 caractères : raccourcissez-la.'],
  sourceTooLong: ['source', 'La source dépasse 1 000 caractères : raccourcissez-la.'],
  orientationUnknown: ['orientation', 'Cette orientation n’existe pas ou plus : choisissez-en une dans la liste.'],
}
export const observationFaults: Record<ObservationProblem, Fault> = {
  dayUnreadable: ['on', 'Indiquez le jour observé, sous la forme jj/mm/aaaa.'],
  dayInFuture: ['on', 'Ce jour n’est pas encore venu : une valeur espérée est une cible, sur la fiche de l’action.'],
  valueMissing: ['value', 'Donnez la valeur, ou cochez « Non publiée ».'],
  valueUnreadable: ['value', 'La valeur est illisible : écrivez un nombre, comme 12,5.'],
  valueAndUnpublished: ['value', 'Donnez une valeur ou cochez « Non publiée », pas les deux.'],
  noteTooLong: ['note', 'La note dépasse 1 000 caractères : raccourcissez-la.'],
  actionUnknown: ['action', 'Cette action n’existe pas ou plus : choisissez-en une dans la liste.'],
}

type Name = (typeof indicatorFields)[number]
type FieldsProps = { readonly typed: IndicatorTyped; readonly orientations: readonly ListedOrientation[]; readonly faults: readonly Fault[] }
const labels: Readonly<Record<Name, string>> = {
  name: 'Nom', unit: 'Unité', kind: 'Nature', formula: 'Formule', source: 'Source', orientation: 'Orientation mesurée',
}
const fieldOf = (name: Name, { typed, orientations, faults }: FieldsProps) => ({
  name: <TextField name="name" label={labels.name} value={typed.name} faults={faults} maxLength={300} />,
  unit: <TextField name="unit" label={labels.unit} value={typed.unit} required={false} faults={faults} size={12} maxLength={60}
    hint="logements, %, m², €…" />,
  kind: <RadioGroup name="kind" label={labels.kind} value={typed.kind} faults={faults}
    choices={indicatorKinds.map((kind) => ({ value: kind, label: indicatorKindNames[kind], hint: indicatorKindHints[kind] }))} />,
  formula: <TextArea name="formula" label={labels.formula} value={typed.formula} required={false} faults={faults} rows={3}
    hint="Ce que l’on compte, et ce que l’on divise." />,
  source: <TextArea name="source" label={labels.source} value={typed.source} required={false} faults={faults} rows={2}
    hint="Producteur, millésime, limites." />,
  orientation: <Select name="orientation" label={labels.orientation} value={typed.orientation} required={false} faults={faults}
    empty="Aucune en particulier"
    choices={orientations.map(({ id, path }) => ({ value: id, label: path.slice(0, 160) }))} />,
}[name])

type FormProps = FieldsProps & {
  readonly frame: Frame; readonly slug: string; readonly onceKey: string
  readonly known: { readonly id: string; readonly name: string; readonly version: number } | undefined
}
const breadcrumbOf = ({ slug, known }: FormProps) => [
  { href: paths.indicators(slug), label: 'Indicateurs' }, ...(known === undefined ? []
    : [{ href: paths.indicator(slug, known.id), label: known.name }]),
]
export const IndicatorFormPage = (props: FormProps) => {
  const { frame, slug, known, faults, onceKey } = props
  return (
    <Page {...frame} title={known === undefined ? 'Ajouter un indicateur' : 'Modifier l’indicateur'} faults={faults} width="reading"
      breadcrumb={breadcrumbOf(props)}>
      <FaultSummary faults={faults} />
      <Form action={known === undefined ? paths.newIndicator(slug) : paths.indicatorForm(slug, known.id)}
        keep={`indicateur-${known?.id ?? slug}-${known?.version ?? 0}`}>
        <Hidden name="cle" value={onceKey} />
        {known === undefined ? null : <Hidden name="version" value={String(known.version)} />}
        {indicatorFields.map((name) => fieldOf(name, props))}
        <Buttons><SubmitButton>{known === undefined ? 'Ajouter l’indicateur' : 'Enregistrer'}</SubmitButton></Buttons>
      </Form>
    </Page>
  )
}

type ConflictProps = FormProps & { readonly theirs: IndicatorTyped; readonly author: string; readonly at: Instant }
/** Someone changed the indicator meanwhile: theirs and yours side by side. */
export const IndicatorConflictPage = (props: ConflictProps) => {
  const { frame, slug, known, typed, theirs, orientations, author, at } = props
  const shown = (name: Name): string => name === 'kind' ? indicatorKindNames[indicatorKinds.find((kind) => kind === theirs.kind) ?? 'context']
    : name === 'orientation' ? (orientations.find(({ id }) => id === theirs.orientation)?.path ?? '') : theirs[name]
  return (
    <Page {...frame} title="Modifier l’indicateur : deux versions" width="reading" breadcrumb={breadcrumbOf(props)}
      intro="Quelqu’un a enregistré cet indicateur pendant que vous le modifiiez. Rien n’est perdu : comparez, corrigez, puis enregistrez.">
      <Form action={paths.indicatorForm(slug, known?.id ?? '')}>
        <Hidden name="version" value={String(known?.version ?? 0)} />
        <Differences author={author} when={momentInWords(at)} differences={indicatorFields.map((name) => ({
          name, label: labels[name], theirs: shown(name), same: theirs[name] === typed[name], yours: fieldOf(name, props),
        }))} />
        <Buttons>
          <SubmitButton>Enregistrer ma version</SubmitButton>
          <LinkButton href={paths.indicator(slug, known?.id ?? '')} emphasis="quiet">Garder la version enregistrée</LinkButton>
        </Buttons>
      </Form>
    </Page>
  )
}

type ObservationProps = {
  readonly slug: string; readonly indicatorId: string; readonly typed: ObservationTyped; readonly faults: readonly Fault[]; readonly onceKey: string
  readonly actions: readonly { readonly id: string; readonly code: string | null; readonly title: string }[]
}
/** The form of a value observed, below what is known already. */
export const ObservationForm = ({ slug, indicatorId, typed, faults, onceKey, actions }: ObservationProps) => (
  <Section title="Enregistrer une valeur" id="valeur">
    <FaultSummary faults={faults} />
    <Form action={paths.indicatorValues(slug, indicatorId)} keep={`valeur-${indicatorId}`}>
      <Hidden name="cle" value={onceKey} />
      <DateField name="on" label="Jour observé" value={typed.on} faults={faults} />
      <TextField name="value" label="Valeur" value={typed.value} required={false} faults={faults} size={12} hint="Un nombre : 12,5." />
      <Checkbox name="unpublished" label="Non publiée" checked={typed.unpublished !== ''}
        hint="Observée, mais gardée par le secret statistique ou par son producteur." />
      <Select name="action" label="De quelle action" value={typed.action} required={false} faults={faults} empty="Toute l’opération"
        choices={actions.map(({ id, code, title }) => ({ value: id, label: (code === null ? title : `${code} ${title}`).slice(0, 160) }))} />
      <TextArea name="note" label="Note" value={typed.note} required={false} faults={faults} rows={2} maxLength={1000} />
      <Buttons><SubmitButton>Enregistrer la valeur</SubmitButton></Buttons>
    </Form>
  </Section>
)
