// What a person typed in a form, as plain data: names and values, without passwords, files or hidden fields.

/** Name of the field → its values (several for boxes of one name). */
export type Typed = Readonly<Record<string, readonly string[]>>

export const isTyped = (data: unknown): data is Typed =>
  typeof data === 'object' && data !== null
    && Object.values(data).every((values) => Array.isArray(values) && values.every((value) => typeof value === 'string'))

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const neverKept = new Set(['password', 'file', 'hidden', 'submit', 'button', 'reset', 'image'])

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement

const controlsOf = (form: HTMLFormElement): readonly Control[] =>
  [...form.elements].filter(isControl)
    .filter((control) => control.name !== '' && !neverKept.has(control.type) && control.dataset['keepNever'] === undefined)

const isBox = (control: Control): control is HTMLInputElement => control.type === 'checkbox' || control.type === 'radio'

export function typedIn(form: HTMLFormElement): Typed {
  const typed: Record<string, string[]> = {}
  for (const control of controlsOf(form)) {
    const values = (typed[control.name] ??= [])
    if (!isBox(control) || control.checked) values.push(control.value)
  }
  return typed
}

const same = (one: readonly string[] | undefined, other: readonly string[] | undefined): boolean =>
  one !== undefined && other !== undefined && one.length === other.length && one.every((value, rank) => value === other[rank])

/** True when a field of `typed` holds something else in `served`. */
export const differs = (typed: Typed, served: Typed): boolean =>
  Object.entries(typed).some(([name, values]) => served[name] !== undefined && !same(values, served[name]))

/** The fields that no longer hold what the server sent; undefined when all do. */
export function changed(typed: Typed, served: Typed): Typed | undefined {
  const entries = Object.entries(typed).filter(([name, values]) => !same(values, served[name]))
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/** Writes kept values back into the form, as if typed again. */
export function fill(form: HTMLFormElement, typed: Typed): void {
  const taken = new Map<string, number>()
  for (const control of controlsOf(form)) {
    const values = typed[control.name]
    if (values === undefined) continue
    if (isBox(control)) {
      control.checked = values.includes(control.value)
    } else {
      const rank = taken.get(control.name) ?? 0
      taken.set(control.name, rank + 1)
      const value = values[rank]
      if (value !== undefined) control.value = value
    }
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
