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
const seen = new Set<string>()

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
  await page.evaluate(markKinds)
  await page.emulateMedia({ colorScheme: 'dark' })
  const kinds = (await page.evaluate(markKinds)).filter((kind) => !seen.has(kind))
  for (const kind of kinds) seen.add(kind)
  const said: string[] = []
  if (kinds.length > 0) {
    await page.evaluate((wanted) => {
      const fresh = new Set(wanted)
      for (const element of document.querySelectorAll('[data-look]')) {
        element.toggleAttribute('data-fresh', fresh.has(element.getAttribute('data-look') ?? ''))
      }
    }, kinds)
    said.push(...(await run(page, { include: '[data-fresh]', runOnly: ofColours })).map((fault) => `dark ${fault}`))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  if (kinds.length > 0) said.push(...(await run(page, { include: '[data-fresh]', runOnly: ofColours })).map((fault) => `light ${fault}`))
  return said
}

/**
 * In the page: writes on each visible text its kind, and answers the kinds. A kind is what the rules of colours look at: its colour, what is painted
 * behind it by the elements around it, its size and weight, the colour of the words around it; what is laid over the page, and drawings, which
 * other elements may lie behind, are told apart by tag and class as well. Done once in each theme, a kind says what both are.
 */
function markKinds(): string[] {
  type Around = { readonly behind: string; readonly ink: string; readonly laid: string }
  const kinds = new Set<string>()
  const visit = (element: Element, around: Around): void => {
    const style = getComputedStyle(element)
    if (style.display === 'none') return
    const { backgroundColor, backgroundImage } = style
    const paint = backgroundColor === 'rgba(0, 0, 0, 0)' && backgroundImage === 'none' ? '' : `${backgroundColor} ${backgroundImage}`
    const own = /^(?:absolute|fixed|sticky)$/.test(style.position) || element.tagName === 'svg' || around.laid !== ''
    const here: Around = {
      behind: (/^rgb\(/.test(paint) ? paint : around.behind + paint) + (style.opacity === '1' ? '' : ` ${style.opacity}`), ink: style.color,
      laid: own ? `${around.laid} ${element.tagName} ${element.getAttribute('class') ?? ''}` : '',
    }
    const says = [...element.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && (child.nodeValue ?? '').trim() !== '')
    const seenNow = element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    if (seenNow && (says || /^(?:INPUT|SELECT|TEXTAREA)$/.test(element.tagName))) {
      const link = element.tagName === 'A' ? `${around.ink} ${style.textDecorationLine}` : ''
      const kind = [element.getAttribute('data-look') ?? '', here.behind, here.ink, here.laid, style.fontSize, style.fontWeight, link].join('/')
      element.setAttribute('data-look', kind)
      kinds.add(kind)
    }
    for (const child of element.children) visit(child, here)
  }
  visit(document.documentElement, { behind: '', ink: '', laid: '' })
  return [...kinds]
}
