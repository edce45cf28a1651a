// How far a task is: a bar, its steps, and a region the browser script asks again until it is done.
import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

/** A bar with its label and its figure in words; without `value` the length is not known. */
export const Progress = ({ label, value, max = 100, words }: {
  label: string; value?: number | undefined; max?: number | undefined; words?: string | undefined
}) => {
  const percent = value === undefined ? undefined : Math.round((100 * value) / max)
  return (
    <div class="progress">
      <label>
        <span class="progress-label">{label}</span>
        <progress value={value} max={max} />
      </label>
      <span class="progress-words">{words ?? (percent === undefined ? 'En cours' : `${percent}\u00a0%`)}</span>
    </div>
  )
}

type Step = { readonly label: string; readonly state: 'done' | 'current' | 'waiting' | 'failed'; readonly note?: string | undefined }

const stepWords: Record<Step['state'], string> = { done: 'fait', current: 'en cours', waiting: 'à venir', failed: 'échec' }

/** The steps of a task in order, each with its state in words. */
export const Steps = ({ steps, label }: { steps: readonly Step[]; label: string }) => (
  <ol class="steps" aria-label={label}>
    {steps.map((step) => (
      <li key={step.label} class={`step step-${step.state}`} aria-current={step.state === 'current' ? 'step' : undefined}>
        <span class="step-sign">{step.state === 'done' ? <Icon name="check" /> : step.state === 'failed' ? <Icon name="cross" /> : null}</span>
        <span>
          {step.label}
          <span class="step-state">{`\u00a0: ${step.note ?? stepWords[step.state]}`}</span>
        </span>
      </li>
    ))}
  </ol>
)

/**
 * A region asked again every `seconds` by the script, until an answer without it, or a redirect, says that it is done.
 * Screen readers are told at each quarter of the way, not at each step.
 */
export const LiveRegion = ({ id, seconds, children }: { id: string; seconds: number; children: ComponentChildren }) => (
  <>
    <div id={id} class="live" data-refresh={seconds}>
      {children}
    </div>
    <p class="visually-hidden" role="status" data-refresh-status />
  </>
)
