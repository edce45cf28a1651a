// The words of the fact one reviews, brought into sight in the text beside it.

/** No fact is pointed at any more. */
export function unmark(screen: HTMLElement): void {
  for (const mark of screen.querySelectorAll('.mark-current')) mark.classList.remove('mark-current')
}

/** Points at the words of a fact; scrolls the text alone, never the page. */
export function showInText(screen: HTMLElement, fact: HTMLElement): void {
  unmark(screen)
  const marks = screen.querySelectorAll<HTMLElement>(`[data-mark="${CSS.escape(fact.dataset['fact'] ?? '')}"]`)
  for (const mark of marks) mark.classList.add('mark-current')
  const [first] = marks
  const pane = first?.closest<HTMLElement>('.review-text')
  if (first === undefined || pane === null || pane === undefined || pane.scrollHeight <= pane.clientHeight) return
  const top = first.getBoundingClientRect().top - pane.getBoundingClientRect().top
  if (top >= 0 && top <= pane.clientHeight - first.offsetHeight) return
  pane.scrollTop += top - pane.clientHeight / 3
}
