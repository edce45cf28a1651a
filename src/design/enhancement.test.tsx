// Forms, files and waiting pages under the browser script, in a real browser: nothing typed is lost, nothing is sent twice.
import { beforeEach, expect, test } from 'vitest'
import { openSite, type Answer, type Post } from '../testing/tab.ts'
import { htmlDocument } from './document.ts'
import { FaultSummary, type Fault } from './faults.tsx'
import { PasswordField, TextArea, TextField } from './fields.tsx'
import { Form, SubmitButton } from './form.tsx'
import { Page, type Chrome } from './page.tsx'
import { LiveRegion, Progress } from './progress.tsx'
import { FileField } from './upload.tsx'

const chrome: Chrome = { theme: 'auto', homeHref: '/', here: '/', themeAction: '/apparence', version: '1', nav: [], footer: [] }

const SheetPage = () => (
  <Page {...chrome} title="Fiche">
    <Form action="/fiche" keep="fiche-1">
      <TextField name="name" label="Nom" value="Comité" />
      <TextArea name="note" label="Note" />
      <PasswordField name="code" label="Code" />
      <SubmitButton>Enregistrer</SubmitButton>
    </Form>
  </Page>
)

const DepositPage = ({ faults }: { faults: readonly Fault[] }) => (
  <Page {...chrome} title="Dépôt" faults={faults}>
    <FaultSummary faults={faults} />
    <Form action="/documents" files>
      <FileField name="file" label="Document" accept=".txt" maxBytes={1000} faults={faults} />
      <SubmitButton>Déposer</SubmitButton>
    </Form>
  </Page>
)

const WaitingPage = ({ done }: { done: number }) => (
  <Page {...chrome} title="Lecture">
    <LiveRegion id="lecture" seconds={1}>
      <Progress label="Lecture" value={done} max={3} />
    </LiveRegion>
  </Page>
)

/** What the site remembers. */
const state: { posts: Post[]; asked: number } = { posts: [], asked: 0 }
beforeEach(() => Object.assign(state, { posts: [], asked: 0 }))

function get(path: string): Answer | undefined {
  if (path === '/fiche') return { html: htmlDocument(<SheetPage />) }
  if (path === '/depot') return { html: htmlDocument(<DepositPage faults={[]} />) }
  if (path === '/ailleurs') return { html: htmlDocument(<Page {...chrome} title="Ailleurs" />) }
  if (path !== '/lecture') return undefined
  state.asked += 1
  return state.asked > 2 ? { to: '/ailleurs' } : { html: htmlDocument(<WaitingPage done={state.asked} />) }
}

function post(sent: Post): Answer {
  state.posts.push(sent)
  if (sent.body.includes('note=expire')) {
    return { html: htmlDocument(<Page {...chrome} title="Connexion"><PasswordField name="password" label="Mot de passe" /></Page>) }
  }
  if (sent.body.includes('illisible')) return { html: htmlDocument(<DepositPage faults={[['file', 'Ce fichier est illisible.']]} />), status: 422 }
  return { to: '/ailleurs' }
}

const { tab, address } = openSite({ get, post })
const resume = () => tab().getByRole('button', { name: 'Reprendre la saisie' })
const give = (name: string, contents: string) => tab().getByLabel('Document').setInputFiles({
  name, mimeType: 'text/plain', buffer: Buffer.from(contents),
})

test('a double click sends a form once', async () => {
  await tab().goto(address('/fiche'))
  await tab().getByRole('button', { name: 'Enregistrer' }).dblclick()
  await tab().waitForURL('**/ailleurs')
  expect(state.posts).toHaveLength(1)
})

test('what was typed before a reload is offered again, passwords never', async () => {
  await tab().goto(address('/fiche'))
  await tab().getByLabel('Note').fill('Deux pages de notes')
  await tab().getByLabel('Code').fill('secret')
  await tab().reload()
  expect(await tab().getByLabel('Note').inputValue()).toBe('')
  await resume().click()
  expect(await tab().getByLabel('Note').inputValue()).toBe('Deux pages de notes')
  expect(await tab().getByLabel('Nom').inputValue()).toBe('Comité')
  expect(await tab().evaluate(() => JSON.stringify(sessionStorage))).not.toContain('secret')
})

test('what is forgotten on purpose is not offered again', async () => {
  await tab().goto(address('/fiche'))
  await tab().getByLabel('Note').fill('À oublier')
  await tab().reload()
  await tab().getByRole('button', { name: 'L’oublier' }).click()
  await tab().reload()
  expect(await resume().count()).toBe(0)
})

test('once the server has what was typed, nothing is offered any more', async () => {
  await tab().goto(address('/fiche'))
  await tab().getByLabel('Note').fill('Envoyé')
  await tab().getByRole('button', { name: 'Enregistrer' }).click()
  await tab().waitForURL('**/ailleurs')
  await tab().goto(address('/fiche'))
  expect(await resume().count()).toBe(0)
})

test('an answer that asks for the password again keeps what was typed', async () => {
  await tab().goto(address('/fiche'))
  await tab().getByLabel('Note').fill('expire')
  await tab().getByRole('button', { name: 'Enregistrer' }).click()
  await tab().getByLabel('Mot de passe').waitFor()
  await tab().goto(address('/fiche'))
  await resume().click()
  expect(await tab().getByLabel('Note').inputValue()).toBe('expire')
})

test('a file is sent and the page follows where the server leads', async () => {
  await tab().goto(address('/depot'))
  await give('convention.txt', 'Article 1')
  expect(await tab().locator('[data-drop-status]').textContent()).toContain('convention.txt')
  await tab().getByRole('button', { name: 'Déposer' }).click()
  await tab().waitForURL('**/ailleurs')
  expect(state.posts[0]?.body).toContain('Article 1')
})

test('a file that is too large does not leave, and says why', async () => {
  await tab().goto(address('/depot'))
  await give('gros.txt', 'x'.repeat(2000))
  await tab().getByRole('button', { name: 'Déposer' }).click()
  expect(await tab().locator('[data-drop-status]').textContent()).toContain('dépasse 1\u00a0ko')
  expect(state.posts).toEqual([])
})

test('a file the server refuses shows its faults with the focus on them, and another can be sent', async () => {
  await tab().goto(address('/depot'))
  await give('a.txt', 'illisible')
  await tab().getByRole('button', { name: 'Déposer' }).click()
  await tab().getByRole('link', { name: 'Ce fichier est illisible.' }).waitFor()
  expect(await tab().evaluate(() => document.activeElement?.id)).toBe('faults')
  expect(await tab().title()).toContain('Erreur')
  await give('b.txt', 'Article 1')
  await tab().getByRole('button', { name: 'Déposer' }).click()
  await tab().waitForURL('**/ailleurs')
})

test('a dropped file takes the place of a chosen one', async () => {
  await tab().goto(address('/depot'))
  await tab().evaluate(() => {
    const files = new DataTransfer()
    files.items.add(new File(['x'], 'depose.txt'))
    document.querySelector('[data-drop]')?.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }))
  })
  expect(await tab().locator('[data-drop-status]').textContent()).toContain('depose.txt')
})

test('a task is followed to its end, and told as it goes', async () => {
  await tab().goto(address('/lecture'))
  await tab().getByText('67\u00a0%').first().waitFor()
  expect(await tab().locator('[data-refresh-status]').textContent()).toBe('67\u00a0%')
  await tab().waitForURL('**/ailleurs')
  expect(state.asked).toBe(3)
})
