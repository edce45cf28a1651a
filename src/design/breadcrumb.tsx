// The way back: from the front page to here.

/** A link of the chrome; `current` when it leads to this page or contains it. */
export type NavLink = { readonly href: string; readonly label: string; readonly current?: boolean | undefined }

/** The pages above this one, the nearest last; the page itself is its own title. */
export const Breadcrumb = ({ links }: { links: readonly NavLink[] }) =>
  links.length === 0 ? null : (
    <nav class="breadcrumb" aria-label="Fil d’Ariane">
      <ol>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
