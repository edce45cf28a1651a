// Small parts: states told in words, unknown values with their reason, pages of a list, progress without colour.
import { expect, test } from 'vitest'
import { date } from '../kernel/date.ts'
import { Badge, ConfidenceMark } from './badge.tsx'
import { Differences } from './diff.tsx'
import { htmlFragment } from './document.ts'
import { Facts, Unknown } from './facts.tsx'
import { readTheme } from './footer.tsx'
import { ButtonForm, Form } from './form.tsx'
import { Notice } from './notice.tsx'
import { shownPages } from './pagination.tsx'
import { Progress, Steps } from './progress.tsx'
import { FactItem } from './review.tsx'
import { Day } from './time.tsx'
import { Timeline } from './timeline.tsx'
import { FileField } from './upload.tsx'

test('a notice without title says its tone to screen readers', () => {
  expect(htmlFragment(<Notice tone="error"><p>x</p></Notice>)).toContain('Erreur\u00a0: ')
  expect(htmlFragment(<Notice tone="success" live><p>x</p></Notice>)).toContain('role="status"')
})

test('a state and a confidence are words beside their drawing', () => {
  expect(htmlFragment(<Badge tone="negative">En retard</Badge>)).toMatch(/<svg[^>]*aria-hidden="true".*En retard/s)
  expect([0.95, 0.75, 0.3].map((confidence) => /sûr|probable|à vérifier/.exec(htmlFragment(<ConfidenceMark confidence={confidence} />))?.[0]))
    .toEqual(['sûr', 'probable', 'à vérifier'])
})

test('an unknown value says why', () => {
  expect(htmlFragment(<Facts lines={[{ term: 'Terme', value: <Unknown why="aucune date de signature" /> }]} />))
    .toMatch(/Inconnu.*aucune date de signature/s)
})

test.each([
  [1, 1, '1'], [1, 2, '1 2'], [4, 12, '1 2 3 4 5 … 12'], [6, 12, '1 … 5 6 7 … 12'], [2, 12, '1 2 3 … 12'], [3, 12, '1 2 3 4 … 12'],
  [4, 5, '1 2 3 4 5'], [12, 12, '1 … 11 12'],
])('of page %i out of %i the list shows %s', (page, pages, shown) => {
  expect(shownPages(page, pages).map((number) => number ?? '…').join(' ')).toBe(shown)
})

test('progress is a figure in words, and each step tells its state', () => {
  expect(htmlFragment(<Progress label="Lecture" value={10} max={40} />)).toContain('25\u00a0%')
  expect(htmlFragment(<Progress label="Lecture" />)).toContain('En cours')
  expect(htmlFragment(<Steps label="Étapes" steps={[{ label: 'Texte', state: 'current' }]} />)).toMatch(/aria-current="step".*en cours/s)
})

test('a day is written in French and readable by machines', () => {
  expect(htmlFragment(<Day date={date('2023-04-05')} />)).toBe('<time datetime="2023-04-05">5\u00a0avril\u00a02023</time>')
})

test('a fact without a day keeps its place in the timeline and says so', () => {
  expect(htmlFragment(<Timeline label="Frise" entries={[{ key: 'a', title: 'Terme', when: 'unknown' }]} />)).toContain('Date inconnue')
})

test('a form is sent once and keeps what is typed under its name', () => {
  const html = htmlFragment(<Form action="/x" keep="fiche-1"><p /></Form>)
  expect(html).toMatch(/data-keep="fiche-1"/)
  expect(html).toMatch(/data-once/)
  expect(htmlFragment(<Form action="/x" method="get"><p /></Form>)).not.toContain('data-once')
})

test('a button form says which key presses it', () => {
  expect(htmlFragment(<ButtonForm to="/x" act="accept" fields={{ version: '3' }}>Accepter</ButtonForm>))
    .toMatch(/data-act="accept".*name="version" value="3"/s)
})

test('a file field announces its limit to the script and its kinds to the browser', () => {
  const html = htmlFragment(<FileField name="file" label="Document" accept=".pdf" maxBytes={50} />)
  expect(html).toContain('data-max-bytes="50"')
  expect(html).toContain('accept=".pdf"')
})

test('of two versions the other is shown and mine stays in its field', () => {
  const html = htmlFragment(<Differences author="Nadia" when="hier"
    differences={[{ name: 'a', label: 'Nom', theirs: '<b>', same: false, yours: <input name="a" value="mien" /> }]} />)
  expect(html).toContain('Différent')
  expect(html).toContain('&lt;b>')
  expect(html).toContain('value="mien"')
})

test('a fact waiting shows its confidence, a fact reviewed its outcome', () => {
  const waiting = htmlFragment(<FactItem id="1" family="date" title="5 ans" confidence={0.5} status="waiting" words="cinq ans" />)
  expect(waiting).toContain('à vérifier')
  expect(waiting).toContain('href="#mark-1"')
  expect(htmlFragment(<FactItem id="1" family="date" title="5 ans" status="rejected" />)).toContain('Écarté')
})

test('only three appearances exist; anything else follows the machine', () => {
  expect(['light', 'dark', 'auto', 'pink', undefined].map(readTheme)).toEqual(['light', 'dark', 'auto', 'auto', 'auto'])
})
