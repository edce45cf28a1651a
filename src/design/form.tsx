// A form and its buttons: sent once, and what was typed in it survives a reload, the back button and a crash.
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

type FormProps = {
  readonly action: string
  readonly children: ComponentChildren
  readonly method?: 'post' | 'get' | undefined
  /** Names what is typed, so that the browser can offer it again after a crash: unique to the form and the object (`convention-parties-12`). */
  readonly keep?: string | undefined
  readonly files?: boolean | undefined
  /** `inline` puts the fields on one line, `stack` one under the other. */
  readonly layout?: 'stack' | 'inline' | undefined
  readonly label?: string | undefined
  readonly role?: 'search' | undefined
}

/** A form; the browser's own bubbles are off, since the server answers with every fault at once. */
export const Form = ({ action, children, method = 'post', keep, files, layout = 'stack', label, role }: FormProps) => (
  <form
    class={`form form-${layout}`}
    method={method}
    action={action}
    enctype={files === true ? 'multipart/form-data' : undefined}
    noValidate
    aria-label={label}
    role={role}
    data-keep={keep}
    data-once={method === 'post' ? '' : undefined}
  >
    {children}
  </form>
)

/** A value sent with the form and not shown. */
export const Hidden = ({ name, value }: { name: string; value: string }) => <input type="hidden" name={name} value={value} />

type Emphasis = 'primary' | 'secondary' | 'quiet' | 'danger'

type ButtonProps = {
  readonly children: ComponentChildren
  readonly emphasis?: Emphasis | undefined
  readonly icon?: IconName | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** Address to send to, when it is not that of the form. */
  readonly action?: string | undefined
  /** What screen readers say when the visible words would be ambiguous; must begin with them. */
  readonly label?: string | undefined
  readonly small?: boolean | undefined
  readonly shortcut?: string | undefined
}

const buttonClass = (emphasis: Emphasis, small: boolean | undefined) => `button button-${emphasis}${small === true ? ' button-small' : ''}`

/** Sends the form. One primary button a page. */
export const SubmitButton = ({ children, emphasis = 'primary', icon, name, value, action, label, small, shortcut }: ButtonProps) => (
  <button class={buttonClass(emphasis, small)} type="submit" name={name} value={value} formAction={action} aria-label={label}
    aria-keyshortcuts={shortcut}>
    {icon === undefined ? null : <Icon name={icon} />}
    <span>{children}</span>
  </button>
)

/** A link that looks like a button, for the next step of a task. */
export const LinkButton = ({ href, children, emphasis = 'secondary', icon, small }: ButtonProps & { readonly href: string }) => (
  <a class={buttonClass(emphasis, small)} href={href}>
    {icon === undefined ? null : <Icon name={icon} />}
    <span>{children}</span>
  </a>
)

/** The row of buttons at the end of a form, the main one first. */
export const Buttons = ({ children }: { children: ComponentChildren }) => <div class="buttons">{children}</div>

type ButtonFormProps = ButtonProps & {
  readonly to: string
  readonly fields?: Readonly<Record<string, string>> | undefined
  /** On the review screen: the act its key stands for (`a` accept, `r` reject). */
  readonly act?: 'accept' | 'reject' | undefined
  readonly method?: 'post' | 'get' | undefined
}

/** A form of a single button, for an act that needs no typing. */
export const ButtonForm = ({ to, fields, act, method = 'post', ...button }: ButtonFormProps) => (
  <form class="button-form" method={method} action={to} data-once={method === 'post' ? '' : undefined} data-act={act}>
    {Object.entries(fields ?? {}).map(([name, value]) => (
      <Hidden key={name} name={name} value={value} />
    ))}
    <SubmitButton {...button} />
  </form>
)
