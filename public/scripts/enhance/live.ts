// Regions that follow a task: asked again every few seconds until the task is done.
import { parsePage } from './answer.ts'

/** Follows every region marked `data-refresh`; goes where the server leads when it is done. */
export function followTasks(): void {
  const region = document.querySelector<HTMLElement>('[data-refresh]')
  if (region !== null) setTimeout(() => void ask(region), seconds(region))
}

const seconds = (region: HTMLElement): number => Math.max(1, Number(region.dataset['refresh'] ?? 2)) * 1000

async function ask(region: HTMLElement): Promise<void> {
  const again = (delay: number) => setTimeout(() => void ask(region), delay)
  if (document.hidden) return void again(seconds(region))
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } })
    const page = answer.redirected ? undefined : parsePage(await answer.text())
    const theirs = page?.getElementById(region.id)
    if (theirs === undefined || theirs === null) return location.replace(answer.url)
    if (region.innerHTML !== theirs.innerHTML) update(region, theirs)
    again(seconds(region))
  } catch {
    again(5000)
  }
}

let told = 0

/** Says how far it is, at each quarter of the way only. */
function tell(bar: HTMLProgressElement, words: string): void {
  const quarter = Math.floor(4 * bar.position)
  const status = document.querySelector('[data-refresh-status]')
  if (status === null || quarter <= told) return
  told = quarter
  status.textContent = words
}

/** A bar moves without being redrawn. */
function update(region: HTMLElement, theirs: HTMLElement): void {
  const [bar, moved] = [region.querySelector('progress'), theirs.querySelector('progress')]
  const [words, said] = [region.querySelector('.progress-words'), theirs.querySelector('.progress-words')]
  const steps = [region, theirs].map((one) => one.querySelector('.steps')?.innerHTML)
  if (bar === null || moved === null || words === null || said === null || steps[0] !== steps[1] || !bar.hasAttribute('value')
    || !moved.hasAttribute('value')) {
    region.innerHTML = theirs.innerHTML
    return
  }
  bar.max = moved.max
  bar.value = moved.value
  words.textContent = said.textContent
  tell(bar, said.textContent ?? '')
}
