// The frame every field stands in: label, hint and faults, tied to the control for assistive technology.
import type { ComponentChildren } from 'preact'
import { faultsOf, fieldId, type Fault } from './faults.tsx'
import { Icon } from './icon.tsx'

/** What every field takes. `faults`: those of the whole form, the field picks its own. `within`: tells apart forms of one page. */
export type FieldProps = {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly faults?: readonly Fault[] | undefined
  readonly required?: boolean | undefined
  readonly within?: string | undefined
}

/** The attributes that tie a control to its label, hint and faults. */
export function wiring({ name, hint, faults, within }: FieldProps) {
  const id = fieldId(name, within)
  const faulty = faultsOf(name, faults).length > 0
  const described = [...(hint === undefined ? [] : [`${id}-hint`]), ...(faulty ? [`${id}-fault`] : [])].join(' ')
  return {
    id,
    name,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': faulty ? ('true' as const) : undefined,
  }
}

/** « facultatif » where a field may stay empty: most are required, so the rare ones are marked. */
export const OptionalMark = ({ required }: { required?: boolean | undefined }) =>
  required === false ? <span class="field-optional"> (facultatif)</span> : null

export const FieldHint = ({ id, hint }: { id: string; hint?: string | undefined }) =>
  hint === undefined ? null : (
    <p class="field-hint" id={`${id}-hint`}>
      {hint}
    </p>
  )

export const FieldFaults = ({ id, sentences }: { id: string; sentences: readonly string[] }) =>
  sentences.length === 0 ? null : (
    <p class="field-fault" id={`${id}-fault`}>
      <Icon name="alert" />
      <span>
        <span class="visually-hidden">{'Erreur\u00a0: '}</span>
        {sentences.join(' ')}
      </span>
    </p>
  )

/** Label above, hint, faults, then the control. */
export const Field = ({ field, children }: { field: FieldProps; children: ComponentChildren }) => {
  const id = fieldId(field.name, field.within)
  const sentences = faultsOf(field.name, field.faults)
  return (
    <div class={sentences.length > 0 ? 'field field-faulty' : 'field'}>
      <label for={id}>
        {field.label}
        <OptionalMark required={field.required} />
      </label>
      <FieldHint id={id} hint={field.hint} />
      <FieldFaults id={id} sentences={sentences} />
      {children}
    </div>
  )
}
