// The page that shows the design shows all of it.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { htmlDocument } from './document.ts'
import { colourGroups } from './showroom-tokens.tsx'
import { DesignPage } from './showroom.tsx'

const styles = new URL('../../public/styles/', import.meta.url)
const html = htmlDocument(DesignPage({ theme: 'auto', homeHref: '/', here: '/design', themeAction: '/apparence', version: '1', nav: [], footer: [] }))

test('every colour of the style sheet is shown, and none that is not in it', () => {
  const names = [...readFileSync(new URL('tokens.css', styles), 'utf8').matchAll(/--([a-z0-9-]+): light-dark\(#/g)].map(([, name]) => name)
  expect(colourGroups.flatMap((group) => group.names).sort()).toEqual(names.sort())
})

test('every file of styles has its place in the style sheet', () => {
  const main = readFileSync(new URL('chapeau.css', styles), 'utf8')
  for (const file of readdirSync(styles).filter((name) => name !== 'chapeau.css')) expect(main).toContain(`@import url('${file}')`)
})

test('no identifier stands twice in the page, and every link inside it leads somewhere', () => {
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
  expect(ids.filter((id, rank) => ids.indexOf(id) !== rank)).toEqual([])
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(targets.filter((id) => !ids.includes(id))).toEqual([])
})

test('the page carries no inline style', () => {
  expect(html).not.toMatch(/\sstyle="/)
})

test('no token is defined that nothing uses', () => {
  const sheets = readdirSync(styles).map((name) => readFileSync(new URL(name, styles), 'utf8')).join('\n')
  const defined = [...readFileSync(new URL('tokens.css', styles), 'utf8').matchAll(/^ {2}(--[a-z0-9-]+):/gm)].map(([, name = '']) => name)
  expect(defined.filter((name) => !sheets.includes(`var(${name}`))).toEqual([])
})
