// A list of names one types, one a box, with those known already suggested by the browser; two empty boxes wait for more.
import { FieldFaults, FieldHint, OptionalMark, wiring, type FieldProps } from './field.tsx'
import { faultsOf, fieldId } from './faults.tsx'

/** Names the form may suggest, once a page: boxes refer to it by its id. */
export const Suggestions = ({ id, names }: { id: string; names: readonly string[] }) => (
  <datalist id={id}>
    {names.map((name) => (
      <option key={name}>{name}</option>
    ))}
  </datalist>
)

/** One name, suggested. */
export const NameField = (props: FieldProps & { readonly value: string; readonly suggestions: string }) => {
  const id = fieldId(props.name, props.within)
  const sentences = faultsOf(props.name, props.faults)
  return (
    <div class={sentences.length > 0 ? 'field field-faulty' : 'field'}>
      <label for={id}>
        {props.label}
        <OptionalMark required={props.required} />
      </label>
      <FieldHint id={id} hint={props.hint} />
      <FieldFaults id={id} sentences={sentences} />
      <input {...wiring(props)} class="input" type="text" list={props.suggestions} value={props.value} autocomplete="off"
        required={props.required ?? true} />
    </div>
  )
}

/** Several names; sent as `name.0`, `name.1`… */
export const NameLines = (props: FieldProps & { readonly values: readonly string[]; readonly suggestions: string }) => {
  const id = fieldId(props.name, props.within)
  const sentences = faultsOf(props.name, props.faults)
  const ties = wiring(props)
  return (
    <fieldset class={sentences.length > 0 ? 'field field-group field-faulty' : 'field field-group'} aria-describedby={ties['aria-describedby']}>
      <legend>
        {props.label}
        <OptionalMark required={props.required} />
      </legend>
      <FieldHint id={id} hint={props.hint} />
      <FieldFaults id={id} sentences={sentences} />
      <div class="name-lines">
        {[...props.values, '', ''].map((value, rank) => (
          <input key={rank} id={rank === 0 ? id : `${id}-${rank}`} name={`${props.name}.${rank}`} class="input" type="text" list={props.suggestions}
            value={value} autocomplete="off" aria-label={`${props.label}, ${rank + 1}`} aria-invalid={ties['aria-invalid']} />
        ))}
      </div>
    </fieldset>
  )
}
