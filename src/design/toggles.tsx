// A choice between a few ways to show the same thing, as links in one short line.
import type { NavLink } from './breadcrumb.tsx'

/** `label` is seen before the links, and names them for screen readers. */
export const Toggles = ({ label, links }: { label: string; links: readonly NavLink[] }) => (
  <nav class="toggles" aria-label={label}>
    <span aria-hidden="true">{label}</span>
    <ul>
      {links.map(({ href, label: words, current }) => (
        <li key={words}><a href={href} aria-current={current === true ? 'true' : undefined}>{words}</a></li>
      ))}
    </ul>
  </nav>
)
