// The parts of one object, as links in a row.
import type { NavLink } from './breadcrumb.tsx'

/** Parts of the object shown; each is a page of its own, so these are links, not tabs. `count`: how many things it holds. */
export const Subnav = ({ label, links }: { label: string; links: readonly (NavLink & { readonly count?: number | undefined })[] }) => (
  <nav class="subnav" aria-label={label}>
    <ul>
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href} aria-current={link.current === true ? 'page' : undefined}>
            {link.label}
            {link.count === undefined ? null : <span class="subnav-count">{link.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
