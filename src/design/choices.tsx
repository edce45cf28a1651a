// Fields one chooses in: list, box to tick, one choice among several.
import { Field, FieldFaults, FieldHint, OptionalMark, wiring, type FieldProps } from './field.tsx'
import { faultsOf, fieldId } from './faults.tsx'

type Choice = { readonly value: string; readonly label: string; readonly hint?: string | undefined }

/** A list to choose one value from; `empty` is the first line when nothing is chosen. */
export const Select = (props: FieldProps & {
  readonly choices: readonly Choice[]; readonly value?: string | undefined; readonly empty?: string | undefined
}) => (
  <Field field={props}>
    <select {...wiring(props)} class="input input-select" required={props.required ?? true}>
      {props.empty === undefined ? null : <option value="">{props.empty}</option>}
      {props.choices.map((choice) => (
        <option key={choice.value} value={choice.value} selected={choice.value === props.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </Field>
)

/** One box to tick; sends `value` (`oui` unless said otherwise) or nothing. */
export const Checkbox = (props: FieldProps & { readonly value?: string | undefined; readonly checked?: boolean | undefined }) => {
  const id = fieldId(props.name, props.within)
  return (
    <div class="field field-choice">
      <FieldFaults id={id} sentences={faultsOf(props.name, props.faults)} />
      <div class="choice">
        <input {...wiring(props)} type="checkbox" value={props.value ?? 'oui'} checked={props.checked ?? false} required={props.required ?? false} />
        <label for={id}>{props.label}</label>
      </div>
      <FieldHint id={id} hint={props.hint} />
    </div>
  )
}

type GroupProps = FieldProps & { readonly choices: readonly Choice[]; readonly value?: string | undefined }

/** One choice among a few that are all in sight. */
export const RadioGroup = (props: GroupProps) => <Group group={props} type="radio" chosen={props.value === undefined ? [] : [props.value]} />

/** Any number of choices among a few. */
export const CheckboxGroup = (props: Omit<GroupProps, 'value'> & { readonly values?: readonly string[] | undefined }) => (
  <Group group={props} type="checkbox" chosen={props.values ?? []} />
)

const Group = ({ group, type, chosen }: { group: GroupProps; type: 'radio' | 'checkbox'; chosen: readonly string[] }) => {
  const id = fieldId(group.name, group.within)
  const ties = wiring(group)
  return (
    <fieldset class="field field-group" aria-describedby={ties['aria-describedby']}>
      <legend>
        {group.label}
        <OptionalMark required={group.required} />
      </legend>
      <FieldHint id={id} hint={group.hint} />
      <FieldFaults id={id} sentences={faultsOf(group.name, group.faults)} />
      {group.choices.map((choice, rank) => {
        const choiceId = rank === 0 ? id : `${id}-${rank}`
        return (
          <div class="choice" key={choice.value}>
            <input
              id={choiceId}
              type={type}
              name={group.name}
              value={choice.value}
              checked={chosen.includes(choice.value)}
              required={type === 'radio' && (group.required ?? true)}
              aria-invalid={ties['aria-invalid']}
              aria-describedby={choice.hint === undefined ? undefined : `${choiceId}-hint`}
            />
            <label for={choiceId}>{choice.label}</label>
            <FieldHint id={choiceId} hint={choice.hint} />
          </div>
        )
      })}
    </fieldset>
  )
}
