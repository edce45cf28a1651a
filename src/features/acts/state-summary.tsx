// The state of one thing in a line: a badge, until when, and the way to the reasons.
import { inWords } from '../../kernel/date.ts'
import type { StateAnswer } from '../../law/operation-record.ts'
import { paths } from '../../paths.ts'
import { StateBadge, stateNames } from './act.words.tsx'

type Props = { readonly slug: string; readonly answer: StateAnswer; readonly about: string; readonly label?: string | undefined }

/** `about`: what it is the state of, for screen readers. */
export const StateSummary = ({ slug, answer, about, label }: Props) => (
  <span class="state-summary">
    <StateBadge state={answer.state} {...(label !== undefined && { label })} />
    {spell(answer) === '' ? null : <span>{spell(answer)}</span>}
    <a href={paths.state(slug)} aria-label={`Pourquoi : ${stateNames[answer.state].toLowerCase()}, ${about}`}>Pourquoi</a>
  </span>
)

function spell({ state, since, until }: StateAnswer): string {
  if (until !== null && (state === 'inForce' || state === 'disputed')) return `jusqu’au ${inWords(until)}`
  if (until !== null && state === 'notYet') return `jusqu’au ${inWords(until)} inclus`
  return since === null ? '' : `depuis le ${inWords(since)}`
}
