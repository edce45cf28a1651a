// Long forms keep what is typed on the server as a draft, every few seconds and when one leaves a field: found again after a crash, on any device.

const pause = 2500
/** What a request that must outlive the page may weigh. */
const mostWhenLeaving = 60_000

/** Keeps every form that names a draft. */
export function keepDrafts(): void {
  for (const mark of document.querySelectorAll<HTMLInputElement>('input[data-draft-at]')) {
    if (mark.form !== null) keepDraft(mark.form, mark.dataset['draftAt'] ?? '')
  }
}

const content = (form: HTMLFormElement): URLSearchParams => {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  return fields
}

function keepDraft(form: HTMLFormElement, address: string): void {
  const status = form.querySelector('[data-draft-status]')
  let kept = content(form).toString()
  let waiting: ReturnType<typeof setTimeout> | undefined
  let sending: AbortController | undefined
  let over = false
  const save = async (leaving = false): Promise<void> => {
    clearTimeout(waiting)
    waiting = undefined
    const typed = content(form).toString()
    if (over || typed === kept || (leaving && typed.length > mostWhenLeaving)) return
    sending?.abort()
    sending = new AbortController()
    try {
      const answer = await fetch(address, {
        method: 'POST', body: new URLSearchParams(typed), headers: { 'X-Fragment': 'draft' }, redirect: 'manual', keepalive: leaving,
        signal: sending.signal,
      })
      if (answer.status !== 204) throw new Error('not kept')
      kept = typed
      tell(status, `Brouillon gardé à ${new Date().toLocaleTimeString('fr', { hour: '2-digit', minute: '2-digit' })}.`)
    } catch {
      if (!over && !leaving) tell(status, 'Le brouillon n’a pas pu être gardé : vérifiez la connexion, ou enregistrez.')
      waiting ??= setTimeout(() => void save(), 4 * pause)
    }
  }
  form.addEventListener('input', () => {
    waiting ??= setTimeout(() => void save(), pause)
  })
  form.addEventListener('focusout', () => void (waiting === undefined ? undefined : save()))
  document.addEventListener('visibilitychange', () => void (document.hidden ? save(true) : undefined))
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return
    over = true
    clearTimeout(waiting)
    sending?.abort()
  })
  addEventListener('pageshow', () => {
    over = false
  })
}

/** Said once for as long as it stays true, so that a screen reader is not told every three seconds. */
function tell(status: Element | null, words: string): void {
  if (status !== null && status.textContent !== words) status.textContent = words
}
