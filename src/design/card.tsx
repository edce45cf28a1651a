// A box for one thing among several, and the plain section of a page.
import type { ComponentChildren } from 'preact'

type CardProps = {
  readonly title: string
  readonly children?: ComponentChildren
  readonly href?: string | undefined
  /** A badge or a figure at the end of the title line. */
  readonly aside?: ComponentChildren
  readonly footer?: ComponentChildren
  readonly level?: 2 | 3 | 4 | undefined
  readonly id?: string | undefined
}

/** One thing: title (a link when `href` is given), words, and what can be done. */
export const Card = ({ title, children, href, aside, footer, level = 3, id }: CardProps) => {
  const Heading = `h${level}` as const
  return (
    <article class="card" id={id}>
      <header class="card-header">
        <Heading class="card-title">{href === undefined ? title : <a href={href}>{title}</a>}</Heading>
        {aside}
      </header>
      {children}
      {footer === undefined ? null : <footer class="card-footer">{footer}</footer>}
    </article>
  )
}

/** Cards side by side, as many as fit. */
export const CardGrid = ({ children }: { children: ComponentChildren }) => <div class="card-grid">{children}</div>

type SectionProps = {
  readonly title: string
  readonly children?: ComponentChildren
  readonly id?: string | undefined
  readonly intro?: string | undefined
  /** A link or a button at the end of the title line. */
  readonly aside?: ComponentChildren
  readonly level?: 2 | 3 | undefined
}

/** A titled part of a page. */
export const Section = ({ title, children, id, intro, aside, level = 2 }: SectionProps) => {
  const Heading = `h${level}` as const
  return (
    <section class="section" id={id}>
      <div class="section-header">
        <Heading>{title}</Heading>
        {aside}
      </div>
      {intro === undefined ? null : <p class="section-intro">{intro}</p>}
      {children}
    </section>
  )
}
