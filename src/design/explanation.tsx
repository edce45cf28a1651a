// Why a rule answers what it answers: steps within steps, each with its formula, what went in, what came out, and where the rule was read.
import { Badge } from './badge.tsx'
import { Day } from './time.tsx'
import type { PlainDate } from '../kernel/date.ts'

type Cited = { readonly text: string; readonly status: 'confirmed' | 'toConfirm'; readonly verifiedOn: PlainDate }
/** One step; `binds`: it is the constraint that sets the answer. */
export type ExplainedStep = {
  readonly label: string; readonly formula: string | null; readonly inputs: readonly { readonly label: string; readonly value: string }[]
  readonly result: string; readonly source: Cited | null; readonly binds: boolean; readonly parts: readonly ExplainedStep[]
}

/** A source in small: text, whether it is sure, and when it was checked. */
export const CitedSource = ({ source }: { source: Cited }) => (
  <span class="quiet">
    {source.text} {source.status === 'toConfirm' ? <Badge tone="caution">À confirmer</Badge> : null}
    {' (vérifié le '}<Day date={source.verifiedOn} />)
  </span>
)

/** The whole tree, the answer first. A source said by a step is not said again by the steps within. */
export const ExplanationTree = ({ explanation }: { explanation: ExplainedStep }) => (
  <div class="explanation">
    <Step step={explanation} said={undefined} />
  </div>
)

const Step = ({ step, said }: { step: ExplainedStep; said: string | undefined }) => (
  <>
    <p class="explanation-step">
      <span class="explanation-label">{step.label}{'\u00a0: '}</span>
      <strong>{step.result}</strong>
      {step.binds ? <>{' '}<Badge tone="info">C’est ce qui décide</Badge></> : null}
    </p>
    {step.formula === null ? null : <p class="explanation-formula">{step.formula}</p>}
    {step.inputs.length === 0 ? null : <p class="quiet">{step.inputs.map(({ label, value }) => `${label}\u00a0: ${value}`).join(' · ')}</p>}
    {step.source === null || step.source.text === said ? null : <p><CitedSource source={step.source} /></p>}
    {step.parts.length === 0 ? null : (
      <ul class="explanation-parts">
        {step.parts.map((part, rank) => <li key={rank}><Step step={part} said={step.source?.text ?? said} /></li>)}
      </ul>
    )}
  </>
)
