// The margin of a page: the operation one stands in, and its parts, left of the carmine rule.
import type { NavLink } from './breadcrumb.tsx'
import { Fold } from './fold.tsx'

/** The operation one stands in, and the parts of it, shown in the margin. */
export type Operation = { readonly name: string; readonly href: string; readonly nav: readonly NavLink[] }

/** Name of the operation, then its parts; on a narrow screen the parts are folded. */
export const Margin = ({ operation }: { operation: Operation }) => (
  <nav class="margin" id="operation" tabIndex={-1} aria-label={`Opération ${operation.name}`}>
    <p class="margin-title">
      <a href={operation.href}>{operation.name}</a>
    </p>
    <Fold id="operation-parts" label="Sommaire" about="de l’opération">
      <ul>
        {operation.nav.map((link) => (
          <li key={link.href}>
            <a href={link.href} aria-current={link.current === true ? 'page' : undefined}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </Fold>
  </nav>
)
