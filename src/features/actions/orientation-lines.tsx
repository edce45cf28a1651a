// Where an action stands in several frameworks at once: an orientation and the number it has there, one line each.
import { FieldFaults, FieldHint, OptionalMark } from '../../design/field.tsx'
import { faultsOf, fieldId } from '../../design/faults.tsx'
import type { Fault } from '../../design/faults.tsx'
import type { ListedOrientation } from '../frameworks/tree.rules.ts'

type Props = {
  readonly name: string; readonly label: string; readonly hint: string | undefined; readonly faults: readonly Fault[]
  /** Lines `id number`. */
  readonly values: readonly string[]; readonly orientations: readonly ListedOrientation[]
}

export const OrientationLines = ({ name, label, hint, faults, values, orientations }: Props) => {
  const id = fieldId(name)
  const sentences = faultsOf(name, faults)
  const known = new Set<string>(orientations.map((orientation) => orientation.id))
  return (
    <fieldset class={sentences.length > 0 ? 'field field-group field-faulty' : 'field field-group'}>
      <legend>{label}<OptionalMark required={false} /></legend>
      <FieldHint id={id} hint={hint} />
      <FieldFaults id={id} sentences={sentences} />
      {orientations.length === 0 && values.length === 0 ? <p class="field-hint">Aucun cadre n’a encore d’orientations.</p> : null}
      {[...values, '', ...(values.length === 0 ? [''] : [])].map((line, rank) => {
        const [chosen = '', ...code] = line.split(' ')
        return (
          <div class="orientation-line" key={rank}>
            <select id={rank === 0 ? id : `${id}-${rank}`} name={`${name}.${rank}`} class="input input-select"
              aria-label={`Orientation, ${rank + 1}`}>
              <option value="">Aucune orientation</option>
              {chosen === '' || known.has(chosen) ? null : <option value={chosen} selected>Orientation enregistrée, retirée depuis</option>}
              <Options orientations={orientations} chosen={chosen} />
            </select>
            <input name={`${name}.${rank}.code`} class="input" type="text" size={10} maxLength={40} value={code.join(' ')} autocomplete="off"
              aria-label={`Numéro dans ce cadre, ${rank + 1}`} placeholder="N° dans ce cadre" />
          </div>
        )
      })}
    </fieldset>
  )
}

const Options = ({ orientations, chosen }: { orientations: readonly ListedOrientation[]; chosen: string }) => (
  <>
    {[...new Set(orientations.map(({ frameworkName }) => frameworkName))].map((framework) => (
      <optgroup key={framework} label={framework}>
        {orientations.filter(({ frameworkName }) => frameworkName === framework).map(({ id, label, depth }) => (
          <option key={id} value={id} selected={id === chosen}>{`${'\u2003'.repeat(depth)}${label}`}</option>
        ))}
      </optgroup>
    ))}
  </>
)
