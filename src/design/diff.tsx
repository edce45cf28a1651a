// Two people changed the same thing: what the other recorded beside what one typed, and nothing lost.
import type { ComponentChildren } from 'preact'
import { Badge } from './badge.tsx'

type Difference = {
  readonly name: string
  readonly label: string
  /** What is recorded now, by the other person. */
  readonly theirs: string
  /** True when both wrote the same: shown, not asked. */
  readonly same: boolean
  /** The field with what one typed, ready to be changed. */
  readonly yours: ComponentChildren
}

/** Field by field: the other's version on the left, yours, still editable, on the right. To be put inside the form. */
export const Differences = ({ differences, author, when }: { differences: readonly Difference[]; author: string; when: ComponentChildren }) => (
  <div class="differences">
    <p class="differences-author">
      Enregistrée par <strong>{author}</strong>, {when}.
    </p>
    {differences.map((difference) => (
      <fieldset key={difference.name} class={difference.same ? 'difference' : 'difference difference-open'}>
        <legend>
          {difference.label} {difference.same ? <Badge tone="positive">Identique</Badge> : <Badge tone="caution">Différent</Badge>}
        </legend>
        <div class="difference-theirs">
          <p class="difference-side">Version enregistrée</p>
          <p class="difference-value">{difference.theirs === '' ? <em>Vide</em> : difference.theirs}</p>
        </div>
        <div class="difference-yours">{difference.yours}</div>
      </fieldset>
    ))}
  </div>
)
