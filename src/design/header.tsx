// The band across the top of every page: mark, main navigation, who is reading.
import type { NavLink } from './breadcrumb.tsx'
import { Fold } from './fold.tsx'
import { Logo } from './icon.tsx'

/** Who is signed in, in which capacity, and where their account and the way out are. */
export type Reader = { readonly name: string; readonly capacity?: string | undefined; readonly accountHref: string; readonly signOutAction: string }

type HeaderProps = {
  readonly homeHref: string
  readonly nav: readonly NavLink[]
  readonly reader?: Reader | undefined
  readonly signInHref?: string | undefined
}

export const Header = ({ homeHref, nav, reader, signInHref }: HeaderProps) => (
  <header class="header">
    <a class="brand" href={homeHref}>
      <Logo />
      <span class="brand-name">Chapeau</span>
      <span class="visually-hidden"> – accueil</span>
    </a>
    <Fold id="menu" label="Menu" about="principal">
      <nav class="header-nav" aria-label="Navigation principale">
        <ul>
          {nav.map((link) => (
            <li key={link.href}>
              <a href={link.href} aria-current={link.current === true ? 'page' : undefined}>
                {link.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {reader === undefined ? null : <SignedIn reader={reader} />}
      {reader === undefined && signInHref !== undefined ? (
        <a class="button button-secondary header-sign-in" href={signInHref}>
          Se connecter
        </a>
      ) : null}
    </Fold>
  </header>
)

const SignedIn = ({ reader }: { reader: Reader }) => (
  <div class="reader">
    <a class="reader-name" href={reader.accountHref}>
      <span>{reader.name}</span>
      {reader.capacity === undefined ? null : <span class="reader-capacity">{reader.capacity}</span>}
    </a>
    <form method="post" action={reader.signOutAction} class="button-form">
      <button class="button button-quiet button-small" type="submit">
        Se déconnecter
      </button>
    </form>
  </div>
)
