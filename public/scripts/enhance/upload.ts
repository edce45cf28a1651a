// Handing in a file: dropped on its field, measured before it leaves, followed while it goes.
import { parsePage, showPage } from './answer.ts'
import { hold, isHeld, release } from './forms.ts'

/** Every file field of the page becomes a place to drop a file on. */
export function enhanceUploads(): void {
  for (const drop of document.querySelectorAll<HTMLElement>('[data-drop]')) {
    const input = drop.querySelector<HTMLInputElement>('input[type="file"]')
    const field = drop.closest<HTMLElement>('.field')
    const form = drop.closest('form')
    if (input !== null && field !== null && form !== null) enhance(drop, input, field, form)
  }
}

const largestBefore = (drop: HTMLElement): number => Number(drop.dataset['maxBytes'] ?? Infinity)

/** `1,2 Mo`, `340 ko`. */
const sizeInWords = (bytes: number): string => {
  const [amount, unit] = bytes < 999_500 ? [bytes / 1000, 'ko'] : [bytes / 1_000_000, 'Mo']
  return `${amount.toLocaleString('fr', { maximumFractionDigits: amount < 10 ? 1 : 0 })}\u00a0${unit}`
}

function enhance(drop: HTMLElement, input: HTMLInputElement, field: HTMLElement, form: HTMLFormElement): void {
  const status = field.querySelector<HTMLElement>('[data-drop-status]')
  const say = (sentence: string) => {
    if (status !== null) status.textContent = sentence
  }
  const tooLarge = () => [...(input.files ?? [])].some((file) => file.size > largestBefore(drop))
  const describe = () => {
    const files = [...(input.files ?? [])]
    status?.classList.toggle('drop-refused', tooLarge())
    if (tooLarge()) say(`Ce fichier dépasse ${sizeInWords(largestBefore(drop))}\u00a0: choisissez-en un plus petit, ou découpez le document.`)
    else say(files.map((file) => `${file.name}, ${sizeInWords(file.size)}`).join('\u00a0; '))
  }
  for (const name of ['dragenter', 'dragover']) {
    drop.addEventListener(name, (event) => {
      event.preventDefault()
      drop.classList.add('drop-over')
    })
  }
  for (const name of ['dragleave', 'drop']) drop.addEventListener(name, () => drop.classList.remove('drop-over'))
  drop.addEventListener('drop', (event) => {
    event.preventDefault()
    const files = event.dataTransfer?.files
    if (files === undefined || files.length === 0) return
    input.files = files
    describe()
  })
  input.addEventListener('change', describe)
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented || (input.files ?? []).length === 0) return
    event.preventDefault()
    if (tooLarge()) return input.focus()
    if (!isHeld(form)) send(form, field, say)
  })
}

function send(form: HTMLFormElement, field: HTMLElement, say: (sentence: string) => void): void {
  hold(form)
  const box = field.querySelector<HTMLElement>('[data-drop-progress]')
  const bar = box?.querySelector('progress')
  const request = new XMLHttpRequest()
  const fail = () => {
    release(form)
    if (box !== null) box.hidden = true
    say('L’envoi a été interrompu. Vérifiez la connexion, puis recommencez\u00a0: rien n’a été enregistré.')
  }
  let told = -1
  request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
    if (!lengthComputable) return
    const percent = Math.floor((100 * loaded) / total)
    if (bar !== undefined && bar !== null) bar.value = percent
    const quarter = Math.floor(percent / 25)
    if (quarter > told) say(percent < 100 ? `Envoi en cours\u00a0: ${percent}\u00a0%` : 'Fichier envoyé, le serveur le vérifie.')
    told = Math.max(told, quarter)
  })
  request.addEventListener('error', fail)
  request.addEventListener('abort', fail)
  request.addEventListener('load', () => {
    const redirected = request.status < 400 && request.responseURL !== '' && request.responseURL !== form.action
    if (redirected) return location.assign(request.responseURL)
    release(form)
    showPage(parsePage(request.responseText))
    enhanceUploads()
  })
  if (box !== null) box.hidden = false
  request.open('POST', form.action)
  request.setRequestHeader('Accept', 'text/html')
  request.send(new FormData(form))
}
