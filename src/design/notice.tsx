// A message about the page or a part of it: what happened, and what to do.
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

type Tone = 'info' | 'success' | 'warning' | 'error'

const signs: Record<Tone, { icon: IconName; word: string }> = {
  info: { icon: 'info', word: 'Information' },
  success: { icon: 'check', word: 'C’est fait' },
  warning: { icon: 'alert', word: 'Attention' },
  error: { icon: 'cross', word: 'Erreur' },
}

type NoticeProps = {
  readonly tone: Tone
  readonly title?: string | undefined
  readonly children?: ComponentChildren
  /** True for the answer to what the person just did: read out at once. */
  readonly live?: boolean | undefined
}

/** A notice whose tone is told by a word and a drawing as well as by its colour. */
export const Notice = ({ tone, title, children, live }: NoticeProps) => (
  <div class={`notice notice-${tone}`} role={live === true ? (tone === 'error' ? 'alert' : 'status') : undefined}>
    <Icon name={signs[tone].icon} />
    <div class="notice-words">
      {title === undefined ? <span class="visually-hidden">{`${signs[tone].word}\u00a0: `}</span> : <p class="notice-title">{title}</p>}
      {children}
    </div>
  </div>
)

/** Across the top of every page of a demonstration: nothing here is real. */
export const DemonstrationBanner = () => (
  <section class="demonstration" aria-label="Démonstration">
    <p>
      <strong>Démonstration.</strong> {'Les données sont inventées ou réécrites\u00a0; rien de ce que vous faites ici n’engage personne.'}
    </p>
  </section>
)
