// The margin of a page: the operation one stands in, and its parts, left of the carmine rule.
import type { NavLink } from './breadcrumb.tsx'
import { DayPicker, type ShownDay } from './day-picker.tsx'
import { Fold } from './fold.tsx'

/** Parts that belong together; without a label, those that need none. */
type NavGroup = { readonly label?: string; readonly links: readonly NavLink[] }
/** The operation one stands in, and the parts of it, shown in the margin. */
export type Operation = {
  readonly name: string; readonly href: string; readonly nav: readonly NavGroup[]
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
      <div class="margin-parts">
        {operation.nav.map((group, index) => (
          <div key={group.label ?? ''} class="margin-group">
            {group.label === undefined ? null : <p class="margin-label" id={`operation-parts-${index}`}>{group.label}</p>}
            <ul aria-labelledby={group.label === undefined ? undefined : `operation-parts-${index}`}>
              {group.links.map((link) => (
                <li key={link.href}>
                  <a href={link.href} aria-current={link.current === true ? 'page' : undefined}>
                    {link.label}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Fold>
  </nav>
)
