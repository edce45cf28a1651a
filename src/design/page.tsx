// The whole document around every page: head, header, margin, main part, footer.
import type { ComponentChildren } from 'preact'
import { browserScript, favicon, preloadedFonts, styleSheet } from './assets.ts'
import { Breadcrumb, type NavLink } from './breadcrumb.tsx'
import { DayBanner } from './day-picker.tsx'
import type { Fault } from './faults.tsx'
import { Footer, type Theme } from './footer.tsx'
import { Header, type Reader } from './header.tsx'
import { Margin, type Operation } from './margin.tsx'
import { DemonstrationBanner } from './notice.tsx'

/** What the server knows whatever the page: who reads, how, and where the chrome leads. */
export type Chrome = {
  readonly theme: Theme
  readonly homeHref: string
  readonly nav: readonly NavLink[]
  readonly reader?: Reader | undefined
  readonly signInHref?: string | undefined
  readonly demonstration?: boolean | undefined
  readonly footer: readonly NavLink[]
  readonly version: string
  /** Where the appearance form is sent (POST `theme`, `back`), and the address to come back to. */
  readonly themeAction: string
  readonly here: string
}

export type { Operation }

/** What routes hand to every page: the chrome, and the operation one stands in. */
export type Frame = Chrome & { readonly operation?: Operation | undefined }

type PageProps = Chrome & {
  readonly title: string
  /** The heading when it says more than the title of the window. */
  readonly heading?: ComponentChildren
  readonly intro?: ComponentChildren
  /** Buttons and badges at the end of the heading. */
  readonly actions?: ComponentChildren
  /** A picture beside the heading on a wide screen, for pages that present: `<Specimen />`. */
  readonly picture?: ComponentChildren
  /** What stands right under the intro, beside the picture: the first buttons. */
  readonly invitation?: ComponentChildren
  readonly operation?: Operation | undefined
  readonly breadcrumb?: readonly NavLink[] | undefined
  readonly faults?: readonly Fault[] | undefined
  /** `reading` one column of text · `work` dense pages, the default · `full` the whole window, navigation on top. */
  readonly width?: 'reading' | 'work' | 'full' | undefined
  /** `citizen`: larger text, more air. */
  readonly audience?: 'professional' | 'citizen' | undefined
  /** Seconds after which a browser without script asks the page again, for pages that wait. */
  readonly refresh?: number | undefined
  readonly children?: ComponentChildren
}

/** A page in full; the children come after its heading. */
export const Page = (props: PageProps) => {
  const faulty = (props.faults ?? []).length > 0
  return (
    <html lang="fr" data-theme={props.theme === 'auto' ? undefined : props.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={props.theme === 'auto' ? 'light dark' : props.theme} />
        <title>{`${faulty ? 'Erreur\u00a0: ' : ''}${props.title} – Chapeau`}</title>
        {preloadedFonts.map((font) => (
          <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <link rel="stylesheet" href={styleSheet} />
        <link rel="icon" href={favicon} type="image/svg+xml" />
        <script type="module" src={browserScript} />
        {props.refresh === undefined ? null : (
          <noscript>
            <meta http-equiv="refresh" content={String(props.refresh)} />
          </noscript>
        )}
      </head>
      <body class={`body-${props.width ?? 'work'} ${props.audience === 'citizen' ? 'for-citizens' : 'for-professionals'}`}>
        <SkipLinks operation={props.operation} />
        {props.demonstration === true ? <DemonstrationBanner /> : null}
        <Header homeHref={props.homeHref} nav={props.nav} reader={props.reader} signInHref={props.signInHref} />
        <div class="sheet">
          {props.operation === undefined ? null : <Margin operation={props.operation} />}
          <main id="contenu" tabIndex={-1} class="main">
            {props.operation?.day === undefined ? null : <DayBanner shown={props.operation.day} />}
            <Breadcrumb links={props.breadcrumb ?? []} />
            <Heading {...props} />
            {props.children}
          </main>
        </div>
        <Footer links={props.footer} version={props.version} theme={props.theme} themeAction={props.themeAction} here={props.here} />
      </body>
    </html>
  )
}

const SkipLinks = ({ operation }: { operation: Operation | undefined }) => (
  <nav class="skip-links" aria-label="Accès rapide">
    <a href="#contenu">Aller au contenu</a>
    {operation === undefined ? null : <a href="#operation">Aller au menu de l’opération</a>}
    <a href="#pied">Aller au pied de page</a>
  </nav>
)

type HeadingProps = Pick<PageProps, 'title' | 'heading' | 'intro' | 'actions' | 'picture' | 'invitation'>

const Heading = ({ title, heading, intro, actions, picture, invitation }: HeadingProps) => (
  <header class={picture === undefined ? 'page-heading' : 'page-heading page-heading-pictured'}>
    <div class="page-heading-words">
      <div class="page-heading-line">
        <h1>{heading ?? title}</h1>
        {actions === undefined ? null : <div class="page-actions">{actions}</div>}
      </div>
      {intro === undefined ? null : <div class="page-intro">{intro}</div>}
      {invitation === undefined ? null : <div class="buttons page-invitation">{invitation}</div>}
    </div>
    {picture}
  </header>
)
