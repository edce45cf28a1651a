// Fields one types in: text, e-mail, password, date, number, search, long text.
import { Field, wiring, type FieldProps } from './field.tsx'

type InputProps = FieldProps & {
  readonly value?: string | undefined
  readonly autocomplete?: string | undefined
  /** Width in characters when the answer has a known length: the box announces what is expected. */
  readonly size?: number | undefined
  readonly maxLength?: number | undefined
}

const attributes = (field: InputProps) => ({
  ...wiring(field),
  class: field.size === undefined ? 'input' : 'input input-short',
  value: field.value ?? '',
  required: field.required ?? true,
  autocomplete: field.autocomplete ?? 'off',
  size: field.size,
  maxLength: field.maxLength,
})

/** One line of text. */
export const TextField = (props: InputProps) => (
  <Field field={props}>
    <input {...attributes(props)} type="text" />
  </Field>
)

/** A number, typed as text so that spaces and commas are accepted. */
export const NumberField = (props: InputProps) => (
  <Field field={props}>
    <input {...attributes({ size: 12, ...props })} type="text" inputMode="decimal" spellcheck={false} />
  </Field>
)

/** An e-mail address. */
export const EmailField = (props: InputProps) => (
  <Field field={props}>
    <input {...attributes({ autocomplete: 'email', ...props })} type="email" spellcheck={false} />
  </Field>
)

/** A password; `autocomplete` is `current-password` unless said otherwise. Its value is never sent back. */
export const PasswordField = (props: Omit<InputProps, 'value'>) => (
  <Field field={props}>
    <input {...attributes({ autocomplete: 'current-password', ...props, value: '' })} type="password" data-keep-never />
  </Field>
)

/** A day typed as `jj/mm/aaaa`: faster and surer than a calendar for dates read on paper. */
export const DateField = (props: InputProps) => {
  const field = { size: 12, hint: 'Au format jj/mm/aaaa, par exemple 05/04/2023.', ...props }
  return (
    <Field field={field}>
      <input {...attributes(field)} type="text" inputMode="numeric" spellcheck={false} />
    </Field>
  )
}

/** Words to look for; nothing is asked of the person who leaves it empty. */
export const SearchField = (props: InputProps) => (
  <Field field={props}>
    <input {...attributes(props)} type="search" required={false} spellcheck={false} />
  </Field>
)

/** Text of several lines; the box grows with what is typed where the browser can. */
export const TextArea = (props: InputProps & { readonly rows?: number | undefined }) => (
  <Field field={props}>
    <textarea {...wiring(props)} class="input" rows={props.rows ?? 4} required={props.required ?? true} maxLength={props.maxLength}>
      {props.value ?? ''}
    </textarea>
  </Field>
)
