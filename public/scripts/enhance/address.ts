// Addresses proposed as one types: arrows choose, Enter opens, Escape closes; without this script the form finds them all the same.

type Found = { readonly id: string; readonly label: string }
const pause = 120

/** Every box of addresses of the page. */
export function enhanceAddresses(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-address-search]')) {
    const input = box.querySelector<HTMLInputElement>('input')
    const form = box.closest('form')
    if (input !== null && form !== null) enhance(box, input, form)
  }
}

function enhance(box: HTMLElement, input: HTMLInputElement, form: HTMLFormElement): void {
  const list = document.createElement('ul')
  list.className = 'address-list'
  list.id = `${input.id}-adresses`
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Adresses proposées')
  list.hidden = true
  const status = document.createElement('p')
  status.className = 'visually-hidden'
  status.setAttribute('role', 'status')
  box.append(list, status)
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-expanded', 'false')
  let found: readonly Found[] = []
  let chosen = -1
  let asking: AbortController | undefined
  let timer = 0

  const show = (addresses: readonly Found[]) => {
    found = addresses
    chosen = -1
    list.replaceChildren(...found.map(({ label }, rank) => optionOf(list.id, rank, label, () => open(rank))))
    list.hidden = found.length === 0
    input.setAttribute('aria-expanded', String(found.length > 0))
    input.removeAttribute('aria-activedescendant')
  }
  const point = (rank: number) => {
    chosen = rank
    for (const [at, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(at === rank))
    if (rank < 0) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', `${list.id}-${rank}`)
  }
  /** The page of this address, the other fields of the form kept. */
  const open = (rank: number) => {
    const address = found[rank]
    if (address === undefined) return
    const target = new URL(form.action, location.href)
    for (const [name, value] of new FormData(form)) {
      if (name !== 'q' && typeof value === 'string' && value !== '') target.searchParams.set(name, value)
    }
    target.searchParams.set('adresse', address.id)
    location.assign(target)
  }
  const ask = async () => {
    asking?.abort()
    asking = new AbortController()
    const url = new URL(box.dataset['addressSearch'] ?? '', location.href)
    url.searchParams.set('q', input.value)
    url.searchParams.set('epci', box.dataset['prefer'] ?? '')
    try {
      const answer = await fetch(url, { headers: { accept: 'application/json' }, signal: asking.signal })
      const { addresses }: { addresses: readonly Found[] } = await answer.json()
      show(addresses)
      const words = addresses.length === 0 ? 'Aucune adresse proposée.' : `${addresses.length} adresses proposées, flèches pour choisir.`
      status.textContent = words
    } catch {
      // Overtaken by another question, or the network is away: the button still works.
    }
  }
  input.addEventListener('input', () => {
    clearTimeout(timer)
    if (input.value.trim().length < 3) return show([])
    timer = window.setTimeout(() => void ask(), pause)
  })
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      point((chosen + step + found.length + (chosen < 0 && step < 0 ? 1 : 0)) % found.length)
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault()
      open(chosen)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      show([])
    }
  })
  box.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node) || !box.contains(event.relatedTarget)) show([])
  })
}

function optionOf(list: string, rank: number, label: string, open: () => void): HTMLElement {
  const option = document.createElement('li')
  option.id = `${list}-${rank}`
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  option.textContent = label
  // Before the field loses the focus, which would close the list.
  option.addEventListener('mousedown', (event) => event.preventDefault())
  option.addEventListener('click', open)
  return option
}
