// The field one hands a file in: a plain file field, which becomes a place to drop it where the script runs.
import { FieldFaults, FieldHint, OptionalMark, wiring, type FieldProps } from './field.tsx'
import { faultsOf, fieldId } from './faults.tsx'
import { Icon } from './icon.tsx'

type FileFieldProps = FieldProps & {
  /** Extensions and types the browser proposes: `.pdf,.docx`. The server checks the bytes. */
  readonly accept: string
  readonly maxBytes: number
  readonly multiple?: boolean | undefined
}

/** A file to hand in; put it alone in a `<Form files>`. */
export const FileField = (props: FileFieldProps) => {
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
      <div class="drop" data-drop data-max-bytes={props.maxBytes}>
        <Icon name="upload" />
        <p class="drop-words">Déposez le fichier ici, ou choisissez-le sur votre ordinateur.</p>
        <input {...wiring(props)} type="file" accept={props.accept} multiple={props.multiple} required={props.required ?? true} />
      </div>
      <div class="drop-progress" data-drop-progress hidden>
        <progress max="100" aria-label="Envoi du fichier" />
      </div>
      <p class="drop-status" data-drop-status role="status" />
    </div>
  )
}
