// What the server answered to a request made by a script, shown without losing the place one is at.

/** The page in an answer. */
export const parsePage = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')

/** Shows a page that refuses what was sent: its main part takes the place of ours, and the faults get the focus. */
export function showPage(page: Document): void {
  const [theirs, ours] = [page.querySelector('main'), document.querySelector('main')]
  if (theirs === null || ours === null) return
  document.title = page.title
  ours.replaceWith(theirs)
  const first = theirs.querySelector<HTMLElement>('[data-focus-on-load="true"]') ?? theirs
  first.focus()
  first.scrollIntoView({ block: 'start' })
}

/** Replaces the element of this id by a copy of the one of the page; false when the page has none. */
export function swap(page: Document, id: string): boolean {
  const [theirs, ours] = [page.getElementById(id), document.getElementById(id)]
  if (theirs === null || ours === null) return false
  if (theirs.outerHTML !== ours.outerHTML) ours.replaceWith(document.importNode(theirs, true))
  return true
}
