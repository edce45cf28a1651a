// What a narrow screen folds behind a button and a wide one shows in place, with neither script nor copy.
import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

/** `id` unique in the page; `label` what the button says, `about` what it opens, for screen readers. */
export const Fold = ({ id, label, about, children }: { id: string; label: string; about: string; children: ComponentChildren }) => (
  <>
    <button class="fold-button" type="button" popovertarget={id}>
      <Icon name="menu" />
      {label}
      <span class="visually-hidden">{` ${about}`}</span>
    </button>
    <div class="fold" id={id} popover="auto">
      <button class="fold-button fold-close" type="button" popovertarget={id} popovertargetaction="hide">
        <Icon name="cross" />
        Fermer
      </button>
      {children}
    </div>
  </>
)
