// The review screen under the keyboard, in a real browser: every act without leaving the page, and without script as well.
import { beforeEach, expect, test } from 'vitest'
import { openSite, type Answer, type Post } from '../testing/tab.ts'
import { htmlDocument } from './document.ts'
import { TextField } from './fields.tsx'
import { ButtonForm, Form, Hidden, SubmitButton } from './form.tsx'
import { MarkedText } from './marks.tsx'
import { Page, type Chrome } from './page.tsx'
import { AddFact, FactGroup, FactItem, ReviewHead, ReviewScreen, type ReviewStatus } from './review.tsx'

const chrome: Chrome = { theme: 'auto', homeHref: '/', here: '/', themeAction: '/apparence', version: '1', nav: [], footer: [] }
const text = 'Un comité de suivi est institué.\n\nIl se réunit une fois par an, à Lens.'

const state: { posts: Post[]; facts: Record<string, ReviewStatus> } = { posts: [], facts: {} }
beforeEach(() => Object.assign(state, { posts: [], facts: { a: 'waiting', b: 'waiting', c: 'waiting' } }))

const Fact = ({ id, status }: { id: string; status: ReviewStatus }) => (
  <FactItem
    id={id} family="body" title={`Fait ${id}`} status={status} confidence={0.5}
    actions={
      <>
        <ButtonForm to={`/faits/${id}/accepted`} act="accept">Accepter</ButtonForm>
        <ButtonForm to={`/faits/${id}/rejected`} act="reject">Rejeter</ButtonForm>
      </>
    }
    edit={<Form action={`/faits/${id}/corrected`}><TextField name="value" label="Valeur" within={id} /><SubmitButton>Corriger</SubmitButton></Form>}
  />
)

/** `sorted`: facts that wait come first, so that settling one moves it. */
const Review = ({ sorted = false }: { sorted?: boolean }) => {
  const given = Object.entries(state.facts)
  const facts = sorted ? [...given].sort(([, one], [, other]) => Number(one !== 'waiting') - Number(other !== 'waiting')) : given
  const waiting = facts.filter(([, status]) => status === 'waiting').length
  return (
    <ReviewScreen
      text={<MarkedText text={text} marks={[{ id: 'a', start: 3, end: 18, family: 'body' }]} />}
      facts={
        <>
          <ReviewHead waiting={waiting} total={facts.length} />
          <FactGroup id="bodies" title="Instances" count={facts.length} waiting={waiting}>
            {facts.map(([id, status]) => <Fact key={id} id={id} status={status} />)}
          </FactGroup>
          <AddFact>
            <Form action="/faits">
              <Hidden name="start" value="" /><Hidden name="end" value="" /><TextField name="words" label="Mots" />
              <SubmitButton>Ajouter</SubmitButton>
            </Form>
          </AddFact>
        </>
      }
    />
  )
}

/** The other way to write the screen: acts on buttons, pages of their own to correct and to add. */
const LinkedReview = () => (
  <ReviewScreen
    text={<MarkedText text={text} marks={[]} />}
    facts={
      <>
        <ReviewHead waiting={1} total={1}><a href="/ajout" data-add>Ajouter</a></ReviewHead>
        <ol>
          <FactItem
            id="a" family="body" title="Fait a" status="waiting"
            actions={
              <>
                <form method="post" action="/faits/a/accepted">
                  <Hidden name="version" value="2" /><button type="submit" name="verdict" value="oui" data-act="accept">Accepter</button>
                </form>
                <a href="/correction" data-correct>Corriger</a>
              </>
            }
          />
        </ol>
      </>
    }
  />
)

function get(path: string): Answer | undefined {
  const page = path === '/relecture' ? <Review /> : path === '/triee' ? <Review sorted /> : path === '/liens' ? <LinkedReview />
    : ['/ajout', '/correction'].includes(path) ? <p>Autre page</p> : undefined
  const actions = Object.values(state.facts).includes('waiting') ? undefined : <a href="/publication">Publier</a>
  return page === undefined ? undefined : { html: htmlDocument(<Page {...chrome} title="Relecture" width="full" actions={actions}>{page}</Page>) }
}

function post(sent: Post): Answer {
  state.posts.push(sent)
  const [, id = '', verdict] = /^\/faits\/(\w)\/(accepted|rejected|corrected)$/.exec(sent.path) ?? []
  state.facts[id] = verdict === 'accepted' ? 'accepted' : verdict === 'rejected' ? 'rejected' : 'corrected'
  return { to: sent.from }
}

const { tab, tabWithoutScript, address } = openSite({ get, post })
const focused = () => tab().evaluate(() => document.activeElement?.id)
const sent = () => state.posts.map(({ path, body }) => `${path} ${body}`)
const becomes = (id: string, status: ReviewStatus) => tab().locator(`#fact-${id}[data-status="${status}"]`).waitFor()

test('facts are reviewed from the keyboard alone, without leaving the page', async () => {
  await tab().goto(address('/relecture'))
  await tab().getByRole('button', { name: 'Relire au clavier' }).press('Enter')
  expect(await focused()).toBe('fact-a')
  expect(await tab().locator('.mark-current').count()).toBe(1)
  await tab().keyboard.press('a')
  await becomes('a', 'accepted')
  expect(await focused()).toBe('fact-b')
  await tab().keyboard.press('j')
  await tab().keyboard.press('r')
  await becomes('c', 'rejected')
  expect(await focused()).toBe('fact-b')
  await tab().keyboard.press('e')
  await tab().keyboard.type('jaune')
  await tab().keyboard.press('Enter')
  await becomes('b', 'corrected')
  expect(sent()).toEqual(['/faits/a/accepted ', '/faits/c/rejected ', '/faits/b/corrected value=jaune'])
  expect(await tab().locator('[data-review-status]').textContent()).toContain('Tous les faits sont relus')
  expect(await tab().getByRole('link', { name: 'Publier' }).isVisible()).toBe(true)
})

test('a fact that moves once settled leaves the head and the other facts in place', async () => {
  await tab().goto(address('/triee'))
  await tab().locator('#fact-a').focus()
  await tab().keyboard.press('a')
  await becomes('a', 'accepted')
  expect(await tab().locator('[data-fact]').evaluateAll((facts) => facts.map((fact) => fact.id))).toEqual(['fact-b', 'fact-c', 'fact-a'])
  expect(await tab().locator('.review-count').textContent()).toBe('2 faits à relire sur 3')
  expect(await focused()).toBe('fact-b')
})

test('Escape leaves a correction without sending it', async () => {
  await tab().goto(address('/relecture'))
  await tab().locator('#fact-b').focus()
  await tab().keyboard.press('e')
  await tab().keyboard.type('rouge')
  await tab().keyboard.press('Escape')
  expect(await focused()).toBe('fact-b')
  expect(state.posts).toEqual([])
})

test('letters typed in a field are letters', async () => {
  await tab().goto(address('/relecture'))
  await tab().getByLabel('Mots').fill('')
  await tab().getByLabel('Mots').pressSequentially('jar')
  expect(await tab().getByLabel('Mots').inputValue()).toBe('jar')
  expect(state.posts).toEqual([])
})

test('keys do nothing outside the review screen', async () => {
  await tab().goto(address('/relecture'))
  await tab().getByRole('link', { name: 'accueil' }).focus()
  await tab().keyboard.press('j')
  await tab().keyboard.press('a')
  expect(state.posts).toEqual([])
})

test('words chosen in the text go to the form with their place in the text', async () => {
  await tab().goto(address('/relecture'))
  await tab().evaluate(() => {
    const [first, second] = document.querySelectorAll('[data-start]')
    const range = document.createRange()
    range.setStart(first?.querySelector('a')?.lastChild ?? document.body, 3)
    range.setEnd(second?.firstChild ?? document.body, 12)
    getSelection()?.addRange(range)
  })
  await tab().getByRole('button', { name: /Ajouter un fait/ }).click()
  const [start, end] = await Promise.all(['start', 'end'].map((name) => tab().locator(`[name="${name}"]`).inputValue()))
  expect(text.slice(Number(start), Number(end))).toBe('ité de suivi est institué.\n\nIl se réunit')
  expect(await focused()).toBe('field-words')
})

test('where acts stand on buttons, and correcting and adding have pages of their own, the same keys work', async () => {
  await tab().goto(address('/liens'))
  await tab().locator('#fact-a').focus()
  await tab().keyboard.press('a')
  await tab().waitForFunction(() => document.querySelector('[data-review-status]')?.textContent !== '')
  expect(sent()).toEqual(['/faits/a/accepted version=2&verdict=oui'])
  await tab().evaluate(() => getSelection()?.selectAllChildren(document.querySelector('[data-start]') ?? document.body))
  await tab().getByRole('button', { name: /Ajouter un fait/ }).click()
  await tab().waitForURL('**/ajout?debut=0&fin=32')
  await tab().goto(address('/liens'))
  await tab().locator('#fact-a').focus()
  await tab().keyboard.press('e')
  await tab().waitForURL('**/correction')
})

test('without script every act of the review still works', async () => {
  const plain = await tabWithoutScript()
  await plain.goto(address('/relecture'))
  await plain.locator('#fact-b').getByRole('button', { name: 'Accepter' }).click()
  expect(await plain.locator('#fact-b').getAttribute('data-status')).toBe('accepted')
  await plain.context().close()
})
