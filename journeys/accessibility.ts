// What axe says of a page: every rule at once, or its colours alone, of the kinds of text no page has shown yet.
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

type Rules = { readonly include?: string; readonly runOnly: readonly string[]; readonly but?: readonly string[] }

const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules that another theme can break. */
const ofColours = ['color-contrast', 'link-in-text-block']
const shelf: { server?: Server } = {}
/** Kinds of text whose colours were looked at, on whichever page came first. */
const seen = new Set<number>()

/** Where a browser gets axe: served under one address, it is compiled once for all pages of a window. */
async function serveAxe(): Promise<string> {
  const server = shelf.server ??= createServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=86400, immutable' })
    answer.end(readFileSync(source))
  }).listen(0, '127.0.0.1').unref()
  if (!server.listening) await new Promise((listening) => server.once('listening', listening))
  const place = server.address()
  return `http://127.0.0.1:${typeof place === 'object' && place !== null ? place.port : 0}/axe.js`
}

async function run(page: Page, rules: Rules): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ url: await serveAxe() })
  return await page.evaluate(async ({ include, runOnly, but = [] }) => {
    const { axe } = window as unknown as {
      axe: { run: (where: object, options: object) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> }
    }
    const off = Object.fromEntries(but.map((rule) => [rule, { enabled: false }]))
    const where = include === undefined ? document : { include: [[include]] }
    const { violations: found } = await axe.run(where, { runOnly, rules: off, resultTypes: ['violations'] })
    return found.map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`)
  }, rules)
}

/** Violations of accessibility on the page as it is, in one line each. */
export const violations = (page: Page): Promise<readonly string[]> => run(page, { runOnly: levels })

/** True when the page is wider than its window. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** All that is looked at on every page: the rules of accessibility in both themes, and its width at 320 pixels and at 200 % of a window of 1280. */
export async function faults(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: 1280, height: 900 })
  const said = [...await run(page, { runOnly: levels, but: ofColours }), ...await colourFaults(page)]
  await page.setViewportSize({ width: 320, height: 640 })
  if (await overflows(page)) said.push('sideways at 320 pixels')
  await page.setViewportSize({ width: 640, height: 450 })
  if (await overflows(page)) said.push('sideways at 200 %')
  return said
}

/** Faults of colour in both themes, of the kinds of text that no page before this one has shown. */
async function colourFaults(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  const kinds = (await page.evaluate(markKinds)).filter((kind) => !seen.has(kind))
  if (kinds.length === 0) return []
  for (const kind of kinds) seen.add(kind)
  await page.evaluate((wanted) => {
    const fresh = new Set(wanted.map(String))
    for (const element of document.querySelectorAll('[data-look]')) {
      element.toggleAttribute('data-fresh', fresh.has(element.getAttribute('data-look') ?? ''))
    }
  }, kinds)
  const said: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    said.push(...(await run(page, { include: '[data-fresh]', runOnly: ofColours })).map((fault) => `${colorScheme} ${fault}`))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return said
}

/**
 * In the page: writes on each visible text its kind, and answers the kinds. A kind is what its colours depend on: its tag, its classes, the
 * attributes the style sheets look at, its colours as computed, and the kind of the element around it.
 */
function markKinds(): number[] {
  const sheets = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n')
  const looked = ['style', 'fill', ...new Set([...sheets.matchAll(/\[([a-z][\w-]*)/g)].map((found) => found[1] ?? ''))]
  const hash = (text: string, from: number): number => {
    let [one, other] = [0xdeadbeef ^ from, 0x41c6ce57 ^ from]
    for (let at = 0; at < text.length; at += 1) {
      one = Math.imul(one ^ text.charCodeAt(at), 2654435761)
      other = Math.imul(other ^ text.charCodeAt(at), 1597334677)
    }
    return 4294967296 * (2097151 & other) + (one >>> 0)
  }
  const kinds = new Set<number>()
  const visit = (element: Element, around: number): void => {
    const style = getComputedStyle(element)
    if (style.display === 'none') return
    const attributes = looked.map((name) => element.getAttribute(name) ?? '').join('|')
    const own = [element.tagName, [...element.classList].sort().join(' '), attributes, style.color, style.backgroundColor, style.opacity].join('/')
    const kind = hash(own, around)
    const says = [...element.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && (child.nodeValue ?? '').trim() !== '')
    if ((says || /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName)) && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) {
      element.setAttribute('data-look', String(kind))
      kinds.add(kind)
    }
    for (const child of element.children) visit(child, kind)
  }
  visit(document.body, 0)
  return [...kinds]
}
