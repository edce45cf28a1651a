// What the person must mend in a form: at the top of the page as links, and beside each field.

/** The field to go to, and the sentence to read. */
export type Fault = readonly [field: string, sentence: string]

/** The id of a field's control, from its name and the form it stands in when several forms share a page. */
export const fieldId = (name: string, within = ''): string => `${within === '' ? 'field' : within}-${name}`

type FaultSummaryProps = {
  readonly faults: readonly Fault[]
  readonly within?: string | undefined
  /** True for a mere example, which must not take the focus. */
  readonly example?: boolean | undefined
}

/** Every fault of the form, each a link to its field; takes the focus when the page opens. Nothing when there is none. */
export const FaultSummary = ({ faults, within, example }: FaultSummaryProps) =>
  faults.length === 0 ? null : (
    <section class="fault-summary" role={example === true ? undefined : 'alert'} tabIndex={-1} id="faults" aria-labelledby="faults-title"
      data-focus-on-load={example !== true}>
      <h2 id="faults-title">{faults.length === 1 ? 'Un point est à corriger' : `${faults.length} points sont à corriger`}</h2>
      <ul>
        {faults.map(([field, sentence]) => (
          <li key={`${field} ${sentence}`}>
            <a href={`#${fieldId(field, within)}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </section>
  )

/** The sentences about one field. */
export const faultsOf = (name: string, faults: readonly Fault[] | undefined): readonly string[] =>
  (faults ?? []).filter(([field]) => field === name).map(([, sentence]) => sentence)
