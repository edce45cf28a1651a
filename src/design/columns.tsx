// Two unequal columns on a wide screen: what to do first, what is known beside.
import type { ComponentChildren } from 'preact'

/** `main` leads; `aside` stands beside it, or below on a narrow screen. */
export const Columns = ({ main, aside }: { main: ComponentChildren; aside: ComponentChildren }) => (
  <div class="split">
    <div>{main}</div>
    <div>{aside}</div>
  </div>
)
