// What the person must mend in a form: at the top of the page as links, and beside each field.

/** The field to go to, and the sentence to read. */
export type Fault = readonly [field: string, sentence: string]

/** The id of a field's control, from its name and the form it stands in when several forms share a page. */
export const fieldId = (name: string, within = ''): string => `${within === '' ? 'field' : within}-${name}`

/** Every fault of the form, each a link to its field; takes the focus when the page opens. Nothing when there is none. */
export const FaultSummary = ({ faults, within }: { faults: readonly Fault[]; within?: string | undefined }) =>
  faults.length === 0 ? null : (
    <section class="fault-summary" role="alert" tabIndex={-1} id="faults" aria-labelledby="faults-title" data-focus-on-load>
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
