// The foot of every page: help, accessibility, version, and the choice of a light or dark appearance.
import type { NavLink } from './breadcrumb.tsx'

/** `auto` follows the machine. Kept in the cookie `theme`. */
export type Theme = 'auto' | 'light' | 'dark'

/** The theme named by a cookie or a form; `auto` for anything else. */
export const readTheme = (text: string | undefined): Theme => (text === 'light' || text === 'dark' ? text : 'auto')

const themes: readonly { value: Theme; label: string }[] = [
  { value: 'auto', label: 'Automatique' },
  { value: 'light', label: 'Claire' },
  { value: 'dark', label: 'Sombre' },
]

type FooterProps = {
  readonly links: readonly NavLink[]
  readonly version: string
  readonly theme: Theme
  readonly themeAction: string
  readonly here: string
}

export const Footer = ({ links, version, theme, themeAction, here }: FooterProps) => (
  <footer class="footer" id="pied" tabIndex={-1}>
    <ul class="footer-links">
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href} aria-current={link.current === true ? 'page' : undefined}>
            {link.label}
          </a>
        </li>
      ))}
      <li>Version {version}</li>
    </ul>
    <form class="theme" method="post" action={themeAction}>
      <input type="hidden" name="back" value={here} />
      <fieldset>
        <legend>Apparence</legend>
        {themes.map((choice) => (
          <button key={choice.value} type="submit" name="theme" value={choice.value} aria-pressed={choice.value === theme}>
            {choice.label}
          </button>
        ))}
      </fieldset>
    </form>
  </footer>
)
