// Forms are sent once: a second click while the first is under way does nothing, and says so.

const sent = new WeakSet<HTMLFormElement>()

const buttonsOf = (form: HTMLFormElement) => form.querySelectorAll<HTMLElement>('[type="submit"]')

/** From now on the form is under way. */
export function hold(form: HTMLFormElement): void {
  sent.add(form)
  for (const button of buttonsOf(form)) button.setAttribute('aria-disabled', 'true')
}

/** The form can be sent again. */
export function release(form: HTMLFormElement): void {
  sent.delete(form)
  for (const button of buttonsOf(form)) button.removeAttribute('aria-disabled')
}

export const isHeld = (form: HTMLFormElement): boolean => sent.has(form)

/** Guards every form marked `data-once`; a page shown again by the back button gets its forms back. */
export function guardForms(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-once]')) return
    if (isHeld(form)) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return
    }
    if (!event.defaultPrevented) setTimeout(() => event.defaultPrevented || hold(form))
  }, true)
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form')) release(form)
  })
}

/** Puts the focus on what must be read first: the summary of the faults. */
export function focusOnLoad(): void {
  document.querySelector<HTMLElement>('[data-focus-on-load="true"]')?.focus()
}
