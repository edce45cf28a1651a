// A word that tells a state at a glance, beside a sign that tells the same without its colour.
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type BadgeTone = 'neutral' | 'positive' | 'caution' | 'negative' | 'info' | 'unknown'

const signs: Record<BadgeTone, IconName | undefined> = {
  neutral: undefined,
  positive: 'check',
  caution: 'alert',
  negative: 'cross',
  info: 'info',
  unknown: 'question',
}

/** A state in a word or two: « En vigueur », « En retard », « Inconnu ». */
export const Badge = ({ tone = 'neutral', icon, children }: {
  tone?: BadgeTone | undefined; icon?: IconName | undefined; children: ComponentChildren
}) => {
  const sign = icon ?? signs[tone]
  return (
    <span class={`badge badge-${tone}`}>
      {sign === undefined ? null : <Icon name={sign} />}
      {children}
    </span>
  )
}

/** How sure the reader is of a fact, from 0 to 1: a word, three bars, and the figure for screen readers. */
export const ConfidenceMark = ({ confidence }: { confidence: number }) => {
  const level = confidence >= 0.9 ? 3 : confidence >= 0.7 ? 2 : 1
  const word = level === 3 ? 'sûr' : level === 2 ? 'probable' : 'à vérifier'
  return (
    <span class={`confidence confidence-${level}`}>
      <svg viewBox="0 0 14 12" width="14" height="12" aria-hidden="true" focusable="false">
        {[0, 1, 2].map((bar) => (
          <rect key={bar} class={bar < level ? 'bar-on' : 'bar-off'} x={bar * 5} y={8 - bar * 4} width="4" height={4 + bar * 4} />
        ))}
      </svg>
      {word}
      <span class="visually-hidden">{` (${Math.round(confidence * 100)}\u00a0%)`}</span>
    </span>
  )
}
