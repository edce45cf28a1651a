// What stands where there is nothing yet: it says why, and what to do.
import type { ComponentChildren } from 'preact'

/** An empty place that teaches: a title, the reason, and the next step. */
export const Empty = ({ title, children, action }: { title: string; children?: ComponentChildren; action?: ComponentChildren }) => (
  <div class="empty">
    <svg class="empty-drawing" viewBox="0 0 64 40" width="64" height="40" aria-hidden="true" focusable="false">
      <path class="logo-hat" d="M8 22 32 4l24 18" />
      <path class="empty-towns" d="M14 38V28h8v10M28 38V22h8v16M42 38V30h8v8M6 38h52" />
    </svg>
    <p class="empty-title">{title}</p>
    {children}
    {action === undefined ? null : <div class="buttons">{action}</div>}
  </div>
)
