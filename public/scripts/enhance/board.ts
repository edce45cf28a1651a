// Cards of a board taken from one column to another by hand: the form of the card is sent, as the keyboard does.

/** Cards that may move can be dragged; a column says when it would take one. */
export function enhanceBoard(): void {
  for (const board of document.querySelectorAll<HTMLElement>('[data-board]')) {
    let taken: HTMLElement | undefined
    for (const card of board.querySelectorAll<HTMLElement>('[data-card]')) {
      card.draggable = true
      card.addEventListener('dragstart', (event) => {
        taken = card
        event.dataTransfer?.setData('text/plain', card.querySelector('a')?.href ?? '')
      })
      card.addEventListener('dragend', () => {
        taken = undefined
        clear(board)
      })
    }
    for (const column of board.querySelectorAll<HTMLElement>('[data-column]')) {
      column.addEventListener('dragover', (event) => {
        if (taken === undefined || taken.closest('[data-column]') === column) return
        event.preventDefault()
        clear(board)
        column.dataset['over'] = ''
      })
      column.addEventListener('drop', (event) => {
        event.preventDefault()
        if (taken !== undefined) move(taken, column.dataset['column'] ?? '')
      })
    }
  }
}

function clear(board: HTMLElement): void {
  for (const column of board.querySelectorAll<HTMLElement>('[data-over]')) delete column.dataset['over']
}

function move(card: HTMLElement, state: string): void {
  const choice = card.querySelector<HTMLSelectElement>('select[name="state"]')
  if (choice === null) return
  choice.value = state
  if (choice.value === state) choice.form?.requestSubmit()
}
