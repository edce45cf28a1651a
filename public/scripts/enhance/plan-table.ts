// The table of the plan: a value changed where it stands, and ticks counted.
import { parsePage } from './answer.ts'

const asCell = { 'x-fragment': 'cell', accept: 'text/html' }

/** Links marked `data-inline` open their form in the cell; without script they lead to its page. */
export function enhancePlanTable(): void {
  const table = document.querySelector<HTMLElement>('.plan-table')
  if (table === null) return
  countTicks(table)
  table.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-inline]') : null
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    open(link).catch(() => location.assign(link.href))
  })
}

/** The form of a field, in the place of its value. */
async function open(link: HTMLAnchorElement): Promise<void> {
  const ofState = link.dataset['inline'] === 'state'
  const answer = await fetch(link.href, { headers: ofState ? {} : asCell })
  const form = parsePage(await answer.text()).querySelector<HTMLFormElement>(ofState ? 'main form[action$="/etat"]' : 'form')
  if (!answer.ok || form === null) return location.assign(link.href)
  for (const other of document.querySelectorAll<HTMLElement>('.inline-form')) other.dispatchEvent(new Event('close'))
  const box = document.createElement('div')
  box.className = 'inline-form'
  const close = (): void => {
    box.remove()
    link.hidden = false
    link.focus()
  }
  box.addEventListener('close', close)
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
  box.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.target.closest('a') === null) return
    event.preventDefault()
    close()
  })
  if (ofState) comeBack(form)
  else box.addEventListener('submit', (event) => {
    event.preventDefault()
    if (event.target instanceof HTMLFormElement) void send(event.target, box, link)
  })
  box.append(document.importNode(form, true))
  link.hidden = true
  link.after(box)
  focusIn(box)
}

const focusIn = (box: HTMLElement): void =>
  box.querySelector<HTMLElement>('[aria-invalid="true"], select, input:not([type="hidden"]), textarea')?.focus()

/** The form of the state is a page of its own: it is sent as usual, and leads back here. */
function comeBack(form: HTMLFormElement): void {
  const back = form.querySelector<HTMLInputElement>('input[name="back"]') ?? form.appendChild(document.createElement('input'))
  Object.assign(back, { type: 'hidden', name: 'back', value: location.pathname + location.search })
}

/** Sends the form; the new words take the place of the old ones, after those that say what one changes, a refusal that of the form. */
async function send(form: HTMLFormElement, box: HTMLElement, link: HTMLAnchorElement): Promise<void> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  const answer = await fetch(form.action, { method: 'POST', headers: asCell, body })
  const page = parsePage(await answer.text())
  const [saved, again] = [page.querySelector('[data-cell-value]'), page.querySelector('form')]
  if (saved !== null) {
    link.replaceChildren(...[...link.children].slice(0, 1), saved.textContent === '' ? '–' : saved.textContent)
    box.dispatchEvent(new Event('close'))
  } else if (again !== null) {
    box.replaceChildren(document.importNode(again, true))
    focusIn(box)
  } else form.submit()
}

/** How many rows are ticked, and a button that ticks them all. */
function countTicks(table: HTMLElement): void {
  const [bar, told] = [table.querySelector('.bulk-bar'), table.querySelector('[data-ticked]')]
  if (bar === null || told === null) return
  const boxes = (): HTMLInputElement[] => [...table.querySelectorAll<HTMLInputElement>('input[data-tick]')]
  const count = (): void => {
    const ticked = boxes().filter((box) => box.checked).length
    told.textContent = ticked === 0 ? '' : ticked === 1 ? '1 action cochée' : `${ticked} actions cochées`
  }
  const all = document.createElement('button')
  Object.assign(all, { type: 'button', className: 'button button-quiet button-small', textContent: 'Tout cocher sur cette page' })
  all.addEventListener('click', () => {
    const checked = boxes().some((box) => !box.checked)
    for (const box of boxes()) box.checked = checked
    count()
  })
  bar.insertBefore(all, told)
  table.addEventListener('change', count)
  count()
}
