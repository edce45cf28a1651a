// The fields of a fact as controls of a form, whatever its kind.
import { Checkbox, Select } from '../../design/choices.tsx'
import type { Fault } from '../../design/faults.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../design/fields.tsx'
import { factFields } from './fact-form.rules.ts'
import type { FactField } from './fact-field.rules.ts'
import type { FactKind } from './fact.rules.ts'
import { fieldsShown } from './instruction-fact.rules.ts'
import { choiceNames, fieldNames } from './fact.words.ts'

type Typed = Readonly<Record<string, string>>

export const FactFields = ({ kind, typed, faults }: { kind: FactKind; typed: Typed; faults: readonly Fault[] }) => (
  <>
    {(kind === 'instruction' ? fieldsShown(typed) : factFields[kind])
      .map((field) => <FactControl key={field.name} field={field} value={typed[field.name] ?? ''} faults={faults} />)}
  </>
)

/** One control; also used alone, beside the version of someone else. */
export const FactControl = ({ field, value, faults }: { field: FactField; value: string; faults: readonly Fault[] }) => {
  const [label, hint] = fieldNames[field.name] ?? [field.name]
  const common = { name: field.name, label, hint, faults, required: field.required === true, value }
  switch (field.type) {
    case 'choice':
      return <Select {...common} required
        choices={(field.choices ?? []).map((choice) => ({ value: choice, label: choiceLabel(field.name, choice) }))} />
    case 'flag': return <Checkbox {...common} value="oui" checked={value === 'oui'} />
    case 'long': return <TextArea {...common} rows={8} />
    case 'lines': case 'signatories': case 'seats': return <TextArea {...common} rows={Math.max(3, value.split('\n').length + 1)} />
    case 'date': return <DateField {...common} />
    case 'integer': case 'decimal': case 'euros': return <NumberField {...common} />
    default: return <TextField {...common} />
  }
}

/** A choice named for its field alone (`verb.term`) comes before the same word elsewhere. */
const choiceLabel = (field: string, choice: string): string => choiceNames[`${field}.${choice}`] ?? choiceNames[choice] ?? choice
