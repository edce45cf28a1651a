// The form of a sheet: every field of the official one, section by section; a single field; two versions side by side.
import { Checkbox, Select } from '../../design/choices.tsx'
import type { Fault } from '../../design/faults.tsx'
import { NumberField, DateField, TextArea, TextField } from '../../design/fields.tsx'
import { NameField, NameLines, Suggestions } from '../../design/name-lines.tsx'
import { actionFields } from '../../planning/action-fields.ts'
import type { ActionField, TagKind } from '../../planning/action-fields.ts'
import { clauseLabel } from '../frameworks/orientation-form.pages.tsx'
import { clauseKey } from '../frameworks/orientation.rules.ts'
import type { ClauseChoice } from '../frameworks/orientation.rules.ts'
import type { ListedOrientation } from '../frameworks/tree.rules.ts'
import { choiceName, fieldNames } from './action.words.ts'
import { OrientationLines } from './orientation-lines.tsx'
import type { SheetTyped } from './sheet-form.rules.ts'
import { fieldHints, sheetSections } from './sheet.words.ts'

/** What a form of a sheet offers: names to suggest, orientations and clauses to choose. */
export type SheetChoices = {
  readonly organisations: readonly string[]; readonly people: readonly string[]; readonly tags: Readonly<Record<TagKind, readonly string[]>>
  readonly orientations: readonly ListedOrientation[]
  readonly conventions: readonly { readonly convention: { readonly id: string; readonly title: string }; readonly clauses: readonly ClauseChoice[] }[]
}

type FieldProps = {
  readonly field: ActionField; readonly typed: SheetTyped; readonly choices: SheetChoices; readonly faults: readonly Fault[]
  readonly label?: string | undefined
}

/** The fields of a sheet under the titles of the official one. */
export const SheetSections = ({ asked, ...props }: Omit<FieldProps, 'field'> & { readonly asked: readonly ActionField[] }) => (
  <>
    <nav class="tag-links" aria-label="Sections de la fiche">
      {sheetSections.map(({ id, title }) => <a key={id} href={`#${id}`}>{title}</a>)}
    </nav>
    {sheetSections.map(({ id, title, fields }) => {
      const shown = fields.filter((field) => asked.includes(field))
      return shown.length === 0 ? null : (
        <fieldset key={id} class="form-section" id={id}>
          <legend>{title}</legend>
          {shown.map((field) => <SheetField key={field} field={field} {...props} />)}
        </fieldset>
      )
    })}
    <SheetSuggestions choices={props.choices} asked={asked} />
  </>
)

/** The lists of names that the fields asked refer to. */
export const SheetSuggestions = ({ choices, asked }: { choices: SheetChoices; asked: readonly ActionField[] }) => {
  const shapes = asked.map((field) => actionFields[field])
  const kinds = new Set(shapes.flatMap((shape) => (shape.kind === 'tags' ? [shape.tag] : [])))
  return (
    <>
      {shapes.some(({ kind }) => kind === 'organisation' || kind === 'organisations')
        ? <Suggestions id="noms-organisations" names={choices.organisations} /> : null}
      {shapes.some(({ kind }) => kind === 'people') ? <Suggestions id="noms-personnes" names={choices.people} /> : null}
      {[...kinds].map((kind) => <Suggestions key={kind} id={`noms-${kind}`} names={choices.tags[kind]} />)}
    </>
  )
}

/** One field, in the manner of what it holds. */
export const SheetField = ({ field, typed, choices, faults, label = fieldNames[field] }: FieldProps) => {
  const shape = actionFields[field]
  const value = typed[field] ?? ''
  const common = { name: field, label, hint: fieldHints[field], faults, required: 'required' in shape }
  const lines = value.split('\n').filter((line) => line !== '')
  switch (shape.kind) {
    case 'text': return <TextField {...common} value={value} maxLength={shape.most} size={shape.most < 60 ? 20 : undefined} />
    case 'longText': return <TextArea {...common} value={value} rows={3} />
    case 'choice': return (
      <Select {...common} value={value} empty="Non renseigné"
        choices={shape.choices.map((choice) => ({ value: choice, label: choiceName(choice) }))} />
    )
    case 'date': return <DateField {...common} value={value} />
    case 'percent': return <NumberField {...common} value={value} size={6} />
    case 'flag': return <Checkbox {...common} checked={value !== ''} />
    case 'organisation': return <NameField {...common} value={value} suggestions="noms-organisations" />
    case 'organisations': return <NameLines {...common} values={lines} suggestions="noms-organisations" />
    case 'people': return <NameLines {...common} values={lines} suggestions="noms-personnes" />
    case 'tags': return <NameLines {...common} values={lines} suggestions={`noms-${shape.tag}`} />
    case 'attachments': return <OrientationLines {...common} values={lines} orientations={choices.orientations} />
    case 'clause': return <ClauseField {...common} value={value} conventions={choices.conventions} />
  }
}

type ClauseProps = {
  readonly name: string; readonly label: string; readonly hint: string | undefined; readonly faults: readonly Fault[]; readonly value: string
}
const ClauseField = ({ conventions, value, ...field }: ClauseProps & Pick<SheetChoices, 'conventions'>) => {
  const known = conventions.flatMap(({ convention, clauses }) => [
    { value: convention.id, label: `${convention.title} (en général)` },
    ...clauses.map((clause) => ({ value: clauseKey(clause), label: clauseLabel(clause, conventions.length === 1) })),
  ])
  const kept = value === '' || known.some((choice) => choice.value === value) ? []
    : [{ value, label: 'L’article enregistré, que le texte du jour n’a plus' }]
  return <Select {...field} required={false} value={value} empty="Aucun article" choices={[...kept, ...known]} />
}
