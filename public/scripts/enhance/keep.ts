// What is typed in a form named by `data-keep` stays in this tab until the server has it: a reload, a crash or an expired session loses nothing.
import { changed, differs, fill, isTyped, typedIn, type Typed } from './typed.ts'

type Kept = { readonly typed: Typed; readonly at: string }

const place = (name: string) => `chapeau.kept.${name}`
const pendingPlace = 'chapeau.pending'

const read = (key: string): string | null => {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

/** False when this browser keeps nothing (private mode, full). */
const write = (key: string, text: string | null): boolean => {
  try {
    if (text === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}

function keptUnder(name: string): Kept | undefined {
  const text = read(place(name))
  if (text === null) return undefined
  try {
    const kept: unknown = JSON.parse(text)
    return isKept(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

const isKept = (kept: unknown): kept is Kept =>
  typeof kept === 'object' && kept !== null && 'at' in kept && typeof kept.at === 'string' && 'typed' in kept && isTyped(kept.typed)

/** Whether the page that follows a submission shows that the server has what was sent. */
const acknowledged = (page: { status: number; faulty: boolean; asksPassword: boolean; holds: boolean }): boolean =>
  (page.status === 0 || page.status < 400) && !page.faulty && !page.asksPassword && !page.holds

function statusOfPage(): number {
  const [entry] = performance.getEntriesByType('navigation')
  return entry instanceof PerformanceNavigationTiming && 'responseStatus' in entry ? entry.responseStatus : 0
}

function settlePending(): void {
  const name = read(pendingPlace)
  if (name === null) return
  const shows = (selector: string) => document.querySelector(selector) !== null
  const page = {
    status: statusOfPage(), faulty: shows('#faults'), asksPassword: shows('input[type="password"]'), holds: shows('[data-unacknowledged]'),
  }
  if (!acknowledged(page)) return
  write(place(name), null)
  write(pendingPlace, null)
}

function offer(form: HTMLFormElement, name: string, kept: Kept): void {
  const box = document.createElement('div')
  box.className = 'resume'
  box.setAttribute('role', 'status')
  const words = document.createElement('p')
  const day = new Date(kept.at)
  const time = day.toLocaleTimeString('fr', { hour: '2-digit', minute: '2-digit' })
  words.textContent = `Une saisie non enregistrée du ${day.toLocaleDateString('fr')} à ${time} a été retrouvée.`
  const button = (label: string, act: () => void) => {
    const one = document.createElement('button')
    one.type = 'button'
    one.className = 'button button-secondary button-small'
    one.textContent = label
    one.addEventListener('click', () => {
      act()
      box.remove()
    })
    return one
  }
  box.append(
    words,
    button('Reprendre la saisie', () => {
      fill(form, kept.typed)
      form.querySelector<HTMLElement>('.input')?.focus()
    }),
    button('L’oublier', () => write(place(name), null)),
  )
  form.prepend(box)
}

/** Keeps one form; one that this browser cannot keep is marked `data-unkept`. */
function keepForm(form: HTMLFormElement, name: string): void {
  const served = typedIn(form)
  const kept = keptUnder(name)
  if (kept !== undefined && differs(kept.typed, served)) offer(form, name, kept)
  else if (kept !== undefined) write(place(name), null)
  let waiting: ReturnType<typeof setTimeout> | undefined
  const save = () => {
    clearTimeout(waiting)
    waiting = undefined
    const typed = changed(typedIn(form), served)
    const saved = write(place(name), typed === undefined ? null : JSON.stringify({ typed, at: new Date().toISOString() }))
    if (saved) delete form.dataset['unkept']
    else form.dataset['unkept'] = ''
  }
  form.addEventListener('input', () => {
    waiting ??= setTimeout(save, 250)
  })
  addEventListener('pagehide', () => {
    if (waiting !== undefined) save()
  })
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return
    save()
    write(pendingPlace, name)
  })
}

/** Starts keeping; asks before leaving only where typed text would be lost for good. */
export function keepForms(): void {
  settlePending()
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
    const { keep } = form.dataset
    if (keep !== undefined && keep !== '') keepForm(form, keep)
  }
  let submitting = false
  addEventListener('submit', (event) => {
    submitting = !event.defaultPrevented
  })
  addEventListener('beforeunload', (event) => {
    if (!submitting && document.querySelector('form[data-unkept]') !== null) event.preventDefault()
  })
  addEventListener('pageshow', () => {
    submitting = false
  })
}

/** Forgets what was typed in this form: the server has it. */
export function forget(form: HTMLFormElement): void {
  const { keep } = form.dataset
  if (keep !== undefined) write(place(keep), null)
}
