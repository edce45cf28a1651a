// A list of terms and what they are worth: the identity card of a thing.
import type { ComponentChildren } from 'preact'

type FactLine = {
  readonly term: string; readonly value: ComponentChildren
  /** Where it was read, or why it is not known. */
  readonly note?: ComponentChildren
}

/** Terms beside their values; an unknown one is written, with its reason, never left out. */
export const Facts = ({ lines }: { lines: readonly FactLine[] }) => (
  <dl class="facts">
    {lines.map((line) => (
      <div key={line.term}>
        <dt>{line.term}</dt>
        <dd>
          {line.value}
          {line.note === undefined ? null : <span class="facts-note">{line.note}</span>}
        </dd>
      </div>
    ))}
  </dl>
)

/** What is not known, and why. */
export const Unknown = ({ why }: { why: string }) => (
  <span class="unknown">
    Inconnu<span class="unknown-why">{`\u00a0: ${why}`}</span>
  </span>
)
