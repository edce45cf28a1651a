// The review screen under the keyboard: from fact to fact, accept, reject, correct, without leaving the page.
import { followSelection } from './choose.ts'
import { sendInPlace } from './review-send.ts'
import { showInText, unmark } from './review-text.ts'

const factsIn = (screen: HTMLElement): readonly HTMLElement[] => [...screen.querySelectorAll<HTMLElement>('[data-fact]')]

const currentFact = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('[data-fact]') ?? null

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]')

function goTo(fact: HTMLElement | undefined): void {
  fact?.focus()
  fact?.scrollIntoView({ block: 'nearest' })
}

/** The fact `by` places further, or the first one when none has the focus. */
function step(screen: HTMLElement, by: 1 | -1): void {
  const facts = factsIn(screen)
  const current = currentFact()
  const rank = current === null ? -1 : facts.indexOf(current)
  goTo(rank === -1 ? (facts.find((fact) => fact.dataset['status'] === 'waiting') ?? facts[0]) : facts[rank + by])
}

/** Opens the fold that corrects a fact, or the page that does. */
function openEdit(fact: HTMLElement | null): void {
  const edit = fact?.querySelector<HTMLDetailsElement>('[data-edit]')
  if (edit === null || edit === undefined) return fact?.querySelector<HTMLElement>('[data-correct]')?.click()
  edit.open = true
  edit.querySelector<HTMLElement>('.input, input:not([type="hidden"])')?.focus()
}

/** Presses the button of an act: the act is written on the form, or on the button itself. */
function press(fact: HTMLElement | null, act: 'accept' | 'reject'): void {
  const asked = fact?.querySelector<HTMLElement>(`[data-act="${act}"]`)
  if (asked instanceof HTMLFormElement) asked.requestSubmit()
  else asked?.click()
}

const keys: Readonly<Record<string, (screen: HTMLElement) => void>> = {
  j: (screen) => step(screen, 1),
  k: (screen) => step(screen, -1),
  a: () => press(currentFact(), 'accept'),
  r: () => press(currentFact(), 'reject'),
  e: () => openEdit(currentFact()),
  t: () => toText(currentFact()),
  n: (screen) => screen.querySelector<HTMLElement>('[data-add-fact] .input, [data-add]')?.focus(),
}

const toText = (fact: HTMLElement | null): void =>
  fact === null ? undefined : document.getElementById(`mark-${fact.dataset['fact'] ?? ''}`)?.querySelector<HTMLElement>('a')?.focus()

function onKey(screen: HTMLElement, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  const arrow = event.key === 'ArrowDown' ? 'j' : event.key === 'ArrowUp' ? 'k' : undefined
  if (event.key === 'Escape') return leaveField(event)
  if (isTyping(event.target) || (arrow !== undefined && currentFact() !== event.target)) return
  const act = keys[arrow ?? event.key]
  if (act === undefined) return
  event.preventDefault()
  act(screen)
}

/** Escape goes from a field of correction back to its fact. */
function leaveField(event: KeyboardEvent): void {
  const fact = currentFact()
  const edit = fact?.querySelector<HTMLDetailsElement>('[data-edit]')
  if (fact === null || !isTyping(event.target)) return
  if (edit !== null && edit !== undefined) edit.open = false
  fact.focus()
}

/** Keys act only while the focus is on the review screen: no shortcut surprises a reader elsewhere. */
export function enhanceReview(): void {
  const screen = document.querySelector<HTMLElement>('[data-review]')
  if (screen === null) return
  screen.addEventListener('keydown', (event) => onKey(screen, event))
  screen.addEventListener('focusin', () => {
    const fact = currentFact()
    if (fact === null) unmark(screen)
    else showInText(screen, fact)
  })
  screen.addEventListener('submit', (event) => sendInPlace(screen, event))
  screen.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-review-start]') !== null) step(screen, 1)
  })
  for (const start of screen.querySelectorAll<HTMLElement>('[data-review-start]')) start.hidden = false
  followSelection(screen)
}
