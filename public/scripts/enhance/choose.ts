// Words chosen in the text become the words of a fact to add.
import { chosenIn, type Chosen } from './offsets.ts'

/** Follows the selection in the text; a button at hand, and the key `n`, take the words to the form. */
export function followSelection(screen: HTMLElement): void {
  const add = screen.querySelector<HTMLElement>('[data-add-fact]')
  if (add === null) return
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
    const form = screen.querySelector<HTMLElement>('[data-add-fact]')
    if (chosen === undefined || form === null) return
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
