// The margin of a page: the operation one stands in, and its parts, left of the carmine rule.
import type { NavLink } from './breadcrumb.tsx'
import { DayPicker, type ShownDay } from './day-picker.tsx'
import { Fold } from './fold.tsx'

/** The operation one stands in, and the parts of it, shown in the margin. */
export type Operation = {
  readonly name: string; readonly href: string; readonly nav: readonly NavLink[]
  /** The day whose situation is shown; absent where no day matters. */
  readonly day?: ShownDay | undefined
}

/** Name of the operation, then its parts; on a narrow screen the parts are folded. */
export const Margin = ({ operation }: { operation: Operation }) => (
  <nav class="margin" id="operation" tabIndex={-1} aria-label={`Opération ${operation.name}`}>
    <p class="margin-title">
      <a href={operation.href}>{operation.name}</a>
    </p>
    {operation.day === undefined ? null : <DayPicker shown={operation.day} />}
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
