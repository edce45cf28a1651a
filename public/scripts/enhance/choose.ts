// Words chosen in the text become the words of a fact to add.
import { chosenIn, type Chosen } from './offsets.ts'

/** Follows the selection in the text; a button at hand, and the key `n`, take the words to the form, here or on its own page. */
export function followSelection(screen: HTMLElement): void {
  if (screen.querySelector('[data-add-fact], [data-add]') === null) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button choose'
  button.hidden = true
  screen.append(button)
  let chosen: Chosen | undefined
  document.addEventListener('selectionchange', () => {
    const text = screen.querySelector<HTMLElement>('[data-text]')
    chosen = text === null ? undefined : chosenIn(text)
    button.hidden = chosen === undefined
    if (chosen !== undefined) button.textContent = `Ajouter un fait\u00a0: «\u00a0${short(chosen.words)}\u00a0»`
  })
  button.addEventListener('mousedown', (event) => event.preventDefault())
  const take = () => {
    if (chosen === undefined) return
    const form = screen.querySelector<HTMLElement>('[data-add-fact]')
    if (form === null) return open(screen, chosen)
    write(form, chosen)
    getSelection()?.removeAllRanges()
    form.scrollIntoView({ block: 'nearest' })
    form.querySelector<HTMLElement>('.input')?.focus()
  }
  button.addEventListener('click', take)
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'n' || chosen === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    take()
  })
}

/** Goes to the page that adds a fact, with the place of the words: `debut` and `fin`. */
function open(screen: HTMLElement, { start, end }: Chosen): void {
  const link = screen.querySelector<HTMLAnchorElement>('a[data-add]')
  if (link === null) return
  const address = new URL(link.href)
  address.searchParams.set('debut', String(start))
  address.searchParams.set('fin', String(end))
  location.assign(address)
}

const short = (words: string): string => (words.length <= 40 ? words : `${words.slice(0, 38).trimEnd()}…`)

function write(form: HTMLElement, { start, end, words }: Chosen): void {
  const values: Readonly<Record<string, string>> = { start: String(start), end: String(end), words }
  for (const [name, value] of Object.entries(values)) {
    const field = form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)
    if (field === null) continue
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
