// The forms of the review screen sent in place: the answer is the page itself, of which only what changed is replaced.
import { parsePage, showPage, swap } from './answer.ts'
import { hold, isHeld, release } from './forms.ts'
import { forget } from './keep.ts'

const say = (sentence: string): void => {
  const status = document.querySelector('[data-review-status]')
  if (status !== null) status.textContent = sentence
}

/** Takes over the sending of a form of the screen. */
export function sendInPlace(screen: HTMLElement, event: SubmitEvent): void {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
  event.preventDefault()
  if (isHeld(form)) return
  void send(screen, form, event.submitter)
}

async function send(screen: HTMLElement, form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  hold(form)
  const fact = form.closest<HTMLElement>('[data-fact]')
  const next = fact === null ? undefined : nextWaiting(screen, fact)
  const fields = new FormData(form)
  if (submitter instanceof HTMLButtonElement && submitter.name !== '') fields.append(submitter.name, submitter.value)
  const action = submitter instanceof HTMLButtonElement && submitter.hasAttribute('formaction') ? submitter.formAction : form.action
  try {
    const answer = await fetch(action, { method: 'POST', body: asForm(fields), headers: { Accept: 'text/html', 'X-Fragment': 'review' } })
    const page = parsePage(await answer.text())
    if (!answer.ok) return showPage(page)
    if (page.querySelector('[data-review]') === null) return location.assign(answer.url)
    forget(form)
    const id = fact?.dataset['fact']
    update(screen, page, id)
    settle(screen, next ?? id)
  } catch {
    release(form)
    say('Le serveur ne répond pas\u00a0: rien n’a été enregistré. Recommencez dans un instant.')
  }
}

/** As a browser sends a form without files. */
function asForm(fields: FormData): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of fields) if (typeof value === 'string') body.append(name, value)
  return body
}

/** The id of the fact to go to once this one is settled: the next that waits, else the first that does. */
function nextWaiting(screen: HTMLElement, fact: HTMLElement): string | undefined {
  const facts = [...screen.querySelectorAll<HTMLElement>('[data-fact]')]
  const rank = facts.indexOf(fact)
  return [...facts.slice(rank + 1), ...facts.slice(0, rank)].find((other) => other.dataset['status'] === 'waiting')?.dataset['fact']
}

const orderOf = (root: ParentNode): string => [...root.querySelectorAll<HTMLElement>('[data-fact]')].map((fact) => fact.dataset['fact']).join(' ')

/** Only the fact, the heads and the marks change when the order stays; else the whole list does. The text is replaced when it came. */
function update(screen: HTMLElement, page: Document, id: string | undefined): void {
  const [heading, shown] = [page.querySelector('.page-heading'), document.querySelector('.page-heading')]
  // Once every fact is settled, the heading offers to publish.
  if (heading !== null && shown !== null && heading.outerHTML !== shown.outerHTML) shown.replaceWith(heading)
  swap(page, 'review-head')
  if (id !== undefined && orderOf(page) === orderOf(screen) && swap(page, `fact-${id}`)) {
    for (const title of page.querySelectorAll('.fact-group h2[id]')) swap(page, title.id)
  } else {
    swap(page, 'faits')
  }
  const [theirs, ours] = [page.querySelector('[data-text]'), screen.querySelector('[data-text]')]
  if (theirs !== null && ours !== null && theirs.innerHTML !== ours.innerHTML) ours.replaceWith(theirs)
  for (const start of screen.querySelectorAll<HTMLElement>('[data-review-start]')) start.hidden = false
}

function settle(screen: HTMLElement, id: string | undefined): void {
  const fact = id === undefined ? null : document.getElementById(`fact-${id}`)
  const place = fact ?? screen.querySelector<HTMLElement>('#review-head')
  place?.focus()
  place?.scrollIntoView({ block: 'nearest' })
  say(`C’est fait. ${document.querySelector('.review-count')?.textContent ?? ''}.`)
}
