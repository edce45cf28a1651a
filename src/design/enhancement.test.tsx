// The browser script in a real browser, on pages made of our components and a server that answers as the application does.
import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildSync } from 'esbuild'
import { chromium, type Browser, type Page as Tab } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { htmlDocument } from './document.ts'
import { FaultSummary } from './faults.tsx'
import { PasswordField, TextArea, TextField } from './fields.tsx'
import { ButtonForm, Form, Hidden, SubmitButton } from './form.tsx'
import { MarkedText } from './marks.tsx'
import { Page, type Chrome } from './page.tsx'
import { LiveRegion, Progress } from './progress.tsx'
import { AddFact, FactGroup, FactItem, ReviewHead, ReviewScreen, type ReviewStatus } from './review.tsx'
import { FileField } from './upload.tsx'

const chrome: Chrome = { theme: 'auto', homeHref: '/', here: '/', themeAction: '/apparence', version: '1', nav: [], footer: [] }
const text = 'Un comité de suivi est institué.\n\nIl se réunit une fois par an, à Lens.'
const script = buildSync({ entryPoints: ['public/scripts/chapeau.ts'], bundle: true, write: false, format: 'esm' }).outputFiles[0]?.text ?? ''

/** What the little server remembers: what was posted, how the facts stand, how far the task is. */
const fresh = () => ({ posts: [] as { path: string; body: string }[], facts: { a: 'waiting', b: 'waiting', c: 'waiting' } as Record<string, ReviewStatus>, done: 0 })
let state = fresh()

const pages: Readonly<Record<string, () => { html: string; status?: number } | { to: string }>> = {
  '/fiche': () => ({ html: htmlDocument(<Page {...chrome} title="Fiche"><FicheForm /><a href="/ailleurs">Ailleurs</a></Page>) }),
  '/ailleurs': () => ({ html: htmlDocument(<Page {...chrome} title="Ailleurs" />) }),
  '/depot': () => ({ html: htmlDocument(<Page {...chrome} title="Dépôt"><DepositForm faults={[]} /></Page>) }),
  '/relecture': () => ({ html: htmlDocument(<Page {...chrome} title="Relecture" width="full"><Review /></Page>) }),
  '/lecture': () => {
    state.done += 1
    if (state.done > 2) return { to: '/ailleurs' }
    return { html: htmlDocument(<Page {...chrome} title="Lecture"><LiveRegion id="lecture" seconds={1}><Progress label="Lecture" value={state.done} max={3} /></LiveRegion></Page>) }
  },
}

const FicheForm = () => (
  <Form action="/fiche" keep="fiche-1">
    <TextField name="name" label="Nom" value="Comité" />
    <TextArea name="note" label="Note" />
    <PasswordField name="code" label="Code" />
    <SubmitButton>Enregistrer</SubmitButton>
  </Form>
)

const DepositForm = ({ faults }: { faults: readonly (readonly [string, string])[] }) => (
  <>
    <FaultSummary faults={faults} />
    <Form action="/documents" files>
      <FileField name="file" label="Document" accept=".txt" maxBytes={1000} faults={faults} />
      <SubmitButton>Déposer</SubmitButton>
    </Form>
  </>
)

const Review = () => {
  const waiting = Object.values(state.facts).filter((status) => status === 'waiting').length
  return (
    <ReviewScreen
      text={<MarkedText text={text} marks={[{ id: 'a', start: 3, end: 18, family: 'body' }]} />}
      facts={
        <>
          <ReviewHead waiting={waiting} total={3} />
          <FactGroup id="bodies" title="Instances" count={3} waiting={waiting}>
            {Object.entries(state.facts).map(([id, status]) => (
              <FactItem
                key={id} id={id} family="body" title={`Fait ${id}`} status={status} confidence={0.5}
                actions={<><ButtonForm to={`/faits/${id}/accepted`} act="accept">Accepter</ButtonForm><ButtonForm to={`/faits/${id}/rejected`} act="reject">Rejeter</ButtonForm></>}
                edit={<Form action={`/faits/${id}/corrected`}><TextField name="value" label="Valeur" within={id} /><SubmitButton>Corriger</SubmitButton></Form>}
              />
            ))}
          </FactGroup>
          <AddFact>
            <Form action="/faits"><Hidden name="start" value="" /><Hidden name="end" value="" /><TextField name="words" label="Mots" /><SubmitButton>Ajouter</SubmitButton></Form>
          </AddFact>
        </>
      }
    />
  )
}

/** The answer to a form, as the application would give it. */
function answerTo(path: string, body: string): { html: string; status: number } | { to: string } {
  state.posts.push({ path, body })
  const verdict = /^\/faits\/(\w)\/(accepted|rejected|corrected)$/.exec(path)
  if (verdict?.[1] !== undefined) {
    state.facts[verdict[1]] = verdict[2] === 'accepted' ? 'accepted' : verdict[2] === 'rejected' ? 'rejected' : 'corrected'
    return { to: '/relecture' }
  }
  if (path === '/fiche' && body.includes('note=refus')) return { html: htmlDocument(<Page {...chrome} title="Session terminée"><PasswordField name="password" label="Mot de passe" /></Page>), status: 200 }
  if (path === '/documents' && body.includes('mauvais')) return { html: htmlDocument(<Page {...chrome} title="Dépôt" faults={[['file', 'Illisible.']]}><DepositForm faults={[['file', 'Illisible.']]} /></Page>), status: 422 }
  return { to: '/ailleurs' }
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString()
}

let [server, browser, tab, base]: [Server | undefined, Browser | undefined, Tab, string] = [undefined, undefined, undefined as never, '']

beforeAll(async () => {
  server = createServer((request, response) => {
    void (async () => {
      const path = new URL(request.url ?? '/', 'http://local').pathname
      if (path === '/assets/chapeau.js') return response.writeHead(200, { 'content-type': 'text/javascript' }).end(script)
      const answer = request.method === 'POST' ? answerTo(path, await bodyOf(request)) : pages[path]?.()
      if (answer === undefined) return response.writeHead(404).end()
      if ('to' in answer) return response.writeHead(303, { location: answer.to }).end()
      return response.writeHead(answer.status ?? 200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'self'" }).end(answer.html)
    })()
  }).listen(0, '127.0.0.1')
  await new Promise((listening) => server?.once('listening', listening))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launch()
}, 120_000)

async function launch(): Promise<Browser> {
  const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: ['--no-sandbox'] })
  const { default: packed } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await packed.executablePath(), args: packed.args })
}

afterAll(async () => {
  await browser?.close()
  server?.closeAllConnections()
  server?.close()
})

beforeEach(async () => {
  state = fresh()
  const context = await browser?.newContext()
  if (context === undefined) throw new Error('no browser')
  tab = await context.newPage()
})

afterEach(() => tab.context().close())

test('a double click sends a form once', async () => {
  await tab.goto(`${base}/fiche`)
  await tab.getByRole('button', { name: 'Enregistrer' }).dblclick()
  await tab.waitForURL('**/ailleurs')
  expect(state.posts).toHaveLength(1)
})

test('what was typed before a reload is offered again, passwords never', async () => {
  await tab.goto(`${base}/fiche`)
  await tab.getByLabel('Note').fill('Deux pages de notes')
  await tab.getByLabel('Code').fill('secret')
  await tab.waitForTimeout(400)
  await tab.reload()
  expect(await tab.getByLabel('Note').inputValue()).toBe('')
  await tab.getByRole('button', { name: 'Reprendre la saisie' }).click()
  expect(await tab.getByLabel('Note').inputValue()).toBe('Deux pages de notes')
  expect(await tab.getByLabel('Nom').inputValue()).toBe('Comité')
  expect(await tab.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('secret')
})

test('once the server has what was typed, nothing is offered any more', async () => {
  await tab.goto(`${base}/fiche`)
  await tab.getByLabel('Note').fill('Envoyé')
  await tab.getByRole('button', { name: 'Enregistrer' }).click()
  await tab.waitForURL('**/ailleurs')
  await tab.goto(`${base}/fiche`)
  expect(await tab.getByRole('button', { name: 'Reprendre la saisie' }).count()).toBe(0)
})

test('an answer that asks for the password again keeps what was typed', async () => {
  await tab.goto(`${base}/fiche`)
  await tab.getByLabel('Note').fill('refus')
  await tab.getByRole('button', { name: 'Enregistrer' }).click()
  await tab.getByLabel('Mot de passe').waitFor()
  await tab.goto(`${base}/fiche`)
  await tab.getByRole('button', { name: 'Reprendre la saisie' }).click()
  expect(await tab.getByLabel('Note').inputValue()).toBe('refus')
})

test('a file is sent and the page follows where the server leads', async () => {
  await tab.goto(`${base}/depot`)
  await tab.getByLabel('Document').setInputFiles({ name: 'convention.txt', mimeType: 'text/plain', buffer: Buffer.from('Article 1') })
  expect(await tab.locator('[data-drop-status]').textContent()).toContain('convention.txt')
  await tab.getByRole('button', { name: 'Déposer' }).click()
  await tab.waitForURL('**/ailleurs')
  expect(state.posts[0]?.body).toContain('Article 1')
})

test('a file that is too large does not leave, and says why', async () => {
  await tab.goto(`${base}/depot`)
  await tab.getByLabel('Document').setInputFiles({ name: 'gros.txt', mimeType: 'text/plain', buffer: Buffer.alloc(2000, 'x') })
  await tab.getByRole('button', { name: 'Déposer' }).click()
  expect(await tab.locator('[data-drop-status]').textContent()).toContain('dépasse 1\u00a0ko')
  expect(state.posts).toEqual([])
})

test('a file the server refuses shows its faults, with the focus on them', async () => {
  await tab.goto(`${base}/depot`)
  await tab.getByLabel('Document').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('mauvais') })
  await tab.getByRole('button', { name: 'Déposer' }).click()
  await tab.getByRole('link', { name: 'Illisible.' }).waitFor()
  expect(await tab.evaluate(() => document.activeElement?.id)).toBe('faults')
  expect(await tab.title()).toContain('Erreur')
})

test('a dropped file takes the place of a chosen one', async () => {
  await tab.goto(`${base}/depot`)
  await tab.evaluate(() => {
    const files = new DataTransfer()
    files.items.add(new File(['x'], 'depose.txt'))
    document.querySelector('[data-drop]')?.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }))
  })
  expect(await tab.locator('[data-drop-status]').textContent()).toContain('depose.txt')
})

test('a task is followed to its end', async () => {
  await tab.goto(`${base}/lecture`)
  await tab.waitForURL('**/ailleurs', { timeout: 8000 })
  expect(state.done).toBe(3)
})

test('facts are reviewed from the keyboard alone, without leaving the page', async () => {
  await tab.goto(`${base}/relecture`)
  await tab.getByRole('button', { name: 'Relire au clavier' }).press('Enter')
  expect(await focused()).toBe('fact-a')
  expect(await tab.locator('.mark-current').count()).toBe(1)
  await tab.keyboard.press('a')
  await tab.locator('#fact-a[data-status="accepted"]').waitFor()
  expect(await focused()).toBe('fact-b')
  await tab.keyboard.press('j')
  expect(await focused()).toBe('fact-c')
  await tab.keyboard.press('r')
  await tab.locator('#fact-c[data-status="rejected"]').waitFor()
  expect(await focused()).toBe('fact-b')
  await tab.keyboard.press('e')
  await tab.keyboard.type('jaune')
  await tab.keyboard.press('Enter')
  await tab.locator('#fact-b[data-status="corrected"]').waitFor()
  expect(state.posts.map(({ path, body }) => path + body)).toEqual(['/faits/a/accepted', '/faits/c/rejected', '/faits/b/correctedvalue=jaune'])
  expect(await tab.locator('[data-review-status]').textContent()).toContain('Tous les faits sont relus')
})

test('keys do nothing outside the review screen', async () => {
  await tab.goto(`${base}/relecture`)
  await tab.getByRole('link', { name: 'accueil' }).focus()
  await tab.keyboard.press('j')
  await tab.keyboard.press('a')
  expect(state.posts).toEqual([])
})

test('words chosen in the text go to the form with their place in the text', async () => {
  await tab.goto(`${base}/relecture`)
  await tab.evaluate(() => {
    const [first, second] = document.querySelectorAll('[data-start]')
    const range = document.createRange()
    range.setStart(first?.querySelector('a')?.lastChild ?? document.body, 3)
    range.setEnd(second?.firstChild ?? document.body, 12)
    getSelection()?.addRange(range)
  })
  await tab.getByRole('button', { name: /Ajouter un fait/ }).click()
  const [start, end] = await Promise.all(['start', 'end'].map((name) => tab.locator(`[name="${name}"]`).inputValue()))
  expect(text.slice(Number(start), Number(end))).toBe('comité de suivi est institué.\n\nIl se réunit'.slice(3))
  expect(await focused()).toBe('field-words')
})

test('without script every act of the review still works', async () => {
  const plain = await browser?.newContext({ javaScriptEnabled: false })
  const page = await plain?.newPage()
  await page?.goto(`${base}/relecture`)
  await page?.locator('#fact-b').getByRole('button', { name: 'Accepter' }).click()
  expect(await page?.locator('#fact-b').getAttribute('data-status')).toBe('accepted')
  await plain?.close()
})

const focused = () => tab.evaluate(() => document.activeElement?.id)
